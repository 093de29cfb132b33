//! Laps in all orders, and the word for what is left.

use super::{Command, GRACE, Light, What, light};
use crate::domain::command::Command as Wish;
use crate::domain::id::StepKey;
use crate::domain::refusal::Refusal;
use crate::domain::testing::{Table, moment, step_key};
use crate::domain::time::Moment;

const MINUTE: i64 = 60;

fn run(table: &mut Table, seconds: i64, command: Command) -> Result<(), Refusal> {
    table.at(seconds).run(Wish::Clock(command)).map(drop)
}

fn start(table: &mut Table, seconds: i64, step: u16, since: i64) {
    run(table, seconds, Command::Start { key: step_key(step), since: moment(since) }).expect("a start");
}

fn elapsed(table: &Table, step: u16, seconds: i64) -> i64 {
    table.session.clock.elapsed(step_key(step), moment(seconds))
}

fn pause(table: &mut Table, seconds: i64) {
    run(table, seconds, Command::Pause { reason: " koffie ".to_owned() }).expect("a pause");
}

#[test]
fn nothing_runs_before_the_first_start() {
    let mut table = Table::default();
    let clock = &table.session.clock;
    assert_eq!((clock.current(), clock.begun(), clock.ended(), clock.since()), (None, None, None, None));
    for command in [
        Command::StartPart { part: 1, since: moment(0) },
        Command::Pause { reason: String::new() },
        Command::ExcludeGap { from: moment(0), until: moment(9) },
        Command::Shift { seconds: 5 },
        Command::End,
    ] {
        assert_eq!(run(&mut table, 10, command.clone()), Err(Refusal::NotRunning), "{command:?}");
    }
    assert_eq!(run(&mut table, 10, Command::Resume), Err(Refusal::NotPaused));
}

#[test]
fn at_any_moment_at_most_one_step_runs() {
    let mut table = Table::default();
    start(&mut table, 0, 0, 0);
    start(&mut table, 300, 1, 300);
    start(&mut table, 420, 2, 420);
    let now = 500;
    assert_eq!(elapsed(&table, 0, now), 300);
    assert_eq!(elapsed(&table, 1, now), 120);
    assert_eq!(elapsed(&table, 2, now), 80);
    assert_eq!(table.session.clock.running(), Some(step_key(2)));
    assert_eq!(table.session.clock.started(step_key(1)), Some(moment(300)));
    for (at, step) in [(0, 0), (299, 0), (300, 1), (419, 1), (420, 2), (9_999, 2)] {
        assert_eq!(table.session.clock.step_at(moment(at)), Some(step_key(step)), "{at}");
    }
    assert_eq!(table.session.clock.step_at(moment(-1)), None);
}

#[test]
fn a_start_that_is_put_earlier_cuts_what_was_running_then() {
    let mut table = Table::default();
    start(&mut table, 0, 0, 0);
    start(&mut table, 300, 1, 300);
    start(&mut table, 500, 2, 240);
    assert_eq!(elapsed(&table, 0, 500), 240);
    assert_eq!(elapsed(&table, 1, 500), 0);
    assert_eq!(elapsed(&table, 2, 500), 260);
    assert_eq!(table.session.clock.laps().len(), 2);
}

#[test]
fn a_running_step_can_turn_out_to_have_begun_earlier_or_later() {
    for (since, before, here) in [(240, 240, 260), (360, 360, 140), (300, 300, 200)] {
        let mut table = Table::default();
        start(&mut table, 0, 0, 0);
        start(&mut table, 300, 1, 300);
        let again = Command::Start { key: step_key(1), since: moment(since) };
        let said = run(&mut table, 500, again);
        assert_eq!(said.is_ok(), since != 300, "{since}");
        assert_eq!((elapsed(&table, 0, 500), elapsed(&table, 1, 500)), (before, here), "{since}");
        assert_eq!(table.session.clock.started(step_key(1)), Some(moment(since)));
    }
}

#[test]
fn the_first_step_can_turn_out_to_have_begun_later() {
    let mut table = Table::default();
    start(&mut table, 0, 0, 0);
    start(&mut table, 200, 0, 120);
    assert_eq!(table.session.clock.begun(), Some(moment(120)));
    assert_eq!(elapsed(&table, 0, 200), 80);
}

#[test]
fn a_start_cannot_lie_in_the_future() {
    let mut table = Table::default();
    let later = Command::Start { key: step_key(0), since: moment(61) };
    assert_eq!(run(&mut table, 60, later), Err(Refusal::InFuture));
    let unknown = StepKey { step: 99, casus: None };
    let nowhere = Command::Start { key: unknown, since: moment(0) };
    assert_eq!(run(&mut table, 60, nowhere), Err(Refusal::Gone));
}

#[test]
fn parts_have_clocks_of_their_own_and_are_taken_up_where_they_were_left() {
    let mut table = Table::default();
    start(&mut table, 0, 4, 0);
    run(&mut table, 300, Command::StartPart { part: 1, since: moment(300) }).expect("part");
    assert_eq!(
        run(&mut table, 310, Command::StartPart { part: 1, since: moment(310) }),
        Err(Refusal::NoChange)
    );
    start(&mut table, 400, 5, 400);
    start(&mut table, 460, 4, 460);
    let clock = &table.session.clock;
    assert_eq!(clock.current(), Some((step_key(4), 1)));
    let part = |part| clock.part_elapsed(step_key(4), part, moment(500));
    assert_eq!((part(0), part(1), elapsed(&table, 4, 500)), (300, 140, 440));
}

