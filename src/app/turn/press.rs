//! Keys on the working screen: shortcuts first, then de regel, then the board. One grammar for
//! every activity.

use super::carry::{act, carry};
use crate::app::board::{Item, Takes};
use crate::app::pages::{paste as pasted, start, timing};
use crate::app::state::effect::Effect;
use crate::app::state::live::{Ctx, Live};
use crate::app::state::model::{Dialog, Model, Screen};
use crate::app::state::pick::Pick;
use crate::app::state::wall::Face;
use crate::app::steps;
use crate::app::things::deeds::Deeds;
use crate::domain::clock;
use crate::domain::command::Command;
use crate::domain::time::Now;
use crate::keys::action::Action;
use crate::keys::key::Key;
use chrono::TimeDelta;

mod walk;

pub use walk::remember;
use walk::{sideways, tab, walk};

/// A second Enter within this many milliseconds after adding does nothing (decision 14).
const DOUBLE_ENTER: i64 = 400;

/// One key, whatever is on the screen.
pub fn key(model: &mut Model, key: Key, now: &Now, effects: &mut Vec<Effect>) {
    if model.keys.action(key) == Some(Action::Afsluiten) {
        act(model, Action::Afsluiten, now, effects);
    } else if model.dialog.is_some() {
        dialog_key(model, key, now, effects);
    } else if matches!(model.screen, Screen::Start(_)) {
        start_key(model, key, now, effects);
    } else {
        work_key(model, key, now, effects);
    }
}

pub fn dialog_key(model: &mut Model, key: Key, now: &Now, effects: &mut Vec<Effect>) {
    if key == Key::Esc {
        if let Some(Dialog::Pick(pick)) = model.dialog.take() {
            keep_typed(model, &pick);
            carry(model, pick.on_escape, now, effects);
        }
        return;
    }
    match &mut model.dialog {
        Some(Dialog::Page(page)) => match key {
            Key::Down => page.scroll = (page.scroll + 1).min(page.lines.len().saturating_sub(1)),
            Key::Up => page.scroll = page.scroll.saturating_sub(1),
            Key::PageDown => page.scroll = (page.scroll + 10).min(page.lines.len().saturating_sub(1)),
            Key::PageUp => page.scroll = page.scroll.saturating_sub(10),
            Key::Enter | Key::F(_) => model.dialog = None,
            Key::Char(_)
            | Key::Esc
            | Key::Tab
            | Key::BackTab
            | Key::Backspace
            | Key::Delete
            | Key::Left
            | Key::Right
            | Key::Home
            | Key::End
            | Key::Ctrl(_) => {}
        },
        Some(Dialog::Pick(pick)) => {
            if key == Key::Enter {
                if let Some(intent) = pick.chosen() {
                    model.dialog = None;
                    carry(model, intent, now, effects);
                }
            } else if !pick.key(key)
                && let Some(action @ (Action::Hulp | Action::Kaart | Action::Tijd)) = model.keys.action(key)
            {
                act(model, action, now, effects);
            }
        }
        None => {}
    }
}

/// A text that finds nothing was not meant for the list that came in between: it goes on in de
/// regel.
fn keep_typed(model: &mut Model, pick: &Pick) {
    if let Some(live) = &mut model.live
        && !pick.line.is_empty()
        && pick.matches().is_empty()
    {
        live.view.line_mut().insert(pick.line.text());
    }
}

fn start_key(model: &mut Model, key: Key, now: &Now, effects: &mut Vec<Effect>) {
    let Screen::Start(pick) = &mut model.screen else { return };
    if key == Key::Enter {
        if let Some(intent) = pick.chosen() {
            model.notice = None;
            model.screen = start::screen();
            carry(model, intent, now, effects);
        }
    } else if key == Key::Esc && !pick.line.is_empty() {
        pick.line.take();
    } else if !pick.key(key)
        && let Some(action) = model.keys.action(key)
    {
        act(model, action, now, effects);
    }
}

