//! Keys while the book is on the screen: de regel searches or holds the text that is changed.

use crate::app::state::effect::Effect;
use crate::app::state::model::{Dialog, Model, Screen};
use crate::app::state::reader::Wish;
use crate::app::turn::book::{carry, read, take_back};
use crate::app::turn::carry::act;
use crate::app::turn::press;
use crate::domain::time::Now;
use crate::domain::words;
use crate::keys::action::Action;
use crate::keys::key::Key;

pub fn key(model: &mut Model, key: Key, now: &Now, effects: &mut Vec<Effect>) {
    let action = model.keys.action(key);
    if action == Some(Action::Afsluiten) {
        // Everything that was kept is on disk.
        effects.push(Effect::Quit);
        return;
    }
    if model.dialog.is_some() {
        press::dialog_key(model, key, now, effects);
        return;
    }
    let Screen::Book(reader) = &mut model.screen else { return };
    let asking = reader.is_asking();
    let last = reader.rows().saturating_sub(1);
    match key {
        Key::Enter if asking => read::answered(model, effects),
        Key::Enter => enter(model, now, effects),
        Key::Esc if asking => read::stopped(model),
        Key::Esc if !reader.line.is_empty() => {
            reader.line.take();
            reader.search();
        }
        Key::Up if !asking => reader.selected = reader.selected.checked_sub(1).unwrap_or(last),
        Key::Down | Key::Tab if !asking => {
            reader.selected = if reader.selected < last { reader.selected + 1 } else { 0 };
        }
        Key::PageUp if !asking => reader.selected = reader.selected.saturating_sub(8),
        Key::PageDown if !asking => reader.selected = (reader.selected + 8).min(last),
        Key::Ctrl('u') => {
            reader.input().clear_or_recall();
            typed(model);
        }
        Key::Char(_) | Key::Backspace | Key::Delete | Key::Left | Key::Right | Key::Home | Key::End => {
            reader.input().edit(key);
            typed(model);
        }
        _ if action == Some(Action::Terugdraaien) => take_back(model, effects),
        Key::Esc
        | Key::Up
        | Key::Down
        | Key::Tab
        | Key::BackTab
        | Key::PageUp
        | Key::PageDown
        | Key::F(_)
        | Key::Ctrl(_) => {
            if let Some(action @ (Action::Hulp | Action::Menu)) = action {
                act(model, action, now, effects);
            }
        }
    }
}

/// De regel changed: the list follows at once.
fn typed(model: &mut Model) {
    if let Screen::Book(reader) = &mut model.screen {
        model.notice = None;
        if !reader.is_asking() {
            reader.search();
        }
    }
}

pub fn paste(model: &mut Model, raw: &str) {
    let text = words::lines(raw).join(" ");
    match (&mut model.dialog, &mut model.screen) {
        (Some(Dialog::Pick(pick)), _) => pick.line.insert(&text),
        (None, Screen::Book(reader)) => {
            reader.input().insert(&text);
            typed(model);
        }
        (Some(Dialog::Page(_)) | None, _) => {}
    }
}

fn enter(model: &mut Model, now: &Now, effects: &mut Vec<Effect>) {
    let Screen::Book(reader) = &model.screen else { return };
    let wish = match reader.lesson(reader.selected) {
        Some((id, _)) => Wish::Show(id),
        None if reader.waits().is_some() => Wish::Read,
        None => return,
    };
    carry(model, wish, now, effects);
}
