//! A step with only notes: what a home-made werkwijze uses when nothing else fits.

use crate::app::board::{Board, Pane, PaneId, Row, Rows};
use crate::app::state::intent::Intent;
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::steps;
use crate::domain::id::StepKey;
use crate::domain::notes::Kind;

pub fn board(ctx: Ctx<'_>, key: StepKey) -> Board {
    let rows: Vec<Row> = steps::note_rows(ctx, key.casus, Kind::Remark(key));
    let say = ctx.session().step(key).and_then(|step| step.say.first().map(ToString::to_string));
    let pane =
        Pane::new(PaneId::Remarks, "Notities", Rows::List(rows)).hint("Typ een notitie en druk Enter.");
    Board { head: Vec::new(), panes: vec![pane], grid: false }.with_head(say)
}

pub fn meaning(_ctx: Ctx<'_>, key: StepKey, text: &str) -> Meaning {
    if text.trim().is_empty() {
        return Meaning::new("Notitie", "", Intent::Nothing);
    }
    Meaning::new("Notitie", "toevoegen", steps::note(key.casus, Kind::Remark(key), text))
}
