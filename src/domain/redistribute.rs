//! Ways out when the meeting runs late: shorter steps, a step left out, or a later end.
//!
//! After *stoppen en door* these are three slots (decision 10); one that cannot be filled says
//! why. A way is a list of commands that go into the journal as one entry, so one undo takes it
//! back. Nothing is changed here, and a step that is left out can be started all the same.

use super::clock;
use super::clock::GRACE;
use super::command::Command;
use super::forecast;
use super::id::StepKey;
use super::plan;
use super::session::Session;
use super::time::{Moment, Now};
use std::cmp::Reverse;

const MINUTE: i64 = 60;

/// What can be done about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Ways {
    /// Seconds later than agreed.
    pub late: i64,
    /// The steps to come a bit shorter.
    pub shorter: Result<Way, WhyNot>,
    /// Steps that may be left out are.
    pub skip: Result<Way, WhyNot>,
    /// Everything as planned, and a later end.
    pub later: Way,
}

/// One way out.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// Steps that are left out.
    pub skipped: Vec<StepKey>,
    /// Steps that get this many seconds more, or fewer when it is negative.
    pub changed: Vec<(StepKey, i64)>,
    /// When the meeting ends then.
    pub end: Moment,
    /// Together one gesture.
    pub commands: Vec<Command>,
}

/// Why a slot cannot be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNot {
    /// No step comes after this one.
    LastStep,
    /// No step to come may be left out.
    AllNeeded,
    /// At most this many seconds can be won, and that is not enough.
    TooLittle(i64),
}

/// A step to come with the planned seconds that are left of it.
#[derive(Debug, Clone, Copy)]
struct Left {
    key: StepKey,
    seconds: i64,
    elapsed: i64,
    /// What can be taken off.
    room: i64,
}

/// The ways out, when the meeting runs so late that it is said.
pub fn ways(session: &Session, now: &Now) -> Option<Ways> {
    let forecast = forecast::meeting(session, now.second())?;
    if forecast.drift < GRACE {
        return None;
    }
    let left: Vec<Left> = forecast::remaining(session, now.second())
        .into_iter()
        .map(|(key, seconds)| left(session, key, seconds, now.second()))
        .collect();
    let (late, agreed) = (forecast.drift, forecast.end - chrono::TimeDelta::seconds(forecast.drift));
    Some(Ways {
        late,
        shorter: shorter(session, &left, late, agreed),
        skip: skip(session, &left, late, agreed),
        later: Way {
            skipped: Vec::new(),
            changed: Vec::new(),
            end: forecast.end,
            commands: vec![Command::Clock(clock::Command::AgreeEnd { at: forecast.end })],
        },
    })
}

/// A protected step keeps its minimum, any other a minute: with nothing left it would be skipped.
fn left(session: &Session, key: StepKey, seconds: i64, now: Moment) -> Left {
    let elapsed = session.clock.elapsed(key, now);
    let least = (i64::from(minimum(session, key)) * MINUTE).max(MINUTE);
    Left { key, seconds, elapsed, room: (seconds - (least - elapsed).max(0)).max(0) }
}

fn minimum(session: &Session, key: StepKey) -> u32 {
    session.step(key).map_or(0, |step| step.minimum)
}

/// What is over comes off the steps to come, in proportion to what each can spare.
fn shorter(session: &Session, left: &[Left], late: i64, agreed: Moment) -> Result<Way, WhyNot> {
    let room: Vec<i64> = left.iter().map(|one| one.room).collect();
    let most: i64 = room.iter().sum();
    if most < late {
        return Err(if left.len() < 2 && most == 0 { WhyNot::LastStep } else { WhyNot::TooLittle(most) });
    }
    let off = divide(late, &room, &room).into_iter().map(|seconds| -seconds);
    Ok(way(session, Vec::new(), left.iter().zip(off), agreed))
}

