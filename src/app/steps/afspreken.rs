//! Item 18: the next date, who brings a casus then, and the end of the meeting. What is missing is
//! said quietly (V-P2, V-P4, V-P5).

use crate::app::board::{Board, Field, Item, Pane, Row};
use crate::app::state::live::Ctx;
use crate::app::state::pick::Choice;
use crate::app::state::shown::Shown;
use crate::app::steps::Step;
use crate::app::things::{form, sheets, takes};
use crate::domain::plan;
use crate::domain::verdicts::TextKey;
use chrono::Days;

/// When people meet again, and the end of the meeting.
pub struct Afspreken;

impl Step for Afspreken {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let date = Shown::of(ctx.live, TextKey::Plan(plan::Field::NextDate));
        let who = Shown::naming(ctx.live, TextKey::Plan(plan::Field::NextContributor));
        let end = match ctx.session().clock.ended() {
            Some(at) => Shown::fill("om {}", &[&Shown::time(ctx.now, at)]),
            None => "Enter: de klok stopt, alles blijft bewaard".into(),
        };
        let rows = vec![
            Row::new(Item::Field(Field::NextDate), "Datum volgende keer", date),
            Row::new(Item::Field(Field::NextContributor), "Wie brengt een casus in", who),
            Row::new(Item::Field(Field::End), "Afronden", end),
        ];
        let head = rhythm(ctx).into_iter().chain(still_open(ctx)).collect();
        Board { head, panes: vec![form::form("Volgende keer", rows)], grid: false }
    }

    fn for_the_room(&self, _ctx: Ctx<'_>) -> Vec<Shown> {
        vec!["Wanneer zien we elkaar weer?".into()]
    }

    fn label(&self, ctx: Ctx<'_>, board: &Board, pane: &Pane) -> Shown {
        match board.item(ctx) {
            Some(Item::Field(Field::End)) if ctx.is_running() => "Afronden".into(),
            _ => takes::label(ctx, board, pane),
        }
    }

    fn offers(&self, ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
        ctx.session().method.group_decides().then(|| sheets::report_choice(ctx)).into_iter().collect()
    }

    fn names_people(&self) -> bool {
        true
    }
}

/// The days that keep the rhythm of the method, on the weekday of today (S000: a fixed day).
fn rhythm(ctx: Ctx<'_>) -> Option<Shown> {
    let today = ctx.now.local(ctx.now.at).date();
    let weeks = ctx.session().method.rhythm();
    let ahead = |weeks: &u32| today.checked_add_days(Days::new(u64::from(*weeks) * 7));
    let days: Vec<Shown> = weeks.iter().filter_map(ahead).map(Shown::short_date).collect();
    let numbers: Vec<Shown> = weeks.iter().map(Shown::part).collect();
    let say = "Eens per {} weken, op een vaste dag: {}.";
    (!numbers.is_empty()).then(|| Shown::fill(say, &[&Shown::either(&numbers), &Shown::either(&days)]))
}

/// V-P2 (S000), and what to do when no casus comes (V-P5).
fn still_open(ctx: Ctx<'_>) -> Option<Shown> {
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
    Some(words.into())
}
