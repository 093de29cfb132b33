//! Everything the screen depends on. Drawing remembers nothing; what is not here does not exist.

use crate::app::board::{Board, Item, Pane};
use crate::app::state::heard::Heard;
use crate::app::state::intent::Ask;
use crate::app::state::line::Line;
use crate::app::state::pick::Pick;
use crate::app::state::place::{Place, SetupPage};
use crate::app::state::practice::Practice;
use crate::app::state::wall::{Face, Wall};
use crate::app::steps::clusteren::suggest::Prepared;
use crate::app::turn::book::Reader;
use crate::app::turn::window::Window;
use crate::domain::advice::Advice;
use crate::domain::id::{CasusId, IdeaId, NoteId, PersonId, StepKey};
use crate::domain::journal::Journal;
use crate::domain::life::Outcome;
use crate::domain::method::Activity;
use crate::domain::people::{Person, RoundKind};
use crate::domain::privacy::Known;
use crate::domain::session::Session;
use crate::domain::time::{Moment, Now};
use crate::domain::time_report::Usual;
use crate::keys::map::KeyMap;
use serde::Deserialize;
use serde::Serialize;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// The program.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    pub screen: Screen,
    pub dialog: Option<Dialog>,
    pub live: Option<Live>,
    pub prefs: Prefs,
    pub size: Size,
    /// One quiet line: what just happened, or why something did not.
    pub notice: Option<String>,
    pub keys: KeyMap,
    /// The methods that can be chosen, once they were asked for.
    pub methods: Vec<MethodChoice>,
    /// Whether this window has the keyboard; `None` where the terminal does not tell.
    pub keyboard: Option<bool>,
}

/// Which screen. Work is on the session in `live`.
#[derive(Debug, Clone, PartialEq)]
pub enum Screen {
    Start(Pick),
    Work,
    /// A window beside the begeleidersscherm.
    Window(Window),
    /// The book *Wat werkte*.
    Book(Box<Reader>),
}

/// What lies over the screen.
#[derive(Debug, Clone, PartialEq)]
pub enum Dialog {
    Pick(Pick),
    Page(Page),
}

/// Text to read and scroll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub title: String,
    pub lines: Vec<String>,
    pub scroll: usize,
}

/// The size of the terminal in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Size {
    pub width: u16,
    pub height: u16,
}

/// Settings of the program.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prefs {
    /// Names of the themes that can be chosen.
    pub themes: Vec<String>,
    pub theme: usize,
    pub mouse: bool,
    pub bell: bool,
    pub ascii: bool,
    /// How to make the letters of this terminal smaller or larger, in words.
    pub zoom: String,
}

/// A werkwijze in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MethodChoice {
    pub name: String,
    pub about: String,
    /// Why it cannot be used, in one sentence.
    pub trouble: Option<String>,
}

/// An open session.
#[derive(Debug, Clone, PartialEq)]
pub struct Live {
    pub session: Session,
    pub journal: Journal,
    /// Name of its folder.
    pub folder: String,
    pub saved: Saved,
    pub view: View,
    pub practice: Option<Practice>,
    /// Tips of earlier sessions about which something may be told.
    pub earlier: Vec<Earlier>,
    /// The names and words that the privacy filter looks for.
    pub known: Known,
    /// Words that the inbrenger wants to keep off the screen: in memory only (decision 29).
    pub listed: Vec<String>,
    /// The people of the latest other session: "zelfde als vorige keer".
    pub group: Vec<Person>,
    /// How long the steps of this werkwijze took in earlier sessions.
    pub usual: Vec<Usual>,
    /// What the tijdbewaker signalled last.
    pub heard: Option<Heard>,
    /// The last moment at which the program was awake: a hole in it is sleep.
    pub seen: Moment,
}

/// What is on disk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Saved {
    /// The newest entry that is on disk.
    pub seq: u64,
    pub at: Option<Moment>,
    /// Why it does not save now.
    pub trouble: Option<String>,
    /// Why it can only be looked at.
    pub read_only: Option<String>,
}

/// Where the begeleider looks, and what is half typed.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    pub place: Place,
    pub focus: BTreeMap<Place, Focus>,
    pub lines: BTreeMap<Place, Line>,
    pub prompt: Option<Prompt>,
    pub round: Option<Round>,
    /// Ideas marked with Space, to be moved together.
    pub marked: BTreeSet<IdeaId>,
    pub guard: Guard,
    pub wall: Wall,
    /// The words of the post-its in view, for suggestions.
    pub prepared: Prepared,
}

