//! Definitief wissen (decision 8): what goes, and the word that confirms it.

use crate::app::state::intent::{FileWish, Intent, Wiping};
use crate::app::state::live::{Ctx, Live};
use crate::app::state::msg::{Found, Plan};
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::shown::Shown;
use crate::domain::verdicts::{self, TextKey};
use crate::domain::wipe::Thing;

/// The words that confirm it.
pub const WORD: &str = "wis";
pub const WORD_ALL: &str = "wis alles";

/// Which session.
pub fn which(live: Option<&Live>, found: &[Found]) -> Pick {
    let choices = found.iter().map(|found| {
        let plan = Intent::File(FileWish::Wipe(Wiping::Plan(found.folder.clone())));
        Choice::new(Shown::told(live, &found.title), plan).detail(Shown::told(live, &found.detail))
    });
    Pick::new("Welke bespreking definitief wissen?", choices.collect())
}

/// Asks for the word.
pub fn confirm(live: Option<&Live>, plan: &Plan) -> Pick {
    let go = |sheets| Intent::File(FileWish::Wipe(Wiping::Go { folder: plan.folder.clone(), sheets }));
    let mut choices = vec![back(), Choice::new(WORD, go(false)).typed()];
    if plan.sheets {
        choices.push(Choice::new(WORD_ALL, go(true)).typed());
    }
    let lines = plan.lines.iter().map(|line| Shown::told(live, line));
    lines.fold(Pick::new("Definitief wissen?", choices), Pick::intro)
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
        .intro(Shown::fill("Dit kan niet terug. Typ {} om te wissen.", &[&WORD]));
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

/// The text of a thing; `None` when it is gone.
pub fn shown(ctx: Ctx<'_>, thing: Thing) -> Option<Shown> {
    let key = key(thing);
    verdicts::text(ctx.session(), key).map(|_| Shown::of(ctx.live, key))
}
