//! Where somebody lives: a street with a house number, a room in a home.

use super::lexicon::Lists;
use super::scan::{Shape, Text, Word};
use super::{Finding, Kind};
use std::ops::Range;

/// Ends of the names of streets.
const STREETS: [&str; 13] = [
    "str",
    "straat",
    "laan",
    "weg",
    "plein",
    "gracht",
    "kade",
    "singel",
    "steeg",
    "dreef",
    "plantsoen",
    "pad",
    "dijk",
];
/// Ends that count with a capital only.
const CAPITALS: [&str; 29] = [
    "haven", "hof", "markt", "wal", "park", "erf", "baan", "burg", "dam", "ring", "hoek", "kamp", "veld",
    "oord", "stede", "berg", "horst", "kwartier", "gaarde", "akker", "meent", "brink", "werf", "hage",
    "waard", "tuin", "brug", "sluis", "kring",
];
/// What no house number stands in front of.
const UNITS: [&str; 38] = [
    "keer",
    "minuten",
    "minuut",
    "uur",
    "km",
    "meter",
    "euro",
    "jaar",
    "mensen",
    "procent",
    "dagen",
    "weken",
    "maanden",
    "kilometer",
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "x",
    "maal",
    "stappen",
    "bomen",
    "huizen",
    "dag",
    "week",
    "mg",
    "winkels",
    "kinderen",
    "personen",
    "stuks",
];
const ROOMS: [&str; 7] = ["kamer", "appartement", "kamernummer", "app", "woning", "unit", "studio"];

pub(super) fn find(text: &Text, found: &mut Vec<Finding>) {
    if text.digits.is_empty() {
        return;
    }
    for (at, word) in text.words.iter().enumerate() {
        let short = word.shape == Shape::Number
            && word.plain.strip_prefix('k').is_some_and(|rest| rest.parse::<u16>().is_ok());
        if (short || ROOMS.contains(&word.plain.as_str()))
            && let Some(span) = room(text, at)
        {
            found.push(text.finding(span, Kind::Room));
        } else if let Some(span) = address(text, at, word) {
            found.push(text.finding(span, Kind::Address));
        }
    }
}

/// The address whose street ends in this word.
fn address(text: &Text, at: usize, word: &Word) -> Option<Range<usize>> {
    let long = |ends: &[&str]| ends.iter().any(|end| word.plain.ends_with(end) && word.len() > end.len() + 2);
    let exact = STREETS.contains(&word.plain.as_str()) || CAPITALS.contains(&word.plain.as_str());
    let capital = word.is_capital();
    let street = long(&STREETS) || (capital && (long(&CAPITALS) || (exact && is_led(text, at))));
    let ordinary = matches!(
        word.plain.as_str(),
        "onderweg" | "snelweg" | "omweg" | "halverwege" | "vanweg" | "fietspad"
    );
    let exact_street = capital && STREETS.contains(&word.plain.as_str()) && led_on(text, at + 1) > 0;
    let street = street || exact_street;
    let open = capital && !word.is(Lists::FREE) && (is_lived_in(text, at) || is_at(text, at, word));
    if ordinary || !(street || open) {
        return None;
    }
    let start = begin(text, at);
    let bare = !long(&STREETS);
    let start = if bare { with_article(text, at, start) } else { start };
    let number = if exact && capital { at + 1 + led_on(text, at + 1) } else { at + 1 };
    if let Some(end) = house_number(text, number) {
        return Some(start..end);
    }
    (capital && street && number_before(text, at)).then_some(start..word.span.end)
}

/// "Laan van Meerdervoort", "Weg naar Rhijnauwen": how many words go on behind the first.
fn led_on(text: &Text, at: usize) -> usize {
    let words = text.words.get(at..).unwrap_or(&[]);
    let small =
        |word: &&Word| word.shape == Shape::Small && (word.is(Lists::PARTICLE) || word.plain == "naar");
    let first = words.iter().take(3).take_while(small).count();
    let capital = words.iter().skip(first).take(3).take_while(|word| word.is_capital()).count();
    if first > 0 && capital > 0 { first + capital } else { 0 }
}

