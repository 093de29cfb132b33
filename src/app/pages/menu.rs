//! The menu: one palette with every command as a sentence. Typing finds, Enter does. What would
//! be refused now is not offered.

use crate::app::pages::{beside, book, cards, papers, places, timekeeper};
use crate::app::state::ask::Ask;
use crate::app::state::intent::{FileWish, Intent, Setting};
use crate::app::state::live::{Ctx, Live};
use crate::app::state::model::{Model, Screen};
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::place::{self, Place};
use crate::app::state::practice::Practice;
use crate::app::state::shown::Shown;
use crate::app::state::topic::Topic;
use crate::app::steps::{self, review};
use crate::domain::clock;
use crate::domain::command::Command;
use crate::domain::id::StepKey;
use crate::domain::journal::Act;
use crate::domain::plan::{self, Switch};
use crate::domain::time::Now;
use crate::keys::action::Action;
use crate::paper::Sheet;

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
        Action::LopendeStap => places::looking(ctx).is_some(),
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
        Screen::Window(window) => return beside::menu(model, window, now),
        Screen::Book(reader) => return book::menu(model, reader),
        Screen::Start(_) | Screen::Work => {}
    }
    let mut choices = Vec::new();
    if let Some(live) = &model.live {
        let ctx = Ctx { live, now };
        choices.extend(steps::of(ctx).offers(ctx, &steps::board(ctx)));
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
            let undo = (action == Action::Terugdraaien).then(|| model.live.as_ref().map(undo_sentence));
            let sentence = undo.flatten().or_else(|| Shown::action(&model.keys, action))?;
            Some(Choice::new(sentence, Intent::Act(action)).detail(Shown::key(&model.keys, action)))
        })
        .collect()
}

fn undo_sentence(live: &Live) -> Shown {
    match live.journal.undoable().map(|entry| &entry.act) {
        Some(Act::Do(events)) => Shown::fill("Draai terug: {}", &[&Shown::deed(live, events)]),
        Some(Act::Undo | Act::Redo) | None => "Draai het laatste terug".into(),
    }
}

fn session_choices(ctx: Ctx<'_>, choices: &mut Vec<Choice>) {
    let others = place::all(ctx.session()).into_iter().filter(|place| *place != ctx.place());
    choices.extend(others.map(|place| {
        let (text, detail) = match place {
            Place::Setup(page) => (Shown::fill("Vooraf: {}", &[&places::name(page)]), Shown::EMPTY),
            Place::Harvest(casus) => (review::sentence(ctx, casus), Shown::EMPTY),
            Place::Step(key) => (step_sentence(ctx, key), Shown::planned(ctx.session(), key)),
        };
        Choice::new(text, Intent::Go(place)).detail(detail)
    }));
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

/// "Stap 5 Ideeën en tips, casus Linde".
fn step_sentence(ctx: Ctx<'_>, key: StepKey) -> Shown {
    let session = ctx.session();
    let step = Shown::fill("Stap {} {}", &[&Shown::number(session, key), &Shown::step(session, key)]);
    let casus = key.casus.filter(|_| session.casussen.len() > 1);
    let word = &session.method.words.casus.one;
    let about = casus.map(|casus| Shown::fill("{} {}", &[word, &Shown::alias(ctx.live, casus)]));
    Shown::join([step].into_iter().chain(about), ", ")
}

fn practice_choices(ctx: Ctx<'_>) -> Vec<Choice> {
    let task = ctx.live.practice.and_then(Practice::task);
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

/// What can be set of this program.
pub fn program_choices(model: &Model, choices: &mut Vec<Choice>) {
    for (index, name) in model.prefs.themes.iter().enumerate() {
        if index != model.prefs.theme {
            let text = Shown::fill("Kleuren: {}", &[&Shown::path(name)]);
            choices.push(Choice::new(text, Intent::Setting(Setting::Theme(index))));
        }
    }
    let mouse = !model.prefs.mouse;
    let text = if mouse { "Muis aan (tekst selecteren gaat dan met Shift)" } else { "Muis uit" };
    choices.push(Choice::new(text, Intent::Setting(Setting::Mouse(mouse))));
    let bell = !model.prefs.bell;
    let text = if bell { "Belletje aan als de tijd om is" } else { "Belletje uit" };
    choices.push(Choice::new(text, Intent::Setting(Setting::Bell(bell))));
    let key = Shown::key(&model.keys, Action::Afsluiten);
    choices.push(Choice::new("Oogst afsluiten", Intent::Act(Action::Afsluiten)).detail(key));
}
