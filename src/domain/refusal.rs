//! Why a command cannot be carried out. The sentences stand in `text::refusal`.

use super::method::Role;

/// A command that was not carried out; nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in the text to keep.
    Empty,
    /// The thing the command is about is not there (any more).
    Gone,
    /// V-R1 (S001): this person already has the role that must be somebody else's.
    SamePerson {
        role: Role,
        other: Role,
        name: String,
    },
    /// The method has no such column.
    NoColumn,
    /// The method has no such length or layout.
    NoChoice,
    /// The board has no clock running now.
    NotRunning,
    /// Not paused, so there is nothing to resume.
    NotPaused,
    /// A time that still has to come.
    InFuture,
    /// More minutes than a day, or fewer than one.
    OutOfRange,
    NothingToUndo,
    NothingToRedo,
    /// It is so already.
    NoChange,
    /// The session can be looked at but not changed.
    ReadOnly,
}
