//! A text laid out for the detectors: its characters, its runs of digits and its words, by index.
//! Knows nothing of what they mean, but for the lists a word stands on.

use super::lexicon::{self, Lists};
use super::{Finding, Kind};
use std::ops::Range;

/// A text and what it consists of. All indices count characters.
pub(super) struct Text {
    chars: Vec<(usize, char)>,
    bytes: usize,
    /// The runs of digits.
    pub digits: Vec<Range<usize>>,
    pub words: Vec<Word>,
    /// Nothing but capitals: they say nothing here.
    pub shouted: bool,
}

/// A run of letters and digits.
pub(super) struct Word {
    pub span: Range<usize>,
    /// In lower case, without accents.
    pub plain: String,
    pub shape: Shape,
    pub lists: Lists,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Small,
    /// *Anna*, but *`IJsbrand`* and *`McDonald`* too.
    Capital,
    /// "GGZ".
    Capitals,
    /// One letter, or IJ.
    Initial,
    /// With a digit in it.
    Number,
}

impl Word {
    pub(super) fn is(&self, lists: Lists) -> bool {
        self.lists.any(lists)
    }

    pub(super) fn len(&self) -> usize {
        self.span.len()
    }

    /// Written as a name is.
    pub(super) fn is_capital(&self) -> bool {
        self.shape == Shape::Capital
    }
}

impl Text {
    pub(super) fn of(text: &str) -> Self {
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let word = |c: char| c.is_alphanumeric() || is_mark(c);
        let words: Vec<Word> = runs(&chars, word)
            .into_iter()
            .map(|span| {
                let letters = chars.get(span.clone()).unwrap_or(&[]).iter().map(|(_, c)| *c);
                let plain: String = letters.clone().flat_map(fold).collect();
                Word { lists: lists(&plain), shape: shape(letters), plain, span }
            })
            .collect();
        let written = || words.iter().filter(|word| word.shape != Shape::Number);
        let small = written().any(|word| matches!(word.shape, Shape::Small | Shape::Capital));
        Self {
            shouted: !small && written().count() > 2,
            digits: runs(&chars, |c| c.is_ascii_digit()),
            words,
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

    /// What stands between a word and the one before it.
    pub(super) fn gap(&self, index: usize) -> Gap<'_> {
        let from = index.checked_sub(1).and_then(|before| self.words.get(before)).map(|word| word.span.end);
        let to = self.words.get(index).map_or(self.chars.len(), |word| word.span.start);
        Gap(self.chars.get(from.unwrap_or(0)..to).unwrap_or(&[]))
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

/// The signs between two words.
#[derive(Clone, Copy)]
pub(super) struct Gap<'t>(&'t [(usize, char)]);

impl Gap<'_> {
    pub(super) fn is(self, signs: &str) -> bool {
        self.0.iter().map(|(_, c)| *c).eq(signs.chars())
    }

    pub(super) fn is_any(self, of: &[&str]) -> bool {
        of.iter().any(|signs| self.is(signs))
    }

    pub(super) fn has(self, signs: &str) -> bool {
        self.0.iter().any(|(_, c)| signs.contains(*c))
    }

    pub(super) fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

/// Of a word in capitals or of its genitive ("Annies", "Keesje") the name counts too.
fn lists(plain: &str) -> Lists {
    let found = lexicon::lists(plain);
    if plain.len() < 4 || found.any(Lists::ANY_NAME.and(Lists::FREE).and(Lists::PLACE)) {
        return found;
    }
    let names = Lists::ANY_FIRST.and(Lists::LAST);
    let stem = |end: &str| plain.strip_suffix(end).filter(|stem| stem.len() > 2).map(lexicon::lists);
    let ends = ["s", "je", "tje", "ie", "sie", "jes"];
    let stems = ends.into_iter().filter_map(stem).find(|stem| stem.any(names) && !stem.any(Lists::TWOFOLD));
    match stems {
        Some(stem) if found.is_empty() => stem.without(Lists::WORD),
        Some(_) | None => found,
    }
}

fn shape(mut letters: impl Iterator<Item = char> + Clone) -> Shape {
    if letters.clone().any(|c| c.is_ascii_digit()) {
        return Shape::Number;
    }
    let count = letters.clone().filter(|c| !is_mark(*c)).count();
    let upper = letters.clone().filter(|c| c.is_uppercase()).count();
    let first = letters.next().is_some_and(char::is_uppercase);
    let ij = letters.next() == Some('J') && count == 2;
    match (first, upper) {
        (true, 1) if count == 1 => Shape::Initial,
        (true, 2) if ij => Shape::Initial,
        (true, all) if all == count => Shape::Capitals,
        (true, _) => Shape::Capital,
        (false, _) => Shape::Small,
    }
}

/// Lower case without accents: "Çelik" becomes "celik".
pub(super) fn fold(c: char) -> impl Iterator<Item = char> {
    let ligature = match c {
        'ĳ' | 'Ĳ' => Some(['i', 'j']),
        'æ' | 'Æ' => Some(['a', 'e']),
        'œ' | 'Œ' => Some(['o', 'e']),
        'ß' => Some(['s', 's']),
        _ => None,
    };
    let single = ligature.is_none() && !is_mark(c);
    let lower = c.to_lowercase().filter(|c| !is_mark(*c)).map(bare);
    ligature.into_iter().flatten().chain(lower.filter(move |_| single))
}

/// The letter without its accent, for the names and words people here type.
fn bare(c: char) -> char {
    match c {
        'a'..='z' => c,
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ă' | 'ą' | 'ā' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ě' | 'ė' | 'ē' | 'ə' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ı' | 'ī' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ő' | 'ō' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ű' | 'ů' | 'ū' => 'u',
        'ç' | 'ć' | 'č' => 'c',
        'đ' | 'ð' | 'ď' => 'd',
        'ñ' | 'ń' | 'ň' => 'n',
        'š' | 'ş' | 'ś' | 'ș' => 's',
        'ţ' | 'ț' | 'ť' => 't',
        'ğ' => 'g',
        'ł' => 'l',
        'ř' => 'r',
        'ž' | 'ż' | 'ź' => 'z',
        'ý' | 'ÿ' => 'y',
        other => other,
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
