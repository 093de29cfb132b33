//! Where the begeleider is looking: a page of the preparation or a step of the agenda. Looking
//! changes no clock.

use crate::domain::id::{CasusId, StepKey};
use crate::domain::method::Activity;
use crate::domain::session::Session;
use serde::{Deserialize, Serialize};

/// A page of the preparation. All can be skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SetupPage {
    Casus,
    People,
    Roles,
    Time,
    Checklist,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Place {
    Setup(SetupPage),
    Step(StepKey),
}

impl Place {
    #[must_use]
    pub fn step(self) -> Option<StepKey> {
        match self {
            Self::Step(key) => Some(key),
            Self::Setup(_) => None,
        }
    }

    /// What people do here, when it is a step.
    #[must_use]
    pub fn activity(self, session: &Session) -> Option<Activity> {
        session.step(self.step()?).map(|step| step.activity)
    }

    /// The casus this place is about.
    #[must_use]
    pub fn casus(self, session: &Session) -> CasusId {
        match self {
            Self::Step(key) => session.casus_of(key),
            Self::Setup(_) => {
                session.casussen.last().map_or(crate::domain::session::FIRST_CASUS, |casus| casus.id)
            }
        }
    }
}

/// All places in order: the preparation, then the agenda.
#[must_use]
pub fn all(session: &Session) -> Vec<Place> {
    use SetupPage::{Casus, Checklist, People, Roles, Time};
    let pages = [Casus, People, Roles, Time, Checklist].into_iter().map(Place::Setup);
    pages.chain(session.agenda().into_iter().map(Place::Step)).collect()
}

/// The place `by` further on, if there is one.
#[must_use]
pub fn neighbour(session: &Session, place: Place, by: isize) -> Option<Place> {
    let all = all(session);
    let here = all.iter().position(|other| *other == place)?;
    all.get(here.checked_add_signed(by)?).copied()
}
