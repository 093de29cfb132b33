//! Lines of text that fit a width, broken between words and never inside a grapheme; counted as a
//! terminal counts, on the screen as on paper.
//!
//! Must not know: what the lines are for.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Cells a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text in lines of at most `room` cells. A word that is too long is broken.
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
        if bare.is_empty() && (used >= room || used == 0 && !lines.is_empty()) {
            // A line that was broken does not go on with a blank.
            continue;
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

/// As [`wrap`], with the lines after the first under the text and not under what stands before
/// it: a dash, or a name that is followed by two blanks.
pub fn wrap_hanging(text: &str, room: usize) -> Vec<String> {
    let before = if text.starts_with("- ") {
        2
    } else {
        let gap = text.trim_start().find("  ").unwrap_or(0);
        let (head, tail) = text.split_at_checked(gap).unwrap_or(("", text));
        if head.is_empty() { 0 } else { head.width() + tail.width() - tail.trim_start().width() }
    };
    if text.width() <= room || before == 0 || before * 2 > room {
        return wrap(text, room);
    }
    let mut lines = wrap(text, room);
    let first = lines.first().map_or("", String::as_str);
    let rest = text.get(first.len()..).unwrap_or("").trim_start().to_owned();
    lines.truncate(1);
    lines.extend(wrap(&rest, room - before).into_iter().map(|line| format!("{}{line}", " ".repeat(before))));
    lines
}

/// The text in rows that hold all of it, in order: the first of `first` cells, the others of
/// `room`. Broken between words; blanks at the end of a row hang over its edge.
pub fn flow(text: &str, first: usize, room: usize) -> Vec<&str> {
    let mut rows = Vec::new();
    let (mut start, mut at, mut used, mut limit) = (0, 0, 0, first);
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end_matches(' ').width();
        let breaks = bare > 0 && used + bare > limit;
        if breaks && (used > 0 || (limit < room && bare <= room)) {
            rows.push(text.get(start..at).unwrap_or(""));
            (start, used, limit) = (at, 0, room);
        }
        if used + bare <= limit {
            (used, at) = (used + word.width(), at + word.len());
            continue;
        }
        for grapheme in word.graphemes(true) {
            if used + grapheme.width() > limit && grapheme != " " {
                rows.push(text.get(start..at).unwrap_or(""));
                (start, used, limit) = (at, 0, room);
            }
            (used, at) = (used + grapheme.width(), at + grapheme.len());
        }
    }
    rows.push(text.get(start..).unwrap_or(""));
    rows
}

/// The text with spaces after it, up to `room` cells.
pub fn pad(text: &str, room: usize) -> String {
    format!("{text}{}", " ".repeat(room.saturating_sub(text.width())))
}

/// The beginning of a text in at most `room` cells, with an ellipsis when it was cut.
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
    use super::{cut, flow, pad, tail, width, wrap, wrap_hanging};
    use proptest::prelude::*;

    #[test]
    fn breaks_between_words() {
        assert_eq!(wrap("buurvrouw vragen om dinsdag", 12), ["buurvrouw", "vragen om", "dinsdag"]);
        assert_eq!(wrap("aaaaaaaa", 3), ["aaa", "aaa", "aa"]);
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(wrap("naar de markt  (dinsdag)", 14), ["naar de markt", "(dinsdag)"]);
        assert_eq!(cut("cliënt wil", 7), "cliënt…");
        assert_eq!(tail("dinsdag", 3), "dag");
        assert_eq!(wrap("zelfredzaamheid", 6), ["zelfre", "dzaamh", "eid"]);
        assert_eq!(wrap("👩‍🔬👩‍🔬👩‍🔬", 4), ["👩‍🔬👩‍🔬", "👩‍🔬"]);
        assert_eq!(pad("één", 5), "één  ");
    }

    #[test]
    fn what_goes_on_hangs_under_the_text() {
        assert_eq!(wrap_hanging("- een idee in een zin", 12), ["- een idee", "  in een zin"]);
        assert_eq!(wrap_hanging("F1   hulp bij dit", 12), ["F1   hulp", "     bij dit"]);
        assert_eq!(wrap_hanging("geen streepje vooraf", 12), ["geen", "streepje", "vooraf"]);
    }

    #[test]
    fn rows_hold_the_whole_text() {
        assert_eq!(flow("de buurvrouw vragen", 5, 12), ["de ", "buurvrouw ", "vragen"]);
        assert_eq!(flow("aaaaaaaa", 3, 4), ["aaa", "aaaa", "a"]);
        assert_eq!(flow("", 3, 4), [""]);
    }

    proptest! {
        #[test]
        fn rows_lose_nothing_and_fit(text in "[a-zé漢👩 ]{0,60}", first in 0..30_usize, room in 2..30_usize) {
            let rows = flow(&text, first.min(room), room);
            prop_assert_eq!(rows.concat(), text.as_str());
            for row in rows.iter().skip(1) {
                prop_assert!(width(row.trim_end()) <= room);
            }
        }

        #[test]
        fn nothing_is_wider_than_its_room(text in "[a-zé漢👩 ]{0,60}", room in 2..30_usize) {
            let lines = wrap(&text, room);
            for line in &lines {
                prop_assert!(width(line) <= room);
            }
            let letters = |text: &str| text.replace(' ', "");
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
            prop_assert!(width(&cut(&text, room)) <= room);
            prop_assert!(width(&tail(&text, room)) <= room);
        }
    }
}
