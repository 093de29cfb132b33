//! The preparation: five short pages that all can be skipped. Forms are filled in row by row
//! through de regel; a list of people can be pasted.

use crate::app::board::{Board, Field, Item, Pane, PaneId, Row, Rows};
use crate::app::state::intent::Intent;
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::state::pick::Choice;
use crate::app::state::place::{self, Place, SetupPage};
use crate::app::steps::{kernteam as core_team, presenteren as presenting};
use crate::app::things::{form, missing, persons};
use crate::domain::casus::{self, Casus};
use crate::domain::command::Command;
use crate::domain::id::StepKey;
use crate::domain::method::{Role, Step};
use crate::domain::plan;
use crate::domain::time::Moment;
use crate::domain::time_report::Usual;
use crate::text::{counts, dates, roles, steps};
use chrono::TimeDelta;

pub fn board(ctx: Ctx<'_>, page: SetupPage) -> Board {
    let head = vec![heading(ctx, page)];
    let panes = match page {
        SetupPage::Casus if ctx.has_koppels() => koppel_panes(ctx),
        SetupPage::Casus => vec![form::form("Casus", form::casus_rows(ctx))],
        SetupPage::People => vec![persons::people_pane(ctx)],
        SetupPage::Roles => role_panes(ctx),
        SetupPage::Time => vec![form::form("Tijd", time_rows(ctx))],
        SetupPage::Checklist => vec![checklist(ctx)],
    };
    let grid = page == SetupPage::Casus;
    let board = Board { head, panes, grid };
    match page {
        SetupPage::Casus => board.with_head(which_koppel(ctx)),
        SetupPage::People => board.with_head(missing::rings_line(ctx)),
        SetupPage::Roles => missing::role_lines(ctx).into_iter().map(Some).fold(board, Board::with_head),
        SetupPage::Time => {
            let end = planned_end(ctx);
            board.with_head(end.map(|at| format!("Klaar rond {}.", dates::time(ctx.now.local(at).time()))))
        }
        SetupPage::Checklist => board,
    }
}

/// The form of the koppel in view, and its goals on the three flappen.
fn koppel_panes(ctx: Ctx<'_>) -> Vec<Pane> {
    let form = form::form("Koppel", form::casus_rows(ctx));
    std::iter::once(form).chain(presenting::flap_panes(ctx)).collect()
}

/// Which of several casussen this page is about, and how to get to the other one.
fn which_koppel(ctx: Ctx<'_>) -> Option<String> {
    let casussen = &ctx.session().casussen;
    let index = casussen.iter().position(|casus| casus.id == ctx.casus())?;
    let (word, count) = (ctx.casus_word(), casussen.len());
    (count > 1).then(|| {
        format!("Dit is {word} {} van {count}. Tab voorbij het laatste vak: het andere {word}.", index + 1)
    })
}

fn role_panes(ctx: Ctx<'_>) -> Vec<Pane> {
    let form = form::form("Rollen", role_rows(ctx));
    if !ctx.has_koppels() {
        return vec![form, persons::people_pane(ctx)];
    }
    let cores = ctx.session().casussen.iter().map(|casus| core_team::pane(ctx, casus));
    std::iter::once(form).chain(cores).collect()
}

/// When the meeting ends if it begins as planned.
fn planned_end(ctx: Ctx<'_>) -> Option<Moment> {
    let session = ctx.session();
    let total: i64 = session.agenda().iter().map(|key| session.planned(*key)).sum();
    session.plan.start.map(|start| start + TimeDelta::seconds(total))
}

fn heading(ctx: Ctx<'_>, page: SetupPage) -> String {
    let koppels = ctx.has_koppels();
    match page {
        SetupPage::Casus if koppels => {
            "Een schuilnaam voor het koppel is genoeg. Doelen mogen hier al op de flappen."
        }
        SetupPage::Casus => {
            "Over wie gaat het? Een schuilnaam is genoeg. Dit mag ook later, in de bespreking."
        }
        SetupPage::People if koppels => {
            "Wie komen er? Typ per persoon: naam, functie, organisatie, komt of komt niet."
        }
        SetupPage::People => {
            "Wie zitten er aan tafel? Typ per persoon: naam, functie, organisatie, formeel of informeel."
        }
        SetupPage::Roles if koppels => "Wie doet wat? Leeg laten mag. Tab: naar het kernteam.",
        SetupPage::Roles => "Wie doet wat? Leeg laten mag.",
        SetupPage::Time if tells_sources(ctx) => {
            "Hoe laat begint het, en hoe lang duurt elk punt? Alle minuten mag je veranderen."
        }
        SetupPage::Time => {
            "Hoe laat begint het, en hoe lang duurt elke stap? De minuten per stap zijn een voorstel."
        }
        SetupPage::Checklist => "Vooraf: wat is al klaar? Kies een regel en druk Enter.",
    }
    .to_owned()
}

/// Whether some minutes are those of the method, so that it has to be said which.
fn tells_sources(ctx: Ctx<'_>) -> bool {
    ctx.session().method.steps.iter().any(|step| step.minutes_source.is_stated())
}

