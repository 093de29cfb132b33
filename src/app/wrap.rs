//! Lines of text that fit a width, broken between words and never inside a grapheme.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Cells a text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text in lines of at most `room` cells. A word that is too long is broken.
#[must_use]
pub fn wrap(text: &str, room: usize) -> Vec<String> {
    if room == 0 {
        return Vec::new();
    }
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end_matches(' ');
        // A word that has to be broken anyway begins where the line has got to.
        if used + bare.width() > room && used > 0 && bare.width() <= room {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            used = 0;
        }
        if bare.width() > room {
            for grapheme in word.graphemes(true) {
                if used + grapheme.width() > room {
                    lines.push(std::mem::take(&mut line).trim_end().to_owned());
                    used = 0;
                }
                line.push_str(grapheme);
                used += grapheme.width();
            }
        } else {
            line.push_str(word);
            used += word.width();
        }
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// The beginning of a text in at most `room` cells, with an ellipsis when it was cut.
#[must_use]
pub fn cut(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        if used + grapheme.width() + 1 > room {
            break;
        }
        out.push_str(grapheme);
        used += grapheme.width();
    }
    if room > 0 {
        out.push('…');
    }
    out
}

/// The end of a text in at most `room` cells.
#[must_use]
pub fn tail(text: &str, room: usize) -> String {
    let mut parts: Vec<&str> = Vec::new();
    let mut used = 0;
    for grapheme in text.graphemes(true).rev() {
        if used + grapheme.width() > room {
            break;
        }
        parts.push(grapheme);
        used += grapheme.width();
    }
    parts.reverse();
    parts.concat()
}

#[cfg(test)]
mod tests {
    use super::{cut, tail, width, wrap};
    use proptest::prelude::*;

    #[test]
    fn breaks_between_words() {
        assert_eq!(wrap("buurvrouw vragen om dinsdag", 12), ["buurvrouw", "vragen om", "dinsdag"]);
        assert_eq!(wrap("aaaaaaaa", 3), ["aaa", "aaa", "aa"]);
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(cut("cliënt wil", 7), "cliënt…");
        assert_eq!(tail("dinsdag", 3), "dag");
    }

    proptest! {
        #[test]
        fn nothing_is_wider_than_its_room(text in "[a-zé漢👩 ]{0,60}", room in 2..30_usize) {
            for line in wrap(&text, room) {
                prop_assert!(width(&line) <= room);
            }
            prop_assert!(width(&cut(&text, room)) <= room);
            prop_assert!(width(&tail(&text, room)) <= room);
        }
    }
}
