//! Small meetings looked back on.

use super::{How, Took, Usual, of, took, usual};
use crate::domain::clock::{Command, Event};
use crate::domain::command::Command as Wish;
use crate::domain::event::Event as Fact;
use crate::domain::plan;
use crate::domain::session::Session;
use crate::domain::testing::{Table, begin, method, moment, step_key};
use crate::domain::time::Now;
use proptest::prelude::*;

const MINUTE: i64 = 60;

fn start(session: &mut Session, step: u16, seconds: i64) {
    let since = moment(seconds);
    session.apply(&Fact::Clock(Event::StepStarted { key: step_key(step), since }));
}

#[test]
fn before_the_first_clock_there_is_nothing_to_report() {
    assert_eq!(of(&Session::new(method()), &Now::fixed(begin())), None);
}

#[test]
fn planned_is_what_was_agreed_at_the_beginning() {
    let mut table = Table::default();
    let minutes = plan::Command::SetMinutes { key: step_key(1), minutes: 7 };
    table.run(Wish::Plan(minutes)).expect("minutes");
    start(&mut table.session, 1, 0);
    table.run(Wish::Clock(Command::Extend { key: step_key(1), seconds: 120 })).expect("longer");
    table.run(Wish::Plan(plan::Command::Skip { key: step_key(3) })).expect("skip");
    table.session.apply(&Fact::Clock(Event::Paused { since: moment(300), reason: String::new() }));
    table.session.apply(&Fact::Clock(Event::Resumed { since: moment(420) }));
    start(&mut table.session, 2, 660);
    let report = of(&table.session, &Now::fixed(moment(700))).expect("begun");
    let of_step = |step| report.lines.iter().find(|line| line.key == step_key(step)).expect("a step");
    let second = of_step(1);
    assert_eq!((second.planned, second.agreed, second.actual), (7 * MINUTE, 9 * MINUTE, 540));
    let hows: Vec<How> = report.lines.iter().map(|line| line.how).collect();
    assert_eq!(hows, [How::NotHeld, How::Held, How::Runs, How::Skipped, How::ToCome, How::ToCome]);
    assert_eq!((of_step(3).planned, of_step(3).agreed), (5 * MINUTE, 0));
    assert_eq!((report.paused, report.actual()), (120, 580));
    assert_eq!(report.planned(), (10 + 7 + 5 + 5 + 12 + 3) * MINUTE);
    table.session.apply(&Fact::Clock(Event::Ended { since: moment(720) }));
    let later = of(&table.session, &Now::fixed(moment(9_000))).expect("begun");
    assert_eq!(later.lines.last().map(|line| line.how), Some(How::NotHeld));
    assert_eq!((later.ended, later.actual(), later.paused), (Some(moment(720)), 600, 120));
}

#[test]
fn a_session_tells_of_the_steps_it_held_and_left() {
    let mut session = Session::new(method());
    assert!(took(&session).is_empty());
    start(&mut session, 0, 0);
    start(&mut session, 1, 400);
    start(&mut session, 2, 410);
    let found = took(&session);
    assert_eq!(found, Took::from([("stap-1".to_owned(), 400)]), "passed by, or not left yet");
    session.apply(&Fact::Clock(Event::Ended { since: moment(500) }));
    assert_eq!(took(&session).get("stap-3"), Some(&90));
}

fn sessions(seconds: &[i64]) -> Vec<Took> {
    seconds.iter().map(|seconds| Took::from([("stap-5".to_owned(), *seconds)])).collect()
}

#[test]
fn the_median_is_offered_from_three_sessions_on() {
    let minutes = |seconds: &[i64]| usual(&sessions(seconds)).first().map(|usual| usual.minutes);
    assert_eq!(minutes(&[]), None);
    assert_eq!(minutes(&[600, 700]), None);
    assert_eq!(minutes(&[600, 3_600, 720]), Some(12));
    assert_eq!(minutes(&[600, 3_600, 720, 900]), Some(14), "between 12 and 15");
    assert_eq!(minutes(&[31, 29, 30]), Some(1));
    let mut mixed = sessions(&[600, 600, 600]);
    mixed.push(Took::from([("stap-1".to_owned(), 60)]));
    assert_eq!(usual(&mixed), [Usual { step: "stap-5".to_owned(), minutes: 10, sessions: 3 }]);
}

proptest! {
    #[test]
    fn half_of_the_sessions_lie_on_either_side(seconds in proptest::collection::vec(30..7_200_i64, 3..12)) {
        let found = usual(&sessions(&seconds));
        let median = i64::from(found[0].minutes) * MINUTE;
        let below = seconds.iter().filter(|one| **one < median - 30).count();
        let above = seconds.iter().filter(|one| **one > median + 30).count();
        prop_assert!(below * 2 <= seconds.len() && above * 2 <= seconds.len());
        let mut other = seconds.clone();
        other.reverse();
        prop_assert_eq!(usual(&sessions(&other)), found);
    }
}
