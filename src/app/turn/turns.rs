//! A ronde going round: it begins, everybody has a turn, and at its end one line is written.

use crate::app::state::effect::Effect;
use crate::app::state::live::{Ctx, Round};
use crate::app::state::model::Model;
use crate::app::state::shown::Shown;
use crate::app::things::round;
use crate::app::turn::commit::commit;
use crate::domain::command::Command;
use crate::domain::people::{self, RoundKind};
use crate::domain::time::Now;
use std::collections::BTreeSet;

/// Begins a ronde in the step in view.
pub fn begin(model: &mut Model, kind: RoundKind, now: &Now) {
    let Some(live) = &mut model.live else { return };
    let Some(step) = live.view.place.step() else { return };
    let spoken = BTreeSet::new();
    live.view.round = Some(Round { kind, step, spoken, chance: now.chance, turn: now.second() });
    model.notice = round::band(Ctx { live, now }).is_none().then_some(Shown::EMPTY);
}

/// Whoever's turn it is has had it; after the last one the ronde is over.
pub fn next(model: &mut Model, now: &Now, effects: &mut Vec<Effect>) {
    let Some(live) = &mut model.live else { return };
    let whose = round::whose_turn(Ctx { live, now });
    let Some(going) = &mut live.view.round else { return };
    going.spoken.extend(whose);
    going.turn = now.second();
    let spoken = going.spoken.clone();
    if live.session.people.waiting(&spoken).is_empty() {
        end(model, now, effects);
    }
}

/// Writes down who has spoken, as a set.
pub fn end(model: &mut Model, now: &Now, effects: &mut Vec<Effect>) {
    let Some(live) = &mut model.live else { return };
    let Some(going) = live.view.round.take() else { return };
    if going.spoken.is_empty() {
        return;
    }
    let everybody = live.session.people.waiting(&going.spoken).is_empty();
    let hold = people::Command::HoldRound { step: going.step, kind: going.kind, spoken: going.spoken };
    if commit(model, vec![Command::People(hold)], now, effects) {
        let words =
            if everybody { "Iedereen is geweest: de ronde is klaar." } else { "De ronde is gestopt." };
        model.notice = Some(words.into());
    }
}
