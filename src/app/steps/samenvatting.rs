//! Item 6: the voorzitter sums up the adviezen that were selected (S000). Owns the list of what was
//! selected, which item 7 shows too.

use crate::app::board::{Board, Item, Pane, PaneId, Room, Row, Rows, Takes};
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::pick::Choice;
use crate::app::state::shown::Shown;
use crate::app::steps::{Step, wegen as weighing};
use crate::app::things::deeds::Deed;
use crate::app::things::goal::goal_words;
use crate::app::things::{missing, note};
use crate::domain::advice::Advice;
use crate::domain::command::Command;
use crate::domain::life::Course;
use crate::domain::notes::{self, Kind, Spot};
use crate::domain::verdicts::{self, TextKey};

/// The voorzitter sums up.
pub struct Samenvatting;

impl Step for Samenvatting {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let takes = Takes::Note(spot(ctx));
        let list = selected(ctx, takes.clone(), |advice, _| {
            let why = Shown::of(ctx.live, TextKey::Reasoning(advice));
            let is_missing = why.is_empty() && !ctx.is_for_the_room();
            Row::new(Item::Advice(advice), Shown::advice_label(ctx, advice), advice_text(ctx, advice))
                .tail(if is_missing { "onderbouwing ontbreekt".into() } else { why })
        });
        let rows = Rows::List(note::rows(ctx, spot(ctx).casus, spot(ctx).kind));
        let summary = Pane::new(PaneId::Summary, "Samenvatting", takes, Room::THINGS, rows)
            .hint("Wat zegt de voorzitter? Eén zin per regel.");
        let koppel = ctx.session().casus(ctx.casus()).map(|casus| missing::koppel_name(ctx, casus));
        let koppel = koppel.unwrap_or_default();
        let head = Shown::fill("Welke adviezen kozen we voor {}, en waarom?", &[&koppel]);
        Board::new(head, vec![list.asks("Samenvatting"), summary])
    }

    fn for_the_room(&self, _ctx: Ctx<'_>) -> Vec<Shown> {
        vec!["Welke adviezen kozen we, en waarom?".into()]
    }

    fn enter(&self, ctx: Ctx<'_>, _board: &Board) -> Option<Deed> {
        prepare(ctx).map(|intent| Deed::new("geselecteerde adviezen klaarzetten", intent))
    }

    fn offers(&self, ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
        let prepare = prepare(ctx);
        prepare.map(|intent| Choice::new("Zet de geselecteerde adviezen klaar", intent)).into_iter().collect()
    }
}

/// The selected adviezen under their goals; `row` sets the row of one.
pub fn selected(ctx: Ctx<'_>, takes: Takes, row: impl Fn(Advice, &Course) -> Row) -> Pane {
    let session = ctx.session();
    let mut lines = Vec::new();
    for goal in ctx.rows() {
        let chosen = weighing::advices(ctx, goal).into_iter().filter(|advice| session.is_selected(*advice));
        let mut chosen = chosen.filter_map(|advice| Some((advice, session.course(advice)?))).peekable();
        if chosen.peek().is_some() {
            lines.push(Row::new(Item::Plain, "", goal_words(ctx, goal)));
        }
        lines.extend(chosen.map(|(advice, course)| row(advice, course)));
    }
    // The first row is the heading of a goal: there is nothing to do with it.
    let anchor = (!lines.is_empty()).then_some(1);
    let rows = Rows::List(lines);
    let pane = Pane::new(PaneId::Selected, "Geselecteerde adviezen", takes, Room::TOLD, rows);
    Pane { anchor, ..pane }
        .hint("Er is nog niets geselecteerd. Dat doe je in stap 5d, met Enter op een advies.")
        .stays()
}

/// The words an advies goes by.
pub fn advice_text(ctx: Ctx<'_>, advice: Advice) -> Shown {
    Shown::of(ctx.live, verdicts::key_of(ctx.session(), advice))
}

fn spot(ctx: Ctx<'_>) -> Spot {
    note::spot(Some(ctx.casus()), Kind::Summary)
}

/// One line for every selected advies that the summary does not begin a line with yet.
fn prepared(ctx: Ctx<'_>) -> Vec<String> {
    let session = ctx.session();
    let said = session.notes.at(spot(ctx));
    let is_said = |text: &str| {
        said.iter().any(|id| session.notes.get(*id).is_some_and(|note| note.text.starts_with(text)))
    };
    let chosen = ctx
        .rows()
        .into_iter()
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
