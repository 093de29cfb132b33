//! Items 3 and 10: the casemanager presents the koppel and its goals, each on the flap of whose
//! wish it is, and what stands in the way of it now (S000, V-D4, V-D5).

use crate::app::board::{Board, Item, Pane, PaneId, Row, Rows};
use crate::app::shown as veil;
use crate::app::state::intent::{Ask, Intent, Topic};
use crate::app::state::meaning::Meaning;
use crate::app::state::model::{Ctx, Page};
use crate::app::state::pick::Choice;
use crate::app::steps::kernteam as core_team;
use crate::app::things::missing;
use crate::domain::casus::Field;
use crate::domain::command::Command;
use crate::domain::goals::{self, Flap};
use crate::domain::id::CasusId;
use crate::domain::verdicts::TextKey;
use crate::text::{flaps, fold};

pub fn board(ctx: Ctx<'_>) -> Board {
    let session = ctx.session();
    let Some(casus) = session.casus(ctx.casus()) else { return Board::default() };
    let mut panes = flap_panes(ctx);
    // The kernteam of the first koppel was set at item 2.
    if session.casussen.first().is_some_and(|first| first.id != casus.id) {
        panes.push(core_team::pane(ctx, casus));
    }
    let koppel = missing::koppel_name(ctx, casus);
    let head =
        format!("De casemanager vertelt over {koppel}. Wat belemmert op dit moment het werken aan het doel?");
    let board = Board { head: vec![head], panes, grid: true };
    let roles = missing::notulist_line(ctx).into_iter().chain(missing::chair_line(ctx, casus));
    roles.map(Some).fold(board, Board::with_head)
}

/// The three flappen with their goals; also in the preparation.
pub fn flap_panes(ctx: Ctx<'_>) -> Vec<Pane> {
    Flap::ALL.into_iter().map(|flap| flap_pane(ctx, flap)).collect()
}

fn flap_pane(ctx: Ctx<'_>, flap: Flap) -> Pane {
    let on_flap = ctx.session().goals.of(ctx.casus()).filter(|(_, goal)| goal.flap == Some(flap));
    let rows = on_flap.map(|(id, goal)| {
        let barrier = match veil::seen(ctx.live, TextKey::Barrier(id)).as_ref() {
            "" => "nog geen belemmering".to_owned(),
            text => format!("belemmert: {text}"),
        };
        Row::new(Item::Goal(id), "-", goal.text.as_str()).tail(barrier)
    });
    Pane::new(PaneId::Flap(flap), flaps::name(flap), Rows::List(rows.collect())).hint(match flap {
        Flap::Pmd => "Wat wil de persoon met dementie?",
        Flap::Mz => "Wat wil de mantelzorger?",
        Flap::Samen => "Wat willen zij samen?",
    })
}

/// What a text on a flap is.
pub fn goal_label(flap: Flap) -> String {
    format!("Doel van {}", flaps::whose(flap))
}

/// A goal that is typed hangs on the flap; then it is asked what stands in its way, which may stay
/// empty.
pub fn goal_meaning(ctx: Ctx<'_>, flap: Flap, text: &str) -> Meaning {
    let (casus, id) = (ctx.casus(), ctx.session().goals.next_id());
    let hang = Command::Goal(goals::Command::Hang { casus, flap, text: text.to_owned() });
    let then = vec![Intent::Add(vec![hang]), Intent::Ask(Ask::Barrier(id))];
    Meaning::new(goal_label(flap), "ophangen", Intent::All(then)).remark(twice(ctx, text))
}

fn twice(ctx: Ctx<'_>, text: &str) -> Option<String> {
    let typed = fold::words(text);
    let mut goals = ctx.session().goals.of(ctx.casus());
    let flap = goals.find(|(_, goal)| fold::words(&goal.text) == typed)?.1.flap?;
    Some(format!("Dit doel hangt er al, op de flap {}.", flaps::name(flap)))
}

pub fn label(ctx: Ctx<'_>, board: &Board) -> String {
    match ctx.pane(board).map(|pane| pane.id) {
        Some(PaneId::Flap(flap)) => goal_label(flap),
        _ => core_team::label(ctx, board),
    }
}

pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    match ctx.pane(board).map(|pane| pane.id) {
        _ if text.trim().is_empty() => Meaning::nothing(label(ctx, board)),
        Some(PaneId::Flap(flap)) => goal_meaning(ctx, flap, text),
        _ => core_team::named(ctx, ctx.casus(), text),
    }
}

/// The samenvatting to read.
pub fn summary(ctx: Ctx<'_>, casus: CasusId) -> Option<Page> {
    let casus = ctx.session().casus(casus)?;
    let lines = vec![veil::seen(ctx.live, TextKey::Casus(casus.id, Field::Summary)).into_owned()];
    Some(Page { title: format!("Samenvatting van {}", missing::koppel_name(ctx, casus)), lines, scroll: 0 })
}

/// To read the samenvatting, when there is one; also in the preparation and at the questions.
pub fn reading(ctx: Ctx<'_>) -> Option<Choice> {
    let casus = ctx.session().casus(ctx.casus()).filter(|casus| !casus.field(Field::Summary).is_empty())?;
    Some(Choice::new("Samenvatting lezen", Intent::Open(Topic::Summary(casus.id))))
}

pub fn choices(ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
    reading(ctx).into_iter().collect()
}
