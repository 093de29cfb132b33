//! Item 7: what the casemanager will discuss with the koppel: some of the selected adviezen, and a
//! list of her own (S000).

use crate::app::board::{Board, Item, Pane, PaneId, Row, Rows};
use crate::app::state::intent::Intent;
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::state::pick::Choice;
use crate::app::steps::{self, samenvatting as summing_up};
use crate::app::things as item;
use crate::domain::advice::{self, Advice};
use crate::domain::command::Command;
use crate::domain::life::Life;
use crate::domain::notes::Kind;

pub fn board(ctx: Ctx<'_>) -> Board {
    let list = summing_up::selected(ctx, |advice, course| {
        let lead = if course.proposed { "[x]" } else { "[ ]" };
        let words = format!("{} {}", ctx.session().advice_label(advice), ctx.session().advice_text(advice));
        Row::new(Item::Advice(advice), lead, words).tail(if course.proposed { "bespreek ik" } else { "" })
    });
    let rows = Rows::List(steps::note_rows(ctx, Some(ctx.casus()), Kind::ToDiscuss));
    let own = Pane::new(PaneId::ToDiscuss, "Ook bespreken", rows)
        .hint("Wat bespreek je nog meer? In je eigen woorden.");
    let head = "Welke adviezen ga je met het paar bespreken? Spatie zet het vinkje.".to_owned();
    Board { head: vec![head], panes: vec![list, own], grid: false }
}

pub fn label(_ctx: Ctx<'_>, _board: &Board) -> String {
    "Ook bespreken".to_owned()
}

pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    let label = label(ctx, board);
    if text.trim().is_empty() {
        return Meaning::new(label, "", Intent::Nothing);
    }
    Meaning::new(label, "toevoegen", steps::note(Some(ctx.casus()), Kind::ToDiscuss, text))
}

/// The casemanager will discuss it, or will not.
pub fn toggle(ctx: Ctx<'_>, advice: Advice) -> Intent {
    let Some(course) = ctx.session().course(advice) else { return Intent::Nothing };
    let life = Life::Proposed(!course.proposed);
    Intent::Do(vec![Command::Advice(advice::Command { advice, life })])
}

pub fn space(ctx: Ctx<'_>, board: &Board) -> Intent {
    match ctx.item(board) {
        Some(Item::Advice(advice)) => toggle(ctx, advice),
        Some(item) => item::space(ctx, &item),
        None => Intent::Nothing,
    }
}

/// Everything at once, while something is not ticked.
pub fn choices(ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
    let session = ctx.session();
    let rows = session.rows(ctx.casus()).into_iter();
    let open = rows.flat_map(|row| session.advices(row)).filter(|advice| {
        session.is_selected(*advice) && session.course(*advice).is_some_and(|course| !course.proposed)
    });
    let all: Vec<Command> =
        open.map(|advice| Command::Advice(advice::Command { advice, life: Life::Proposed(true) })).collect();
    if all.is_empty() {
        return Vec::new();
    }
    vec![Choice::new("Alle geselecteerde adviezen bespreken", Intent::Do(all))]
}
