//! Goals in IK-form, whose they are, and which columns have been dwelt on for each.
//!
//! A goal is the row of the Compensatiematrix. There is no completeness: an empty vak is good
//! (V-M2, S001). "Visited" means an idea, or *besproken, geen ideeën*.

use super::clusters;
use super::event::Event as Fact;
use super::id::{CasusId, GoalId};
use super::ideas;
use super::refusal::Refusal;
use super::session::Session;
use super::words;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

mod flap;
mod opening;

pub use flap::Flap;
pub use opening::{OPENING, with_opening};

/// Whose goal it is (S001, step 4). Not every goal is the client's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Owner {
    /// The client, with his network.
    Client,
    /// Family, a begeleider: reword it (I4).
    SomebodyElse,
    /// A learning question of the inbrenger (I5).
    Learning,
    /// The client has no goal (yet).
    None,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    Added {
        id: GoalId,
        casus: CasusId,
        area: Option<String>,
        text: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        flap: Option<Flap>,
    },
    /// To another flap.
    Hung {
        id: GoalId,
        flap: Flap,
    },
    /// What stands in the way of working on it now (S000, item 3; V-D5).
    Hindered {
        id: GoalId,
        text: String,
    },
    /// The toelichting of the koppel at this goal (S000, werkblad 8).
    Explained {
        id: GoalId,
        text: String,
    },
    Reworded {
        id: GoalId,
        text: String,
    },
    Owned {
        id: GoalId,
        owner: Owner,
    },
    /// Kept apart for intervisie (I5), or taken up all the same.
    Parked {
        id: GoalId,
        parked: bool,
    },
    Binned {
        id: GoalId,
        binned: bool,
    },
    /// *Besproken, geen ideeën.*
    Discussed {
        row: Row,
        column: u16,
        on: bool,
    },
    /// Information is missing here (I9).
    Missing {
        row: Row,
        column: u16,
        on: bool,
    },
    /// Stopped here: going right makes no sense now. A valid outcome.
    Stopped {
        row: Row,
        on: bool,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    Add {
        casus: CasusId,
        area: Option<String>,
        text: String,
    },
    /// On a flap; without an opening, in the words of the koppel.
    Hang {
        casus: CasusId,
        flap: Flap,
        text: String,
    },
    Rehang {
        id: GoalId,
        flap: Flap,
    },
    Hinder {
        id: GoalId,
        text: String,
    },
    Explain {
        id: GoalId,
        text: String,
    },
    Reword {
        id: GoalId,
        text: String,
    },
    Own {
        id: GoalId,
        owner: Owner,
    },
    Park {
        id: GoalId,
        parked: bool,
    },
    Bin {
        id: GoalId,
    },
    Restore {
        id: GoalId,
    },
    Discuss {
        row: Row,
        column: u16,
        on: bool,
    },
    MarkMissing {
        row: Row,
        column: u16,
        on: bool,
    },
    Stop {
        row: Row,
        on: bool,
    },
}

/// A row of the board: a goal, or the row without a goal (decision 1: never a gate).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Row {
    pub casus: CasusId,
    pub goal: Option<GoalId>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Goal {
    pub casus: CasusId,
    pub area: Option<String>,
    pub text: String,
    /// The words before it was reworded in the client's; kept beside it.
    pub original: Option<String>,
    pub owner: Option<Owner>,
    pub parked: bool,
    pub binned: bool,
    pub flap: Option<Flap>,
    /// What stands in the way now; empty while nobody said.
    pub barrier: String,
    /// The toelichting of the koppel.
    pub explanation: String,
}

/// What is known of one row beyond its ideas.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct RowState {
    discussed: BTreeSet<u16>,
    missing: BTreeSet<u16>,
    stopped: bool,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Goals {
    all: BTreeMap<GoalId, Goal>,
    rows: BTreeMap<Row, RowState>,
}

impl Goals {
    pub fn get(&self, id: GoalId) -> Option<&Goal> {
        self.all.get(&id)
    }

    /// The goals of a casus that are not in the prullenbak.
    pub fn of(&self, casus: CasusId) -> impl Iterator<Item = (GoalId, &Goal)> {
        self.all
            .iter()
            .filter(move |(_, goal)| goal.casus == casus && !goal.binned)
            .map(|(id, goal)| (*id, goal))
    }

    /// The goals in the prullenbak.
    pub fn binned(&self, casus: CasusId) -> impl Iterator<Item = (GoalId, &Goal)> {
        self.all
            .iter()
            .filter(move |(_, goal)| goal.casus == casus && goal.binned)
            .map(|(id, goal)| (*id, goal))
    }

    pub fn is_discussed(&self, row: Row, column: u16) -> bool {
        self.rows.get(&row).is_some_and(|state| state.discussed.contains(&column))
    }

    pub fn is_missing(&self, row: Row, column: u16) -> bool {
        self.rows.get(&row).is_some_and(|state| state.missing.contains(&column))
    }

    pub fn is_stopped(&self, row: Row) -> bool {
        self.rows.get(&row).is_some_and(|state| state.stopped)
    }

    /// The number the next goal will get.
    pub fn next_id(&self) -> GoalId {
        GoalId(self.all.keys().last().map_or(1, |id| id.0 + 1))
    }

