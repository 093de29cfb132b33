//! F7, time: stoppen en door first, then the ways out of running late, longer, and when it really
//! began. And the questions about time: sleep, a late start, a step that seems to have begun.

use crate::app::state::ask::Ask;
use crate::app::state::heard;
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::model::Page;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::place::{self, Place};
use crate::app::state::shown::Shown;
use crate::app::things::parts;
use crate::domain::command::Command;
use crate::domain::forecast;
use crate::domain::id::StepKey;
use crate::domain::redistribute;
use crate::domain::time::Moment;
use crate::domain::{clock, time_report};
use crate::keys::action::Action;
use crate::text::lookback;
use chrono::TimeDelta;

/// Later than this at the first start is asked about (decision 2), in seconds.
pub const LATE: i64 = 120;
/// A hole this long in the time the program was awake is asked about, in seconds (P).
pub const GAP: i64 = 90;
/// A clock set back by more than this many seconds is put right (P).
pub const BACK: i64 = 5;

/// The part that runs, with its own clock: "toelichting 2:10".
pub fn part(ctx: Ctx<'_>) -> Option<Shown> {
    let (key, part) = ctx.session().clock.current()?;
    let name = Shown::part_name(ctx.session(), key, part)?;
    let rest = forecast::part(ctx.session(), key, part, ctx.now.second())?.rest();
    let text = if rest >= 0 { "{} {}" } else { "{} {} uitgelopen" };
    Some(Shown::fill(text, &[&name, &Shown::clock(rest.abs())]))
}

/// The whole meeting in words, never with a sign: "2 min uitgelopen, einde rond 15:04".
pub fn meeting(ctx: Ctx<'_>) -> Option<Shown> {
    if let Some(at) = ctx.session().clock.ended() {
        return Some(Shown::fill("Afgerond om {}", &[&Shown::time(ctx.now, at)]));
    }
    let forecast = forecast::meeting(ctx.session(), ctx.now.second())?;
    let (drift, end) = (Shown::drift(forecast.drift), Shown::time(ctx.now, forecast.end));
    Some(Shown::fill("{}, einde rond {}", &[&drift, &end]))
}

/// The list behind F7.
pub fn list(ctx: Ctx<'_>) -> Pick {
    let one = |command| Intent::Do(vec![Command::Clock(command)]);
    let clock = &ctx.session().clock;
    let current = clock.current().map(|(key, _)| key);
    let mut choices = Vec::new();
    choices.extend(heard::proposal(ctx).map(|(key, since)| {
        let at = Shown::time(ctx.now, since);
        let text = "Stap {} is begonnen om {}, zegt de tijdbewaker";
        Choice::new(Shown::fill(text, &[&number(ctx, key), &at]), Intent::StartSince(key, since))
    }));
    choices.extend(
        parts::following(ctx).map(|next| {
            Choice::new(Shown::fill("Door naar {}", &[&next.name]), Intent::Do(vec![next.start]))
        }),
    );
    if let Some(key) = current {
        choices.extend(following(ctx, key).map(|next| {
            let text = "Stoppen en door naar stap {}, {}";
            let text = Shown::fill(text, &[&number(ctx, next), &Shown::step(ctx.session(), next)]);
            Choice::new(text, Intent::All(vec![Intent::Go(Place::Step(next)), Intent::Start(next)]))
        }));
        choices.extend(ways_out(ctx));
        choices.extend([60, 120, 300].map(|seconds| {
            let text = Shown::fill("{} langer", &[&Shown::length_of(seconds)]);
            Choice::new(text, one(clock::Command::Extend { key, seconds }))
        }));
    }
    if let Some(key) = current.or_else(|| ctx.step()) {
        let text = Shown::fill("Stap {} is begonnen om …", &[&number(ctx, key)]);
        choices.push(Choice::new(text, Intent::Ask(Ask::BegunAt(key))));
        choices.push(Choice::new("Andere minuten voor deze stap", Intent::Ask(Ask::OwnMinutes(key))));
    }
    if clock.paused().is_some() {
        choices.push(Choice::new("Weer verder na de pauze", one(clock::Command::Resume)));
    } else if clock.running().is_some() {
        choices.push(Choice::new("Pauze", Intent::Act(Action::Pauze)));
        choices.push(Choice::new("Pauze met een reden", Intent::Ask(Ask::PauseReason)));
    }
    if current.is_some() {
        choices.push(Choice::new("De bespreking afronden: de klok stopt", one(clock::Command::End)));
    }
    meeting(ctx).into_iter().fold(Pick::new("Tijd", choices), Pick::intro)
}

