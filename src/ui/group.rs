//! What the room sees, in a window of its own or behind F2: the step, the time, the goal, the board.

use super::paint::Paint;
use super::theme::Role;
use super::timekeeper::middle;
use super::{board, clock, regel};
use crate::app::layout::regions::{self, Area};
use crate::app::layout::room::{self, COVER, Sight};
use crate::app::state::live::Ctx;
use crate::app::state::model::Size;
use crate::app::state::shown::Shown;
use crate::app::steps;
use crate::text::wrap::{width, wrap};

/// Draws it; returns the cell of the caret while something is typed in this window.
pub fn draw(paint: &mut Paint<'_>, size: Size, ctx: Ctx<'_>) -> Option<(u16, u16)> {
    let area = Area::of(size);
    let sight = room::sight(ctx);
    if sight == Sight::Cover {
        middle(paint, area, COVER);
        return None;
    }
    let seen = room::board(ctx);
    let regions = regions::group(ctx, size, &seen);
    let (number, name) = room::title(ctx);
    let title = Shown::join([number, name], "  ");
    paint.text(inset(regions.title), &title, Role::Title);
    clock::draw(paint, regions.clock, ctx);
    paint.rule(regions.rule, Role::Rule);
    for (area, line) in &regions.head {
        paint.text(inset(*area), line, Role::Title);
    }
    for (area, line) in &regions.band {
        paint.clear(*area, Role::Head);
        paint.text(inset(*area), line, Role::Head);
    }
    if let Sight::Large(title, texts) = sight {
        let height = size.height.saturating_sub(regions.line.height).saturating_sub(3);
        large(paint, Area { y: 3, height, ..area }, &title, &texts);
    } else {
        board::draw(paint, &regions, ctx, &seen.0);
    }
    (regions.line.height > 0).then(|| {
        let meaning = steps::meaning(ctx, &steps::board(ctx));
        regel::draw(paint, regions.line, &meaning.label, &regions::regel(ctx), meaning.limit)
    })
}

/// Before there is anything to see, and when it cannot be read.
pub fn nothing(paint: &mut Paint<'_>, size: Size) {
    middle(paint, Area::of(size), COVER);
}

fn inset(area: Area) -> Area {
    Area { x: area.x + 1, width: area.width.saturating_sub(2), ..area }
}

/// One thing over everything under the clock.
fn large(paint: &mut Paint<'_>, area: Area, title: &str, texts: &[Shown]) {
    paint.clear(area, Role::Text);
    paint.border(area, true, Role::FrameActive);
    let head = Area { x: area.x + 2, width: area.width.saturating_sub(3), ..area.row(0) };
    if !title.is_empty() {
        paint.text(head, &format!(" {title} "), Role::HeadActive);
    }
    let inner = Area { x: area.x + 3, width: area.width.saturating_sub(6), ..area.inner() };
    let lines: Vec<String> = texts.iter().flat_map(|text| wrap(text, usize::from(inner.width))).collect();
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let top = inner.height.saturating_sub(rows) / 2;
    let cells = |line: &String| u16::try_from(width(line)).unwrap_or(0);
    let widest = lines.iter().map(cells).max().unwrap_or(0);
    for (row, line) in (top..inner.height).zip(&lines) {
        // One text stands in the middle; several are a list.
        let room = inner.width.saturating_sub(if texts.len() == 1 { cells(line) } else { widest });
        paint.text(Area { x: inner.x + room / 2, ..inner.row(row) }, line, Role::Title);
    }
    if rows > inner.height {
        let foot = Area { width: area.width.saturating_sub(2), ..area.row(area.height.saturating_sub(1)) };
        paint.right(foot, " er is meer ", Role::Hint);
    }
}
