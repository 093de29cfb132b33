//! People on the screen: the list, a line about somebody, finding them by name or number, and what
//! can be done with one of them.

use super::deeds::Deed;
use crate::app::board::{Item, Pane, PaneId, Room, Row, Rows, Takes};
use crate::app::state::ask::Ask;
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::meaning::Meaning;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::shown::Shown;
use crate::domain::command::Command;
use crate::domain::id::PersonId;
use crate::domain::people::{self, Person, Standing};
use crate::text::{fold, roles};

/// People as a list; also on other pages where somebody has to be chosen.
pub fn people_pane(ctx: Ctx<'_>) -> Pane {
    let people = &ctx.session().people;
    let mut rows: Vec<Row> =
        (1..).zip(people.all()).map(|(number, (id, person))| person_row(ctx, number, id, person)).collect();
    if rows.is_empty() && !ctx.live.group.is_empty() {
        let text = Shown::fill("Zelfde groep als vorige keer ({} mensen)", &[&ctx.live.group.len()]);
        rows.push(Row::new(Item::SameGroup, "", text).tail("Enter"));
    }
    Pane::new(PaneId::People, "Wie is er", Takes::Person, Room::Private, Rows::List(rows))
        .hint("Nog niemand. Typ een naam en druk Enter.")
}

fn person_row(ctx: Ctx<'_>, number: usize, id: PersonId, person: &Person) -> Row {
    let (people, method) = (&ctx.session().people, &ctx.session().method);
    let typed = [&person.function, &person.organisation].map(|text| Shown::checked_naming(ctx.live, text));
    let left = people.has_left(id).then_some("is weg");
    let said = person.standing.map(standing_word).into_iter().chain(left);
    let roles = people.roles_of(id).into_iter().map(roles::name);
    let words = said.chain(roles).map(Shown::own).chain(part_in(ctx, id));
    let about = Shown::join(typed.into_iter().chain(words), ", ");
    let text = Shown::join([Shown::person(ctx.live, id), about], "  ");
    Row::new(Item::Person(id), Shown::part(&number), text).tail(match (person.coming, ctx.step()) {
        (Some(false), Some(_)) => "is er niet",
        (Some(coming), None) => answer_word(coming),
        (None, None) if method.asks_who_comes() => "nog geen antwoord",
        // At the table it is no news that somebody came.
        (Some(true) | None, _) => "",
    })
}

/// What somebody does for a casus with a kernteam: brings it, or works in the team.
fn part_in(ctx: Ctx<'_>, id: PersonId) -> impl Iterator<Item = Shown> {
    let (casussen, method) = (&ctx.session().casussen, &ctx.session().method);
    let brings = casussen.iter().any(|casus| casus.contributor == Some(id));
    let core = casussen.iter().any(|casus| casus.core().contains(&id));
    let words = [brings.then(|| Shown::from(&method.words.contributor.one)), core.then(|| "kernteam".into())];
    words.into_iter().flatten().filter(|_| method.has_core_team())
}

fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Formeel => "formeel",
        Standing::Informeel => "informeel",
    }
}

/// The answer to the invitation (S000), as people write it and read it.
pub fn answer_word(coming: bool) -> &'static str {
    if coming { "komt" } else { "komt niet" }
}

fn change(id: PersonId, person: Person) -> Intent {
    Intent::Do(vec![Command::People(people::Command::Change { id, person })])
}

/// Space on a person: the next answer to the invitation, or formeel and informeel by turns.
pub fn space(ctx: Ctx<'_>, id: PersonId) -> Option<Deed> {
    let person = ctx.session().people.get(id)?.clone();
    if !ctx.session().method.asks_who_comes() {
        let standing = match person.standing {
            None | Some(Standing::Informeel) => Standing::Formeel,
            Some(Standing::Formeel) => Standing::Informeel,
        };
        let person = Person { standing: Some(standing), ..person };
        return Some(Deed::new(standing_word(standing), change(id, person)));
    }
    // Komt, komt niet, nog geen antwoord; at the table only here or not.
    let coming = match (person.coming, ctx.step()) {
        (None, None) | (Some(false), Some(_)) => Some(true),
        (Some(true), _) | (None, Some(_)) => Some(false),
        (Some(false), None) => None,
    };
    let word = coming.map_or("nog geen antwoord", answer_word);
    Some(Deed::new(word, change(id, Person { coming, ..person })))
}

/// The three answers as choices.
fn answers(id: PersonId, person: &Person) -> Vec<Choice> {
    [(Some(true), "Komt"), (Some(false), "Komt niet"), (None, "Nog geen antwoord")]
        .into_iter()
        .filter(|(coming, _)| *coming != person.coming)
        .map(|(coming, text)| Choice::new(text, change(id, Person { coming, ..person.clone() })))
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
            let label = Shown::fill("{} {}", &[&Shown::person(ctx.live, id), &said]);
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
    let name = Shown::checked_naming(ctx.live, &person.name);
    let kind = match person.standing {
        Some(Standing::Formeel) => ", formeel",
        Some(Standing::Informeel) => ", informeel",
        None => "",
    };
    let twice = ctx.session().people.named(&person.name).map(|_| Shown::fill("{} staat er al.", &[&name]));
    let add = Command::People(people::Command::Add(vec![person]));
    Meaning::new(Shown::fill("Voeg {} toe{}", &[&name, &kind]), "toevoegen", Intent::Add(vec![add]))
        .remark(twice)
}

/// Somebody who stands in the list answered: "Ans komt niet".
fn answer_meaning(ctx: Ctx<'_>, typed: &Person) -> Option<Meaning> {
    let coming = typed.coming.filter(|_| typed.function.is_empty())?;
    let id = find_person(ctx, &typed.name)?;
    let person = Person { coming: Some(coming), ..ctx.session().people.get(id)?.clone() };
    let label = Shown::fill("{} {}", &[&Shown::person(ctx.live, id), &answer_word(coming)]);
    let change = Command::People(people::Command::Change { id, person });
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

/// The list of what can be done with a person.
pub fn person(ctx: Ctx<'_>, id: PersonId) -> Option<Pick> {
    let person = ctx.session().people.get(id)?;
    let stand =
        |text, standing| Choice::new(text, change(id, Person { standing: Some(standing), ..person.clone() }));
    let left = !ctx.session().people.has_left(id);
    let leave = Command::People(people::Command::Leave { id, left });
    let remove = Command::People(people::Command::Remove { id });
    let mut choices = if ctx.session().method.asks_who_comes() {
        answers(id, person)
    } else {
        vec![stand("Formeel", Standing::Formeel), stand("Informeel", Standing::Informeel)]
    };
    choices.extend([
        Choice::new("Gegevens wijzigen", Intent::Ask(Ask::ChangePerson(id))),
        Choice::new(if left { "Is weggegaan" } else { "Is er weer" }, Intent::Do(vec![leave])),
        Choice::new("Weghalen: stond er per ongeluk", Intent::Do(vec![remove])),
    ]);
    Some(Pick::new(Shown::person(ctx.live, id), choices))
}
