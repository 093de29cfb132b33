//! Items 9 and 16: the evaluation, a pane per question (S000). Typed answers go to the question in
//! focus; Tab goes to the next.

use crate::app::board::{Board, Item, Pane, PaneId, Room, Row, Rows, Takes};
use crate::app::state::live::Ctx;
use crate::app::state::shown::Shown;
use crate::app::steps::Step;
use crate::app::things::note;
use crate::domain::notes::Kind;

/// How the meeting was.
pub struct Evaluatie;

impl Step for Evaluatie {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let questions = (0_u16..).zip(&ctx.session().method.evaluation);
        let panes = questions.map(|(index, question)| {
            let spot = note::spot(Some(ctx.casus()), Kind::Evaluation(index));
            let answers = note::rows(ctx, spot.casus, spot.kind);
            let mut rows = vec![Row::new(Item::Plain, "", &question.text)];
            rows.extend(
                answers.into_iter().map(|row| Row { text: Shown::fill("- {}", &[&row.text]), ..row }),
            );
            let title = Shown::fill("Vraag {}", &[&(index + 1)]);
            let (id, rows) = (PaneId::Evaluation(index), Rows::List(rows));
            Pane::new(id, title, Takes::Note(spot), Room::Private, rows)
                .asks(Shown::fill("Antwoord bij vraag {}", &[&(index + 1)]))
        });
        let head = "Eerst de casemanager, dan de anderen. Tab: volgende vraag.";
        Board::new(head, panes.collect()).grid()
    }

    fn for_the_room(&self, _ctx: Ctx<'_>) -> Vec<Shown> {
        vec!["Hoe was deze bespreking?".into()]
    }
}
