//! A step with only notes: what a home-made werkwijze uses when nothing else fits.

use super::Step;
use crate::app::board::{Board, Pane, PaneId, Room, Rows, Takes};
use crate::app::state::live::Ctx;
use crate::app::state::shown::Shown;
use crate::app::things::note;
use crate::domain::notes::Kind;

/// Remarks at a step.
pub struct Notities;

impl Step for Notities {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let Some(key) = ctx.step() else { return Board::default() };
        let kind = Kind::Remark(key);
        let rows = Rows::List(note::rows(ctx, key.casus, kind));
        let takes = Takes::Note(note::spot(key.casus, kind));
        let pane = Pane::new(PaneId::Remarks, "Notities", takes, Room::Private, rows)
            .asks("Notitie")
            .hint("Typ een notitie en druk Enter.");
        let say = ctx.session().step(key).and_then(|step| step.say.first());
        Board { panes: vec![pane], ..Board::default() }.with_head(say.map(Shown::from))
    }

    fn for_the_room(&self, _ctx: Ctx<'_>) -> Vec<Shown> {
        Vec::new()
    }
}