fn work_key(model: &mut Model, key: Key, now: &Now, effects: &mut Vec<Effect>) {
    let Some(live) = &mut model.live else { return };
    if behind_the_wall(live, key, model.keys.action(key)) {
        return;
    }
    if key == Key::Esc && escape(live) {
        return;
    }
    if let Some(action) = model.keys.action(key) {
        act(model, action, now, effects);
        return;
    }
    if key != Key::Enter {
        // Somebody who does something else in between did not press Enter twice by accident.
        live.view.guard.added = None;
    }
    let has_text = !live.view.text().is_empty();
    let on_the_board = !has_text && live.view.prompt.is_none();
    if on_the_board
        && key == Key::Char(' ')
        && let Some(deeds) = deeds(live, now)
    {
        if let Some(deed) = deeds.space {
            carry(model, deed.intent, now, effects);
        }
        return;
    }
    match key {
        Key::Enter => enter(model, now, effects),
        Key::Tab => tab(live, now, true),
        Key::BackTab => tab(live, now, false),
        Key::Up | Key::Down => walk(live, now, key),
        Key::Left | Key::Right if !has_text => sideways(model, now, key == Key::Right, effects),
        Key::Delete if on_the_board => delete(model, now, effects),
        Key::Char(_) | Key::Backspace | Key::Delete | Key::Left | Key::Right | Key::Home | Key::End => {
            typing(live, now);
            live.view.line_mut().edit(key);
            if live.view.prompt.is_none() && searches(live, now) {
                live.view.focus_mut().row = None;
            }
            if matches!(key, Key::Char(_)) {
                model.notice = None;
            }
        }
        Key::Esc | Key::PageUp | Key::PageDown | Key::F(_) | Key::Ctrl(_) => {}
    }
}

/// While the room looks at this window: typing and the step go on as always, Esc goes back to the
/// working screen, and what cannot be seen cannot be chosen. Behind the cover only the way on and
/// the way back work. Says whether that was all.
fn behind_the_wall(live: &mut Live, key: Key, action: Option<Action>) -> bool {
    let empty = live.view.text().is_empty();
    let wall = &mut live.view.wall;
    match (wall.face, key) {
        (Face::Cover, Key::Enter) => {
            wall.face = Face::Group;
            true
        }
        (Face::Cover | Face::Group, Key::Esc) => {
            wall.face = Face::Working;
            true
        }
        (Face::Cover, _) => action != Some(Action::Groepsscherm),
        (Face::Group, Key::Enter | Key::Char(' ') | Key::Delete | Key::Left | Key::Right) => empty,
        (Face::Group, Key::Up | Key::Down) => true,
        (Face::Working | Face::Group, _) => false,
    }
}

/// Whether what is typed finds in the pane with the focus.
fn searches(live: &Live, now: &Now) -> bool {
    let ctx = Ctx { live, now };
    steps::board(ctx).pane(ctx).is_some_and(|pane| pane.takes == Takes::Search)
}

/// What can be done with what is selected; with the pane itself where Space is about that. `None`
/// where a blank is only a blank.
fn deeds(live: &Live, now: &Now) -> Option<Deeds> {
    let ctx = Ctx { live, now };
    let board = steps::board(ctx);
    let item = board.item(ctx);
    let found = steps::of(ctx).deeds(ctx, &board, item.as_ref().unwrap_or(&Item::Plain));
    (item.is_some() || found.space.is_some()).then_some(found)
}

/// One step back: the question that is open, the ronde, the marks, the selection. The text stays.
fn escape(live: &mut Live) -> bool {
    let view = &mut live.view;
    if let Some(prompt) = view.prompt.take() {
        // A text that was changed is the old one again; a new one is kept in the line.
        let is_new = prompt.ask.is_new();
        if is_new && !prompt.line.is_empty() && view.text().is_empty() {
            view.line_mut().insert(prompt.line.text());
        }
        return true;
    }
    if !view.marked.is_empty() {
        view.marked.clear();
        return true;
    }
    if view.focus().row.is_some() {
        view.focus_mut().row = None;
        return true;
    }
    false
}

/// Remembers since when somebody types in a step that has not been started.
fn typing(live: &mut Live, now: &Now) {
    let Some(key) = live.view.place.step() else { return };
    let runs = live.session.clock.current().map(|(key, _)| key) == Some(key);
    if !runs && live.view.guard.typing.is_none_or(|(other, _)| other != key) {
        live.view.guard.typing = Some((key, now.second()));
    }
}

