//! What earlier sessions left for this one: tips to tell about, and what was still to be done.

use crate::domain::advice::Advice;
use crate::domain::id::NoteId;
use crate::domain::life::Outcome;

/// What was harvested for a casus of an earlier session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    pub session: String,
    /// "12 november".
    pub date: String,
    pub alias: String,
    pub contributor: String,
    pub tips: Vec<EarlierTip>,
    /// What was still to be found out or done.
    pub notes: Vec<EarlierNote>,
    /// Came with a pakket of another table: what is told stays here.
    pub packet: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierNote {
    pub id: NoteId,
    /// "uit te zoeken: rijdt de buurtbus".
    pub text: String,
    pub done: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierTip {
    pub advice: Advice,
    /// The number of a tip, the letter of a cluster.
    pub label: String,
    pub text: String,
    pub goal: String,
    pub outcome: Option<Outcome>,
    pub because: String,
}
