//! Keys in the window of the tijdbewaker.

use crate::app::pages::timekeeper::{Meaning, meaning};
use crate::app::pages::topic;
use crate::app::state::effect::Effect;
use crate::app::state::model::{Model, Screen};
use crate::app::state::topic::Topic;
use crate::app::state::window::{Kind, Timekeeper, Window};
use crate::domain::signal::{Signal, Signalled};
use crate::domain::time::Now;
use crate::keys::action::Action;
use crate::keys::key::Key;

/// One key, with nothing over the screen.
pub fn key(model: &mut Model, key: Key, now: &Now, effects: &mut Vec<Effect>) {
    match model.keys.action(key) {
        Some(Action::Hulp) => model.dialog = topic::dialog(model, Topic::Help, now),
        Some(Action::Menu) if timekeeper(model).is_none_or(|own| own.line.is_empty()) => {
            model.dialog = topic::dialog(model, Topic::Menu, now);
        }
        Some(Action::Menu | Action::RegelLeeg) => {
            if let Some(own) = timekeeper(model) {
                own.line.clear_or_recall();
            }
        }
        _ if key == Key::Enter => enter(model, now, effects),
        _ => {
            if timekeeper(model).is_some_and(|own| own.line.edit(key)) {
                model.notice = None;
            }
        }
    }
}

fn timekeeper(model: &mut Model) -> Option<&mut Timekeeper> {
    match &mut model.screen {
        Screen::Window(Window { kind: Kind::Time(timekeeper), .. }) => Some(timekeeper),
        Screen::Window(Window { kind: Kind::Group, .. })
        | Screen::Start(_)
        | Screen::Work
        | Screen::Book(_) => None,
    }
}

fn enter(model: &mut Model, now: &Now, effects: &mut Vec<Effect>) {
    let Screen::Window(Window { kind: Kind::Time(own), .. }) = &mut model.screen else { return };
    let Some(live) = &model.live else {
        model.notice = Some("Er is nog geen bespreking om een seintje aan te geven.".into());
        return;
    };
    match meaning(live, own, now) {
        Meaning::Nothing => {}
        Meaning::Send(signal) => {
            if let (Signal::Begun { .. }, Some((key, _))) = (signal, own.question(&live.session)) {
                own.answered.insert(key);
            }
            own.line.take();
            effects.push(Effect::Signal(Signalled { at: now.second(), signal }));
        }
        Meaning::NotYet(key) => {
            own.answered.insert(key);
            own.line.take();
        }
        Meaning::Refused(problem) => model.notice = Some(problem.into()),
    }
}