fn enter(model: &mut Model, now: &Now, effects: &mut Vec<Effect>) {
    let Some(live) = &model.live else { return };
    let text = live.view.text().to_owned();
    let empty = text.trim().is_empty();
    let recent = live
        .view
        .guard
        .added
        .is_some_and(|at| now.at - at < TimeDelta::milliseconds(DOUBLE_ENTER) && now.at >= at);
    if empty && recent && live.view.prompt.is_none() {
        return;
    }
    let ctx = Ctx { live, now };
    let board = steps::board(ctx);
    let meaning = steps::meaning(ctx, &board);
    if let Some(problem) = meaning.problem {
        model.notice = Some(problem);
        return;
    }
    let had_prompt = live.view.prompt.is_some();
    let taken = carry(model, meaning.intent, now, effects);
    if had_prompt {
        if let Some(live) = &mut model.live
            && !taken
            && model.notice.is_none()
        {
            live.view.prompt = None;
        }
    } else if taken && !empty {
        ask_begun(model, now, effects);
    }
}

/// Text was added in a step whose clock does not run: one quiet question, once.
fn ask_begun(model: &mut Model, now: &Now, _effects: &mut Vec<Effect>) {
    let Some(live) = &mut model.live else { return };
    let Some((key, since)) = live.view.guard.typing.take() else { return };
    let clock = &live.session.clock;
    // Only a step that is still to come can have begun unnoticed.
    let passed = clock.started(key).is_some() || live.session.is_before_the_clock(key);
    if model.dialog.is_some() || clock.ended().is_some() || passed || !live.view.guard.asked.insert(key) {
        return;
    }
    let pick = timing::begun(Ctx { live, now }, key, since);
    model.dialog = Some(Dialog::Pick(pick));
}

fn delete(model: &mut Model, now: &Now, effects: &mut Vec<Effect>) {
    let Some(live) = &model.live else { return };
    let Some(deed) = deeds(live, now).and_then(|deeds| deeds.delete) else { return };
    if carry(model, deed.intent, now, effects)
        && let Some(live) = &mut model.live
    {
        live.view.marked.clear();
    }
}

/// A pasted text: one line goes into de regel, several are asked about once (decision 14).
pub fn paste(model: &mut Model, raw: &str, now: &Now) {
    use crate::domain::words;
    let lines = words::lines(raw);
    if let Some(Dialog::Pick(pick)) = &mut model.dialog {
        pick.line.insert(&lines.join(" "));
        return;
    }
    if let Screen::Start(pick) = &mut model.screen {
        pick.line.insert(&lines.join(" "));
        return;
    }
    let Some(live) = &mut model.live else { return };
    if let [_, _, ..] = lines.as_slice()
        && live.view.prompt.is_none()
        && let Some(pick) = pasted::question(Ctx { live, now }, lines.clone())
    {
        model.dialog = Some(Dialog::Pick(pick));
        return;
    }
    typing(live, now);
    let text =
        if lines.len() > 1 { lines.join(" ") } else { words::typed(raw.trim_end_matches(['\n', '\r'])) };
    live.view.line_mut().insert(&text);
}

/// The hole in the time the program was awake: sleep is asked about, a clock that was set back is
/// put right at once. Says whether there is a question now: the key that woke the program was not
/// meant as an answer to it.
pub fn mind_the_gap(model: &mut Model, now: &Now, effects: &mut Vec<Effect>) -> bool {
    let Some(live) = &mut model.live else { return false };
    let before = std::mem::replace(&mut live.seen, now.second());
    if live.session.clock.running().is_none() || live.saved.read_only.is_some() {
        return false;
    }
    let seconds = (now.second() - before).num_seconds();
    if seconds > timing::GAP {
        model.dialog = Some(Dialog::Pick(timing::gap(Ctx { live, now }, before, now.second())));
        return true;
    }
    if seconds < -timing::BACK {
        super::commit::commit(model, vec![Command::Clock(clock::Command::Shift { seconds })], now, effects);
        let said = "De klok van de laptop is teruggezet. De tijd van de bespreking loopt gewoon door.";
        model.notice = Some(said.into());
    }
    false
}
