//! Item 18: the next date, who brings a casus then, and the end of the meeting. What is missing is
//! said quietly (V-P2, V-P4, V-P5).

use crate::app::board::{Board, Field, Item, Row};
use crate::app::pages::papers;
use crate::app::shown as veil;
use crate::app::state::intent::Intent;
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::state::pick::Choice;
use crate::app::things::form;
use crate::domain::command::Command;
use crate::domain::verdicts::TextKey;
use crate::domain::{clock, plan};
use crate::text::{counts, dates, days};
use chrono::Days;
use chrono::NaiveDate;

/// Once in so many weeks (S000).
const WEEKS: [i64; 3] = [2, 3, 4];

pub fn board(ctx: Ctx<'_>) -> Board {
    let field = |field| veil::seen(ctx.live, TextKey::Plan(field));
    let end = match ctx.session().clock.ended() {
        Some(at) => format!("om {}", dates::time(ctx.now.local(at).time())),
        None => "Enter: de klok stopt, alles blijft bewaard".to_owned(),
    };
    let rows = vec![
        Row::new(Item::Field(Field::NextDate), "Datum volgende keer", field(plan::Field::NextDate)),
        Row::new(
            Item::Field(Field::NextContributor),
            "Wie brengt een casus in",
            veil::naming(ctx.live, TextKey::Plan(plan::Field::NextContributor)),
        ),
        Row::new(Item::Field(Field::End), "Afronden", end),
    ];
    let board =
        Board { head: vec![intervals(ctx)], panes: vec![form::form("Volgende keer", rows)], grid: false };
    board.with_head(still_open(ctx))
}

/// The days that keep the rhythm, on the weekday of today (S000: a fixed day).
fn intervals(ctx: Ctx<'_>) -> String {
    let today = today(ctx);
    let ahead =
        |weeks: i64| u64::try_from(weeks * 7).ok().and_then(|days| today.checked_add_days(Days::new(days)));
    let days: Vec<String> = WEEKS.into_iter().filter_map(ahead).map(dates::short).collect();
    format!("Eens per 2, 3 of 4 weken, op een vaste dag: {}.", counts::either(&days))
}

/// The day that was typed, if it is one.
pub fn day(ctx: Ctx<'_>, text: &str) -> Option<NaiveDate> {
    days::parse_day(text, today(ctx))
}

fn today(ctx: Ctx<'_>) -> NaiveDate {
    ctx.now.local(ctx.now.at).date()
}

/// V-P2 (S000), and what to do when no casus comes (V-P5).
fn still_open(ctx: Ctx<'_>) -> Option<String> {
    let settings = &ctx.session().plan.settings;
    let is_empty = |field| settings.field(field).is_empty();
    let words = match (is_empty(plan::Field::NextDate), is_empty(plan::Field::NextContributor)) {
        (true, true) => "Nog open: de datum, en wie dan een casus inbrengt.",
        (true, false) => "Nog open: de datum.",
        (false, true) => {
            "Nog open: wie een casus inbrengt. Is er een week ervoor geen casus, zeg het dan af."
        }
        (false, false) => return None,
    };
    Some(words.to_owned())
}

/// V-P4: another rhythm than that of the method is fine, and said.
pub fn remark(ctx: Ctx<'_>, text: &str) -> Option<String> {
    if !ctx.has_koppels() {
        return None;
    }
    let ahead = (days::parse_day(text, today(ctx))? - today(ctx)).num_days();
    let fits = WEEKS.into_iter().any(|weeks| weeks * 7 == ahead);
    (!fits).then(|| {
        format!("Dat is over {ahead} dagen. De methode: eens per 2, 3 of 4 weken, op een vaste dag.")
    })
}

pub fn label(ctx: Ctx<'_>, board: &Board) -> String {
    match ctx.item(board) {
        Some(Item::Field(field)) => form::field_label(ctx, field),
        _ => "Volgende keer".to_owned(),
    }
}

pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    match ctx.item(board) {
        Some(Item::Field(Field::End))
            if text.trim().is_empty() && ctx.session().clock.current().is_some() =>
        {
            let end = Intent::Do(vec![Command::Clock(clock::Command::End)]);
            Meaning::new("Afronden", "bespreking afronden", end)
        }
        Some(Item::Field(field)) if !text.trim().is_empty() => form::field_meaning(ctx, field, text),
        _ => Meaning::nothing(label(ctx, board)),
    }
}

pub fn choices(ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
    ctx.has_koppels().then(|| papers::report_choice(ctx)).into_iter().collect()
}
