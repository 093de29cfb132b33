//! Item 1: the voorzitter opens. Who is here, who writes, and how many koppels (S000).

use crate::app::board::{Board, Field, Item, Row};
use crate::app::state::live::Ctx;
use crate::app::state::pick::Choice;
use crate::app::state::shown::Shown;
use crate::app::steps::{Step, setup};
use crate::app::things::{form, missing, persons};
use crate::domain::method::Role;
use crate::text::roles;

/// The voorzitter opens.
pub struct Opening;

impl Step for Opening {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let rows = [Role::Notulist, Role::Voorzitter].map(|role| {
            let id = ctx.session().people.role(role);
            let name = id.map_or(Shown::EMPTY, |id| Shown::person(ctx.live, id));
            Row::new(Item::Field(Field::Role(role)), roles::name(role), name)
        });
        let people = persons::people_pane(ctx).asks("Wie is er nog meer");
        Board::new(today(ctx), vec![people, form::form("Wie leidt, wie schrijft", rows.to_vec())])
            .with_head(missing::role_lines(ctx))
            .with_head(missing::rings_line(ctx))
    }

    fn for_the_room(&self, _ctx: Ctx<'_>) -> Vec<Shown> {
        vec!["Welkom.".into()]
    }

    fn offers(&self, _ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
        vec![setup::another_koppel()]
    }

    fn names_people(&self) -> bool {
        true
    }
}

/// How many koppels, said at the opening (S000), and how many people there are.
fn today(ctx: Ctx<'_>) -> Shown {
    let session = ctx.session();
    let aliases: Vec<Shown> = session.casussen.iter().map(|casus| Shown::alias(ctx.live, casus.id)).collect();
    let names = Shown::list(&aliases);
    let names = if names.is_empty() { names } else { Shown::fill(": {}", &[&names]) };
    let koppels = Shown::count(session.casussen.len(), "koppel", "koppels");
    let people = match session.people.present().count() {
        0 => "Wie is er?".into(),
        number => Shown::fill("{} aan tafel. Spatie: is er wel of niet.", &[&Shown::people(number)]),
    };
    Shown::fill("Vandaag {}{}. {}", &[&koppels, &names, &people])
}
