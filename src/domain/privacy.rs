//! The privacy filter: what in a text says who somebody is. A pure function of the text and of
//! the names and words that are known; it never claims to find everything.
//!
//! Each group of detectors has a file. They look at one `scan::Text`, may overlap, and are
//! brought together here: what overlaps becomes one finding of the strongest kind. Must not know
//! what is done with a finding.

mod dates;
mod names;
mod numbers;
mod places;
mod scan;

pub use names::{Known, is_never_alone};

use scan::Text;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What takes the place of a found text: always as long, so that it betrays no length.
pub const MASK: &str = "■■■";

/// What was found, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// Passes the elfproef; one in eleven other numbers of nine digits does too.
    Bsn,
    Email,
    Phone,
    /// With a house number, or alone in capitals.
    Postcode,
    Iban,
    /// A full date up to 2015, or after *geboren*.
    BirthDate,
    /// The name behind *mevrouw*, *dhr.* and the like.
    TitledName,
    /// The name of somebody at the table.
    Participant,
    /// A word that the inbrenger wants to keep off the screen.
    Listed,
}

impl Kind {
    pub const ALL: [Self; 9] = [
        Self::Bsn,
        Self::Email,
        Self::Phone,
        Self::Postcode,
        Self::Iban,
        Self::BirthDate,
        Self::TitledName,
        Self::Participant,
        Self::Listed,
    ];

    /// Whether an initial says enough in its place.
    pub fn is_name(self) -> bool {
        matches!(self, Self::TitledName | Self::Participant | Self::Listed)
    }
}

/// A part of a text that says who somebody is: bytes, on the borders of characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub span: Range<usize>,
    pub kind: Kind,
}

/// Everything in `text` that is recognised, in order, without overlap.
pub fn find(text: &str, known: &Known) -> Vec<Finding> {
    let text = Text::of(text);
    let mut found = Vec::new();
    numbers::find(&text, &mut found);
    places::find(&text, &mut found);
    dates::find(&text, &mut found);
    names::find(&text, known, &mut found);
    merged(found)
}

/// One finding for what overlaps. The union: what one detector saw stays covered.
pub(super) fn merged(mut found: Vec<Finding>) -> Vec<Finding> {
    found.sort_by_key(|finding| (finding.span.start, finding.kind));
    let mut merged: Vec<Finding> = Vec::with_capacity(found.len());
    for finding in found {
        match merged.last_mut() {
            Some(last) if finding.span.start < last.span.end => {
                last.span.end = last.span.end.max(finding.span.end);
                last.kind = last.kind.min(finding.kind);
            }
            _ => merged.push(finding),
        }
    }
    merged
}

/// The text with [`MASK`] for each span. Spans that do not fit the text belong to another one: then
/// nothing of it is shown.
pub fn mask(text: &str, spans: &[Range<usize>]) -> String {
    replaced(text, spans, |_| MASK.to_owned()).unwrap_or_else(|| MASK.to_owned())
}

/// The text with each name in a span reduced to its initial: "mevrouw De Vries" becomes "mevrouw
/// De V.". `None` when the spans do not fit.
pub fn initial(text: &str, spans: &[Range<usize>]) -> Option<String> {
    replaced(text, spans, |name| {
        let words: Vec<String> = name.split_whitespace().map(names::initial).collect();
        words.join(" ")
    })
}

fn replaced(text: &str, spans: &[Range<usize>], by: impl Fn(&str) -> String) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for span in spans {
        out.push_str(text.get(at..span.start)?);
        out.push_str(&by(text.get(span.clone())?));
        at = span.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

#[cfg(test)]
mod tests;
