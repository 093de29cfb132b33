//! *Wat werkte* on the screen: what was found, what waits to be read, and the text on its way in.

use super::line::Line;
use super::shown::Shown;
use crate::domain::book::{Book, Candidate, Event};
use crate::domain::id::{GoalId, LessonId};
use crate::domain::lesson::Lesson;
use crate::paper::lessons::Form;
use crate::text::lessons::Index;

/// The book on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Reader {
    pub book: Book,
    pub index: Index,
    pub line: Line,
    /// What the words in de regel find.
    pub found: Vec<LessonId>,
    /// The row with what waits, when there is one, and then the lessons.
    pub selected: usize,
    /// What was not read yet; the first one is read now.
    pub waiting: Vec<Candidate>,
    /// What was read in this window, to bring back.
    pub read: Vec<Candidate>,
    pub read_only: Option<String>,
    pub draft: Option<Draft>,
    /// What takes back each gesture, the newest last.
    pub undo: Vec<Vec<Event>>,
}

/// A text on its way into the book.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub about: About,
    pub lesson: Lesson,
    /// Which part of it is in de regel.
    pub asked: Option<(Field, Line)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// The first one that waits.
    Waiting,
    Lesson(LessonId),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Tip,
    Because,
}

/// What a choice about the book comes down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    Open,
    Read,
    Keep,
    Decline,
    /// Not now: it waits until the book is opened again.
    Later,
    /// Other words for what is open.
    Reword,
    Show(LessonId),
    Remove(LessonId),
    Export(Form),
    Close,
    /// What worked before for a goal like this one.
    Earlier(GoalId),
}

/// What is asked of the disk.
#[derive(Debug, Clone, PartialEq)]
pub enum Errand {
    Open,
    Keep { events: Vec<Event>, undo: bool },
    Close,
    Look(GoalId),
}

/// What the disk answers.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    Opened {
        book: Book,
        read_only: Option<String>,
    },
    /// What came of tips in the sessions.
    Waiting(Vec<Candidate>),
    Kept {
        events: Vec<Event>,
        undo: bool,
    },
    Looked {
        goal: GoalId,
        book: Book,
    },
}

impl Reader {
    pub fn new(book: Book, read_only: Option<String>) -> Self {
        let index = Index::of(&book);
        let found = index.find("");
        Self {
            book,
            index,
            line: Line::default(),
            found,
            selected: 0,
            waiting: Vec::new(),
            read: Vec::new(),
            read_only,
            draft: None,
            undo: Vec::new(),
        }
    }

    /// The first row, when something waits.
    pub fn waits(&self) -> Option<Shown> {
        let count = self.waiting.len();
        let lessons = Shown::count(count, "les wacht", "lessen wachten");
        (count > 0 && self.line.is_empty()).then(|| Shown::fill("{} om gelezen te worden", &[&lessons]))
    }

    /// How many rows can be selected.
    pub fn rows(&self) -> usize {
        self.found.len() + usize::from(self.waits().is_some())
    }

    /// The lesson in this row.
    pub fn lesson(&self, row: usize) -> Option<(LessonId, &Lesson)> {
        let row = row.checked_sub(usize::from(self.waits().is_some()))?;
        let id = *self.found.get(row)?;
        Some((id, self.book.get(id)?))
    }

    /// The label of de regel, and what is in it.
    pub fn asked(&self) -> (&'static str, &Line) {
        match self.draft.as_ref().and_then(|draft| draft.asked.as_ref()) {
            Some((Field::Tip, line)) => ("Tip", line),
            Some((Field::Because, line)) => ("Omdat", line),
            None => ("Zoek in wat werkte", &self.line),
        }
    }

    /// Whether a text is being changed.
    pub fn is_asking(&self) -> bool {
        self.draft.as_ref().is_some_and(|draft| draft.asked.is_some())
    }

    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    pub fn input(&mut self) -> &mut Line {
        match self.draft.as_mut().and_then(|draft| draft.asked.as_mut()) {
            Some((_, line)) => line,
            None => &mut self.line,
        }
    }

    /// One pass over all lessons.
    pub fn search(&mut self) {
        self.found = self.index.find(self.line.text());
        self.selected = 0;
    }

    pub fn take_in(&mut self, events: &[Event], undo: bool) {
        // The last event is taken back first.
        let mut back = Vec::new();
        for event in events {
            back.splice(0..0, self.book.inverse(event));
            self.book.apply(event);
            match event {
                Event::Added { from: Some(trace), .. } | Event::Declined(trace) => {
                    let settled = self.waiting.extract_if(.., |one| one.trace == *trace);
                    self.read.extend(settled);
                }
                Event::Reopened(trace) => {
                    let again: Vec<_> = self.read.extract_if(.., |one| one.trace == *trace).collect();
                    self.waiting.splice(0..0, again);
                }
                Event::Added { .. } | Event::Changed { .. } | Event::Removed { .. } => {}
            }
        }
        if !undo {
            self.undo.push(back);
        }
        self.index = Index::of(&self.book);
        let selected = self.selected;
        self.search();
        self.selected = selected.min(self.rows().saturating_sub(1));
    }
}
