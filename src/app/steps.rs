//! What people do here: one file for each activity, named as it is in the method, for the
//! preparation and for what is filled in afterwards. Every step answers the same questions and can
//! write nothing itself.

pub mod afspreken;
pub mod brainstorm;
pub mod clusteren;
pub mod doelen;
pub mod evaluatie;
pub mod kennismaken;
pub mod kernteam;
pub mod notities;
pub mod opening;
pub mod presenteren;
pub mod review;
pub mod samenvatten;
pub mod samenvatting;
pub mod setup;
pub mod terugblik;
pub mod terugkoppeling;
pub mod toelichten;
pub mod vervolgacties;
pub mod verzamelen;
pub mod voorleggen;
pub mod vragen;
pub mod wegen;

use super::board::{Board, Item, Pane};
use super::state::intent::Intent;
use super::state::live::Ctx;
use super::state::meaning::Meaning;
use super::state::pick::Choice;
use super::state::place::Place;
use super::state::shown::Shown;
use super::state::wall;
use super::things::deeds::{Deed, Deeds};
use super::things::{self, ask, round, takes};
use crate::domain::method::Activity;

/// One kind of step.
pub trait Step: Sync {
    /// What stands on the board.
    fn board(&self, ctx: Ctx<'_>) -> Board;

    /// The lines above the board as the room sees them.
    fn for_the_room(&self, ctx: Ctx<'_>) -> Vec<Shown>;

    /// What stands before the line while nothing is typed.
    fn label(&self, ctx: Ctx<'_>, board: &Board, pane: &Pane) -> Shown {
        takes::label(ctx, board, pane)
    }

    /// What Enter does with a text that is typed while this pane has the focus.
    fn typed(&self, ctx: Ctx<'_>, board: &Board, pane: &Pane, text: &str) -> Meaning {
        takes::typed(ctx, board, pane, text)
    }

    /// What Enter does while nothing is typed and nothing is selected.
    fn enter(&self, _ctx: Ctx<'_>, _board: &Board) -> Option<Deed> {
        None
    }

    /// What can be done with a thing on the board; with [`Item::Plain`] while none is selected.
    fn deeds(&self, ctx: Ctx<'_>, _board: &Board, item: &Item) -> Deeds {
        things::deeds::of(ctx, item)
    }

    /// What the menu offers here besides what it always offers.
    fn offers(&self, _ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
        Vec::new()
    }

    /// How many boards people go through, one for each goal: Tab past the last vak goes to the next
    /// one (decision 4).
    fn boards(&self, ctx: Ctx<'_>) -> usize {
        if self.by_goal() { ctx.rows().len() } else { 1 }
    }

    /// Whether people go through it goal by goal: a board for each.
    fn by_goal(&self) -> bool {
        false
    }

    /// Whether de regel may hold the names of people at the table while the group watches.
    fn names_people(&self) -> bool {
        false
    }

    /// Whether nothing that is typed here may show on a screen that the group sees.
    fn conceals(&self, _ctx: Ctx<'_>) -> bool {
        false
    }
}

/// The step in view.
pub fn of(ctx: Ctx<'_>) -> &'static dyn Step {
    match ctx.place() {
        Place::Setup(page) => setup::page(page),
        Place::Harvest(_) => &review::Review,
        Place::Step(_) => match ctx.activity().unwrap_or_default() {
            Activity::Terugkoppeling => &terugkoppeling::Terugkoppeling,
            Activity::Kennismaken => &kennismaken::Kennismaken,
            Activity::Toelichten => &toelichten::Toelichten,
            Activity::Doelen => &doelen::Doelen,
            Activity::Verzamelen => &verzamelen::Verzamelen,
            Activity::Samenvatten => &samenvatten::Samenvatten,
            Activity::Opening => &opening::Opening,
            Activity::Kernteam => &kernteam::Kernteam,
            Activity::Presenteren => &presenteren::Presenteren,
            Activity::Vragen => &vragen::Vragen,
            Activity::Brainstorm => &brainstorm::Brainstorm,
            Activity::Clusteren => &clusteren::Clusteren,
            Activity::Wegen => &wegen::Wegen,
            Activity::Samenvatting => &samenvatting::Samenvatting,
            Activity::Voorleggen => &voorleggen::Voorleggen,
            Activity::Vervolgacties => &vervolgacties::Vervolgacties,
            Activity::Evaluatie => &evaluatie::Evaluatie,
            Activity::Terugblik => &terugblik::Terugblik,
            Activity::Afspreken => &afspreken::Afspreken,
            Activity::Notities => &notities::Notities,
        },
    }
}

/// What stands on the board here.
pub fn board(ctx: Ctx<'_>) -> Board {
    #[cfg(test)]
    BUILT.set(BUILT.get() + 1);
    of(ctx).board(ctx)
}

#[cfg(test)]
thread_local! {
    /// How often a board was built, for the test that counts.
    pub static BUILT: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// What stands before the line while nothing is typed.
pub fn label(ctx: Ctx<'_>, board: &Board) -> Shown {
    round::label(ctx)
        .unwrap_or_else(|| board.pane(ctx).map_or(Shown::EMPTY, |pane| of(ctx).label(ctx, board, pane)))
}

/// What Enter does with what stands in de regel, whether a text is asked for or not.
pub fn meaning(ctx: Ctx<'_>, board: &Board) -> Meaning {
    let text = ctx.live.view.text();
    let prompt = ctx.live.view.prompt.as_ref();
    let mut meaning = match (prompt, board.pane(ctx)) {
        (Some(prompt), _) => ask::meaning(ctx, &prompt.ask, text),
        (None, Some(pane)) if !text.trim().is_empty() => of(ctx).typed(ctx, board, pane, text),
        (None, _) => {
            let label = label(ctx, board);
            match empty(ctx, board) {
                Some(deed) => Meaning::new(label, deed.word, deed.intent),
                None => Meaning::nothing(label),
            }
        }
    };
    if wall::is_hidden(ctx.live) {
        // What is typed may not be read off its label either.
        meaning.label = prompt.map_or_else(|| label(ctx, board), |prompt| ask::label(ctx, &prompt.ask));
    }
    meaning
}

/// Enter with an empty line: what is selected, then the ronde, then the clock, then what the step
/// itself does. A row of a form is always selected, so that it comes after the clock.
pub fn empty(ctx: Ctx<'_>, board: &Board) -> Option<Deed> {
    let step = of(ctx);
    let form = board.pane(ctx).is_some_and(|pane| pane.form);
    let item = board.item(ctx);
    let opened = || item.and_then(|item| step.deeds(ctx, board, &item).enter);
    let (first, last) = if form { (None, Some(opened)) } else { (opened(), None) };
    first
        .or_else(|| round::turn(ctx))
        .or_else(|| begins(ctx))
        .or_else(|| last.and_then(|opened| opened()))
        .or_else(|| step.enter(ctx, board))
}

/// The step in view begins, or goes on.
fn begins(ctx: Ctx<'_>) -> Option<Deed> {
    let key = ctx.step().filter(|_| !ctx.is_running())?;
    let goes_on = ctx.session().clock.started(key).is_some();
    let number = Shown::number(ctx.session(), key);
    let word = Shown::fill(if goes_on { "stap {} gaat verder" } else { "stap {} begint nu" }, &[&number]);
    Some(Deed::new(word, Intent::Start(key)))
}
