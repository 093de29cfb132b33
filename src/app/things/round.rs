//! A ronde: everybody one turn, informal voices first, passing allowed. Who has spoken is kept
//! until the end and then written down as a set; the order is drawn anew for every ronde and stored
//! nowhere, so that the order of what was said betrays nobody (decision 6).

use crate::app::state::intent::Intent;
use crate::app::state::meaning::Meaning;
use crate::app::state::model::{Ctx, Round};
use crate::domain::casus::Casus;
use crate::domain::id::PersonId;
use crate::domain::people::RoundKind;
use crate::domain::plan::Switch;
use crate::text::{counts, durations};

/// The turn in a ronde of one minute (P).
pub const TURN_SECONDS: i64 = 60;

/// Whether a ronde goes round in the step that is looked at.
pub fn is_here(ctx: Ctx<'_>) -> bool {
    ctx.live.view.round.as_ref().is_some_and(|round| ctx.step() == Some(round.step))
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
pub fn label(ctx: Ctx<'_>) -> Option<String> {
    let round = ctx.live.view.round.as_ref().filter(|_| is_here(ctx))?;
    let person = whose_turn(ctx).and_then(|id| ctx.session().people.get(id));
    let what = kind_word(round.kind);
    Some(match person {
        Some(person) if round.kind == RoundKind::Introduction || ctx.live.is_private() => {
            format!("{what} van {}", person.name)
        }
        Some(_) | None => what.to_owned(),
    })
}

fn kind_word(kind: RoundKind) -> &'static str {
    match kind {
        RoundKind::Introduction => "Voorstellen",
        RoundKind::Questions => "Vraag",
        RoundKind::Ideas => "Idee",
    }
}

/// What a text means while a ronde goes round; `None` when there is none. `keep` says how the
/// activity keeps the text.
pub fn meaning(ctx: Ctx<'_>, text: &str, keep: impl FnOnce(&str) -> Intent) -> Option<Meaning> {
    let label = label(ctx)?;
    let text = text.trim();
    Some(if text.is_empty() {
        let enter = if is_introduction(ctx) { "volgende" } else { "is geweest" };
        Meaning::new(label, enter, Intent::Turn)
    } else if text.eq_ignore_ascii_case("pas") {
        Meaning::new("Past", "volgende", Intent::All(vec![Intent::Add(Vec::new()), Intent::Turn]))
    } else {
        Meaning::new(label, "toevoegen, volgende", Intent::All(vec![keep(text), Intent::Turn]))
    })
}

fn is_introduction(ctx: Ctx<'_>) -> bool {
    ctx.live.view.round.as_ref().is_some_and(|round| round.kind == RoundKind::Introduction)
}

/// The line about the ronde above de regel: how many are still to come, and the turn's time.
pub fn band(ctx: Ctx<'_>) -> Option<String> {
    let round: &Round = ctx.live.view.round.as_ref().filter(|round| ctx.step() == Some(round.step))?;
    let waiting = ctx.session().people.waiting(&round.spoken).len();
    let name = match round.kind {
        RoundKind::Introduction => "Rondje: naam, functie, organisatie",
        RoundKind::Questions if has_rings(ctx) => "Vragenronde, eerst het kernteam",
        RoundKind::Ideas if has_rings(ctx) => "Ronde, eerst het kernteam",
        RoundKind::Questions => "Vragenronde: ieder één vraag, in één zin",
        RoundKind::Ideas => "Ronde: ieder één idee, in één zin. Passen mag",
    };
    let seconds = (ctx.now.second() - round.turn).num_seconds().max(0);
    Some(format!(
        "{name} · nog {} · spreektijd {} van {}",
        counts::people(waiting),
        durations::clock(seconds),
        durations::clock(TURN_SECONDS)
    ))
}
