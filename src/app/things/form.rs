//! Forms: fields that are filled in row by row through de regel, on whichever screen they stand.

use crate::app::board::{Field, Item, Pane, PaneId, Row, Rows};
use crate::app::shown as veil;
use crate::app::state::intent::{Ask, Intent};
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::steps::afspreken as next_time;
use crate::app::things::missing;
use crate::app::things::persons::{find_person, parse_person};
use crate::domain::command::Command;
use crate::domain::id::{CasusId, PersonId};
use crate::domain::method::Role;
use crate::domain::verdicts::TextKey;
use crate::domain::{casus, goals, people, plan};
use crate::text::wrap::cut;
use crate::text::{dates, durations, fold, roles};

/// The cells of the samenvatting that a form shows.
const SUMMARY: usize = 40;

/// A pane whose rows are fields.
pub fn form(title: &str, rows: Vec<Row>) -> Pane {
    Pane { form: true, ..Pane::new(PaneId::Form, title, Rows::List(rows)) }
}

/// The alias and who brings the casus, as rows of a form; for a koppel also its samenvatting and
/// whether it wants the report (S000).
pub fn casus_rows(ctx: Ctx<'_>) -> Vec<Row> {
    let Some(casus) = ctx.session().casus(ctx.casus()) else { return Vec::new() };
    let by = person_name(ctx, casus.contributor);
    let (alias, contributor) = (Item::Field(Field::Alias), Item::Field(Field::Contributor(casus.id)));
    if !ctx.has_koppels() {
        return vec![
            Row::new(alias, "Schuilnaam", veil::alias(ctx.live, casus.id)),
            Row::new(contributor, "Wie brengt in", by),
        ];
    }
    let summary = veil::seen(ctx.live, TextKey::Casus(casus.id, casus::Field::Summary));
    // V-C3 (S000): it goes along with the invitation. Read as a whole from the menu.
    let (summary, about) = match summary.as_ref() {
        "" => (String::new(), "werkblad 4, voor bij de uitnodiging"),
        text => (cut(text, SUMMARY), ""),
    };
    let wanted = match casus.field(casus::Field::ReportWanted) {
        "" => "onbekend",
        answer => answer,
    };
    vec![
        Row::new(alias, "Koppel", veil::alias(ctx.live, casus.id)),
        Row::new(contributor, "Casemanager", by),
        Row::new(Item::Field(Field::Summary), "Samenvatting", summary).tail(about),
        Row::new(Item::Field(Field::ReportWanted), "Wil verslag", wanted),
    ]
}

/// A name, or nothing.
pub fn person_name(ctx: Ctx<'_>, id: Option<PersonId>) -> &str {
    id.and_then(|id| ctx.session().people.get(id)).map_or("", |person| person.name.as_str())
}

/// What stands before the line for a field.
pub fn field_label(ctx: Ctx<'_>, field: Field) -> String {
    match field {
        Field::Alias => {
            format!("Schuilnaam van {}", if ctx.has_koppels() { "het koppel" } else { "de casus" })
        }
        Field::Contributor(id) if ctx.has_koppels() => {
            let koppel = ctx.session().casus(id).map(|casus| missing::koppel_name(ctx, casus));
            format!("Casemanager van {}", koppel.unwrap_or_default())
        }
        Field::Contributor(_) => "Wie brengt de casus in".to_owned(),
        Field::Summary => "Samenvatting, of waar die staat".to_owned(),
        Field::ReportWanted => "Wil het koppel het verslag? ja of nee".to_owned(),
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
        Field::End => "Afronden: druk Enter".to_owned(),
        Field::Explanation(_) => "Toelichting".to_owned(),
    }
}

/// What a text means in a field of a form; shared with the forms of step 6.
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
            let text = next_time::day(ctx, text).map_or_else(|| text.to_owned(), dates::date);
            let field = plan::Field::NextDate;
            let remark = next_time::remark(ctx, &text);
            set(Command::Plan(plan::Command::SetField { field, text })).remark(remark)
        }
        Field::NextContributor => plan_field(plan::Field::NextContributor),
        Field::Contributor(casus) => contributor(ctx, casus, &label, text),
        Field::Summary => casus_field(casus::Field::Summary),
        Field::ReportWanted => match fold::plain(text.trim()).as_str() {
            answer @ ("ja" | "nee") => set(report_wanted(ctx, answer)),
            "onbekend" => set(report_wanted(ctx, "")),
            _ => Meaning::refused(label, "Typ ja, nee of onbekend. Met een lege regel wisselt Enter."),
        },
        Field::Role(role) => give_role(ctx, &label, role, text),
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
fn alias_remark(ctx: Ctx<'_>, text: &str) -> Option<String> {
    let first = fold::plain(text.split_whitespace().last()?);
    let known = ctx.session().people.all().any(|(_, person)| fold::plain(&person.name) == first);
    (known || crate::text::names::is_first_name(&first))
        .then(|| "Lijkt een voornaam. Een neutraal woord is veiliger, zoals Linde.".to_owned())
}

fn report_wanted(ctx: Ctx<'_>, answer: &str) -> Command {
    let (casus, field) = (ctx.casus(), casus::Field::ReportWanted);
    Command::Casus(casus::Command::SetField { casus, field, text: answer.to_owned() })
}

/// Enter on the field: onbekend, ja, nee.
pub fn next_report_wanted(ctx: Ctx<'_>) -> Intent {
    let now = ctx.session().casus(ctx.casus()).map_or("", |casus| casus.field(casus::Field::ReportWanted));
    let next = match now {
        "" => "ja",
        "ja" => "nee",
        _ => "",
    };
    Intent::Do(vec![report_wanted(ctx, next)])
}

fn contributor(ctx: Ctx<'_>, casus: CasusId, label: &str, text: &str) -> Meaning {
    let verb = if ctx.has_koppels() { "is casemanager" } else { "brengt in" };
    let bring = |person| Command::Casus(casus::Command::BringBy { casus, person: Some(person) });
    if let Some(id) = find_person(ctx, text) {
        let name = ctx.session().people.get(id).map_or("", |person| person.name.as_str());
        return Meaning::new(format!("{name} {verb}"), "invullen", Intent::Add(vec![bring(id)]));
    }
    let person = parse_person(text);
    let id = ctx.session().people.next_id();
    let add = Command::People(people::Command::Add(vec![person.clone()]));
    let label =
        if person.name.is_empty() { label.to_owned() } else { format!("{} {verb} (nieuw)", person.name) };
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
