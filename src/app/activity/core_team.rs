//! Item 2: who belongs to the kernteam of the casus (S000).

use crate::app::board::Board;
use crate::app::intent::Intent;
use crate::app::item;
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
pub fn space(ctx: Ctx<'_>, board: &Board) -> Intent {
    ctx.item(board).map_or(Intent::Nothing, |item| item::space(ctx, &item))
}

#[must_use]
pub fn choices(_ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
    Vec::new()
}
