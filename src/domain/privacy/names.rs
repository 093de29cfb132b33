//! The names that are known: of the people at the table, the words that were listed, what was let
//! stand, and the alias, which is never touched.

use super::lexicon::Lists;
use super::scan::{Shape, Text, Word};
use super::{Finding, Kind};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The names and words that are looked for, made ready once.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Known {
    /// Parts of names of people at the table, each with the particles in front of it: "de" before
    /// "boer". A particle alone is nobody.
    names: BTreeMap<String, Vec<Vec<String>>>,
    /// Listed words by their first one; most are of one word.
    listed: BTreeMap<String, Vec<Vec<String>>>,
    /// What somebody let stand, each as its words.
    kept: BTreeSet<String>,
    /// The aliases, by their first word.
    aliases: BTreeMap<String, Vec<Vec<String>>>,
}

impl Known {
    /// Of the people at the table every part of a name counts that is no particle and no title. Of
    /// what is listed everything counts that has two letters.
    pub fn new<'a>(people: impl Iterator<Item = &'a str>, listed: &[String]) -> Self {
        let mut known = Self::default();
        for name in people {
            let mut before: Vec<String> = Vec::new();
            for part in Text::of(name).words {
                let letters = part.plain.chars().filter(|c| c.is_alphabetic()).count();
                if part.is(Lists::PARTICLE) && part.plain.len() < 5 {
                    before.push(part.plain);
                } else {
                    let particles = std::mem::take(&mut before);
                    if letters > 1 && !part.is(Lists::TITLE) {
                        known.names.entry(part.plain).or_default().push(particles);
                    }
                }
            }
        }
        for entry in listed {
            add(&mut known.listed, entry);
        }
        known
    }

    /// The aliases of the casussen: never hidden, whatever they look like.
    pub fn with_aliases<'a>(mut self, aliases: impl Iterator<Item = &'a str>) -> Self {
        for alias in aliases {
            add(&mut self.aliases, alias);
        }
        self
    }

    /// What somebody let stand: it stays so in every form.
    pub fn with_kept<'a>(mut self, kept: impl Iterator<Item = &'a str>) -> Self {
        for text in kept {
            self.kept.insert(sign(text));
            let words = Text::of(text).words.into_iter().filter(|word| !word.is(Lists::PARTICLE));
            self.kept.extend(words.filter(|word| word.shape != Shape::Number).map(|word| word.plain));
        }
        self
    }

    /// Whether this part of a text was let stand, in this form or another. A word that was listed
    /// since is not.
    pub fn keeps(&self, part: &str, kind: Kind) -> bool {
        if self.kept.is_empty() || kind == Kind::Listed {
            return false;
        }
        let whole = sign(part);
        if self.kept.contains(&whole) {
            return true;
        }
        let named = kind.is_name();
        let words: Vec<Word> = Text::of(part)
            .words
            .into_iter()
            .filter(|word| !word.is(Lists::PARTICLE) && word.plain != "s")
            .collect();
        let same = |word: &Word| {
            let plain = word.plain.as_str();
            [Some(plain), plain.strip_suffix('s')].into_iter().flatten().any(|form| self.kept.contains(form))
        };
        named && !words.is_empty() && words.iter().all(same)
    }
}

/// Letters and digits only: "06-1234" and "06 1234" are one.
fn sign(text: &str) -> String {
    text.chars().flat_map(super::scan::fold).filter(|c| c.is_alphanumeric()).collect()
}

fn add(entries: &mut BTreeMap<String, Vec<Vec<String>>>, entry: &str) {
    let words: Vec<String> = Text::of(entry).words.into_iter().map(|word| word.plain).collect();
    if let Some(first) = words.first()
        && words.iter().map(|word| word.chars().count()).sum::<usize>() > 1
    {
        entries.entry(first.clone()).or_default().push(words);
    }
}

