//! A text laid out for the detectors: its characters, its runs of digits and its words, by index.
//! Knows nothing of what they mean.

use super::{Finding, Kind};
use crate::domain::words::plain;
use std::ops::Range;

/// A text and what it consists of. All indices count characters.
pub(super) struct Text {
    chars: Vec<(usize, char)>,
    bytes: usize,
    /// The runs of digits.
    pub digits: Vec<Range<usize>>,
    pub words: Vec<Word>,
}

/// A run of letters and digits.
pub(super) struct Word {
    pub span: Range<usize>,
    /// In lower case, without accents.
    pub plain: String,
}

impl Text {
    pub(super) fn of(text: &str) -> Self {
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let word = |c: char| c.is_alphanumeric() || is_mark(c);
        let words = runs(&chars, word).into_iter().map(|span| {
            let letters = chars.get(span.clone()).unwrap_or(&[]);
            Word { plain: plain(&letters.iter().map(|(_, c)| *c).collect::<String>()), span }
        });
        Self {
            words: words.collect(),
            digits: runs(&chars, |c| c.is_ascii_digit()),
            bytes: text.len(),
            chars,
        }
    }

    pub(super) fn at(&self, index: usize) -> Option<char> {
        self.chars.get(index).map(|(_, c)| *c)
    }

    pub(super) fn before(&self, index: usize) -> Option<char> {
        self.at(index.checked_sub(1)?)
    }

    /// Whether no letter or digit stands right before.
    pub(super) fn begins(&self, index: usize) -> bool {
        !self.before(index).is_some_and(|c| c.is_alphanumeric() || is_mark(c))
    }

    /// Whether no letter or digit stands here.
    pub(super) fn ends(&self, index: usize) -> bool {
        !self.at(index).is_some_and(|c| c.is_alphanumeric() || is_mark(c))
    }

    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The characters of a range.
    pub(super) fn slice(&self, span: Range<usize>) -> impl DoubleEndedIterator<Item = char> {
        self.chars.get(span).unwrap_or(&[]).iter().map(|(_, c)| *c)
    }

    /// The number that a run of digits writes; nothing when it is too long to be one.
    pub(super) fn number(&self, span: Range<usize>) -> Option<u32> {
        self.slice(span).try_fold(0_u32, |number, c| number.checked_mul(10)?.checked_add(c.to_digit(10)?))
    }

    pub(super) fn finding(&self, span: Range<usize>, kind: Kind) -> Finding {
        let byte = |index: usize| self.chars.get(index).map_or(self.bytes, |(at, _)| *at);
        Finding { span: byte(span.start)..byte(span.end), kind }
    }
}

/// Accents that are typed as characters of their own.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn runs(chars: &[(usize, char)], belongs: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (index, (_, c)) in chars.iter().enumerate() {
        if !belongs(*c) {
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.end == index => run.end = index + 1,
            _ => runs.push(index..index + 1),
        }
    }
    runs
}
