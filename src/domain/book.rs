//! *Wat werkte*: the lessons of all sessions in one local book (decision 7). It is a journal of its
//! own: a session may be wiped, what was learned stays (S001: the whole group learns which tips
//! work, and why).
//!
//! ```text
//! session ─► candidates ─► a person reads ─► Added, or Declined: that one does not come back
//! ```
//! Must not know: files, and how a lesson is found.

use super::advice::Advice;
use super::goals::Row;
use super::id::LessonId;
use super::ideas::Slot;
use super::lesson::{Lesson, Month, Spot};
use super::privacy::Known;
use super::refusal::Refusal;
use super::session::Session;
use super::time::Moment;
use super::verdicts;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The format this program writes. A higher number in a file means: made by a newer program.
pub const FORMAT: u32 = 1;

/// The first line of the journal of the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    pub format: u32,
    /// Version of the program that began it.
    pub app: String,
}

/// One line: one gesture. It says nothing about when: that would say which session it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Counts from 1 without a gap.
    pub seq: u64,
    pub events: Vec<Event>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    Added {
        id: LessonId,
        lesson: Lesson,
        #[serde(default)]
        from: Option<Trace>,
    },
    Changed {
        id: LessonId,
        lesson: Lesson,
    },
    Removed {
        id: LessonId,
    },
    /// Read, and not kept.
    Declined(Trace),
    /// It may be read once more.
    Reopened(Trace),
}

/// Which tip of which session was read, as a number that does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Trace(pub u64);

impl Trace {
    /// The moment a session was opened is its own, also in a copy on another laptop; its folder
    /// name is not. FNV-1a: the number has to be the same in every version of the program.
    pub fn of(opened: Moment, advice: Advice) -> Self {
        let what = match advice {
            Advice::Idea(id) => format!("{} i{}", opened.timestamp_millis(), id.0),
            Advice::Cluster(id) => format!("{} c{}", opened.timestamp_millis(), id.0),
        };
        let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Self(what.bytes().fold(0xcbf2_9ce4_8422_2325, step))
    }
}

/// A lesson that waits for somebody to read it.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    pub trace: Trace,
    pub lesson: Lesson,
    /// To judge by; it does not go along.
    pub goal: String,
    /// The names at that table.
    pub known: Known,
}

/// The book as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Book {
    lessons: BTreeMap<LessonId, Lesson>,
    /// What was read, kept or not.
    settled: BTreeSet<Trace>,
    newest: LessonId,
}

