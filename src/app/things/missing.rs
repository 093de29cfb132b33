//! What is still missing around a casus, as quiet lines above the panes: who leads, who writes
//! (V-R2, V-R3), and the ring variant for a large group (V-G2). Never a refusal. On a screen that
//! the group sees a line says what is missing, not who.

use crate::app::state::live::Ctx;
use crate::app::state::shown::Shown;
use crate::domain::casus::Casus;
use crate::domain::method::Role;
use crate::domain::plan::Switch;

/// About the voorzitter and the notulist, the most important first.
pub fn role_lines(ctx: Ctx<'_>) -> Vec<Shown> {
    let chair = ctx.session().casussen.iter().find_map(|casus| chair_line(ctx, casus));
    notulist_line(ctx).into_iter().chain(chair).collect()
}

/// V-R2 (S000): the voorzitter does not work with the koppel.
pub fn chair_line(ctx: Ctx<'_>, casus: &Casus) -> Option<Shown> {
    let chair = ctx.session().people.role(Role::Voorzitter).filter(|id| casus.involves(*id))?;
    let koppel = koppel_name(ctx, casus);
    Some(if ctx.live.is_private() {
        let name = Shown::person(ctx.live, chair);
        let said = "{} is voorzitter en werkt zelf met {}. Liever leidt daar iemand anders.";
        Shown::fill(said, &[&name, &koppel])
    } else {
        Shown::fill("Voor {} past een voorzitter die er zelf niet mee werkt.", &[&koppel])
    })
}

/// V-R3 (S000): a notulist before item 3, one of the people present; two pairs of hands (P).
pub fn notulist_line(ctx: Ctx<'_>) -> Option<Shown> {
    if !ctx.session().method.roles.contains(&Role::Notulist) {
        return None;
    }
    let people = &ctx.session().people;
    let Some(id) = people.role(Role::Notulist) else {
        return Some("Wie schrijft mee? Kies een notulist voordat punt 3 begint.".into());
    };
    let name = ctx.live.is_private().then(|| Shown::person(ctx.live, id));
    if !people.present().any(|(present, _)| present == id) {
        return Some(name.map_or("Er is nu geen notulist. Wie neemt het schrijven over?".into(), |name| {
            Shown::fill("{} is notulist, maar is er nu niet. Wie neemt het over?", &[&name])
        }));
    }
    (people.role(Role::Voorzitter) == Some(id)).then(|| {
        name.map_or("Leiden en meeschrijven gaat beter met twee mensen.".into(), |name| {
            Shown::fill("{} leidt en schrijft tegelijk. Met twee mensen gaat dat beter.", &[&name])
        })
    })
}

/// A large group can talk in two rings; said until somebody chose (S000, V-G2).
pub fn rings_line(ctx: Ctx<'_>) -> Option<Shown> {
    let coming = offers_rings(ctx)?;
    if ctx.session().plan.settings.answer(Switch::Rings).is_some() {
        return None;
    }
    let said = "{}: een grote groep. Eerst het kernteam, dan de anderen? Menu: Ringen aan.";
    Some(Shown::fill(said, &[&Shown::people(coming)]))
}

/// How many come, when that is enough for the ring variant.
pub fn offers_rings(ctx: Ctx<'_>) -> Option<usize> {
    let limit = ctx.session().method.limits.ring;
    let coming = ctx.session().people.present().count();
    (limit > 0 && coming >= limit).then_some(coming)
}

/// "koppel Linde", or which one it is as long as it has no name.
pub fn koppel_name(ctx: Ctx<'_>, casus: &Casus) -> Shown {
    let casussen = &ctx.session().casussen;
    let word = &ctx.session().method.words.casus;
    let alias = Shown::alias(ctx.live, casus.id);
    match (alias.is_empty(), casussen.len()) {
        (true, 0 | 1) => Shown::part(&word.this()),
        (true, _) => {
            let number = casussen.iter().position(|other| other.id == casus.id).map_or(1, |index| index + 1);
            Shown::fill("{} {}", &[&word.one, &number])
        }
        (false, _) => Shown::fill("{} {}", &[&word.one, &alias]),
    }
}
