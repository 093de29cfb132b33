//! What may be said of a goal.

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
