//! Notes as texts. Must not know: sheets and formats.

use crate::domain::casus::Casus;
use crate::domain::notes::{Kind, Spot};
use crate::domain::session::Session;

/// The notes of this casus.
pub(super) fn of(session: &Session, casus: &Casus, kind: Kind) -> Vec<String> {
    at(session, Spot { casus: Some(casus.id), kind })
}

/// The notes of this casus and those of the meeting as a whole; never those of another casus.
pub(super) fn shared(session: &Session, casus: &Casus, kind: Kind) -> Vec<String> {
    let mut items = of(session, casus, kind);
    items.extend(at(session, Spot { casus: None, kind }));
    items
}

fn at(session: &Session, spot: Spot) -> Vec<String> {
    let notes = session.notes.at(spot).iter().filter_map(|id| session.notes.get(*id));
    notes.map(|note| note.text.clone()).collect()
}
