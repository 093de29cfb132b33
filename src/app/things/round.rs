//! A ronde: everybody one turn, informal voices first, passing allowed. Who has spoken is kept
//! until the end and then written down as a set; the order is drawn anew for every ronde and stored
//! nowhere, so that the order of what was said betrays nobody (decision 6).

use super::deeds::Deed;
use crate::app::state::intent::Intent;
use crate::app::state::live::{Ctx, Round};
use crate::app::state::meaning::Meaning;
use crate::app::state::shown::Shown;
use crate::domain::casus::Casus;
use crate::domain::id::PersonId;
use crate::domain::people::RoundKind;
use crate::domain::plan::Switch;

/// The turn in a ronde of one minute (P).
pub const TURN_SECONDS: i64 = 60;

/// The ronde that goes round in the step that is looked at.
fn here(ctx: Ctx<'_>) -> Option<&Round> {
    ctx.live.view.round.as_ref().filter(|round| ctx.step() == Some(round.step))
}

/// Whether a ronde can begin: none goes round, and there is somebody.
pub fn can_begin(ctx: Ctx<'_>) -> bool {
    ctx.live.view.round.is_none() && ctx.session().people.present().next().is_some()
}

/// Whose turn it is.
pub fn whose_turn(ctx: Ctx<'_>) -> Option<PersonId> {
    let round = ctx.live.view.round.as_ref()?;
    let waiting = ctx.session().people.drawn(&round.spoken, round.chance);
    // In the ring variant the kernteam comes first (S000).
    let core = ctx.session().casus(ctx.casus()).map(Casus::core).filter(|_| has_rings(ctx));
    let first = waiting.iter().find(|id| core.is_some_and(|core| core.contains(id)));
    first.or(waiting.first()).copied()
}

fn has_rings(ctx: Ctx<'_>) -> bool {
    ctx.session().plan.settings.is_on(Switch::Rings)
}

/// The label in a ronde. Names stand on the screen at the introduction, where people say them
/// themselves; elsewhere only when the group does not look on.
pub fn label(ctx: Ctx<'_>) -> Option<Shown> {
    let round = here(ctx)?;
    let may_name = round.kind == RoundKind::Introduction || ctx.live.is_private();
    let what = match round.kind {
        RoundKind::Introduction => "Voorstellen",
        RoundKind::Questions => "Vraag",
        RoundKind::Ideas => "Idee",
    };
    Some(match whose_turn(ctx).filter(|_| may_name) {
        Some(id) => Shown::fill("{} van {}", &[&what, &Shown::person(ctx.live, id)]),
        None => what.into(),
    })
}

/// What Enter on an empty line does while a ronde goes round.
pub fn turn(ctx: Ctx<'_>) -> Option<Deed> {
    let word = if here(ctx)?.kind == RoundKind::Introduction { "volgende" } else { "is geweest" };
    Some(Deed::new(word, Intent::Turn))
}

/// What a text means while a ronde goes round; `None` when there is none, or when it is about
/// somebody new. `keep` says how the text is kept.
pub fn meaning(ctx: Ctx<'_>, text: &str, keep: impl FnOnce(&str) -> Intent) -> Option<Meaning> {
    let round = here(ctx)?;
    let text = text.trim();
    if text.eq_ignore_ascii_case("pas") {
        let pass = Intent::All(vec![Intent::Add(Vec::new()), Intent::Turn]);
        return Some(Meaning::new("Past", "volgende", pass));
    }
    if round.kind == RoundKind::Introduction {
        return None;
    }
    Some(Meaning::new(label(ctx)?, "toevoegen, volgende", Intent::All(vec![keep(text), Intent::Turn])))
}

/// The line about the ronde above de regel: how many are still to come, and the turn's time.
pub fn band(ctx: Ctx<'_>) -> Option<Shown> {
    let round = here(ctx)?;
    let waiting = ctx.session().people.waiting(&round.spoken).len();
    let name = match round.kind {
        RoundKind::Introduction => "Rondje: naam, functie, organisatie",
        RoundKind::Questions if has_rings(ctx) => "Vragenronde, eerst het kernteam",
        RoundKind::Ideas if has_rings(ctx) => "Ronde, eerst het kernteam",
        RoundKind::Questions => "Vragenronde: ieder één vraag, in één zin",
        RoundKind::Ideas => "Ronde: ieder één idee, in één zin. Passen mag",
    };
    let seconds = (ctx.now.second() - round.turn).num_seconds().max(0);
    let (spoken, most) = (Shown::clock(seconds), Shown::clock(TURN_SECONDS));
    let line = "{} · nog {} · spreektijd {} van {}";
    Some(Shown::fill(line, &[&name, &Shown::people(waiting), &spoken, &most]))
}
