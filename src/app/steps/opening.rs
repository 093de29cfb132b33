//! Item 1: the voorzitter opens. Who is here, who writes, and how many koppels (S000).

use crate::app::board::{Board, Field, Item, PaneId, Row};
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::state::pick::Choice;
use crate::app::steps::setup;
use crate::app::things::{form, missing, persons};
use crate::domain::casus::Casus;
use crate::domain::method::Role;
use crate::text::{counts, roles};

pub fn board(ctx: Ctx<'_>) -> Board {
    let rows = [Role::Notulist, Role::Voorzitter].map(|role| {
        let name = form::person_name(ctx, ctx.session().people.role(role));
        Row::new(Item::Field(Field::Role(role)), roles::name(role), name)
    });
    let panes = vec![persons::people_pane(ctx), form::form("Wie leidt, wie schrijft", rows.to_vec())];
    let board = Board { head: vec![today(ctx)], panes, grid: false };
    let lines = missing::role_lines(ctx).into_iter().chain(missing::rings_line(ctx));
    lines.map(Some).fold(board, Board::with_head)
}

/// How many koppels, said at the opening (S000), and how many people there are.
fn today(ctx: Ctx<'_>) -> String {
    let session = ctx.session();
    let aliases: Vec<&str> = session.casussen.iter().map(Casus::alias).collect();
    let names = counts::list(&aliases);
    let names = if names.is_empty() { names } else { format!(": {names}") };
    let koppels = counts::count(session.casussen.len(), "koppel", "koppels");
    let people = match session.people.present().count() {
        0 => "Wie is er?".to_owned(),
        number => format!("{} aan tafel. Spatie: is er wel of niet.", counts::people(number)),
    };
    format!("Vandaag {koppels}{names}. {people}")
}

pub fn label(ctx: Ctx<'_>, board: &Board) -> String {
    match (ctx.pane(board).map(|pane| pane.id), ctx.item(board)) {
        (Some(PaneId::Form), Some(Item::Field(field))) => form::field_label(ctx, field),
        _ => "Wie is er nog meer".to_owned(),
    }
}

pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    match (ctx.pane(board).map(|pane| pane.id), ctx.item(board)) {
        _ if text.trim().is_empty() => Meaning::nothing(label(ctx, board)),
        (Some(PaneId::Form), Some(Item::Field(field))) => form::field_meaning(ctx, field, text),
        _ => persons::person_meaning(ctx, text),
    }
}

pub fn choices(_ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
    vec![setup::another_koppel()]
}
