//! When the meeting ends, and how far that is from what was agreed.

use super::{Forecast, meeting, next_change, part, step};
use crate::domain::clock::{Command, Light};
use crate::domain::command::Command as Wish;
use crate::domain::testing::{Table, moment, step_key};
use chrono::TimeDelta;

const MINUTE: i64 = 60;

fn forecast(table: &Table, seconds: i64) -> Forecast {
    meeting(&table.session, moment(seconds)).expect("a forecast")
}

fn begun() -> Table {
    let mut table = Table::default();
    table.start(0, 0).expect("start");
    table
}

#[test]
fn without_a_running_clock_there_is_no_forecast() {
    let mut table = Table::default();
    assert_eq!(meeting(&table.session, moment(0)), None);
    table.start(0, 0).expect("start");
    table.at(60).run(Wish::Clock(Command::End)).expect("end");
    assert_eq!(meeting(&table.session, moment(60)), None);
}

#[test]
fn on_time_while_the_step_has_time_left() {
    let table = begun();
    for seconds in [0, 1, 300, 600] {
        let want = Forecast { end: moment(40 * MINUTE), drift: 0 };
        assert_eq!(forecast(&table, seconds), want, "{seconds}");
    }
}

#[test]
fn an_overrun_moves_the_end_second_by_second() {
    let table = begun();
    for over in [1, 30, 200] {
        assert_eq!(forecast(&table, 600 + over).drift, over);
    }
}

#[test]
fn a_step_that_ends_early_gives_time_back() {
    let mut table = begun();
    table.start(1, 7 * MINUTE).expect("start");
    assert_eq!(forecast(&table, 7 * MINUTE).drift, -3 * MINUTE);
}

#[test]
fn steps_that_were_passed_are_skipped_and_steps_that_were_held_are_not_counted_again() {
    let mut table = begun();
    table.start(4, 10 * MINUTE).expect("start");
    assert_eq!(forecast(&table, 10 * MINUTE).end, moment((10 + 12 + 3) * MINUTE));
    table.start(2, 12 * MINUTE).expect("back to a step that was passed");
    // Step 3 still comes; step 5 has been begun already, step 6 not yet.
    assert_eq!(forecast(&table, 12 * MINUTE).end, moment((12 + 5 + 5 + 3) * MINUTE));
}

#[test]
fn an_extension_and_a_pause_make_it_later() {
    let mut table = begun();
    table.run(Wish::Clock(Command::Extend { key: step_key(0), seconds: 300 })).expect("extend");
    assert_eq!(forecast(&table, 60).drift, 5 * MINUTE);
    table.at(60).run(Wish::Clock(Command::Pause { reason: String::new() })).expect("pause");
    assert_eq!(forecast(&table, 180).drift, 7 * MINUTE);
    assert_eq!(step(&table.session, step_key(0), moment(180)).light, Light::Paused);
    assert_eq!(step(&table.session, step_key(0), moment(180)).rest(), 14 * MINUTE);
}

#[test]
fn the_group_can_agree_on_another_end() {
    let mut table = begun();
    table.run(Wish::Clock(Command::AgreeEnd { at: moment(45 * MINUTE) })).expect("agree");
    assert_eq!(forecast(&table, 60).drift, -5 * MINUTE);
}

#[test]
fn a_step_that_does_not_run_has_not_started() {
    let table = begun();
    let standing = step(&table.session, step_key(1), moment(60));
    assert_eq!((standing.light, standing.elapsed, standing.planned), (Light::NotStarted, 0, 5 * MINUTE));
}

#[test]
fn a_part_has_a_standing_when_it_has_minutes() {
    let mut table = Table::default();
    table.start(4, 0).expect("start");
    let standing = part(&table.session, step_key(4), 0, moment(301)).expect("minutes");
    assert_eq!((standing.planned, standing.rest(), standing.light), (300, -1, Light::TimeUp));
    assert_eq!(part(&table.session, step_key(4), 9, moment(0)), None);
    assert_eq!(part(&table.session, step_key(1), 0, moment(0)), None);
}

#[test]
fn the_next_change_is_the_next_whole_second() {
    let table = begun();
    let half = moment(5) + TimeDelta::milliseconds(400);
    assert_eq!(next_change(&table.session, half), Some(moment(6)));
    assert_eq!(next_change(&table.session, moment(5)), Some(moment(6)));
    assert_eq!(next_change(&Table::default().session, half), None);
}
