//! What is still missing around a koppel, as quiet lines above the panes: who leads, who writes
//! (V-R2, V-R3), and the ring variant for a large group (V-G2). Never a refusal. On a screen that
//! the group sees a line says what is missing, not who.

use crate::app::shown as veil;
use crate::app::state::model::Ctx;
use crate::domain::casus::Casus;
use crate::domain::id::PersonId;
use crate::domain::method::Role;
use crate::domain::plan::Switch;
use crate::text::counts;

/// About the voorzitter and the notulist, the most important first.
pub fn role_lines(ctx: Ctx<'_>) -> Vec<String> {
    if !ctx.has_koppels() {
        return Vec::new();
    }
    let casussen = &ctx.session().casussen;
    let chair = casussen.iter().find_map(|casus| chair_line(ctx, casus));
    notulist_line(ctx).into_iter().chain(chair).collect()
}

/// V-R2 (S000): the voorzitter does not work with the koppel.
pub fn chair_line(ctx: Ctx<'_>, casus: &Casus) -> Option<String> {
    let chair = ctx.session().people.role(Role::Voorzitter).filter(|id| casus.involves(*id))?;
    let koppel = koppel_name(ctx, casus);
    Some(if ctx.live.is_private() {
        let name = name(ctx, chair);
        format!("{name} is voorzitter en werkt zelf met {koppel}. Liever leidt daar iemand anders.")
    } else {
        format!("Voor {koppel} past een voorzitter die er zelf niet mee werkt.")
    })
}

/// V-R3 (S000): a notulist before item 3, one of the people present; two pairs of hands (P).
pub fn notulist_line(ctx: Ctx<'_>) -> Option<String> {
    let people = &ctx.session().people;
    let Some(id) = people.role(Role::Notulist) else {
        return Some("Wie schrijft mee? Kies een notulist voordat punt 3 begint.".to_owned());
    };
    let open = ctx.live.is_private();
    if !people.present().any(|(present, _)| present == id) {
        return Some(if open {
            format!("{} is notulist, maar is er nu niet. Wie neemt het over?", name(ctx, id))
        } else {
            "Er is nu geen notulist. Wie neemt het schrijven over?".to_owned()
        });
    }
    (people.role(Role::Voorzitter) == Some(id)).then(|| {
        if open {
            format!("{} leidt en schrijft tegelijk. Met twee mensen gaat dat beter.", name(ctx, id))
        } else {
            "Leiden en meeschrijven gaat beter met twee mensen.".to_owned()
        }
    })
}

/// A large group can talk in two rings; said until somebody chose (S000, V-G2).
pub fn rings_line(ctx: Ctx<'_>) -> Option<String> {
    let coming = offers_rings(ctx)?;
    if ctx.session().plan.settings.answer(Switch::Rings).is_some() {
        return None;
    }
    let count = counts::people(coming);
    Some(format!("{count}: een grote groep. Eerst het kernteam, dan de anderen? Menu: Ringen aan."))
}

/// How many come, when that is enough for the ring variant.
pub fn offers_rings(ctx: Ctx<'_>) -> Option<usize> {
    let limit = ctx.session().method.limits.ring;
    let coming = ctx.session().people.present().count();
    (limit > 0 && coming >= limit).then_some(coming)
}

/// "koppel Linde", or which one it is as long as it has no name.
pub fn koppel_name(ctx: Ctx<'_>, casus: &Casus) -> String {
    let casussen = &ctx.session().casussen;
    let number = casussen.iter().position(|other| other.id == casus.id).map_or(1, |index| index + 1);
    match (veil::alias(ctx.live, casus.id).as_ref(), casussen.len()) {
        ("", 0 | 1) => "dit koppel".to_owned(),
        ("", _) => format!("koppel {number}"),
        (alias, _) => format!("koppel {alias}"),
    }
}

fn name(ctx: Ctx<'_>, id: PersonId) -> &str {
    ctx.session().people.get(id).map_or("", |person| person.name.as_str())
}
