//! Numbers that are never reused, places, the prullenbak, and the life of an idea.

use super::{Command, Event, Mark, Place, Slot};
use crate::domain::advice;
use crate::domain::advice::Advice;
use crate::domain::casus;
use crate::domain::command::Command as Wish;
use crate::domain::event::Event as Fact;
use crate::domain::goals;
use crate::domain::goals::Row;
use crate::domain::id::{CasusId, GoalId, IdeaId};
use crate::domain::life::{Life, Outcome};
use crate::domain::refusal::Refusal;
use crate::domain::session::FIRST_CASUS;
use crate::domain::testing::Table;

fn run(table: &mut Table, command: Command) -> Result<Vec<Fact>, Refusal> {
    table.run(Wish::Idea(command))
}

fn place(goal: Option<u32>, slot: Slot) -> Place {
    Place { row: Row { casus: FIRST_CASUS, goal: goal.map(GoalId) }, slot }
}

fn bin(table: &mut Table, id: u32) {
    run(table, Command::Bin { ids: vec![IdeaId(id)] }).expect("to the prullenbak");
}

/// Two goals, two tips at the first.
fn table() -> Table {
    let mut table = Table::default();
    table.goal("weer naar de markt").expect("a goal");
    table.goal("minder alleen zijn").expect("a goal");
    table.tip(Some(1), Slot::Column(0), &["zelf kiezen"]).expect("a tip");
    table.tip(Some(1), Slot::Column(1), &["buurvrouw vragen"]).expect("a tip");
    table
}

#[test]
fn a_pasted_list_is_one_gesture_in_order() {
    let mut table = table();
    let texts = ["een", "  ", "twee\u{7}", "drie"];
    let events = table.tip(Some(1), Slot::Column(2), &texts).expect("a list");
    assert_eq!(events.len(), 3);
    let here = table.session.ideas.at(place(Some(1), Slot::Column(2)));
    let told: Vec<&str> =
        here.iter().filter_map(|id| Some(table.session.ideas.get(*id)?.text.as_str())).collect();
    assert_eq!(told, ["een", "twee", "drie"]);
    assert_eq!(table.tip(Some(1), Slot::Column(2), &[" "]), Err(Refusal::Empty));
}

#[test]
fn a_number_is_never_given_out_twice() {
    let mut table = table();
    bin(&mut table, 2);
    table.tip(Some(1), Slot::Column(1), &["oud-collega's bellen"]).expect("a tip");
    let ideas = &table.session.ideas;
    assert_eq!(ideas.get(IdeaId(3)).map(|idea| idea.number), Some(3));
    assert_eq!(ideas.numbered(FIRST_CASUS, 2), Some(IdeaId(2)));
    for none in [0, 4, u32::MAX] {
        assert_eq!(ideas.numbered(FIRST_CASUS, none), None);
    }
}

#[test]
fn numbers_run_per_casus_and_a_tip_stays_with_its_casus() {
    let mut table = table();
    table.run(Wish::Casus(casus::Command::Add)).expect("a casus");
    let other = Place { row: Row { casus: CasusId(2), goal: None }, slot: Slot::Column(0) };
    run(&mut table, Command::Add { place: other, texts: vec!["ander".to_owned()], ring: None })
        .expect("a tip");
    assert_eq!(table.session.ideas.numbered(CasusId(2), 1), Some(IdeaId(3)));
    assert_eq!(table.session.ideas.get(IdeaId(3)).map(|idea| idea.number), Some(1));
    let away = run(&mut table, Command::Move { ids: vec![IdeaId(1)], place: other });
    assert_eq!(away, Err(Refusal::NoColumn));
    assert_eq!(table.session.ideas.of_casus(CasusId(2)).count(), 1);
}

#[test]
fn moving_is_to_a_place_that_can_be_seen() {
    let mut table = table();
    let ids = vec![IdeaId(1), IdeaId(2)];
    run(&mut table, Command::Move { ids: ids.clone(), place: place(Some(2), Slot::Column(3)) })
        .expect("both at once");
    assert_eq!(table.session.ideas.at(place(Some(2), Slot::Column(3))), ids);
    table.run(Wish::Goal(goals::Command::Bin { id: GoalId(1) })).expect("binned");
    let strange = Place { row: Row { casus: CasusId(9), goal: None }, slot: Slot::Unplaced };
    for (to, want) in [
        (place(Some(2), Slot::Column(4)), Refusal::NoColumn),
        (place(Some(2), Slot::Column(3)), Refusal::NoChange),
        (place(Some(1), Slot::Column(0)), Refusal::Gone),
        (place(Some(9), Slot::Column(0)), Refusal::Gone),
        (strange, Refusal::Gone),
    ] {
        assert_eq!(run(&mut table, Command::Move { ids: ids.clone(), place: to }), Err(want), "{to:?}");
        if to != place(Some(2), Slot::Column(3)) {
            assert!(
                run(&mut table, Command::Add { place: to, texts: vec!["x".to_owned()], ring: None }).is_err()
            );
        }
    }
    assert_eq!(
        run(&mut table, Command::Move { ids: vec![IdeaId(9)], place: place(None, Slot::Unplaced) }),
        Err(Refusal::Gone)
    );
}

