//! The smallest pieces of RON text: words, numbers, strings, characters.
//!
//! Must not know: brackets, commas and fields (that is [`super`]).

use super::super::outline::{Shape, Step};
use super::fault::Fault;
use super::{Scanner, Stop};

impl Scanner<'_> {
    /// A word, a number, a raw string, or a name with brackets after it.
    pub(super) fn word(&mut self, node: usize, depth: usize) -> Result<Shape, Stop> {
        if let Some(prefix) = raw_prefix(self.rest()) {
            return self.string(node, prefix);
        }
        if self.rest().starts_with("b'") {
            self.skip(1);
            return self.quoted_char(node);
        }
        let start = self.at;
        self.take_while(is_word);
        if self.at == start {
            self.skip(self.peek().map_or(0, char::len_utf8));
        }
        let end = self.at;
        let word = self.text.get(start..end).unwrap_or("").to_owned();
        if word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.')) {
            return Ok(Shape::Number);
        }
        self.blank(node)?;
        if self.peek() != Some('(') {
            self.at = end;
            return Ok(Shape::Word);
        }
        // The code never sees `Some`, so its content gets the path of the field itself.
        let step = if word == "Some" { |_| Step::Same } else { Step::Index };
        self.group(node, '(', depth, step)
    }

    /// After a word more words may follow on the same line: a text whose quotes were forgotten.
    /// All of it is one fault, up to the closing quote if there is one.
    pub(super) fn bare_text(&mut self, node: usize) -> Result<(), Stop> {
        let Some((shape, start)) = self.outline.node(node).map(|node| (node.shape, node.value.start)) else {
            return Ok(());
        };
        let next = self.rest().trim_start_matches([' ', '\t']);
        let quoted = next.starts_with('"') && next.len() == self.rest().len();
        if shape == Shape::Number && next.starts_with(char::is_alphabetic) {
            return self.number_and_word(node, start);
        }
        if shape != Shape::Word || !(quoted || next.starts_with(is_word)) {
            return Ok(());
        }
        let line = self.rest().lines().next().unwrap_or("");
        let bytes =
            line.find('"').map_or_else(|| line.trim_end_matches([',', ')', ' ']).len(), |quote| quote + 1);
        self.skip(bytes);
        self.drop_item(node);
        self.report(start, node, Fault::BareText)
    }

    fn number_and_word(&mut self, node: usize, start: usize) -> Result<(), Stop> {
        self.take_while(|c| c == ' ' || is_word(c));
        self.drop_item(node);
        self.report(start, node, Fault::NumberAndWord)
    }

    /// A string; `prefix` is the length of `r#`, `b` or `br##` before the first quote.
    pub(super) fn string(&mut self, node: usize, prefix: usize) -> Result<Shape, Stop> {
        let start = self.at;
        let head = self.rest().get(..prefix).unwrap_or("").to_owned();
        self.skip(prefix + 1);
        if head.contains('r') {
            let close = format!("\"{}", "#".repeat(head.matches('#').count()));
            match self.rest().find(&close) {
                Some(bytes) => self.skip(bytes + close.len()),
                None => self.stop(start, node, Fault::OpenString)?,
            }
            return Ok(Shape::Text);
        }
        loop {
            self.take_while(|c| c != '"' && c != '\\');
            match self.peek() {
                Some('"') => {
                    self.skip(1);
                    return Ok(Shape::Text);
                }
                Some(_) => {
                    self.skip(1);
                    self.skip(self.peek().map_or(0, char::len_utf8));
                }
                None => {
                    self.stop(start, node, Fault::OpenString)?;
                }
            }
        }
    }

    /// `'c'`, or a text in single quotes, which RON does not have.
    pub(super) fn quoted_char(&mut self, node: usize) -> Result<Shape, Stop> {
        let start = self.at;
        self.skip(1);
        if let Some(bytes) = char_literal(self.rest()) {
            self.skip(bytes);
            return Ok(Shape::Char);
        }
        let line = self.rest().lines().next().unwrap_or("");
        let bytes =
            line.find('\'').map_or_else(|| line.trim_end_matches([',', ' ']).len(), |bytes| bytes + 1);
        self.skip(bytes);
        self.report(start, node, Fault::SingleQuotes)?;
        self.drop_item(node);
        Ok(Shape::Char)
    }

    /// A text in the curly quotes of a word processor.
    pub(super) fn curly(&mut self, node: usize) -> Result<Shape, Stop> {
        let start = self.at;
        self.skip(self.peek().map_or(0, char::len_utf8));
        let line = self.rest().lines().next().unwrap_or("");
        let close = line.char_indices().find(|(_, c)| matches!(c, '“' | '”' | '’' | '‘' | '»' | '"'));
        let bytes =
            close.map_or_else(|| line.trim_end_matches([',', ' ']).len(), |(at, c)| at + c.len_utf8());
        self.skip(bytes);
        self.report(start, node, Fault::CurlyQuotes)?;
        self.drop_item(node);
        Ok(Shape::Text)
    }
}

pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')
        || matches!(c, '\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')
}

/// Characters that look like nothing and that RON refuses: a pasted hard space, a stray BOM.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{202f}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
    )
}

pub(super) fn is_word(c: char) -> bool {
    let ends = is_space(c) || is_invisible(c);
    !ends && !matches!(c, ',' | ':' | '(' | ')' | '[' | ']' | '{' | '}' | '"' | '\'' | '=' | '/')
}

/// The length of `c'` or `\u{e9}'`, after the opening quote.
fn char_literal(text: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    let (_, first) = chars.next()?;
    let (_, second) = chars.next()?;
    if first != '\\' {
        return (second == '\'').then_some(first.len_utf8() + 1);
    }
    chars.take(12).find(|&(_, c)| c == '\'').map(|(at, _)| at + 1)
}

/// The length of `r`, `r##`, `b` or `br#` when a string follows it.
fn raw_prefix(text: &str) -> Option<usize> {
    let after_b = text.strip_prefix('b').unwrap_or(text);
    let after_r = after_b.strip_prefix('r').map_or(after_b, |rest| rest.trim_start_matches('#'));
    let prefix = text.len().saturating_sub(after_r.len());
    (prefix > 0 && after_r.starts_with('"')).then_some(prefix)
}
