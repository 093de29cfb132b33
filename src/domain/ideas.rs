//! The harvest: every tip, idea or advies, where it lies, and its one life.
//!
//! ```text
//! geoogst ─► (verworpen / laat ik weg)
//!    └────► besproken ja/nee ─► gekozen ja/nee ─► geprobeerd: werkte | deels | niet, omdat …
//! ```
//! Two methods describe this life with different words; there is one here. Who said an idea is
//! not known (decision 6).

use super::event::Event as Fact;
use super::goals::Row;
use super::id::{CasusId, GoalId, IdeaId};
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
    /// *Nog te plaatsen.*
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
    #[must_use]
    pub fn unplaced(row: Row) -> Self {
        Self { row, slot: Slot::Unplaced }
    }
}

/// What the inbrenger says of a tip at the summary (S001, step 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Mark {
    StandsOut,
    New,
    /// "Laat ik weg": does not go along to the client.
    LeftOut,
}

/// What became of a tip that was tried (statuses P; *wel/niet en waarom* S001).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Outcome {
    Worked,
    WorkedPartly,
    DidNotWork,
    /// The client chose something else.
    ChoseOtherwise,
}

/// One event in the life of an idea after the meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Life {
    Discussed(bool),
    Chosen { chosen: bool, because: String },
    Tried { outcome: Outcome, because: String },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    Added { id: IdeaId, place: Place, text: String },
    Changed { id: IdeaId, text: String },
    Moved { id: IdeaId, place: Place },
    Marked { id: IdeaId, mark: Mark, on: bool },
    Lived { id: IdeaId, life: Life },
}

