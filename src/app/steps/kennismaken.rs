//! Step 2, welkom en voorstellen: who is here, the ronde, and what to say.

use super::Step;
use crate::app::board::{Board, Item, Pane, PaneId, Room, Row, Rows, Takes};
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::pick::Choice;
use crate::app::state::shown::Shown;
use crate::app::things::deeds::Deed;
use crate::app::things::persons;
use crate::domain::people::RoundKind;

const BEGIN: Intent = Intent::BeginRound(RoundKind::Introduction);

/// Who is at the table.
pub struct Kennismaken;

impl Step for Kennismaken {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let say = ctx.session().method.principles.iter().map(|line| Row::new(Item::Plain, "-", &line.text));
        let rows = Rows::List(say.collect());
        let say = Pane::new(PaneId::Principles, "Vertel", Takes::Person, Room::THINGS, rows);
        // Nobody adds to what there is to say: it begins at the first line.
        let say = Pane { anchor: Some(0), ..say };
        let panes = [persons::people_pane(ctx), say].map(|pane| pane.asks("Nieuwe deelnemer"));
        Board::new(balance(ctx), panes.into()).with_head(size_remark(ctx))
    }

    fn for_the_room(&self, _ctx: Ctx<'_>) -> Vec<Shown> {
        vec!["Rondje: naam, functie, organisatie.".into()]
    }

    fn enter(&self, ctx: Ctx<'_>, _board: &Board) -> Option<Deed> {
        let waiting = !ctx.session().people.not_heard(ctx.step()?).is_empty();
        waiting.then(|| Deed::new("begin het rondje", BEGIN))
    }

    fn offers(&self, ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
        let begin = ctx.live.view.round.is_none().then(|| Choice::new("Begin een voorstelrondje", BEGIN));
        begin.into_iter().collect()
    }

    fn names_people(&self) -> bool {
        true
    }
}

/// The mix of formal and informal in words (S001); no bar, no score.
fn balance(ctx: Ctx<'_>) -> Shown {
    let (formal, informal, unknown) = ctx.session().people.balance();
    let professionals = Shown::count(formal, "professional", "professionals");
    let others = Shown::count(informal, "informele deelnemer", "informele deelnemers");
    match (formal, informal, unknown) {
        (0, 0, 0) => "Rondje: naam, functie, organisatie.".into(),
        (0, 0, count) => {
            let said = "{}. Formeel of informeel? Zet f of i achter de naam.";
            Shown::fill(said, &[&Shown::people(count)])
        }
        (_, 0, _) => Shown::fill("{}, nog niemand informeel.", &[&professionals]),
        (0, _, _) => Shown::fill("{}, nog niemand formeel.", &[&others]),
        (_, _, _) => Shown::fill("{} en {} aan tafel.", &[&professionals, &others]),
    }
}

/// Around eight is good; more often gets hard (S001, V-G2). Said quietly.
fn size_remark(ctx: Ctx<'_>) -> Option<Shown> {
    let count = ctx.session().people.present().count();
    let limits = ctx.session().method.limits;
    if count > limits.group_warning {
        let said = "{}: dat is een grote groep. Denk aan twee tafels.";
        Some(Shown::fill(said, &[&Shown::people(count)]))
    } else if count > limits.group_info {
        Some(Shown::fill("Meer dan {} wordt vaak lastig.", &[&limits.group_info]))
    } else {
        None
    }
}
