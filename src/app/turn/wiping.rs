//! Definitief wissen of one text of the open session: the journal without it, here and on disk. Whole
//! sessions are wiped outside, by `io`.

use crate::app::state::effect::Effect;
use crate::app::state::model::Model;
use crate::app::state::shown::Shown;
use crate::app::state::summary;
use crate::domain::refusal::Refusal;
use crate::domain::wipe::{self, Thing, What};

/// Takes the texts of a thing out of the open session, here and on disk.
pub fn wipe(model: &mut Model, thing: Thing, effects: &mut Vec<Effect>) {
    let Some(live) = &mut model.live else { return };
    if live.saved.read_only.is_some() {
        model.notice = Shown::refusal(&Refusal::ReadOnly);
        return;
    }
    live.journal = wipe::without(&live.journal, What::Thing(thing)).0;
    live.session = live.journal.fold();
    effects.push(Effect::Rewrite(Box::new(live.journal.clone())));
    effects.push(Effect::Snapshot(Box::new(summary::of(&live.session))));
    model.notice = Some("Definitief gewist. Bladen die je al maakte, blijven staan.".into());
}
