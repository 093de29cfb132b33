//! Items 5b and 5c: post-its on the flap of a goal, loose or in a cluster.

use crate::app::board::Board;
use crate::app::meaning::Meaning;
use crate::app::model::Ctx;
use crate::app::pick::Choice;
use crate::app::remarks;

#[must_use]
pub fn board(ctx: Ctx<'_>) -> Board {
    ctx.step().map_or_else(Board::default, |key| remarks::board(ctx, key))
}

#[must_use]
pub fn label(_ctx: Ctx<'_>, _board: &Board) -> String {
    "Notitie".to_owned()
}

#[must_use]
pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    match ctx.step() {
        Some(key) => remarks::meaning(ctx, key, text),
        None => Meaning::refused(label(ctx, board), "Hier valt niets te typen."),
    }
}

#[must_use]
pub fn choices(_ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
    Vec::new()
}
