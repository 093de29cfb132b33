//! Breaking a text into lines of a given width, counted as a terminal counts.
//!
//! Must not know: what the lines are for.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The columns a text takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// The text in lines of at most `room` columns; at least one line. A word that is too long is
/// broken between letters, never inside one.
pub(super) fn wrap(text: &str, room: usize) -> Vec<String> {
    let room = room.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let joint = usize::from(!line.is_empty());
        if width(&line) + joint + width(word) <= room {
            if joint == 1 {
                line.push(' ');
            }
            line.push_str(word);
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.graphemes(true) {
            if !line.is_empty() && width(&line) + width(letter) > room {
                lines.push(std::mem::take(&mut line));
            }
            line.push_str(letter);
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// The text with spaces after it, up to `room` columns.
pub(super) fn pad(text: &str, room: usize) -> String {
    format!("{text}{}", " ".repeat(room.saturating_sub(width(text))))
}

#[cfg(test)]
mod tests {
    use super::{pad, width, wrap};
    use proptest::prelude::*;

    #[test]
    fn lines_break_between_words_and_only_else_inside_them() {
        for (text, room, want) in [
            ("een twee drie", 8, vec!["een twee", "drie"]),
            ("  een   twee ", 20, vec!["een twee"]),
            ("", 5, vec![""]),
            ("zelfredzaamheid", 6, vec!["zelfre", "dzaamh", "eid"]),
            ("👩‍🔬👩‍🔬👩‍🔬", 4, vec!["👩‍🔬👩‍🔬", "👩‍🔬"]),
        ] {
            assert_eq!(wrap(text, room), want, "{text:?}");
        }
        assert_eq!(pad("één", 5), "één  ");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_sticks_out(text in "[a-zé🙂漢 ]{0,80}", room in 2_usize..30) {
            let lines = wrap(&text, room);
            let letters = |text: &str| text.replace(' ', "");
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
            prop_assert!(lines.iter().all(|line| width(line) <= room));
        }
    }
}
