//! Forms: fields that are filled in row by row through de regel, on whichever screen they stand.

use super::deeds::Deed;
use super::missing;
use super::persons::{find_person, parse_person};
use crate::app::board::{Field, Item, Pane, PaneId, Room, Row, Rows, Takes};
use crate::app::state::ask::Ask;
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::meaning::Meaning;
use crate::app::state::shown::Shown;
use crate::domain::command::Command;
use crate::domain::id::{CasusId, PersonId, StepKey};
use crate::domain::method::{Role, Step};
use crate::domain::time_report::Usual;
use crate::domain::verdicts::TextKey;
use crate::domain::{casus, clock, goals, people, plan};
use crate::text::{dates, days, durations, fold, roles};
use chrono::NaiveDate;

/// The cells of the samenvatting that a form shows.
const SUMMARY: usize = 40;

/// A pane whose rows are fields.
pub fn form(title: impl Into<Shown>, rows: Vec<Row>) -> Pane {
    Pane::new(PaneId::Form, title, Takes::Fields, Room::Private, Rows::List(rows)).form()
}

/// The alias and who brings the casus, as rows of a form; where the group decides also its
/// samenvatting and whether they want the report (S000).
pub fn casus_rows(ctx: Ctx<'_>) -> Vec<Row> {
    let Some(casus) = ctx.session().casus(ctx.casus()) else { return Vec::new() };
    let (method, words) = (&ctx.session().method, &ctx.session().method.words);
    let by = person_name(ctx, casus.contributor);
    let (alias, contributor) = if method.has_core_team() {
        (words.casus.one.capital(), words.contributor.one.capital())
    } else {
        ("Schuilnaam".into(), words.brings.after("Wie"))
    };
    let mut rows = vec![
        Row::new(Item::Field(Field::Alias), &alias, Shown::alias(ctx.live, casus.id)),
        Row::new(Item::Field(Field::Contributor(casus.id)), &contributor, by),
    ];
    if method.group_decides() {
        let summary = Shown::of(ctx.live, TextKey::Casus(casus.id, casus::Field::Summary));
        // V-C3 (S000): it goes along with the invitation. Read as a whole from the menu.
        let about = if summary.is_empty() { "werkblad 4, voor bij de uitnodiging" } else { "" };
        let wanted = Shown::of(ctx.live, TextKey::Casus(casus.id, casus::Field::ReportWanted));
        let wanted = if wanted.is_empty() { "onbekend".into() } else { wanted };
        rows.push(Row::new(Item::Field(Field::Summary), "Samenvatting", summary.cut(SUMMARY)).tail(about));
        rows.push(Row::new(Item::Field(Field::ReportWanted), "Wil verslag", wanted));
    }
    rows
}

/// A name, or nothing.
pub fn person_name(ctx: Ctx<'_>, id: Option<PersonId>) -> Shown {
    id.map_or(Shown::EMPTY, |id| Shown::person(ctx.live, id))
}

/// What stands before the line for a field.
pub fn field_label(ctx: Ctx<'_>, field: Field) -> Shown {
    let (method, words) = (&ctx.session().method, &ctx.session().method.words);
    match field {
        Field::Alias => Shown::fill("Schuilnaam van {}", &[&words.casus.the()]),
        Field::Contributor(id) if method.has_core_team() => {
            let koppel =
                ctx.session().casus(id).map_or(Shown::EMPTY, |casus| missing::koppel_name(ctx, casus));
            Shown::fill("{} van {}", &[&words.contributor.one.capital(), &koppel])
        }
        Field::Contributor(_) => Shown::fill("Wie brengt {} in", &[&words.casus.the()]),
        Field::Summary => "Samenvatting, of waar die staat".into(),
        Field::ReportWanted => Shown::fill("Wil {} het verslag? ja of nee", &[&words.client.the()]),
        Field::Role(role) => Shown::fill("Wie is {}", &[&roles::name(role)]),
        Field::Start => "Begintijd".into(),
        Field::Profile => "Lengte: Enter wisselt".into(),
        Field::Layout => "Matrix: Enter wisselt".into(),
        Field::Usual => "Zoals de vorige keren: Enter neemt over".into(),
        Field::Minutes(key) => Shown::fill("Minuten voor {}", &[&Shown::step(ctx.session(), key)]),
        Field::FeedbackWho => "Wie vertelt het terug".into(),
        Field::FeedbackWhen => "Wanneer".into(),
        Field::FeedbackWhat => "Waarover".into(),
        Field::NextDate => "Datum van de volgende keer".into(),
        Field::NextContributor => "Wie brengt dan in".into(),
        Field::End => "Afronden: druk Enter".into(),
        Field::Explanation(_) => "Toelichting".into(),
    }
}