#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// One or many: a pasted list is one gesture and one undo step.
    Add {
        place: Place,
        texts: Vec<String>,
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
    Live {
        id: IdeaId,
        life: Life,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub struct Idea {
    pub text: String,
    /// Runs per casus, never given out twice (decision 5).
    pub number: u32,
    marks: Vec<Mark>,
    pub discussed: Option<bool>,
    pub chosen: Option<bool>,
    pub outcome: Option<Outcome>,
    pub because: String,
    was: Slot,
}

impl Idea {
    /// Where it lay before it went to the prullenbak, or before it was last moved.
    #[must_use]
    pub(super) fn was(&self) -> Slot {
        self.was
    }

    #[must_use]
    pub fn has(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ideas {
    shelf: Shelf<IdeaId, Place, Idea>,
    numbers: BTreeMap<CasusId, Vec<IdeaId>>,
}

impl Ideas {
    #[must_use]
    pub fn get(&self, id: IdeaId) -> Option<&Idea> {
        self.shelf.get(id)
    }

    #[must_use]
    pub fn place(&self, id: IdeaId) -> Option<Place> {
        self.shelf.place(id)
    }

    /// The ideas at one place, oldest first.
    #[must_use]
    pub fn at(&self, place: Place) -> &[IdeaId] {
        self.shelf.at(place)
    }

    /// The idea with this number in this casus.
    #[must_use]
    pub fn numbered(&self, casus: CasusId, number: u32) -> Option<IdeaId> {
        let index = usize::try_from(number.checked_sub(1)?).ok()?;
        self.numbers.get(&casus)?.get(index).copied()
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

    #[must_use]
    pub fn len(&self) -> usize {
        self.shelf.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shelf.is_empty()
    }

    pub(super) fn apply(&mut self, event: &Event) {
        match event {
            Event::Added { id, place, text } => self.add(*id, *place, text),
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
            Event::Lived { id, life } => self.change(*id, |idea| live(idea, life)),
        }
    }

    fn add(&mut self, id: IdeaId, place: Place, text: &str) {
        let numbers = self.numbers.entry(place.row.casus).or_default();
        numbers.push(id);
        let number = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        let idea = Idea {
            text: text.to_owned(),
            number,
            marks: Vec::new(),
            discussed: None,
            chosen: None,
            outcome: None,
            because: String::new(),
            was: place.slot,
        };
        self.shelf.add(id, place, idea);
    }

    fn change(&mut self, id: IdeaId, change: impl FnOnce(&mut Idea)) {
        if let Some(idea) = self.shelf.get_mut(id) {
            change(idea);
        }
    }
}

fn live(idea: &mut Idea, life: &Life) {
    match life {
        Life::Discussed(discussed) => idea.discussed = Some(*discussed),
        Life::Chosen { chosen, because } => {
            idea.chosen = Some(*chosen);
            idea.because.clone_from(because);
        }
        Life::Tried { outcome, because } => {
            idea.outcome = Some(*outcome);
            idea.because.clone_from(because);
        }
    }
}

pub(super) fn decide(session: &Session, command: Command) -> Result<Vec<Fact>, Refusal> {
    let ideas = &session.ideas;
    let known = |id: IdeaId| ideas.get(id).ok_or(Refusal::Gone);
    let events = match command {
        Command::Add { place, texts } => {
            check_place(session, place)?;
            let first = u32::try_from(ideas.len()).unwrap_or(u32::MAX).saturating_add(1);
            let texts = texts.iter().map(|text| words::clean(text)).filter(|text| !text.is_empty());
            texts.zip(first..).map(|(text, id)| Event::Added { id: IdeaId(id), place, text }).collect()
        }
        Command::Change { id, text } => {
            let text = words::changed(&text, &known(id)?.text)?;
            vec![Event::Changed { id, text }]
        }
        Command::Move { ids, place } => {
            check_place(session, place)?;
            check_casus(ideas, &ids, place.row.casus)?;
            moves(ideas, &ids, |_| place)?
        }
        Command::Bin { ids } => moves(ideas, &ids, |place| Place { slot: Slot::Bin, ..place })?,
        Command::Restore { id } => {
            let slot = known(id)?.was;
            if ideas.place(id).is_some_and(|place| place.slot != Slot::Bin) {
                return Err(Refusal::NoChange);
            }
            moves(ideas, &[id], |place| restored(session, place, slot))?
        }
        Command::Mark { id, mark, on } => {
            if known(id)?.has(mark) == on {
                return Err(Refusal::NoChange);
            }
            vec![Event::Marked { id, mark, on }]
        }
        Command::Live { id, life } => {
            known(id)?;
            vec![Event::Lived { id, life: cleaned(life) }]
        }
    };
    if events.is_empty() { Err(Refusal::Empty) } else { Ok(events.into_iter().map(Fact::Idea).collect()) }
}

/// Back where it was; when its goal has gone meanwhile, to be placed again.
fn restored(session: &Session, place: Place, slot: Slot) -> Place {
    let back = Place { slot, ..place };
    if check_place(session, back).is_ok() { back } else { Place::unplaced(Row { goal: None, ..place.row }) }
}

/// A place that can be seen: its goal is there, is not in the prullenbak and is of this casus.
fn check_place(session: &Session, place: Place) -> Result<(), Refusal> {
    session.casus(place.row.casus).ok_or(Refusal::Gone)?;
    if let Some(id) = place.row.goal {
        let goal = session.goals.get(id).ok_or(Refusal::Gone)?;
        if goal.binned || goal.casus != place.row.casus {
            return Err(Refusal::Gone);
        }
    }
    match place.slot {
        Slot::Column(column) => {
            session.columns().get(usize::from(column)).map(|_| ()).ok_or(Refusal::NoColumn)
        }
        Slot::Unplaced | Slot::Bin => Ok(()),
    }
}

/// Ideas stay with their casus: their numbers run there (decision 5).
fn check_casus(ideas: &Ideas, ids: &[IdeaId], casus: CasusId) -> Result<(), Refusal> {
    let stays = |id: &IdeaId| ideas.place(*id).is_none_or(|place| place.row.casus == casus);
    if ids.iter().all(stays) { Ok(()) } else { Err(Refusal::NoColumn) }
}

fn moves(ideas: &Ideas, ids: &[IdeaId], to: impl Fn(Place) -> Place) -> Result<Vec<Event>, Refusal> {
    let mut events = Vec::new();
    for id in ids {
        let place = ideas.place(*id).ok_or(Refusal::Gone)?;
        let target = to(place);
        if target != place {
            events.push(Event::Moved { id: *id, place: target });
        }
    }
    if events.is_empty() { Err(Refusal::NoChange) } else { Ok(events) }
}

fn cleaned(life: Life) -> Life {
    match life {
        Life::Discussed(discussed) => Life::Discussed(discussed),
        Life::Chosen { chosen, because } => Life::Chosen { chosen, because: words::clean(&because) },
        Life::Tried { outcome, because } => Life::Tried { outcome, because: words::clean(&because) },
    }
}

#[cfg(test)]
mod tests;