/// The fewest steps that make up for it, the latest first; what is over goes back to the others.
fn skip(session: &Session, left: &[Left], late: i64, agreed: Moment) -> Result<Way, WhyNot> {
    let ahead = left.get(1..).unwrap_or_default();
    if ahead.is_empty() {
        return Err(WhyNot::LastStep);
    }
    let free = |one: &&Left| minimum(session, one.key) == 0 && one.seconds > 0;
    let free: Vec<Left> = ahead.iter().filter(free).copied().collect();
    let most: i64 = free.iter().map(|one| one.seconds).sum();
    if free.is_empty() {
        return Err(WhyNot::AllNeeded);
    }
    if most < late {
        return Err(WhyNot::TooLittle(most));
    }
    let skipped = fewest(&free, late);
    let won: i64 = free.iter().filter(|one| skipped.contains(&one.key)).map(|one| one.seconds).sum();
    let stay: Vec<Left> = left.iter().filter(|one| !skipped.contains(&one.key)).copied().collect();
    // Nothing is left of any step that stays: then they share alike.
    let even = i64::from(stay.iter().all(|one| one.seconds == 0));
    let weights: Vec<i64> = stay.iter().map(|one| one.seconds + even).collect();
    let back = divide(won - late, &weights, &vec![i64::MAX; stay.len()]);
    Ok(way(session, skipped, stay.iter().zip(back), agreed))
}

/// From the last step to the first, whatever still leaves a set of the smallest size.
fn fewest(free: &[Left], late: i64) -> Vec<StepKey> {
    let best = |among: &[Left], count: usize| {
        let mut seconds: Vec<i64> = among.iter().map(|one| one.seconds).collect();
        seconds.sort_unstable_by_key(|seconds| Reverse(*seconds));
        seconds.into_iter().take(count).sum::<i64>()
    };
    let mut count = (1..=free.len()).find(|count| best(free, *count) >= late).unwrap_or(free.len());
    let (mut chosen, mut need) = (Vec::new(), late);
    for (index, one) in free.iter().enumerate().rev() {
        let before = free.get(..index).unwrap_or_default();
        if count > 0 && one.seconds + best(before, count - 1) >= need {
            chosen.push(one.key);
            need -= one.seconds;
            count -= 1;
        }
    }
    chosen.reverse();
    chosen
}

/// What falls to one of several.
struct Portion {
    index: usize,
    weight: i64,
    given: i64,
    /// What it would get in proportion, beyond the whole minutes that are given.
    short: i64,
    room: i64,
}

/// Divides seconds in proportion to `weights`, none over its room: in whole minutes as far as
/// that goes, the odd seconds where the weight is greatest, and exactly all of them.
fn divide(total: i64, weights: &[i64], room: &[i64]) -> Vec<i64> {
    let sum = weights.iter().sum::<i64>().max(1);
    let portion = |(index, (weight, room)): (usize, (&i64, &i64))| {
        let share = total * weight / sum;
        let given = share / MINUTE * MINUTE;
        Portion { index, weight: *weight, given, short: share - given, room: room - given }
    };
    let mut portions: Vec<Portion> = weights.iter().zip(room).enumerate().map(portion).collect();
    let mut rest = total - portions.iter().map(|one| one.given).sum::<i64>();
    // Who comes short most goes first; alike, the latest.
    portions.sort_by_key(|one| Reverse((one.short, one.index)));
    for one in portions.iter_mut().filter(|one| one.room >= MINUTE) {
        let minute = if rest >= MINUTE { MINUTE } else { 0 };
        one.given += minute;
        one.room -= minute;
        rest -= minute;
    }
    portions.sort_by_key(|one| Reverse((one.weight, one.index)));
    for one in &mut portions {
        let odd = rest.min(one.room);
        one.given += odd;
        rest -= odd;
    }
    portions.sort_by_key(|one| one.index);
    portions.into_iter().map(|one| one.given).collect()
}

/// The way with these changes in it.
fn way<'a>(
    session: &Session,
    skipped: Vec<StepKey>,
    changes: impl Iterator<Item = (&'a Left, i64)>,
    end: Moment,
) -> Way {
    let changes: Vec<(&Left, i64)> = changes.filter(|(_, seconds)| *seconds != 0).collect();
    let skips = skipped.iter().map(|key| Command::Plan(plan::Command::Skip { key: *key }));
    let extends = changes.iter().map(|(one, seconds)| {
        // A step that is over is first brought back to what it took.
        let seconds = one.elapsed + one.seconds + seconds - session.agreed(one.key);
        Command::Clock(clock::Command::Extend { key: one.key, seconds })
    });
    let commands = skips.chain(extends).collect();
    let changed = changes.iter().map(|(one, seconds)| (one.key, *seconds)).collect();
    Way { skipped, changed, end, commands }
}

#[cfg(test)]
mod tests;
