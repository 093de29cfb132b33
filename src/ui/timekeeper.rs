//! The window of the tijdbewaker: giant digits, a shrinking bar, and what the time means in words.

use super::clock;
use super::paint::Paint;
use super::theme::Role;
use super::{big, regel};
use crate::app::layout::regions::Area;
use crate::app::pages::timekeeper::{self, Dial};
use crate::app::pages::timing;
use crate::app::state::live::Ctx;
use crate::app::state::model::{Model, Size};
use crate::app::state::shown::Shown;
use crate::app::state::window::{State, Timekeeper};
use crate::domain::time::Now;
use crate::text::wrap::{width, wrap};

/// From so many rows there is room for more than the clock and de regel.
const CALM: u16 = 12;

/// Draws the window; returns the cell of the caret.
pub fn draw(
    paint: &mut Paint<'_>,
    size: Size,
    model: &Model,
    state: State,
    (own, now): (&Timekeeper, &Now),
) -> Option<(u16, u16)> {
    let area = Area::of(size);
    let live = model.live.as_ref().filter(|_| state != State::Waiting);
    let Some(live) = live else {
        let words = match state {
            State::Gone => "De map van de bespreking is weg. Zodra hij er weer is, gaat het hier verder.",
            State::Waiting | State::Following => {
                "Wacht op een bespreking. Die begint op het begeleidersscherm: oogst."
            }
        };
        middle(paint, area, words);
        title(paint, area, "Tijd", model);
        return None;
    };
    let said = match state {
        State::Gone => Some("De map van de bespreking is weg. De klok telt hier door.".into()),
        State::Waiting | State::Following => timekeeper::said(model, own, now),
    };
    let ctx = Ctx { live, now };
    let mut below = area.height;
    let mut take = |rows: usize| {
        below = below.saturating_sub(u16::try_from(rows).unwrap_or(0));
        Area { y: below, height: u16::try_from(rows).unwrap_or(0), ..area }
    };
    let (line, calm) = (take(1), size.height >= CALM);
    let wide = usize::from(size.width.saturating_sub(2));
    if calm {
        let list = timekeeper::list().wrap(wide);
        lines(paint, take(list.len()), &list, Role::Hint);
        let said = said.as_ref().map(|said| said.wrap(wide)).unwrap_or_default();
        lines(paint, take(said.len().max(1)), &said, Role::Label);
    }
    if let Some(dial) = timekeeper::dial(ctx) {
        let words = words(&dial, said.filter(|_| !calm), wide, calm);
        let role = clock::role(dial.standing.light);
        let rows = take(words.len());
        lines(paint, rows, &words, Role::Text);
        state_line(paint, rows.row(0), &dial, role);
        let bar = take(1);
        clock::draw_bar(paint, Area { x: 1, width: bar.width.saturating_sub(2), ..bar }, dial.standing);
        digits(paint, Area { y: 1, height: below.saturating_sub(1), ..area }, &dial, role);
        title(paint, area, &dial.title, model);
    } else {
        let ended = timing::meeting(ctx).unwrap_or_default();
        middle(paint, Area { height: below, ..area }, &ended);
        title(paint, area, "Tijd", model);
    }
    if model.keyboard == Some(false) {
        lines(paint, line, &[super::draw::ELSEWHERE.into()], Role::Hint);
        return None;
    }
    Some(regel::draw(paint, line, &timekeeper::label(live, own, now), &own.line, None))
}

/// What the time means: the state first, then what there is room for.
fn words(dial: &Dial, said: Option<Shown>, wide: usize, calm: bool) -> Vec<Shown> {
    let mut words = vec![Shown::EMPTY];
    if calm && width(&dial.state) + width(&dial.next) + 2 > wide {
        words.push(dial.next.clone());
    }
    if calm {
        words.extend(dial.part.clone());
    }
    let meeting = Shown::fill("{}{}", &[&dial.meeting, &dial.planned]);
    words.push(match said {
        Some(said) => said,
        None if width(&meeting) <= wide => meeting,
        None => dial.meeting.clone(),
    });
    words
}

fn state_line(paint: &mut Paint<'_>, row: Area, dial: &Dial, role: Role) {
    let room = Area { x: row.x + 1, width: row.width.saturating_sub(2), ..row };
    let used = paint.text(room, &dial.state, role);
    if usize::from(used) + width(&dial.next) + 2 <= usize::from(room.width) {
        paint.right(room, &dial.next, Role::Text);
    }
}

/// As large as fits; a clock that does not fit in blocks is written.
fn digits(paint: &mut Paint<'_>, area: Area, dial: &Dial, role: Role) {
    match big::scale(&dial.digits, area.width.saturating_sub(2), area.height) {
        0 => {
            let x = area.width.saturating_sub(u16::try_from(width(&dial.digits)).unwrap_or(0)) / 2;
            paint.text(Area { x, ..area.row(area.height / 2) }, &dial.digits, role);
        }
        scale => big::draw(paint, area, &dial.digits, scale),
    }
}

fn title(paint: &mut Paint<'_>, area: Area, text: &str, model: &Model) {
    let row = area.row(0);
    paint.text(Area { x: 1, width: row.width.saturating_sub(2), ..row }, text, Role::Title);
    super::draw::keyboard(paint, row, model);
}

fn lines(paint: &mut Paint<'_>, area: Area, lines: &[Shown], role: Role) {
    for (row, line) in (0..area.height).zip(lines) {
        let room = Area { x: 1, width: area.width.saturating_sub(2), ..area.row(row) };
        paint.text(room, line, role);
    }
}

/// A sentence in the middle of an area.
pub fn middle(paint: &mut Paint<'_>, area: Area, text: &str) {
    let found = wrap(text, usize::from(area.width.saturating_sub(4).min(60)));
    let rows = u16::try_from(found.len()).unwrap_or(0);
    let top = area.height.saturating_sub(rows) / 2;
    for (row, line) in (top..).zip(&found) {
        let x = area.width.saturating_sub(u16::try_from(width(line)).unwrap_or(0)) / 2;
        paint.text(Area { x: area.x + x, ..area.row(row) }, line, Role::Title);
    }
}
