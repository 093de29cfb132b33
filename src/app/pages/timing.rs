//! F7, time: stoppen en door first, then the ways out of running late, longer, and when it really
//! began. And the questions about time: sleep, a late start, a step that seems to have begun.

use crate::app::state::heard;
use crate::app::state::intent::{Ask, Intent};
use crate::app::state::model::{Ctx, Page};
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::place::{self, Place};
use crate::app::things::parts;
use crate::domain::command::Command;
use crate::domain::id::StepKey;
use crate::domain::redistribute::{self, Way};
use crate::domain::time::Moment;
use crate::domain::{clock, time_report};
use crate::text::{dates, durations, lookback, ways};
use chrono::TimeDelta;

/// Later than this at the first start is asked about (decision 2), in seconds.
pub const LATE: i64 = 120;
/// A hole this long in the time the program was awake is asked about, in seconds (P).
pub const GAP: i64 = 90;
/// A clock set back by more than this many seconds is put right (P).
pub const BACK: i64 = 5;

/// The list behind F7.
pub fn list(ctx: Ctx<'_>) -> Pick {
    let mut choices = Vec::new();
    if let Some((key, since)) = heard::proposal(ctx) {
        let at = dates::time(ctx.now.local(since).time());
        let text = format!("Stap {} is begonnen om {at}, zegt de tijdbewaker", step_number(ctx, key));
        choices.push(Choice::new(text, Intent::StartSince(key, since)));
    }
    let current = ctx.session().clock.current().map(|(key, _)| key);
    let about = current.or_else(|| ctx.step());
    choices.extend(
        parts::following(ctx)
            .map(|next| Choice::new(format!("Door naar {}", next.name), Intent::Do(vec![next.start]))),
    );
    if let Some(key) = current {
        if let Some(next) = following(ctx, key) {
            let name = step_name(ctx, next);
            choices.push(Choice::new(
                format!("Stoppen en door naar {name}"),
                Intent::All(vec![Intent::Go(Place::Step(next)), Intent::Start(next)]),
            ));
        }
        choices.extend(ways_out(ctx));
        for seconds in [60, 120, 300] {
            let extend = Command::Clock(clock::Command::Extend { key, seconds });
            let text = format!("{} langer", durations::length_of(seconds));
            choices.push(Choice::new(text, Intent::Do(vec![extend])));
        }
    }
    if let Some(key) = about {
        choices.push(Choice::new(
            format!("Stap {} is begonnen om …", step_number(ctx, key)),
            Intent::Ask(Ask::BegunAt(key)),
        ));
        choices.push(Choice::new("Andere minuten voor deze stap", Intent::Ask(Ask::OwnMinutes(key))));
    }
    if ctx.session().clock.paused().is_some() {
        choices.push(Choice::new(
            "Weer verder na de pauze",
            Intent::Do(vec![Command::Clock(clock::Command::Resume)]),
        ));
    } else if ctx.session().clock.running().is_some() {
        choices.push(Choice::new("Pauze", Intent::Act(crate::keys::action::Action::Pauze)));
        choices.push(Choice::new("Pauze met een reden", Intent::Ask(Ask::PauseReason)));
    }
    if current.is_some() {
        choices.push(Choice::new(
            "De bespreking afronden: de klok stopt",
            Intent::Do(vec![Command::Clock(clock::Command::End)]),
        ));
    }
    let mut pick = Pick::new("Tijd", choices);
    if let Some(line) = crate::app::layout::frame::meeting_words(ctx) {
        pick = pick.intro(line);
    }
    pick
}

/// The three ways out when the meeting runs late (decision 10); one that cannot be taken says why.
fn ways_out(ctx: Ctx<'_>) -> Vec<Choice> {
    let (session, now) = (ctx.session(), ctx.now);
    let Some(found) = redistribute::ways(session, now) else { return Vec::new() };
    let slot = |text: String, way: Option<&Way>| match way {
        Some(way) => Choice::new(text, Intent::Do(way.commands.clone())),
        None => Choice::new(text.clone(), Intent::Say(format!("{text}."))),
    };
    vec![
        slot(ways::shorter(session, &found.shorter, found.late, now), found.shorter.as_ref().ok()),
        slot(ways::skip(session, &found.skip, found.late, now), found.skip.as_ref().ok()),
        slot(ways::later(&found.later, now), Some(&found.later)),
    ]
}

