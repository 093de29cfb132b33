//! De regel: label, text and counter, in one to three rows; the end of a long text stays in view.

use super::paint::Paint;
use super::theme::Role;
use crate::app::line::Line;
use crate::app::regions::Area;
use crate::app::wrap::{tail, width};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Draws the line and returns the cell of the caret.
pub fn draw(paint: &mut Paint<'_>, area: Area, label: &str, line: &Line, limit: Option<usize>) -> (u16, u16) {
    let inner = Area { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let counter = limit.map(|limit| format!("{}/{limit}", line.count()));
    let counter_width = counter.as_deref().map_or(0, |text| u16::try_from(width(text) + 1).unwrap_or(0));
    if let Some(counter) = &counter {
        let over = limit.is_some_and(|limit| line.count() > limit);
        let last = Area { ..inner.row(area.height.saturating_sub(1)) };
        paint.right(last, counter, if over { Role::Warn } else { Role::Hint });
    }
    let head = format!("{label} ► ");
    let used = paint.text(Area { height: 1, ..inner }, &head, Role::Label).min(inner.width);
    let room = usize::from(inner.width.saturating_sub(counter_width)) * usize::from(area.height.max(1));
    let room = room.saturating_sub(usize::from(used) + 1);
    let (before, after) = line.split();
    // When it does not fit, the part around the caret is what counts.
    let before = tail(before, room);
    let mut pen =
        Pen { x: used, y: 0, row_width: inner.width.saturating_sub(counter_width).max(1), rows: area.height };
    pen.write(paint, inner, &before);
    let caret = (inner.x.saturating_add(pen.x), inner.y.saturating_add(pen.y));
    pen.write(paint, inner, after);
    caret
}

/// Writes grapheme by grapheme over several rows.
struct Pen {
    x: u16,
    y: u16,
    row_width: u16,
    rows: u16,
}

impl Pen {
    fn write(&mut self, paint: &mut Paint<'_>, inner: Area, text: &str) {
        let mut run = String::new();
        let mut start = self.x;
        for grapheme in text.graphemes(true) {
            let wide = u16::try_from(grapheme.width()).unwrap_or(1);
            if self.x + wide > self.row_width {
                self.flush(paint, inner, start, &mut run);
                if self.y + 1 >= self.rows {
                    return;
                }
                (self.x, self.y) = (0, self.y + 1);
                start = 0;
            }
            run.push_str(grapheme);
            self.x += wide;
        }
        self.flush(paint, inner, start, &mut run);
    }

    fn flush(&self, paint: &mut Paint<'_>, inner: Area, start: u16, run: &mut String) {
        let at = inner.row(self.y);
        let area = Area { x: at.x.saturating_add(start), width: at.width.saturating_sub(start), ..at };
        paint.text(area, run, Role::Input);
        run.clear();
    }
}
