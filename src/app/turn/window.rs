//! A window beside the begeleidersscherm: it follows the live session, can write nothing in it and
//! draws another face of it.

use crate::app::pages;
use crate::app::state::effect::Effect;
use crate::app::state::in_view;
use crate::app::state::live::{Live, Saved, View};
use crate::app::state::model::{Dialog, Model, Prefs, Screen, Size};
use crate::app::state::msg::Msg;
use crate::app::state::shown::Shown;
use crate::app::state::window::{Anew, Followed, Kind, State, Window};
use crate::app::turn::{press, timekeeper, update};
use crate::domain::clock::Light;
use crate::domain::journal::{Act, Entry};
use crate::domain::privacy::Known;
use crate::domain::time::{Moment, Now};
use crate::keys::action::Action;
use crate::keys::key::Key;
use crate::keys::map::KeyMap;
use chrono::TimeDelta;

/// What was live this many hours ago is what a crash left behind (P).
const STALE: i64 = 12;
/// An entry that is this many seconds ahead was written by another clock (P).
const SKEW: i64 = 5;

/// The program as it starts in a window beside.
pub fn begin(keys: KeyMap, prefs: Prefs, kind: Kind) -> Model {
    let screen = Screen::Window(Window { kind, state: State::Waiting });
    Model { screen, ..update::begin(keys, prefs) }
}

/// Takes in one message.
pub fn update(model: &mut Model, msg: Msg, now: &Now) -> Vec<Effect> {
    let mut effects = Vec::new();
    let before = light(model, model.live.as_ref().map(|live| live.seen));
    match msg {
        Msg::Key(key) => self::key(model, key, now, &mut effects),
        Msg::Burst(keys) => keys.into_iter().for_each(|key| self::key(model, key, now, &mut effects)),
        Msg::Paste(text) => paste(model, &text),
        Msg::Click { x, y } if model.dialog.is_some() => update::click(model, x, y, now, &mut effects),
        Msg::Followed(followed) => follow(model, followed, now),
        Msg::Sent(signalled) => {
            if let Some(live) = &model.live {
                model.notice = Some(pages::timekeeper::sent(live, signalled, now));
            }
        }
        Msg::Resize { width, height } => model.size = Size { width, height },
        Msg::Focus(has) => model.keyboard = Some(has),
        Msg::Failed(sentence) => model.notice = Some(Shown::told(model.live.as_ref(), &sentence)),
        Msg::Wake
        | Msg::Click { .. }
        | Msg::Scroll(_)
        | Msg::Saved { .. }
        | Msg::SaveFailed { .. }
        | Msg::Opened(_)
        | Msg::Methods(_)
        | Msg::Inspiration(_)
        | Msg::Packet(_)
        | Msg::Review
        | Msg::Listed(_)
        | Msg::Wipeable(_)
        | Msg::ToWipe(_)
        | Msg::Over { .. }
        | Msg::Earlier { .. }
        | Msg::Signals(_)
        | Msg::Book(_)
        | Msg::Printed(_) => {}
    }
    if let Some(live) = &mut model.live {
        live.seen = now.second();
    }
    let rings = matches!(&model.screen, Screen::Window(Window { kind: Kind::Time(_), .. }));
    let after = light(model, Some(now.second()));
    if rings && model.prefs.bell && before != after && before.is_some() {
        effects.extend(matches!(after, Some(Light::Nearly | Light::TimeUp)).then_some(Effect::Bell));
    }
    effects
}

fn light(model: &Model, at: Option<Moment>) -> Option<Light> {
    update::light(model.live.as_ref()?, at?)
}

fn key(model: &mut Model, key: Key, now: &Now, effects: &mut Vec<Effect>) {
    if model.keys.action(key) == Some(Action::Afsluiten) {
        // Nothing here can be lost.
        effects.push(Effect::Quit);
    } else if model.dialog.is_some() {
        press::dialog_key(model, key, now, effects);
    } else if matches!(&model.screen, Screen::Window(Window { kind: Kind::Time(_), .. })) {
        timekeeper::key(model, key, now, effects);
    }
    // The room sees the groepsscherm: no key does anything there.
}

fn paste(model: &mut Model, text: &str) {
    let text = text.lines().collect::<Vec<_>>().join(" ");
    match (&mut model.dialog, &mut model.screen) {
        (Some(Dialog::Pick(pick)), _) => pick.line.insert(&text),
        (None, Screen::Window(Window { kind: Kind::Time(timekeeper), .. })) => timekeeper.line.insert(&text),
        (Some(_) | None, _) => {}
    }
}

fn follow(model: &mut Model, followed: Followed, now: &Now) {
    let Screen::Window(window) = &mut model.screen else { return };
    match followed {
        Followed::Waiting => {
            window.state = State::Waiting;
            model.live = None;
            model.notice = None;
        }
        Followed::Gone => window.state = State::Gone,
        Followed::Anew(anew) => {
            let fresh = anew.journal.last_at().max(anew.since) > now.at - TimeDelta::hours(STALE);
            window.state = if fresh { State::Following } else { State::Waiting };
            if let Kind::Time(timekeeper) = &mut window.kind {
                timekeeper.forget();
            }
            let broken = anew.broken.clone();
            let live = model.live.insert(live(*anew, now));
            model.notice = broken.map(|broken| {
                Shown::fill(
                    "In het logboek klopt {}. De tijd loopt door.",
                    &[&Shown::told(Some(live), &broken)],
                )
            });
        }
        Followed::More { entries, view } => {
            let Some(live) = &mut model.live else { return };
            window.state = State::Following;
            if let Some(ahead) = ahead(&entries, now) {
                let text = "De klok van deze laptop loopt {} seconden achter op die van de begeleider.";
                model.notice = Some(Shown::fill(text, &[&ahead]));
            }
            for entry in entries {
                if let Kind::Time(timekeeper) = &mut window.kind {
                    timekeeper.hear(&live.session, &entry);
                }
                take_in(live, entry);
            }
            in_view::take_over(live, view);
        }
    }
}

/// Seconds by which the newest entry is ahead of our clock, when that is no chance.
fn ahead(entries: &[Entry], now: &Now) -> Option<i64> {
    entries.last().map(|entry| (entry.at - now.at).num_seconds()).filter(|ahead| *ahead >= SKEW)
}

fn live(anew: Anew, now: &Now) -> Live {
    let mut live = Live {
        session: anew.journal.fold(),
        journal: anew.journal,
        folder: anew.folder,
        saved: Saved { read_only: Some(String::new()), ..Saved::default() },
        view: View::new(),
        practice: None,
        earlier: Vec::new(),
        known: Known::default(),
        listed: Vec::new(),
        group: Vec::new(),
        usual: Vec::new(),
        heard: None,
        seen: now.second(),
    };
    in_view::take_over(&mut live, anew.view);
    live
}

fn take_in(live: &mut Live, entry: Entry) {
    match &entry.act {
        Act::Do(events) => {
            for event in events {
                live.session.apply(event);
            }
            live.journal.push(entry);
        }
        Act::Undo | Act::Redo => {
            live.journal.push(entry);
            live.session = live.journal.fold();
        }
    }
}
