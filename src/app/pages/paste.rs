//! A pasted list: as many post-its as it has lines, after one question.

use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::shown::Shown;
use crate::app::steps;
use crate::app::things::takes;

/// The question, when the pane with the focus can hold a list.
pub fn question(ctx: Ctx<'_>, lines: Vec<String>) -> Option<Pick> {
    let count = lines.len();
    let first = Shown::checked(ctx.live, lines.first()?);
    let joined = lines.join(" ");
    let (what, command) = takes::list(ctx, steps::board(ctx).pane(ctx)?, lines)?;
    let choices = vec![
        Choice::new(Shown::fill("{} {}: elke regel apart", &[&count, &what]), Intent::Do(vec![command])),
        Choice::new("Als één tekst in de regel", Intent::Type(joined)),
        Choice::new("Niets doen", Intent::Nothing),
    ];
    let pasted = Shown::fill("Je plakt {}.", &[&Shown::count(count, "regel", "regels")]);
    let conceals = ctx.live.view.prompt.is_none() && steps::of(ctx).conceals(ctx);
    let intro = if conceals { pasted } else { Shown::fill("{} De eerste: {}", &[&pasted, &first]) };
    Some(Pick::new("Een lijst plakken?", choices).intro(intro))
}
