//! What the tijdbewaker signalled, on the begeleidersscherm: one quiet line that stays long enough
//! to be read, also when a list lay over it. Never for the room.

use super::live::{Ctx, Live};
use super::model::Model;
use super::shown::Shown;
use crate::domain::id::StepKey;
use crate::domain::signal::{Signal, Signalled};
use crate::domain::time::{Moment, Now};
use crate::keys::action::Action;

/// The first key after so many seconds takes the line away (P).
const STAYS: i64 = 10;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    signalled: Signalled,
    words: Shown,
    /// Since when it can be read.
    shown: Option<Moment>,
    read: bool,
}

/// A signal came in.
pub fn hear(model: &mut Model, signalled: Signalled, now: &Now) {
    let Some(live) = &mut model.live else { return };
    let at = Shown::time(now, signalled.at);
    let said = Shown::signal(signalled.signal, live, now);
    let words = match signalled.signal {
        Signal::Begun { .. } => {
            let key = Shown::key(&model.keys, Action::Tijd);
            Shown::fill("Tijdbewaker, {}: {}. Overnemen: {}, dan Enter.", &[&at, &said, &key])
        }
        Signal::TwoMinutes | Signal::TimeUp | Signal::Pause | Signal::Nudge => {
            Shown::fill("Tijdbewaker, {}: {}.", &[&at, &said])
        }
    };
    live.heard = Some(Heard { signalled, words, shown: None, read: false });
}

/// Somebody pressed a key: what could be read for a while has been read.
pub fn noticed(live: &mut Live, now: &Now) {
    if let Some(heard) = &mut live.heard {
        heard.read |= heard.shown.is_some_and(|since| (now.at - since).num_seconds() >= STAYS);
    }
}

/// Nothing lies over the screen: the line can be read from now on.
pub fn show(live: &mut Live, now: &Now) {
    if let Some(heard) = &mut live.heard {
        heard.shown.get_or_insert(now.second());
    }
}

/// The quiet line, while it is news.
pub fn words(live: &Live) -> Option<&Shown> {
    live.heard.as_ref().filter(|heard| !heard.read).map(|heard| &heard.words)
}

/// When a step began according to the tijdbewaker, while the clock says something else.
pub fn proposal(ctx: Ctx<'_>) -> Option<(StepKey, Moment)> {
    match ctx.live.heard.as_ref()?.signalled.signal {
        Signal::Begun { key, since } if ctx.session().clock.started(key) != Some(since) => Some((key, since)),
        Signal::Begun { .. } | Signal::TwoMinutes | Signal::TimeUp | Signal::Pause | Signal::Nudge => None,
    }
}
