//! The harvest: every tip, idea or post-it, and where it lies. Its life is told in
//! [`life`](super::life). Who said an idea is not known (decision 6); in the ring variant of the
//! case conference only the ring is.

use super::advice;
use super::advice::Advice;
use super::event::Event as Fact;
use super::goals::Row;
use super::id::{CasusId, ClusterId, GoalId, IdeaId};
use super::life::{Course, Life};
use super::refusal::Refusal;
use super::session::Session;
use super::shelf::Shelf;
use super::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The part of the board an idea lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Slot {
    /// A column of the Compensatiematrix, counted from the left.
    Column(u16),
    /// In a cluster of the case conference.
    Cluster(ClusterId),
    /// *Nog te plaatsen*, or a loose post-it.
    Unplaced,
    /// The prullenbak.
    Bin,
}

/// Where an idea lies. Written short, `(1,Some(2),Column(0))`: it stands in nearly every line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "(CasusId, Option<GoalId>, Slot)", into = "(CasusId, Option<GoalId>, Slot)")]
pub struct Place {
    pub row: Row,
    pub slot: Slot,
}

impl From<(CasusId, Option<GoalId>, Slot)> for Place {
    fn from((casus, goal, slot): (CasusId, Option<GoalId>, Slot)) -> Self {
        Self { row: Row { casus, goal }, slot }
    }
}

impl From<Place> for (CasusId, Option<GoalId>, Slot) {
    fn from(place: Place) -> Self {
        (place.row.casus, place.row.goal, place.slot)
    }
}

impl Place {
    pub fn unplaced(row: Row) -> Self {
        Self { row, slot: Slot::Unplaced }
    }

    pub fn is_in_cluster(self) -> bool {
        match self.slot {
            Slot::Cluster(_) => true,
            Slot::Column(_) | Slot::Unplaced | Slot::Bin => false,
        }
    }
}

/// What the inbrenger says of a tip at the summary (S001, step 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Mark {
    StandsOut,
    New,
    /// "Laat ik weg": does not go along to the client.
    LeftOut,
    /// The group has heard it, in the case conference (5d).
    Heard,
}

