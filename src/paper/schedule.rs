//! The steps with their times: as they were for what has been, as planned for what is to come.
//!
//! Must not know: sheets and formats.

use crate::domain::clock::Clock;
use crate::domain::forecast;
use crate::domain::id::{CasusId, StepKey};
use crate::domain::session::Session;
use crate::domain::time::{Moment, Now};
use crate::text::dates;
use chrono::TimeDelta;

/// From when until when.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub from: Moment,
    pub until: Moment,
}

impl Span {
    /// "14:20" and "14:32", as the clock on the wall shows them.
    pub fn words(self, now: &Now) -> (String, String) {
        (dates::time(now.local(self.from).time()), dates::time(now.local(self.until).time()))
    }
}

/// One step, or one part of it.
pub(super) struct Line {
    pub key: StepKey,
    pub name: String,
    pub minutes: i64,
    /// Left out: it has no minutes, no times and no parts.
    pub skipped: bool,
    /// Unknown before there is a start, and for a step that was skipped.
    pub span: Option<Span>,
    pub parts: Vec<Self>,
}

/// When the meeting began, or is to begin.
pub(super) fn begin(session: &Session) -> Option<Moment> {
    session.clock.begun().or(session.plan.start)
}

/// All steps in order.
pub(super) fn of(session: &Session, now: &Now) -> Vec<Line> {
    let clock = &session.clock;
    let current = clock.current().map(|(key, _)| key);
    // Before the first start all steps follow the planned one; after it, only those behind the
    // running step still follow something.
    let mut cursor = if clock.begun().is_none() { session.plan.start } else { None };
    let mut lines = Vec::new();
    for key in session.agenda() {
        let planned = session.planned(key);
        let skipped = session.plan.is_skipped(key);
        let span = if current == Some(key) {
            let from = clock.started(key).or(clock.since()).unwrap_or(now.at);
            let rest = forecast::step(session, key, now.at).rest().max(0);
            cursor = Some(now.at + TimeDelta::seconds(rest));
            cursor.map(|until| Span { from, until })
        } else if let Some(from) = clock.started(key) {
            left(clock, key).map(|until| Span { from, until })
        } else if skipped {
            None
        } else {
            let from = cursor;
            cursor = cursor.map(|at| at + TimeDelta::seconds(planned));
            from.zip(cursor).map(|(from, until)| Span { from, until })
        };
        let over = current != Some(key) && clock.started(key).is_some();
        let parts = if skipped { Vec::new() } else { parts(session, key, span.filter(|_| !over)) };
        lines.push(Line { key, name: name(session, key), minutes: whole(planned), skipped, span, parts });
    }
    lines
}

/// "5 Verzamelen ideeën en tips", with the casus when there are more than one.
pub(super) fn name(session: &Session, key: StepKey) -> String {
    numbered(session, key, session.step(key).map_or("", |step| step.name.as_str()))
}

/// "5 Ideeën en tips": the short name, for what is read at a glance.
pub(super) fn short(session: &Session, key: StepKey) -> String {
    match session.step(key).map_or("", |step| step.short.as_str()) {
        "" => name(session, key),
        short => numbered(session, key, short),
    }
}

fn numbered(session: &Session, key: StepKey, step: &str) -> String {
    let casussen = session.casussen.len();
    // Where the second casus has numbers of its own, those say enough.
    let same = session.step(key).is_some_and(|step| step.second_number.is_empty());
    let step = format!("{} {step}", session.number(key));
    match key.casus {
        Some(CasusId(number)) if same && casussen > 1 => format!("{} (casus {number})", step.trim()),
        Some(_) | None => step.trim().to_owned(),
    }
}

/// The parts of a step follow each other from its start and end with it; where goals take turns
/// they come again for each goal.
fn parts(session: &Session, key: StepKey, span: Option<Span>) -> Vec<Line> {
    let mut cursor = span.map(|span| span.from);
    let mut lines = Vec::new();
    let parts = session.parts(key);
    let rounds = (1..=session.part_rounds(key)).flat_map(|round| parts.iter().map(move |part| (round, part)));
    for (index, (round, part)) in (0..).zip(rounds) {
        let planned = session.part_planned(key, index);
        let from = cursor;
        cursor =
            span.zip(cursor).map(|(span, at)| (at + TimeDelta::seconds(planned)).min(span.until.max(at)));
        let span = from.zip(cursor).map(|(from, until)| Span { from, until });
        let name = if session.part_rounds(key) == 1 {
            part.name.to_string()
        } else if parts.len() == 1 {
            format!("{} {round}", part.name)
        } else {
            format!("{} (doel {round})", part.name)
        };
        let (minutes, parts) = (whole(planned), Vec::new());
        lines.push(Line { key, name, minutes, skipped: false, span, parts });
    }
    lines
}

/// When a step was left for the last time.
fn left(clock: &Clock, key: StepKey) -> Option<Moment> {
    use crate::domain::clock::What;
    let laps = clock.laps();
    laps.iter().zip(laps.iter().skip(1)).rev().find_map(|(lap, next)| match lap.what {
        What::Step { key: k, .. } | What::Pause { key: k, .. } if k == key => Some(next.from),
        What::Step { .. } | What::Pause { .. } | What::Ended => None,
    })
}

fn whole(seconds: i64) -> i64 {
    (seconds + 30) / 60
}
