//! Definitief wissen (decision 8): what goes, the word that confirms it, and for a text of the open
//! session the journal without it. Whole sessions are wiped outside, by `io`.

use crate::app::shown as veil;
use crate::app::state::effect::Effect;
use crate::app::state::intent::{FileWish, Intent, Wiping};
use crate::app::state::model::{Ctx, Model};
use crate::app::state::msg::{Found, Plan};
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::summary;
use crate::domain::refusal::Refusal;
use crate::domain::verdicts::{self, TextKey};
use crate::domain::wipe::{self, Thing, What};
use crate::text::refusal;

/// The words that confirm it.
pub const WORD: &str = "wis";
pub const WORD_ALL: &str = "wis alles";

/// Which session.
pub fn which(found: &[Found]) -> Pick {
    let choices = found.iter().map(|found| {
        Choice::new(found.title.as_str(), Intent::File(FileWish::Wipe(Wiping::Plan(found.folder.clone()))))
            .detail(found.detail.as_str())
    });
    Pick::new("Welke bespreking definitief wissen?", choices.collect())
}

/// Asks for the word.
pub fn confirm(plan: Plan) -> Pick {
    let Plan { folder, lines, sheets } = plan;
    let go = |sheets| Intent::File(FileWish::Wipe(Wiping::Go { folder: folder.clone(), sheets }));
    let mut choices = vec![back(), Choice::new(WORD, go(false)).typed()];
    if sheets {
        choices.push(Choice::new(WORD_ALL, go(true)).typed());
    }
    let pick = Pick::new("Definitief wissen?", choices);
    lines.into_iter().fold(pick, Pick::intro)
}

fn back() -> Choice {
    Choice::new("Terug: alles blijft", Intent::Nothing)
}

/// Asks for the word, about one text.
pub fn thing(ctx: Ctx<'_>, thing: Thing) -> Option<Pick> {
    let choices = vec![back(), Choice::new(WORD, Intent::Wipe(thing)).typed()];
    let pick = Pick::new("Definitief wissen?", choices)
        .intro(shown(ctx, thing)?)
        .intro("Weg uit het logboek, met alles wat erbij hoort. Bladen die je al maakte, blijven staan.")
        .intro(format!("Dit kan niet terug. Typ {WORD} om te wissen."));
    Some(pick)
}

fn key(thing: Thing) -> TextKey {
    match thing {
        Thing::Idea(id) => TextKey::Idea(id),
        Thing::Cluster(id) => TextKey::Title(id),
        Thing::Goal(id) => TextKey::Goal(id),
        Thing::Note(id) => TextKey::Note(id),
    }
}

pub fn shown(ctx: Ctx<'_>, thing: Thing) -> Option<String> {
    let key = key(thing);
    verdicts::text(ctx.session(), key).map(|text| veil::text(ctx.live, key, text).into_owned())
}

/// Takes the texts of a thing out of the open session, here and on disk.
pub fn wipe(model: &mut Model, thing: Thing, effects: &mut Vec<Effect>) {
    let Some(live) = &mut model.live else { return };
    if live.saved.read_only.is_some() {
        model.notice = refusal::sentence(&Refusal::ReadOnly);
        return;
    }
    live.journal = wipe::without(&live.journal, What::Thing(thing)).0;
    live.session = live.journal.fold();
    effects.push(Effect::Rewrite(Box::new(live.journal.clone())));
    effects.push(Effect::Snapshot(Box::new(summary::of(&live.session))));
    model.notice = Some("Definitief gewist. Bladen die je al maakte, blijven staan.".to_owned());
}