/// What Enter on an empty line does in a field: most are only filled in.
pub fn enter(ctx: Ctx<'_>, field: Field) -> Option<Deed> {
    match field {
        Field::Profile => Some(Deed::new("wisselen", next_profile(ctx))),
        Field::Layout => Some(Deed::new("wisselen", next_layout(ctx))),
        Field::ReportWanted => Some(Deed::new("wisselen", next_report_wanted(ctx))),
        Field::Usual => Some(Deed::new("overnemen", take_usual(ctx))),
        Field::End => {
            let end = Intent::Do(vec![Command::Clock(clock::Command::End)]);
            ctx.session().clock.current().map(|_| Deed::new("bespreking afronden", end))
        }
        Field::Alias
        | Field::Contributor(_)
        | Field::Summary
        | Field::Role(_)
        | Field::Start
        | Field::Minutes(_)
        | Field::FeedbackWho
        | Field::FeedbackWhen
        | Field::FeedbackWhat
        | Field::NextDate
        | Field::NextContributor
        | Field::Explanation(_) => None,
    }
}

/// What a text means in a field.
pub fn field_meaning(ctx: Ctx<'_>, field: Field, text: &str) -> Meaning {
    let label = field_label(ctx, field);
    let set = |command| Meaning::new(label.clone(), "invullen", Intent::Add(vec![command]));
    let casus_field = |field| {
        let command = casus::Command::SetField { casus: ctx.casus(), field, text: text.to_owned() };
        set(Command::Casus(command))
    };
    let plan_field = |field| set(Command::Plan(plan::Command::SetField { field, text: text.to_owned() }));
    match field {
        Field::Alias => casus_field(casus::Field::Alias).remark(alias_remark(ctx, text)),
        Field::FeedbackWho => casus_field(casus::Field::FeedbackWho),
        Field::FeedbackWhen => casus_field(casus::Field::FeedbackWhen),
        Field::FeedbackWhat => casus_field(casus::Field::FeedbackWhat),
        Field::NextDate => {
            // "Over 3 weken" means nothing two weeks later.
            let day = next_day(ctx, text);
            let text = day.map_or_else(|| text.to_owned(), dates::date);
            let field = plan::Field::NextDate;
            set(Command::Plan(plan::Command::SetField { field, text })).remark(rhythm_remark(ctx, day))
        }
        Field::NextContributor => plan_field(plan::Field::NextContributor),
        Field::Contributor(casus) => contributor(ctx, casus, label, text),
        Field::Summary => casus_field(casus::Field::Summary),
        Field::ReportWanted => match fold::plain(text.trim()).as_str() {
            answer @ ("ja" | "nee") => set(report_wanted(ctx, answer)),
            "onbekend" => set(report_wanted(ctx, "")),
            _ => Meaning::refused(label, "Typ ja, nee of onbekend. Met een lege regel wisselt Enter."),
        },
        Field::Role(role) => give_role(ctx, label, role, text),
        Field::Start => match dates::parse_time(text) {
            Some(time) => set(Command::Plan(plan::Command::PlanStart { at: ctx.now.nearest(time) })),
            None => Meaning::refused(label, "Typ een tijd, bijvoorbeeld 14:00."),
        },
        Field::Minutes(key) => match durations::parse_minutes(text) {
            Some(minutes) => set(Command::Plan(plan::Command::SetMinutes { key, minutes })),
            None => Meaning::refused(label, "Typ een aantal minuten, bijvoorbeeld 7."),
        },
        Field::End => Meaning::refused(label, "Hier valt niets te typen. Met een lege regel rondt Enter af."),
        Field::Explanation(id) => set(Command::Goal(goals::Command::Explain { id, text: text.to_owned() })),
        Field::Profile | Field::Layout => Meaning::refused(label, "Maak de regel leeg; Enter wisselt dan."),
        Field::Usual => Meaning::refused(label, "Maak de regel leeg; Enter neemt de minuten dan over."),
    }
}

/// A first name makes a casus recognisable; said quietly, never refused (V-C1).
fn alias_remark(ctx: Ctx<'_>, text: &str) -> Option<Shown> {
    let first = fold::plain(text.split_whitespace().last()?);
    let known = ctx.session().people.all().any(|(_, person)| fold::plain(&person.name) == first);
    (known || crate::text::names::is_first_name(&first))
        .then(|| "Lijkt een voornaam. Een neutraal woord is veiliger, zoals Linde.".into())
}

/// The day that was typed for the next time, if it is one.
fn next_day(ctx: Ctx<'_>, text: &str) -> Option<NaiveDate> {
    days::parse_day(text, today(ctx))
}

