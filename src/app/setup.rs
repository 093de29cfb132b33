//! The preparation: five short pages that all can be skipped. Forms are filled in row by row
//! through de regel; a list of people can be pasted.

use super::board::{Board, Field, Item, Pane, PaneId, Row, Rows};
use super::intent::{Ask, Intent};
use super::meaning::Meaning;
use super::model::Ctx;
use super::place::{self, Place, SetupPage};
use crate::domain::command::Command;
use crate::domain::people::{self, Person, Standing};
use crate::domain::plan;
use crate::domain::{casus, method::Role};
use crate::text::{dates, durations, fold, roles};
use chrono::TimeDelta;

#[must_use]
pub fn board(ctx: Ctx<'_>, page: SetupPage) -> Board {
    let head = vec![heading(page).to_owned()];
    let panes = match page {
        SetupPage::Casus => vec![form("Casus", casus_rows(ctx))],
        SetupPage::People => vec![people_pane(ctx)],
        SetupPage::Roles => vec![form("Rollen", role_rows(ctx)), people_pane(ctx)],
        SetupPage::Time => vec![form("Tijd", time_rows(ctx))],
        SetupPage::Checklist => vec![checklist(ctx)],
    };
    Board { head, panes, grid: false }
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
        SetupPage::Time => "Hoe laat begint het, en hoe lang duurt elke stap?",
        SetupPage::Checklist => "Vooraf: wat is al klaar? Kies een regel en druk Enter.",
    }
}

fn form(title: &str, rows: Vec<Row>) -> Pane {
    Pane { form: true, ..Pane::new(PaneId::Form, title, Rows::List(rows)) }
}

fn casus_rows(ctx: Ctx<'_>) -> Vec<Row> {
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
    for key in session.agenda() {
        let Some(step) = session.step(key) else { continue };
        let outside = if step.outside { "vooraf, voor iedereen" } else { "" };
        rows.push(
            Row::new(
                Item::Field(Field::Minutes(key)),
                format!("{} {}", step.number, step.short),
                durations::length_of(session.planned(key)),
            )
            .tail(outside),
        );
    }
    rows
}

/// People as a list; also on other pages where somebody has to be chosen.
#[must_use]
pub fn people_pane(ctx: Ctx<'_>) -> Pane {
    let people = &ctx.session().people;
    let mut rows: Vec<Row> =
        people.all().enumerate().map(|(index, (id, person))| person_row(ctx, index, id, person)).collect();
    if rows.is_empty() && !ctx.live.group.is_empty() {
        let count = ctx.live.group.len();
        let text = format!("Zelfde groep als vorige keer ({count} mensen)");
        rows.push(Row::new(Item::SameGroup, "", text).tail("Enter"));
    }
    Pane::new(PaneId::People, "Wie is er", Rows::List(rows)).hint("Nog niemand. Typ een naam en druk Enter.")
}

fn person_row(ctx: Ctx<'_>, index: usize, id: crate::domain::id::PersonId, person: &Person) -> Row {
    let people = &ctx.session().people;
    let mut about = vec![person.function.as_str(), person.organisation.as_str()];
    match person.standing {
        Some(Standing::Formeel) => about.push("formeel"),
        Some(Standing::Informeel) => about.push("informeel"),
        None => {}
    }
    if people.has_left(id) {
        about.push("is weg");
    }
    let roles = people.roles_of(id);
    about.extend(roles.iter().map(|role| roles::name(*role)));
    about.retain(|part| !part.is_empty());
    let about = about.join(", ");
    let text = if about.is_empty() { person.name.clone() } else { format!("{}  {about}", person.name) };
    Row::new(Item::Person(id), format!("{}", index + 1), text)
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
            Some(Item::Field(field)) => field_label(ctx, field),
            _ => "Verder".to_owned(),
        },
    }
}

fn field_label(ctx: Ctx<'_>, field: Field) -> String {
    match field {
        Field::Alias => "Schuilnaam van de casus".to_owned(),
        Field::Contributor => "Wie brengt de casus in".to_owned(),
        Field::Role(role) => format!("Wie is {}", roles::name(role)),
        Field::Start => "Begintijd".to_owned(),
        Field::Profile => "Lengte: Enter wisselt".to_owned(),
        Field::Layout => "Matrix: Enter wisselt".to_owned(),
        Field::Minutes(key) => {
            let name = ctx.session().step(key).map_or("", |step| step.short.as_str());
            format!("Minuten voor {name}")
        }
        Field::FeedbackWho => "Wie vertelt het terug".to_owned(),
        Field::FeedbackWhen => "Wanneer".to_owned(),
        Field::FeedbackWhat => "Waarover".to_owned(),
        Field::NextDate => "Datum van de volgende keer".to_owned(),
        Field::NextContributor => "Wie brengt dan in".to_owned(),
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
            Some(Item::Field(Field::Layout)) => Meaning::new(label, "wisselen", next_layout(ctx)),
            _ => Meaning::new(label, "verder", onward(ctx)),
        };
    }
    match ctx.item(board) {
        Some(Item::Field(field)) if pane == Some(PaneId::Form) => field_meaning(ctx, field, text),
        _ if page == SetupPage::People || pane == Some(PaneId::People) => person_meaning(ctx, text),
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
        Field::Profile | Field::Layout => Meaning::refused(label, "Maak de regel leeg; Enter wisselt dan."),
    }
}

