//! Step 6, samenvatten en afsluiten: the inbrenger reads, stars what stands out or is new, makes
//! the terugkoppelafspraak; then the tip sheet is one key away.

use crate::app::board::{Board, Field, Item, Pane, PaneId, Row, Rows};
use crate::app::state::intent::{Intent, Print};
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::state::pick::Choice;
use crate::app::state::place::Place;
use crate::app::things::form;
use crate::app::{shown as veil, steps};
use crate::domain::command::Command;
use crate::domain::id::{CasusId, StepKey};
use crate::domain::ideas::{self, Mark, Place as Spot, Slot};
use crate::domain::notes::Kind;
use crate::domain::verdicts::TextKey;
use crate::domain::{casus, plan};

pub fn board(ctx: Ctx<'_>) -> Board {
    let session = ctx.session();
    let id = ctx.casus();
    let mut places = Vec::new();
    for row in session.rows(id) {
        let columns = (0_u16..).zip(session.columns()).map(|(index, _)| Slot::Column(index));
        places.extend(columns.chain([Slot::Unplaced]).map(|slot| Spot { row, slot }));
    }
    let panes = vec![
        Pane::new(PaneId::Tips, "Tips", Rows::Ideas(places)).hint("Nog geen tips. Die komen in stap 5."),
        Pane::new(
            PaneId::StandsOut,
            "Wat valt op",
            Rows::List(steps::note_rows(ctx, Some(id), Kind::StandsOut)),
        )
        .hint("Wat valt de inbrenger op? Wat is nieuw?"),
        Pane { form: true, ..Pane::new(PaneId::Form, "Afspraak", Rows::List(form_rows(ctx))) },
        Pane::new(
            PaneId::Agreements,
            "Andere afspraken",
            Rows::List(steps::note_rows(ctx, Some(id), Kind::Agreement)),
        )
        .hint("Wie doet wat, en wanneer?"),
    ];
    let head = vec![
        "De inbrenger vat samen. Spatie: valt op. Enter opent een tip. Alles gaat mee, de cliënt kiest."
            .to_owned(),
    ];
    Board { head, panes, grid: false }
}

fn form_rows(ctx: Ctx<'_>) -> Vec<Row> {
    let session = ctx.session();
    let Some(casus) = session.casus(ctx.casus()) else { return Vec::new() };
    let of_casus = |field| veil::seen(ctx.live, TextKey::Casus(casus.id, field));
    let of_plan = |field| veil::seen(ctx.live, TextKey::Plan(field));
    let who = match veil::naming(ctx.live, TextKey::Casus(casus.id, casus::Field::FeedbackWho)) {
        text if text.is_empty() && casus.contributor.is_some() => "de inbrenger".into(),
        text => text,
    };
    vec![
        Row::new(Item::Field(Field::FeedbackWho), "Wie vertelt het terug", who),
        Row::new(Item::Field(Field::FeedbackWhen), "Wanneer", of_casus(casus::Field::FeedbackWhen)),
        Row::new(Item::Field(Field::FeedbackWhat), "Waarover", of_casus(casus::Field::FeedbackWhat)),
        Row::new(Item::Field(Field::NextDate), "Volgende keer", of_plan(plan::Field::NextDate)),
        Row::new(
            Item::Field(Field::NextContributor),
            "Wie brengt dan in",
            veil::naming(ctx.live, TextKey::Plan(plan::Field::NextContributor)),
        ),
    ]
}

pub fn label(ctx: Ctx<'_>, board: &Board) -> String {
    match (ctx.pane(board).map(|pane| pane.id), ctx.item(board)) {
        (Some(PaneId::Form), Some(Item::Field(field))) => form::field_label(ctx, field),
        (Some(PaneId::Agreements), _) => "Afspraak".to_owned(),
        _ => "Wat valt op".to_owned(),
    }
}

pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    let id = ctx.casus();
    let label = label(ctx, board);
    let pane = ctx.pane(board).map(|pane| pane.id);
    if text.trim().is_empty() {
        return Meaning::new(label, "maak het tipblad", Intent::Print(Print::Tips(id)));
    }
    match (pane, ctx.item(board)) {
        (Some(PaneId::Form), Some(Item::Field(field))) => form::field_meaning(ctx, field, text),
        (Some(PaneId::Agreements), _) => {
            Meaning::new(label, "toevoegen", steps::note(Some(id), Kind::Agreement, text))
        }
        _ => Meaning::new(label, "toevoegen", steps::note(Some(id), Kind::StandsOut, text)),
    }
}

/// Space stars the selected tip: *valt op*.
pub fn space(ctx: Ctx<'_>, board: &Board) -> Intent {
    let Some(Item::Idea(id)) = ctx.item(board) else { return Intent::Nothing };
    let on = ctx.session().ideas.get(id).is_some_and(|idea| !idea.has(Mark::StandsOut));
    Intent::Do(vec![Command::Idea(ideas::Command::Mark { id, mark: Mark::StandsOut, on })])
}

pub fn choices(ctx: Ctx<'_>) -> Vec<Choice> {
    let id = ctx.casus();
    vec![
        Choice::new("Maak het tipblad voor de inbrenger", Intent::Print(Print::Tips(id))),
        Choice::new("Nog een casus: stap 3 tot en met 6 opnieuw", another_casus(ctx)),
    ]
}

/// One more casus, and to its first step: what is repeated begins again (S001).
fn another_casus(ctx: Ctx<'_>) -> Intent {
    let add = Intent::Do(vec![Command::Casus(casus::Command::Add)]);
    let steps = &ctx.session().method.steps;
    let first = steps.iter().position(|step| step.per_casus).and_then(|index| u16::try_from(index).ok());
    let number = ctx.session().casussen.iter().map(|casus| casus.id.0).max().unwrap_or(0) + 1;
    match first {
        Some(step) => {
            let key = StepKey { step, casus: Some(CasusId(number)) };
            Intent::All(vec![add, Intent::Go(Place::Step(key))])
        }
        None => add,
    }
}
