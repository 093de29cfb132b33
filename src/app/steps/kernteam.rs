//! Item 2: who belongs to the kernteam of the casus (S000). The pane also stands in the
//! preparation, and at item 10 for the second koppel.

use crate::app::board::{Board, Item, Pane, PaneId, Row, Rows};
use crate::app::state::intent::Intent;
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::state::pick::Choice;
use crate::app::things::missing;
use crate::app::things::persons::{find_person, parse_person};
use crate::domain::casus::{self, Casus};
use crate::domain::command::Command;
use crate::domain::id::{CasusId, PersonId};
use crate::domain::people;
use crate::text::counts;

pub fn board(ctx: Ctx<'_>) -> Board {
    let Some(casus) = ctx.session().casus(ctx.casus()) else { return Board::default() };
    let head = format!(
        "Wie werkt er al met {}? Pijltjes en spatie, of typ een naam. Het kernteam start straks de acties.",
        missing::koppel_name(ctx, casus)
    );
    let board = Board { head: vec![head], panes: vec![pane(ctx, casus)], grid: false };
    missing::role_lines(ctx).into_iter().map(Some).fold(board, Board::with_head)
}

/// Everybody, with a tick for who is in the kernteam.
pub fn pane(ctx: Ctx<'_>, casus: &Casus) -> Pane {
    let several = ctx.session().casussen.len() > 1;
    let rows = ctx.session().people.all().map(|(id, person)| {
        let tick = if casus.core().contains(&id) { "[x]" } else { "[ ]" };
        // Beside the pane of another koppel there is only room for names.
        let function = if several { "" } else { person.function.as_str() };
        let about = [person.name.as_str(), function].into_iter().filter(|part| !part.is_empty());
        Row::new(Item::Core(casus.id, id), tick, about.collect::<Vec<_>>().join(", "))
    });
    let about = if several { format!(" {}", missing::koppel_name(ctx, casus)) } else { String::new() };
    let count = counts::people(casus.core().len());
    let status = if casus.core().is_empty() { "nog niemand".to_owned() } else { count };
    let pane = Pane::new(PaneId::Core(casus.id), format!("Kernteam{about}"), Rows::List(rows.collect()));
    Pane { status, ..pane.hint("Typ de naam van iemand die met dit koppel werkt.") }
}

pub fn label(_ctx: Ctx<'_>, _board: &Board) -> String {
    "Kernteam".to_owned()
}

pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    if text.trim().is_empty() {
        return Meaning::nothing(label(ctx, board));
    }
    named(ctx, ctx.casus(), text)
}

/// A name that is typed: into the kernteam, or out of it; somebody new is at the table from now on.
pub fn named(ctx: Ctx<'_>, casus: CasusId, text: &str) -> Meaning {
    let people = &ctx.session().people;
    if let Some((id, person)) = find_person(ctx, text).and_then(|id| Some((id, people.get(id)?))) {
        let is_in = is_in(ctx, casus, id);
        let label = format!("{} {} het kernteam", person.name, if is_in { "uit" } else { "in" });
        let enter = if is_in { "eraf" } else { "erbij" };
        return Meaning::new(label, enter, Intent::Add(vec![set(casus, id, !is_in)]));
    }
    let person = parse_person(text);
    if person.name.is_empty() {
        return Meaning::refused("Kernteam", "Typ een naam.");
    }
    let label = format!("{} (nieuw) in het kernteam", person.name);
    let add = Command::People(people::Command::Add(vec![person]));
    Meaning::new(label, "erbij", Intent::Add(vec![add, set(casus, people.next_id(), true)]))
}

/// Enter and Space on a person.
pub fn toggle(ctx: Ctx<'_>, casus: CasusId, person: PersonId) -> Intent {
    Intent::Do(vec![set(casus, person, !is_in(ctx, casus, person))])
}

fn is_in(ctx: Ctx<'_>, casus: CasusId, person: PersonId) -> bool {
    ctx.session().casus(casus).is_some_and(|casus| casus.core().contains(&person))
}

fn set(casus: CasusId, person: PersonId, on: bool) -> Command {
    Command::Casus(casus::Command::SetCore { casus, person, on })
}

pub fn choices(_ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
    Vec::new()
}
