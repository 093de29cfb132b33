//! What a text becomes that is typed or pasted while a pane has the focus.

use super::{core, form, goal, note, persons, remark, round};
use crate::app::board::{Board, Item, Lane, Pane, Takes};
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::meaning::Meaning;
use crate::app::state::shown::Shown;
use crate::domain::command::Command;
use crate::domain::ideas;
use crate::domain::notes::{self, Kind};
use crate::domain::people;

/// What stands before the line.
pub fn label(ctx: Ctx<'_>, board: &Board, pane: &Pane) -> Shown {
    match (&pane.takes, board.item(ctx)) {
        (Takes::Fields, Some(Item::Field(field))) => form::field_label(ctx, field),
        _ if pane.asks.is_empty() => pane.title.clone(),
        _ => pane.asks.clone(),
    }
}

/// What Enter does with a text in this pane, in a ronde or not.
pub fn typed(ctx: Ctx<'_>, board: &Board, pane: &Pane, text: &str) -> Meaning {
    round::meaning(ctx, text, |text| keep(pane, text)).unwrap_or_else(|| plain(ctx, board, pane, text))
}

/// What Enter does with a text in this pane.
pub fn plain(ctx: Ctx<'_>, board: &Board, pane: &Pane, text: &str) -> Meaning {
    let label = label(ctx, board, pane);
    let limit = ctx.session().method.limits.post_it;
    match &pane.takes {
        Takes::Note(spot) => {
            let meaning = Meaning::new(label, "toevoegen", keep(pane, text));
            if spot.kind == Kind::Question {
                meaning.remark(remark::one_sentence(text))
            } else if spot.kind == Kind::Heard {
                meaning.limit(limit)
            } else {
                meaning
            }
        }
        Takes::Idea(..) => Meaning::new(label, "toevoegen", keep(pane, text))
            .limit(limit)
            .remark(remark::one_tip(text, limit)),
        Takes::Goal(Lane::Area(area)) => goal::typed(ctx, label, area.clone(), text),
        Takes::Goal(Lane::Flap(flap)) => goal::hung(ctx, label, *flap, text),
        Takes::Person => persons::person_meaning(ctx, text),
        Takes::Core(casus) => core::named(ctx, *casus, text),
        Takes::Fields => match board.item(ctx) {
            Some(Item::Field(field)) => form::field_meaning(ctx, field, text),
            _ => Meaning::refused(label, "Hier valt niets te typen. PageDown gaat verder."),
        },
        Takes::Search => Meaning::nothing(label),
        Takes::Nothing(why) => Meaning::refused(label, *why),
    }
}

/// Keeps a text that needs no second look: what people say in a ronde.
pub fn keep(pane: &Pane, text: &str) -> Intent {
    match &pane.takes {
        Takes::Note(spot) => note::add(*spot, text),
        Takes::Idea(place, ring) => {
            let texts = vec![text.to_owned()];
            Intent::Add(vec![Command::Idea(ideas::Command::Add { place: *place, texts, ring: *ring })])
        }
        Takes::Goal(_)
        | Takes::Person
        | Takes::Core(_)
        | Takes::Fields
        | Takes::Search
        | Takes::Nothing(_) => Intent::Nothing,
    }
}

/// A pasted list: what its lines become, and the command that keeps them; `None` where a list cannot
/// be kept.
pub fn list(ctx: Ctx<'_>, pane: &Pane, texts: Vec<String>) -> Option<(Shown, Command)> {
    match &pane.takes {
        Takes::Note(spot) => {
            Some(("notities".into(), Command::Note(notes::Command::Add { spot: *spot, texts })))
        }
        Takes::Idea(place, ring) => {
            let what = Shown::from(&ctx.session().method.words.idea.many);
            Some((what, Command::Idea(ideas::Command::Add { place: *place, texts, ring: *ring })))
        }
        Takes::Person => {
            let list = texts.iter().map(|text| persons::parse_person(text)).collect();
            Some(("mensen".into(), Command::People(people::Command::Add(list))))
        }
        Takes::Goal(_) | Takes::Core(_) | Takes::Fields | Takes::Search | Takes::Nothing(_) => None,
    }
}
