//! Where the begeleider is looking: a page of the preparation, a step of the agenda, or the harvest
//! afterwards. Looking changes no clock.

use crate::domain::id::{CasusId, StepKey};
use crate::domain::method::Activity;
use crate::domain::session::Session;
use serde::Deserialize;
use serde::Serialize;

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
    /// What became of the tips of a casus: filled in after the meeting.
    Harvest(CasusId),
}

impl Place {
    pub fn step(self) -> Option<StepKey> {
        match self {
            Self::Step(key) => Some(key),
            Self::Setup(_) | Self::Harvest(_) => None,
        }
    }

    /// What people do here, when it is a step.
    pub fn activity(self, session: &Session) -> Option<Activity> {
        session.step(self.step()?).map(|step| step.activity)
    }

    /// The casus this place is about.
    pub fn casus(self, session: &Session) -> CasusId {
        match self {
            Self::Step(key) => session.casus_of(key),
            Self::Harvest(casus) => casus,
            Self::Setup(_) => {
                session.casussen.last().map_or(crate::domain::session::FIRST_CASUS, |casus| casus.id)
            }
        }
    }
}

/// All places in order: the preparation, the agenda, and what is filled in afterwards.
pub fn all(session: &Session) -> Vec<Place> {
    use SetupPage::{Casus, Checklist, People, Roles, Time};
    let pages = [Casus, People, Roles, Time, Checklist].into_iter().map(Place::Setup);
    let harvests = session.casussen.iter().map(|casus| Place::Harvest(casus.id));
    pages.chain(session.agenda().into_iter().map(Place::Step)).chain(harvests).collect()
}

/// Whether the meeting is behind us: rounded off, or held at another table.
pub fn is_afterwards(session: &Session) -> bool {
    session.clock.ended().is_some() || session.casussen.iter().any(|casus| casus.origin.is_some())
}

/// The place `by` further on, if there is one.
pub fn neighbour(session: &Session, place: Place, by: isize) -> Option<Place> {
    let all = all(session);
    let here = all.iter().position(|other| *other == place)?;
    let there = all.get(here.checked_add_signed(by)?).copied()?;
    // Nobody walks into the harvest while the meeting goes on; from the harvest there is a way back.
    match there {
        Place::Harvest(_) if !is_afterwards(session) => match by {
            ..0 => all.iter().rev().find(|place| place.step().is_some()).copied(),
            _ => None,
        },
        Place::Setup(_) | Place::Step(_) | Place::Harvest(_) => Some(there),
    }
}
