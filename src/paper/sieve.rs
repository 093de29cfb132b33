//! The privacy filter before an export: what would stand on these sheets that says who somebody is,
//! and the session without it.
//!
//! Found by making: a text stands on a sheet when the sheet changes without it. So no sheet knows
//! about the filter, and a new one is filtered from its first day. Must not know: how it is asked.

use crate::domain::privacy::Known;
use crate::domain::session::Session;
use crate::domain::verdicts::TextKey;
use crate::domain::verdicts::leaving;

/// What becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Hidden. What a person let stand, stays.
    Masked,
    /// As it was typed.
    Whole,
}

/// A session on its way to paper.
#[derive(Debug)]
pub struct Sieve {
    session: Session,
    open: Vec<TextKey>,
}

impl Sieve {
    pub fn of(session: &Session, known: &Known) -> Self {
        let session = leaving::checked(session, known);
        let open = leaving::open(&session);
        Self { session, open }
    }

    /// The texts that may not stand on what `make` makes without somebody having said so.
    pub fn caught<T: PartialEq>(&self, make: impl Fn(&Session) -> T) -> Vec<TextKey> {
        let whole = make(&self.session);
        if self.open.is_empty() || make(&self.session(Way::Masked)) == whole {
            return Vec::new();
        }
        let stands_on_it = |key: &&TextKey| make(&leaving::masked(&self.session, &[**key])) != whole;
        self.open.iter().filter(stands_on_it).copied().collect()
    }

    /// Those of them that keep everything back.
    pub fn blocked(&self, caught: &[TextKey]) -> Vec<TextKey> {
        caught.iter().filter(|key| leaving::is_blocked(&self.session, **key)).copied().collect()
    }

    /// The session to make sheets of.
    pub fn session(&self, way: Way) -> Session {
        match way {
            Way::Masked => leaving::masked(&self.session, &self.open),
            Way::Whole => self.session.clone(),
        }
    }
}
