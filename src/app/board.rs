//! What a working screen shows, whatever the step: a heading and a row of panes with things in
//! them. One mechanism for the Compensatiematrix, the spinnetje, a list of people and a form.
//!
//! A pane says what it takes and what the room may see of it. Rows of ideas are not copied: a pane
//! names the places, and whoever draws takes what fits.

pub use super::state::pane::PaneId;

use super::state::live::Ctx;
use super::state::pane::InFocus;
use super::state::shown::Shown;
use crate::domain::advice::Advice;
use crate::domain::goals::Flap;
use crate::domain::id::{CasusId, GoalId, IdeaId, NoteId, PersonId, StepKey};
use crate::domain::ideas::{Place as IdeaPlace, Ring};
use crate::domain::method::{Kind, Role, Word};
use crate::domain::notes::Spot;
use crate::domain::session::Session;

/// A whole board.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Board {
    /// Lines above the panes; the first is the most important.
    pub head: Vec<Shown>,
    pub panes: Vec<Pane>,
    /// When the panes do not fit beside each other: in rows, all in full, instead of the active
    /// one wide.
    pub grid: bool,
}

impl Board {
    pub fn new(head: impl Into<Shown>, panes: Vec<Pane>) -> Self {
        Self { head: vec![head.into()], panes, grid: false }
    }

    /// All panes in rows, when they do not fit beside each other.
    pub fn grid(mut self) -> Self {
        self.grid = true;
        self
    }

    /// More lines above the panes.
    pub fn with_head(mut self, lines: impl IntoIterator<Item = Shown>) -> Self {
        self.head.extend(lines);
        self
    }

    /// Which pane has the focus: the last one when there are fewer than there were.
    pub fn index(&self, ctx: Ctx<'_>) -> usize {
        ctx.live.view.focus().pane.min(self.panes.len().saturating_sub(1))
    }

    /// The pane with the focus.
    pub fn pane(&self, ctx: Ctx<'_>) -> Option<&Pane> {
        self.panes.get(self.index(ctx))
    }

    /// The pane with the focus, to stay on it when the board changes.
    pub fn in_focus(&self, ctx: Ctx<'_>) -> Option<InFocus> {
        let pane = self.pane(ctx)?;
        Some(InFocus { id: pane.id, form: pane.form, rows: pane.rows.len(ctx.session()) })
    }

    /// The identity of the pane with the focus.
    pub fn pane_id(&self, ctx: Ctx<'_>) -> Option<PaneId> {
        self.pane(ctx).map(|pane| pane.id)
    }

    /// The selected thing, if any.
    pub fn item(&self, ctx: Ctx<'_>) -> Option<Item> {
        let pane = self.pane(ctx)?;
        let row = ctx.live.view.focus().row.or(pane.form.then_some(0))?;
        pane.rows.item(ctx.session(), row)
    }
}

/// A vak.
#[derive(Debug, Clone, PartialEq)]
pub struct Pane {
    pub id: PaneId,
    pub title: Shown,
    pub takes: Takes,
    pub room: Room,
    /// What stands before the line while this pane has the focus; the title when it is empty.
    pub asks: Shown,
    /// The letter and kind of a column of the Compensatiematrix.
    pub letter: Option<(Word, Kind)>,
    pub rows: Rows,
    /// How the vak stands, in its lower edge: "globaal beeld".
    pub status: Shown,
    /// What stands in the pane while it is empty: one calm hint.
    pub hint: Shown,
    /// Is filled in row by row: a row is always selected.
    pub form: bool,
    /// Stays in view at the left while the others pass by beside it.
    pub stays: bool,
    /// The row to keep in view, and to begin at, while none is selected.
    pub anchor: Option<usize>,
}

/// What a text becomes that is typed while a pane has the focus.
#[derive(Debug, Clone, PartialEq)]
pub enum Takes {
    /// A note of this kind.
    Note(Spot),
    /// A tip or a post-it there.
    Idea(IdeaPlace, Option<Ring>),
    Goal(Lane),
    /// Somebody at the table.
    Person,
    /// Somebody in the kernteam of this casus, or out of it.
    Core(CasusId),
    /// What the selected field asks.
    Fields,
    /// Words to find in what the pane lists.
    Search,
    /// Nothing, and this is why.
    Nothing(&'static str),
}

/// Where a goal comes.
#[derive(Debug, Clone, PartialEq)]
pub enum Lane {
    /// Under a gebied, or under none.
    Area(Option<String>),
    Flap(Flap),
}

impl Takes {
    /// Whether people add at its end: then the newest stays in view.
    pub fn grows(&self) -> bool {
        match self {
            Self::Note(_) | Self::Idea(..) | Self::Goal(_) | Self::Person => true,
            Self::Core(_) | Self::Fields | Self::Search | Self::Nothing(_) => false,
        }
    }
}

/// What the room may see of a pane. Whoever adds a pane decides here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// Persons, what they asked or did, what is private to who leads.
    Private,
    /// Its things; with its hint while it is empty, and with what stands behind a thing.
    Shared { hint: bool, tail: bool },
}

impl Room {
    /// Its things and nothing else.
    pub const THINGS: Self = Self::Shared { hint: false, tail: false };
    /// Its things, and the question while it is empty.
    pub const ASKED: Self = Self::Shared { hint: true, tail: false };
    /// Its things, and what stands behind them.
    pub const TOLD: Self = Self::Shared { hint: false, tail: true };
}

impl Pane {
    pub fn new(id: PaneId, title: impl Into<Shown>, takes: Takes, room: Room, rows: Rows) -> Self {
        Self {
            id,
            title: title.into(),
            takes,
            room,
            asks: Shown::EMPTY,
            letter: None,
            rows,
            status: Shown::EMPTY,
            hint: Shown::EMPTY,
            form: false,
            stays: false,
            anchor: None,
        }
    }

    /// What stands before the line.
    pub fn asks(mut self, label: impl Into<Shown>) -> Self {
        self.asks = label.into();
        self
    }

    pub fn status(mut self, status: impl Into<Shown>) -> Self {
        self.status = status.into();
        self
    }

    /// Stays in view at the left.
    pub fn stays(mut self) -> Self {
        self.stays = true;
        self
    }

    /// Filled in row by row.
    pub fn form(mut self) -> Self {
        self.form = true;
        self
    }

    pub fn hint(mut self, hint: impl Into<Shown>) -> Self {
        self.hint = hint.into();
        self
    }
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
    pub lead: Shown,
    pub text: Shown,
    /// After the text, set apart.
    pub tail: Shown,
}

impl Row {
    pub fn new(item: Item, lead: impl Into<Shown>, text: impl Into<Shown>) -> Self {
        Self { item, lead: lead.into(), text: text.into(), tail: Shown::EMPTY }
    }

    pub fn tail(mut self, tail: impl Into<Shown>) -> Self {
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
