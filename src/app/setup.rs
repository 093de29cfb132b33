//! The preparation: five short pages that all can be skipped. Forms are filled in row by row
//! through de regel; a list of people can be pasted.

use super::board::{Board, Field, Item, Pane, PaneId, Row, Rows};
use super::intent::Intent;
use super::meaning::Meaning;
use super::model::Ctx;
use super::place::{self, SetupPage};
use super::{form, persons};
use crate::domain::command::Command;
use crate::domain::id::StepKey;
use crate::domain::method::{Role, Step};
use crate::domain::plan;
use crate::domain::time::Moment;
use crate::domain::time_report::Usual;
use crate::text::{counts, dates, roles, steps};
use chrono::TimeDelta;

#[must_use]
pub fn board(ctx: Ctx<'_>, page: SetupPage) -> Board {
    let head = vec![heading(page).to_owned()];
    let panes = match page {
        SetupPage::Casus => vec![form::form("Casus", form::casus_rows(ctx))],
        SetupPage::People => vec![persons::people_pane(ctx)],
        SetupPage::Roles => vec![form::form("Rollen", role_rows(ctx)), persons::people_pane(ctx)],
        SetupPage::Time => vec![form::form("Tijd", time_rows(ctx))],
        SetupPage::Checklist => vec![checklist(ctx)],
    };
    let end = planned_end(ctx).filter(|_| page == SetupPage::Time);
    let end = end.map(|at| format!("Klaar rond {}.", dates::time(ctx.now.local(at).time())));
    Board { head, panes, grid: false }.with_head(end)
}

/// When the meeting ends if it begins as planned.
fn planned_end(ctx: Ctx<'_>) -> Option<Moment> {
    let session = ctx.session();
    let total: i64 = session.agenda().iter().map(|key| session.planned(*key)).sum();
    session.plan.start.map(|start| start + TimeDelta::seconds(total))
}

fn heading(page: SetupPage) -> &'static str {
    match page {
        SetupPage::Casus => {
            "Over wie gaat het? Een schuilnaam is genoeg. Dit mag ook later, in de bespreking."
        }
        SetupPage::People => {
            "Wie zitten er aan tafel? Typ per persoon: naam, functie, organisatie, formeel of informeel."
        }
        SetupPage::Roles => "Wie doet wat? Leeg laten mag.",
        SetupPage::Time => {
            "Hoe laat begint het, en hoe lang duurt elke stap? De minuten per stap zijn een voorstel."
        }
        SetupPage::Checklist => "Vooraf: wat is al klaar? Kies een regel en druk Enter.",
    }
}

fn role_rows(ctx: Ctx<'_>) -> Vec<Row> {
    let people = &ctx.session().people;
    let name =
        |role| people.role(role).and_then(|id| people.get(id)).map_or("", |person| person.name.as_str());
    let roles = ctx.session().method.roles.iter().filter(|role| **role != Role::Casusinbrenger);
    roles.map(|role| Row::new(Item::Field(Field::Role(*role)), roles::name(*role), name(*role))).collect()
}

fn time_rows(ctx: Ctx<'_>) -> Vec<Row> {
    let session = ctx.session();
    let start = session.plan.start.map(|at| dates::time(ctx.now.local(at).time())).unwrap_or_default();
    let mut rows = vec![Row::new(Item::Field(Field::Start), "Begintijd", start)];
    if session.method.profiles.len() > 1 {
        let profile = session.method.profiles.get(usize::from(session.plan.profile));
        let name = profile.map_or("", |profile| profile.name.as_str());
        rows.push(Row::new(Item::Field(Field::Profile), "Lengte", name).tail("Enter wisselt"));
    }
    if session.method.layouts.len() > 1 {
        let layout = session.method.layout(usize::from(session.plan.layout));
        let name = layout.map_or("", |layout| layout.name.as_str());
        rows.push(Row::new(Item::Field(Field::Layout), "Matrix", name).tail("Enter wisselt"));
    }
    let usual = usual_words(ctx);
    if !usual.is_empty() {
        let row = Row::new(Item::Field(Field::Usual), "Vorige keren", usual);
        rows.push(row.tail("Enter neemt over"));
    }
    for key in session.agenda() {
        let Some(step) = session.step(key) else { continue };
        let outside = if step.outside { "vooraf, voor iedereen" } else { "" };
        rows.push(
            Row::new(
                Item::Field(Field::Minutes(key)),
                format!("{} {}", session.number(key), step.short),
                steps::length(session, key),
            )
            .tail(outside),
        );
    }
    rows
}

