//! Item 2: who belongs to the kernteam of the casus (S000). The pane also stands in the
//! preparation, and at item 10 for the second koppel.

use crate::app::board::{Board, Item, Pane, PaneId, Room, Row, Rows, Takes};
use crate::app::state::live::Ctx;
use crate::app::state::shown::Shown;
use crate::app::steps::Step;
use crate::app::things::missing;
use crate::domain::casus::Casus;

/// Who works with the koppel.
pub struct Kernteam;

impl Step for Kernteam {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let Some(casus) = ctx.session().casus(ctx.casus()) else { return Board::default() };
        let ask = "Wie werkt er al met {}? Pijltjes en spatie, of typ een naam. Het kernteam start straks de \
                   acties.";
        let head = Shown::fill(ask, &[&missing::koppel_name(ctx, casus)]);
        Board::new(head, vec![pane(ctx, casus)]).with_head(missing::role_lines(ctx))
    }

    fn for_the_room(&self, _ctx: Ctx<'_>) -> Vec<Shown> {
        vec!["Wie vormt het kernteam?".into()]
    }

    fn names_people(&self) -> bool {
        true
    }
}

/// Everybody, with a tick for who is in the kernteam.
pub fn pane(ctx: Ctx<'_>, casus: &Casus) -> Pane {
    let several = ctx.session().casussen.len() > 1;
    let rows = ctx.session().people.all().map(|(id, person)| {
        let tick = if casus.core().contains(&id) { "[x]" } else { "[ ]" };
        // Beside the pane of another koppel there is only room for names.
        let function = if several { "" } else { person.function.as_str() };
        let about = [Shown::person(ctx.live, id), Shown::checked_naming(ctx.live, function)];
        Row::new(Item::Core(casus.id, id), tick, Shown::join(about, ", "))
    });
    let rows = Rows::List(rows.collect());
    let title = if several {
        Shown::fill("Kernteam {}", &[&missing::koppel_name(ctx, casus)])
    } else {
        "Kernteam".into()
    };
    let status = match casus.core().len() {
        0 => "nog niemand".into(),
        number => Shown::people(number),
    };
    Pane::new(PaneId::Core(casus.id), title, Takes::Core(casus.id), Room::Private, rows)
        .asks("Kernteam")
        .hint("Typ de naam van iemand die met dit koppel werkt.")
        .status(status)
}
