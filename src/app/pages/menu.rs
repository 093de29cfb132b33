//! The menu: one palette with every command as a sentence. Typing finds, Enter does. What would
//! be refused now is not offered.

use crate::app::layout::frame;
use crate::app::pages::{cards, papers};
use crate::app::shown as veil;
use crate::app::state::intent::{Ask, FileWish, Intent, Setting, Topic};
use crate::app::state::model::{Ctx, Model, Screen};
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::place::{self, Place};
use crate::app::state::practice;
use crate::app::steps::{self, review};
use crate::app::turn::{book, timekeeper, window};
use crate::domain::clock;
use crate::domain::command::Command;
use crate::domain::plan::{self, Switch};
use crate::domain::time::Now;
use crate::keys::action::Action;
use crate::paper::Sheet;
use crate::text::{deeds, steps as lengths};

/// Whether an action can do something now.
pub fn is_offered(model: &Model, action: Action, now: &Now) -> bool {
    let Some(live) = model.live.as_ref().filter(|_| !matches!(model.screen, Screen::Window(_))) else {
        let undo = matches!(&model.screen, Screen::Book(reader) if reader.can_undo());
        return matches!(action, Action::Hulp | Action::Menu | Action::Afsluiten | Action::RegelLeeg)
            || (undo && action == Action::Terugdraaien);
    };
    let ctx = Ctx { live, now };
    match action {
        Action::Hulp | Action::Groepsscherm | Action::Menu | Action::Afsluiten | Action::RegelLeeg => true,
        Action::Kaart => !cards::of_step(ctx).is_empty(),
        Action::LopendeStap => frame::looking(ctx).is_some(),
        Action::Pauze => live.session.clock.current().is_some(),
        Action::Tijd => ctx.step().is_some() || live.session.clock.current().is_some(),
        Action::VolgendeStap => place::neighbour(&live.session, live.view.place, 1).is_some(),
        Action::VorigeStap => place::neighbour(&live.session, live.view.place, -1).is_some(),
        Action::Terugdraaien => live.journal.undoable().is_some(),
        Action::Opnieuw => live.journal.redoable().is_some(),
    }
}

/// The palette.
pub fn menu(model: &Model, now: &Now) -> Pick {
    match &model.screen {
        Screen::Window(window) => return window::menu(model, window, now),
        Screen::Book(reader) => return book::menu(model, reader),
        Screen::Start(_) | Screen::Work => {}
    }
    let mut choices = Vec::new();
    if let Some(live) = &model.live {
        let ctx = Ctx { live, now };
        choices.extend(steps::choices(ctx, &steps::board(ctx)));
    }
    choices.extend(actions(model, now));
    if let Some(live) = &model.live {
        session_choices(Ctx { live, now }, &mut choices);
    }
    let handbook = papers::of_program(Sheet::Handbook);
    choices.push(Choice::new("De handleiding maken, om te lezen of af te drukken", handbook));
    program_choices(model, &mut choices);
    Pick::new("Menu", choices)
}

fn actions(model: &Model, now: &Now) -> Vec<Choice> {
    let shown = Action::ALL
        .into_iter()
        .filter(|action| !matches!(action, Action::Menu | Action::RegelLeeg | Action::Afsluiten));
    shown
        .filter(|action| is_offered(model, *action, now))
        .filter_map(|action| {
            let row = model.keys.row(action)?;
            let sentence = match (action, &model.live) {
                (Action::Terugdraaien, Some(live)) => undo_sentence(live),
                _ => row.sentence.clone(),
            };
            Some(Choice::new(sentence, Intent::Act(action)).detail(model.keys.key_name(action)))
        })
        .collect()
}

fn undo_sentence(live: &crate::app::state::model::Live) -> String {
    let events = live.journal.undoable().map(|entry| &entry.act);
    match events {
        Some(crate::domain::journal::Act::Do(events)) => {
            format!("Draai terug: {}", deeds::deed(&live.session, events))
        }
        _ => "Draai het laatste terug".to_owned(),
    }
}