#[test]
fn a_goal_of_another_casus_is_no_row_here() {
    let mut table = table();
    table.run(Wish::Casus(casus::Command::Add)).expect("a casus");
    let crossed = Place { row: Row { casus: CasusId(2), goal: Some(GoalId(1)) }, slot: Slot::Column(0) };
    let add = Command::Add { place: crossed, texts: vec!["verdwaald".to_owned()], ring: None };
    assert_eq!(run(&mut table, add), Err(Refusal::Gone));
}

#[test]
fn what_comes_back_from_the_prullenbak_lies_where_it_lay() {
    let mut table = table();
    bin(&mut table, 2);
    assert_eq!(table.session.ideas.place(IdeaId(2)), Some(place(Some(1), Slot::Bin)));
    assert_eq!(table.session.ideas.binned(FIRST_CASUS).collect::<Vec<_>>(), [IdeaId(2)]);
    assert_eq!(run(&mut table, Command::Bin { ids: vec![IdeaId(2)] }), Err(Refusal::NoChange));
    run(&mut table, Command::Restore { id: IdeaId(2) }).expect("back");
    assert_eq!(table.session.ideas.place(IdeaId(2)), Some(place(Some(1), Slot::Column(1))));
    assert_eq!(run(&mut table, Command::Restore { id: IdeaId(2) }), Err(Refusal::NoChange));
}

#[test]
fn without_its_goal_it_comes_back_to_be_placed_again() {
    let mut table = table();
    bin(&mut table, 2);
    table.run(Wish::Goal(goals::Command::Bin { id: GoalId(1) })).expect("binned");
    assert_eq!(table.session.ideas.place(IdeaId(1)), Some(place(None, Slot::Unplaced)));
    run(&mut table, Command::Restore { id: IdeaId(2) }).expect("back");
    assert_eq!(table.session.ideas.place(IdeaId(2)), Some(place(None, Slot::Unplaced)));
}

#[test]
fn words_and_marks_change_once() {
    let mut table = table();
    let change = |text: &str| Command::Change { id: IdeaId(1), text: text.to_owned() };
    for (text, want) in [
        ("zelf kiezen", Some(Refusal::NoChange)),
        (" ", Some(Refusal::Empty)),
        ("zelf de kraam kiezen", None),
    ] {
        assert_eq!(run(&mut table, change(text)).err(), want, "{text:?}");
    }
    let mark = |on| Command::Mark { id: IdeaId(1), mark: Mark::StandsOut, on };
    for (on, want) in
        [(false, Some(Refusal::NoChange)), (true, None), (true, Some(Refusal::NoChange)), (false, None)]
    {
        assert_eq!(run(&mut table, mark(on)).err(), want);
        assert_eq!(table.session.ideas.get(IdeaId(1)).map(|idea| idea.has(Mark::StandsOut)), Some(on));
    }
}

#[test]
fn one_life_from_harvest_to_what_came_of_it() {
    let mut table = table();
    let mut live = |life| {
        let advice = Advice::Idea(IdeaId(1));
        table.run(crate::domain::command::Command::Advice(advice::Command { advice, life }))
    };
    live(Life::Discussed(true)).expect("discussed");
    live(Life::Chosen { chosen: true, because: String::new() }).expect("chosen");
    let because = " ze gaan  samen ".to_owned();
    let events = live(Life::Tried { outcome: Outcome::Worked, because }).expect("tried");
    let kept = Life::Tried { outcome: Outcome::Worked, because: "ze gaan samen".to_owned() };
    assert_eq!(events, [Fact::Idea(Event::Lived { id: IdeaId(1), life: kept })]);
    let course = &table.session.ideas.get(IdeaId(1)).expect("the idea").course;
    assert_eq!((course.discussed, course.chosen), (Some(true), Some(true)));
    assert_eq!((course.outcome, course.because.as_str()), (Some(Outcome::Worked), "ze gaan samen"));
}
