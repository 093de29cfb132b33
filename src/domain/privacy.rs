//! The privacy filter: what in a text says who somebody is. A pure function of the text and of
//! the names and words that are known; it never claims to find everything.
//!
//! Each group of detectors has a file. They look at one `scan::Text`, may overlap, and are
//! brought together here: what overlaps becomes one finding of the strongest kind. Must not know
//! what is done with a finding.

mod addresses;
mod ages;
mod dates;
mod labels;
pub mod lexicon;
mod mail;
mod names;
mod numbers;
mod persons;
mod places;
mod positions;
mod replace;
mod scan;
mod typing;

pub use names::Known;
pub use replace::{MASK, initial, mask, replace, role};
pub use typing::while_typing;

use scan::Text;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Which rules a verdict was given by. It goes up when they find more.
pub const VERSION: u32 = 2;

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
    /// A word that the inbrenger wants to keep off the screen.
    Listed,
    /// The name behind *mevrouw*, *dhr.* and the like.
    TitledName,
    /// The name of somebody at the table.
    Participant,
    /// A first name, a surname, initials, a nickname.
    Name,
    /// A street with its house number.
    Address,
    /// From ninety.
    Age,
    /// A room together with the home it is in.
    Room,
    Plate,
    /// A number behind *dossier*, *polis*, *BIG* and the like.
    Number,
    /// A function that only one person has.
    Position,
}

impl Kind {
    pub const ALL: [Self; 16] = [
        Self::Bsn,
        Self::Email,
        Self::Phone,
        Self::Postcode,
        Self::Iban,
        Self::BirthDate,
        Self::Listed,
        Self::TitledName,
        Self::Participant,
        Self::Name,
        Self::Address,
        Self::Age,
        Self::Room,
        Self::Plate,
        Self::Number,
        Self::Position,
    ];

    /// Whether an initial says enough in its place.
    pub fn is_name(self) -> bool {
        self.is_person() || self == Self::Listed
    }

    /// Whether it is what one asks for who asks *wie*. A word that was listed is not.
    pub fn is_person(self) -> bool {
        matches!(self, Self::TitledName | Self::Participant | Self::Name)
    }
}

/// A part of a text that says who somebody is: bytes, on the borders of characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub span: Range<usize>,
    pub kind: Kind,
}

/// Everything in `text` that is recognised, in order, without overlap, on the borders of what is
/// seen as one sign. What was let stand and the alias are not among it. What a text with masks in it
/// would say is among it: masked once is masked for good.
pub fn find(text: &str, known: &Known) -> Vec<Finding> {
    let mut found = at_once(text, known);
    while !found.is_empty() {
        let more = behind_masks(text, &found, known);
        if more.is_empty() {
            break;
        }
        found.extend(more);
        found = merged(found);
    }
    found
}

/// What is found in the text when these are masked, and was not before.
fn behind_masks(text: &str, found: &[Finding], known: &Known) -> Vec<Finding> {
    let spans: Vec<_> = found.iter().map(|finding| finding.span.clone()).collect();
    // A place in the masked text, in the text: one in a mask is an end of what it hides.
    let place = |at: usize, is_end: bool| {
        let (mut masked, mut whole) = (0, 0);
        for span in &spans {
            let start = masked + (span.start - whole);
            let end = start + MASK.len();
            if at < start || (is_end && at == start) {
                break;
            }
            if at < end {
                return if is_end { span.end } else { span.start };
            }
            (masked, whole) = (end, span.end);
        }
        whole + (at - masked)
    };
    let more = at_once(&mask(text, &spans), known).into_iter().map(|finding| Finding {
        span: place(finding.span.start, false)..place(finding.span.end, true),
        kind: finding.kind,
    });
    more.filter(|new| !spans.iter().any(|span| span.start <= new.span.start && new.span.end <= span.end))
        .collect()
}

/// What one look at the text finds.
fn at_once(text: &str, known: &Known) -> Vec<Finding> {
    let read = Text::of(text);
    let mut found = Vec::new();
    numbers::find(&read, &mut found);
    labels::find(&read, &mut found);
    ages::find(&read, &mut found);
    places::find(&read, &mut found);
    mail::find(&read, &mut found);
    addresses::find(&read, &mut found);
    dates::find(&read, &mut found);
    positions::find(&read, &mut found);
    persons::find(&read, &mut found);
    names::find(&read, known, &mut found);
    let aliases = names::aliases(&read, known);
    let free = |finding: &Finding| {
        !text.get(finding.span.clone()).is_some_and(|part| known.keeps(part, finding.kind))
    };
    let found = merged(found).into_iter().flat_map(|finding| around(finding, &aliases));
    on_signs(text, found.filter(free).collect())
}

/// What is left of a name around the alias. A number is never an alias.
fn around(finding: Finding, aliases: &[Range<usize>]) -> Vec<Finding> {
    let touches = |alias: &&Range<usize>| alias.start < finding.span.end && finding.span.start < alias.end;
    if !finding.kind.is_name() || finding.kind == Kind::Listed || !aliases.iter().any(|alias| touches(&alias))
    {
        return vec![finding];
    }
    let mut parts = Vec::new();
    let mut at = finding.span.start;
    for alias in aliases.iter().filter(touches) {
        parts.push(at..alias.start.max(at));
        at = alias.end.max(at);
    }
    parts.push(at..finding.span.end.max(at));
    // A blank or a sign alone is nothing that was found.
    let kind = finding.kind;
    parts.into_iter().filter(|span| span.len() > 2).map(|span| Finding { span, kind }).collect()
}

/// Findings that begin and end between two signs: an accent goes with its letter.
fn on_signs(text: &str, found: Vec<Finding>) -> Vec<Finding> {
    if text.is_ascii() || found.is_empty() {
        return found;
    }
    let borders: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
    let widened = found.into_iter().map(|finding| {
        let start = borders.iter().rev().find(|at| **at <= finding.span.start);
        let end = borders.iter().find(|at| **at >= finding.span.end);
        let span = start.copied().unwrap_or(finding.span.start)..end.copied().unwrap_or(finding.span.end);
        Finding { span, kind: finding.kind }
    });
    merged(widened.collect())
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

#[cfg(test)]
mod tests;
