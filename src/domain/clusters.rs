//! Clusters of post-its at a goal: a letter, a title, and what the group decides about it (S000,
//! items 5b–5d). Which post-its belong to it is not kept here: an idea lies in exactly one place,
//! and a cluster is a place.

use super::advice;
use super::advice::Advice;
use super::event::Event as Fact;
use super::goals::Row;
use super::id::{ClusterId, IdeaId};
use super::ideas;
use super::ideas::Place;
use super::ideas::Slot;
use super::life::{Course, Life};
use super::notes;
use super::refusal::Refusal;
use super::session::Session;
use super::words;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// As many clusters as letters (decision 5).
pub const MOST: u8 = 26;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// `letter` counts from 0 for A.
    Made {
        id: ClusterId,
        row: Row,
        letter: u8,
    },
    Titled {
        id: ClusterId,
        title: String,
    },
    /// To another goal, where it gets a letter of its own.
    Moved {
        id: ClusterId,
        row: Row,
        letter: u8,
    },
    /// Merged into another one, or taken apart.
    Gone {
        id: ClusterId,
    },
    Lived {
        id: ClusterId,
        life: Life,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// A new cluster with these post-its, which may come out of another one; without a letter it
    /// gets the next. A title may come later.
    Make {
        row: Row,
        letter: Option<u8>,
        title: String,
        ids: Vec<IdeaId>,
    },
    Title {
        id: ClusterId,
        title: String,
    },
    /// Everything of `from`, its arguments too, goes to `into`.
    Merge {
        from: ClusterId,
        into: ClusterId,
    },
    /// The whole cluster to another goal.
    Move {
        id: ClusterId,
        row: Row,
    },
    /// Takes it apart: its post-its lie loose again.
    Dissolve {
        id: ClusterId,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    pub row: Row,
    letter: u8,
    /// May be empty: the name comes last.
    pub title: String,
    pub course: Course,
}

impl Cluster {
    /// The letter people say.
    pub fn letter(&self) -> char {
        char::from(b'A'.saturating_add(self.letter.min(MOST - 1)))
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Clusters {
    all: BTreeMap<ClusterId, Cluster>,
    /// Letters given out per row: one is not given twice while there are others.
    given: BTreeMap<Row, BTreeSet<u8>>,
    last: u32,
}

impl Clusters {
    pub fn get(&self, id: ClusterId) -> Option<&Cluster> {
        self.all.get(&id)
    }

    /// The clusters at a goal, by letter.
    pub fn of(&self, row: Row) -> impl Iterator<Item = (ClusterId, &Cluster)> {
        let mut list: Vec<(ClusterId, &Cluster)> = self
            .all
            .iter()
            .filter(|(_, cluster)| cluster.row == row)
            .map(|(id, cluster)| (*id, cluster))
            .collect();
        list.sort_by_key(|(_, cluster)| cluster.letter);
        list.into_iter()
    }

    /// The cluster with this letter at a goal, either case.
    pub fn lettered(&self, row: Row, letter: char) -> Option<ClusterId> {
        self.of(row).find(|(_, cluster)| cluster.letter().eq_ignore_ascii_case(&letter)).map(|(id, _)| id)
    }

    /// The place of its post-its.
    pub fn place(&self, id: ClusterId) -> Option<Place> {
        self.get(id).map(|cluster| Place { row: cluster.row, slot: Slot::Cluster(id) })
    }

    /// The number the next cluster will get.
    pub fn next_id(&self) -> ClusterId {
        ClusterId(self.last + 1)
    }

    /// The letter the next cluster of a row will get: one that was never given out, or else one
    /// that is free again.
    pub fn next_letter(&self, row: Row) -> Option<u8> {
        let given = |letter: &u8| self.given.get(&row).is_some_and(|given| given.contains(letter));
        let in_use = |letter: &u8| self.of(row).any(|(_, cluster)| cluster.letter == *letter);
        (0..MOST).find(|letter| !given(letter)).or_else(|| (0..MOST).find(|letter| !in_use(letter)))
    }

    pub(super) fn apply(&mut self, event: &Event) {
        match event {
            Event::Made { id, row, letter } => {
                let cluster =
                    Cluster { row: *row, letter: *letter, title: String::new(), course: Course::default() };
                self.all.insert(*id, cluster);
                self.given.entry(*row).or_default().insert(*letter);
                self.last = self.last.max(id.0);
            }
            Event::Titled { id, title } => self.change(*id, |cluster| cluster.title.clone_from(title)),
            Event::Moved { id, row, letter } => {
                self.change(*id, |cluster| {
                    cluster.row = *row;
                    cluster.letter = *letter;
                });
                self.given.entry(*row).or_default().insert(*letter);
            }
            Event::Gone { id } => {
                self.all.remove(id);
            }
            Event::Lived { id, life } => self.change(*id, |cluster| cluster.course.apply(life)),
        }
    }

    fn change(&mut self, id: ClusterId, change: impl FnOnce(&mut Cluster)) {
        if let Some(cluster) = self.all.get_mut(&id) {
            change(cluster);
        }
    }
}

pub(super) fn decide(session: &Session, command: Command) -> Result<Vec<Fact>, Refusal> {
    let clusters = &session.clusters;
    let known = |id: ClusterId| clusters.get(id).ok_or(Refusal::Gone);
    match command {
        Command::Make { row, letter, title, ids } => make(session, row, letter, &title, &ids),
        Command::Title { id, title } => {
            let title = words::changed(&title, &known(id)?.title)?;
            Ok(vec![Fact::Cluster(Event::Titled { id, title })])
        }
        Command::Merge { from, into } => merge(session, from, into),
        Command::Move { id, row } => {
            ideas::check_row(session, row)?;
            let cluster = known(id)?;
            if cluster.row == row {
                return Err(Refusal::NoChange);
            }
            if cluster.row.casus != row.casus {
                return Err(Refusal::NoColumn);
            }
            let letter = clusters.next_letter(row).ok_or(Refusal::TooManyClusters)?;
            Ok(moved(session, id, row, letter))
        }
        Command::Dissolve { id } => {
            let row = known(id)?.row;
            advice::check_open(session, Advice::Cluster(id))?;
            let mut events = put(session, id, Place::unplaced(row));
            events.extend(throw_arguments(session, Advice::Cluster(id)));
            events.push(Fact::Cluster(Event::Gone { id }));
            Ok(events)
        }
    }
}

fn make(
    session: &Session,
    row: Row,
    letter: Option<u8>,
    title: &str,
    ids: &[IdeaId],
) -> Result<Vec<Fact>, Refusal> {
    ideas::check_row(session, row)?;
    let free = |letter: &u8| {
        *letter < MOST && !session.clusters.of(row).any(|(_, cluster)| cluster.letter == *letter)
    };
    let letter = match letter {
        Some(letter) => Some(letter).filter(free),
        None => session.clusters.next_letter(row),
    };
    let letter = letter.ok_or(Refusal::TooManyClusters)?;
    let id = session.clusters.next_id();
    let mut events = vec![Fact::Cluster(Event::Made { id, row, letter })];
    let title = words::clean(title);
    if !title.is_empty() {
        events.push(Fact::Cluster(Event::Titled { id, title }));
    }
    if !ids.is_empty() {
        let place = Place { row, slot: Slot::Cluster(id) };
        events.extend(ideas::gather(session, ids, place)?);
    }
    Ok(events)
}

fn merge(session: &Session, from: ClusterId, into: ClusterId) -> Result<Vec<Fact>, Refusal> {
    let clusters = &session.clusters;
    let (gone, stays) = (clusters.get(from).ok_or(Refusal::Gone)?, clusters.get(into).ok_or(Refusal::Gone)?);
    if from == into {
        return Err(Refusal::NoChange);
    }
    if gone.row.casus != stays.row.casus {
        return Err(Refusal::NoColumn);
    }
    advice::check_open(session, Advice::Cluster(from))?;
    let mut events = put(session, from, Place { row: stays.row, slot: Slot::Cluster(into) });
    if stays.title.is_empty() && !gone.title.is_empty() {
        events.push(Fact::Cluster(Event::Titled { id: into, title: gone.title.clone() }));
    }
    events.extend(advice::hand_over(session, Advice::Cluster(from), Advice::Cluster(into)));
    events.push(Fact::Cluster(Event::Gone { id: from }));
    Ok(events)
}

/// All post-its of a cluster go to `place`.
fn put(session: &Session, id: ClusterId, place: Place) -> Vec<Fact> {
    let members = session.members(Advice::Cluster(id));
    members.into_iter().map(|id| Fact::Idea(ideas::Event::Moved { id, place })).collect()
}

fn throw_arguments(session: &Session, advice: Advice) -> Vec<Fact> {
    let kinds: [fn(Advice) -> notes::Kind; 3] = [notes::Kind::Pro, notes::Kind::Con, notes::Kind::About];
    kinds
        .into_iter()
        .flat_map(|kind| session.arguments(advice, kind))
        .filter_map(|id| {
            let spot = notes::Spot { kind: notes::Kind::Bin, ..session.notes.place(id)? };
            Some(Fact::Note(notes::Event::Moved { id, spot }))
        })
        .collect()
}

/// All clusters of a row to another one, each with the letter that is next there.
pub(super) fn all_to(session: &Session, from: Row, to: Row) -> Result<Vec<Fact>, Refusal> {
    let mut there = session.clusters.clone();
    let mut events = Vec::new();
    for (id, _) in session.clusters.of(from) {
        let letter = there.next_letter(to).ok_or(Refusal::TooManyClusters)?;
        there.apply(&Event::Moved { id, row: to, letter });
        events.extend(moved(session, id, to, letter));
    }
    Ok(events)
}

/// A cluster with its post-its goes to another row.
fn moved(session: &Session, id: ClusterId, row: Row, letter: u8) -> Vec<Fact> {
    let mut events = vec![Fact::Cluster(Event::Moved { id, row, letter })];
    events.extend(put(session, id, Place { row, slot: Slot::Cluster(id) }));
    events
}

#[cfg(test)]
mod tests;