/// Where the house number at this word ends: "12", "4b", "7-2", "45 III", "nr. 3", "1944 nr. 3".
fn house_number(text: &Text, at: usize) -> Option<usize> {
    let mut at = at;
    let first = text.words.get(at)?;
    let short = text.words.get(at - 1).is_some_and(|word| word.plain.ends_with("str"));
    if !(text.gap(at).is_any(&[" ", ", ", "  "]) || (short && text.gap(at).is_any(&[". ", "."]))) {
        return None;
    }
    let year = text.words.get(at + 1).is_some_and(|next| matches!(next.plain.as_str(), "nr" | "nummer"));
    if year && first.shape == Shape::Number {
        at += 1;
    }
    if matches!(text.words.get(at)?.plain.as_str(), "nr" | "nummer" | "huisnummer") {
        at += 1;
    }
    let number = text.words.get(at)?;
    let digits = number.plain.chars().take_while(char::is_ascii_digit).count();
    let tail = number.plain.len() - digits;
    let unit = text.words.get(at + 1).is_some_and(|next| UNITS.contains(&next.plain.as_str()))
        && text.gap(at + 1).is(" ");
    if !(1..=4).contains(&digits) || tail > 3 || unit || text.gap(at + 1).has("%€") {
        return None;
    }
    let more = text.words.get(at + 1).filter(|next| {
        let joined = text.gap(at + 1).is_any(&["-", "/", "‑"]) && next.len() < 5;
        let roman = text.gap(at + 1).is(" ")
            && (matches!(next.plain.as_str(), "bis" | "hs" | "rood" | "zw" | "ii" | "iii" | "iv" | "huis"));
        let letter =
            text.gap(at + 1).is(" ") && matches!(next.plain.as_str(), "a" | "b" | "c" | "d" | "e" | "f");
        joined || roman || letter
    });
    Some(more.unwrap_or(number).span.end)
}

/// Where the name of the street begins: "Pieter de Hoochlaan", "1e Oosterparkstraat".
fn begin(text: &Text, at: usize) -> usize {
    let start = |at: usize| text.words.get(at).map_or(0, |word| word.span.start);
    let mut first = at;
    let mut place = at;
    while let Some(before) = place.checked_sub(1).and_then(|at| text.words.get(at)) {
        let joined = text.gap(place).is_any(&[" ", "-", ".", ". ", " '"]);
        let ordinal =
            before.shape == Shape::Number && matches!(before.plain.as_str(), "1e" | "2e" | "3e" | "4e");
        let titled = before.is(Lists::TITLE) && text.gap(place).is(". ");
        let part = before.shape == Shape::Capital || before.shape == Shape::Initial || ordinal || titled;
        if !joined || !(part || before.is(Lists::PARTICLE)) || at - place > 4 {
            break;
        }
        place -= 1;
        if part && !before.is(Lists::OPENING) {
            first = place;
        }
    }
    start(first)
}

/// "de Meent", "'s-Gravendijkwal": from the article or the quote in front, where the name is short.
fn with_article(text: &Text, at: usize, start: usize) -> usize {
    let first = text.words.get(..at).unwrap_or(&[]).iter().rev().find(|word| word.span.end <= start);
    match first {
        Some(word) if matches!(word.plain.as_str(), "de" | "het") && word.span.end + 1 == start => {
            word.span.start
        }
        Some(word) if matches!(word.plain.as_str(), "s" | "t") && word.span.end + 1 == start => {
            word.span.start.saturating_sub(1)
        }
        _ => start,
    }
}

/// "aan de Singel 4": a street in front of which one says so.
fn is_led(text: &Text, at: usize) -> bool {
    let before =
        |back: usize| at.checked_sub(back).and_then(|at| text.words.get(at)).map(|word| word.plain.as_str());
    let article = matches!(before(1), Some("de" | "het"));
    matches!(
        before(if article { 2 } else { 1 }),
        Some("op" | "aan" | "woont" | "naar" | "adres" | "van" | "bij")
    ) || text.words.get(at.saturating_sub(1)).is_some_and(|word| word.is_capital() && at > 0)
}

