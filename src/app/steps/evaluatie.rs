//! Items 9 and 16: the evaluation, a pane per question (S000). Typed answers go to the question in
//! focus; Tab goes to the next.

use crate::app::board::{Board, Item, Pane, PaneId, Row, Rows};
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::state::pick::Choice;
use crate::app::steps;
use crate::domain::notes::Kind;

pub fn board(ctx: Ctx<'_>) -> Board {
    let casus = Some(ctx.casus());
    let questions = (0_u16..).zip(&ctx.session().method.evaluation);
    let panes = questions.map(|(index, question)| {
        let answers = steps::note_rows(ctx, casus, Kind::Evaluation(index));
        let mut rows = vec![Row::new(Item::Plain, "", question.text.as_str())];
        rows.extend(answers.into_iter().map(|row| Row { text: format!("- {}", row.text), ..row }));
        Pane::new(PaneId::Evaluation(index), format!("Vraag {}", index + 1), Rows::List(rows))
    });
    let head = "Eerst de casemanager, dan de anderen. Tab: volgende vraag.".to_owned();
    Board { head: vec![head], panes: panes.collect(), grid: true }
}

pub fn label(ctx: Ctx<'_>, board: &Board) -> String {
    match ctx.pane(board).map(|pane| pane.id) {
        Some(PaneId::Evaluation(index)) => format!("Antwoord bij vraag {}", index + 1),
        _ => "Antwoord".to_owned(),
    }
}

pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    let label = label(ctx, board);
    match ctx.pane(board).map(|pane| pane.id) {
        Some(PaneId::Evaluation(index)) if !text.trim().is_empty() => {
            let keep = steps::note(Some(ctx.casus()), Kind::Evaluation(index), text);
            Meaning::new(label, "toevoegen", keep)
        }
        _ => Meaning::nothing(label),
    }
}

pub fn choices(_ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
    Vec::new()
}