/// Which ring a post-it came from, in the ring variant (S000). Never the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Ring {
    /// The binnenring: the kernteam.
    Core,
    /// The buitenring: everybody else.
    Outer,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    Added {
        id: IdeaId,
        place: Place,
        text: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ring: Option<Ring>,
    },
    Changed {
        id: IdeaId,
        text: String,
    },
    Moved {
        id: IdeaId,
        place: Place,
    },
    Marked {
        id: IdeaId,
        mark: Mark,
        on: bool,
    },
    Lived {
        id: IdeaId,
        life: Life,
    },
    /// Keeps the number it has at the table it was brought from.
    Numbered {
        id: IdeaId,
        number: u32,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// One or many: a pasted list is one gesture and one undo step.
    Add {
        place: Place,
        texts: Vec<String>,
        ring: Option<Ring>,
    },
    Change {
        id: IdeaId,
        text: String,
    },
    Move {
        ids: Vec<IdeaId>,
        place: Place,
    },
    Bin {
        ids: Vec<IdeaId>,
    },
    Restore {
        id: IdeaId,
    },
    Mark {
        id: IdeaId,
        mark: Mark,
        on: bool,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub struct Idea {
    pub text: String,
    /// Runs per casus, never given out twice (decision 5).
    pub number: u32,
    pub ring: Option<Ring>,
    pub course: Course,
    marks: Vec<Mark>,
    was: Slot,
}

impl Idea {
    /// Where it lay before it went to the prullenbak, or before it was last moved.
    pub(super) fn was(&self) -> Slot {
        self.was
    }

    pub fn has(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ideas {
    shelf: Shelf<IdeaId, Place, Idea>,
    numbers: BTreeMap<CasusId, BTreeMap<u32, IdeaId>>,
}

impl Ideas {
    pub fn get(&self, id: IdeaId) -> Option<&Idea> {
        self.shelf.get(id)
    }

    pub fn place(&self, id: IdeaId) -> Option<Place> {
        self.shelf.place(id)
    }

    /// The ideas at one place, oldest first.
    pub fn at(&self, place: Place) -> &[IdeaId] {
        self.shelf.at(place)
    }

    /// The idea with this number in this casus.
    pub fn numbered(&self, casus: CasusId, number: u32) -> Option<IdeaId> {
        self.numbers.get(&casus)?.get(&number).copied()
    }

    /// Every idea with its place, by number.
    pub fn iter(&self) -> impl Iterator<Item = (IdeaId, Place, &Idea)> {
        self.shelf.iter()
    }

    /// The ideas of a casus that are not in the prullenbak.
    pub fn of_casus(&self, casus: CasusId) -> impl Iterator<Item = (IdeaId, Place, &Idea)> {
        self.iter().filter(move |(_, place, _)| place.row.casus == casus && place.slot != Slot::Bin)
    }

    /// The ideas at a goal, in whichever column.
    pub fn of_goal(&self, goal: GoalId) -> impl Iterator<Item = IdeaId> {
        self.shelf
            .places()
            .filter(move |(place, _)| place.row.goal == Some(goal) && place.slot != Slot::Bin)
            .flat_map(|(_, list)| list.iter().copied())
    }

    /// Every idea of a casus in the prullenbak.
    pub fn binned(&self, casus: CasusId) -> impl Iterator<Item = IdeaId> {
        self.shelf
            .places()
            .filter(move |(place, _)| place.row.casus == casus && place.slot == Slot::Bin)
            .flat_map(|(_, list)| list.iter().copied())
    }

    pub fn len(&self) -> usize {
        self.shelf.len()
    }

    pub fn is_empty(&self) -> bool {
        self.shelf.is_empty()
    }

    pub(super) fn apply(&mut self, event: &Event) {
        match event {
            Event::Added { id, place, text, ring } => self.add(*id, *place, text, *ring),
            Event::Changed { id, text } => self.change(*id, |idea| idea.text.clone_from(text)),
            Event::Moved { id, place } => {
                let Some(before) = self.shelf.place(*id) else { return };
                if before.slot != Slot::Bin {
                    self.change(*id, |idea| idea.was = before.slot);
                }
                self.shelf.put(*id, *place);
            }
            Event::Marked { id, mark, on } => self.change(*id, |idea| {
                idea.marks.retain(|other| other != mark);
                if *on {
                    idea.marks.push(*mark);
                }
            }),
            Event::Lived { id, life } => self.change(*id, |idea| idea.course.apply(life)),
            Event::Numbered { id, number } => self.renumber(*id, *number),
        }
    }

    fn add(&mut self, id: IdeaId, place: Place, text: &str, ring: Option<Ring>) {
        let numbers = self.numbers.entry(place.row.casus).or_default();
        let number = numbers.keys().last().map_or(1, |last| last.saturating_add(1));
        numbers.insert(number, id);
        let idea = Idea {
            text: text.to_owned(),
            number,
            ring,
            course: Course::default(),
            marks: Vec::new(),
            was: place.slot,
        };
        self.shelf.add(id, place, idea);
    }

    fn renumber(&mut self, id: IdeaId, number: u32) {
        let Some(place) = self.shelf.place(id) else { return };
        let numbers = self.numbers.entry(place.row.casus).or_default();
        numbers.retain(|_, other| *other != id);
        numbers.insert(number, id);
        self.change(id, |idea| idea.number = number);
    }

    fn change(&mut self, id: IdeaId, change: impl FnOnce(&mut Idea)) {
        if let Some(idea) = self.shelf.get_mut(id) {
            change(idea);
        }
    }
}

pub(super) fn decide(session: &Session, command: Command) -> Result<Vec<Fact>, Refusal> {
    let ideas = &session.ideas;
    let known = |id: IdeaId| ideas.get(id).ok_or(Refusal::Gone);
    let events = match command {
        Command::Add { place, texts, ring } => {
            check_place(session, place)?;
            let first = u32::try_from(ideas.len()).unwrap_or(u32::MAX).saturating_add(1);
            let texts = texts.iter().map(|text| words::clean(text)).filter(|text| !text.is_empty());
            let added = |(text, id)| Event::Added { id: IdeaId(id), place, text, ring };
            texts.zip(first..).map(added).map(Fact::Idea).collect()
        }
        Command::Change { id, text } => {
            let text = words::changed(&text, &known(id)?.text)?;
            vec![Fact::Idea(Event::Changed { id, text })]
        }
        Command::Move { ids, place } => {
            check_place(session, place)?;
            gather(session, &ids, place)?
        }
        Command::Bin { ids } => moves(session, &ids, |place| Place { slot: Slot::Bin, ..place })?,
        Command::Restore { id } => {
            let slot = known(id)?.was;
            if ideas.place(id).is_some_and(|place| place.slot != Slot::Bin) {
                return Err(Refusal::NoChange);
            }
            moves(session, &[id], |place| restored(session, place, slot))?
        }
        Command::Mark { id, mark, on } => {
            if known(id)?.has(mark) == on {
                return Err(Refusal::NoChange);
            }
            vec![Fact::Idea(Event::Marked { id, mark, on })]
        }
    };
    if events.is_empty() { Err(Refusal::Empty) } else { Ok(events) }
}

/// Back where it was; when that has gone meanwhile, loose at its goal or, without that, in the row
/// without a goal.
fn restored(session: &Session, place: Place, slot: Slot) -> Place {
    let back = Place { slot, ..place };
    let loose = Place::unplaced(place.row);
    let nowhere = Place::unplaced(Row { goal: None, ..place.row });
    [back, loose].into_iter().find(|place| check_place(session, *place).is_ok()).unwrap_or(nowhere)
}

/// A row that can be seen: its goal is there, is not in the prullenbak and is of this casus.
pub(super) fn check_row(session: &Session, row: Row) -> Result<(), Refusal> {
    session.casus(row.casus).ok_or(Refusal::Gone)?;
    if let Some(id) = row.goal {
        let goal = session.goals.get(id).ok_or(Refusal::Gone)?;
        if goal.binned || goal.casus != row.casus {
            return Err(Refusal::Gone);
        }
    }
    Ok(())
}

/// A place that can be seen: its row is there, and its column or cluster is too.
fn check_place(session: &Session, place: Place) -> Result<(), Refusal> {
    check_row(session, place.row)?;
    match place.slot {
        Slot::Column(column) => {
            session.columns().get(usize::from(column)).map(|_| ()).ok_or(Refusal::NoColumn)
        }
        Slot::Cluster(id) => {
            let cluster = session.clusters.get(id).filter(|cluster| cluster.row == place.row);
            cluster.map(|_| ()).ok_or(Refusal::Gone)
        }
        Slot::Unplaced | Slot::Bin => Ok(()),
    }
}

/// Ideas go to a place of their own casus: their numbers run there (decision 5). What was said
/// for and against a lonely post-it goes along into a cluster.
pub(super) fn gather(session: &Session, ids: &[IdeaId], place: Place) -> Result<Vec<Fact>, Refusal> {
    let stays = |id: &IdeaId| session.ideas.place(*id).is_none_or(|from| from.row.casus == place.row.casus);
    if !ids.iter().all(stays) {
        return Err(Refusal::NoColumn);
    }
    let mut events = moves(session, ids, |_| place)?;
    if let Slot::Cluster(cluster) = place.slot {
        let into = Advice::Cluster(cluster);
        events.extend(ids.iter().flat_map(|id| advice::hand_over(session, Advice::Idea(*id), into)));
    }
    Ok(events)
}

fn moves(session: &Session, ids: &[IdeaId], to: impl Fn(Place) -> Place) -> Result<Vec<Fact>, Refusal> {
    let mut events = Vec::new();
    for id in ids {
        let place = session.ideas.place(*id).ok_or(Refusal::Gone)?;
        advice::check_open(session, Advice::Idea(*id))?;
        let target = to(place);
        if target != place {
            events.push(Fact::Idea(Event::Moved { id: *id, place: target }));
        }
    }
    if events.is_empty() { Err(Refusal::NoChange) } else { Ok(events) }
}

#[cfg(test)]
mod tests;
