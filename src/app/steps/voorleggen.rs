//! Item 7: what the casemanager will discuss with the koppel: some of the selected adviezen, and a
//! list of her own (S000).

use crate::app::board::{Board, Item, Pane, PaneId, Room, Row, Rows, Takes};
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::pick::Choice;
use crate::app::state::shown::Shown;
use crate::app::steps::Step;
use crate::app::steps::samenvatting::{advice_text, selected};
use crate::app::things::deeds::{self, Deeds};
use crate::app::things::note;
use crate::domain::advice::{self, Advice};
use crate::domain::command::Command;
use crate::domain::life::Life;
use crate::domain::notes::Kind;
use crate::domain::verdicts::TextKey;

/// What the casemanager takes along to the koppel.
pub struct Voorleggen;

impl Step for Voorleggen {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let spot = note::spot(Some(ctx.casus()), Kind::ToDiscuss);
        let list = selected(ctx, Takes::Note(spot), |advice, course| {
            let label = Shown::advice_label(ctx, advice);
            let text = Shown::fill("{} {}", &[&label, &advice_text(ctx, advice)]);
            let lead = if course.proposed { "[x]" } else { "[ ]" };
            Row::new(Item::Advice(advice), lead, text).tail(match (ctx.is_for_the_room(), course.proposed) {
                (true, _) => Shown::of(ctx.live, TextKey::Reasoning(advice)),
                (false, true) => "bespreek ik".into(),
                (false, false) => Shown::EMPTY,
            })
        });
        let rows = Rows::List(note::rows(ctx, spot.casus, spot.kind));
        let own = Pane::new(PaneId::ToDiscuss, "Ook bespreken", Takes::Note(spot), Room::THINGS, rows)
            .hint("Wat bespreek je nog meer? In je eigen woorden.");
        let head = "Welke adviezen ga je met het paar bespreken? Spatie zet het vinkje.";
        Board::new(head, vec![list.asks("Ook bespreken"), own])
    }

    fn for_the_room(&self, _ctx: Ctx<'_>) -> Vec<Shown> {
        vec!["Welke adviezen bespreekt de casemanager met het koppel?".into()]
    }

    fn deeds(&self, ctx: Ctx<'_>, _board: &Board, item: &Item) -> Deeds {
        let Item::Advice(advice) = item else { return deeds::of(ctx, item) };
        let Some(course) = ctx.session().course(*advice) else { return Deeds::NONE };
        let word = if course.proposed { "toch niet bespreken" } else { "bespreken" };
        let toggle = Intent::Do(vec![propose(*advice, !course.proposed)]);
        Deeds::enter(word, toggle.clone()).space(word, toggle)
    }

    /// Everything at once, while something is not ticked.
    fn offers(&self, ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
        let session = ctx.session();
        let rows = ctx.rows().into_iter();
        let open = rows.flat_map(|row| session.advices(row)).filter(|advice| {
            session.is_selected(*advice) && session.course(*advice).is_some_and(|course| !course.proposed)
        });
        let all: Vec<Command> = open.map(|advice| propose(advice, true)).collect();
        if all.is_empty() {
            return Vec::new();
        }
        vec![Choice::new("Alle geselecteerde adviezen bespreken", Intent::Do(all))]
    }
}

/// The casemanager will discuss it, or will not.
fn propose(advice: Advice, on: bool) -> Command {
    Command::Advice(advice::Command { advice, life: Life::Proposed(on) })
}
