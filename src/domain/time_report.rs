//! Looking back on the time (A6.8): what was planned and what it took, per step and altogether,
//! and how long the steps usually take in this group.
//!
//! Computed from the plan and the laps of the clock. Pauses are counted apart. Must not know:
//! words, sheets, where earlier sessions are kept.

use super::forecast;
use super::id::StepKey;
use super::session::Session;
use super::time::{Moment, Now};
use std::collections::{BTreeMap, BTreeSet};

/// Earlier sessions that are looked at for what is usual, newest first (P).
pub const EARLIER: usize = 10;
/// Fewer earlier sessions than this make no habit (P).
pub const ENOUGH: usize = 3;
/// A step that ran shorter, in seconds, was only passed by (P).
const PASSED_BY: i64 = 30;

/// How a step went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    Held,
    /// Its clock has not been stopped yet.
    Runs,
    /// The meeting goes on and has not got there.
    ToCome,
    NotHeld,
    Skipped,
}

/// One step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub key: StepKey,
    pub how: How,
    /// Planned seconds when the meeting began; for a step that came later, as planned now.
    pub planned: i64,
    /// Planned seconds after all that was agreed on the way.
    pub agreed: i64,
    /// Seconds it ran, pauses not counted.
    pub actual: i64,
}

/// The whole meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    pub lines: Vec<Line>,
    pub begun: Moment,
    pub agreed_end: Option<Moment>,
    /// `None` while it goes on.
    pub ended: Option<Moment>,
    /// Seconds of pause.
    pub paused: i64,
}

impl Report {
    /// Planned seconds of all steps together, when the meeting began.
    pub fn planned(&self) -> i64 {
        self.lines.iter().map(|line| line.planned).sum()
    }

    /// Seconds all steps ran.
    pub fn actual(&self) -> i64 {
        self.lines.iter().map(|line| line.actual).sum()
    }
}

/// The report; `None` before the first clock was started.
pub fn of(session: &Session, now: &Now) -> Option<Report> {
    let begun = session.clock.begun()?;
    let remaining = forecast::remaining(session, now.second());
    let line = |key| {
        let agreed = session.planned(key);
        let how = match session.clock.current() {
            Some((current, _)) if current == key => How::Runs,
            _ if session.clock.started(key).is_some() => How::Held,
            _ if session.plan.is_skipped(key) => How::Skipped,
            _ if remaining.iter().any(|(other, _)| *other == key) => How::ToCome,
            _ => How::NotHeld,
        };
        let planned = session.plan.at_start(key).unwrap_or(agreed);
        Line { key, how, planned, agreed, actual: session.clock.elapsed(key, now.second()) }
    };
    Some(Report {
        lines: session.agenda().into_iter().map(line).collect(),
        begun,
        agreed_end: session.plan.agreed_end,
        ended: session.clock.ended(),
        paused: session.clock.paused_seconds(now.second()),
    })
}

/// How long the steps of one earlier session took, by the id of the step.
pub type Took = BTreeMap<String, i64>;

/// What a session can tell about how long steps take: its steps that were held and left again. Of
/// a step that was held for more than one casus it is the mean.
pub fn took(session: &Session) -> Took {
    let Some(last) = session.clock.since() else { return Took::new() };
    let Some(report) = of(session, &Now::fixed(last)) else { return Took::new() };
    let mut all: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for line in report.lines.iter().filter(|line| line.how == How::Held && line.actual >= PASSED_BY) {
        if let Some(step) = session.step(line.key) {
            all.entry(step.id.clone()).or_default().push(line.actual);
        }
    }
    all.into_iter().filter_map(|(id, seconds)| Some((id, mean(&seconds)?))).collect()
}

/// What is usual for a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Usual {
    /// The id of the step.
    pub step: String,
    pub minutes: u32,
    /// In how many earlier sessions it was held.
    pub sessions: usize,
}

/// The median of each step that was held in enough sessions, in whole minutes.
pub fn usual(earlier: &[Took]) -> Vec<Usual> {
    let steps: BTreeSet<&String> = earlier.iter().flat_map(BTreeMap::keys).collect();
    let one = |step: &String| {
        let mut seconds: Vec<i64> = earlier.iter().filter_map(|took| took.get(step)).copied().collect();
        seconds.sort_unstable();
        let (count, half) = (seconds.len(), seconds.len() / 2);
        let middle = seconds.get(half - usize::from(count.is_multiple_of(2) && count > 0)..=half)?;
        let minutes = u32::try_from((mean(middle)? + 30) / 60).ok()?.max(1);
        (count >= ENOUGH).then(|| Usual { step: step.clone(), minutes, sessions: count })
    };
    steps.into_iter().filter_map(one).collect()
}

fn mean(seconds: &[i64]) -> Option<i64> {
    seconds.iter().sum::<i64>().checked_div(i64::try_from(seconds.len()).ok()?)
}

#[cfg(test)]
mod tests;
