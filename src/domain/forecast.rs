//! How the meeting stands: what is left, when it will end, and how far that is from what was
//! agreed. Everything is computed from the laps of the clock and the plan; nothing is counted.

use super::clock::{Light, light};
use super::id::StepKey;
use super::session::Session;
use super::time::Moment;
use chrono::TimeDelta;

/// How one step or part stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub planned: i64,
    pub elapsed: i64,
    pub light: Light,
}

impl Standing {
    /// Seconds to go; negative when it is over.
    pub fn rest(&self) -> i64 {
        self.planned - self.elapsed
    }
}

/// How the whole meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forecast {
    pub end: Moment,
    /// Seconds later than agreed; negative when earlier.
    pub drift: i64,
}

/// How a step stands at `now`.
pub fn step(session: &Session, key: StepKey, now: Moment) -> Standing {
    let planned = session.planned(key);
    let elapsed = session.clock.elapsed(key, now);
    let light = match session.clock.current() {
        Some((current, _)) if current == key && session.clock.paused().is_some() => Light::Paused,
        Some((current, _)) if current == key => light(planned, planned - elapsed),
        _ => Light::NotStarted,
    };
    Standing { planned, elapsed, light }
}

/// How a part of a step stands at `now`; `None` when it has no planned time.
pub fn part(session: &Session, key: StepKey, part: u16, now: Moment) -> Option<Standing> {
    let planned = session.part_planned(key, part);
    if planned == 0 {
        return None;
    }
    let elapsed = session.clock.part_elapsed(key, part, now);
    let paused = session.clock.paused().is_some();
    let light = if paused { Light::Paused } else { light(planned, planned - elapsed) };
    Some(Standing { planned, elapsed, light })
}

/// What is still to come, in order, with the planned seconds that are left: the present step, and
/// every step after it that has not been started. Steps before it that were never started have
/// been passed over.
pub fn remaining(session: &Session, now: Moment) -> Vec<(StepKey, i64)> {
    let Some((current, _)) = session.clock.current() else { return Vec::new() };
    let coming = |key: &StepKey| {
        *key == current || session.clock.started(*key).is_none() && !session.plan.is_skipped(*key)
    };
    let left = |key| (key, (session.planned(key) - session.clock.elapsed(key, now)).max(0));
    session.agenda().into_iter().skip_while(|key| *key != current).filter(coming).map(left).collect()
}

/// When the meeting will end: after all that is still to come.
pub fn meeting(session: &Session, now: Moment) -> Option<Forecast> {
    let agreed = session.plan.agreed_end?;
    let remaining = remaining(session, now);
    remaining.first()?;
    let left: i64 = remaining.iter().map(|(_, left)| left).sum();
    let end = now + TimeDelta::seconds(left);
    Some(Forecast { end, drift: (end - agreed).num_seconds() })
}

/// The next moment at which a clock of this session shows something else: the next whole second
/// while one runs, in the phase of its start (decision 31).
pub fn next_change(session: &Session, now: Moment) -> Option<Moment> {
    session.clock.current()?;
    let into = i64::from(now.timestamp_subsec_millis());
    Some(now + TimeDelta::milliseconds(1_000 - into))
}

#[cfg(test)]
mod tests;
