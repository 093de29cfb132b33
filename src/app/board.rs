//! What a working screen shows, whatever the step: a heading and a row of panes with things in
//! them. One mechanism for the Compensatiematrix, the spinnetje, a list of people and a form.
//!
//! Rows of ideas are not copied: a pane names the places, and whoever draws takes what fits.

use crate::domain::advice::Advice;
use crate::domain::goals::Flap;
use crate::domain::id::{CasusId, ClusterId, GoalId, IdeaId, NoteId, PersonId, StepKey};
use crate::domain::ideas::{Place as IdeaPlace, Ring};
use crate::domain::method::{Kind, Role};
use crate::domain::session::Session;

/// A whole board.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Board {
    /// Lines above the panes; the first is the most important.
    pub head: Vec<String>,
    pub panes: Vec<Pane>,
    /// When the panes do not fit beside each other: in rows, all in full, instead of the active
    /// one wide.
    pub grid: bool,
}

impl Board {
    /// One more line above the panes, if there is one.
    pub fn with_head(mut self, line: Option<String>) -> Self {
        self.head.extend(line);
        self
    }
}

/// A vak.
#[derive(Debug, Clone, PartialEq)]
pub struct Pane {
    pub id: PaneId,
    pub title: String,
    /// The letter and kind of a column of the Compensatiematrix.
    pub letter: Option<(String, Kind)>,
    pub rows: Rows,
    /// How the vak stands, in its lower edge: "globaal beeld".
    pub status: String,
    /// What stands in the pane while it is empty: one calm hint.
    pub hint: String,
    /// Is filled in row by row: a row is always selected.
    pub form: bool,
    /// Stays in view at the left while the others pass by beside it.
    pub stays: bool,
    /// The row to keep in view, and to begin at, while none is selected.
    pub anchor: Option<usize>,
}

impl Pane {
    pub fn new(id: PaneId, title: impl Into<String>, rows: Rows) -> Self {
        Self {
            id,
            title: title.into(),
            letter: None,
            rows,
            status: String::new(),
            hint: String::new(),
            form: false,
            stays: false,
            anchor: None,
        }
    }

    pub fn status(mut self, status: impl Into<String>) -> Self {
        self.status = status.into();
        self
    }

    /// Stays in view at the left.
    pub fn stays(mut self) -> Self {
        self.stays = true;
        self
    }

    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

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

/// The rows of a pane.
#[derive(Debug, Clone, PartialEq)]
pub enum Rows {
    Ideas(Vec<IdeaPlace>),
    List(Vec<Row>),
}

/// A row that is no idea.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub item: Item,
    /// Before the text: a tick, a name of a field.
    pub lead: String,
    pub text: String,
    /// After the text, set apart.
    pub tail: String,
}

impl Row {
    pub fn new(item: Item, lead: impl Into<String>, text: impl Into<String>) -> Self {
        Self { item, lead: lead.into(), text: text.into(), tail: String::new() }
    }

    pub fn tail(mut self, tail: impl Into<String>) -> Self {
        self.tail = tail.into();
        self
    }
}

/// Something that can be selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    Idea(IdeaId),
    Note(NoteId),
    Goal(GoalId),
    Person(PersonId),
    Area(String),
    Field(Field),
    Tick(u16),
    Advice(Advice),
    /// An earlier tip: which casus of what was loaded, which tip.
    Earlier(usize, usize),
    /// Something an earlier session still has to find out or to do.
    EarlierNote(usize, usize),
    /// What became of a tip or an advies.
    Course(Advice),
    /// A step where this is filled in.
    There(StepKey),
    /// "Zelfde als vorige keer".
    SameGroup,
    /// A person who is in the kernteam of this casus, or not.
    Core(CasusId, PersonId),
    /// A vervolgactie of this casus, by its number in the method.
    Followup(CasusId, u16),
    /// A line to read, with nothing behind it.
    Plain,
}

/// A field of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Alias,
    Contributor(CasusId),
    Summary,
    ReportWanted,
    Role(Role),
    Start,
    Profile,
    Layout,
    /// The minutes as they usually were.
    Usual,
    Minutes(StepKey),
    FeedbackWho,
    FeedbackWhen,
    FeedbackWhat,
    NextDate,
    NextContributor,
    /// The last row of the agenda: Enter rounds the meeting off.
    End,
    /// The toelichting of the koppel at a goal.
    Explanation(GoalId),
}

impl Rows {
    pub fn len(&self, session: &Session) -> usize {
        match self {
            Self::Ideas(places) => places.iter().map(|place| session.ideas.at(*place).len()).sum(),
            Self::List(rows) => rows.len(),
        }
    }

    pub fn is_empty(&self, session: &Session) -> bool {
        self.len(session) == 0
    }

    /// The thing in row `index`.
    pub fn item(&self, session: &Session, index: usize) -> Option<Item> {
        match self {
            Self::Ideas(places) => {
                let mut index = index;
                for place in places {
                    let ideas = session.ideas.at(*place);
                    if let Some(id) = ideas.get(index) {
                        return Some(Item::Idea(*id));
                    }
                    index -= ideas.len();
                }
                None
            }
            Self::List(rows) => rows.get(index).map(|row| row.item.clone()),
        }
    }
}
