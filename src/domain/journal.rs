//! The journal: everything that happened, in order. A session is the fold of it.
//!
//! One entry is one gesture, one line on disk and one undo step. Undo and redo are entries too;
//! nothing is ever taken away and no inverse is ever computed: the session is folded again
//! without the entries that were undone.

use super::event::Event;
use super::method::Method;
use super::session::Session;
use super::time::Moment;
use super::{clock, verdicts};
use serde::{Deserialize, Serialize};

/// The format this program writes. A higher number in a file means: made by a newer program.
pub const FORMAT: u32 = 1;

/// The first line of a journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    pub format: u32,
    /// Version of the program that began the journal.
    pub app: String,
    pub at: Moment,
    /// The whole werkwijze, so that the session outlives changes in the user's files.
    pub method: Method,
}

/// One line of a journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Counts from 1 without a gap.
    pub seq: u64,
    pub at: Moment,
    pub act: Act,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Act {
    Do(Vec<Event>),
    Undo,
    Redo,
}

impl Entry {
    /// Written by the program itself, about texts that were there.
    pub fn is_late_verdict(&self) -> bool {
        matches!(&self.act, Act::Do(events) if matches!(events.as_slice(), [Event::Verdict(verdicts::Event::Late(..))]))
    }
}

/// A journal in memory, with what can be undone and redone.
#[derive(Debug, Clone, PartialEq)]
pub struct Journal {
    opened: Opened,
    lines: Vec<Line>,
    /// Indices of content entries that hold, oldest first.
    done: Vec<usize>,
    /// Indices of entries that were undone, in that order.
    undone: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq)]
struct Line {
    entry: Entry,
    holds: bool,
}

impl Journal {
    pub fn new(opened: Opened) -> Self {
        Self { opened, lines: Vec::new(), done: Vec::new(), undone: Vec::new() }
    }

    /// The journal of a file that was read.
    pub fn of(opened: Opened, entries: Vec<Entry>) -> Self {
        let mut journal = Self::new(opened);
        for entry in entries {
            journal.push(entry);
        }
        journal
    }

    pub fn opened(&self) -> &Opened {
        &self.opened
    }

    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.lines.iter().map(|line| &line.entry)
    }

    pub fn len(&self) -> usize {
        self.lines.len()
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The moment of the newest entry, or of the beginning.
    pub fn last_at(&self) -> Moment {
        self.lines.last().map_or(self.opened.at, |line| line.entry.at)
    }

    /// The entry that follows the newest one.
    pub fn next(&self, at: Moment, act: Act) -> Entry {
        let seq = self.lines.last().map_or(0, |line| line.entry.seq) + 1;
        Entry { seq, at, act }
    }

    /// Takes in an entry. An undo with nothing to undo changes nothing.
    pub fn push(&mut self, entry: Entry) {
        let index = self.lines.len();
        match &entry.act {
            Act::Do(events) => {
                if !is_fact(events) {
                    self.done.push(index);
                    self.undone.clear();
                }
            }
            Act::Undo => {
                if let Some(target) = self.undo_index() {
                    self.set(target, false);
                    self.done.retain(|other| *other != target);
                    self.undone.push(target);
                }
            }
            Act::Redo => {
                if let Some(target) = self.undone.pop() {
                    self.set(target, true);
                    if !self.lines.get(target).is_some_and(Line::is_fact) {
                        self.done.push(target);
                    }
                }
            }
        }
        self.lines.push(Line { entry, holds: true });
    }

    fn set(&mut self, index: usize, holds: bool) {
        if let Some(line) = self.lines.get_mut(index) {
            line.holds = holds;
        }
    }

    /// A clock start is undone only while it is the newest entry; otherwise facts of the clock are
    /// passed over (decision 15).
    fn undo_index(&self) -> Option<usize> {
        match self.lines.last() {
            Some(line) if line.starts_clock() => Some(self.lines.len() - 1),
            _ => self.done.last().copied(),
        }
    }

    /// What the next undo takes back.
    pub fn undoable(&self) -> Option<&Entry> {
        self.lines.get(self.undo_index()?).map(|line| &line.entry)
    }

    /// What the next redo brings back.
    pub fn redoable(&self) -> Option<&Entry> {
        self.lines.get(*self.undone.last()?).map(|line| &line.entry)
    }

    /// The session as it stands.
    pub fn fold(&self) -> Session {
        let mut session = Session::new(self.opened.method.clone());
        for line in self.lines.iter().filter(|line| line.holds) {
            if let Act::Do(events) = &line.entry.act {
                for event in events {
                    session.apply(event);
                }
            }
        }
        session
    }

    /// The session as it was when `entry` had not happened yet: to say in words what it did.
    pub fn fold_before(&self, seq: u64) -> Session {
        let mut session = Session::new(self.opened.method.clone());
        for line in self.lines.iter().filter(|line| line.holds && line.entry.seq < seq) {
            if let Act::Do(events) = &line.entry.act {
                for event in events {
                    session.apply(event);
                }
            }
        }
        session
    }
}

impl Line {
    fn is_fact(&self) -> bool {
        matches!(&self.entry.act, Act::Do(events) if is_fact(events))
    }

    fn starts_clock(&self) -> bool {
        let starts = |event: &Event| matches!(event, Event::Clock(clock::Event::StepStarted { .. }));
        self.holds && matches!(&self.entry.act, Act::Do(events) if events.iter().any(starts))
    }
}

fn is_fact(events: &[Event]) -> bool {
    events.iter().any(Event::is_fact)
}

#[cfg(test)]
mod tests;
