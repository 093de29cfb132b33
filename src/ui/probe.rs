//! Prints a screen drawn with the probe theme: each row of text, then a row of role letters.
//!
//! For tests only: a lost highlight becomes a readable difference in a snapshot.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, CellWidth};

use super::theme::Role;

/// A cell that no role painted.
const UNPAINTED: char = '?';

/// Every row of the screen as text, each followed by the letters of its roles. Trailing spaces and
/// trailing plain text roles are left out.
pub fn rows(buffer: &Buffer) -> String {
    let mut printed = String::new();
    let area = buffer.area;
    for y in area.top()..area.bottom() {
        let mut text = String::new();
        let mut roles = String::new();
        // The cell behind a wide character holds nothing of its own: it has the role of its head.
        let (mut covered, mut role) = (0, UNPAINTED);
        for x in area.left()..area.right() {
            let Some(cell) = buffer.cell((x, y)) else { continue };
            if covered > 0 {
                covered -= 1;
                roles.push(role);
                continue;
            }
            role = Role::of_probe(cell.fg).map_or(UNPAINTED, Role::letter);
            roles.push(role);
            text.push_str(cell.symbol());
            covered = cell.symbol().cell_width().saturating_sub(1);
        }
        let plain = Role::Text.letter();
        // Writing to a string does not fail.
        let _ = writeln!(printed, "{}\n{}", text.trim_end(), roles.trim_end_matches(plain));
    }
    printed
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;
    use crate::ui::theme::Theme;

    #[test]
    fn a_row_is_followed_by_its_roles() {
        let theme = Theme::probe();
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 2));
        buffer.set_style(Rect::new(0, 0, 12, 1), theme.style(Role::Text));
        buffer.set_string(0, 0, "5 界", theme.style(Role::Text));
        buffer.set_string(5, 0, "Tip", theme.style(Role::Selected));
        assert_eq!(rows(&buffer), "5 界 Tip\n.....SSS\n\n????????????\n");
    }
}
