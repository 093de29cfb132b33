//! The lines of a journal: printing them, and reading back as much as is certain.
//!
//! Line 1 is `Opened`, every next line is one `Entry` in compact RON. A record exists if its
//! newline is on disk. Reading never gives up what came before a bad line. Must not know: where
//! the bytes came from.

use super::error::StoreError;
use crate::domain::book;
use crate::domain::journal::{Entry, FORMAT, Opened};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fmt;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// The first line of a journal of ours.
pub trait First: DeserializeOwned {
    /// The highest format that this program reads.
    const FORMAT: u32;
    fn format(&self) -> u32;
}

/// A line that has a number.
pub trait Numbered: DeserializeOwned {
    fn seq(&self) -> u64;
}

impl First for Opened {
    const FORMAT: u32 = FORMAT;

    fn format(&self) -> u32 {
        self.format
    }
}

impl Numbered for Entry {
    fn seq(&self) -> u64 {
        self.seq
    }
}

impl First for book::Opened {
    const FORMAT: u32 = book::FORMAT;

    fn format(&self) -> u32 {
        self.format
    }
}

impl Numbered for book::Entry {
    fn seq(&self) -> u64 {
        self.seq
    }
}

/// A journal as it was read: everything up to the first thing that is not certain.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded<O = Opened, E = Entry> {
    pub opened: O,
    pub entries: Vec<E>,
    /// Bytes after the last newline: a line that was being written when the power went.
    pub torn: Option<usize>,
    /// The first complete line that is no good; it and everything after it was not read.
    pub broken: Option<Broken>,
    /// How far the certain part reaches, from the beginning of the file.
    pub good_bytes: u64,
}

impl<O, E: Numbered> Loaded<O, E> {
    /// The number of the newest entry.
    pub fn seq(&self) -> u64 {
        self.entries.last().map_or(0, Numbered::seq)
    }
}

/// Where a journal stops making sense. Never holds a text of the session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Counted from 1, as editors do.
    pub line: usize,
    /// In characters, counted from 1.
    pub column: usize,
    pub reason: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "regel {} niet, bij teken {} ({})", self.line, self.column, self.reason)
    }
}

/// Why not even the first line could be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    Empty,
    /// The first line has no end: the file was cut off.
    CutOff,
    /// Something else than a journal of this program.
    Foreign,
    /// A newer program made it.
    Newer {
        format: u32,
    },
    /// The first line is ours, but something in it is wrong.
    Header {
        column: usize,
        reason: String,
    },
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "het logboek is leeg"),
            Self::CutOff => write!(f, "het logboek is al in de eerste regel afgekapt"),
            Self::Foreign => write!(f, "logboek.ronl is geen logboek van Oogst"),
            Self::Newer { format } => {
                write!(f, "hij is gemaakt met een nieuwere versie van Oogst (vorm {format})")
            }
            Self::Header { column, reason } => {
                write!(f, "de eerste regel van het logboek klopt niet, bij teken {column} ({reason})")
            }
        }
    }
}

impl Unreadable {
    /// What to do about it, as a sentence.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Newer { .. } => "Open hem met de nieuwste versie van Oogst.",
            Self::Empty | Self::CutOff | Self::Foreign | Self::Header { .. } => {
                "Staat er een logboek.vorig.ronl in de map, dan haalt oogst herstel daar alles uit wat nog \
                 leesbaar is."
            }
        }
    }
}

/// What reading a journal gives.
pub type Parsed = Result<Loaded, Unreadable>;

/// The first line of a journal, with its newline.
///
/// # Errors
/// When it cannot be written as RON.
pub fn print_opened(opened: &Opened) -> Result<String, StoreError> {
    print_line(opened)
}

/// One entry, with its newline.
///
/// # Errors
/// When it cannot be written as RON.
pub fn print(entry: &Entry) -> Result<String, StoreError> {
    print_line(entry)
}

/// A whole journal.
///
/// # Errors
/// When part of it cannot be written as RON.
pub fn print_all<'a>(
    opened: &Opened,
    entries: impl IntoIterator<Item = &'a Entry>,
) -> Result<String, StoreError> {
    let mut text = print_opened(opened)?;
    for entry in entries {
        text.push_str(&print(entry)?);
    }
    Ok(text)
}

/// Strings are escaped, so a line never holds a raw newline; were that to change, a text could
/// break the journal in two, which is checked here and not hoped for.
pub(super) fn print_line(record: &impl Serialize) -> Result<String, StoreError> {
    let mut line = ron::to_string(record).map_err(|_| StoreError::Unprintable)?;
    if line.contains('\n') {
        return Err(StoreError::Unprintable);
    }
    line.push('\n');
    Ok(line)
}

/// Reads the journal of a session: the certain part of it, and what is the matter with the rest.
///
/// # Errors
/// [`Unreadable`] when there is no first line to begin with.
pub fn parse(bytes: &[u8]) -> Parsed {
    parse_as(bytes)
}

