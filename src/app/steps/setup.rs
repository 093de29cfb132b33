//! The preparation: five short pages that all can be skipped. Forms are filled in row by row
//! through de regel; a list of people can be pasted. The room sees nothing of it.

use super::{Step, kernteam, presenteren};
use crate::app::board::{Board, Field, Item, Pane, PaneId, Room, Row, Rows, Takes};
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::pick::Choice;
use crate::app::state::place::{self, Place, SetupPage};
use crate::app::state::shown::Shown;
use crate::app::things::deeds::Deed;
use crate::app::things::{form, missing, persons};
use crate::domain::casus::{self, Casus};
use crate::domain::command::Command;
use crate::domain::method::{self, Article};
use crate::domain::time::Moment;
use crate::text::roles;
use chrono::TimeDelta;

/// A page of the preparation.
struct Setup(SetupPage);

/// The page as a step.
pub fn page(page: SetupPage) -> &'static dyn Step {
    match page {
        SetupPage::Casus => &Setup(SetupPage::Casus),
        SetupPage::People => &Setup(SetupPage::People),
        SetupPage::Roles => &Setup(SetupPage::Roles),
        SetupPage::Time => &Setup(SetupPage::Time),
        SetupPage::Checklist => &Setup(SetupPage::Checklist),
    }
}

impl Step for Setup {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let board = Board::new(heading(ctx, self.0), panes(ctx, self.0));
        match self.0 {
            SetupPage::Casus => board.grid().with_head(which_koppel(ctx)),
            SetupPage::People => board.with_head(missing::rings_line(ctx)),
            SetupPage::Roles => board.with_head(missing::role_lines(ctx)),
            SetupPage::Time => board.with_head(
                planned_end(ctx).map(|at| Shown::fill("Klaar rond {}.", &[&Shown::time(ctx.now, at)])),
            ),
            SetupPage::Checklist => board,
        }
    }

    fn for_the_room(&self, _ctx: Ctx<'_>) -> Vec<Shown> {
        vec!["We beginnen zo.".into()]
    }

    /// To the next page, or to the first step.
    fn enter(&self, ctx: Ctx<'_>, _board: &Board) -> Option<Deed> {
        let next = place::neighbour(ctx.session(), ctx.place(), 1)?;
        Some(Deed::new("verder", Intent::Go(next)))
    }

    /// One more koppel, and the other one, where they are prepared before the meeting.
    fn offers(&self, ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
        if !ctx.session().method.has_flaps() {
            return Vec::new();
        }
        let mut choices = Vec::new();
        if self.0 == SetupPage::Casus {
            choices.extend(presenteren::reading(ctx));
            let others = ctx.session().casussen.iter().rev().enumerate();
            choices.extend(others.filter(|(_, casus)| casus.id != ctx.casus()).map(|(index, casus)| {
                let text = Shown::fill("Naar {}", &[&missing::koppel_name(ctx, casus)]);
                Choice::new(text, Intent::Koppel(index))
            }));
        }
        choices.push(another_koppel());
        choices
    }

    fn boards(&self, ctx: Ctx<'_>) -> usize {
        if self.0 == SetupPage::Casus { ctx.session().casussen.len() } else { 1 }
    }

    fn names_people(&self) -> bool {
        matches!(self.0, SetupPage::People | SetupPage::Roles)
    }
}

fn panes(ctx: Ctx<'_>, page: SetupPage) -> Vec<Pane> {
    match page {
        SetupPage::Casus => casus_panes(ctx),
        SetupPage::People => vec![persons::people_pane(ctx).asks("Wie")],
        SetupPage::Roles => role_panes(ctx),
        SetupPage::Time => vec![form::form("Tijd", time_rows(ctx))],
        SetupPage::Checklist => vec![checklist(ctx)],
    }
}

