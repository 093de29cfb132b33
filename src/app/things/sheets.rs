//! The sheet that the meeting is for, where people speak of it.

use crate::app::state::intent::{Intent, Print};
use crate::app::state::live::Ctx;
use crate::app::state::pick::Choice;
use crate::app::state::place::Place;

/// Makes the sheet that the meeting is for: of the casus in view, between the casussen of all.
pub fn main_sheet(ctx: Ctx<'_>) -> Intent {
    let casussen = match ctx.place() {
        Place::Step(key) if key.casus.is_none() => {
            ctx.session().casussen.iter().map(|casus| casus.id).collect()
        }
        Place::Step(_) | Place::Setup(_) | Place::Harvest(_) => vec![ctx.casus()],
    };
    Intent::All(casussen.into_iter().map(|casus| Intent::Print(Print::Tips(casus))).collect())
}

/// The report, where people speak of it.
pub fn report_choice(ctx: Ctx<'_>) -> Choice {
    Choice::new("Maak werkblad 8: het verslag", main_sheet(ctx))
}
