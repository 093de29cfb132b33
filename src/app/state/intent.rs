//! What a key, a choice or a line of text comes down to: plain data, made by the activities and
//! carried out in one place, `app::update`. An activity cannot write to the session itself.

use crate::app::state::model::Focus;
use crate::app::state::place::Place;
use crate::app::state::wall::Spotlight;
use crate::app::turn::book::Wish;
use crate::domain::advice::Advice;
use crate::domain::command::Command;
use crate::domain::id::{CasusId, ClusterId, GoalId, IdeaId, NoteId, PersonId, StepKey};
use crate::domain::life::Outcome;
use crate::domain::people::RoundKind;
use crate::domain::signal::Signal;
use crate::domain::time::Moment;
use crate::domain::wipe::Thing;
use crate::keys::action::Action;
use crate::paper::Format;
use crate::paper::sieve::Way;

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
    Say(String),
    /// The texts of a thing go for good.
    Wipe(Thing),
    /// One after the other.
    All(Vec<Intent>),
}

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

/// A text that is asked for in de regel, for one purpose.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    ChangeIdea(IdeaId),
    ChangeNote(NoteId),
    ChangeGoal(GoalId),
    ChangePerson(PersonId),
    /// What stands in the way of working on a goal now.
    Barrier(GoalId),
    /// When a vervolgactie is to be done.
    FollowupDate(CasusId, u16),
    Because {
        session: String,
        advice: Advice,
        outcome: Outcome,
    },
    /// What became of it, and why.
    Tried(Advice, Outcome),
    /// Who takes it up.
    TakenUp(Advice),
    /// A note at a tip or an advies.
    About(Advice),
    /// The file of a casus of another table.
    Packet,
    /// What has to be found out, and by whom.
    Research(CasusId),
    Deepening(CasusId),
    Postpone(CasusId),
    /// Somebody came later, or left.
    Person,
    PauseReason,
    BegunAt(StepKey),
    OwnMinutes(StepKey),
    /// One person holds both roles: why?
    RoleReason {
        role: crate::domain::method::Role,
        person: PersonId,
    },
    OtherFolder,
    /// Words that the group may not see.
    ListedWords,
    NameCluster(ClusterId),
    /// Why the group selects an advies, and then what it is for.
    Reasoning(Advice),
    /// What an advies is for, with this koppel.
    Purpose(Advice),
}

/// Which sheets, in which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Print {
    /// The sheet a meeting is for, the tip sheet or werkblad 8, in all forms.
    Tips(CasusId),
    Sheet(crate::paper::Sheet, CasusId, Format),
    /// One that is the same for every meeting, such as the handbook.
    Program(crate::paper::Sheet, Format),
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