fn usual<'a>(ctx: Ctx<'a>, step: &Step) -> Option<&'a Usual> {
    ctx.live.usual.iter().find(|usual| usual.step == step.id)
}

/// "stap 1 6 min (5 keer) en stap 3 8 min (4 keer)".
fn usual_words(ctx: Ctx<'_>) -> String {
    let one = |step: &Step| {
        let usual = usual(ctx, step)?;
        Some(format!("stap {} {} min ({} keer)", step.number, usual.minutes, usual.sessions))
    };
    counts::list(&ctx.session().method.steps.iter().filter_map(one).collect::<Vec<_>>())
}

/// The minutes of earlier times, in one gesture.
fn take_usual(ctx: Ctx<'_>) -> Intent {
    let set = |key: StepKey| {
        let minutes = usual(ctx, ctx.session().step(key)?)?.minutes;
        Some(Command::Plan(plan::Command::SetMinutes { key, minutes }))
    };
    Intent::Do(ctx.session().agenda().into_iter().filter_map(set).collect())
}

fn checklist(ctx: Ctx<'_>) -> Pane {
    let rows = ctx.session().method.checklist.iter().zip(0_u16..).map(|(item, index)| {
        let tick = if ctx.session().plan.settings.is_ticked(index) { "[x]" } else { "[ ]" };
        Row::new(Item::Tick(index), tick, item.text.as_str())
    });
    Pane { form: true, ..Pane::new(PaneId::Checklist, "Vooraf", Rows::List(rows.collect())) }
}

#[must_use]
pub fn label(ctx: Ctx<'_>, board: &Board, page: SetupPage) -> String {
    match page {
        SetupPage::People => "Wie".to_owned(),
        SetupPage::Checklist => "Checklist".to_owned(),
        SetupPage::Casus | SetupPage::Roles | SetupPage::Time => match ctx.item(board) {
            Some(Item::Field(field)) => form::field_label(ctx, field),
            _ => "Verder".to_owned(),
        },
    }
}

#[must_use]
pub fn meaning(ctx: Ctx<'_>, board: &Board, page: SetupPage, text: &str) -> Meaning {
    let label = label(ctx, board, page);
    let pane = ctx.pane(board).map(|pane| pane.id);
    if text.trim().is_empty() {
        return match ctx.item(board) {
            Some(Item::Tick(item)) => {
                let on = !ctx.session().plan.settings.is_ticked(item);
                Meaning::new(label, if on { "klaar" } else { "nog niet klaar" }, tick(item, on))
            }
            Some(Item::Field(Field::Profile)) => Meaning::new(label, "wisselen", next_profile(ctx)),
            Some(Item::Field(Field::Usual)) => Meaning::new(label, "overnemen", take_usual(ctx)),
            Some(Item::Field(Field::Layout)) => Meaning::new(label, "wisselen", next_layout(ctx)),
            _ => Meaning::new(label, "verder", onward(ctx)),
        };
    }
    match ctx.item(board) {
        Some(Item::Field(field)) if pane == Some(PaneId::Form) => form::field_meaning(ctx, field, text),
        _ if page == SetupPage::People || pane == Some(PaneId::People) => persons::person_meaning(ctx, text),
        _ => Meaning::refused(label, "Hier valt niets te typen. PageDown gaat verder."),
    }
}

/// Space and Enter on a line of the checklist.
#[must_use]
pub fn tick(item: u16, on: bool) -> Intent {
    Intent::Do(vec![Command::Plan(plan::Command::Tick { item, on })])
}

fn next_profile(ctx: Ctx<'_>) -> Intent {
    let count = u16::try_from(ctx.session().method.profiles.len()).unwrap_or(1).max(1);
    Intent::Do(vec![Command::Plan(plan::Command::ChooseProfile((ctx.session().plan.profile + 1) % count))])
}

fn next_layout(ctx: Ctx<'_>) -> Intent {
    let count = u16::try_from(ctx.session().method.layouts.len()).unwrap_or(1).max(1);
    Intent::Do(vec![Command::Plan(plan::Command::ChooseLayout((ctx.session().plan.layout + 1) % count))])
}

/// To the next page, or to the first step.
fn onward(ctx: Ctx<'_>) -> Intent {
    place::neighbour(ctx.session(), ctx.place(), 1).map_or(Intent::Nothing, Intent::Go)
}
