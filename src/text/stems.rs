//! The words of a text that say what it is about, each with its stem, so that *lopen* and *loopt*
//! meet. Small words that every text has are left out.
//!
//! Must not know: what is compared with what.

use super::fold;
use frostem::{Algorithm, Stemmer};

/// Words that say nothing about the subject.
const SMALL: &[&str] = &[
    "aan", "alle", "altijd", "andere", "bij", "dan", "dat", "deze", "die", "dit", "doen", "door", "een",
    "eens", "elke", "gaan", "geen", "haar", "heeft", "hem", "het", "hoe", "hun", "iets", "keer", "kan",
    "laten", "maar", "meer", "met", "mee", "moet", "naar", "niet", "nog", "ook", "over", "samen", "soms",
    "straks", "tijdens", "twee", "uit", "van", "veel", "voor", "vragen", "waar", "wat", "weer", "wel", "wil",
    "worden", "zelf", "zich", "zijn",
];

/// Fewer letters than this are no subject.
const SHORTEST: usize = 3;

/// A word and its stem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stem {
    pub stem: String,
    pub word: String,
}

/// The stems of a text, each once, in the order in which they stand there.
#[must_use]
pub fn of(text: &str) -> Vec<Stem> {
    let stemmer = Stemmer::new(Algorithm::Dutch);
    let lower = text.to_lowercase();
    let mut found: Vec<Stem> = Vec::new();
    for word in lower.split(|c: char| !c.is_alphanumeric()) {
        let plain = fold::plain(word);
        if plain.chars().count() < SHORTEST || SMALL.contains(&plain.as_str()) {
            continue;
        }
        let stem = fold::plain(&stemmer.stem(word));
        if !found.iter().any(|other| other.stem == stem) {
            found.push(Stem { stem, word: word.to_owned() });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn words_of_one_family_meet() {
        for (one, other) in [("wandelen", "wandeling"), ("porties", "portie"), ("maaltijden", "maaltijd")] {
            let (one, other) = (of(one), of(other));
            assert_eq!(one[0].stem, other[0].stem, "{one:?} {other:?}");
        }
    }

    #[test]
    fn small_words_are_left_out_and_each_counts_once() {
        let words = |text: &str| of(text).into_iter().map(|it| it.word).collect::<Vec<_>>();
        assert_eq!(words("Met de bus, de BUS of de bussen naar zee"), ["bus", "zee"]);
        assert!(words("naar het, en van de ... 2").is_empty());
    }
}
