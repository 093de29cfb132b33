//! Item 17: bijzonderheden, and what became of the adviezen of earlier casussen. Results live with
//! the advies, as at the terugkoppeling.

use crate::app::board::{Board, Pane, PaneId, Rows};
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::state::pick::Choice;
use crate::app::steps::{self, terugkoppeling as feedback};
use crate::domain::notes::Kind;

pub fn board(ctx: Ctx<'_>) -> Board {
    let notes = steps::note_rows(ctx, None, Kind::LookBack);
    let mut panes = feedback::earlier_panes(ctx);
    panes.push(
        Pane::new(PaneId::LookBack, "Bijzonderheden", Rows::List(notes))
            .hint("Wat is nog van belang? Ook over een vorige casus."),
    );
    let question = "Wat is er geworden van de adviezen van de vorige keren?".to_owned();
    let none = "Van een vorige keer staan hier geen adviezen open.".to_owned();
    Board { head: vec![question], panes, grid: false }.with_head(ctx.live.earlier.is_empty().then_some(none))
}

pub fn label(_ctx: Ctx<'_>, _board: &Board) -> String {
    "Bijzonderheid".to_owned()
}

pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    let label = label(ctx, board);
    if text.trim().is_empty() {
        return Meaning::nothing(label);
    }
    Meaning::new(label, "toevoegen", steps::note(None, Kind::LookBack, text))
}

pub fn choices(ctx: Ctx<'_>, board: &Board) -> Vec<Choice> {
    feedback::choices(ctx, board)
}
