//! The closed set of activities: which file answers for which place. Every activity answers the
//! same questions and can write nothing itself.

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

use crate::app::board::{Board, Item, PaneId};
use crate::app::state::intent::Intent;
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::state::pick::Choice;
use crate::app::state::place::Place;
use crate::app::things::round;
use crate::app::{shown as veil, things as item};
use crate::domain::command::Command;
use crate::domain::method::Activity;
use crate::domain::notes;
use crate::domain::verdicts::TextKey;

/// What stands on the board here.
pub fn board(ctx: Ctx<'_>) -> Board {
    match ctx.place() {
        Place::Setup(page) => setup::board(ctx, page),
        Place::Harvest(casus) => review::board(ctx, casus),
        Place::Step(key) => match activity(ctx) {
            Activity::Terugkoppeling => terugkoppeling::board(ctx),
            Activity::Kennismaken => kennismaken::board(ctx),
            Activity::Toelichten => toelichten::board(ctx),
            Activity::Doelen => doelen::board(ctx),
            Activity::Verzamelen => verzamelen::board(ctx),
            Activity::Samenvatten => samenvatten::board(ctx),
            Activity::Opening => opening::board(ctx),
            Activity::Kernteam => kernteam::board(ctx),
            Activity::Presenteren => presenteren::board(ctx),
            Activity::Vragen => vragen::board(ctx),
            Activity::Brainstorm => brainstorm::board(ctx),
            Activity::Clusteren => clusteren::board(ctx),
            Activity::Wegen => wegen::board(ctx),
            Activity::Samenvatting => samenvatting::board(ctx),
            Activity::Voorleggen => voorleggen::board(ctx),
            Activity::Vervolgacties => vervolgacties::board(ctx),
            Activity::Evaluatie => evaluatie::board(ctx),
            Activity::Terugblik => terugblik::board(ctx),
            Activity::Afspreken => afspreken::board(ctx),
            Activity::Notities => notities::board(ctx, key),
        },
    }
}

/// What Enter does with this text, in the pane with the focus.
pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    if text.trim().is_empty()
        && let Some(meaning) = empty(ctx, board)
    {
        return meaning;
    }
    match ctx.place() {
        Place::Setup(page) => setup::meaning(ctx, board, page, text),
        Place::Harvest(casus) => review::meaning(ctx, board, casus, text),
        Place::Step(key) => match activity(ctx) {
            Activity::Terugkoppeling => terugkoppeling::meaning(ctx, text),
            Activity::Kennismaken => kennismaken::meaning(ctx, board, text),
            Activity::Toelichten => toelichten::meaning(ctx, board, text),
            Activity::Doelen => doelen::meaning(ctx, board, text),
            Activity::Verzamelen => verzamelen::meaning(ctx, board, text),
            Activity::Samenvatten => samenvatten::meaning(ctx, board, text),
            Activity::Opening => opening::meaning(ctx, board, text),
            Activity::Kernteam => kernteam::meaning(ctx, board, text),
            Activity::Presenteren => presenteren::meaning(ctx, board, text),
            Activity::Vragen => vragen::meaning(ctx, board, text),
            Activity::Brainstorm => brainstorm::meaning(ctx, board, text),
            Activity::Clusteren => clusteren::meaning(ctx, board, text),
            Activity::Wegen => wegen::meaning(ctx, board, text),
            Activity::Samenvatting => samenvatting::meaning(ctx, board, text),
            Activity::Voorleggen => voorleggen::meaning(ctx, board, text),
            Activity::Vervolgacties => vervolgacties::meaning(ctx, board, text),
            Activity::Evaluatie => evaluatie::meaning(ctx, board, text),
            Activity::Terugblik => terugblik::meaning(ctx, board, text),
            Activity::Afspreken => afspreken::meaning(ctx, board, text),
            Activity::Notities => notities::meaning(ctx, key, text),
        },
    }
}

/// The label of the line while it is empty: what the activity calls its text.
pub fn label(ctx: Ctx<'_>, board: &Board) -> String {
    match ctx.place() {
        Place::Setup(page) => setup::label(ctx, board, page),
        Place::Harvest(_) => review::label(ctx, board),
        Place::Step(_) => match activity(ctx) {
            Activity::Terugkoppeling => "Wie gebruikte een tip?".to_owned(),
            Activity::Kennismaken => kennismaken::label(ctx),
            Activity::Toelichten => toelichten::label(ctx, board),
            Activity::Doelen => doelen::label(ctx, board),
            Activity::Verzamelen => verzamelen::label(ctx, board),
            Activity::Samenvatten => samenvatten::label(ctx, board),
            Activity::Opening => opening::label(ctx, board),
            Activity::Kernteam => kernteam::label(ctx, board),
            Activity::Presenteren => presenteren::label(ctx, board),
            Activity::Vragen => vragen::label(ctx, board),
            Activity::Brainstorm => brainstorm::label(ctx, board),
            Activity::Clusteren => clusteren::label(ctx, board),
            Activity::Wegen => wegen::label(ctx, board),
            Activity::Samenvatting => samenvatting::label(ctx, board),
            Activity::Voorleggen => voorleggen::label(ctx, board),
            Activity::Vervolgacties => vervolgacties::label(ctx, board),
            Activity::Evaluatie => evaluatie::label(ctx, board),
            Activity::Terugblik => terugblik::label(ctx, board),
            Activity::Afspreken => afspreken::label(ctx, board),
            Activity::Notities => "Notitie".to_owned(),
        },
    }
}

