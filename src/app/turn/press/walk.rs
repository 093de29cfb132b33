//! Tab, the arrows, and what is selected.

use crate::app::board::{Board, Item};
use crate::app::state::effect::Effect;
use crate::app::state::live::{Ctx, Live};
use crate::app::state::model::Model;
use crate::app::steps::{self, clusteren::suggest};
use crate::app::things::idea;
use crate::app::turn::carry::carry;
use crate::domain::time::Now;
use crate::keys::key::Key;

/// Tab: the next vak; past the last one, the next goal, or the other koppel of the preparation.
pub fn tab(live: &mut Live, now: &Now, forward: bool) {
    let panes = |live: &Live| steps::board(Ctx { live, now }).panes.len();
    let count = panes(live);
    let goals = steps::of(Ctx { live, now }).boards(Ctx { live, now });
    let focus = live.view.focus_mut();
    focus.row = None;
    let here = focus.pane.min(count.saturating_sub(1));
    if forward && here + 1 < count {
        focus.pane = here + 1;
    } else if forward {
        focus.pane = 0;
        focus.goal = if focus.goal + 1 < goals { focus.goal + 1 } else { 0 };
    } else if here > 0 {
        focus.pane = here - 1;
    } else {
        focus.goal = focus.goal.checked_sub(1).unwrap_or(goals.saturating_sub(1));
        let count = panes(live);
        live.view.focus_mut().pane = count.saturating_sub(1);
    }
}

/// Up and down through the rows of the pane with the focus.
pub fn walk(live: &mut Live, now: &Now, key: Key) {
    let board = steps::board(Ctx { live, now });
    let Some(pane) = board.pane(Ctx { live, now }) else { return };
    let count = pane.rows.len(&live.session);
    let (form, anchor) = (pane.form, pane.anchor.unwrap_or(0));
    if count == 0 {
        return;
    }
    let focus = live.view.focus_mut();
    focus.row = match (focus.row, key == Key::Down) {
        (None, true) => Some(if form { 1.min(count - 1) } else { anchor.min(count - 1) }),
        (None, false) => (!form).then_some(count - 1),
        (Some(row), true) => Some((row + 1).min(count - 1)),
        (Some(0), false) => None,
        (Some(row), false) => Some(row - 1),
    };
    remember(live, &board, now);
}

/// The advies that is selected is what the panes beside the list are about.
pub fn remember(live: &mut Live, board: &Board, now: &Now) {
    let ctx = Ctx { live, now };
    let advice = match board.item(ctx) {
        Some(Item::Advice(advice) | Item::Course(advice)) => Some(advice),
        Some(Item::Idea(id)) => idea::advice(ctx, id),
        Some(_) | None => None,
    };
    if advice.is_some() {
        live.view.focus_mut().advice = advice;
    }
}

/// To the vak beside it; where a suggestion shows, the right arrow takes that.
pub fn sideways(model: &mut Model, now: &Now, right: bool, effects: &mut Vec<Effect>) {
    let Some(live) = &mut model.live else { return };
    let ctx = Ctx { live, now };
    let board = steps::board(ctx);
    if let Some(intent) = suggest::take(ctx, &board).filter(|_| right && live.view.prompt.is_none()) {
        carry(model, intent, now, effects);
        return;
    }
    let (count, here) = (board.panes.len(), board.index(ctx));
    let focus = live.view.focus_mut();
    focus.row = None;
    focus.pane = if right { (here + 1).min(count.saturating_sub(1)) } else { here.saturating_sub(1) };
}
