//! The agenda, the plan of a step and the rows of the board, also with two casussen.

use crate::domain::casus;
use crate::domain::command::Command as Wish;
use crate::domain::goals;
use crate::domain::id::{CasusId, GoalId, StepKey};
use crate::domain::ideas::Slot;
use crate::domain::plan::Command;
use crate::domain::session::{FIRST_CASUS, Session};
use crate::domain::testing::{Table, method, step_key};

fn steps(session: &Session) -> Vec<(u16, Option<u32>)> {
    session.agenda().iter().map(|key| (key.step, key.casus.map(|id| id.0))).collect()
}

/// The luisterstand is for gathering: the next step ends it, and somebody may put it on again.
#[test]
fn the_luisterstand_ends_with_the_brainstorm() {
    use crate::domain::command::Command;
    use crate::domain::plan::{self, Switch};
    let mut table = Table::default();
    let listen = || Command::Plan(plan::Command::Switch { switch: Switch::Listening, on: true });
    let listens = |table: &Table| table.session.plan.settings.is_on(Switch::Listening);
    table.start(2, 0).unwrap();
    table.run(listen()).unwrap();
    for (step, on) in [(3, true), (4, true), (5, false)] {
        table.start(step, 60 * i64::from(step)).unwrap();
        assert_eq!(listens(&table), on, "step {step}");
    }
    table.run(listen()).unwrap();
    assert!(listens(&table));
}

#[test]
fn the_agenda_repeats_the_steps_of_a_casus() {
    let mut table = Table::default();
    let once = [(0, None), (1, None), (2, Some(1)), (3, Some(1)), (4, Some(1)), (5, Some(1))];
    assert_eq!(steps(&table.session), once);
    table.run(Wish::Casus(casus::Command::Add)).expect("a second casus");
    let again = [(2, Some(2)), (3, Some(2)), (4, Some(2)), (5, Some(2))];
    assert_eq!(steps(&table.session), [&once[..], &again[..]].concat());
}

#[test]
fn steps_after_the_casus_come_once_at_the_end() {
    let mut small = method();
    small.steps[5].per_casus = false;
    let mut session = Session::new(small);
    session.casussen.push(casus::Casus::new(CasusId(2)));
    assert_eq!(steps(&session)[5..], [(2, Some(2)), (3, Some(2)), (4, Some(2)), (5, None)]);
    assert_eq!(session.casus_of(StepKey { step: 5, casus: None }), FIRST_CASUS);
}

#[test]
fn minutes_come_from_the_profile_unless_somebody_set_them() {
    let mut table = Table::default();
    let planned = |table: &Table, step| table.session.planned(step_key(step)) / 60;
    assert_eq!((planned(&table, 4), planned(&table, 5)), (12, 3));
    table.run(Wish::Plan(Command::ChooseProfile(1))).expect("longer");
    assert_eq!((planned(&table, 4), table.session.part_planned(step_key(4), 0)), (24, 600));
    table.run(Wish::Plan(Command::SetMinutes { key: step_key(4), minutes: 20 })).expect("own minutes");
    assert_eq!((planned(&table, 4), planned(&table, 5)), (20, 6));
    let nowhere = StepKey { step: 99, casus: None };
    assert_eq!((table.session.planned(nowhere), table.session.parts(nowhere).len()), (0, 0));
}

#[test]
fn the_board_has_a_row_for_every_goal_or_one_without() {
    let mut table = Table::default();
    let rows = |table: &Table| -> Vec<Option<u32>> {
        table.session.rows(FIRST_CASUS).iter().map(|row| row.goal.map(|id| id.0)).collect()
    };
    assert_eq!(rows(&table), [None]);
    table.tip(None, Slot::Column(0), &["zonder doel"]).expect("a tip");
    table.goal("weer naar de markt").expect("a goal");
    table.goal("minder alleen zijn").expect("a goal");
    assert_eq!(rows(&table), [Some(1), Some(2), None], "what has no goal stays in view");
    table
        .run(Wish::Goal(goals::Command::Park { id: GoalId(1), parked: true }))
        .expect("parked for intervisie");
    assert_eq!(rows(&table), [Some(2), None]);
    table.run(Wish::Goal(goals::Command::Bin { id: GoalId(2) })).expect("binned");
    assert_eq!(rows(&table), [None]);
}
