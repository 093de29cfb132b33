//! Random meetings that run late, and a few by hand.

use super::{Way, Ways, WhyNot, divide, ways};
use crate::domain::clock;
use crate::domain::command::{Command, decide};
use crate::domain::event::Event;
use crate::domain::forecast;
use crate::domain::id::StepKey;
use crate::domain::journal::{Act, Journal};
use crate::domain::method::Method;
use crate::domain::plan;
use crate::domain::session::Session;
use crate::domain::testing::{begin, method, moment, opened, step_key};
use crate::domain::time::Now;
use chrono::TimeDelta;
use proptest::prelude::*;

const MINUTE: i64 = 60;

/// A meeting that is going on: minutes and minimum per step, which step runs and for how long.
#[derive(Debug, Clone)]
struct Going {
    steps: Vec<(u32, u32)>,
    running: usize,
    elapsed: i64,
    /// Seconds the agreed end lies beside what was planned.
    shift: i64,
    paused: bool,
}

impl Going {
    fn journal(&self) -> Journal {
        let mut method = Method { steps: Vec::new(), ..method() };
        for (index, (minutes, minimum)) in self.steps.iter().enumerate() {
            let mut step = crate::domain::testing::method().steps.swap_remove(index % 6);
            (step.minutes, step.minimum, step.per_casus) = (vec![*minutes], *minimum, false);
            method.steps.push(step);
        }
        let mut journal = Journal::new(crate::domain::journal::Opened { method, ..opened() });
        let key = StepKey { step: u16::try_from(self.running).expect("few steps"), casus: None };
        let total: i64 = journal.fold().agenda().iter().map(|key| journal.fold().planned(*key)).sum();
        let at = moment(total + self.shift);
        act(&mut journal, 0, vec![Command::Clock(clock::Command::AgreeEnd { at })]);
        act(&mut journal, 0, vec![Command::Clock(clock::Command::Start { key, since: begin() })]);
        if self.paused {
            let pause = clock::Command::Pause { reason: String::new() };
            act(&mut journal, self.elapsed / 2, vec![Command::Clock(pause)]);
        }
        journal
    }

    fn now(&self) -> Now {
        Now::fixed(moment(self.elapsed))
    }
}

fn act(journal: &mut Journal, seconds: i64, commands: Vec<Command>) {
    let now = Now::fixed(moment(seconds));
    let mut session = journal.fold();
    let mut events: Vec<Event> = Vec::new();
    for command in commands {
        for event in decide(&session, command, &now).expect("nothing to refuse") {
            session.apply(&event);
            events.push(event);
        }
    }
    journal.push(journal.next(now.at, Act::Do(events)));
}

fn left(session: &Session, now: &Now) -> i64 {
    forecast::remaining(session, now.at).iter().map(|(_, left)| left).sum()
}

fn going() -> impl Strategy<Value = Going> {
    let step = (1..25_u32, 0..25_u32).prop_map(|(minutes, minimum)| (minutes, minimum.min(minutes)));
    let step = prop_oneof![step, (1..25_u32).prop_map(|minutes| (minutes, 0))];
    let steps = proptest::collection::vec(step, 1..8);
    (steps, 0..8_usize, 0..2_400_i64, -1_200..600_i64, any::<bool>()).prop_map(
        |(steps, running, elapsed, shift, paused)| {
            let running = running % steps.len();
            Going { steps, running, elapsed, shift, paused }
        },
    )
}

fn fits(going: &Going, way: &Way) -> Result<(), TestCaseError> {
    let mut journal = going.journal();
    let before = journal.fold();
    act(&mut journal, going.elapsed, way.commands.clone());
    let (after, now) = (journal.fold(), going.now());
    let agreed = after.plan.agreed_end.expect("agreed");
    prop_assert_eq!(left(&after, &now), (agreed - now.at).num_seconds(), "the rest is the time to the end");
    prop_assert_eq!(agreed, way.end);
    for key in after.agenda() {
        let least = i64::from(after.method.steps[usize::from(key.step)].minimum) * MINUTE;
        let was = before.planned(key);
        prop_assert!(after.planned(key) >= least.min(was), "{key:?} under its minimum");
        prop_assert!(!after.plan.is_skipped(key) || least == 0, "{key:?} is protected");
    }
    for (key, seconds) in &way.changed {
        let rest = |session: &Session| {
            let left = forecast::remaining(session, now.at);
            left.into_iter().find(|(other, _)| other == key).map(|(_, left)| left)
        };
        prop_assert_eq!(rest(&before).map(|left| left + seconds), rest(&after), "what is said is done");
    }
    journal.push(journal.next(now.at, Act::Undo));
    prop_assert_eq!(journal.fold(), before, "one undo takes it all back");
    Ok(())
}

