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
    /// V-C2 (S000): no more casussen in one meeting than this.
    TooManyCasussen(usize),
    /// All letters are in use, or the letter that was asked for is.
    TooManyClusters,
    /// V-D4 (S000): a goal is of the PMD, of the MZ, or of both, and of nobody else.
    NoFlap,
    /// V-A2 (S000): the group has decided about the advies with this label.
    Decided(String),
    /// V-A3: only what the group selected can be chosen.
    NotSelected(String),
    /// V-A3: what was chosen has been discussed, and was selected.
    Chosen(String),
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
    /// A lesson with a BSN in it does not enter the book.
    Bsn,
    /// The session can be looked at but not changed.
    ReadOnly,
}