impl Book {
    /// The book of a journal that was read.
    pub fn of<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Self {
        let mut book = Self::default();
        for event in entries.into_iter().flat_map(|entry| &entry.events) {
            book.apply(event);
        }
        book
    }

    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Added { id, lesson, from } => {
                self.lessons.insert(*id, lesson.clone());
                self.settled.extend(*from);
                self.newest = self.newest.max(*id);
            }
            Event::Changed { id, lesson } => {
                if let Some(kept) = self.lessons.get_mut(id) {
                    kept.clone_from(lesson);
                }
            }
            Event::Removed { id } => {
                self.lessons.remove(id);
            }
            Event::Declined(trace) => {
                self.settled.insert(*trace);
            }
            Event::Reopened(trace) => {
                self.settled.remove(trace);
            }
        }
    }

    pub fn get(&self, id: LessonId) -> Option<&Lesson> {
        self.lessons.get(&id)
    }

    /// Every lesson, in the order in which they came.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (LessonId, &Lesson)> {
        self.lessons.iter().map(|(id, lesson)| (*id, lesson))
    }

    pub fn len(&self) -> usize {
        self.lessons.len()
    }

    pub fn is_empty(&self) -> bool {
        self.lessons.is_empty()
    }

    /// Whether somebody read this one.
    pub fn has_read(&self, trace: Trace) -> bool {
        self.settled.contains(&trace)
    }

    /// A lesson enters after it was read.
    ///
    /// # Errors
    /// Without words, and with a BSN in them.
    pub fn add(&self, lesson: &Lesson, from: Trace) -> Result<Event, Refusal> {
        let id = LessonId(self.newest.0 + 1);
        Ok(Event::Added { id, lesson: checked(lesson)?, from: Some(from) })
    }

    /// Other words for a lesson.
    ///
    /// # Errors
    /// As [`Book::add`]; and when it is not there, or the same.
    pub fn change(&self, id: LessonId, lesson: &Lesson) -> Result<Event, Refusal> {
        let before = self.get(id).ok_or(Refusal::Gone)?;
        let lesson = checked(lesson)?;
        if lesson == *before { Err(Refusal::NoChange) } else { Ok(Event::Changed { id, lesson }) }
    }

    /// What takes an event back, seen before it is applied.
    pub fn inverse(&self, event: &Event) -> Vec<Event> {
        let before = |id: LessonId| self.get(id).cloned();
        match event {
            Event::Added { id, from, .. } => {
                [Event::Removed { id: *id }].into_iter().chain(from.map(Event::Reopened)).collect()
            }
            Event::Changed { id, .. } => {
                before(*id).map(|lesson| Event::Changed { id: *id, lesson }).into_iter().collect()
            }
            Event::Removed { id } => {
                before(*id).map(|lesson| Event::Added { id: *id, lesson, from: None }).into_iter().collect()
            }
            Event::Declined(trace) => vec![Event::Reopened(*trace)],
            Event::Reopened(trace) => vec![Event::Declined(*trace)],
        }
    }

    /// What a copy of this book knows and these entries never said: as new lessons here, and as
    /// read. What was taken out or reworded here stays so.
    pub fn missing<'e>(&self, entries: impl IntoIterator<Item = &'e Entry>, copy: &Self) -> Vec<Event> {
        let (mut said, mut read) = (BTreeSet::new(), BTreeSet::new());
        for event in entries.into_iter().flat_map(|entry| &entry.events) {
            match event {
                Event::Added { lesson, from, .. } => {
                    said.insert(lesson);
                    read.extend(*from);
                }
                Event::Changed { lesson, .. } => {
                    said.insert(lesson);
                }
                Event::Declined(trace) | Event::Reopened(trace) => {
                    read.insert(*trace);
                }
                Event::Removed { .. } => {}
            }
        }
        let lessons = copy.lessons.values().filter(|lesson| !said.contains(lesson));
        let lessons = (self.newest.0 + 1..).zip(lessons).map(|(id, lesson)| Event::Added {
            id: LessonId(id),
            lesson: lesson.clone(),
            from: None,
        });
        let traces = copy.settled.difference(&read).map(|trace| Event::Declined(*trace));
        lessons.chain(traces).collect()
    }

    /// The fewest events that give this book: nothing in them was taken out or reworded, and no
    /// lesson is tied to where it came from.
    pub fn events(&self) -> Vec<Event> {
        let lessons = self.iter().map(|(id, lesson)| Event::Added { id, lesson: lesson.clone(), from: None });
        lessons.chain(self.settled.iter().map(|trace| Event::Declined(*trace))).collect()
    }
}

fn checked(lesson: &Lesson) -> Result<Lesson, Refusal> {
    let lesson = lesson.reworded(&lesson.tip, &lesson.because);
    if lesson.tip.is_empty() {
        Err(Refusal::Empty)
    } else if lesson.has_bsn() {
        Err(Refusal::Bsn)
    } else {
        Ok(lesson)
    }
}

/// What came of the tips of a session that was opened at this moment: every tip and every cluster
/// with a result. Nothing of it is in the book by itself.
pub fn candidates(session: &Session, opened: Moment) -> Vec<Candidate> {
    let known = verdicts::known(session, &[]);
    let rows = session.casussen.iter().flat_map(|casus| session.rows(casus.id));
    let clusters = rows.flat_map(|row| session.clusters.of(row)).map(|(id, _)| Advice::Cluster(id));
    let ideas = session.ideas.iter().filter(|(_, place, _)| place.slot != Slot::Bin);
    let all = ideas.map(|(id, _, _)| Advice::Idea(id)).chain(clusters);
    all.filter_map(|advice| candidate(session, opened, advice, &known)).collect()
}

fn candidate(session: &Session, opened: Moment, advice: Advice, known: &Known) -> Option<Candidate> {
    let course = session.course(advice)?;
    let outcome = course.outcome?;
    let row: Row = session.row_of(advice)?;
    let goal = row.goal.and_then(|id| session.goals.get(id));
    let lesson = Lesson {
        tip: session.advice_text(advice).to_owned(),
        area: goal.and_then(|goal| goal.area.clone()).unwrap_or_default(),
        spot: spot(session, advice)
            .unwrap_or_else(|| goal.and_then(|goal| goal.flap).map_or(Spot::Loose, Spot::Flap)),
        outcome,
        because: course.because.clone(),
        method: session.method.short.to_string(),
        month: Month::of(&opened),
    };
    let goal = goal.map_or(String::new(), |goal| goal.text.clone());
    Some(Candidate { trace: Trace::of(opened, advice), lesson, goal, known: known.clone() })
}

fn spot(session: &Session, advice: Advice) -> Option<Spot> {
    let Advice::Idea(id) = advice else { return None };
    let Slot::Column(column) = session.ideas.place(id)?.slot else { return None };
    session.columns().get(usize::from(column)).map(|column| Spot::Column(column.name.to_string()))
}

#[cfg(test)]
mod tests;