/// The tijdverslag on the screen.
pub fn report(ctx: Ctx<'_>) -> Page {
    let title = "Tijdverslag: gepland en werkelijk".to_owned();
    let Some(report) = time_report::of(ctx.session(), ctx.now) else {
        return Page { title, lines: vec![lookback::NOTHING_YET.to_owned()], scroll: 0 };
    };
    let whole = lookback::whole(&report, ctx.now);
    let mut lines: Vec<String> = whole.into_iter().map(|(name, text)| format!("{name}: {text}.")).collect();
    lines.push(String::new());
    let step = |line| format!("- {}: {}", lookback::name(ctx.session(), line), lookback::sentence(line));
    lines.extend(report.lines.iter().map(step));
    Page { title, lines, scroll: 0 }
}

fn following(ctx: Ctx<'_>, key: StepKey) -> Option<StepKey> {
    place::neighbour(ctx.session(), Place::Step(key), 1).and_then(Place::step)
}

fn step_number(ctx: Ctx<'_>, key: StepKey) -> String {
    ctx.session().number(key).to_owned()
}

fn step_name(ctx: Ctx<'_>, key: StepKey) -> String {
    ctx.session()
        .step(key)
        .map_or(String::new(), |step| format!("stap {}, {}", ctx.session().number(key), step.short))
}

/// Starts a step, after asking what has to be asked: a first start that is late.
///
/// # Errors
/// The question, when there is one.
pub fn start(ctx: Ctx<'_>, key: StepKey, since: Moment) -> Result<Vec<Command>, Box<Pick>> {
    let begin = Command::Clock(clock::Command::Start { key, since });
    let plan = &ctx.session().plan;
    let first = ctx.session().clock.begun().is_none();
    let (Some(planned), true, None) = (plan.start, first, plan.agreed_end) else { return Ok(vec![begin]) };
    let late = (since - planned).num_seconds();
    let total: i64 = ctx.session().agenda().iter().map(|key| ctx.session().planned(*key)).sum();
    let end = |from: Moment| from + TimeDelta::seconds(total);
    if late <= LATE {
        return Ok(vec![begin]);
    }
    let agree = |at| Intent::Do(vec![Command::Clock(clock::Command::AgreeEnd { at }), begin.clone()]);
    let words = |at| dates::time(ctx.now.local(at).time());
    let choices = vec![
        Choice::new(format!("Toch om {} klaar zijn", words(end(planned))), agree(end(planned))),
        Choice::new(format!("Later klaar: om {}", words(end(since))), agree(end(since))),
    ];
    let intro = format!("Het begon {} later dan gepland.", durations::length_of(late));
    Err(Box::new(Pick::new("Hoe laat zijn we klaar?", choices).intro(intro)))
}

/// "Stap 5 begonnen?", when somebody types in a step that has not been started.
pub fn begun(ctx: Ctx<'_>, key: StepKey, typing: Moment) -> Pick {
    let mut choices = vec![Choice::new("Ja, sinds nu", Intent::StartSince(key, ctx.now.second()))];
    if (ctx.now.at - typing).num_seconds() >= 60 {
        let text = format!("Ja, sinds {}", dates::time(ctx.now.local(typing).time()));
        choices.push(Choice::new(text, Intent::StartSince(key, typing)));
    }
    choices.push(Choice::new("Nee, nog niet: de klok blijft zoals hij is", Intent::Nothing));
    Pick::new(format!("Is stap {} begonnen?", step_number(ctx, key)), choices)
}

/// "Pauze van 6 minuten meetellen?", after sleep or a restart.
pub fn gap(ctx: Ctx<'_>, from: Moment, until: Moment) -> Pick {
    let minutes = durations::length_of((until - from).num_seconds());
    let exclude = Command::Clock(clock::Command::ExcludeGap { from, until });
    let choices = vec![
        Choice::new("De bespreking ging gewoon door", Intent::Nothing),
        Choice::new("Het was pauze: de tijd niet meetellen", Intent::Do(vec![exclude])),
    ];
    let words = |at| dates::time(ctx.now.local(at).time());
    let intro = format!("Oogst stond {minutes} stil, van {} tot {}.", words(from), words(until));
    Pick::new("Wat gebeurde er in die tijd?", choices).intro(intro)
}
