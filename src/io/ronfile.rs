//! The one way in which RON files written by people are read: methods, themes, keys, settings.
//!
//! Owns finding **every** problem of a file at once, each with line, column and path. The trick:
//! every field of such a file has a default, so a wrong value can be blanked out of the text and
//! the rest read again, until nothing is refused; then the meaning is checked. Must not know:
//! what the files are about (the `check` that comes in knows that).

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use crate::domain::method::check::Problem;
use crate::io::store::disk;
use outline::{Outline, Shape, Step};

mod dutch;
mod outline;
mod scan;
#[cfg(test)]
mod tests;

/// Larger than this is not a file somebody wrote by hand.
pub const MAX_BYTES: usize = 1_000_000;

/// How many wrong values are blanked out before the reader leaves the rest for the next time.
const MAX_ROUNDS: usize = 60;

const NOT_ALL: &str = "er zijn nog meer fouten. Los deze eerst op en kijk het bestand dan opnieuw na.";

/// A problem with its place in the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Located {
    /// Counted from 1.
    pub line: usize,
    /// In characters, counted from 1.
    pub column: usize,
    /// `stappen[5].minuten`, counted from one; empty when the whole file is meant.
    pub path: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl Located {
    /// A problem of the file as a whole.
    pub fn whole_file(message: impl Into<String>) -> Self {
        Self { line: 1, column: 1, path: String::new(), message: message.into() }
    }
}

impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "regel {}, kolom {}", self.line, self.column)?;
        if !self.path.is_empty() {
            write!(f, ", {}", self.path)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// Reads a file that a person wrote.
///
/// # Errors
/// Every problem of the file, in the order of the lines.
pub fn read_file<T: Default + DeserializeOwned>(
    path: &Path,
    check: impl Fn(&T) -> Vec<Problem>,
) -> Result<T, Vec<Located>> {
    let one = |message: &str| vec![Located::whole_file(message)];
    let unreadable =
        |_| one("het bestand kan niet worden gelezen. Kijk of het bestaat en of je het mag openen.");
    let bytes = disk::read_given(path, MAX_BYTES as u64 + 1).map_err(unreadable)?;
    if bytes.len() > MAX_BYTES {
        return Err(one(TOO_BIG));
    }
    match std::str::from_utf8(&bytes) {
        Ok(text) => read(text, check),
        Err(error) => {
            let good = bytes.get(..error.valid_up_to()).and_then(|good| std::str::from_utf8(good).ok());
            let (line, column) = Lines::of(good.unwrap_or("")).place(error.valid_up_to());
            let message = "hier staat een teken dat niet te lezen is. Bewaar het bestand opnieuw als UTF-8.";
            Err(vec![Located { line, column, path: String::new(), message: message.to_owned() }])
        }
    }
}

const TOO_BIG: &str = "het bestand is te groot. Meer dan 1 MB wordt niet gelezen.";

/// Reads a text that a person wrote, and checks what it means.
///
/// Every field of `T` must have a default. Paths of `check` count from zero.
///
/// # Errors
/// Every problem of the text, in the order of the lines.
pub fn read<T: Default + DeserializeOwned>(
    text: &str,
    check: impl Fn(&T) -> Vec<Problem>,
) -> Result<T, Vec<Located>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > MAX_BYTES {
        return Err(vec![Located::whole_file(TOO_BIG)]);
    }
    let mut reader = Reader::new(text);
    let value = reader.value::<T>();
    if let Some(value) = &value {
        reader.add_meaning(check(value));
    }
    match value {
        Some(value) if reader.found.is_empty() => Ok(value),
        Some(_) | None => Err(reader.finished()),
    }
}