/// V-P4: another rhythm than that of the method is fine, and said.
fn rhythm_remark(ctx: Ctx<'_>, day: Option<NaiveDate>) -> Option<Shown> {
    let rhythm = ctx.session().method.rhythm();
    let ahead = (day? - today(ctx)).num_days();
    if rhythm.is_empty() || rhythm.iter().any(|weeks| i64::from(*weeks) * 7 == ahead) {
        return None;
    }
    let weeks: Vec<Shown> = rhythm.iter().map(Shown::part).collect();
    let said = "Dat is over {} dagen. De methode: eens per {} weken, op een vaste dag.";
    Some(Shown::fill(said, &[&ahead, &Shown::either(&weeks)]))
}

fn today(ctx: Ctx<'_>) -> NaiveDate {
    ctx.now.local(ctx.now.at).date()
}

fn report_wanted(ctx: Ctx<'_>, answer: &str) -> Command {
    let (casus, field) = (ctx.casus(), casus::Field::ReportWanted);
    Command::Casus(casus::Command::SetField { casus, field, text: answer.to_owned() })
}

/// Onbekend, ja, nee.
fn next_report_wanted(ctx: Ctx<'_>) -> Intent {
    let now = ctx.session().casus(ctx.casus()).map_or("", |casus| casus.field(casus::Field::ReportWanted));
    let next = match now {
        "" => "ja",
        "ja" => "nee",
        _ => "",
    };
    Intent::Do(vec![report_wanted(ctx, next)])
}

fn next_profile(ctx: Ctx<'_>) -> Intent {
    let count = u16::try_from(ctx.session().method.profiles.len()).unwrap_or(1).max(1);
    Intent::Do(vec![Command::Plan(plan::Command::ChooseProfile((ctx.session().plan.profile + 1) % count))])
}

fn next_layout(ctx: Ctx<'_>) -> Intent {
    let count = u16::try_from(ctx.session().method.layouts.len()).unwrap_or(1).max(1);
    Intent::Do(vec![Command::Plan(plan::Command::ChooseLayout((ctx.session().plan.layout + 1) % count))])
}

/// How long a step took in earlier sessions.
pub fn usual<'a>(ctx: Ctx<'a>, step: &Step) -> Option<&'a Usual> {
    ctx.live.usual.iter().find(|usual| usual.step == step.id)
}

/// The minutes of earlier times, in one gesture.
fn take_usual(ctx: Ctx<'_>) -> Intent {
    let set = |key: StepKey| {
        let minutes = usual(ctx, ctx.session().step(key)?)?.minutes;
        Some(Command::Plan(plan::Command::SetMinutes { key, minutes }))
    };
    Intent::Do(ctx.session().agenda().into_iter().filter_map(set).collect())
}

fn contributor(ctx: Ctx<'_>, casus: CasusId, label: Shown, text: &str) -> Meaning {
    let brings = &ctx.session().method.words.brings;
    let bring = |person| Command::Casus(casus::Command::BringBy { casus, person: Some(person) });
    if let Some(id) = find_person(ctx, text) {
        let label = Shown::fill("{} {}", &[&Shown::person(ctx.live, id), brings]);
        return Meaning::new(label, "invullen", Intent::Add(vec![bring(id)]));
    }
    let person = parse_person(text);
    let name = Shown::checked_naming(ctx.live, &person.name);
    let label = if name.is_empty() { label } else { Shown::fill("{} {} (nieuw)", &[&name, brings]) };
    let add = Command::People(people::Command::Add(vec![person]));
    Meaning::new(label, "invullen", Intent::Add(vec![add, bring(ctx.session().people.next_id())]))
}

fn give_role(ctx: Ctx<'_>, label: Shown, role: Role, text: &str) -> Meaning {
    let give =
        |person| Command::People(people::Command::GiveRole { role, person: Some(person), reason: None });
    let other = match role {
        Role::Procesbegeleider => Some(Role::Tijdbewaker),
        Role::Tijdbewaker => Some(Role::Procesbegeleider),
        Role::Casusinbrenger | Role::Voorzitter | Role::Casemanager | Role::Notulist | Role::Moderator => {
            None
        }
    };
    match find_person(ctx, text) {
        Some(id) if other.is_some_and(|other| ctx.session().people.role(other) == Some(id)) => {
            let ask = Intent::Ask(Ask::RoleReason { role, person: id });
            Meaning::new(label, "toch dezelfde persoon?", ask)
                .remark(Some("De tijd bewaken doet liefst iemand anders. Enter vraagt naar de reden.".into()))
        }
        Some(id) => {
            let label = Shown::fill("{} is {}", &[&Shown::person(ctx.live, id), &roles::name(role)]);
            Meaning::new(label, "invullen", Intent::Add(vec![give(id)]))
        }
        None => {
            let add = Command::People(people::Command::Add(vec![parse_person(text)]));
            let id = ctx.session().people.next_id();
            Meaning::new(Shown::fill("{} (nieuw)", &[&label]), "invullen", Intent::Add(vec![add, give(id)]))
        }
    }
}
