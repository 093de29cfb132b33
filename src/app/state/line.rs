//! De regel: the one input line, edited by what a reader sees as one character.
//!
//! Owns the text, the place in it and one recalled text. Must not know what Enter will do.

use crate::domain::words;
use crate::keys::key::Key;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A line of text with a caret.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    text: String,
    /// Byte offset of the caret, always on the edge of a grapheme.
    caret: usize,
    /// What Ctrl+U took away, one deep (decision 13).
    recall: Option<String>,
}

impl Line {
    /// A line without text.
    pub const EMPTY: Self = Self { text: String::new(), caret: 0, recall: None };

    /// A line that holds `text`, with the caret at its end.
    pub fn of(text: &str) -> Self {
        let text = words::typed(text);
        Self { caret: text.len(), text, recall: None }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Characters as people count them.
    pub fn count(&self) -> usize {
        self.text.graphemes(true).count()
    }

    /// The text before and after the caret.
    pub fn split(&self) -> (&str, &str) {
        self.text.split_at_checked(self.caret).unwrap_or((&self.text, ""))
    }

    /// As it may be shown: `mask` for each of these spans, however long it is.
    pub fn veiled(&self, spans: &[Range<usize>], mask: &str) -> Self {
        let (mut text, mut caret) = (String::new(), 0);
        for (at, character) in self.text.grapheme_indices(true) {
            match spans.iter().find(|span| span.contains(&at)) {
                Some(span) if span.start == at => text.push_str(mask),
                Some(_) => {}
                None => text.push_str(character),
            }
            if at < self.caret {
                caret = text.len();
            }
        }
        Self { text, caret, recall: None }
    }

    /// The same line with a dot for every character.
    pub fn concealed(&self) -> Self {
        let dots = |text: &str| "•".repeat(text.graphemes(true).count());
        let (before, after) = self.split();
        let before = dots(before);
        Self { caret: before.len(), text: before + &dots(after), recall: None }
    }

    /// Takes the text out and leaves an empty line.
    pub fn take(&mut self) -> String {
        self.caret = 0;
        std::mem::take(&mut self.text)
    }

    /// Puts text in at the caret.
    pub fn insert(&mut self, raw: &str) {
        // More than can be kept is not taken in: a file that was pasted as one line stays cheap.
        let room = words::LONGEST.saturating_sub(self.text.chars().count());
        let begin: String = raw.chars().take(room.saturating_mul(4)).collect();
        let more: String = words::typed(&begin).chars().take(room).collect();
        let (before, after) = self.split();
        let joined = format!("{before}{more}{after}");
        let caret = before.len() + more.len();
        self.text = joined;
        // A combining mark joins the letter before it, so the edge may have moved.
        let edge = self.edges().find(|edge| *edge >= caret);
        self.caret = edge.unwrap_or(self.text.len());
    }

    /// Ctrl+U: clears the line, or brings back what it cleared.
    pub fn clear_or_recall(&mut self) {
        if self.text.is_empty() {
            if let Some(text) = self.recall.take() {
                *self = Self::of(&text);
            }
        } else {
            let text = self.take();
            self.recall = Some(text);
        }
    }

    /// Handles a key that edits; says whether it did anything.
    pub fn edit(&mut self, key: Key) -> bool {
        match key {
            Key::Char(c) => {
                self.insert(c.encode_utf8(&mut [0; 4]));
                true
            }
            Key::Backspace => self.remove(self.before(), self.caret),
            Key::Delete => self.remove(self.caret, self.after()),
            Key::Left => self.go(self.before()),
            Key::Right => self.go(self.after()),
            Key::Home => self.go(0),
            Key::End => self.go(self.text.len()),
            Key::Enter
            | Key::Esc
            | Key::Tab
            | Key::BackTab
            | Key::Up
            | Key::Down
            | Key::PageUp
            | Key::PageDown
            | Key::F(_)
            | Key::Ctrl(_) => false,
        }
    }

    fn edges(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.text.grapheme_indices(true).map(|(edge, _)| edge)
    }

    fn before(&self) -> usize {
        self.edges().rev().find(|edge| *edge < self.caret).unwrap_or(0)
    }

    fn after(&self) -> usize {
        self.edges().find(|edge| *edge > self.caret).unwrap_or(self.text.len())
    }

    fn go(&mut self, edge: usize) -> bool {
        let moved = edge != self.caret;
        self.caret = edge;
        moved
    }

    fn remove(&mut self, from: usize, to: usize) -> bool {
        if from >= to {
            return false;
        }
        self.text.replace_range(from..to, "");
        // What is left may have joined into one grapheme.
        let edge = self.edges().rev().find(|edge| *edge <= from);
        self.caret = edge.unwrap_or(0);
        if from >= self.text.len() {
            self.caret = self.text.len();
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::app::state::line::Line;
    use crate::keys::key::script;
    use proptest::prelude::*;

    fn typed(keys: &str) -> Line {
        let mut line = Line::default();
        for key in script(keys).expect("a key script") {
            line.edit(key);
        }
        line
    }

    #[test]
    fn edits_by_what_a_reader_sees() {
        for (keys, before, after) in [
            ("markt", "markt", ""),
            ("é€<left><bs>", "", "€"),
            ("e\u{301}x<bs><bs>", "", ""),
            ("👩‍🔬 b<home><del>", "", " b"),
            ("abc<left><left>X", "aX", "bc"),
            ("abc<home><right><del><end>!", "ac!", ""),
        ] {
            let line = typed(keys);
            assert_eq!(line.split(), (before, after), "{keys}");
        }
    }

    #[test]
    fn clears_into_a_recall() {
        let mut line = Line::of("buurvrouw");
        line.clear_or_recall();
        assert_eq!(line.text(), "");
        line.clear_or_recall();
        assert_eq!(line.text(), "buurvrouw");
    }

    proptest! {
        #[test]
        fn the_caret_stays_on_an_edge(text in any::<String>(), keys in proptest::collection::vec(0..7_u8, 0..40)) {
            use crate::keys::key::Key;
            let mut line = Line::of(&text);
            for key in keys {
                let keys = [Key::Left, Key::Right, Key::Home, Key::End, Key::Backspace, Key::Delete, Key::Char('\u{301}')];
                line.edit(keys[usize::from(key)]);
                let (before, after) = line.split();
                prop_assert_eq!(format!("{before}{after}"), line.text());
                let edges: Vec<usize> = line.edges().chain([line.text().len()]).collect();
                prop_assert!(edges.contains(&before.len()));
            }
        }
    }
}
