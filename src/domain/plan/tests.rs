//! Lengths, layouts that take their ideas along, and settings.

use super::{Command, Field, Switch};
use crate::domain::command::Command as Wish;
use crate::domain::event::Event as Fact;
use crate::domain::goals::Row;
use crate::domain::id::IdeaId;
use crate::domain::ideas;
use crate::domain::ideas::Place;
use crate::domain::ideas::Slot;
use crate::domain::refusal::Refusal;
use crate::domain::session::FIRST_CASUS;
use crate::domain::testing::{Table, moment, step_key};

fn run(table: &mut Table, command: Command) -> Result<Vec<Fact>, Refusal> {
    table.run(Wish::Plan(command))
}

fn slot(table: &Table, id: u32) -> Option<Slot> {
    table.session.ideas.place(IdeaId(id)).map(|place| place.slot)
}

/// C, N, I and F with one tip each, and a tip in the prullenbak that lay at F.
fn board() -> Table {
    let mut table = Table::default();
    for column in 0..4 {
        table.tip(None, Slot::Column(column), &["tip"]).expect("a tip");
    }
    table.tip(None, Slot::Column(3), &["weg"]).expect("a tip");
    table.run(Wish::Idea(ideas::Command::Bin { ids: vec![IdeaId(5)] })).expect("binned");
    table
}

#[test]
fn another_layout_moves_ideas_by_letter_in_one_gesture() {
    let mut table = board();
    run(&mut table, Command::ChooseLayout(1)).expect("three columns");
    let slots: Vec<Option<Slot>> = (1..=4).map(|id| slot(&table, id)).collect();
    let want = [Slot::Column(0), Slot::Column(1), Slot::Unplaced, Slot::Column(2)].map(Some);
    assert_eq!(slots, want);
    assert_eq!(table.session.ideas.len(), 5);
}

#[test]
fn what_lies_in_the_prullenbak_goes_along_with_its_letter() {
    let mut table = board();
    run(&mut table, Command::ChooseLayout(1)).expect("three columns");
    assert_eq!(slot(&table, 5), Some(Slot::Bin));
    table.run(Wish::Idea(ideas::Command::Restore { id: IdeaId(5) })).expect("back");
    assert_eq!(slot(&table, 5), Some(Slot::Column(2)), "F is the third column now");
    let row = Row { casus: FIRST_CASUS, goal: None };
    assert_eq!(table.session.ideas.at(Place { row, slot: Slot::Column(2) }).len(), 2);
}

#[test]
fn choices_outside_the_method_are_refused() {
    let mut table = Table::default();
    for (command, want) in [
        (Command::ChooseLayout(0), Refusal::NoChange),
        (Command::ChooseLayout(2), Refusal::NoChoice),
        (Command::ChooseProfile(2), Refusal::NoChoice),
        (Command::SetMinutes { key: step_key(1), minutes: 0 }, Refusal::OutOfRange),
        (Command::SetMinutes { key: step_key(1), minutes: 1_441 }, Refusal::OutOfRange),
        (Command::UseCard { card: "geen".to_owned(), step: step_key(1) }, Refusal::Gone),
    ] {
        assert_eq!(run(&mut table, command.clone()), Err(want), "{command:?}");
    }
}

#[test]
fn another_profile_forgets_own_minutes() {
    let mut table = Table::default();
    run(&mut table, Command::SetMinutes { key: step_key(4), minutes: 9 }).expect("own minutes");
    assert_eq!(table.session.plan.own_minutes(step_key(4)), Some(9));
    run(&mut table, Command::ChooseProfile(1)).expect("longer");
    assert_eq!(table.session.plan.own_minutes(step_key(4)), None);
}

#[test]
fn a_step_is_left_out_until_it_gets_minutes_again() {
    let mut table = Table::default();
    let key = step_key(4);
    run(&mut table, Command::Skip { key }).expect("skip");
    assert_eq!(run(&mut table, Command::Skip { key }), Err(Refusal::NoChange));
    assert_eq!(table.session.planned(key), 0);
    run(&mut table, Command::SetMinutes { key, minutes: 6 }).expect("minutes");
    assert_eq!((table.session.plan.is_skipped(key), table.session.planned(key)), (false, 360));
}

#[test]
fn settings_are_asked_once_and_the_group_watches_until_somebody_says_not() {
    let mut table = Table::default();
    assert_eq!(table.session.plan.settings.answer(Switch::GroupWatches), None);
    assert!(table.session.plan.settings.group_watches());
    let switch = |on| Command::Switch { switch: Switch::GroupWatches, on };
    run(&mut table, switch(false)).expect("does not watch");
    assert!(!table.session.plan.settings.group_watches());
    assert_eq!(run(&mut table, switch(false)), Err(Refusal::NoChange));
}

#[test]
fn ticks_texts_cards_and_the_start_are_kept() {
    let mut table = Table::default();
    run(&mut table, Command::Tick { item: 2, on: true }).expect("tick");
    let name = Command::SetField { field: Field::GroupName, text: " Oost ".to_owned() };
    run(&mut table, name.clone()).expect("a name");
    assert_eq!(run(&mut table, name), Err(Refusal::NoChange));
    for _ in 0..2 {
        run(&mut table, Command::UseCard { card: "ja-maar".to_owned(), step: step_key(4) }).expect("card");
    }
    run(&mut table, Command::PlanStart { at: moment(600) }).expect("start");
    let plan = &table.session.plan;
    assert_eq!((plan.settings.field(Field::GroupName), plan.settings.used("ja-maar")), ("Oost", 2));
    assert_eq!((plan.settings.is_ticked(2), plan.settings.is_ticked(1)), (true, false));
    assert_eq!(plan.start, Some(moment(600)));
}