/// "aan het Spui 12", "op 't Zand 5": what no house is, is a word.
fn is_at(text: &Text, at: usize, word: &Word) -> bool {
    let before = |back: usize| {
        at.checked_sub(back).and_then(|at| text.words.get(at)).map_or("", |word| word.plain.as_str())
    };
    let led = matches!(before(1), "de" | "het" | "t") && matches!(before(2), "op" | "aan");
    led && (!word.is(Lists::WORD) || before(2) == "aan" || before(1) == "t")
}

/// Whether somebody lives there: "woont", "verhuist", "adres" stands not far before.
fn is_lived_in(text: &Text, at: usize) -> bool {
    let words = text.words.get(at.saturating_sub(6)..at).unwrap_or(&[]);
    words.iter().any(|word| {
        matches!(
            word.plain.as_str(),
            "woont"
                | "wonen"
                | "woonde"
                | "adres"
                | "verhuist"
                | "verhuisd"
                | "verhuizen"
                | "woonachtig"
                | "thuisadres"
                | "logeert"
                | "slaapt"
                | "huurt"
                | "bezoekadres"
                | "postadres"
        )
    }) && !text.words.get(at).is_some_and(|word| word.is(Lists::WORD) && word.plain.len() < 4)
}

/// "op nummer 12 in de Rozenstraat".
fn number_before(text: &Text, at: usize) -> bool {
    let words = text.words.get(at.saturating_sub(5)..at).unwrap_or(&[]);
    words.windows(2).any(|pair| {
        let [label, number] = pair else { return false };
        matches!(label.plain.as_str(), "nummer" | "nr" | "huisnummer") && number.shape == Shape::Number
    })
}

/// A room together with the home it is in, on either side; a room alone says nothing.
fn room(text: &Text, at: usize) -> Option<Range<usize>> {
    let label = text.words.get(at)?;
    let number = at
        + 1
        + usize::from(
            text.words.get(at + 1).is_some_and(|next| matches!(next.plain.as_str(), "nr" | "nummer")),
        );
    let number = if label.shape == Shape::Number { at } else { number };
    let floor = text.gap(number + 1).is_any(&[".", "-"])
        && text.words.get(number + 1).is_some_and(|word| word.shape == Shape::Number);
    let number = number + usize::from(floor);
    let figure = text.words.get(number).filter(|word| word.shape == Shape::Number && word.len() < 6)?;
    if let Some(end) = home_behind(text, number + 1) {
        return Some(label.span.start..end);
    }
    home_before(text, at).map(|start| start..figure.span.end)
}

fn home_behind(text: &Text, at: usize) -> Option<usize> {
    let mut place = at;
    if !text.gap(at).is_any(&[" ", ", ", " (", ","]) {
        return None;
    }
    while text.words.get(place)?.plain.len() < 5
        && matches!(text.words.get(place)?.plain.as_str(), "van" | "in" | "bij" | "op" | "de" | "het")
        && !text.words.get(place)?.is_capital()
    {
        place += 1;
    }
    let capitals = text.words.get(place..)?.iter().enumerate().take_while(|(index, word)| {
        let joined = *index == 0 || text.gap(place + index).is_any(&[" ", "-", " '"]);
        joined && word.is_capital()
    });
    let count = capitals.count();
    text.words.get(place + count.checked_sub(1)?).map(|word| word.span.end)
}

fn home_before(text: &Text, at: usize) -> Option<usize> {
    let mut place = at;
    let mut start = None;
    while let Some(before) = place.checked_sub(1).and_then(|at| text.words.get(at)) {
        let joined = text.gap(place).is_any(&[" ", ", ", "-", ",", ": "]);
        let part = before.is_capital() && !before.is(Lists::OPENING.and(Lists::KIN));
        let ward = before.shape == Shape::Number
            || matches!(before.plain.as_str(), "afdeling" | "etage" | "verdieping");
        let article = matches!(before.plain.as_str(), "de" | "het") && start.is_some();
        if article {
            start = Some(before.span.start);
        }
        if !joined || !(part || ward) {
            break;
        }
        place -= 1;
        if part || before.shape != Shape::Number {
            start = Some(before.span.start);
        }
    }
    start
}
