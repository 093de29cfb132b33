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
    #[must_use]
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
#[must_use]
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
#[must_use]
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

/// When the meeting will end: what is left of the present step, and every step after it that has
/// not been started. Steps before it that were never started have been skipped.
#[must_use]
pub fn meeting(session: &Session, now: Moment) -> Option<Forecast> {
    let (current, _) = session.clock.current()?;
    let agreed = session.plan.agreed_end?;
    let agenda = session.agenda();
    let place = agenda.iter().position(|key| *key == current)?;
    let here = (session.planned(current) - session.clock.elapsed(current, now)).max(0);
    let ahead: i64 = agenda
        .iter()
        .skip(place + 1)
        .filter(|key| session.clock.started(**key).is_none())
        .map(|key| session.planned(*key))
        .sum();
    let end = now + TimeDelta::seconds(here + ahead);
    Some(Forecast { end, drift: (end - agreed).num_seconds() })
}

/// The next moment at which a clock of this session shows something else: the next whole second
/// while one runs, in the phase of its start (decision 31).
#[must_use]
pub fn next_change(session: &Session, now: Moment) -> Option<Moment> {
    session.clock.current()?;
    let into = i64::from(now.timestamp_subsec_millis());
    Some(now + TimeDelta::milliseconds(1_000 - into))
}

#[cfg(test)]
mod tests;
