//! An open session on the screen: the meeting itself, where the begeleider looks, and what is half
//! typed. What an activity may look at is [`Ctx`]: it can change nothing.

use super::ask::Ask;
use super::earlier::Earlier;
use super::heard::Heard;
use super::line::Line;
use super::pane::InFocus;
use super::place::{Place, SetupPage};
use super::practice::Practice;
use super::wall::{Face, Wall};
use crate::domain::advice::Advice;
use crate::domain::goals::Row;
use crate::domain::id::{CasusId, IdeaId, PersonId, StepKey};
use crate::domain::journal::Journal;
use crate::domain::method::Activity;
use crate::domain::people::{Person, RoundKind};
use crate::domain::privacy::Known;
use crate::domain::session::Session;
use crate::domain::time::{Moment, Now};
use crate::domain::time_report::Usual;
use crate::text::alike::Cache;
use serde::Deserialize;
use serde::Serialize;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

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
    /// The pane with the focus; `None` since something moved.
    pub in_focus: Option<InFocus>,
    /// The words of the post-its in view, for suggestions.
    pub prepared: Cache<Advice>,
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
            in_focus: None,
            prepared: Cache::default(),
        }
    }

    pub fn focus(&self) -> Focus {
        self.focus.get(&self.place).cloned().unwrap_or_default()
    }

    /// To move: which pane has the focus is looked up again.
    pub fn focus_mut(&mut self) -> &mut Focus {
        self.in_focus = None;
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

    /// The goals people go through here, one board each.
    pub fn rows(&self) -> Vec<Row> {
        self.session().rows(self.casus())
    }

    /// The place of the goal in view among the goals.
    pub fn goal_index(&self) -> usize {
        self.live.view.focus().goal.min(self.rows().len().saturating_sub(1))
    }

    /// The goal whose board is in view.
    pub fn row(&self) -> Row {
        let here = self.rows().get(self.goal_index()).copied();
        here.unwrap_or(Row { casus: self.casus(), goal: None })
    }

    /// What people do in the step in view; a page of the preparation has no activity of its own.
    pub fn activity(&self) -> Option<Activity> {
        self.place().activity(self.session())
    }

    /// Whether this is drawn for the room, where only what was checked may stand.
    pub fn is_for_the_room(&self) -> bool {
        self.live.view.wall.face != Face::Working
    }

    /// Whether the clock of the step in view runs.
    pub fn is_running(&self) -> bool {
        let running = self.session().clock.current().map(|(key, _)| key);
        running.is_some() && running == self.step()
    }
}