/// Small memories that keep a hasty hand from doing harm.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Guard {
    /// When something was added last: a second Enter right after it does nothing.
    pub added: Option<Moment>,
    /// Since when somebody types in a step that has not been started.
    pub typing: Option<(StepKey, Moment)>,
    /// Steps for which "begonnen?" was asked already.
    pub asked: BTreeSet<StepKey>,
    /// The entry in an earlier step that undo has warned about.
    pub undo: Option<u64>,
    /// The tip sheet was made.
    pub printed: bool,
}

/// Where the selection is at one place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Focus {
    pub pane: usize,
    /// Index of the selected row in the pane, if any.
    pub row: Option<usize>,
    /// Which goal of the board.
    pub goal: usize,
    /// Which advies was selected last: the panes beside the list are about it.
    #[serde(default)]
    pub advice: Option<Advice>,
}

/// A text that is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Prompt {
    pub ask: Ask,
    pub line: Line,
}

/// A ronde that goes round now. Who has spoken is written down at its end, sorted.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    pub kind: RoundKind,
    pub step: StepKey,
    pub spoken: BTreeSet<PersonId>,
    /// What the order was drawn with: never written down.
    pub chance: u64,
    /// When the present turn began.
    pub turn: Moment,
}

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

impl View {
    pub fn new() -> Self {
        Self {
            place: Place::Setup(SetupPage::Casus),
            focus: BTreeMap::new(),
            lines: BTreeMap::new(),
            prompt: None,
            round: None,
            marked: BTreeSet::new(),
            guard: Guard::default(),
            wall: Wall::default(),
            prepared: Prepared::default(),
        }
    }

    pub fn focus(&self) -> Focus {
        self.focus.get(&self.place).cloned().unwrap_or_default()
    }

    pub fn focus_mut(&mut self) -> &mut Focus {
        self.focus.entry(self.place).or_default()
    }

    /// The text in de regel: of the prompt, or of this place.
    pub fn text(&self) -> &str {
        self.line().text()
    }

    /// De regel: of the prompt, or of this place.
    pub fn line(&self) -> &Line {
        static EMPTY: Line = Line::EMPTY;
        match &self.prompt {
            Some(prompt) => &prompt.line,
            None => self.lines.get(&self.place).unwrap_or(&EMPTY),
        }
    }

    pub fn line_mut(&mut self) -> &mut Line {
        match &mut self.prompt {
            Some(prompt) => &mut prompt.line,
            None => self.lines.entry(self.place).or_default(),
        }
    }
}

impl Default for View {
    fn default() -> Self {
        Self::new()
    }
}

impl Live {
    /// Whether everything that happened is on disk.
    pub fn is_saved(&self) -> bool {
        self.journal.entries().next_back().is_none_or(|entry| entry.seq <= self.saved.seq)
    }

    /// What only the begeleider may see may be shown.
    pub fn is_private(&self) -> bool {
        !self.session.plan.settings.group_watches() && self.view.wall.face == Face::Working
    }
}

/// What an activity may look at to say what a key or a text means. It can change nothing.
#[derive(Debug, Clone, Copy)]
pub struct Ctx<'a> {
    pub live: &'a Live,
    pub now: &'a Now,
}

impl<'a> Ctx<'a> {
    pub fn session(&self) -> &'a Session {
        &self.live.session
    }

    pub fn place(&self) -> Place {
        self.live.view.place
    }

    pub fn step(&self) -> Option<StepKey> {
        self.place().step()
    }

    /// The casus in view. In the preparation that is the newest; Tab past the last pane goes to
    /// the one before it, as it goes to the next goal elsewhere.
    pub fn casus(&self) -> CasusId {
        let casussen = &self.session().casussen;
        let earlier = match self.place() {
            Place::Setup(SetupPage::Casus) => casussen.iter().rev().nth(self.live.view.focus().goal),
            Place::Setup(_) | Place::Step(_) | Place::Harvest(_) => None,
        };
        earlier.map_or_else(|| self.place().casus(self.session()), |casus| casus.id)
    }

    /// Whether a casus is a koppel: the method hangs its goals on flappen (S000).
    pub fn has_koppels(&self) -> bool {
        self.session().method.has(Activity::Presenteren)
    }

    /// What people of this method call a casus.
    pub fn casus_word(&self) -> &'static str {
        if self.has_koppels() { "koppel" } else { "casus" }
    }

    /// Which pane has the focus: the last one when there are fewer than there were.
    pub fn pane_index(&self, board: &Board) -> usize {
        self.live.view.focus().pane.min(board.panes.len().saturating_sub(1))
    }

    /// The pane with the focus.
    pub fn pane<'b>(&self, board: &'b Board) -> Option<&'b Pane> {
        board.panes.get(self.pane_index(board))
    }

    /// The selected thing, if any.
    pub fn item(&self, board: &Board) -> Option<Item> {
        let pane = self.pane(board)?;
        let row = self.live.view.focus().row.or(pane.form.then_some(0))?;
        pane.rows.item(self.session(), row)
    }
}