proptest! {
    #[test]
    fn every_way_ends_when_it_says(going in going()) {
        let session = going.journal().fold();
        let Some(found) = ways(&session, &going.now()) else { return Ok(()) };
        prop_assert_eq!(Some(found.clone()), ways(&session, &going.now()));
        let ready = [found.shorter.as_ref().ok(), found.skip.as_ref().ok(), Some(&found.later)];
        for way in ready.into_iter().flatten() {
            fits(&going, way)?;
        }
        if let Ok(way) = &found.shorter {
            prop_assert!(way.skipped.is_empty() && way.changed.iter().all(|(_, seconds)| *seconds < 0));
        }
        if let Ok(way) = &found.skip {
            prop_assert!(!way.skipped.is_empty() && way.changed.iter().all(|(_, seconds)| *seconds > 0));
        }
    }

    #[test]
    fn no_smaller_set_would_do(going in going()) {
        let session = going.journal().fold();
        let Some(Ways { late, skip: Ok(way), .. }) = ways(&session, &going.now()) else { return Ok(()) };
        let mut seconds: Vec<i64> = forecast::remaining(&session, going.now().at)
            .iter()
            .skip(1)
            .filter(|(key, _)| session.method.steps[usize::from(key.step)].minimum == 0)
            .map(|(_, left)| *left)
            .collect();
        seconds.sort_unstable();
        let fewer: i64 = seconds.iter().rev().take(way.skipped.len() - 1).sum();
        prop_assert!(fewer < late);
    }

    #[test]
    fn everything_is_divided(
        room in proptest::collection::vec(0..3_000_i64, 1..8),
        share in 0..=100_i64,
    ) {
        let total = room.iter().sum::<i64>() * share / 100;
        let parts = divide(total, &room, &room);
        prop_assert_eq!(parts.iter().sum::<i64>(), total);
        prop_assert!(parts.iter().zip(&room).all(|(part, room)| (0..=*room).contains(part)));
        // With whole minutes to give from, at most one part is odd.
        let whole: Vec<i64> = room.iter().map(|seconds| seconds / MINUTE * MINUTE).collect();
        let total = whole.iter().sum::<i64>() * share / 100;
        let odd = divide(total, &whole, &whole).into_iter().filter(|part| part % MINUTE != 0);
        prop_assert!(odd.count() <= 1);
    }
}

/// AKAD in small, in its fifth step, so long over that it ends `late` seconds after what was said.
fn in_small(minimums: [u32; 6], running: u16, late: i64) -> (Session, Now) {
    let mut session = Session::new(method());
    for (step, minimum) in session.method.steps.iter_mut().zip(minimums) {
        step.minimum = minimum;
    }
    let key = step_key(running);
    session.apply(&Event::Clock(clock::Event::StepStarted { key, since: begin() }));
    let now = Now::fixed(moment(session.planned(key)));
    let end = forecast::remaining(&session, now.at).iter().map(|(_, left)| left).sum::<i64>();
    let at = now.at + TimeDelta::seconds(end - late);
    session.apply(&Event::Clock(clock::Event::EndAgreed { at }));
    (session, now)
}

fn changed(way: &Way) -> Vec<(u16, i64)> {
    way.changed.iter().map(|(key, seconds)| (key.step, *seconds)).collect()
}

#[test]
fn what_can_be_spared_is_taken_in_proportion() {
    // Steps of 5, 5, 12 and 3 minutes to come, of which 3, 3, 10 and 3 are kept.
    let (session, now) = in_small([2, 2, 3, 3, 10, 3], 1, 3 * MINUTE + 20);
    let way = ways(&session, &now).expect("late").shorter.expect("enough");
    assert_eq!(changed(&way), [(2, -MINUTE), (3, -MINUTE), (4, -MINUTE - 20)]);
    let (session, now) = in_small([2, 2, 3, 3, 10, 3], 1, 7 * MINUTE);
    let found = ways(&session, &now).expect("late");
    assert_eq!(found.shorter, Err(WhyNot::TooLittle(6 * MINUTE)));
    assert_eq!(found.skip, Err(WhyNot::AllNeeded));
    assert_eq!(found.later.end, session.plan.agreed_end.expect("agreed") + TimeDelta::minutes(7));
}

#[test]
fn the_latest_step_that_will_do_is_left_out_and_the_rest_is_given_back() {
    let (session, now) = in_small([2, 2, 0, 0, 10, 3], 1, 4 * MINUTE);
    let way = ways(&session, &now).expect("late").skip.expect("enough");
    assert_eq!(way.skipped, [step_key(3)]);
    assert_eq!(changed(&way), [(4, MINUTE)]);
    let (session, now) = in_small([2, 2, 0, 0, 10, 3], 1, 11 * MINUTE);
    assert_eq!(ways(&session, &now).expect("late").skip, Err(WhyNot::TooLittle(10 * MINUTE)));
}

#[test]
fn the_last_step_has_nothing_after_it() {
    let (session, now) = in_small([0; 6], 5, 2 * MINUTE);
    let found = ways(&session, &now).expect("late");
    assert_eq!((found.shorter, found.skip), (Err(WhyNot::LastStep), Err(WhyNot::LastStep)));
}

#[test]
fn on_time_there_is_nothing_to_redistribute() {
    let (session, now) = in_small([0; 6], 2, 29);
    assert_eq!(ways(&session, &now), None);
    assert_eq!(ways(&Session::new(method()), &now), None);
}

#[test]
fn a_step_that_was_left_out_can_be_started_all_the_same() {
    let (mut session, now) = in_small([2, 2, 0, 0, 10, 3], 1, 5 * MINUTE);
    let key = step_key(3);
    let skip = plan::Command::Skip { key };
    for event in decide(&session, Command::Plan(skip), &now).expect("skip") {
        session.apply(&event);
    }
    assert!(session.plan.is_skipped(key));
    assert_eq!(session.planned(key), 0);
    session.apply(&Event::Clock(clock::Event::StepStarted { key, since: now.at }));
    assert!(!session.plan.is_skipped(key));
    assert_eq!(session.planned(key), 5 * MINUTE);
}
