//! What a key, a choice or a line of text comes down to: plain data, made by the activities and
//! carried out in one place, `turn::carry`. An activity cannot write to the session itself.

use super::ask::Ask;
use super::live::Focus;
use super::place::Place;
use super::reader::Wish;
use super::shown::Shown;
use super::topic::Topic;
use super::wall::Spotlight;
use crate::domain::command::Command;
use crate::domain::id::{CasusId, IdeaId, StepKey};
use crate::domain::people::RoundKind;
use crate::domain::signal::Signal;
use crate::domain::time::Moment;
use crate::domain::wipe::Thing;
use crate::keys::action::Action;
use crate::paper::sieve::Way;
use crate::paper::{Format, Sheet};

#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// Nothing to do.
    Nothing,
    /// These together are one gesture: one entry, one undo step.
    Do(Vec<Command>),
    /// As `Do`, with text from de regel, which is emptied only when it was taken.
    Add(Vec<Command>),
    Act(Action),
    /// Shows a list, a page or a question.
    Open(Topic),
    /// Asks for one text in de regel.
    Ask(Ask),
    Go(Place),
    /// Starts a step, or asks what has to be asked first.
    Start(StepKey),
    StartSince(StepKey, Moment),
    BeginRound(RoundKind),
    /// Goes on to the next task of the practice.
    SkipTask,
    /// To a koppel of the preparation, the newest first.
    Koppel(usize),
    /// To a pane of the board.
    Pane(usize),
    /// To a goal, a pane and a row of the board.
    Focus(Focus),
    /// Marks an idea to be moved with others, or unmarks it.
    Mark(IdeaId),
    /// The person whose turn it is has had it, or passed.
    Turn,
    EndRound,
    /// Files are made and the user hears where they are.
    Print(Print),
    /// The same, after the question about what the privacy filter found on them.
    PrintAs(Vec<Print>, Way),
    /// Goes on saving in another folder.
    MoveTo(String),
    /// Reads the casus of another table from a file.
    LoadPacket(String),
    File(FileWish),
    /// From now on these words are hidden; they are kept in memory only.
    Hide(Vec<String>),
    Setting(Setting),
    /// Something of the book *Wat werkte*.
    Book(Wish),
    /// The tijdbewaker says something.
    Signal(Signal),
    /// One thing fills the groepsscherm, or no longer does.
    Spotlight(Option<Spotlight>),
    /// The window of the group shows nothing for a moment, or shows again.
    Cover(bool),
    /// De regel shows dots while the group watches, or its text.
    Veil(bool),
    /// Puts a text in de regel.
    Type(String),
    /// Says something quietly, changes nothing.
    Say(Shown),
    /// The texts of a thing go for good.
    Wipe(Thing),
    /// One after the other.
    All(Vec<Intent>),
}

/// Which sheets, in which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Print {
    /// The sheet a meeting is for, the tip sheet or werkblad 8, in all forms.
    Tips(CasusId),
    Sheet(Sheet, CasusId, Format),
    /// One that is the same for every meeting, such as the handbook.
    Program(Sheet, Format),
    /// All tips of the meeting, as a table.
    Ideas,
}

/// What is asked of the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileWish {
    Methods,
    /// Begins a session with the method of this index in the list.
    Create(usize),
    OpenLatest,
    List,
    Open(String),
    /// Which werkwijze to practise with.
    Lessons,
    Practice {
        method: String,
        fresh: bool,
    },
    Retry,
    /// The lists for inspiration of the werkwijze.
    Inspiration,
    Wipe(Wiping),
    /// Leaves the session for the start screen; asks first when something is not on disk.
    Close,
    /// The same, after that question.
    Leave,
    Quit,
}

/// Taking a session off the disk, step by step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wiping {
    /// Which one.
    Which,
    /// What would go.
    Plan(String),
    /// Confirmed; with the sheets elsewhere, or only what lies in its folder.
    Go { folder: String, sheets: bool },
}

/// A setting of this program, not of the session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Setting {
    Theme(usize),
    Mouse(bool),
    Bell(bool),
}

impl Intent {
    /// Whether it only looks at something: that may be done in a session that cannot be changed.
    pub fn only_looks(&self) -> bool {
        matches!(
            self,
            Self::Nothing | Self::Open(_) | Self::Go(_) | Self::Pane(_) | Self::Koppel(_) | Self::Focus(_)
        )
    }
}
