//! Initials with what comes behind them: "J. de Groot", "A.Th. van Dam", "Chr. Mulder", "A.B.".

use super::super::lexicon::Lists;
use super::super::scan::{Shape, Text, Word};
use super::surround::{self, Cue};

/// First letters of more than one sign.
const LONG: [&str; 14] =
    ["th", "chr", "ij", "joh", "jac", "ph", "fr", "st", "wm", "alb", "hub", "jos", "sj", "tj"];

/// What looks like initials and is a company, a degree or a time.
const NOBODY: [&str; 14] =
    ["nv", "bv", "ps", "nb", "cs", "ad", "ac", "tv", "dj", "vs", "uk", "eu", "ggz", "mbo"];

/// Where the initials and the surname that begin here end.
pub(super) fn end(text: &Text, at: usize, cue: Cue) -> Option<usize> {
    let mut end = at;
    let particle = |end: usize, word: &Word| end > at && word.plain == "v" && text.gap(end + 1).is(".");
    while text.words.get(end).is_some_and(|word| is_initial(text, end, word) || particle(end, word)) {
        end += 1;
        if !text.gap(end).is_any(&[".", ". ", ".-", " "]) {
            break;
        }
    }
    let count = end - at;
    let first = text.words.get(at)?;
    if count == 0 {
        return undotted(text, at, first);
    }
    let core = surround::past_particles(text, end).unwrap_or(end);
    let gap = text.gap(end).is_any(&[".", ". ", ".'", ". '", ". ’"]);
    if gap && text.words.get(core).is_some_and(is_surname) {
        return Some(super::rest(text, core));
    }
    if gap && core > end && text.words.get(core).is_some_and(|word| is_initial(text, core, word)) {
        return Some(core + 1);
    }
    let joined = (at + 1..end).all(|index| text.gap(index).is("."));
    let letters: String = text.words.get(at..end)?.iter().map(|word| word.plain.as_str()).collect();
    let closed = text.at(text.words.get(end - 1)?.span.end) == Some('.');
    let alone = count > 1 && joined && closed && !NOBODY.contains(&letters.as_str()) && cue != Cue::Article;
    alone.then_some(end)
}

fn is_initial(text: &Text, at: usize, word: &Word) -> bool {
    let long = word.shape != Shape::Small && LONG.contains(&word.plain.as_str());
    (word.shape == Shape::Initial || long) && text.gap(at + 1).has(".") && !is_particle_in_small(word)
}

fn is_particle_in_small(word: &Word) -> bool {
    word.shape == Shape::Small
}

fn is_surname(word: &Word) -> bool {
    let name = word.is(Lists::ANY_NAME) || !word.is(Lists::OPENING.and(Lists::ARTICLE));
    word.is_capital() && name && !word.is(Lists::FREE)
}

/// "J de Groot": without a dot only in front of a surname.
fn undotted(text: &Text, at: usize, first: &Word) -> Option<usize> {
    if first.shape != Shape::Initial || !text.gap(at + 1).is(" ") {
        return None;
    }
    let core = surround::past_particles(text, at + 1).unwrap_or(at + 1);
    let word = text.words.get(core)?;
    let name = word.is(Lists::LAST) && (core > at + 1 || !word.is(Lists::WORD));
    (word.is_capital() && name).then(|| super::rest(text, core))
}
