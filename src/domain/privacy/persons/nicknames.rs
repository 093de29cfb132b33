//! What somebody is called: "iedereen noemt hem Snor", "roepnaam Beppie", "bekend als de Lange".

use super::super::lexicon::{self, Lists};
use super::super::scan::{Shape, Text, Word};
use super::super::{Finding, Kind};
use std::ops::Range;

/// Words right behind which a nickname comes.
const NAMED: [&str; 11] = [
    "bijnaam",
    "roepnaam",
    "bijgenaamd",
    "koosnaam",
    "koosnaampje",
    "genaamd",
    "spitsnaam",
    "scheldnaam",
    "alias",
    "troetelnaam",
    "doopnaam",
];
const CALLING: [&str; 12] = [
    "noemt", "noemen", "noemde", "noemden", "heet", "heette", "heten", "luistert", "zeggen", "gedoopt",
    "kennen", "genoemd",
];
const BETWEEN: [&str; 30] = [
    "naam", "mij", "onder", "gewoon", "mensen", "men", "hem", "haar", "m", "ze", "ons", "iedereen", "bij",
    "ook", "wel", "hier", "in", "de", "het", "op", "wijk", "buurt", "straat", "dorp", "naar", "altijd",
    "zichzelf", "allemaal", "hij", "zij",
];

pub(super) fn find(text: &Text, found: &mut Vec<Finding>) {
    for (at, word) in text.words.iter().enumerate() {
        let plain = word.plain.as_str();
        if plain.len() < 3 {
            continue;
        }
        found.extend(turned(text, at, word).map(|span| text.finding(span, Kind::Name)));
        let begin = if NAMED.contains(&plain) {
            skip(text, at + 1, &["is", "was", "van", "hem", "haar"])
        } else if CALLING.contains(&plain) {
            skip(text, at + 1, &BETWEEN)
        } else if plain == "als" && before(text, at, &["bekend", "kennen", "kent", "ken", "kenden"]) {
            at + 1
        } else if word.is(Lists::KIN) && matches!(plain, "ome" | "tante") && named(text, at) {
            at
        } else {
            painted(text, at, word, found);
            continue;
        };
        let opens = |at: &usize| {
            let word = text.words.get(*at).map_or(0, Word::len);
            text.gap(*at).has("\"“„‘") || (word > 1 && text.gap(*at).has("'"))
        };
        let begin = (at + 1..=begin).find(opens).unwrap_or(begin);
        if let Some(end) = called(text, begin) {
            let start = quoted(text, begin);
            let last = text.words.get(end - 1).map_or(start, |word| super::owned(text, word));
            found.push(text.finding(start..last, Kind::Name));
        }
    }
}

/// "hij wordt Poes genoemd", "Opa Duif noemen ze hem": what he is called stands in front.
fn turned(text: &Text, at: usize, word: &Word) -> Option<Range<usize>> {
    let called = word.plain == "genoemd";
    let calls = matches!(word.plain.as_str(), "noemt" | "noemen" | "noemde" | "noemden");
    if !(called || calls) || !text.gap(at).is(" ") {
        return None;
    }
    let capital = |word: &&Word| word.is_capital() && !word.is(Lists::FREE.and(Lists::OPENING));
    let count = text.words.get(..at)?.iter().rev().take(3).take_while(capital).count();
    let first = quoted(text, at - count);
    let him = |word: &Word| matches!(word.plain.as_str(), "hem" | "haar" | "m" | "r" | "d");
    let behind = text.words.get(at + 1..)?;
    let turned = count == at && !behind.first().is_some_and(him) && behind.iter().take(4).any(him);
    (count > 0 && (called || turned)).then(|| first..text.words.get(at - 1).map_or(0, |word| word.span.end))
}

/// "Tante Pollewop": with a capital of its own, and one behind it.
fn named(text: &Text, at: usize) -> bool {
    let capital = |at: usize| text.words.get(at).is_some_and(Word::is_capital);
    capital(at) && capital(at + 1) && text.gap(at + 1).is(" ")
}

/// "Rooie Riet", "ome Dirk": what stands in front belongs to what he is called.
fn painted(text: &Text, at: usize, word: &Word, found: &mut Vec<Finding>) {
    let colour = word.is_capital() && word.is(Lists::WORD) && !word.is(Lists::FIRST.and(Lists::OPENING));
    let paints = word.plain == "ome" || (colour && word.plain.ends_with('e') && word.len() > 3);
    let next = text.words.get(at + 1);
    let title =
        word.is(Lists::TITLE.and(Lists::FREE).and(Lists::HOUSE).and(Lists::PARTICLE).and(Lists::ARTICLE));
    if let Some(next) = next.filter(|next| next.is_capital() && next.is(Lists::FIRST))
        && text.gap(at + 1).is(" ")
        && (word.plain == "ome" || !next.is(Lists::FREE))
        && paints
        && !lexicon::lists(&format!("{} {}", word.plain, next.plain)).any(Lists::FREE)
        && !title
    {
        found.push(text.finding(word.span.start..super::owned(text, next), Kind::Name));
    }
}

fn before(text: &Text, at: usize, of: &[&str]) -> bool {
    let words = text.words.get(at.saturating_sub(4)..at).unwrap_or(&[]);
    words.iter().any(|word| of.contains(&word.plain.as_str()))
}

/// Past the words that may stand between.
fn skip(text: &Text, from: usize, between: &[&str]) -> usize {
    let rest = text.words.get(from..).unwrap_or(&[]).iter().take(5);
    from + rest
        .take_while(|word| between.contains(&word.plain.as_str()) && word.shape == Shape::Small)
        .count()
}

/// Where the nickname that begins here ends: words with a capital, in quotes or behind *de*.
fn called(text: &Text, begin: usize) -> Option<usize> {
    let words = text.words.get(begin..)?;
    if text.gap(begin).has("\"“„‘'") && words.first()?.len() > 1 {
        let closing = |end: &usize| text.gap(*end).has("\"”’'");
        return (begin + 1..(begin + 5).min(text.words.len() + 1)).find(closing);
    }
    let article = words.first()?.is(Lists::ARTICLE) && words.first()?.len() < 4;
    let skip = usize::from(article);
    let capital = |word: &&Word| word.is_capital() && !word.is(Lists::FREE);
    let count = words.iter().skip(skip).take(3).take_while(capital).count();
    (count > 0).then_some(begin + skip + count)
}

/// Where it begins: with the article that belongs to it.
fn quoted(text: &Text, begin: usize) -> usize {
    let before = begin.checked_sub(1).and_then(|at| text.words.get(at));
    let article = before.filter(|word| matches!(word.plain.as_str(), "de" | "het"));
    let first = text.words.get(begin).map_or(0, |word| word.span.start);
    article.filter(|_| text.gap(begin).is(" ")).map_or(first, |word| word.span.start)
}