    pub(super) fn apply(&mut self, event: &Event) {
        match event {
            Event::Added { id, casus, area, text, flap } => {
                let goal = Goal {
                    casus: *casus,
                    area: area.clone(),
                    text: text.clone(),
                    original: None,
                    owner: None,
                    parked: false,
                    binned: false,
                    flap: *flap,
                    barrier: String::new(),
                    explanation: String::new(),
                };
                self.all.insert(*id, goal);
            }
            Event::Reworded { id, text } => self.change(*id, |goal| {
                let before = std::mem::replace(&mut goal.text, text.clone());
                goal.original.get_or_insert(before);
            }),
            Event::Hung { id, flap } => self.change(*id, |goal| goal.flap = Some(*flap)),
            Event::Hindered { id, text } => self.change(*id, |goal| goal.barrier.clone_from(text)),
            Event::Explained { id, text } => self.change(*id, |goal| goal.explanation.clone_from(text)),
            Event::Owned { id, owner } => self.change(*id, |goal| goal.owner = Some(*owner)),
            Event::Parked { id, parked } => self.change(*id, |goal| goal.parked = *parked),
            Event::Binned { id, binned } => self.change(*id, |goal| goal.binned = *binned),
            Event::Discussed { row, column, on } => set(&mut self.row(*row).discussed, *column, *on),
            Event::Missing { row, column, on } => set(&mut self.row(*row).missing, *column, *on),
            Event::Stopped { row, on } => self.row(*row).stopped = *on,
        }
    }

    fn change(&mut self, id: GoalId, change: impl FnOnce(&mut Goal)) {
        if let Some(goal) = self.all.get_mut(&id) {
            change(goal);
        }
    }

    fn row(&mut self, row: Row) -> &mut RowState {
        self.rows.entry(row).or_default()
    }
}

fn set(columns: &mut BTreeSet<u16>, column: u16, on: bool) {
    if on {
        columns.insert(column);
    } else {
        columns.remove(&column);
    }
}

pub(super) fn decide(session: &Session, command: Command) -> Result<Vec<Fact>, Refusal> {
    let known = |id: GoalId| session.goals.get(id).ok_or(Refusal::Gone);
    let event = match command {
        Command::Add { casus, area, text } => {
            // V-D4 (S000): in a method with flappen every goal hangs on one.
            if session.method.has_flaps() {
                return Err(Refusal::NoFlap);
            }
            added(session, casus, area, with_opening(&text), None)?
        }
        Command::Hang { casus, flap, text } => added(session, casus, None, words::clean(&text), Some(flap))?,
        Command::Rehang { id, flap } => {
            if known(id)?.flap == Some(flap) {
                return Err(Refusal::NoChange);
            }
            Event::Hung { id, flap }
        }
        Command::Hinder { id, text } => {
            let text = words::clean(&text);
            if known(id)?.barrier == text {
                return Err(Refusal::NoChange);
            }
            Event::Hindered { id, text }
        }
        Command::Explain { id, text } => {
            let text = words::clean(&text);
            if known(id)?.explanation == text {
                return Err(Refusal::NoChange);
            }
            Event::Explained { id, text }
        }
        Command::Reword { id, text } => reworded(known(id)?, id, &text)?,
        Command::Own { id, owner } => {
            known(id)?;
            Event::Owned { id, owner }
        }
        Command::Park { id, parked } => {
            if known(id)?.parked == parked {
                return Err(Refusal::NoChange);
            }
            Event::Parked { id, parked }
        }
        Command::Bin { id } => return bin(session, id),
        Command::Restore { id } => {
            if !known(id)?.binned {
                return Err(Refusal::NoChange);
            }
            Event::Binned { id, binned: false }
        }
        Command::Discuss { row, column, on } => Event::Discussed { row, column, on },
        Command::MarkMissing { row, column, on } => Event::Missing { row, column, on },
        Command::Stop { row, on } => Event::Stopped { row, on },
    };
    Ok(vec![Fact::Goal(event)])
}

fn added(
    session: &Session,
    casus: CasusId,
    area: Option<String>,
    text: String,
    flap: Option<Flap>,
) -> Result<Event, Refusal> {
    session.casus(casus).ok_or(Refusal::Gone)?;
    if text.is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(Event::Added { id: session.goals.next_id(), casus, area, text, flap })
}

/// On a flap a goal stands in the words of the koppel, without an opening.
fn reworded(goal: &Goal, id: GoalId, text: &str) -> Result<Event, Refusal> {
    let text = if goal.flap.is_some() { words::clean(text) } else { with_opening(text) };
    match text.as_str() {
        "" => Err(Refusal::Empty),
        same if same == goal.text => Err(Refusal::NoChange),
        _ => Ok(Event::Reworded { id, text }),
    }
}

/// A goal that goes to the prullenbak leaves its ideas on the table, to be placed again; its
/// clusters stay whole.
fn bin(session: &Session, id: GoalId) -> Result<Vec<Fact>, Refusal> {
    let goal = session.goals.get(id).ok_or(Refusal::Gone)?;
    if goal.binned {
        return Err(Refusal::NoChange);
    }
    let row = Row { casus: goal.casus, goal: None };
    let loose = ideas::Place::unplaced(row);
    let mut events: Vec<Fact> = session
        .ideas
        .of_goal(id)
        .filter(|idea| !session.ideas.place(*idea).is_some_and(ideas::Place::is_in_cluster))
        .map(|idea| Fact::Idea(ideas::Event::Moved { id: idea, place: loose }))
        .collect();
    events.extend(clusters::all_to(session, Row { goal: Some(id), ..row }, row)?);
    events.push(Fact::Goal(Event::Binned { id, binned: true }));
    Ok(events)
}

#[cfg(test)]
mod tests;