/// A row per role; the casemanager is there once for each koppel (S000).
fn role_rows(ctx: Ctx<'_>) -> Vec<Row> {
    let session = ctx.session();
    let mut rows = Vec::new();
    for role in session.method.roles.iter().filter(|role| **role != Role::Casusinbrenger) {
        if *role == Role::Casemanager && ctx.has_koppels() {
            rows.extend(session.casussen.iter().map(|casus| casemanager_row(ctx, casus)));
        } else {
            let name = form::person_name(ctx, session.people.role(*role));
            rows.push(Row::new(Item::Field(Field::Role(*role)), roles::name(*role), name));
        }
    }
    rows
}

fn casemanager_row(ctx: Ctx<'_>, casus: &Casus) -> Row {
    let several = ctx.session().casussen.len() > 1;
    let about = if several { missing::koppel_name(ctx, casus) } else { String::new() };
    let name = form::person_name(ctx, casus.contributor);
    Row::new(Item::Field(Field::Contributor(casus.id)), roles::name(Role::Casemanager), name).tail(about)
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
        let about = match (session.plan.own_minutes(key), step.minutes_source.is_stated()) {
            _ if !tells_sources(ctx) => {
                if step.outside {
                    "vooraf, voor iedereen"
                } else {
                    ""
                }
            }
            (Some(_), _) => "zelf gekozen",
            (None, true) => "volgens de methode",
            (None, false) => "voorstel",
        };
        rows.push(
            Row::new(
                Item::Field(Field::Minutes(key)),
                format!("{} {}", session.number(key), step.short),
                steps::length(session, key),
            )
            .tail(about),
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
    let method = &ctx.session().method;
    // So that the ring of a post-it can still be seen in the pile.
    let colours = missing::offers_rings(ctx)
        .map(|_| "Twee kleuren post-its: één voor het kernteam, één voor de anderen.");
    let texts = method.checklist.iter().map(|item| item.text.as_str()).chain(colours);
    let rows = texts.zip(0_u16..).map(|(text, index)| {
        let tick = if ctx.session().plan.settings.is_ticked(index) { "[x]" } else { "[ ]" };
        Row::new(Item::Tick(index), tick, text)
    });
    Pane { form: true, ..Pane::new(PaneId::Checklist, "Vooraf", Rows::List(rows.collect())) }
}

pub fn label(ctx: Ctx<'_>, board: &Board, page: SetupPage) -> String {
    match (ctx.pane(board).map(|pane| pane.id), ctx.item(board)) {
        (Some(PaneId::Flap(flap)), _) => presenting::goal_label(flap),
        (Some(PaneId::Core(_)), _) => "Kernteam".to_owned(),
        (Some(PaneId::Form), Some(Item::Field(field))) => form::field_label(ctx, field),
        _ => match page {
            SetupPage::People => "Wie",
            SetupPage::Checklist => "Checklist",
            SetupPage::Casus | SetupPage::Roles | SetupPage::Time => "Verder",
        }
        .to_owned(),
    }
}

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
            Some(Item::Field(Field::ReportWanted)) => {
                Meaning::new(label, "wisselen", form::next_report_wanted(ctx))
            }
            _ => Meaning::new(label, "verder", onward(ctx)),
        };
    }
    match (pane, ctx.item(board)) {
        (Some(PaneId::Form), Some(Item::Field(field))) => form::field_meaning(ctx, field, text),
        (Some(PaneId::Flap(flap)), _) => presenting::goal_meaning(ctx, flap, text),
        (Some(PaneId::Core(casus)), _) => core_team::named(ctx, casus, text),
        (Some(PaneId::People), _) => persons::person_meaning(ctx, text),
        _ => Meaning::refused(label, "Hier valt niets te typen. PageDown gaat verder."),
    }
}

/// What the menu offers in the preparation: one more koppel, and the other one.
pub fn choices(ctx: Ctx<'_>, page: SetupPage) -> Vec<Choice> {
    if !ctx.has_koppels() {
        return Vec::new();
    }
    let mut choices = Vec::new();
    if page == SetupPage::Casus {
        choices.extend(presenting::reading(ctx));
        let others = ctx.session().casussen.iter().rev().enumerate();
        choices.extend(others.filter(|(_, casus)| casus.id != ctx.casus()).map(|(index, casus)| {
            Choice::new(format!("Naar {}", missing::koppel_name(ctx, casus)), Intent::Koppel(index))
        }));
    }
    choices.push(another_koppel());
    choices
}

/// One more koppel, and to its page. Offered also when the method allows no more: then it says so.
pub fn another_koppel() -> Choice {
    let add = Intent::Do(vec![Command::Casus(casus::Command::Add)]);
    let there = Intent::Go(Place::Setup(SetupPage::Casus));
    Choice::new("Nog een koppel erbij", Intent::All(vec![add, there, Intent::Koppel(0)]))
}

/// Space and Enter on a line of the checklist.
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
