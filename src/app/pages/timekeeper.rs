//! The window of the tijdbewaker in words: what the giant clock shows, what de regel means, and the
//! signals behind a number. Shows no text of the casus.

use crate::app::pages::timing;
use crate::app::state::intent::Intent;
use crate::app::state::live::{Ctx, Live};
use crate::app::state::model::Model;
use crate::app::state::pick::Choice;
use crate::app::state::place::{self, Place};
use crate::app::state::shown::Shown;
use crate::app::state::window::Timekeeper;
use crate::domain::clock::Light;
use crate::domain::forecast::{self, Standing};
use crate::domain::id::StepKey;
use crate::domain::session::Session;
use crate::domain::signal::{Signal, Signalled};
use crate::domain::time::{Moment, Now};
use crate::text::{dates, signals};

/// What the window shows of the time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dial {
    /// "5  Ideeën en tips".
    pub title: Shown,
    /// "07:41"; how long it is over when it is.
    pub digits: Shown,
    pub standing: Standing,
    /// "BIJNA: nog 1 minuut".
    pub state: Shown,
    /// "hierna: 6 Samenvatten (3 minuten)".
    pub next: Shown,
    /// "toelichting 02:10".
    pub part: Option<Shown>,
    /// "2 min uitgelopen, einde rond 15:04".
    pub meeting: Shown,
    /// " (gepland 15:02)", where there is room for it.
    pub planned: Shown,
}

/// The dial; `None` after the end of the meeting.
pub fn dial(ctx: Ctx<'_>) -> Option<Dial> {
    let session = ctx.session();
    if session.clock.ended().is_some() {
        return None;
    }
    let running = session.clock.current().map(|(key, _)| key);
    let key = running.or_else(|| ctx.step()).or_else(|| session.agenda().first().copied())?;
    session.step(key)?;
    let standing = forecast::step(session, key, ctx.now.second());
    let named = |text, key| Shown::fill(text, &[&Shown::number(session, key), &Shown::step(session, key)]);
    let next = place::neighbour(session, Place::Step(key), 1).and_then(Place::step);
    let planned = session.plan.agreed_end.map(|end| Shown::time(ctx.now, end));
    Some(Dial {
        title: named("{}  {}", key),
        digits: Shown::clock(match standing.light {
            Light::Over => standing.rest(),
            Light::NotStarted => standing.planned,
            Light::Runs | Light::Nearly | Light::TimeUp | Light::Paused => standing.rest().max(0),
        }),
        standing,
        state: state(standing, session, ctx.now),
        next: next.map_or("hierna: klaar".into(), |key| {
            let length = Shown::length_of(session.planned(key));
            Shown::fill("hierna: {} ({})", &[&named("{} {}", key), &length])
        }),
        part: timing::part(ctx),
        meeting: timing::meeting(ctx).unwrap_or_default(),
        planned: planned.map_or(Shown::EMPTY, |end| Shown::fill(" (gepland {})", &[&end])),
    })
}

fn state(standing: Standing, session: &Session, now: &Now) -> Shown {
    let rest = standing.rest();
    match standing.light {
        Light::NotStarted => "NOG NIET GESTART".into(),
        Light::Runs => Shown::fill("LOOPT: {}", &[&Shown::left(rest)]),
        Light::Nearly => Shown::fill("BIJNA: {}", &[&Shown::left(rest)]),
        Light::TimeUp => "TIJD: de tijd is om".into(),
        Light::Over if rest > -60 => "OVER de tijd".into(),
        Light::Over => Shown::fill("OVER: {} over de tijd", &[&Shown::length(rest.unsigned_abs() / 60)]),
        Light::Paused => match session.clock.paused() {
            Some(since) => Shown::fill("PAUZE sinds {}", &[&Shown::time(now, since)]),
            None => "PAUZE".into(),
        },
    }
}

