//! Items 3 and 10: the casemanager presents the koppel and its goals, each on the flap of whose
//! wish it is, and what stands in the way of it now (S000, V-D4, V-D5).

use crate::app::board::{Board, Item, Lane, Pane, PaneId, Room, Row, Rows, Takes};
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::model::Page;
use crate::app::state::pick::Choice;
use crate::app::state::shown::Shown;
use crate::app::state::topic::Topic;
use crate::app::steps::{Step, kernteam as core_team};
use crate::app::things::missing;
use crate::domain::casus::Field;
use crate::domain::goals::Flap;
use crate::domain::id::{CasusId, GoalId};
use crate::domain::verdicts::TextKey;
use crate::text::flaps;

/// The casemanager presents the koppel and its goals.
pub struct Presenteren;

impl Step for Presenteren {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let session = ctx.session();
        let Some(casus) = session.casus(ctx.casus()) else { return Board::default() };
        let mut panes = flap_panes(ctx);
        // The kernteam of the first koppel was set at item 2.
        if session.casussen.first().is_some_and(|first| first.id != casus.id) {
            panes.push(core_team::pane(ctx, casus));
        }
        let ask = "De casemanager vertelt over {}. Wat belemmert op dit moment het werken aan het doel?";
        let head = Shown::fill(ask, &[&missing::koppel_name(ctx, casus)]);
        Board::new(head, panes)
            .grid()
            .with_head(missing::notulist_line(ctx))
            .with_head(missing::chair_line(ctx, casus))
    }

    fn for_the_room(&self, _ctx: Ctx<'_>) -> Vec<Shown> {
        vec!["Aan welke doelen werken we, en wat staat nu in de weg?".into()]
    }

    fn offers(&self, ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
        reading(ctx).into_iter().collect()
    }
}

/// The three flappen with their goals; also in the preparation.
pub fn flap_panes(ctx: Ctx<'_>) -> Vec<Pane> {
    Flap::ALL.into_iter().map(|flap| flap_pane(ctx, flap)).collect()
}

fn flap_pane(ctx: Ctx<'_>, flap: Flap) -> Pane {
    let on_flap = ctx.session().goals.of(ctx.casus()).filter(|(_, goal)| goal.flap == Some(flap));
    let rows = on_flap.map(|(id, _)| {
        Row::new(Item::Goal(id), "-", Shown::of(ctx.live, TextKey::Goal(id))).tail(barrier(ctx, id))
    });
    let rows = Rows::List(rows.collect());
    let room = Room::Shared { hint: true, tail: true };
    Pane::new(PaneId::Flap(flap), flaps::name(flap), Takes::Goal(Lane::Flap(flap)), room, rows)
        .asks(Shown::fill("Doel van {}", &[&flaps::whose(flap)]))
        .hint(match flap {
            Flap::Pmd => "Wat wil de persoon met dementie?",
            Flap::Mz => "Wat wil de mantelzorger?",
            Flap::Samen => "Wat willen zij samen?",
        })
}

/// What stands in the way; that nothing does yet is for whoever asks.
fn barrier(ctx: Ctx<'_>, id: GoalId) -> Shown {
    let text = Shown::of(ctx.live, TextKey::Barrier(id));
    match (text.is_empty(), ctx.is_for_the_room()) {
        (true, true) => Shown::EMPTY,
        (true, false) => "nog geen belemmering".into(),
        (false, _) => Shown::fill("belemmert: {}", &[&text]),
    }
}

/// The samenvatting to read.
pub fn summary(ctx: Ctx<'_>, casus: CasusId) -> Option<Page> {
    let casus = ctx.session().casus(casus)?;
    let title = Shown::fill("Samenvatting van {}", &[&missing::koppel_name(ctx, casus)]);
    let lines = vec![Shown::of(ctx.live, TextKey::Casus(casus.id, Field::Summary))];
    Some(Page { title, lines, scroll: 0 })
}

/// To read the samenvatting, when there is one; also in the preparation and at the questions.
pub fn reading(ctx: Ctx<'_>) -> Option<Choice> {
    let casus = ctx.session().casus(ctx.casus()).filter(|casus| !casus.field(Field::Summary).is_empty())?;
    Some(Choice::new("Samenvatting lezen", Intent::Open(Topic::Summary(casus.id))))
}
