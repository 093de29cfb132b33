//! Step 4, doelen stellen: one or two gebieden, goals in IK-form, and whose goal it is.

use crate::app::board::{Board, Item, Pane, PaneId, Row, Rows};
use crate::app::shown as veil;
use crate::app::state::intent::{Intent, Topic};
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::state::pick::Choice;
use crate::domain::casus;
use crate::domain::command::Command;
use crate::domain::goals::{self, OPENING, Owner};
use crate::domain::verdicts::TextKey;
use crate::text::fold;

pub fn board(ctx: Ctx<'_>) -> Board {
    let session = ctx.session();
    let Some(casus) = session.casus(ctx.casus()) else { return Board::default() };
    let mut panes = vec![areas_pane(ctx, casus)];
    panes.extend((0_u16..).zip(&casus.areas).map(|(index, area)| goals_pane(ctx, index, Some(area))));
    let loose = goals_pane(ctx, LOOSE, None);
    if casus.areas.is_empty() || !loose.rows.is_empty(session) {
        panes.push(loose);
    }
    let head = match casus.areas.as_slice() {
        [] => {
            "Kies één of twee gebieden. Typ om te zoeken, of druk Tab en schrijf meteen een doel.".to_owned()
        }
        [one] => format!("Gebied: {one}. Tab: naar de doelen."),
        [one, two] => format!("Gebieden: {one} en {two}. Tab: naar de doelen."),
        more => format!("Gebieden: {}. Twee is vaak genoeg; meer mag.", more.join(", ")),
    };
    Board { head: vec![head], panes, grid: false }
}

/// The pane for goals without a gebied.
const LOOSE: u16 = u16::MAX;

/// The goals of one gebied.
fn goals_pane(ctx: Ctx<'_>, index: u16, area: Option<&String>) -> Pane {
    let casus = ctx.session().casus(ctx.casus());
    let chosen = |name: &String| casus.is_some_and(|casus| casus.areas.contains(name));
    let belongs = |goal: &goals::Goal| match area {
        Some(area) => goal.area.as_ref() == Some(area),
        None => !goal.area.as_ref().is_some_and(chosen),
    };
    let rows = ctx.session().goals.of(ctx.casus()).filter(|(_, goal)| belongs(goal)).map(|(id, goal)| {
        let mut tail = Vec::new();
        if ctx.live.is_private() {
            tail.extend(goal.owner.map(owner_word));
        }
        if goal.parked {
            tail.push("apart gehouden");
        }
        Row::new(Item::Goal(id), "", veil::text(ctx.live, TextKey::Goal(id), &goal.text))
            .tail(tail.join(", "))
    });
    let title = area.map_or("Doelen", String::as_str);
    Pane::new(PaneId::Goals(index), title, Rows::List(rows.collect()))
        .hint("Wat wil de cliënt? Begin met: IK wil …")
}

fn areas_pane(ctx: Ctx<'_>, casus: &casus::Casus) -> Pane {
    let text = ctx.live.view.text();
    let chosen = casus.areas.iter().map(|area| Row::new(Item::Area(area.clone()), "[x]", area.as_str()));
    let free = found(ctx, casus, text)
        .into_iter()
        .map(|(area, list)| Row::new(Item::Area(area.clone()), "[ ]", area).tail(list));
    Pane::new(PaneId::Areas, "Gebieden", Rows::List(chosen.chain(free).collect()))
}

/// The gebieden that fit what is typed, each with the name of its list when that is not the first
/// one; a name that stands in several lists comes once. While a goal is being typed in another
/// pane, nothing is filtered.
fn found(ctx: Ctx<'_>, casus: &casus::Casus, text: &str) -> Vec<(String, String)> {
    let in_areas = ctx.live.view.focus().pane == 0;
    let wanted = if in_areas { fold::words(text) } else { Vec::new() };
    let mut found: Vec<(String, String)> = Vec::new();
    for (index, list) in ctx.session().method.areas.iter().enumerate() {
        let of_list = if index == 0 { String::new() } else { list.name.to_string() };
        for name in &list.names {
            let plain = fold::plain(name);
            let fits = wanted.iter().all(|word| plain.contains(word.as_str()));
            if fits
                && casus.areas.iter().all(|area| area != name)
                && found.iter().all(|(other, _)| other != name)
            {
                found.push((name.to_string(), of_list.clone()));
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

pub fn label(ctx: Ctx<'_>, board: &Board) -> String {
    match ctx.pane(board).map(|pane| pane.id) {
        Some(PaneId::Areas) => "Zoek een gebied".to_owned(),
        _ => OPENING.to_owned(),
    }
}

pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    let label = label(ctx, board);
    let casus = ctx.casus();
    let text = text.trim();
    if text.is_empty() {
        return Meaning::new(label, "", Intent::Nothing);
    }
    if ctx.pane(board).map(|pane| pane.id) != Some(PaneId::Areas) {
        let area = area_in_view(ctx, board);
        let id = ctx.session().goals.next_id();
        let add = Command::Goal(goals::Command::Add { casus, area, text: text.to_owned() });
        let then = vec![Intent::Add(vec![add]), Intent::Open(Topic::Owner(id))];
        return match goals::with_opening(text).as_str() {
            "" => Meaning::refused(label, "Wat wil de cliënt? Schrijf het achter IK wil."),
            _ => Meaning::new(label, "toevoegen", Intent::All(then)),
        };
    }
    let found = ctx.session().casus(casus).map(|casus| found(ctx, casus, text)).unwrap_or_default();
    let (label, area) = match found.first() {
        Some((first, _)) => (format!("Kies {first}"), first.clone()),
        None => ("Eigen gebied".to_owned(), text.to_owned()),
    };
    let choose = Command::Casus(casus::Command::ChooseArea { casus, area });
    Meaning::new(label, "kiezen", Intent::Add(vec![choose]))
}

/// The gebied of the pane with the focus.
fn area_in_view(ctx: Ctx<'_>, board: &Board) -> Option<String> {
    let Some(PaneId::Goals(index)) = ctx.pane(board).map(|pane| pane.id) else { return None };
    ctx.session().casus(ctx.casus())?.areas.get(usize::from(index)).cloned()
}

/// A gebied that is opened is chosen or dropped.
pub fn toggle_area(ctx: Ctx<'_>, area: &str) -> Intent {
    let casus = ctx.casus();
    let chosen =
        ctx.session().casus(casus).is_some_and(|casus| casus.areas.iter().any(|other| other == area));
    let area = area.to_owned();
    let command = if chosen {
        casus::Command::DropArea { casus, area }
    } else {
        casus::Command::ChooseArea { casus, area }
    };
    Intent::Do(vec![Command::Casus(command)])
}

pub fn choices(ctx: Ctx<'_>) -> Vec<Choice> {
    let goals = ctx.session().goals.of(ctx.casus());
    goals
        .map(|(id, _)| {
            let text = veil::seen(ctx.live, TextKey::Goal(id));
            Choice::new(format!("Van wie is dit doel? {text}"), Intent::Open(Topic::Owner(id)))
        })
        .collect()
}