/// One text being read.
struct Reader<'t> {
    text: &'t str,
    lines: Lines,
    outline: Outline,
    /// The text with everything wrong blanked out; `None` when it cannot be followed.
    repaired: Option<String>,
    found: BTreeSet<Located>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Self {
        let scanned = scan::scan(text);
        let root_lost = scanned.outline.node(0).is_none_or(|root| root.cut);
        let mut reader = Self {
            text,
            lines: Lines::of(text),
            outline: scanned.outline,
            repaired: scanned.repaired.filter(|_| !root_lost),
            found: BTreeSet::new(),
        };
        for fault in scanned.faults {
            let line = fault.fault.other_place().map_or(0, |at| reader.lines.place(at).0);
            reader.add(fault.at, reader.outline.path(fault.node), dutch::fault(&fault.fault, line));
        }
        reader
    }

    fn add(&mut self, at: usize, path: String, message: String) {
        let (line, column) = self.lines.place(at);
        self.found.insert(Located { line, column, path, message });
    }

    /// Reads until nothing is refused any more. `None` when the text as a whole is no good.
    fn value<T: DeserializeOwned>(&mut self) -> Option<T> {
        let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        for _ in 0..MAX_ROUNDS {
            let repaired = self.repaired.as_deref()?;
            match options.from_str::<T>(repaired) {
                Ok(value) => return Some(value),
                Err(error) => self.refused(&error)?,
            }
        }
        self.add(self.text.len(), String::new(), NOT_ALL.to_owned());
        None
    }

    /// Reports one refusal and blanks out the value it is about. `None` when that is everything.
    fn refused(&mut self, error: &ron::error::SpannedError) -> Option<()> {
        let at = self.culprit(error);
        let id = self.outline.innermost(at);
        let consequence = self.outline.has_cut(id) && !is_about_names(&error.code);
        let node = self.outline.node(id)?;
        let parent = self.outline.node(node.parent)?;
        let nameless = matches!(node.step, Step::Index(_)) && parent.shape == Shape::Group;
        let text = self.text.get(node.value.clone()).unwrap_or("");
        let message = dutch::refusal(&error.code, dutch::Seen { shape: node.shape, text, nameless });
        if id == 0 {
            self.add(at, String::new(), message);
            return None;
        }
        if !consequence {
            self.add(node.item.start, self.outline.path(id), message);
        }
        let gone = self.outline.removable(id);
        let node = self.outline.node_mut(gone).filter(|_| gone != 0)?;
        node.cut = true;
        if let ron::Error::NoSuchStructField { expected, found, .. } = &error.code {
            node.meant = crate::text::near::nearest(found, expected).map(str::to_owned);
        }
        let item = node.item.clone();
        self.repaired = scan::patched(self.repaired.as_deref()?, &[(item, b' ')]);
        Some(())
    }

    /// The byte offset of what was refused: the library may point at the blank or the comment before it.
    fn culprit(&self, error: &ron::error::SpannedError) -> usize {
        let repaired = self.repaired.as_deref().unwrap_or("");
        let lines = Lines::of(repaired);
        let start = lines.offset(repaired, error.span.start.line, error.span.start.col);
        let end = lines.offset(repaired, error.span.end.line, error.span.end.col);
        let before = repaired.get(start..end).unwrap_or("");
        if before.contains('/') {
            return end;
        }
        let skipped = before.find(|c: char| !c.is_whitespace() && c != ',' && c != ':');
        skipped.map_or(end, |bytes| start + bytes)
    }

    /// Adds the problems of meaning, except those that only exist because a value was blanked.
    fn add_meaning(&mut self, problems: Vec<Problem>) {
        for problem in problems {
            let place = self.outline.find(&problem.path);
            if !place.after_cut {
                self.add(place.at, place.shown, problem.message);
            }
        }
    }

    /// Everything found. Never empty: a text that could not be read is a problem in itself.
    fn finished(self) -> Vec<Located> {
        let mut found: Vec<Located> = self.found.into_iter().collect();
        if found.is_empty() {
            found.push(Located::whole_file(
                "het bestand is niet te lezen. Vergelijk het met een voorbeeld en begin daar opnieuw.",
            ));
        }
        found
    }
}

/// These are problems of their own, also when something inside was blanked out before.
fn is_about_names(code: &ron::Error) -> bool {
    matches!(
        code,
        ron::Error::NoSuchStructField { .. }
            | ron::Error::DuplicateStructField { .. }
            | ron::Error::NoSuchEnumVariant { .. }
    )
}

/// Where the lines of a text begin.
struct Lines {
    starts: Vec<usize>,
    /// Bytes that continue a character: they take no column.
    inner: Vec<usize>,
}

impl Lines {
    fn of(text: &str) -> Self {
        let mut starts = vec![0];
        let mut inner = Vec::new();
        for (at, byte) in text.bytes().enumerate() {
            if byte == b'\n' {
                starts.push(at + 1);
            } else if (0x80..0xC0).contains(&byte) {
                inner.push(at);
            }
        }
        Self { starts, inner }
    }

    /// Line and column of a byte offset, both counted from 1.
    fn place(&self, at: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|&start| start <= at).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let inner = self.inner.partition_point(|&inner| inner < at)
            - self.inner.partition_point(|&inner| inner < start);
        (line, at.saturating_sub(start).saturating_sub(inner) + 1)
    }

    /// The byte offset of a line and column, as the library counts them.
    fn offset(&self, text: &str, line: usize, column: usize) -> usize {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(text.len());
        let rest = text.get(start..).unwrap_or("");
        let bytes = rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
        start + bytes
    }
}
