//! Item 17: bijzonderheden, and what became of the adviezen of earlier casussen. Results live with
//! the advies, as at the terugkoppeling.

use crate::app::board::{Board, Pane, PaneId, Room, Rows, Takes};
use crate::app::state::live::Ctx;
use crate::app::state::pick::Choice;
use crate::app::state::shown::Shown;
use crate::app::steps::Step;
use crate::app::things::{earlier, note};
use crate::domain::notes::Kind;

/// What was still of importance, and what became of earlier adviezen.
pub struct Terugblik;

impl Step for Terugblik {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let takes = Takes::Note(note::spot(None, Kind::LookBack));
        let mut panes = earlier::panes(ctx, &takes);
        let rows = Rows::List(note::rows(ctx, None, Kind::LookBack));
        panes.push(
            Pane::new(PaneId::LookBack, "Bijzonderheden", takes, Room::Private, rows)
                .hint("Wat is nog van belang? Ook over een vorige casus."),
        );
        let panes = panes.into_iter().map(|pane| pane.asks("Bijzonderheid")).collect();
        let none = "Van een vorige keer staan hier geen adviezen open.".into();
        Board::new("Wat is er geworden van de adviezen van de vorige keren?", panes)
            .with_head(ctx.live.earlier.is_empty().then_some(none))
    }

    fn for_the_room(&self, _ctx: Ctx<'_>) -> Vec<Shown> {
        vec!["Wat is er geworden van de adviezen van eerder?".into()]
    }

    fn offers(&self, ctx: Ctx<'_>, board: &Board) -> Vec<Choice> {
        earlier::choices(ctx, board)
    }
}
