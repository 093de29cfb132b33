//! The only writer: a gesture becomes an entry, the entry changes the session and goes to disk.

use crate::app::state::effect::Effect;
use crate::app::state::live::{Ctx, Live};
use crate::app::state::model::Model;
use crate::app::state::pane::InFocus;
use crate::app::state::place::{self, Place};
use crate::app::state::shown::Shown;
use crate::app::steps;
use crate::app::turn::elsewhere;
use crate::domain::casus::Field;
use crate::domain::command::{Command, decide};
use crate::domain::event::Event;
use crate::domain::journal::{Act, Entry};
use crate::domain::privacy::Known;
use crate::domain::refusal::Refusal;
use crate::domain::time::Now;
use crate::domain::verdicts::{self, TextKey};

/// Carries out these commands as one gesture: all of them or none. Says whether it was done; what
/// was refused stands in the notice.
pub fn commit(model: &mut Model, commands: Vec<Command>, now: &Now, effects: &mut Vec<Effect>) -> bool {
    let Some(live) = &mut model.live else { return false };
    let told = live.session.feedback.clone();
    let pane = focused(live, now);
    match gather(live, commands, now) {
        Ok(mut events) => {
            let people = events.iter().any(tells);
            if people {
                live.known = known(live);
            }
            if let Some(verdict) = verdicts::of_entry(&events, &live.known) {
                live.session.apply(&verdict);
                events.push(verdict);
            }
            stay_on_pane(live, pane, now);
            write(live, Act::Do(events), now, effects);
            if people {
                add_verdict(live, verdicts::widened(&live.session, &live.known), now, effects);
            }
            elsewhere::follow(live, &told, effects);
            live.view.guard.undo = None;
            model.notice = None;
            true
        }
        Err(refused) => {
            model.notice = Shown::refusal(&refused);
            false
        }
    }
}

fn write(live: &mut Live, act: Act, now: &Now, effects: &mut Vec<Effect>) {
    let entry = live.journal.next(now.second(), act);
    live.journal.push(entry.clone());
    effects.push(Effect::Append(entry));
}

fn known(live: &Live) -> Known {
    verdicts::known(&live.session, &live.listed)
}

/// Whether this changes what the filter knows: who is there, an alias, what was let stand.
fn tells(event: &Event) -> bool {
    let alias = matches!(event.text(), Some((TextKey::Casus(_, Field::Alias), _)));
    alias || matches!(event, Event::People(_) | Event::Verdict(verdicts::Event::Accepted { .. }))
}

/// What the privacy filter found in texts that were there: an entry of its own, which undo passes
/// over.
fn add_verdict(live: &mut Live, verdict: Option<Event>, now: &Now, effects: &mut Vec<Effect>) {
    if let Some(verdict) = verdict {
        live.session.apply(&verdict);
        write(live, Act::Do(vec![verdict]), now, effects);
    }
}

/// A session was opened: texts of an older journal or an older filter get their verdict.
pub fn look_back(model: &mut Model, now: &Now, effects: &mut Vec<Effect>) {
    let Some(live) = &mut model.live else { return };
    live.known = known(live);
    if live.saved.read_only.is_none() {
        let late = verdicts::renewed(&live.session, &live.known);
        add_verdict(live, late, now, effects);
    }
}

/// These words may not be seen either, from now on and in what is there.
pub fn list_words(model: &mut Model, words: Vec<String>, now: &Now, effects: &mut Vec<Effect>) {
    let Some(live) = &mut model.live else { return };
    live.listed = words;
    live.known = known(live);
    if live.saved.read_only.is_none() {
        add_verdict(live, verdicts::widened(&live.session, &live.known), now, effects);
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
        model.notice = Shown::refusal(&refused);
        return false;
    }
    let pane = focused(live, now);
    let reached = if act == Act::Undo { live.journal.undoable() } else { live.journal.redoable() };
    let texts = reached.map_or(Vec::new(), texts_without_verdict);
    write(live, act, now, effects);
    let before = std::mem::replace(&mut live.session, live.journal.fold());
    live.known = known(live);
    let late = verdicts::late(&live.session, texts.into_iter(), &live.known);
    add_verdict(live, late, now, effects);
    stay_in_sight(live);
    stay_on_pane(live, pane, now);
    elsewhere::follow(live, &before.feedback, effects);
    true
}

/// The pane with the focus before the board changes.
fn focused(live: &Live, now: &Now) -> Option<InFocus> {
    let ctx = Ctx { live, now };
    live.view.in_focus.or_else(|| steps::board(ctx).in_focus(ctx))
}

/// Panes come and go, as clusters do: the focus stays on the one it was on.
fn stay_on_pane(live: &mut Live, before: Option<InFocus>, now: &Now) {
    let board = steps::board(Ctx { live, now });
    let at = |index: usize| board.panes.get(index).map(|pane| pane.id);
    let before = before.map(|pane| pane.id);
    if at(live.view.focus().pane) != before
        && let Some(index) = board.panes.iter().position(|pane| Some(pane.id) == before)
    {
        live.view.focus_mut().pane = index;
    }
    live.view.in_focus = board.in_focus(Ctx { live, now });
}

/// The texts of an entry that was written without a verdict: a later one was about other words.
fn texts_without_verdict(entry: &Entry) -> Vec<TextKey> {
    match &entry.act {
        Act::Do(events) if !matches!(events.last(), Some(Event::Verdict(_))) => {
            events.iter().filter_map(Event::text).map(|(key, _)| key).collect()
        }
        Act::Do(_) | Act::Undo | Act::Redo => Vec::new(),
    }
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
