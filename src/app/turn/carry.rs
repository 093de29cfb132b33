//! Carries out intents: the one place where a choice becomes a change of the model, an entry in
//! the journal or a wish for the outside.

use crate::app::pages::{menu, timing, topic};
use crate::app::state::ask::Ask;
use crate::app::state::effect::Effect;
use crate::app::state::heard;
use crate::app::state::intent::Intent;
use crate::app::state::line::Line;
use crate::app::state::live::{Ctx, Live, Prompt};
use crate::app::state::model::{Dialog, Model, Screen};
use crate::app::state::place::{self, Place};
use crate::app::state::shown::Shown;
use crate::app::state::topic::Topic;
use crate::app::state::wall::{self, Wall};
use crate::app::steps::{self, clusteren as flaps, review};
use crate::app::things::{ask, parts};
use crate::app::turn::commit::{commit, list_words, step};
use crate::app::turn::{book, papers, turns, wiping};
use crate::domain::command::Command;
use crate::domain::id::{IdeaId, StepKey};
use crate::domain::journal::Act;
use crate::domain::signal::{Signal, Signalled};
use crate::domain::time::{Moment, Now};
use crate::domain::{clock, clusters, ideas};
use crate::keys::action::Action;

mod outside;

use outside::{file, set};

/// Does what the intent says. Says whether text from de regel was taken.
pub fn carry(model: &mut Model, intent: Intent, now: &Now, effects: &mut Vec<Effect>) -> bool {
    match intent {
        Intent::Nothing => {}
        Intent::Do(commands) => return change(model, commands, now, effects),
        Intent::Add(commands) => return add(model, commands, now, effects),
        Intent::Act(action) => act(model, action, now, effects),
        Intent::Open(about) => open(model, about, now),
        Intent::Ask(question) => begin_prompt(model, question, now),
        Intent::Go(place) => visit(model, place, now),
        Intent::Start(key) => return start_step(model, key, now.second(), now, effects),
        Intent::StartSince(key, since) => return start_since(model, key, since, now, effects),
        Intent::All(intents) => return all(model, intents, now, effects),
        Intent::BeginRound(kind) => turns::begin(model, kind, now),
        Intent::Turn => turns::next(model, now, effects),
        Intent::EndRound => turns::end(model, now, effects),
        Intent::Mark(id) => mark(model, id),
        Intent::Pane(index) => focus(model, |focus| (focus.pane, focus.row) = (index, None)),
        Intent::Koppel(index) => focus(model, |focus| (focus.goal, focus.pane, focus.row) = (index, 0, None)),
        Intent::Focus(wanted) => focus(model, |focus| *focus = wanted),
        Intent::SkipTask => skip_task(model),
        Intent::Type(text) => type_text(model, &text),
        Intent::Print(print) => papers::print(model, print, now, effects),
        Intent::PrintAs(prints, way) => papers::make(model, &prints, way, now, effects),
        Intent::MoveTo(folder) => return move_to(model, folder, effects),
        Intent::LoadPacket(path) => {
            effects.push(Effect::Packet(path));
            close_prompt(model, true);
            return true;
        }
        Intent::File(wish) => file(model, wish, now, effects),
        Intent::Hide(words) => return hide(model, words, now, effects),
        Intent::Setting(setting) => set(model, &setting, effects),
        Intent::Book(wish) => book::carry(model, wish, now, effects),
        Intent::Signal(signal) => send(model, signal, now, effects),
        Intent::Spotlight(what) => turn_wall(model, |wall| wall.spotlight = what),
        Intent::Cover(on) => turn_wall(model, |wall| wall.cover = on),
        Intent::Veil(on) => turn_wall(model, |wall| wall.hidden = on),
        Intent::Wipe(thing) => wiping::wipe(model, thing, effects),
        Intent::Say(words) => model.notice = Some(words),
    }
    // Done, and de regel keeps its text.
    false
}

/// Commits a choice. What was marked to go somewhere together has gone.
fn change(model: &mut Model, commands: Vec<Command>, now: &Now, effects: &mut Vec<Effect>) -> bool {
    let moves = commands.iter().any(|command| {
        matches!(
            command,
            Command::Idea(ideas::Command::Move { .. } | ideas::Command::Bin { .. })
                | Command::Cluster(clusters::Command::Make { .. })
        )
    });
    let done = commit(model, commands, now, effects);
    if let Some(live) = &mut model.live
        && done
        && moves
    {
        live.view.marked.clear();
    }
    done
}

/// One after the other, until something is refused.
fn all(model: &mut Model, intents: Vec<Intent>, now: &Now, effects: &mut Vec<Effect>) -> bool {
    let mut taken = false;
    for intent in intents {
        let is_add = matches!(intent, Intent::Add(_) | Intent::Do(_));
        let done = carry(model, intent, now, effects);
        if is_add && !done {
            return taken;
        }
        taken |= done;
    }
    taken
}

