//! Who belongs to the kernteam of a casus (S000).

use super::persons::{find_person, parse_person};
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::meaning::Meaning;
use crate::app::state::shown::Shown;
use crate::domain::casus;
use crate::domain::command::Command;
use crate::domain::id::{CasusId, PersonId};
use crate::domain::people;

/// A name that is typed: into the kernteam, or out of it; somebody new is at the table from now on.
pub fn named(ctx: Ctx<'_>, casus: CasusId, text: &str) -> Meaning {
    if let Some(id) = find_person(ctx, text) {
        let is_in = is_in(ctx, casus, id);
        let name = Shown::person(ctx.live, id);
        let label = Shown::fill(if is_in { "{} uit het kernteam" } else { "{} in het kernteam" }, &[&name]);
        return Meaning::new(
            label,
            if is_in { "eraf" } else { "erbij" },
            Intent::Add(vec![set(casus, id, !is_in)]),
        );
    }
    let person = parse_person(text);
    if person.name.is_empty() {
        return Meaning::refused("Kernteam", "Typ een naam.");
    }
    let name = Shown::checked_naming(ctx.live, &person.name);
    let label = Shown::fill("{} (nieuw) in het kernteam", &[&name]);
    let id = ctx.session().people.next_id();
    let add = Command::People(people::Command::Add(vec![person]));
    Meaning::new(label, "erbij", Intent::Add(vec![add, set(casus, id, true)]))
}

/// Into the kernteam, or out of it.
pub fn toggle(ctx: Ctx<'_>, casus: CasusId, person: PersonId) -> Intent {
    Intent::Do(vec![set(casus, person, !is_in(ctx, casus, person))])
}

pub fn is_in(ctx: Ctx<'_>, casus: CasusId, person: PersonId) -> bool {
    ctx.session().casus(casus).is_some_and(|casus| casus.core().contains(&person))
}

fn set(casus: CasusId, person: PersonId, on: bool) -> Command {
    Command::Casus(casus::Command::SetCore { casus, person, on })
}
