//! Item 6: the voorzitter sums up the adviezen that were selected (S000). Owns the list of what was
//! selected, which item 7 shows too.

use crate::app::board::{Board, Item, Pane, PaneId, Row, Rows};
use crate::app::shown as veil;
use crate::app::state::intent::Intent;
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::state::pick::Choice;
use crate::app::steps::{self, clusteren as flaps, wegen as weighing};
use crate::app::things::missing;
use crate::domain::advice::Advice;
use crate::domain::command::Command;
use crate::domain::life::Course;
use crate::domain::notes::{self, Kind, Spot};
use crate::domain::verdicts::TextKey;

/// The selected adviezen under their goals; `row` sets the row of one.
pub fn selected(ctx: Ctx<'_>, row: impl Fn(Advice, &Course) -> Row) -> Pane {
    let session = ctx.session();
    let mut lines = Vec::new();
    for goal in session.rows(ctx.casus()) {
        let chosen = weighing::advices(ctx, goal).into_iter().filter(|advice| session.is_selected(*advice));
        let mut chosen = chosen.filter_map(|advice| Some((advice, session.course(advice)?))).peekable();
        if chosen.peek().is_some() {
            lines.push(Row::new(Item::Plain, "", flaps::goal_words(ctx, goal)));
        }
        lines.extend(chosen.map(|(advice, course)| row(advice, course)));
    }
    // The first row is the heading of a goal: there is nothing to do with it.
    let anchor = (!lines.is_empty()).then_some(1);
    Pane {
        anchor,
        ..Pane::new(PaneId::Selected, "Geselecteerde adviezen", Rows::List(lines))
            .hint("Er is nog niets geselecteerd. Dat doe je in stap 5d, met Enter op een advies.")
            .stays()
    }
}

fn spot(ctx: Ctx<'_>) -> Spot {
    Spot { casus: Some(ctx.casus()), kind: Kind::Summary }
}

pub fn board(ctx: Ctx<'_>) -> Board {
    let list = selected(ctx, |advice, course| {
        let why = veil::seen(ctx.live, TextKey::Reasoning(advice));
        let why = if course.reasoning.is_empty() { "onderbouwing ontbreekt" } else { why.as_ref() };
        let label = ctx.session().advice_label(advice);
        Row::new(Item::Advice(advice), label, ctx.session().advice_text(advice)).tail(why)
    });
    let rows = Rows::List(steps::note_rows(ctx, Some(ctx.casus()), Kind::Summary));
    let summary =
        Pane::new(PaneId::Summary, "Samenvatting", rows).hint("Wat zegt de voorzitter? Eén zin per regel.");
    let koppel = ctx.session().casus(ctx.casus()).map(|casus| missing::koppel_name(ctx, casus));
    let head = format!("Welke adviezen kozen we voor {}, en waarom?", koppel.unwrap_or_default());
    Board { head: vec![head], panes: vec![list, summary], grid: false }
}

/// One line for every selected advies that the summary does not begin a line with yet.
fn prepared(ctx: Ctx<'_>) -> Vec<String> {
    let session = ctx.session();
    let said = session.notes.at(spot(ctx));
    let is_said = |text: &str| {
        said.iter().any(|id| session.notes.get(*id).is_some_and(|note| note.text.starts_with(text)))
    };
    let goals = session.rows(ctx.casus()).into_iter();
    let chosen = goals
        .flat_map(|goal| weighing::advices(ctx, goal))
        .filter(|advice| session.is_selected(*advice) && !is_said(session.advice_text(*advice)));
    chosen
        .map(|advice| {
            let why = session.course(advice).map_or("", |course| course.reasoning.as_str());
            let text = session.advice_text(advice);
            if why.is_empty() { text.to_owned() } else { format!("{text}: {why}") }
        })
        .collect()
}

fn prepare(ctx: Ctx<'_>) -> Option<Intent> {
    let texts = prepared(ctx);
    let add = Command::Note(notes::Command::Add { spot: spot(ctx), texts: texts.clone() });
    (!texts.is_empty()).then(|| Intent::Do(vec![add]))
}

pub fn label(_ctx: Ctx<'_>, _board: &Board) -> String {
    "Samenvatting".to_owned()
}

pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    let label = label(ctx, board);
    if !text.trim().is_empty() {
        return Meaning::new(label, "toevoegen", steps::note(Some(ctx.casus()), Kind::Summary, text));
    }
    match prepare(ctx) {
        Some(intent) => Meaning::new(label, "geselecteerde adviezen klaarzetten", intent),
        None => Meaning::new(label, "", Intent::Nothing),
    }
}

pub fn choices(ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
    let prepare = prepare(ctx);
    prepare.map(|intent| Choice::new("Zet de geselecteerde adviezen klaar", intent)).into_iter().collect()
}
