//! The significant words of one text, prepared for comparing, and how alike two words are.

use super::super::fold;
use super::stop;
use frostem::{Algorithm, Stemmer};
use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation;

/// From here two words that share many pairs of letters are one word in two forms (klantje,
/// klant; grote, groot).
const ALIKE: f64 = 0.6;

/// Shorter words share pairs of letters by chance.
const LONG: usize = 5;

/// The most letters an ending and a beginning add.
const SPAN: usize = 4;

/// A word that is part of a longer one says something of it, not all.
const PART: f64 = 0.75;

/// More words than a post-it holds are not compared.
const MOST: usize = 40;

/// The significant words of one text, each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(Arc<[Word]>);

/// One word in three forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) typed: String,
    plain: String,
    stem: String,
}

impl Words {
    /// Prepares a text: words folded and stemmed, without those that say nothing.
    pub fn of(text: &str) -> Self {
        let stemmer = Stemmer::new(Algorithm::Dutch);
        let mut words: Vec<Word> = Vec::new();
        for typed in text.unicode_words() {
            let folded = fold::plain(typed);
            // "collega's" is "collega", "zo'n" is "zo".
            let plain = folded.split(['\'', '’']).next().unwrap_or_default();
            if stop::says_nothing(plain) {
                continue;
            }
            let stem = stemmer.stem(plain);
            if words.iter().all(|word| word.stem != stem) {
                let (plain, stem) = (plain.to_owned(), stem.into_owned());
                words.push(Word { typed: typed.to_owned(), plain, stem });
            }
            if words.len() == MOST {
                break;
            }
        }
        Self(words.into())
    }

    /// Whether a word of one is like a word of the other.
    pub fn shares(&self, other: &Self) -> bool {
        self.iter().any(|word| other.most_like(word).is_some())
    }

    /// How many words there are.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Word> {
        self.0.iter()
    }

    /// The word that is most like this one; of equals the first.
    pub(super) fn most_like(&self, word: &Word) -> Option<(f64, &Word)> {
        self.iter()
            .filter_map(|other| word.likeness(other).map(|like| (like, other)))
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
    }
}

impl Word {
    /// How alike two words are, up to 1; none when they are not.
    fn likeness(&self, other: &Self) -> Option<f64> {
        if self.plain == other.plain || (self.stem == other.stem && self.trusts_stem(other)) {
            return Some(1.0);
        }
        if self.ends_in(other) || other.ends_in(self) || self.is_in(other) || other.is_in(self) {
            return Some(PART);
        }
        if !self.may_be(other) {
            return None;
        }
        // Of the stems too: ver…en alone makes no family (verzorgen, vergeten).
        let dice = strsim::sorensen_dice(&self.plain, &other.plain);
        (dice >= ALIKE && strsim::sorensen_dice(&self.stem, &other.stem) >= ALIKE).then_some(dice)
    }

    /// A short stem joins strangers when something was cut off in front (gezin, zin; gezond, zon).
    fn trusts_stem(&self, other: &Self) -> bool {
        self.stem.len() > 3 || self.first() == other.first()
    }

    /// An ending the stemmer leaves (idee, ideeën; kind, kinderen; bellen, belt).
    fn ends_in(&self, longer: &Self) -> bool {
        let cut = |ending: &str| longer.stem.strip_suffix(ending) == Some(&self.stem);
        longer.plain.strip_suffix('t') == Some(&self.stem)
            || (self.stem.len() > 3 && (cut("en") || cut("er")))
    }

    /// Dutch writes words together: wandelgroep is about wandelen, zorgboerderij about boerderij.
    fn is_in(&self, longer: &Self) -> bool {
        let (plain, stem) = (&self.plain, &self.stem);
        (stem.len() >= LONG && longer.plain.starts_with(stem))
            || (plain.len() >= LONG && (longer.plain.starts_with(plain) || longer.plain.ends_with(plain)))
    }

    /// Whether comparing pairs of letters can say anything. Forms of one word begin alike and
    /// differ little in length; strangers may rhyme (wandelen, handelen).
    fn may_be(&self, other: &Self) -> bool {
        let (one, two) = (self.plain.len(), other.plain.len());
        one.min(two) >= LONG && one.abs_diff(two) <= SPAN && self.first() == other.first()
    }

    fn first(&self) -> Option<char> {
        self.plain.chars().next()
    }
}
