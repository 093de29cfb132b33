//! Goals in IK-form, whose they are, and which columns have been dwelt on for each.
//!
//! A goal is the row of the Compensatiematrix. There is no completeness: an empty vak is good
//! (V-M2, S001). "Visited" means an idea, or *besproken, geen ideeën*.

use super::event::Event as Fact;
use super::id::{CasusId, GoalId};
use super::ideas;
use super::refusal::Refusal;
use super::session::Session;
use super::words;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The fixed opening of a goal (S001: IK is the client).
pub const OPENING: &str = "IK wil";

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
    Add { casus: CasusId, area: Option<String>, text: String },
    Reword { id: GoalId, text: String },
    Own { id: GoalId, owner: Owner },
    Park { id: GoalId, parked: bool },
    Bin { id: GoalId },
    Restore { id: GoalId },
    Discuss { row: Row, column: u16, on: bool },
    MarkMissing { row: Row, column: u16, on: bool },
    Stop { row: Row, on: bool },
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
    #[must_use]
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

    #[must_use]
    pub fn is_discussed(&self, row: Row, column: u16) -> bool {
        self.rows.get(&row).is_some_and(|state| state.discussed.contains(&column))
    }

    #[must_use]
    pub fn is_missing(&self, row: Row, column: u16) -> bool {
        self.rows.get(&row).is_some_and(|state| state.missing.contains(&column))
    }

    #[must_use]
    pub fn is_stopped(&self, row: Row) -> bool {
        self.rows.get(&row).is_some_and(|state| state.stopped)
    }

    /// The number the next goal will get.
    #[must_use]
    pub fn next_id(&self) -> GoalId {
        GoalId(self.all.keys().last().map_or(1, |id| id.0 + 1))
    }

    pub(super) fn apply(&mut self, event: &Event) {
        match event {
            Event::Added { id, casus, area, text } => {
                let goal = Goal {
                    casus: *casus,
                    area: area.clone(),
                    text: text.clone(),
                    original: None,
                    owner: None,
                    parked: false,
                    binned: false,
                };
                self.all.insert(*id, goal);
            }
            Event::Reworded { id, text } => self.change(*id, |goal| {
                let before = std::mem::replace(&mut goal.text, text.clone());
                goal.original.get_or_insert(before);
            }),
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

/// The goal with its opening: "weer naar de markt" becomes "IK wil weer naar de markt" (V-D2).
#[must_use]
pub fn with_opening(text: &str) -> String {
    let text = words::clean(text);
    let mut rest = text.as_str();
    for word in ["ik", "wil"] {
        let head: String = rest.chars().take(word.len()).collect();
        let tail = rest.get(head.len()..).unwrap_or("");
        if !head.eq_ignore_ascii_case(word) || !(tail.is_empty() || tail.starts_with(' ')) {
            return if text.is_empty() { text } else { format!("{OPENING} {text}") };
        }
        rest = tail.trim_start();
        if rest.is_empty() {
            return String::new();
        }
    }
    format!("{OPENING} {rest}")
}

pub(super) fn decide(session: &Session, command: Command) -> Result<Vec<Fact>, Refusal> {
    let known = |id: GoalId| session.goals.get(id).ok_or(Refusal::Gone);
    let event = match command {
        Command::Add { casus, area, text } => {
            session.casus(casus).ok_or(Refusal::Gone)?;
            let text = with_opening(&text);
            if text.is_empty() {
                return Err(Refusal::Empty);
            }
            Event::Added { id: session.goals.next_id(), casus, area, text }
        }
        Command::Reword { id, text } => {
            let text = with_opening(&text);
            if text.is_empty() {
                return Err(Refusal::Empty);
            }
            if known(id)?.text == text {
                return Err(Refusal::NoChange);
            }
            Event::Reworded { id, text }
        }
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

/// A goal that goes to the prullenbak leaves its ideas on the table, to be placed again.
fn bin(session: &Session, id: GoalId) -> Result<Vec<Fact>, Refusal> {
    let goal = session.goals.get(id).ok_or(Refusal::Gone)?;
    if goal.binned {
        return Err(Refusal::NoChange);
    }
    let loose = ideas::Place::unplaced(Row { casus: goal.casus, goal: None });
    let mut events: Vec<Fact> = session
        .ideas
        .of_goal(id)
        .map(|idea| Fact::Idea(ideas::Event::Moved { id: idea, place: loose }))
        .collect();
    events.push(Fact::Goal(Event::Binned { id, binned: true }));
    Ok(events)
}

#[cfg(test)]
mod tests {
    use super::{Command, Owner, Refusal, Row, with_opening};
    use crate::domain::id::{GoalId, IdeaId};
    use crate::domain::ideas::{Place, Slot};
    use crate::domain::session::FIRST_CASUS;
    use crate::domain::testing::Table;

    #[test]
    fn a_goal_begins_with_ik_wil() {
        for (typed, want) in [
            ("weer naar de markt", "IK wil weer naar de markt"),
            ("ik wil weer naar de markt", "IK wil weer naar de markt"),
            ("Ik  Wil weer", "IK wil weer"),
            ("ik wilde dat", "IK wil ik wilde dat"),
            ("IK wil", ""),
            ("ik", ""),
            ("  ", ""),
            ("éénvoudig", "IK wil éénvoudig"),
        ] {
            assert_eq!(with_opening(typed), want, "{typed:?}");
        }
    }

    fn run(table: &mut Table, command: Command) -> Result<(), Refusal> {
        table.run(crate::domain::command::Command::Goal(command)).map(drop)
    }

    #[test]
    fn a_goal_gets_its_opening_and_an_empty_one_is_none() {
        let mut table = Table::default();
        table.goal("weer naar de markt").expect("a goal");
        assert_eq!(table.goal("ik wil "), Err(Refusal::Empty));
        let goal = table.session.goals.get(GoalId(1)).expect("the goal");
        assert_eq!((goal.text.as_str(), goal.owner), ("IK wil weer naar de markt", None));
    }

    #[test]
    fn the_first_words_stay_beside_the_new_ones() {
        let mut table = Table::default();
        table.goal("dat ze minder drinkt").expect("a goal");
        let reword = |text: &str| Command::Reword { id: GoalId(1), text: text.to_owned() };
        run(&mut table, Command::Own { id: GoalId(1), owner: Owner::SomebodyElse }).expect("owned");
        run(&mut table, reword("rustig slapen")).expect("reworded");
        run(&mut table, reword("ik wil weer uitgerust zijn")).expect("reworded again");
        assert_eq!(run(&mut table, reword("weer uitgerust zijn")), Err(Refusal::NoChange));
        let goal = table.session.goals.get(GoalId(1)).expect("the goal");
        assert_eq!(goal.text, "IK wil weer uitgerust zijn");
        assert_eq!(goal.original.as_deref(), Some("IK wil dat ze minder drinkt"));
        assert_eq!(goal.owner, Some(Owner::SomebodyElse));
    }

    #[test]
    fn a_goal_in_the_prullenbak_leaves_its_ideas_on_the_table() {
        let mut table = Table::default();
        table.goal("weer naar de markt").expect("a goal");
        table.tip(Some(1), Slot::Column(1), &["een", "twee"]).expect("tips");
        run(&mut table, Command::Bin { id: GoalId(1) }).expect("binned");
        let loose = Place::unplaced(Row { casus: FIRST_CASUS, goal: None });
        assert_eq!(table.session.ideas.at(loose), [IdeaId(1), IdeaId(2)]);
        assert_eq!(run(&mut table, Command::Bin { id: GoalId(1) }), Err(Refusal::NoChange));
        assert_eq!(table.session.goals.binned(FIRST_CASUS).count(), 1);
        run(&mut table, Command::Restore { id: GoalId(1) }).expect("back");
        assert_eq!(run(&mut table, Command::Restore { id: GoalId(1) }), Err(Refusal::NoChange));
        assert_eq!(table.session.goals.of(FIRST_CASUS).count(), 1);
    }

    #[test]
    fn what_is_known_of_a_row_can_be_taken_back() {
        let mut table = Table::default();
        let row = Row { casus: FIRST_CASUS, goal: None };
        for on in [true, false] {
            run(&mut table, Command::Discuss { row, column: 1, on }).expect("discussed");
            run(&mut table, Command::MarkMissing { row, column: 2, on }).expect("missing");
            run(&mut table, Command::Stop { row, on }).expect("stopped");
            let goals = &table.session.goals;
            assert_eq!((goals.is_discussed(row, 1), goals.is_missing(row, 2)), (on, on));
            assert_eq!((goals.is_stopped(row), goals.is_discussed(row, 0)), (on, false));
        }
    }

    #[test]
    fn a_goal_that_is_not_there_is_gone() {
        let mut table = Table::default();
        for command in [
            Command::Reword { id: GoalId(1), text: "iets".to_owned() },
            Command::Own { id: GoalId(1), owner: Owner::None },
            Command::Park { id: GoalId(1), parked: true },
            Command::Bin { id: GoalId(1) },
            Command::Restore { id: GoalId(1) },
        ] {
            assert_eq!(run(&mut table, command.clone()), Err(Refusal::Gone), "{command:?}");
        }
    }
}