fn session_choices(ctx: Ctx<'_>, choices: &mut Vec<Choice>) {
    for place in place::all(ctx.session()) {
        if place == ctx.place() {
            continue;
        }
        let (text, detail) = match place {
            Place::Setup(page) => (format!("Vooraf: {}", frame::page_name(page)), String::new()),
            Place::Harvest(casus) => (review::sentence(ctx.session(), casus), String::new()),
            Place::Step(key) => {
                let Some(step) = ctx.session().step(key) else { continue };
                let casus = key.casus.filter(|_| ctx.session().casussen.len() > 1);
                let about = casus.map_or(String::new(), |casus| {
                    format!(", {} {}", ctx.casus_word(), veil::alias(ctx.live, casus))
                });
                (
                    format!("Stap {} {}{about}", ctx.session().number(key), step.short),
                    lengths::length(ctx.session(), key),
                )
            }
        };
        choices.push(Choice::new(text, Intent::Go(place)).detail(detail));
    }
    if ctx.live.view.round.is_some() {
        choices.push(Choice::new("De ronde stoppen: wie geweest is, is geweest", Intent::EndRound));
    }
    choices.push(Choice::new("Iemand komt erbij of gaat weg", Intent::Ask(Ask::Person)));
    let watches = ctx.session().plan.settings.group_watches();
    let text = if watches {
        "De groep kijkt niet meer mee op dit scherm"
    } else {
        "De groep kijkt mee op dit scherm"
    };
    let switch = plan::Command::Switch { switch: Switch::GroupWatches, on: !watches };
    choices.push(Choice::new(text, Intent::Do(vec![Command::Plan(switch)])));
    choices.extend(wall_choices(ctx));
    choices.extend(rings(ctx));
    if ctx.session().clock.current().is_some() {
        choices.extend(timekeeper::choices(ctx.live, ctx.now));
        let end = Command::Clock(clock::Command::End);
        choices.push(Choice::new("De bespreking afronden: de klok stopt", Intent::Do(vec![end])));
    }
    choices.push(Choice::new("Woorden die niet op het scherm mogen", Intent::Ask(Ask::ListedWords)));
    choices.push(Choice::new("Prullenbak bekijken", Intent::Open(Topic::Bin)));
    if ctx.session().clock.begun().is_some() {
        let report = Intent::Open(Topic::TimeReport);
        choices.push(Choice::new("Tijdverslag: gepland en werkelijk", report));
    }
    choices.push(Choice::new("Bladen maken om af te drukken", Intent::Open(Topic::Papers)));
    if ctx.live.saved.trouble.is_some() {
        choices.push(Choice::new("Nu opnieuw proberen te bewaren", Intent::File(FileWish::Retry)));
        choices.push(Choice::new("In een andere map bewaren", Intent::Ask(Ask::OtherFolder)));
    }
    choices.extend(practice_choices(ctx));
    choices.push(Choice::new("Naar het beginscherm; alles blijft bewaard", Intent::File(FileWish::Close)));
}

fn practice_choices(ctx: Ctx<'_>) -> Vec<Choice> {
    let task = ctx.live.practice.and_then(practice::Practice::task);
    let anew = FileWish::Practice { method: ctx.session().method.id.clone(), fresh: true };
    task.map_or(Vec::new(), |_| {
        vec![
            Choice::new("Sla deze oefentaak over", Intent::SkipTask),
            Choice::new("Oefening opnieuw beginnen", Intent::File(anew)),
        ]
    })
}

/// What the room gets to see.
fn wall_choices(ctx: Ctx<'_>) -> Vec<Choice> {
    let wall = ctx.live.view.wall;
    let mut choices = Vec::new();
    if wall.spotlight.is_some() {
        choices.push(Choice::new("Groepsscherm: weer het hele bord", Intent::Spotlight(None)));
    }
    let text = if wall.cover { "Groepsscherm: weer tonen" } else { "Groepsscherm: even niets tonen" };
    choices.push(Choice::new(text, Intent::Cover(!wall.cover)));
    let text = if wall.hidden {
        "Verborgen typen uit: de regel toont de tekst"
    } else {
        "Verborgen typen: de regel toont puntjes"
    };
    choices.push(Choice::new(text, Intent::Veil(!wall.hidden)));
    choices
}

/// The variant for large groups (S000), in a method that knows it.
fn rings(ctx: Ctx<'_>) -> Option<Choice> {
    let on = !ctx.session().plan.settings.is_on(Switch::Rings);
    let text = if on {
        "Ringen aan: eerst het kernteam, dan de anderen"
    } else {
        "Ringen uit: iedereen door elkaar"
    };
    let switch = plan::Command::Switch { switch: Switch::Rings, on };
    (ctx.session().method.limits.ring > 0).then(|| Choice::new(text, Intent::Do(vec![Command::Plan(switch)])))
}

pub fn program_choices(model: &Model, choices: &mut Vec<Choice>) {
    for (index, name) in model.prefs.themes.iter().enumerate() {
        if index != model.prefs.theme {
            choices.push(Choice::new(format!("Kleuren: {name}"), Intent::Setting(Setting::Theme(index))));
        }
    }
    let mouse = !model.prefs.mouse;
    let text = if mouse { "Muis aan (tekst selecteren gaat dan met Shift)" } else { "Muis uit" };
    choices.push(Choice::new(text, Intent::Setting(Setting::Mouse(mouse))));
    let bell = !model.prefs.bell;
    let text = if bell { "Belletje aan als de tijd om is" } else { "Belletje uit" };
    choices.push(Choice::new(text, Intent::Setting(Setting::Bell(bell))));
    let key = model.keys.key_name(Action::Afsluiten);
    choices.push(Choice::new("Oogst afsluiten", Intent::Act(Action::Afsluiten)).detail(key));
}
