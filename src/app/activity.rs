//! The closed set of activities: which file answers for which place. Every activity answers the
//! same questions and can write nothing itself.

pub mod asking;
pub mod core_team;
mod evaluation;
pub mod flaps;
pub mod followups;
mod looking_back;
pub mod next_time;
mod opening;
pub mod presenting;
mod proposing;
pub mod silence;
mod summing_up;
pub mod weighing;

use super::board::{Board, Item, PaneId};
use super::intent::Intent;
use super::meaning::Meaning;
use super::model::Ctx;
use super::pick::Choice;
use super::place::Place;
use super::{casus, closing, feedback, goals, item, matrix, remarks, review, round, setup, veil, welcome};
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
            Activity::Terugkoppeling => feedback::board(ctx),
            Activity::Kennismaken => welcome::board(ctx),
            Activity::Toelichten => casus::board(ctx),
            Activity::Doelen => goals::board(ctx),
            Activity::Verzamelen => matrix::board(ctx),
            Activity::Samenvatten => closing::board(ctx),
            Activity::Opening => opening::board(ctx),
            Activity::Kernteam => core_team::board(ctx),
            Activity::Presenteren => presenting::board(ctx),
            Activity::Vragen => asking::board(ctx),
            Activity::Brainstorm => silence::board(ctx),
            Activity::Clusteren => flaps::board(ctx),
            Activity::Wegen => weighing::board(ctx),
            Activity::Samenvatting => summing_up::board(ctx),
            Activity::Voorleggen => proposing::board(ctx),
            Activity::Vervolgacties => followups::board(ctx),
            Activity::Evaluatie => evaluation::board(ctx),
            Activity::Terugblik => looking_back::board(ctx),
            Activity::Afspreken => next_time::board(ctx),
            Activity::Notities => remarks::board(ctx, key),
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
            Activity::Terugkoppeling => feedback::meaning(ctx, text),
            Activity::Kennismaken => welcome::meaning(ctx, board, text),
            Activity::Toelichten => casus::meaning(ctx, board, text),
            Activity::Doelen => goals::meaning(ctx, board, text),
            Activity::Verzamelen => matrix::meaning(ctx, board, text),
            Activity::Samenvatten => closing::meaning(ctx, board, text),
            Activity::Opening => opening::meaning(ctx, board, text),
            Activity::Kernteam => core_team::meaning(ctx, board, text),
            Activity::Presenteren => presenting::meaning(ctx, board, text),
            Activity::Vragen => asking::meaning(ctx, board, text),
            Activity::Brainstorm => silence::meaning(ctx, board, text),
            Activity::Clusteren => flaps::meaning(ctx, board, text),
            Activity::Wegen => weighing::meaning(ctx, board, text),
            Activity::Samenvatting => summing_up::meaning(ctx, board, text),
            Activity::Voorleggen => proposing::meaning(ctx, board, text),
            Activity::Vervolgacties => followups::meaning(ctx, board, text),
            Activity::Evaluatie => evaluation::meaning(ctx, board, text),
            Activity::Terugblik => looking_back::meaning(ctx, board, text),
            Activity::Afspreken => next_time::meaning(ctx, board, text),
            Activity::Notities => remarks::meaning(ctx, key, text),
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
            Activity::Kennismaken => welcome::label(ctx),
            Activity::Toelichten => casus::label(ctx, board),
            Activity::Doelen => goals::label(ctx, board),
            Activity::Verzamelen => matrix::label(ctx, board),
            Activity::Samenvatten => closing::label(ctx, board),
            Activity::Opening => opening::label(ctx, board),
            Activity::Kernteam => core_team::label(ctx, board),
            Activity::Presenteren => presenting::label(ctx, board),
            Activity::Vragen => asking::label(ctx, board),
            Activity::Brainstorm => silence::label(ctx, board),
            Activity::Clusteren => flaps::label(ctx, board),
            Activity::Wegen => weighing::label(ctx, board),
            Activity::Samenvatting => summing_up::label(ctx, board),
            Activity::Voorleggen => proposing::label(ctx, board),
            Activity::Vervolgacties => followups::label(ctx, board),
            Activity::Evaluatie => evaluation::label(ctx, board),
            Activity::Terugblik => looking_back::label(ctx, board),
            Activity::Afspreken => next_time::label(ctx, board),
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
            Activity::Toelichten => casus::space(ctx, board),
            Activity::Samenvatten => closing::space(ctx, board),
            Activity::Wegen => weighing::space(ctx, board),
            Activity::Voorleggen => proposing::space(ctx, board),
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
            Activity::Terugkoppeling => feedback::choices(ctx, board),
            Activity::Kennismaken => welcome::choices(ctx),
            Activity::Toelichten => casus::choices(ctx),
            Activity::Doelen => goals::choices(ctx),
            Activity::Verzamelen => matrix::choices(ctx, board),
            Activity::Samenvatten => closing::choices(ctx),
            Activity::Opening => opening::choices(ctx, board),
            Activity::Kernteam => core_team::choices(ctx, board),
            Activity::Presenteren => presenting::choices(ctx, board),
            Activity::Vragen => asking::choices(ctx, board),
            Activity::Brainstorm => silence::choices(ctx, board),
            Activity::Clusteren => flaps::choices(ctx, board),
            Activity::Wegen => weighing::choices(ctx, board),
            Activity::Samenvatting => summing_up::choices(ctx, board),
            Activity::Voorleggen => proposing::choices(ctx, board),
            Activity::Vervolgacties => followups::choices(ctx, board),
            Activity::Evaluatie => evaluation::choices(ctx, board),
            Activity::Terugblik => looking_back::choices(ctx, board),
            Activity::Afspreken => next_time::choices(ctx, board),
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
) -> Vec<super::board::Row> {
    let notes = &ctx.session().notes;
    notes
        .at(notes::Spot { casus, kind })
        .iter()
        .filter_map(|id| {
            Some(super::board::Row::new(
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