/// The three ways out when the meeting runs late (decision 10); one that cannot be taken says why.
fn ways_out(ctx: Ctx<'_>) -> Vec<Choice> {
    let Some(found) = redistribute::ways(ctx.session(), ctx.now) else { return Vec::new() };
    let texts = Shown::ways(ctx.session(), &found, ctx.now);
    let ways = [found.shorter.ok(), found.skip.ok(), Some(found.later)];
    let slots = texts.into_iter().zip(ways).map(|(text, way)| {
        let said = || Intent::Say(Shown::fill("{}.", &[&text]));
        let intent = way.map_or_else(said, |way| Intent::Do(way.commands));
        Choice::new(text, intent)
    });
    slots.collect()
}

/// The tijdverslag on the screen.
pub fn report(ctx: Ctx<'_>) -> Page {
    let lines = match time_report::of(ctx.session(), ctx.now) {
        Some(report) => {
            let (whole, steps) = Shown::time_report(ctx.session(), &report, ctx.now);
            whole.into_iter().chain([Shown::EMPTY]).chain(steps).collect()
        }
        None => vec![lookback::NOTHING_YET.into()],
    };
    Page { title: "Tijdverslag: gepland en werkelijk".into(), lines, scroll: 0 }
}

fn following(ctx: Ctx<'_>, key: StepKey) -> Option<StepKey> {
    place::neighbour(ctx.session(), Place::Step(key), 1).and_then(Place::step)
}

fn number(ctx: Ctx<'_>, key: StepKey) -> Shown {
    Shown::number(ctx.session(), key)
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
    let choice =
        |text, from| Choice::new(Shown::fill(text, &[&Shown::time(ctx.now, end(from))]), agree(end(from)));
    let choices = vec![choice("Toch om {} klaar zijn", planned), choice("Later klaar: om {}", since)];
    let intro = Shown::fill("Het begon {} later dan gepland.", &[&Shown::length_of(late)]);
    Err(Box::new(Pick::new("Hoe laat zijn we klaar?", choices).intro(intro)))
}

/// "Stap 5 begonnen?", when somebody types in a step that has not been started.
pub fn begun(ctx: Ctx<'_>, key: StepKey, typing: Moment) -> Pick {
    let mut choices = vec![Choice::new("Ja, sinds nu", Intent::StartSince(key, ctx.now.second()))];
    if (ctx.now.at - typing).num_seconds() >= 60 {
        let text = Shown::fill("Ja, sinds {}", &[&Shown::time(ctx.now, typing)]);
        choices.push(Choice::new(text, Intent::StartSince(key, typing)));
    }
    choices.push(Choice::new("Nee, nog niet: de klok blijft zoals hij is", Intent::Nothing));
    Pick::new(Shown::fill("Is stap {} begonnen?", &[&number(ctx, key)]), choices)
}

/// "Pauze van 6 minuten meetellen?", after sleep or a restart.
pub fn gap(ctx: Ctx<'_>, from: Moment, until: Moment) -> Pick {
    let exclude = Command::Clock(clock::Command::ExcludeGap { from, until });
    let choices = vec![
        Choice::new("De bespreking ging gewoon door", Intent::Nothing),
        Choice::new("Het was pauze: de tijd niet meetellen", Intent::Do(vec![exclude])),
    ];
    let length = Shown::length_of((until - from).num_seconds());
    let (from, until) = (Shown::time(ctx.now, from), Shown::time(ctx.now, until));
    let intro = Shown::fill("Oogst stond {} stil, van {} tot {}.", &[&length, &from, &until]);
    Pick::new("Wat gebeurde er in die tijd?", choices).intro(intro)
}