/// A first name makes a casus recognisable; said quietly, never refused (V-C1).
fn alias_remark(ctx: Ctx<'_>, text: &str) -> Option<String> {
    let first = fold::plain(text.split_whitespace().last()?);
    let known = ctx.session().people.all().any(|(_, person)| fold::plain(&person.name) == first);
    (known || crate::text::names::is_first_name(&first)).then(|| {
        "Dat lijkt een voornaam. Een neutraal woord is veiliger, zoals Linde of Meidoorn.".to_owned()
    })
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

/// A person by number in the list or by (the beginning of) a name.
#[must_use]
pub fn find_person(ctx: Ctx<'_>, text: &str) -> Option<crate::domain::id::PersonId> {
    let people = &ctx.session().people;
    if let Ok(number) = text.trim().parse::<usize>() {
        return people.all().nth(number.checked_sub(1)?).map(|(id, _)| id);
    }
    let wanted = fold::plain(text.trim());
    let mut fitting = people.all().filter(|(_, person)| fold::plain(&person.name).starts_with(&wanted));
    let first = fitting.next()?;
    let exact = |name: &str| fold::plain(name) == wanted;
    if exact(&first.1.name) || fitting.next().is_none() { Some(first.0) } else { people.named(text.trim()) }
}

/// What a line about a person means: added, or left, or back.
#[must_use]
pub fn person_meaning(ctx: Ctx<'_>, text: &str) -> Meaning {
    let lower = fold::plain(text.trim());
    for (ending, left, said) in
        [(" is weg", true, "is weg"), (" gaat weg", true, "is weg"), (" is terug", false, "is er weer")]
    {
        if let Some(name) = lower.strip_suffix(ending)
            && let Some(id) = find_person(ctx, name)
        {
            let label = ctx
                .session()
                .people
                .get(id)
                .map_or(String::new(), |person| format!("{} {said}", person.name));
            let leave = Command::People(people::Command::Leave { id, left });
            return Meaning::new(label, "noteren", Intent::Add(vec![leave]));
        }
    }
    let person = parse_person(text);
    if person.name.is_empty() {
        return Meaning::refused("Wie", "Typ eerst een naam.");
    }
    let kind = match person.standing {
        Some(Standing::Formeel) => ", formeel",
        Some(Standing::Informeel) => ", informeel",
        None => "",
    };
    let label = format!("Voeg {} toe{kind}", person.name);
    Meaning::new(label, "toevoegen", Intent::Add(vec![Command::People(people::Command::Add(vec![person]))]))
}

/// A person from one line: `naam, functie, organisatie, formeel` in this order, the last word
/// recognised wherever it stands.
#[must_use]
pub fn parse_person(text: &str) -> Person {
    let mut person = Person::default();
    let mut rest = Vec::new();
    for part in text.split([',', ';', '\t']).map(str::trim).filter(|part| !part.is_empty()) {
        match fold::plain(part).as_str() {
            "f" | "formeel" => person.standing = Some(Standing::Formeel),
            "i" | "informeel" | "vrijwillig" => person.standing = Some(Standing::Informeel),
            _ => rest.push(part),
        }
    }
    let mut rest = rest.into_iter();
    rest.next().unwrap_or("").clone_into(&mut person.name);
    rest.next().unwrap_or("").clone_into(&mut person.function);
    person.organisation = rest.collect::<Vec<_>>().join(", ");
    if person.standing.is_none() {
        let function = fold::plain(&person.function);
        let informal = ["vrijwillig", "mantelzorg", "buur", "maatje", "ervaringsdeskundig"];
        person.standing = informal.iter().any(|word| function.contains(word)).then_some(Standing::Informeel);
    }
    person
}

/// The moment the meeting was planned to end, for the page with the times.
#[must_use]
pub fn planned_end(ctx: Ctx<'_>) -> Option<crate::domain::time::Moment> {
    let session = ctx.session();
    let total: i64 = session.agenda().iter().map(|key| session.planned(*key)).sum();
    session.plan.start.map(|start| start + TimeDelta::seconds(total))
}

/// Whether this place is a page of the preparation.
#[must_use]
pub fn is_setup(place: Place) -> bool {
    matches!(place, Place::Setup(_))
}