fn start_since(model: &mut Model, key: StepKey, since: Moment, now: &Now, effects: &mut Vec<Effect>) -> bool {
    let taken = start_step(model, key, since, now, effects);
    close_prompt(model, taken);
    taken
}

/// From the window of the tijdbewaker it goes out; with one laptop it is heard at once.
fn send(model: &mut Model, signal: Signal, now: &Now, effects: &mut Vec<Effect>) {
    let signalled = Signalled { at: now.second(), signal };
    match model.screen {
        Screen::Window(_) => effects.push(Effect::Signal(signalled)),
        Screen::Start(_) | Screen::Work | Screen::Book(_) => heard::hear(model, signalled, now),
    }
}

fn turn_wall(model: &mut Model, change: impl FnOnce(&mut Wall)) {
    if let Some(live) = &mut model.live {
        change(&mut live.view.wall);
    }
}

fn skip_task(model: &mut Model) {
    if let Some(practice) = model.live.as_mut().and_then(|live| live.practice.as_mut()) {
        practice.skip();
    }
}

fn type_text(model: &mut Model, text: &str) {
    if let Some(live) = &mut model.live {
        live.view.line_mut().insert(text);
    }
}

/// What is listed is neither written nor said again.
fn hide(model: &mut Model, words: Vec<String>, now: &Now, effects: &mut Vec<Effect>) -> bool {
    list_words(model, words, now, effects);
    close_prompt(model, true);
    let said = "Deze woorden worden verborgen. Na opnieuw starten geef je ze nog een keer op.";
    model.notice = Some(said.into());
    true
}

fn move_to(model: &mut Model, folder: String, effects: &mut Vec<Effect>) -> bool {
    effects.push(Effect::MoveTo(folder));
    close_prompt(model, true);
    true
}

/// Commits text from de regel, and only then empties it: what was refused stays typed.
fn add(model: &mut Model, commands: Vec<Command>, now: &Now, effects: &mut Vec<Effect>) -> bool {
    let marked = model.live.as_ref().is_some_and(|live| !live.view.marked.is_empty());
    let done = commands.is_empty() || commit(model, commands, now, effects);
    let Some(live) = &mut model.live else { return false };
    // A text that says what is there already has been dealt with too.
    if done || model.notice.is_none() {
        live.view.guard.added = Some(now.at);
        if let Some(prompt) = live.view.prompt.take() {
            // The name that led to the question has been dealt with as well.
            if matches!(prompt.ask, Ask::RoleReason { .. }) {
                live.view.line_mut().take();
                follow(live, now);
            }
        } else {
            live.view.line_mut().take();
            if marked {
                live.view.marked.clear();
            }
            follow(live, now);
        }
        return true;
    }
    false
}

/// After something was added the newest stays in view; a form goes on to its next row.
fn follow(live: &mut Live, now: &Now) {
    let ctx = Ctx { live, now };
    let Some(pane) = live.view.in_focus.or_else(|| steps::board(ctx).in_focus(ctx)) else { return };
    let focus = live.view.focus_mut();
    focus.row = pane.form.then(|| (focus.row.unwrap_or(0) + 1).min(pane.rows.saturating_sub(1)));
    live.view.in_focus = Some(pane);
}

/// What a shortcut does.
pub fn act(model: &mut Model, action: Action, now: &Now, effects: &mut Vec<Effect>) {
    if !menu::is_offered(model, action, now) {
        return;
    }
    match action {
        Action::Hulp => open(model, Topic::Help, now),
        Action::Kaart => open(model, Topic::Cards, now),
        Action::Tijd => open(model, Topic::Time, now),
        Action::Menu => open(model, Topic::Menu, now),
        Action::LopendeStap => {
            let running = model.live.as_ref().and_then(|live| live.session.clock.current());
            if let Some((key, _)) = running {
                go(model, Place::Step(key));
            }
        }
        Action::Groepsscherm => {
            if let Some(live) = &mut model.live {
                wall::turn(live);
            }
        }
        Action::Pauze => pause(model, now, effects),
        Action::VolgendeStap => go_by(model, 1, now),
        Action::VorigeStap => go_by(model, -1, now),
        Action::Terugdraaien => undo(model, now, effects),
        Action::Opnieuw => {
            if step(model, Act::Redo, now, effects) {
                model.notice = Some("Opnieuw gedaan.".into());
            }
        }
        Action::RegelLeeg => {
            if let Some(live) = &mut model.live {
                live.view.line_mut().clear_or_recall();
            }
        }
        Action::Afsluiten => quit(model, now, effects),
    }
}

