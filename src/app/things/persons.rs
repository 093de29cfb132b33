//! People on the screen: the list, a line about somebody, and finding them by name or number.

use crate::app::board::{Item, Pane, PaneId, Row, Rows};
use crate::app::state::intent::Intent;
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::state::pick::Choice;
use crate::domain::command::Command;
use crate::domain::id::PersonId;
use crate::domain::method::Role;
use crate::domain::people::{self, Person, Standing};
use crate::text::{fold, roles};

/// People as a list; also on other pages where somebody has to be chosen.
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

fn person_row(ctx: Ctx<'_>, index: usize, id: PersonId, person: &Person) -> Row {
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
    if ctx.has_koppels() {
        about.extend(part_in(ctx, id));
    }
    about.retain(|part| !part.is_empty());
    let about = about.join(", ");
    let text = if about.is_empty() { person.name.clone() } else { format!("{}  {about}", person.name) };
    Row::new(Item::Person(id), format!("{}", index + 1), text).tail(match (person.coming, ctx.step()) {
        (Some(false), Some(_)) => "is er niet",
        (Some(coming), None) => answer_word(coming),
        (None, None) if ctx.has_koppels() => "nog geen antwoord",
        // At the table it is no news that somebody came.
        (Some(true) | None, _) => "",
    })
}

/// What somebody does for a koppel: brings it, or works in its kernteam.
fn part_in(ctx: Ctx<'_>, id: PersonId) -> Vec<&'static str> {
    let casussen = &ctx.session().casussen;
    let brings = casussen.iter().any(|casus| casus.contributor == Some(id));
    let core = casussen.iter().any(|casus| casus.core().contains(&id));
    let part = |is: bool, word| is.then_some(word);
    [part(brings, roles::name(Role::Casemanager)), part(core, "kernteam")].into_iter().flatten().collect()
}

/// The answer to the invitation (S000), as people write it and read it.
pub fn answer_word(coming: bool) -> &'static str {
    if coming { "komt" } else { "komt niet" }
}

fn answered(id: PersonId, person: &Person, coming: Option<bool>) -> Intent {
    let person = Person { coming, ..person.clone() };
    Intent::Do(vec![Command::People(people::Command::Change { id, person })])
}

/// Space on a person: komt, komt niet, nog geen antwoord; at the table only here or not.
pub fn next_answer(ctx: Ctx<'_>, id: PersonId) -> Intent {
    let Some(person) = ctx.session().people.get(id) else { return Intent::Nothing };
    let coming = match (person.coming, ctx.step()) {
        (None, None) | (Some(false), Some(_)) => Some(true),
        (Some(true), _) | (None, Some(_)) => Some(false),
        (Some(false), None) => None,
    };
    answered(id, person, coming)
}

/// The three answers as choices.
pub fn answers(id: PersonId, person: &Person) -> Vec<Choice> {
    [(Some(true), "Komt"), (Some(false), "Komt niet"), (None, "Nog geen antwoord")]
        .into_iter()
        .filter(|(coming, _)| *coming != person.coming)
        .map(|(coming, text)| Choice::new(text, answered(id, person, coming)))
        .collect()
}

/// A person by number in the list or by (the beginning of) a name.
pub fn find_person(ctx: Ctx<'_>, text: &str) -> Option<PersonId> {
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
    if let Some(meaning) = answer_meaning(ctx, &person) {
        return meaning;
    }
    let kind = match person.standing {
        Some(Standing::Formeel) => ", formeel",
        Some(Standing::Informeel) => ", informeel",
        None => "",
    };
    let label = format!("Voeg {} toe{kind}", person.name);
    let twice = ctx.session().people.named(&person.name).map(|_| format!("{} staat er al.", person.name));
    Meaning::new(label, "toevoegen", Intent::Add(vec![Command::People(people::Command::Add(vec![person]))]))
        .remark(twice)
}

/// Somebody who stands in the list answered: "Ans komt niet".
fn answer_meaning(ctx: Ctx<'_>, typed: &Person) -> Option<Meaning> {
    let coming = typed.coming.filter(|_| typed.function.is_empty())?;
    let id = find_person(ctx, &typed.name)?;
    let person = ctx.session().people.get(id)?;
    let changed = Person { coming: Some(coming), ..person.clone() };
    let change = Command::People(people::Command::Change { id, person: changed });
    let label = format!("{} {}", person.name, answer_word(coming));
    Some(Meaning::new(label, "noteren", Intent::Add(vec![change])))
}

/// A person from one line: `naam, functie, organisatie, formeel, komt` in this order, the last
/// two recognised wherever they stand; `komt niet` may follow the name without a comma.
pub fn parse_person(text: &str) -> Person {
    let mut person = Person::default();
    let mut rest = Vec::new();
    for part in text.split([',', ';', '\t']).map(str::trim).filter(|part| !part.is_empty()) {
        match fold::plain(part).as_str() {
            "f" | "formeel" => person.standing = Some(Standing::Formeel),
            "i" | "informeel" | "vrijwillig" => person.standing = Some(Standing::Informeel),
            "komt" | "komt wel" => person.coming = Some(true),
            "komt niet" => person.coming = Some(false),
            _ => rest.push(part),
        }
    }
    let mut rest = rest.into_iter();
    let name = rest.next().unwrap_or("");
    let behind = [(" komt niet", false), (" komt", true)];
    let said = behind.into_iter().find_map(|(words, coming)| Some((name.strip_suffix(words)?, Some(coming))));
    let (name, coming) = said.unwrap_or((name, person.coming));
    person.coming = coming;
    name.trim().clone_into(&mut person.name);
    rest.next().unwrap_or("").clone_into(&mut person.function);
    person.organisation = rest.collect::<Vec<_>>().join(", ");
    if person.standing.is_none() {
        let function = fold::plain(&person.function);
        let informal = ["vrijwillig", "mantelzorg", "buur", "maatje", "ervaringsdeskundig"];
        person.standing = informal.iter().any(|word| function.contains(word)).then_some(Standing::Informeel);
    }
    person
}