#[test]
fn a_pause_stops_the_step_and_not_the_clock() {
    let mut table = Table::default();
    start(&mut table, 0, 1, 0);
    pause(&mut table, 60);
    let clock = &table.session.clock;
    assert_eq!((clock.running(), clock.paused()), (None, Some(moment(60))));
    assert_eq!((clock.current(), clock.pause_reason()), (Some((step_key(1), 0)), "koffie"));
    assert_eq!(run(&mut table, 70, Command::Pause { reason: String::new() }), Err(Refusal::NotRunning));
    run(&mut table, 180, Command::Resume).expect("resume");
    let clock = &table.session.clock;
    assert_eq!((elapsed(&table, 1, 200), clock.paused_seconds(moment(200))), (80, 120));
}

#[test]
fn starting_a_step_or_a_part_ends_a_pause() {
    for step in [true, false] {
        let mut table = Table::default();
        start(&mut table, 0, 4, 0);
        pause(&mut table, 60);
        if step {
            start(&mut table, 90, 4, 90);
        } else {
            run(&mut table, 90, Command::StartPart { part: 1, since: moment(90) }).expect("part");
        }
        assert_eq!(table.session.clock.running(), Some(step_key(4)));
        assert_eq!(elapsed(&table, 4, 100), 70);
    }
}

#[test]
fn a_gap_is_taken_out_of_the_step_that_runs() {
    let mut table = Table::default();
    start(&mut table, 0, 0, 0);
    start(&mut table, 100, 1, 100);
    run(&mut table, 500, Command::ExcludeGap { from: moment(140), until: moment(480) }).expect("gap");
    assert_eq!(elapsed(&table, 1, 500), 60);
    assert_eq!(table.session.clock.paused_seconds(moment(500)), 340);
    assert_eq!(table.session.clock.running(), Some(step_key(1)));
}

#[test]
fn a_gap_never_reaches_into_what_came_before() {
    let mut table = Table::default();
    start(&mut table, 0, 0, 0);
    start(&mut table, 100, 1, 100);
    run(&mut table, 500, Command::ExcludeGap { from: moment(50), until: moment(400) }).expect("gap");
    assert_eq!((elapsed(&table, 0, 500), elapsed(&table, 1, 500)), (100, 100));
    assert_eq!(table.session.clock.paused_seconds(moment(500)), 300);
}

#[test]
fn a_clock_that_was_set_back_changes_no_length() {
    let mut table = Table::default();
    start(&mut table, 0, 0, 0);
    start(&mut table, 3_600, 1, 3_600);
    let end = table.session.plan.agreed_end.expect("agreed");
    run(&mut table, 90, Command::Shift { seconds: -3_600 }).expect("shift");
    assert_eq!((elapsed(&table, 0, 90), elapsed(&table, 1, 90)), (3_600, 90));
    assert_eq!(table.session.plan.agreed_end, Some(end - chrono::TimeDelta::hours(1)));
}

#[test]
fn ended_is_not_the_end_when_somebody_goes_on() {
    let mut table = Table::default();
    start(&mut table, 0, 5, 0);
    run(&mut table, 120, Command::End).expect("end");
    let clock = &table.session.clock;
    assert_eq!((clock.current(), clock.ended()), (None, Some(moment(120))));
    assert_eq!(clock.step_at(moment(130)), None);
    assert_eq!(run(&mut table, 130, Command::End), Err(Refusal::NotRunning));
    start(&mut table, 200, 5, 200);
    assert_eq!(table.session.clock.ended(), None);
    assert_eq!(elapsed(&table, 5, 260), 180);
    let whats: Vec<What> = table.session.clock.laps().iter().map(|lap| lap.what).collect();
    assert_eq!(whats[1], What::Ended);
}

#[test]
fn the_first_start_fixes_the_agreed_end_once() {
    let mut table = Table::default();
    start(&mut table, 600, 1, 480);
    let end: Option<Moment> = table.session.plan.agreed_end;
    assert_eq!(end, Some(moment(480 + 40 * MINUTE)));
    start(&mut table, 900, 2, 900);
    assert_eq!(table.session.plan.agreed_end, end);
}

#[test]
fn extending_has_limits() {
    let key = step_key(4);
    for (minutes, want) in
        [(0, Err(Refusal::OutOfRange)), (1_441, Err(Refusal::OutOfRange)), (5, Ok(())), (-1, Ok(()))]
    {
        let mut table = Table::default();
        assert_eq!(run(&mut table, 0, Command::Extend { key, seconds: minutes * MINUTE }), want, "{minutes}");
        let planned = table.session.planned(key);
        assert_eq!(planned, (12 + if want.is_ok() { minutes } else { 0 }) * MINUTE);
    }
}

#[test]
fn the_light_follows_the_length_of_the_step() {
    use Light::{Nearly, Over, Runs, TimeUp};
    for (planned, nearly) in [
        (60, 15),
        (90, 15),
        (3 * MINUTE, 60),
        (12 * MINUTE, 120),
        (40 * MINUTE, 120),
        (5 * MINUTE, 60),
        (7 * MINUTE, 84),
    ] {
        for (rest, want) in [
            (planned, Runs),
            (nearly + 1, Runs),
            (nearly, Nearly),
            (1, Nearly),
            (0, TimeUp),
            (1 - GRACE, TimeUp),
            (-GRACE, Over),
            (-3_600, Over),
        ] {
            assert_eq!(light(planned, rest), want, "{planned} s planned, {rest} s to go");
        }
    }
}
