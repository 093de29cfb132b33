//! What a dialog is about. Its content is made from the session when it opens.

use crate::domain::advice::Advice;
use crate::domain::id::{CasusId, ClusterId, GoalId, IdeaId, NoteId, PersonId};
use crate::domain::wipe::Thing;

/// What a dialog is about. Its content is made from the session when it opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    Menu,
    Help,
    Cards,
    Card(usize),
    Time,
    Idea(IdeaId),
    MoveIdea(IdeaId),
    Note(NoteId),
    Goal(GoalId),
    Owner(GoalId),
    /// The samenvatting of a casus, to read.
    Summary(CasusId),
    Followup(CasusId, u16),
    Person(PersonId),
    Earlier(usize, usize),
    EarlierNote(usize, usize),
    Course(Advice),
    Bin,
    /// Which thing of the prullenbak goes for good, and whether it really does.
    WipeBin,
    WipeThing(Thing),
    Papers,
    TimeReport,
    NotHeard,
    NotVisited,
    IdeaToGoal(IdeaId),
    Cluster(ClusterId),
    MergeCluster(ClusterId),
    ClusterToGoal(ClusterId),
    Advice(Advice),
    /// Which bezwaar is the reason.
    Reject(Advice),
    Quit,
    /// To the start screen while something is not on disk.
    Leave,
}
