//! What has the look of a name and is free: a street, what is called after somebody, and people
//! everybody knows.

use super::super::lexicon::{self, Lists};
use super::super::scan::{Shape, Text, Word};
use super::surround::Cue;

/// The most words of a series on the list.
const LONGEST: usize = 5;

/// Ends of words that make a name the name of a place or a building.
const PLACES: [&str; 22] = [
    "straat",
    "laan",
    "weg",
    "plein",
    "gracht",
    "kade",
    "singel",
    "steeg",
    "dreef",
    "park",
    "ziekenhuis",
    "school",
    "museum",
    "fonds",
    "stichting",
    "college",
    "stadion",
    "boom",
    "toernooi",
    "prijs",
    "kliniek",
    "instituut",
];

/// Where the free words that begin here end.
pub(super) fn end(text: &Text, at: usize, cue: Cue) -> Option<usize> {
    let word = text.words.get(at)?;
    if cue != Cue::Title
        && cue != Cue::Kin
        && (word.is_capital() || word.is(Lists::OPENS.and(Lists::ANY_FIRST)))
        && let Some(end) = series(text, at)
    {
        return Some(end);
    }
    if !(word.is_capital()
        || (word.is(Lists::PARTICLE) && text.words.get(at + 1).is_some_and(Word::is_capital)))
    {
        return None;
    }
    if cue != Cue::Title && cue != Cue::Kin && is_public(text, at) {
        return Some(capitals(text, at));
    }
    let called = cue == Cue::House || is_called_after(text, at);
    place(text, at).or_else(|| called.then(|| capitals(text, at)))
}

/// "ziekte van Lyme", "de wet van Ohm".
fn is_called_after(text: &Text, at: usize) -> bool {
    let before =
        |back: usize| at.checked_sub(back).and_then(|at| text.words.get(at)).map(|word| word.plain.as_str());
    let things = [
        "ziekte", "syndroom", "wet", "methode", "schaal", "test", "stoornis", "dementie", "model", "theorie",
    ];
    before(1) == Some("van") && before(2).is_some_and(|word| things.contains(&word))
}

/// What people make and others look at or listen to.
const WORKS: [&str; 30] = [
    "boek",
    "boeken",
    "liedje",
    "liedjes",
    "lied",
    "liederen",
    "muziek",
    "film",
    "films",
    "gedicht",
    "gedichten",
    "schilderij",
    "schilderijen",
    "platen",
    "plaat",
    "cd",
    "show",
    "concert",
    "optreden",
    "programma",
    "hits",
    "album",
    "roman",
    "romans",
    "theorie",
    "biografie",
    "sprookjes",
    "cabaret",
    "musical",
    "conference",
];

/// "liedjes van Willeke Alberti", "naar Frans Bauer luisteren": two names or more of somebody whom
/// everybody knows.
fn is_public(text: &Text, at: usize) -> bool {
    let end = capitals(text, at);
    if end < at + 2 {
        return false;
    }
    let plain =
        |at: Option<usize>| at.and_then(|at| text.words.get(at)).map_or("", |word| word.plain.as_str());
    let (last, before) = (plain(at.checked_sub(1)), plain(at.checked_sub(2)));
    let made =
        matches!(last, "van" | "door") && WORKS.contains(&before) || (last == "van" && before == "fan");
    let verb = |word: &str| matches!(word, "luisteren" | "kijken" | "luistert" | "kijkt");
    let watched = last == "naar" && (verb(plain(Some(end))) || verb(before));
    let (next, after) = (plain(Some(end)), plain(Some(end + 1)));
    let aired = matches!(next, "op") && matches!(after, "tv" | "televisie" | "radio" | "youtube")
        || matches!(next, "draaien" | "meezingen" | "voorlezen");
    made || watched || aired
}

/// A series of words on the list: "Albert Heijn", "jan met de pet".
fn series(text: &Text, at: usize) -> Option<usize> {
    let mut joined = text.words.get(at)?.plain.clone();
    let mut found = None;
    for end in at + 1..at + LONGEST {
        let Some(word) = text.words.get(end) else { break };
        if !text.gap(end).is_any(&[" ", "-", ".", ". ", " '", " ’"]) {
            break;
        }
        joined.push(' ');
        joined.push_str(&word.plain);
        if lexicon::lists(&joined).any(Lists::FREE) {
            found = Some(end + 1);
        }
    }
    found
}

/// "Cornelis Schuytstraat", "Van Goghplein", "Willem-Alexanderboom".
fn place(text: &Text, at: usize) -> Option<usize> {
    let words = text.words.get(at..)?;
    let last = words.iter().take(5).enumerate().take_while(|(place, word)| {
        let near = *place == 0 || text.gap(at + place).is_any(&[" ", "-", ". ", ".", " '"]);
        near && (!word.lists.any(Lists::WORD) || word.is_capital() || word.is(Lists::PARTICLE))
    });
    let found = last.filter(|(place, word)| {
        let suffix = PLACES.iter().find(|end| word.plain.ends_with(**end));
        let person = words.first().is_some_and(|first| {
            first.shape == Shape::Initial
                || first.is(Lists::FIRST.and(Lists::TITLE).and(Lists::KIN).and(Lists::ROLE))
        });
        let named = *place > 0
            && !person
            && matches!(word.plain.as_str(), "centrum" | "huis" | "hal" | "bos" | "kerk" | "zaal");
        named || suffix.is_some_and(|end| word.len() > end.len() || *place > 0)
    });
    found.last().map(|(place, _)| at + place + 1)
}

/// The end of the words with a capital that begin here.
fn capitals(text: &Text, at: usize) -> usize {
    let more = text.words.get(at..).unwrap_or(&[]).iter().enumerate().take_while(|(place, word)| {
        let near = *place == 0 || text.gap(at + place).is_any(&[" ", "-"]);
        near && (word.is_capital() || (*place > 0 && word.is(Lists::PARTICLE)))
    });
    at + more.count().max(1)
}
