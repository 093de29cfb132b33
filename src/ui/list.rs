//! Lists to choose from and pages to read: over the screen, or as the start screen.

use super::paint::Paint;
use super::regel;
use super::theme::Role;
use crate::app::layout::regions::{self, Area, ChoiceShown};
use crate::app::state::line::Line;
use crate::app::state::model::{Page, Size};
use crate::app::state::pick::Pick;
use crate::text::wrap::wrap_hanging;

/// Draws a list and returns the cell of the caret; its line comes as it may be seen.
pub fn pick(
    paint: &mut Paint<'_>,
    size: Size,
    pick: &Pick,
    whole: bool,
    (label, line): (&str, &Line),
) -> (u16, u16) {
    let layout = regions::pick(size, pick, whole);
    paint.clear(layout.frame, Role::Popup);
    if !whole {
        paint.border(layout.frame, true, Role::PopupFrame);
        title(paint, layout.frame, &pick.title);
    }
    for (area, line) in &layout.intro {
        paint.text(*area, line, Role::Popup);
    }
    let numbers = pick.choices.len().max(1).ilog10() as usize + 1;
    for choice in &layout.choices {
        draw_choice(paint, choice, numbers);
    }
    more(paint, &layout, pick.matches().len());
    if layout.choices.is_empty() && !pick.line.is_empty() {
        let row = Area { y: layout.line.y.saturating_sub(1), ..layout.line };
        paint.text(row, "Niets gevonden. Maak de regel korter.", Role::Hint);
    }
    paint.clear(layout.line, Role::Popup);
    regel::draw(paint, Area { x: layout.line.x.saturating_sub(1), ..layout.line }, label, line, None)
}

fn title(paint: &mut Paint<'_>, frame: Area, title: &str) {
    let room = Area { x: frame.x + 2, width: frame.width.saturating_sub(4), ..frame.row(0) };
    paint.text(room, &format!(" {title} "), Role::PopupHead);
}

/// Says that the list goes on below.
fn more(paint: &mut Paint<'_>, layout: &regions::PickLayout, count: usize) {
    let shown = layout.choices.len();
    if shown < count {
        let last = layout.frame.row(layout.frame.height.saturating_sub(1));
        let words = format!(" {shown} van {count}; typ om te zoeken ");
        paint.right(Area { width: last.width.saturating_sub(2), ..last }, &words, Role::PopupHead);
    }
}

fn draw_choice(paint: &mut Paint<'_>, choice: &ChoiceShown, numbers: usize) {
    let role = if choice.selected { Role::Selected } else { Role::Popup };
    if choice.selected {
        paint.clear(choice.area, Role::Selected);
    }
    let indent = u16::try_from(numbers + 2).unwrap_or(3);
    let number = format!("{:>numbers$}", choice.index + 1);
    paint.text(choice.area.row(0), &number, role);
    let text =
        Area { x: choice.area.x + indent, width: choice.area.width.saturating_sub(indent), ..choice.area };
    for (row, line) in (0..).zip(choice.lines.iter().chain(&choice.below)) {
        paint.text(text.row(row), line, role);
    }
    if !choice.detail.is_empty() {
        paint.right(choice.area.row(0), &choice.detail, role);
    }
}

/// Draws a page of text.
pub fn page(paint: &mut Paint<'_>, size: Size, page: &Page) {
    let area = Area::of(size);
    let wide = area.width.saturating_sub(4);
    let lines: Vec<String> =
        page.lines.iter().flat_map(|line| wrap_hanging(line, usize::from(wide.saturating_sub(4)))).collect();
    // Two borders and the line that says how to go on; the key bar stays in view.
    let height = u16::try_from(lines.len() + 4).unwrap_or(u16::MAX).min(area.height.saturating_sub(1));
    let frame = Area { x: 2.min(area.width), y: area.height.saturating_sub(height) / 2, width: wide, height };
    paint.clear(frame, Role::Popup);
    paint.border(frame, true, Role::PopupFrame);
    title(paint, frame, &page.title);
    let inner = Area { x: frame.x + 2, width: frame.width.saturating_sub(4), ..frame.inner() };
    let text_rows = inner.height.saturating_sub(1);
    let most = lines.len().saturating_sub(usize::from(text_rows));
    let first = page.scroll.min(most);
    for (row, line) in (0..text_rows).zip(lines.iter().skip(first)) {
        paint.text(inner.row(row), line, Role::Popup);
    }
    let foot = if most > first { "Pijl omlaag: verder lezen. Esc: terug." } else { "Esc: terug." };
    paint.text(inner.row(inner.height.saturating_sub(1)), foot, Role::Hint);
}