/// Enter with an empty line: open what is selected, or start the step that is looked at. `None`
/// leaves it to the activity.
fn empty(ctx: Ctx<'_>, board: &Board) -> Option<Meaning> {
    let label = label(ctx, board);
    if let Some(pane) = ctx.pane(board)
        && !pane.form
        && let Some(item) = ctx.item(board)
        && item != Item::Plain
    {
        return Some(Meaning::new(label, item::verb(&item), item::open(ctx, &item)));
    }
    if round::is_here(ctx) {
        return None;
    }
    let key = ctx.step()?;
    if ctx.session().clock.current().map(|(key, _)| key) == Some(key) {
        return None;
    }
    let number = ctx.session().number(key);
    let verb = if ctx.session().clock.started(key).is_some() { "gaat verder" } else { "begint nu" };
    Some(Meaning::new(label, format!("stap {number} {verb}"), Intent::Start(key)))
}

/// Space with an empty line.
pub fn space(ctx: Ctx<'_>, board: &Board) -> Intent {
    let plain = || ctx.item(board).map_or(Intent::Nothing, |item| item::space(ctx, &item));
    match ctx.place() {
        Place::Setup(_) => plain(),
        Place::Harvest(_) => review::space(ctx, board),
        Place::Step(_) => match activity(ctx) {
            Activity::Toelichten => toelichten::space(ctx, board),
            Activity::Samenvatten => samenvatten::space(ctx, board),
            Activity::Wegen => wegen::space(ctx, board),
            Activity::Voorleggen => voorleggen::space(ctx, board),
            Activity::Terugkoppeling
            | Activity::Kennismaken
            | Activity::Doelen
            | Activity::Verzamelen
            | Activity::Opening
            | Activity::Kernteam
            | Activity::Presenteren
            | Activity::Vragen
            | Activity::Brainstorm
            | Activity::Clusteren
            | Activity::Samenvatting
            | Activity::Vervolgacties
            | Activity::Evaluatie
            | Activity::Terugblik
            | Activity::Afspreken
            | Activity::Notities => plain(),
        },
    }
}

/// What the menu offers here besides what it always offers.
pub fn choices(ctx: Ctx<'_>, board: &Board) -> Vec<Choice> {
    match ctx.place() {
        Place::Setup(page) => setup::choices(ctx, page),
        Place::Harvest(casus) => review::choices(ctx, casus),
        Place::Step(_) => match activity(ctx) {
            Activity::Terugkoppeling => terugkoppeling::choices(ctx, board),
            Activity::Kennismaken => kennismaken::choices(ctx),
            Activity::Toelichten => toelichten::choices(ctx),
            Activity::Doelen => doelen::choices(ctx),
            Activity::Verzamelen => verzamelen::choices(ctx, board),
            Activity::Samenvatten => samenvatten::choices(ctx),
            Activity::Opening => opening::choices(ctx, board),
            Activity::Kernteam => kernteam::choices(ctx, board),
            Activity::Presenteren => presenteren::choices(ctx, board),
            Activity::Vragen => vragen::choices(ctx, board),
            Activity::Brainstorm => brainstorm::choices(ctx, board),
            Activity::Clusteren => clusteren::choices(ctx, board),
            Activity::Wegen => wegen::choices(ctx, board),
            Activity::Samenvatting => samenvatting::choices(ctx, board),
            Activity::Voorleggen => voorleggen::choices(ctx, board),
            Activity::Vervolgacties => vervolgacties::choices(ctx, board),
            Activity::Evaluatie => evaluatie::choices(ctx, board),
            Activity::Terugblik => terugblik::choices(ctx, board),
            Activity::Afspreken => afspreken::choices(ctx, board),
            Activity::Notities => Vec::new(),
        },
    }
}

/// The activity of the step that is looked at; a page of the preparation has none of its own.
pub fn activity(ctx: Ctx<'_>) -> Activity {
    ctx.place().activity(ctx.session()).unwrap_or_default()
}

/// Whether people go through it goal by goal: Tab past the last vak goes to the next goal
/// (decision 4).
pub fn goes_by_goal(activity: Activity) -> bool {
    matches!(activity, Activity::Verzamelen | Activity::Brainstorm | Activity::Clusteren | Activity::Wegen)
}

/// A command that keeps a text as a note.
pub fn note(casus: Option<crate::domain::id::CasusId>, kind: notes::Kind, text: &str) -> Intent {
    let spot = notes::Spot { casus, kind };
    Intent::Add(vec![Command::Note(notes::Command::Add { spot, texts: vec![text.to_owned()] })])
}

/// The notes of one kind as rows.
pub fn note_rows(
    ctx: Ctx<'_>,
    casus: Option<crate::domain::id::CasusId>,
    kind: notes::Kind,
) -> Vec<crate::app::board::Row> {
    let notes = &ctx.session().notes;
    notes
        .at(notes::Spot { casus, kind })
        .iter()
        .filter_map(|id| {
            Some(crate::app::board::Row::new(
                Item::Note(*id),
                "",
                veil::text(ctx.live, TextKey::Note(*id), &notes.get(*id)?.text),
            ))
        })
        .collect()
}

/// The name of a pane as people say it, for labels.
pub fn pane_title(board: &Board, id: PaneId) -> String {
    board.panes.iter().find(|pane| pane.id == id).map(|pane| pane.title.clone()).unwrap_or_default()
}
