//! Step 4, doelen stellen: one or two gebieden, goals in IK-form, and whose goal it is.

use super::Step;
use crate::app::board::{Board, Item, Lane, Pane, PaneId, Room, Row, Rows, Takes};
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::meaning::Meaning;
use crate::app::state::pick::Choice;
use crate::app::state::shown::Shown;
use crate::app::state::topic::Topic;
use crate::app::things::{goal, takes};
use crate::domain::casus::{self, Casus};
use crate::domain::command::Command;
use crate::domain::goals::{OPENING, Owner};
use crate::domain::method::Word;
use crate::domain::verdicts::TextKey;
use crate::text::fold;

/// What the client wants.
pub struct Doelen;

impl Step for Doelen {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let session = ctx.session();
        let Some(casus) = session.casus(ctx.casus()) else { return Board::default() };
        let mut panes = vec![areas_pane(ctx, casus)];
        let chosen = (0_u16..).zip(&casus.areas);
        panes.extend(chosen.map(|(index, area)| goals_pane(ctx, casus, index, Some(area))));
        let loose = goals_pane(ctx, casus, LOOSE, None);
        if casus.areas.is_empty() || !loose.rows.is_empty(session) {
            panes.push(loose);
        }
        let areas: Vec<Shown> = casus.areas.iter().map(|area| goal::area_name(ctx, area)).collect();
        let head = match areas.as_slice() {
            [] => {
                "Kies één of twee gebieden. Typ om te zoeken, of druk Tab en schrijf meteen een doel.".into()
            }
            [one] => Shown::fill("Gebied: {}. Tab: naar de doelen.", &[one]),
            [one, two] => Shown::fill("Gebieden: {} en {}. Tab: naar de doelen.", &[one, two]),
            _ => {
                let said = "Gebieden: {}. Twee is vaak genoeg; meer mag.";
                Shown::fill(said, &[&Shown::join(areas, ", ")])
            }
        };
        Board::new(head, panes)
    }

    fn for_the_room(&self, _ctx: Ctx<'_>) -> Vec<Shown> {
        vec!["Wat wil de cliënt?".into()]
    }

    fn typed(&self, ctx: Ctx<'_>, board: &Board, pane: &Pane, text: &str) -> Meaning {
        if pane.id != PaneId::Areas {
            return takes::typed(ctx, board, pane, text);
        }
        let (casus, text) = (ctx.casus(), text.trim());
        let found = ctx.session().casus(casus).and_then(|casus| found(ctx, casus, text).into_iter().next());
        let (label, area) = match found {
            Some((first, _)) => (Shown::fill("Kies {}", &[first]), first.to_string()),
            None => ("Eigen gebied".into(), text.to_owned()),
        };
        let choose = Command::Casus(casus::Command::ChooseArea { casus, area });
        Meaning::new(label, "kiezen", Intent::Add(vec![choose]))
    }

    fn offers(&self, ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
        let goals = ctx.session().goals.of(ctx.casus());
        let asks = goals.map(|(id, _)| {
            let text = Shown::of(ctx.live, TextKey::Goal(id));
            Choice::new(Shown::fill("Van wie is dit doel? {}", &[&text]), Intent::Open(Topic::Owner(id)))
        });
        asks.collect()
    }
}

/// The pane for goals without a gebied.
const LOOSE: u16 = u16::MAX;

/// The goals of one gebied.
fn goals_pane(ctx: Ctx<'_>, casus: &Casus, index: u16, area: Option<&String>) -> Pane {
    let goals = ctx.session().goals.of(casus.id).filter(|(_, goal)| match area {
        Some(area) => goal.area.as_ref() == Some(area),
        None => !goal.area.as_ref().is_some_and(|area| casus.areas.contains(area)),
    });
    let rows = goals.map(|(id, goal)| {
        let owner = goal.owner.filter(|_| ctx.live.is_private()).map(owner_word);
        let tail = owner.into_iter().chain(goal.parked.then_some("apart gehouden")).map(Shown::own);
        Row::new(Item::Goal(id), "", Shown::of(ctx.live, TextKey::Goal(id))).tail(Shown::join(tail, ", "))
    });
    let title = area.map_or("Doelen".into(), |area| goal::area_name(ctx, area));
    let takes = Takes::Goal(Lane::Area(area.cloned()));
    Pane::new(PaneId::Goals(index), title, takes, Room::ASKED, Rows::List(rows.collect()))
        .asks(OPENING)
        .hint("Wat wil de cliënt? Begin met: IK wil …")
}

fn areas_pane(ctx: Ctx<'_>, casus: &Casus) -> Pane {
    let row = |area: &str, lead, text: Shown| Row::new(Item::Area(area.to_owned()), lead, text);
    let chosen = casus.areas.iter().map(|area| row(area, "[x]", goal::area_name(ctx, area)));
    // While a goal is being typed in another pane, nothing is filtered.
    let text = if ctx.live.view.focus().pane == 0 { ctx.live.view.text() } else { "" };
    let free = found(ctx, casus, text);
    let free = free
        .into_iter()
        .map(|(area, list)| row(area, "[ ]", area.into()).tail(list.map_or(Shown::EMPTY, Shown::from)));
    let rows = Rows::List(chosen.chain(free).collect());
    Pane::new(PaneId::Areas, "Gebieden", Takes::Search, Room::Private, rows).asks("Zoek een gebied")
}

/// The gebieden that fit what is typed, each with the name of its list when that is not the first
/// one; a name that stands in several lists comes once.
fn found<'a>(ctx: Ctx<'a>, casus: &Casus, text: &str) -> Vec<(&'a Word, Option<&'a Word>)> {
    let wanted = fold::words(text);
    let mut found: Vec<(&Word, Option<&Word>)> = Vec::new();
    for (index, list) in ctx.session().method.areas.iter().enumerate() {
        let of_list = (index > 0).then_some(&list.name);
        for name in &list.names {
            let plain = fold::plain(name);
            let fits = wanted.iter().all(|word| plain.contains(word.as_str()));
            if fits
                && casus.areas.iter().all(|area| area != name)
                && found.iter().all(|(other, _)| *other != name)
            {
                found.push((name, of_list));
            }
        }
    }
    found
}

/// Whose goal it is, in a word for the begeleider.
pub fn owner_word(owner: Owner) -> &'static str {
    match owner {
        Owner::Client => "doel van de cliënt",
        Owner::SomebodyElse => "doel van iemand anders",
        Owner::Learning => "leervraag van de inbrenger",
        Owner::None => "de cliënt heeft nog geen doel",
    }
}
