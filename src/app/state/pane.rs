//! Which pane of a board: its name over all activities, and the one with the focus.

use crate::domain::goals::Flap;
use crate::domain::id::{CasusId, ClusterId};
use crate::domain::ideas::Ring;

/// Which pane it is, over all activities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaneId {
    Form,
    People,
    Principles,
    Checklist,
    Spider(u16),
    Questions,
    Research,
    Areas,
    /// Goals of a gebied, by its place among the chosen ones.
    Goals(u16),
    Column(u16),
    Unplaced,
    Tips,
    StandsOut,
    Agreements,
    /// Tips of an earlier session, by its index in what was loaded.
    Earlier(usize),
    Heard,
    Remarks,
    /// The goals on a flap of the koppel.
    Flap(Flap),
    /// Everybody, with a tick for who is in the kernteam of this casus.
    Core(CasusId),
    /// Tips that came too early, for the flappen.
    ForLater,
    Followups,
    /// Answers to a question of the evaluation, by its number in the method.
    Evaluation(u16),
    LookBack,
    /// The calm screen of the silent brainstorm.
    Silence,
    /// Loose post-its at a goal; in the ring variant of one ring.
    Loose(Option<Ring>),
    Cluster(ClusterId),
    /// The adviezen of a goal, with their post-its.
    Advices,
    Pros,
    Cons,
    /// The adviezen that were selected.
    Selected,
    Summary,
    ToDiscuss,
    /// What goes along to the client at a goal, by its place among the rows of the casus.
    Harvest(u16),
    /// What does not go along.
    LeftBehind,
    /// Notes at tips and adviezen.
    AtAdvices,
}

/// The pane with the focus as it stood when the board was last built: panes come and go, as clusters
/// do, and the focus stays on the one it was on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InFocus {
    pub id: PaneId,
    /// Whether it is filled in row by row.
    pub form: bool,
    /// How many rows it has.
    pub rows: usize,
}
