//! De regel: label, text and counter, in one to three rows; the end of a long text stays in view.

use super::paint::Paint;
use super::theme::Role;
use crate::app::layout::laid::lay;
use crate::app::layout::regions::Area;
use crate::app::state::line::Line;

/// Draws the line and returns the cell of the caret.
pub fn draw(paint: &mut Paint<'_>, area: Area, label: &str, line: &Line, limit: Option<usize>) -> (u16, u16) {
    let inner = Area { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let laid = lay(label, line, limit, usize::from(inner.width), usize::from(area.height));
    if let Some(counter) = &laid.counter {
        let over = limit.is_some_and(|limit| line.count() > limit);
        let last = inner.row(area.height.saturating_sub(1));
        paint.right(last, counter, if over { Role::Warn } else { Role::Hint });
    }
    let mut left = paint.text(inner.row(0), &laid.head, Role::Label);
    for (row, text) in (0..area.height).zip(&laid.rows) {
        let at = inner.row(row);
        let room = Area { x: at.x.saturating_add(left), width: at.width.saturating_sub(left), ..at };
        // A blank at the end hangs over the edge and is not drawn.
        paint.text(room, text.trim_end(), Role::Input);
        left = 0;
    }
    (inner.x.saturating_add(laid.caret.0), inner.y.saturating_add(laid.caret.1))
}
