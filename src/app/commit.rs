//! The only writer: a gesture becomes an entry, the entry changes the session and goes to disk.

use super::effect::Effect;
use super::elsewhere;
use super::model::{Live, Model};
use super::place::{self, Place};
use crate::domain::command::{Command, decide};
use crate::domain::event::Event;
use crate::domain::journal::Act;
use crate::domain::refusal::Refusal;
use crate::domain::time::Now;
use crate::text::refusal;

/// Carries out these commands as one gesture: all of them or none. Says whether it was done; what
/// was refused stands in the notice.
pub fn commit(model: &mut Model, commands: Vec<Command>, now: &Now, effects: &mut Vec<Effect>) -> bool {
    let Some(live) = &mut model.live else { return false };
    let told = live.session.feedback.clone();
    match gather(live, commands, now) {
        Ok(events) => {
            let entry = live.journal.next(now.second(), Act::Do(events));
            live.journal.push(entry.clone());
            effects.push(Effect::Append(entry));
            elsewhere::follow(live, &told, effects);
            live.view.guard.undo = None;
            model.notice = None;
            true
        }
        Err(refused) => {
            model.notice = refusal::sentence(&refused);
            false
        }
    }
}

/// Decides the commands one after the other, each on what the ones before it brought about.
fn gather(live: &mut Live, commands: Vec<Command>, now: &Now) -> Result<Vec<Event>, Refusal> {
    if live.saved.read_only.is_some() {
        return Err(Refusal::ReadOnly);
    }
    let mut events = Vec::new();
    for command in commands {
        match decide(&live.session, command, now) {
            Ok(more) => {
                for event in &more {
                    live.session.apply(event);
                }
                events.extend(more);
            }
            // What is so already need not stop the rest of a gesture.
            Err(Refusal::NoChange) => {}
            Err(refused) => {
                if !events.is_empty() {
                    live.session = live.journal.fold();
                }
                return Err(refused);
            }
        }
    }
    if events.is_empty() { Err(Refusal::NoChange) } else { Ok(events) }
}

/// Takes back the newest gesture, or brings it back. Both are entries themselves.
pub fn step(model: &mut Model, act: Act, now: &Now, effects: &mut Vec<Effect>) -> bool {
    let Some(live) = &mut model.live else { return false };
    let possible = match act {
        Act::Undo => live.journal.undoable().is_some(),
        Act::Redo => live.journal.redoable().is_some(),
        Act::Do(_) => false,
    };
    let refused = match (&act, live.saved.read_only.is_some(), possible) {
        (_, true, _) => Some(Refusal::ReadOnly),
        (_, false, true) => None,
        (Act::Redo, false, false) => Some(Refusal::NothingToRedo),
        (Act::Undo | Act::Do(_), false, false) => Some(Refusal::NothingToUndo),
    };
    if let Some(refused) = refused {
        model.notice = refusal::sentence(&refused);
        return false;
    }
    let entry = live.journal.next(now.second(), act);
    live.journal.push(entry.clone());
    let before = std::mem::replace(&mut live.session, live.journal.fold());
    stay_in_sight(live);
    effects.push(Effect::Append(entry));
    elsewhere::follow(live, &before.feedback, effects);
    true
}

/// A casus that was taken back takes its steps along: nobody is left looking at a step that is no
/// longer there.
fn stay_in_sight(live: &mut Live) {
    let all = place::all(&live.session);
    if all.contains(&live.view.place) {
        return;
    }
    let running = live.session.clock.current().map(|(key, _)| Place::Step(key));
    let back = running.filter(|place| all.contains(place)).or(all.last().copied());
    live.view.place = back.unwrap_or(live.view.place);
}
