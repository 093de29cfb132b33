//! What of a cell's text may go to the terminal, and whether the cursor is certain afterwards.

use ratatui::buffer::CellWidth;

/// A cell's text, safe to send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glyph<'a> {
    pub(super) text: &'a str,
    /// Columns the cursor moves.
    pub(super) width: u16,
    /// Whether every terminal agrees on that.
    pub(super) certain: bool,
    /// Whether only the background shows.
    pub(super) blank: bool,
}

const SPACE: Glyph<'static> = Glyph { text: " ", width: 1, certain: true, blank: true };

/// The text of a cell as it is sent when `room` columns are left in its row.
pub(super) fn glyph(symbol: &str, room: u16) -> Glyph<'_> {
    if let [byte] = symbol.as_bytes() {
        let shown = (0x21..0x7f).contains(byte);
        return if shown { Glyph { text: symbol, width: 1, certain: true, blank: false } } else { SPACE };
    }
    // A control character would be obeyed, a direction mark would turn the rest of the row round.
    if symbol.chars().any(obeyed) {
        return SPACE;
    }
    let width = symbol.cell_width();
    if width == 0 || width > room {
        return SPACE;
    }
    Glyph { text: symbol, width, certain: width == 1 && plain(symbol), blank: false }
}

fn obeyed(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// One character outside the ranges in which terminals disagree (symbols that may be drawn as a
/// picture, everything combined).
fn plain(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    let first = chars.next();
    chars.next().is_none()
        && first.is_some_and(|c| {
            matches!(c, '\u{21}'..='\u{2ff}' | '\u{370}'..='\u{58f}' | '\u{1e00}'..='\u{22ff}' | '\u{2500}'..='\u{25ff}')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_obeyed_is_sent() {
        for symbol in
            ["\x1b", "\x07", "\n", "\u{9b}", "\u{7f}", "a\x1b[2J", "\u{202e}a", "\u{2028}", "", "\u{200b}"]
        {
            assert_eq!(glyph(symbol, 80), SPACE, "{symbol:?}");
        }
    }

    #[test]
    fn terminals_agree_on_letters_and_lines_only() {
        for certain in ["a", "é", "€", "►", "║", "█", "→", "●", "ß", "Ж"] {
            let seen = glyph(certain, 80);
            assert!(seen.certain && seen.width == 1 && seen.text == certain, "{certain}");
        }
        for doubtful in ["❄\u{fe0f}", "❄", "⏱", "👩‍🔬", "界", "e\u{301}", "✔"] {
            let seen = glyph(doubtful, 80);
            assert!(!seen.certain && seen.text == doubtful, "{doubtful}");
        }
    }

    #[test]
    fn half_a_wide_character_is_not_sent() {
        assert_eq!(glyph("界", 1), SPACE);
        assert_eq!(glyph("界", 2).width, 2);
    }
}
