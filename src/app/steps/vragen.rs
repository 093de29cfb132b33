//! Items 4 and 11: questions to understand the casus. A question may not hide a suggestion (S000);
//! while one that sounds like it is typed, that is asked (V-T3): Enter keeps it as a question, Tab
//! first makes it a post-it for item 5.

use crate::app::board::{Board, Pane, PaneId, Room, Rows, Takes};
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::meaning::Meaning;
use crate::app::state::pick::Choice;
use crate::app::state::shown::Shown;
use crate::app::steps::{Step, presenteren as presenting};
use crate::app::things::{note, post_it, remark, takes};
use crate::domain::ideas::Place;
use crate::domain::notes::Kind;
use crate::domain::people::RoundKind;
use crate::text::hidden;

/// Questions to understand the casus.
pub struct Vragen;

impl Step for Vragen {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let spot = note::spot(Some(ctx.casus()), Kind::Question);
        let rows = Rows::List(note::rows(ctx, spot.casus, spot.kind));
        let asked = Pane::new(PaneId::Questions, "Vragen", Takes::Note(spot), Room::Private, rows)
            .asks("Vraag")
            .hint("Wat moet je nog weten om mee te denken? Eén zin per vraag.");
        let place = Place::unplaced(post_it::for_later_row(ctx));
        let (takes, none) = (Takes::Idea(place, None), Rows::List(Vec::new()));
        // Only their number: what is written in the silence of 5a shows nowhere before it is stuck.
        let number = ctx.session().ideas.of_casus(ctx.casus()).count();
        let later = Pane::new(PaneId::ForLater, "Tips voor straks", takes, Room::Private, none)
            .asks("Post-it voor straks")
            .hint("Hoor je al een tip? Bewaar hem hier als post-it. Bij 5b hangt hij op de flap.")
            .status(if number == 0 { Shown::EMPTY } else { Shown::ideas(ctx.session(), number) });
        Board::new("Vragen om de casus te begrijpen. Tips komen straks, bij 5.", vec![asked, later])
    }

    fn for_the_room(&self, _ctx: Ctx<'_>) -> Vec<Shown> {
        vec!["Wat moet je nog weten om mee te denken?".into()]
    }

    fn typed(&self, ctx: Ctx<'_>, board: &Board, pane: &Pane, text: &str) -> Meaning {
        let meaning = takes::typed(ctx, board, pane, text);
        let sounds_like_a_tip = hidden::hides_advice(text);
        if pane.id == PaneId::ForLater {
            // Whoever came here with a question that was a tip goes back to the questions.
            let back = Intent::All(vec![meaning.intent.clone(), Intent::Pane(0)]);
            let intent = if sounds_like_a_tip { back } else { meaning.intent };
            let limit = ctx.session().method.limits.post_it;
            return Meaning { label: pane.asks.clone(), intent, ..meaning }
                .limit(limit)
                .remark(remark::one_tip(text, limit));
        }
        if sounds_like_a_tip {
            let said = "Klinkt als een tip. Enter: vraag. Tab, dan Enter: post-it voor straks.";
            let (label, enter) = ("Is dit een vraag of een tip?".into(), "vraag".into());
            return Meaning { label, enter, ..meaning }.remark(Some(said.into()));
        }
        meaning.remark(remark::one_sentence(text))
    }

    fn offers(&self, ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
        let mut choices: Vec<Choice> = presenting::reading(ctx).into_iter().collect();
        if ctx.live.view.round.is_none() && ctx.session().people.present().next().is_some() {
            let begin = Intent::BeginRound(RoundKind::Questions);
            choices.push(Choice::new("Vragenronde: ieder één vraag", begin));
        }
        choices
    }
}