/// The form of the casus in view, and its goals where they hang on flappen.
fn casus_panes(ctx: Ctx<'_>) -> Vec<Pane> {
    let method = &ctx.session().method;
    let form = form::form(&method.words.casus.one.capital(), form::casus_rows(ctx));
    let flaps = if method.has_flaps() { presenteren::flap_panes(ctx) } else { Vec::new() };
    let flaps = flaps.into_iter().map(|pane| Pane { room: Room::Private, ..pane });
    std::iter::once(form).chain(flaps).collect()
}

/// Which of several casussen this page is about, and how to get to the other one.
fn which_koppel(ctx: Ctx<'_>) -> Option<Shown> {
    let casussen = &ctx.session().casussen;
    let index = casussen.iter().position(|casus| casus.id == ctx.casus())?;
    let word = &ctx.session().method.words.casus;
    let the = if word.article == Some(Article::Het) { "het" } else { "de" };
    let said = "Dit is {} {} van {}. Tab voorbij het laatste vak: {} andere {}.";
    (casussen.len() > 1)
        .then(|| Shown::fill(said, &[&word.one, &(index + 1), &casussen.len(), &the, &word.one]))
}

fn role_panes(ctx: Ctx<'_>) -> Vec<Pane> {
    let form = form::form("Rollen", role_rows(ctx));
    if !ctx.session().method.has_core_team() {
        return vec![form, persons::people_pane(ctx).asks("Verder")];
    }
    let cores = ctx.session().casussen.iter().map(|casus| kernteam::pane(ctx, casus));
    std::iter::once(form).chain(cores).collect()
}

/// When the meeting ends if it begins as planned.
fn planned_end(ctx: Ctx<'_>) -> Option<Moment> {
    let session = ctx.session();
    let total: i64 = session.agenda().iter().map(|key| session.planned(*key)).sum();
    session.plan.start.map(|start| start + TimeDelta::seconds(total))
}

fn heading(ctx: Ctx<'_>, page: SetupPage) -> Shown {
    let method = &ctx.session().method;
    match page {
        SetupPage::Casus if method.has_flaps() => {
            let said = "Een schuilnaam voor {} is genoeg. Doelen mogen hier al op de flappen.";
            return Shown::fill(said, &[&method.words.casus.the()]);
        }
        SetupPage::Casus => {
            "Over wie gaat het? Een schuilnaam is genoeg. Dit mag ook later, in de bespreking."
        }
        SetupPage::People if method.asks_who_comes() => {
            "Wie komen er? Typ per persoon: naam, functie, organisatie, komt of komt niet."
        }
        SetupPage::People => {
            "Wie zitten er aan tafel? Typ per persoon: naam, functie, organisatie, formeel of informeel."
        }
        SetupPage::Roles if method.has_core_team() => "Wie doet wat? Leeg laten mag. Tab: naar het kernteam.",
        SetupPage::Roles => "Wie doet wat? Leeg laten mag.",
        SetupPage::Time if tells_sources(ctx) => {
            "Hoe laat begint het, en hoe lang duurt elk punt? Alle minuten mag je veranderen."
        }
        SetupPage::Time => {
            "Hoe laat begint het, en hoe lang duurt elke stap? De minuten per stap zijn een voorstel."
        }
        SetupPage::Checklist => "Vooraf: wat is al klaar? Kies een regel en druk Enter.",
    }
    .into()
}

/// Whether some minutes are those of the method, so that it has to be said which.
fn tells_sources(ctx: Ctx<'_>) -> bool {
    ctx.session().method.steps.iter().any(|step| step.minutes_source.is_stated())
}

/// A row per role; who brings a casus is there once for each of them (S000), or is said with the
/// casus itself.
fn role_rows(ctx: Ctx<'_>) -> Vec<Row> {
    let session = ctx.session();
    let mut rows = Vec::new();
    for role in &session.method.roles {
        if *role != session.method.contributor_role() {
            let name = form::person_name(ctx, session.people.role(*role));
            rows.push(Row::new(Item::Field(Field::Role(*role)), roles::name(*role), name));
        } else if session.method.has_core_team() {
            rows.extend(session.casussen.iter().map(|casus| contributor_row(ctx, casus)));
        }
    }
    rows
}