pub(super) fn find(text: &Text, known: &Known, found: &mut Vec<Finding>) {
    // Where the last name of somebody at the table began, and the word it ended in.
    let mut last: Option<(usize, usize)> = None;
    for (index, word) in text.words.iter().enumerate() {
        if let Some((first, start)) = participant(text, index, word, known) {
            // "Kees" and "de Boer" behind it are one.
            let before =
                last.filter(|(_, end)| end + 1 == first && text.gap(first).is_any(&[" ", " '", " ’"]));
            let start = before.map_or(start, |(start, _)| start);
            found.push(text.finding(start..super::persons::owned(text, word), Kind::Participant));
            last = Some((start, index));
        }
        if let Some(last) = listed(text, index, &known.listed) {
            found.push(text.finding(word.span.start..super::persons::owned(text, last), Kind::Listed));
        }
    }
}

/// Where the alias stands in a text.
pub(super) fn aliases(text: &Text, known: &Known) -> Vec<Range<usize>> {
    if known.aliases.is_empty() {
        return Vec::new();
    }
    let words = text.words.iter().enumerate();
    let found = words.filter_map(|(index, word)| {
        let last = listed(text, index, &known.aliases)?;
        Some(text.finding(word.span.start..super::persons::owned(text, last), Kind::Listed).span)
    });
    found.collect()
}

/// Where the name of somebody at the table begins that ends in this word, also as "Annekes" or
/// "Anneke's". A name that is a word as well (Roos, Bakker) or has two letters is one only with a
/// capital. Its particles belong to it. The index of its first word, and its first character.
fn participant(text: &Text, index: usize, word: &Word, known: &Known) -> Option<(usize, usize)> {
    let plain = word.plain.as_str();
    let mut forms =
        [Some(plain), plain.strip_suffix('s').filter(|form| form.len() > 2)].into_iter().flatten();
    let (form, entries) = forms.find_map(|form| Some((form, known.names.get(form)?)))?;
    let lists = super::lexicon::lists(form);
    let ordinary = lists.any(Lists::TWOFOLD)
        || (lists.any(Lists::WORD) && !lists.any(Lists::FIRST))
        || lists.any(Lists::OPENING.and(Lists::AUXILIARY).and(Lists::SMALL))
        || form.len() < 3;
    let written = word.is_capital() || (form.len() < 3 && word.shape == Shape::Capitals && !text.shouted);
    if ordinary && !written {
        return None;
    }
    // "naar 't Hof" is of "van 't Hof" too.
    let before = |particles: &Vec<String>| {
        let there = text.words.get(..index)?.iter().rev().zip(particles.iter().rev());
        let count = there.take_while(|(word, want)| word.plain == **want).count();
        let first = text.words.get(index - count).filter(|_| count > 0)?;
        let quoted = first.len() == 1 && text.before(first.span.start).is_some_and(|c| "'’".contains(c));
        Some((index - count, first.span.start - usize::from(quoted)))
    };
    Some(entries.iter().filter_map(before).min().unwrap_or((index, word.span.start)))
}

/// The last word of the listed words that begin here.
fn listed<'a>(
    text: &'a Text,
    index: usize,
    entries: &BTreeMap<String, Vec<Vec<String>>>,
) -> Option<&'a Word> {
    let words = text.words.get(index..)?;
    let plain = words.first()?.plain.as_str();
    let forms = [Some(plain), plain.strip_suffix('s')].into_iter().flatten();
    let mut entries = forms.filter_map(|first| entries.get(first)).flatten();
    let same = |word: &Word, want: &String| word.plain == *want || word.plain.strip_suffix('s') == Some(want);
    let entry = entries.find(|entry| {
        entry.len() <= words.len() && words.iter().zip(entry.iter()).all(|(word, want)| same(word, want))
    })?;
    words.get(entry.len() - 1)
}

/// A word of a name as its initial; particles and initials stay.
pub(super) fn initial(word: &str) -> String {
    let particle =
        Text::of(word).words.first().is_some_and(|word| word.is(Lists::PARTICLE) && word.len() < 5);
    let letter = word.chars().find(|c| c.is_alphanumeric());
    match letter {
        Some(letter) if !particle && !word.ends_with('.') => format!("{}.", letter.to_uppercase()),
        _ => word.to_owned(),
    }
}