/// As [`parse`], for any journal of ours.
///
/// # Errors
/// [`Unreadable`] when there is no first line to begin with.
pub fn parse_as<O: First, E: Numbered>(bytes: &[u8]) -> Result<Loaded<O, E>, Unreadable> {
    let body = bytes.strip_prefix(BOM).unwrap_or(bytes);
    if body.is_empty() {
        return Err(Unreadable::Empty);
    }
    let first = body.split_inclusive(|byte| *byte == b'\n').next().unwrap_or_default();
    let opened: O = parse_opened(first)?;
    let good = bytes.len() - body.len() + first.len();
    let mut loaded = Loaded {
        opened,
        entries: Vec::new(),
        torn: None,
        broken: None,
        good_bytes: u64::try_from(good).unwrap_or(u64::MAX),
    };
    let more = parse_more(body.get(first.len()..).unwrap_or_default(), 0);
    loaded.entries = more.entries;
    loaded.torn = more.torn;
    loaded.broken = more.broken.map(|broken| Broken { line: broken.line + 1, ..broken });
    loaded.good_bytes += more.good_bytes;
    Ok(loaded)
}

/// Entries that follow on others: everything up to the first thing that is not certain.
#[derive(Debug, Clone, PartialEq)]
pub struct More<E = Entry> {
    pub entries: Vec<E>,
    pub torn: Option<usize>,
    /// Its line is counted from the first one of these.
    pub broken: Option<Broken>,
    good_bytes: u64,
}

/// Reads the lines that follow on the entry `seq`.
pub fn parse_more<E: Numbered>(bytes: &[u8], seq: u64) -> More<E> {
    let mut more = More { entries: Vec::new(), torn: None, broken: None, good_bytes: 0 };
    let mut seq = seq;
    for (index, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let Some(content) = line.strip_suffix(b"\n") else {
            more.torn = Some(line.len());
            break;
        };
        match parse_next(content, seq) {
            Ok(entry) => more.entries.extend(entry),
            Err((column, reason)) => {
                more.broken = Some(Broken { line: index + 1, column, reason });
                break;
            }
        }
        seq = more.entries.last().map_or(seq, Numbered::seq);
        more.good_bytes += u64::try_from(line.len()).unwrap_or(0);
    }
    more
}

/// The entry after `seq` that a line holds; nothing for the empty line an editor left behind.
fn parse_next<E: Numbered>(content: &[u8], seq: u64) -> Result<Option<E>, (usize, String)> {
    if content.trim_ascii().is_empty() {
        return Ok(None);
    }
    let entry: E = parse_line(content)?;
    if entry.seq() != seq + 1 {
        return Err((1, format!("nummer {} verwacht, nummer {} gevonden", seq + 1, entry.seq())));
    }
    Ok(Some(entry))
}

fn parse_line<T: DeserializeOwned>(content: &[u8]) -> Result<T, (usize, String)> {
    let text = std::str::from_utf8(content).map_err(|error| {
        let before = content.get(..error.valid_up_to()).unwrap_or_default();
        (
            String::from_utf8_lossy(before).chars().count() + 1,
            "hier staan tekens die geen tekst zijn".to_owned(),
        )
    })?;
    if let Some(place) = text.chars().position(|c| c == '\0') {
        return Err((place + 1, "hier staan lege bytes; de schijf heeft deze regel niet bewaard".to_owned()));
    }
    ron::from_str(text).map_err(|error| {
        let column = error.span.start.col;
        let at_end = column >= text.trim_end().chars().count();
        (column, in_dutch(&error.code, at_end))
    })
}

/// Only what every format number has in common.
#[derive(Deserialize)]
struct Head {
    format: u32,
}

fn parse_opened<O: First>(line: &[u8]) -> Result<O, Unreadable> {
    let Some(content) = line.strip_suffix(b"\n") else {
        return Err(if line.starts_with(b"(format:") { Unreadable::CutOff } else { Unreadable::Foreign });
    };
    let parsed = parse_line::<O>(content);
    let format = match &parsed {
        Ok(opened) => Some(opened.format()),
        Err(_) => parse_line::<Head>(content).ok().map(|head| head.format),
    };
    match (parsed, format) {
        (_, Some(format)) if format > O::FORMAT => Err(Unreadable::Newer { format }),
        (Ok(opened), Some(1..)) => Ok(opened),
        (Err((column, reason)), _) if content.starts_with(b"(format:") => {
            Err(Unreadable::Header { column, reason })
        }
        _ => Err(Unreadable::Foreign),
    }
}

/// The few things that happen to a file, in words. Never quotes a value, only names of ours. At
/// the end of a line the library says what it would have liked next; that the line stops there is
/// what people can see.
fn in_dutch(error: &ron::Error, at_end: bool) -> String {
    if let ron::Error::NoSuchEnumVariant { found, .. } = error
        && found.chars().all(|c| c.is_ascii_alphanumeric())
    {
        return format!(
            "het woord {found} is onbekend; misschien is dit gemaakt met een nieuwere versie van Oogst"
        );
    }
    if let ron::Error::MissingStructField { field, .. } = error {
        return format!("{field} ontbreekt");
    }
    if at_end || matches!(error, ron::Error::Eof | ron::Error::ExpectedStringEnd) {
        return "de regel houdt te vroeg op".to_owned();
    }
    "deze regel is veranderd of beschadigd".to_owned()
}

#[cfg(test)]
mod tests;