fn open(model: &mut Model, about: Topic, now: &Now) {
    model.dialog = topic::dialog(model, about, now);
}

fn begin_prompt(model: &mut Model, question: Ask, now: &Now) {
    let Some(live) = &mut model.live else { return };
    let text = ask::initial(Ctx { live, now }, &question);
    live.view.prompt = Some(Prompt { ask: question, line: Line::of(&text) });
}

fn close_prompt(model: &mut Model, close: bool) {
    if let Some(live) = &mut model.live
        && close
    {
        live.view.prompt = None;
    }
}

fn focus(model: &mut Model, change: impl FnOnce(&mut crate::app::state::live::Focus)) {
    if let Some(live) = &mut model.live {
        change(live.view.focus_mut());
    }
}

fn go(model: &mut Model, place: Place) {
    let Some(live) = &mut model.live else { return };
    live.view.place = place;
    live.view.in_focus = None;
    live.view.marked.clear();
    live.view.guard.typing = None;
    live.view.guard.added = None;
    model.notice = None;
}

/// To a place, with the question that is asked there.
pub fn visit(model: &mut Model, place: Place, now: &Now) {
    go(model, place);
    if let Some(live) = &model.live
        && model.dialog.is_none()
    {
        model.dialog = review::question(Ctx { live, now }).map(Dialog::Pick);
    }
}

fn go_by(model: &mut Model, by: isize, now: &Now) {
    let target = model.live.as_ref().and_then(|live| place::neighbour(&live.session, live.view.place, by));
    if let Some(place) = target {
        visit(model, place, now);
    }
}

fn start_step(model: &mut Model, key: StepKey, since: Moment, now: &Now, effects: &mut Vec<Effect>) -> bool {
    let Some(live) = &model.live else { return false };
    match timing::start(Ctx { live, now }, key, since) {
        Ok(commands) => {
            let done = commit(model, commands, now, effects);
            if done
                && model
                    .live
                    .as_ref()
                    .is_some_and(|live| live.view.round.as_ref().is_some_and(|round| round.step != key))
            {
                turns::end(model, now, effects);
            }
            if let Some(live) = &model.live
                && model.dialog.is_none()
            {
                let ctx = Ctx { live, now };
                let question = parts::goals_question(ctx, key).or_else(|| flaps::leads_question(ctx, key));
                model.dialog = question.map(Dialog::Pick);
            }
            done
        }
        Err(question) => {
            model.dialog = Some(Dialog::Pick(*question));
            true
        }
    }
}

fn pause(model: &mut Model, now: &Now, effects: &mut Vec<Effect>) {
    let paused = model.live.as_ref().is_some_and(|live| live.session.clock.paused().is_some());
    let command =
        if paused { clock::Command::Resume } else { clock::Command::Pause { reason: String::new() } };
    commit(model, vec![Command::Clock(command)], now, effects);
}

/// Undo; when it would take back something of an earlier step it says so first and wants the key
/// once more.
fn undo(model: &mut Model, now: &Now, effects: &mut Vec<Effect>) {
    let Some(live) = &mut model.live else { return };
    let Some(entry) = live.journal.undoable() else { return };
    let Act::Do(events) = &entry.act else { return };
    let (seq, deed) = (entry.seq, Shown::deed(live, events));
    let step_then = live.session.clock.step_at(entry.at);
    let step_now = live.session.clock.current().map(|(key, _)| key);
    if step_then != step_now && step_now.is_some() && live.view.guard.undo != Some(seq) {
        live.view.guard.undo = Some(seq);
        let step = |key| Shown::fill("stap {}", &[&Shown::number(&live.session, key)]);
        let about = step_then.map_or("de voorbereiding".into(), step);
        let said = "Dat hoort bij {}: {}. Nog een keer Ctrl+Z draait het terug.";
        model.notice = Some(Shown::fill(said, &[&about, &deed]));
        return;
    }
    if step(model, Act::Undo, now, effects) {
        model.notice = Some(Shown::fill("Teruggedraaid: {}. Ctrl+Y haalt het terug.", &[&deed]));
    }
}

fn quit(model: &mut Model, now: &Now, effects: &mut Vec<Effect>) {
    // Who only looks on leaves no clock behind: it is the clock of somebody else.
    let must_ask = model.live.as_ref().is_some_and(|live| {
        let clock = live.session.clock.current().is_some() && live.saved.read_only.is_none();
        clock || live.saved.trouble.is_some()
    });
    if must_ask {
        open(model, Topic::Quit, now);
    } else {
        effects.push(Effect::Quit);
    }
}

fn mark(model: &mut Model, id: IdeaId) {
    if let Some(live) = &mut model.live
        && !live.view.marked.remove(&id)
    {
        live.view.marked.insert(id);
    }
}
