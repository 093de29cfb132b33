//! Putting text and fills on the screen by role, clipped to the screen and never past it.

use super::theme::{Role, Theme};
use crate::app::layout::regions::Area;
use crate::text::wrap::{cut, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::borrow::Cow;

/// A brush: the screen, the theme and whether only plain characters may be used.
pub struct Paint<'a> {
    buffer: &'a mut Buffer,
    theme: &'a Theme,
    ascii: bool,
}

impl<'a> Paint<'a> {
    pub fn new(buffer: &'a mut Buffer, theme: &'a Theme, ascii: bool) -> Self {
        Self { buffer, theme, ascii }
    }

    /// Paints an area with the style of a role and nothing on it.
    pub fn clear(&mut self, area: Area, role: Role) {
        self.free_left_edge(area);
        let style = self.theme.style(role);
        let rect = rect(area).intersection(self.buffer.area);
        for y in rect.top()..rect.bottom() {
            for x in rect.left()..rect.right() {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.reset();
                    cell.set_style(style);
                }
            }
        }
    }

    /// Writes a text from the left of an area, cut to its width. Returns the cells it took.
    pub fn text(&mut self, area: Area, text: &str, role: Role) -> u16 {
        let room = rect(area).intersection(self.buffer.area);
        if room.is_empty() {
            return 0;
        }
        let text = cut(text, usize::from(room.width));
        let text = self.plain(&text);
        let used = u16::try_from(width(&text)).unwrap_or(room.width);
        self.buffer.set_stringn(room.x, room.y, text, usize::from(room.width), self.theme.style(role));
        used
    }

    /// Writes a text against the right of an area. Returns the cells it took.
    pub fn right(&mut self, area: Area, text: &str, role: Role) -> u16 {
        let used = u16::try_from(width(&self.plain(text))).unwrap_or(u16::MAX).min(area.width);
        self.text(Area { x: area.x + (area.width - used), width: used, ..area }, text, role)
    }

    /// Draws a border around an area.
    pub fn border(&mut self, area: Area, double: bool, role: Role) {
        if area.width < 2 || area.height < 2 {
            return;
        }
        let [corner, right, bottom, last, across, down] = self.glyphs(double);
        let middle = usize::from(area.width - 2);
        self.text(area.row(0), &format!("{corner}{}{right}", across.repeat(middle)), role);
        self.text(area.row(area.height - 1), &format!("{bottom}{}{last}", across.repeat(middle)), role);
        for row in 1..area.height - 1 {
            let left = Area { width: 1, ..area.row(row) };
            self.text(left, down, role);
            self.text(Area { x: area.x + area.width - 1, ..left }, down, role);
        }
    }

    /// A line over the width of an area.
    pub fn rule(&mut self, area: Area, role: Role) {
        let across = if self.ascii { "-" } else { "─" };
        self.text(area, &across.repeat(usize::from(area.width)), role);
    }

    fn glyphs(&self, double: bool) -> [&'static str; 6] {
        match (self.ascii, double) {
            (true, false) => ["+", "+", "+", "+", "-", "|"],
            (true, true) => ["#", "#", "#", "#", "=", "#"],
            (false, false) => ["┌", "┐", "└", "┘", "─", "│"],
            (false, true) => ["╔", "╗", "╚", "╝", "═", "║"],
        }
    }

    /// The text with characters a plain font may lack replaced.
    fn plain<'b>(&self, text: &'b str) -> Cow<'b, str> {
        if !self.ascii || text.is_ascii() {
            return Cow::Borrowed(text);
        }
        let plain = text.chars().map(|c| match c {
            '►' | '→' => '>',
            '·' | '–' | '─' => '-',
            '‘' | '’' => '\'',
            '“' | '”' => '"',
            '█' | '■' => '#',
            '•' => '*',
            '…' | '░' => '.',
            other => other,
        });
        Cow::Owned(plain.collect())
    }

    /// A wide character just left of a popup would spill into its border (ratatui#2526).
    fn free_left_edge(&mut self, area: Area) {
        let Some(x) = area.x.checked_sub(1) else { return };
        for y in area.y..area.y.saturating_add(area.height) {
            if let Some(cell) = self.buffer.cell_mut((x, y))
                && width(cell.symbol()) > 1
            {
                cell.set_symbol(" ");
            }
        }
    }
}

fn rect(area: Area) -> Rect {
    Rect::new(area.x, area.y, area.width, area.height)
}