fn contributor_row(ctx: Ctx<'_>, casus: &Casus) -> Row {
    let several = ctx.session().casussen.len() > 1;
    let about = if several { missing::koppel_name(ctx, casus) } else { Shown::EMPTY };
    let name = form::person_name(ctx, casus.contributor);
    let role = roles::name(ctx.session().method.contributor_role());
    Row::new(Item::Field(Field::Contributor(casus.id)), role, name).tail(about)
}

fn time_rows(ctx: Ctx<'_>) -> Vec<Row> {
    let session = ctx.session();
    let (method, plan) = (&session.method, &session.plan);
    let field =
        |field, lead, text: Option<Shown>| Row::new(Item::Field(field), lead, text.unwrap_or_default());
    let mut rows = vec![field(Field::Start, "Begintijd", plan.start.map(|at| Shown::time(ctx.now, at)))];
    if method.profiles.len() > 1 {
        let profile = method.profiles.get(usize::from(plan.profile)).map(|profile| (&profile.name).into());
        rows.push(field(Field::Profile, "Lengte", profile).tail("Enter wisselt"));
    }
    if method.layouts.len() > 1 {
        let layout = method.layout(usize::from(plan.layout)).map(|layout| (&layout.name).into());
        rows.push(field(Field::Layout, "Matrix", layout).tail("Enter wisselt"));
    }
    let usual = Some(usual_words(ctx)).filter(|words| !words.is_empty());
    rows.extend(usual.map(|words| field(Field::Usual, "Vorige keren", Some(words)).tail("Enter neemt over")));
    for key in session.agenda() {
        let Some(step) = session.step(key) else { continue };
        let about = match (plan.own_minutes(key), step.minutes_source.is_stated()) {
            _ if !tells_sources(ctx) && step.outside => "vooraf, voor iedereen",
            _ if !tells_sources(ctx) => "",
            (Some(_), _) => "zelf gekozen",
            (None, true) => "volgens de methode",
            (None, false) => "voorstel",
        };
        let lead = Shown::fill("{} {}", &[&Shown::number(session, key), &step.short]);
        let length = Shown::planned(session, key);
        rows.push(Row::new(Item::Field(Field::Minutes(key)), lead, length).tail(about));
    }
    rows
}

/// "stap 1 6 min (5 keer) en stap 3 8 min (4 keer)".
fn usual_words(ctx: Ctx<'_>) -> Shown {
    let one = |step: &method::Step| {
        let usual = form::usual(ctx, step)?;
        Some(Shown::fill("stap {} {} min ({} keer)", &[&step.number, &usual.minutes, &usual.sessions]))
    };
    Shown::list(&ctx.session().method.steps.iter().filter_map(one).collect::<Vec<_>>())
}

fn checklist(ctx: Ctx<'_>) -> Pane {
    let method = &ctx.session().method;
    // So that the ring of a post-it can still be seen in the pile.
    let colours = missing::offers_rings(ctx)
        .map(|_| "Twee kleuren post-its: één voor het kernteam, één voor de anderen.".into());
    let texts = method.checklist.iter().map(|item| Shown::from(&item.text)).chain(colours);
    let rows = texts.zip(0_u16..).map(|(text, index)| {
        let tick = if ctx.session().plan.settings.is_ticked(index) { "[x]" } else { "[ ]" };
        Row::new(Item::Tick(index), tick, text)
    });
    let takes = Takes::Nothing("Hier valt niets te typen. PageDown gaat verder.");
    Pane::new(PaneId::Checklist, "Vooraf", takes, Room::Private, Rows::List(rows.collect()))
        .asks("Checklist")
        .form()
}

/// One more koppel, and to its page. Offered also when the method allows no more: then it says so.
pub fn another_koppel() -> Choice {
    let add = Intent::Do(vec![Command::Casus(casus::Command::Add)]);
    let there = Intent::Go(Place::Setup(SetupPage::Casus));
    Choice::new("Nog een koppel erbij", Intent::All(vec![add, there, Intent::Koppel(0)]))
}
