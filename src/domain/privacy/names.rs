//! Names: behind a title, of the people at the table, and words that were listed. A first name
//! without any of these is not recognised.

use super::scan::{Text, Word};
use super::{Finding, Kind};
use crate::domain::words::plain;
use std::collections::BTreeMap;
use std::ops::Range;

mod lists;

use lists::{OPENINGS, ORDINARY, PARTICLES, TITLES};

/// The names and words that are looked for, made ready once.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Known {
    /// Parts of names.
    names: Vec<String>,
    /// Listed words by their first one; most are of one word.
    listed: BTreeMap<String, Vec<Vec<String>>>,
}

impl Known {
    /// Of the people at the table every part of a name counts that has at least three letters, but
    /// no particle and no title. Of what is listed everything counts that has two.
    pub fn new<'a>(people: impl Iterator<Item = &'a str>, listed: &[String]) -> Self {
        let mut known = Self::default();
        for part in people.flat_map(|name| Text::of(name).words) {
            let letters = part.plain.chars().filter(|c| c.is_alphabetic()).count();
            if letters > 2 && !is_never_alone(&part.plain) {
                known.names.push(part.plain);
            }
        }
        known.names.sort();
        known.names.dedup();
        for entry in listed {
            let words: Vec<String> = Text::of(entry).words.into_iter().map(|word| word.plain).collect();
            if let Some(first) = words.first()
                && words.iter().map(|word| word.chars().count()).sum::<usize>() > 1
            {
                known.listed.entry(first.clone()).or_default().push(words);
            }
        }
        known
    }

    fn is_name(&self, plain: &str) -> bool {
        self.names.binary_search_by(|name| name.as_str().cmp(plain)).is_ok()
    }
}

pub(super) fn find(text: &Text, known: &Known, found: &mut Vec<Finding>) {
    for (index, word) in text.words.iter().enumerate() {
        if TITLES.contains(&word.plain.as_str())
            && let Some(span) = behind_title(text, index)
        {
            found.push(text.finding(span, Kind::TitledName));
        }
        if is_participant(text, word, known) {
            found.push(text.finding(owned(text, word), Kind::Participant));
        }
        if let Some(last) = listed(text, index, known) {
            found.push(text.finding(word.span.start..owned(text, last).end, Kind::Listed));
        }
    }
}

/// The name behind the title at `index`: initials, particles and words with a capital. A title
/// with an initial only has been reduced already.
fn behind_title(text: &Text, index: usize) -> Option<Range<usize>> {
    let words = text.words.get(index..)?;
    let (title, rest) = words.split_first()?;
    // Behind a word written in full a dot ends the sentence.
    let dotted = title.plain.len() < 5;
    let (mut before, mut last) = (title, None);
    for (place, word) in rest.iter().take(7).enumerate() {
        let gap: String = text.slice(before.span.end..word.span.start).take(4).collect();
        let initial = is_initial(text, word);
        let near = match gap.as_str() {
            " " | " '" | " ’" => true,
            ". " | "." => (place == 0 && dotted) || is_initial(text, before),
            "-" => last.is_some(),
            _ => false,
        };
        let particle = is_particle(word, rest.get(place + 1));
        if !near || !(initial || particle || is_capital(text, word)) {
            break;
        }
        if !initial && !particle {
            last = Some(word);
        }
        before = word;
    }
    let first = rest.first()?.span.start;
    let quoted = text.before(first).is_some_and(|c| "'’".contains(c));
    Some(first - usize::from(quoted)..owned(text, last?).end)
}

/// Whether a plain word is a part of a name that says nothing by itself: a particle, a title.
pub fn is_never_alone(word: &str) -> bool {
    PARTICLES.contains(&word) || TITLES.contains(&word)
}

fn is_initial(text: &Text, word: &Word) -> bool {
    word.span.len() == 1 && text.at(word.span.start).is_some_and(char::is_uppercase)
}

/// "van", "der"; "in" and "op" only in front of another: "mevrouw in Utrecht" names nobody.
fn is_particle(word: &Word, next: Option<&Word>) -> bool {
    let follows =
        || next.is_some_and(|next| matches!(next.plain.as_str(), "t" | "het" | "de" | "den" | "der"));
    match word.plain.as_str() {
        "in" | "op" => follows(),
        other => PARTICLES.contains(&other),
    }
}

/// A word as a name is written. "GGZ" is none, and neither is the opening of a next sentence.
fn is_capital(text: &Text, word: &Word) -> bool {
    let mut chars = text.slice(word.span.clone());
    let upper = chars.next().is_some_and(char::is_uppercase);
    let lower = chars.any(char::is_lowercase) || word.span.len() > 4;
    upper && lower && !OPENINGS.contains(&word.plain.as_str())
}

/// The name of somebody at the table, also as "Annekes" or "Anneke's". A name that is a word as
/// well (Roos, Bakker) is one only with a capital.
fn is_participant(text: &Text, word: &Word, known: &Known) -> bool {
    let plain = word.plain.as_str();
    let name = [Some(plain), plain.strip_suffix('s')].into_iter().flatten().find(|name| known.is_name(name));
    name.is_some_and(|name| !ORDINARY.contains(&name) || is_written_as_name(text, word))
}

fn is_written_as_name(text: &Text, word: &Word) -> bool {
    let mut chars = text.slice(word.span.clone());
    chars.next().is_some_and(char::is_uppercase) && chars.all(char::is_lowercase)
}

/// The last word of the listed words that begin here.
fn listed<'a>(text: &'a Text, index: usize, known: &Known) -> Option<&'a Word> {
    let words = text.words.get(index..)?;
    let plain = words.first()?.plain.as_str();
    let entries = [Some(plain), plain.strip_suffix('s')].into_iter().flatten();
    let mut entries = entries.filter_map(|first| known.listed.get(first)).flatten();
    let same = |word: &Word, want: &String| word.plain == *want || word.plain.strip_suffix('s') == Some(want);
    let entry = entries.find(|entry| {
        entry.len() <= words.len() && words.iter().zip(entry.iter()).all(|(word, want)| same(word, want))
    })?;
    words.get(entry.len() - 1)
}

/// A word with the 's of who owns something.
fn owned(text: &Text, word: &Word) -> Range<usize> {
    let end = word.span.end;
    let mark = text.at(end).is_some_and(|c| "'’".contains(c));
    let owns = mark && text.at(end + 1) == Some('s') && text.ends(end + 2);
    word.span.start..if owns { end + 2 } else { end }
}

/// A word of a name as its initial; particles and initials stay.
pub(super) fn initial(word: &str) -> String {
    let particle = PARTICLES.contains(&plain(word).trim_start_matches(['\'', '’']));
    let letter = word.chars().find(|c| c.is_alphanumeric());
    match letter {
        Some(letter) if !particle && !word.ends_with('.') => format!("{}.", letter.to_uppercase()),
        _ => word.to_owned(),
    }
}
