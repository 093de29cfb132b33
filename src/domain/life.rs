//! The one life of every idea, whatever the method calls it.
//!
//! ```text
//! geoogst ─► verworpen (een bezwaar mag de reden zijn)
//!    └────► geselecteerd (onderbouwing, doel voor dit koppel)
//!              └─► besproken ja/nee ─► gekozen ja/nee ─► geprobeerd: werkte | deels | niet, omdat …
//! ```
//! Tips of AKAD, lonely post-its and clusters all keep a [`Course`]. Must not know: where the
//! thing lies that lives it.

use super::id::NoteId;
use super::words;
use serde::{Deserialize, Serialize};

/// What the group decided about an advies (S000, werkblad 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Decision {
    #[default]
    Open,
    Selected,
    /// Stays in the report (V-A2).
    Rejected,
}

/// What became of a tip that was tried (statuses P; *wel/niet en waarom* S001).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Outcome {
    Worked,
    WorkedPartly,
    DidNotWork,
    /// The client chose something else.
    ChoseOtherwise,
}

/// One event in the life of an idea.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Life {
    Discussed(bool),
    Chosen {
        chosen: bool,
        because: String,
    },
    Tried {
        outcome: Outcome,
        because: String,
    },
    /// The group decided; one of the bezwaren may be the reason for a rejection.
    Decided {
        decision: Decision,
        #[serde(default)]
        objection: Option<NoteId>,
    },
    /// The onderbouwing of a selected advies (S000; asked for, not forced: V-A1).
    Reasoned(String),
    /// What this advies is for, with this koppel (S000; V-A1).
    Aimed(String),
    /// The casemanager will discuss it with the koppel (S000, item 7), or will not.
    Proposed(bool),
    /// Who of the kernteam takes up a chosen advies (S000, vervolgacties).
    TakenUp(String),
    /// Not tried (yet): what was told before does not hold (P).
    NotTried,
}

impl Life {
    /// The same event with clean texts.
    pub(super) fn cleaned(self) -> Self {
        match self {
            Self::Chosen { chosen, because } => Self::Chosen { chosen, because: words::clean(&because) },
            Self::Tried { outcome, because } => Self::Tried { outcome, because: words::clean(&because) },
            Self::Reasoned(text) => Self::Reasoned(words::clean(&text)),
            Self::Aimed(text) => Self::Aimed(words::clean(&text)),
            Self::TakenUp(text) => Self::TakenUp(words::clean(&text)),
            Self::Discussed(_) | Self::Decided { .. } | Self::Proposed(_) | Self::NotTried => self,
        }
    }
}

/// How far an idea has come.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Course {
    pub decision: Decision,
    /// The bezwaar that was the reason for a rejection.
    pub objection: Option<NoteId>,
    pub reasoning: String,
    pub purpose: String,
    pub proposed: bool,
    pub discussed: Option<bool>,
    pub chosen: Option<bool>,
    pub outcome: Option<Outcome>,
    /// Why it was chosen or not, or why it worked or not.
    pub because: String,
    pub taken_up: String,
}

impl Course {
    pub(super) fn apply(&mut self, life: &Life) {
        match life {
            Life::Discussed(discussed) => self.discussed = Some(*discussed),
            Life::Chosen { chosen, because } => {
                self.chosen = Some(*chosen);
                self.because.clone_from(because);
            }
            Life::Tried { outcome, because } => {
                self.outcome = Some(*outcome);
                self.because.clone_from(because);
            }
            Life::Decided { decision, objection } => {
                self.decision = *decision;
                self.objection = *objection;
            }
            Life::Reasoned(text) => self.reasoning.clone_from(text),
            Life::Aimed(text) => self.purpose.clone_from(text),
            Life::Proposed(on) => self.proposed = *on,
            Life::TakenUp(text) => self.taken_up.clone_from(text),
            Life::NotTried => {
                self.outcome = None;
                self.because.clear();
            }
        }
    }
}
