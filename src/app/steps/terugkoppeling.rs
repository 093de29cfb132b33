//! Step 1, terugkoppeling: per casus of an earlier session the tips, and what became of the two
//! or three it is about. The rest stays open, quietly.

use super::Step;
use crate::app::board::{Board, Pane, PaneId, Room, Rows, Takes};
use crate::app::state::live::Ctx;
use crate::app::state::meaning::Meaning;
use crate::app::state::pick::Choice;
use crate::app::state::shown::Shown;
use crate::app::things::{earlier, note, takes};
use crate::domain::notes::Kind;

/// What was gathered at earlier sessions, and what became of it.
pub struct Terugkoppeling;

impl Step for Terugkoppeling {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let heard = Takes::Note(note::spot(None, Kind::Heard));
        let mut panes = earlier::panes(ctx, &heard);
        let rows = Rows::List(note::rows(ctx, None, Kind::Heard));
        panes.push(
            Pane::new(PaneId::Heard, "Ook gebruikt", heard, Room::Private, rows)
                .hint("Gebruikte iemand anders een tip? Schrijf het hier in één regel."),
        );
        let none =
            ctx.live.earlier.is_empty().then(|| "Van een vorige keer staan hier geen tips open.".into());
        Board::new("Wat heb je met de tips gedaan? Wat werkte wel, wat niet, en waarom?", panes)
            .with_head(none)
    }

    fn for_the_room(&self, _ctx: Ctx<'_>) -> Vec<Shown> {
        vec!["Wat werkte wel, wat werkte niet, en waarom?".into()]
    }

    fn label(&self, _ctx: Ctx<'_>, _board: &Board, _pane: &Pane) -> Shown {
        "Wie gebruikte een tip?".into()
    }

    fn typed(&self, ctx: Ctx<'_>, board: &Board, pane: &Pane, text: &str) -> Meaning {
        Meaning { label: "Ook gebruikt".into(), ..takes::typed(ctx, board, pane, text) }
    }

    fn offers(&self, ctx: Ctx<'_>, board: &Board) -> Vec<Choice> {
        earlier::choices(ctx, board)
    }
}
