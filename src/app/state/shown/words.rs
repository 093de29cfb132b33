//! Moments, lengths of time and counts, and other sentences that are made of words of this program
//! and numbers alone.

use super::Shown;
use crate::app::state::live::{Ctx, Live};
use crate::domain::advice::Advice;
use crate::domain::id::StepKey;
use crate::domain::life::{Course, Outcome};
use crate::domain::redistribute::Ways;
use crate::domain::refusal::Refusal;
use crate::domain::session::Session;
use crate::domain::signal::Signal;
use crate::domain::time::{Moment, Now};
use crate::domain::time_report::Report;
use crate::domain::verdicts::TextKey;
use crate::keys::action::Action;
use crate::keys::map::KeyMap;
use crate::text::{
    counts, dates, durations, keeping, lookback, outcomes, refusal, signals, spots, steps, ways,
};
use chrono::NaiveDate;
use std::borrow::Cow;

fn made(text: String) -> Shown {
    Shown(Cow::Owned(text))
}

impl Shown {
    /// "14:07", where this laptop is.
    pub fn time(now: &Now, at: Moment) -> Self {
        made(dates::time(now.local(at).time()))
    }

    /// "dinsdag 12 december 2026".
    pub fn date(day: NaiveDate) -> Self {
        made(dates::date(day))
    }

    /// "di 12 dec".
    pub fn short_date(day: NaiveDate) -> Self {
        made(dates::short(day))
    }

    /// "07:41", of seconds.
    pub fn clock(seconds: i64) -> Self {
        made(durations::clock(seconds))
    }

    /// "3 minuten", of minutes.
    pub fn length(minutes: u64) -> Self {
        made(durations::length(minutes))
    }

    /// "3 minuten", of seconds.
    pub fn length_of(seconds: i64) -> Self {
        made(durations::length_of(seconds))
    }

    /// "nog 3 minuten", of seconds.
    pub fn left(seconds: i64) -> Self {
        made(durations::left(seconds))
    }

    /// "2 min uitgelopen", of seconds.
    pub fn drift(seconds: i64) -> Self {
        made(durations::drift(seconds))
    }

    /// "1 tip", "3 tips".
    pub fn count(number: usize, one: &'static str, many: &'static str) -> Self {
        made(counts::count(number, one, many))
    }

    /// "1 persoon", "8 mensen".
    pub fn people(number: usize) -> Self {
        made(counts::people(number))
    }

    /// "1 tip", "3 post-its": in the word of the werkwijze.
    pub fn ideas(session: &Session, number: usize) -> Self {
        made(counts::ideas(session, number))
    }

    /// "a, b en c".
    pub fn list(parts: &[Self]) -> Self {
        let parts: Vec<&str> = parts.iter().map(Self::as_str).collect();
        made(counts::list(&parts))
    }

    /// "a, b of c".
    pub fn either(parts: &[Self]) -> Self {
        let parts: Vec<&str> = parts.iter().map(Self::as_str).collect();
        made(counts::either(&parts))
    }

    /// How long a step is planned: "3 min".
    pub fn planned(session: &Session, key: StepKey) -> Self {
        made(steps::length(session, key))
    }

    /// "5", "12a": what people call a step.
    pub fn number(session: &Session, key: StepKey) -> Self {
        made(session.number(key).to_owned())
    }

    /// The short name of a step.
    pub fn step(session: &Session, key: StepKey) -> Self {
        session.step(key).map_or(Self::EMPTY, |step| Self::from(&step.short))
    }

    /// What a part of a step is called: "toelichting", "doel 2".
    pub fn part_of(session: &Session, key: StepKey, part: u16) -> Option<Self> {
        session.part_name(key, part).map(made)
    }

    /// "werkte, omdat …": the reason as this screen may show it.
    pub fn outcome(outcome: Outcome, because: &Self) -> Self {
        made(outcomes::told(outcome, because))
    }

    /// Why something was refused; `None` where nothing has to be said.
    pub fn refusal(refused: &Refusal) -> Option<Self> {
        refusal::sentence(refused).map(made)
    }

    /// What the tijdbewaker says.
    pub fn signal(signal: Signal, live: &Live, now: &Now) -> Self {
        made(signals::words(signal, &live.session, now))
    }

    /// How far an advies has come: "besproken · gekozen · werkte, omdat …"; nothing while nothing
    /// happened to it.
    pub fn course(live: &Live, advice: Advice) -> Self {
        let Some(course) = live.session.course(advice) else { return Self::EMPTY };
        let because = Self::of(live, TextKey::Because(advice)).to_string();
        let taken_up = Self::naming(live, TextKey::TakenUp(advice)).to_string();
        made(outcomes::course(&Course { because, taken_up, ..course.clone() }))
    }

    /// "Tip 12", "Advies B".
    pub fn advice_name(session: &Session, advice: Advice) -> Self {
        let label = made(session.advice_label(advice));
        Self::fill("{} {}", &[&session.method.words.advice.one.capital(), &label])
    }

    /// The number or letter of an advies.
    pub fn advice_label(ctx: Ctx<'_>, advice: Advice) -> Self {
        made(ctx.session().advice_label(advice))
    }

    /// The name of a part of a step: "toelichting", "doel 2".
    pub fn part_name(session: &Session, key: StepKey, part: u16) -> Option<Self> {
        session.part_name(key, part).map(made)
    }

    /// The key of a shortcut, as it is called.
    pub fn key(keys: &KeyMap, action: Action) -> Self {
        made(keys.key_name(action))
    }

    /// What an action does, as a sentence; `None` for one without a row in the table.
    pub fn action(keys: &KeyMap, action: Action) -> Option<Self> {
        keys.row(action).map(|row| made(row.sentence.clone()))
    }

    /// The table of keys, a line for each row.
    pub fn keys(keys: &KeyMap, offered: impl Fn(Action) -> bool) -> Vec<Self> {
        keys.lines(offered).into_iter().map(|(keys, words)| made(format!("{keys:<22}{words}"))).collect()
    }

    /// Two texts behind each other, the first in so many cells.
    pub fn beside(&self, cells: usize, right: &Self) -> Self {
        made(format!("{:<cells$}{right}", self.as_str()))
    }

    /// The three ways out when the meeting runs late: a bit shorter, something left out, later.
    pub fn ways(session: &Session, found: &Ways, now: &Now) -> [Self; 3] {
        [
            ways::shorter(session, &found.shorter, found.late, now),
            ways::skip(session, &found.skip, found.late, now),
            ways::later(&found.later, now),
        ]
        .map(made)
    }

    /// The tijdverslag: lines about the whole meeting, and one for each step.
    pub fn time_report(session: &Session, report: &Report, now: &Now) -> (Vec<Self>, Vec<Self>) {
        let whole = lookback::whole(report, now).into_iter();
        let step = |line| format!("- {}: {}", lookback::name(session, line), lookback::sentence(line));
        (
            whole.map(|(name, text)| made(format!("{name}: {text}."))).collect(),
            report.lines.iter().map(step).map(made).collect(),
        )
    }

    /// How many sessions are over their term, with so many tips open in them; `None` when none are.
    pub fn reminder(sessions: usize, open: usize) -> Option<Self> {
        keeping::reminder(sessions, open).map(made)
    }

    /// Where a text stands: "tip 14", "de terugkoppelafspraak".
    pub fn spot(session: &Session, key: TextKey) -> Self {
        made(spots::name(session, key))
    }
}
