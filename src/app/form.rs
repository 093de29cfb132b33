//! Forms: fields that are filled in row by row through de regel, on whichever screen they stand.

use super::board::{Field, Item, Pane, PaneId, Row, Rows};
use super::intent::{Ask, Intent};
use super::meaning::Meaning;
use super::model::Ctx;
use super::persons::{find_person, parse_person};
use crate::domain::casus;
use crate::domain::command::Command;
use crate::domain::goals;
use crate::domain::method::Role;
use crate::domain::{people, plan};
use crate::text::{dates, durations, fold, roles};

/// A pane whose rows are fields.
#[must_use]
pub fn form(title: &str, rows: Vec<Row>) -> Pane {
    Pane { form: true, ..Pane::new(PaneId::Form, title, Rows::List(rows)) }
}

/// The alias and who brings the casus, as rows of a form.
#[must_use]
pub fn casus_rows(ctx: Ctx<'_>) -> Vec<Row> {
    let Some(casus) = ctx.session().casus(ctx.casus()) else { return Vec::new() };
    let contributor = casus.contributor.and_then(|id| ctx.session().people.get(id));
    vec![
        Row::new(Item::Field(Field::Alias), "Schuilnaam", casus.alias()),
        Row::new(
            Item::Field(Field::Contributor),
            "Wie brengt in",
            contributor.map_or("", |person| person.name.as_str()),
        ),
    ]
}

/// What stands before the line for a field.
#[must_use]
pub fn field_label(ctx: Ctx<'_>, field: Field) -> String {
    match field {
        Field::Alias => "Schuilnaam van de casus".to_owned(),
        Field::Contributor => "Wie brengt de casus in".to_owned(),
        Field::Role(role) => format!("Wie is {}", roles::name(role)),
        Field::Start => "Begintijd".to_owned(),
        Field::Profile => "Lengte: Enter wisselt".to_owned(),
        Field::Layout => "Matrix: Enter wisselt".to_owned(),
        Field::Usual => "Zoals de vorige keren: Enter neemt over".to_owned(),
        Field::Minutes(key) => {
            let name = ctx.session().step(key).map_or("", |step| step.short.as_str());
            format!("Minuten voor {name}")
        }
        Field::FeedbackWho => "Wie vertelt het terug".to_owned(),
        Field::FeedbackWhen => "Wanneer".to_owned(),
        Field::FeedbackWhat => "Waarover".to_owned(),
        Field::NextDate => "Datum van de volgende keer".to_owned(),
        Field::NextContributor => "Wie brengt dan in".to_owned(),
        Field::Explanation(_) => "Toelichting".to_owned(),
    }
}

/// What a text means in a field of a form; shared with the forms of step 6.
#[must_use]
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
        Field::NextDate => plan_field(plan::Field::NextDate),
        Field::NextContributor => plan_field(plan::Field::NextContributor),
        Field::Contributor => contributor(ctx, &label, text),
        Field::Role(role) => give_role(ctx, &label, role, text),
        Field::Start => match dates::parse_time(text) {
            Some(time) => set(Command::Plan(plan::Command::PlanStart { at: ctx.now.nearest(time) })),
            None => Meaning::refused(label, "Typ een tijd, bijvoorbeeld 14:00."),
        },
        Field::Minutes(key) => match durations::parse_minutes(text) {
            Some(minutes) => set(Command::Plan(plan::Command::SetMinutes { key, minutes })),
            None => Meaning::refused(label, "Typ een aantal minuten, bijvoorbeeld 7."),
        },
        Field::Explanation(id) => set(Command::Goal(goals::Command::Explain { id, text: text.to_owned() })),
        Field::Profile | Field::Layout => Meaning::refused(label, "Maak de regel leeg; Enter wisselt dan."),
        Field::Usual => Meaning::refused(label, "Maak de regel leeg; Enter neemt de minuten dan over."),
    }
}

/// A first name makes a casus recognisable; said quietly, never refused (V-C1).
fn alias_remark(ctx: Ctx<'_>, text: &str) -> Option<String> {
    let first = fold::plain(text.split_whitespace().last()?);
    let known = ctx.session().people.all().any(|(_, person)| fold::plain(&person.name) == first);
    (known || crate::text::names::is_first_name(&first))
        .then(|| "Lijkt een voornaam. Een neutraal woord is veiliger, zoals Linde.".to_owned())
}

fn contributor(ctx: Ctx<'_>, label: &str, text: &str) -> Meaning {
    let casus = ctx.casus();
    let bring = |person| Command::Casus(casus::Command::BringBy { casus, person: Some(person) });
    if let Some(id) = find_person(ctx, text) {
        let name = ctx.session().people.get(id).map_or("", |person| person.name.as_str());
        return Meaning::new(format!("{name} brengt in"), "invullen", Intent::Add(vec![bring(id)]));
    }
    let person = parse_person(text);
    let id = ctx.session().people.next_id();
    let add = Command::People(people::Command::Add(vec![person.clone()]));
    let label =
        if person.name.is_empty() { label.to_owned() } else { format!("{} brengt in (nieuw)", person.name) };
    Meaning::new(label, "invullen", Intent::Add(vec![add, bring(id)]))
}

fn give_role(ctx: Ctx<'_>, label: &str, role: Role, text: &str) -> Meaning {
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
            Meaning::new(label, "toch dezelfde persoon?", ask).remark(Some(
                "De tijd bewaken doet liefst iemand anders. Enter vraagt naar de reden.".to_owned(),
            ))
        }
        Some(id) => {
            let name = ctx.session().people.get(id).map_or("", |person| person.name.as_str());
            Meaning::new(format!("{name} is {}", roles::name(role)), "invullen", Intent::Add(vec![give(id)]))
        }
        None => {
            let person = parse_person(text);
            let add = Command::People(people::Command::Add(vec![person]));
            let id = ctx.session().people.next_id();
            Meaning::new(format!("{label} (nieuw)"), "invullen", Intent::Add(vec![add, give(id)]))
        }
    }
}