/// What the window asks or tells, above de regel.
pub fn said(model: &Model, timekeeper: &Timekeeper, now: &Now) -> Option<Shown> {
    let live = model.live.as_ref()?;
    let question = timekeeper.question(&live.session).map(|(key, since)| {
        let name = Shown::step(&live.session, key);
        let asked = "Zijn we al bij {}? J = ja, sinds {}. N = nee.";
        Shown::fill(asked, &[&name, &Shown::time(now, since)])
    });
    let problem = match meaning(live, timekeeper, now) {
        Meaning::Refused(problem) => Some(problem.into()),
        Meaning::Nothing | Meaning::Send(_) | Meaning::NotYet(_) => None,
    };
    problem.or_else(|| model.notice.clone()).or(question)
}

/// What Enter would do with what stands in de regel.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    Nothing,
    Send(Signal),
    /// The question about this step is answered with no.
    NotYet(StepKey),
    Refused(&'static str),
}

/// Reads `1`, `2`, `3`, `4 14:07`, `5`, and `j` or `n` while something is asked.
pub fn meaning(live: &Live, timekeeper: &Timekeeper, now: &Now) -> Meaning {
    let text = timekeeper.line.text().trim().to_lowercase();
    let session = &live.session;
    let question = timekeeper.question(session);
    let (first, rest) = match text.chars().next() {
        None => return Meaning::Nothing,
        Some(first) => (first, text.get(first.len_utf8()..).unwrap_or("").trim()),
    };
    match (first, rest, question) {
        ('1', "", _) => Meaning::Send(Signal::TwoMinutes),
        ('2', "", _) => Meaning::Send(Signal::TimeUp),
        ('3', "" | "?", _) => Meaning::Send(Signal::Pause),
        ('5', "", _) => Meaning::Send(Signal::Nudge),
        ('j', "" | "a", Some((key, since))) => Meaning::Send(Signal::Begun { key, since }),
        ('n', "" | "ee", Some((key, _))) => Meaning::NotYet(key),
        ('4', time, question) => match dates::parse_time(time) {
            Some(time) => begun(live, question.map(|(key, _)| key), now.last(time)),
            None => Meaning::Refused("Typ er een tijd achter, bijvoorbeeld 4 14:07."),
        },
        _ => Meaning::Refused("Typ een cijfer van 1 tot en met 5."),
    }
}

/// Which step began then: the one that is asked about, or runs, or is looked at.
fn begun(live: &Live, asked: Option<StepKey>, since: Moment) -> Meaning {
    let running = live.session.clock.current().map(|(key, _)| key);
    match asked.or(running).or_else(|| live.view.place.step()) {
        Some(key) => Meaning::Send(Signal::Begun { key, since }),
        None => Meaning::Refused("Er is nog geen stap in beeld die begonnen kan zijn."),
    }
}

/// What stands before de regel.
pub fn label(live: &Live, timekeeper: &Timekeeper, now: &Now) -> Shown {
    match meaning(live, timekeeper, now) {
        Meaning::Send(signal) => worded(signal, live, now),
        Meaning::NotYet(_) => "Nee, nog niet".into(),
        Meaning::Nothing | Meaning::Refused(_) => "Seintje".into(),
    }
}

fn worded(signal: Signal, live: &Live, now: &Now) -> Shown {
    Shown::fill("Sein: {}", &[&Shown::signal(signal, live, now)])
}

/// The signals and their numbers.
pub fn numbered(text: &'static str) -> impl Iterator<Item = Shown> {
    (1_u8..).zip(signals::LIST).map(move |(number, words)| Shown::fill(text, &[&number, &words]))
}

/// The signals and their numbers, in one line.
pub fn list() -> Shown {
    Shown::join(numbered("{} {}"), "   ")
}

/// "Verstuurd om 14:12: nog 2 minuten."
pub fn sent(live: &Live, sent: Signalled, now: &Now) -> Shown {
    let said = Shown::signal(sent.signal, live, now);
    Shown::fill("Verstuurd om {}: {}.", &[&Shown::time(now, sent.at), &said])
}

/// The signals for the menu; the one with a time needs de regel.
pub fn choices(live: &Live, now: &Now) -> impl Iterator<Item = Choice> {
    [Signal::TwoMinutes, Signal::TimeUp, Signal::Pause, Signal::Nudge]
        .map(|signal| Choice::new(worded(signal, live, now), Intent::Signal(signal)))
        .into_iter()
}
