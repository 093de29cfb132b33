//! Ages that few people reach: from ninety, in figures and in words.

use super::scan::{Text, Word};
use super::{Finding, Kind};
use std::ops::Range;

const UNITS: [&str; 8] = ["jaar", "jr", "jarige", "j", "jaren", "jarigen", "lentes", "plusser"];
const LEADS: [&str; 12] =
    ["geworden", "is", "wordt", "werd", "leeftijd", "was", "bijna", "pas", "ruim", "nu", "inmiddels", "al"];
/// What may follow an age that no unit stands behind.
const AFTER: [&str; 22] = [
    "en", "maar", "vorige", "in", "geworden", "deze", "volgende", "morgen", "dus", "woont", "kookt",
    "alleen", "nu", "vandaag", "met", "al", "loopt", "doet", "op", "slaapt", "fietst", "zit",
];
const WRITTEN: [&str; 9] = [
    "negentig",
    "negentigjarige",
    "honderd",
    "honderdjarige",
    "honderdeen",
    "honderdentwee",
    "honderdtwee",
    "hondertweejarige",
    "negentiger",
];

pub(super) fn find(text: &Text, found: &mut Vec<Finding>) {
    for (at, word) in text.words.iter().enumerate() {
        let span = figures(text, at, word).or_else(|| written(text, at, word));
        found.extend(span.map(|span| text.finding(span, Kind::Age)));
    }
}

fn figures(text: &Text, at: usize, word: &Word) -> Option<Range<usize>> {
    let digits = word.plain.chars().take_while(char::is_ascii_digit).count();
    text.number(word.span.start..word.span.start + digits).filter(|age| (90..=115).contains(age))?;
    let next = text.words.get(at + 1);
    let gap = text.gap(at + 1);
    let glued = word.plain.get(digits..).is_some_and(|rest| UNITS.contains(&rest));
    let birthday = word.plain.get(digits..) == Some("e")
        && at
            .checked_sub(1)
            .and_then(|at| text.words.get(at))
            .is_some_and(|word| matches!(word.plain.as_str(), "haar" | "zijn" | "zn" | "hun" | "mijn" | "r"));
    if glued || birthday {
        return Some(word.span.clone());
    }
    if digits < word.plain.len() || is_measure(text, at) {
        return None;
    }
    if let Some(next) = next.filter(|next| UNITS.contains(&next.plain.as_str()))
        && gap.is_any(&[" ", "-", "‑", " - "])
    {
        return Some(word.span.start..next.span.end);
    }
    let before =
        |back: usize| at.checked_sub(back).and_then(|at| text.words.get(at)).map(|word| word.plain.as_str());
    let closed = next.is_none()
        || gap.has(",.;:!?)")
        || (gap.is(" ") && next.is_some_and(|next| AFTER.contains(&next.plain.as_str())));
    let person = |word: &str| {
        matches!(
            word,
            "man"
                | "vrouw"
                | "dame"
                | "heer"
                | "mevrouw"
                | "meneer"
                | "iemand"
                | "client"
                | "weduwe"
                | "weduwnaar"
                | "moeder"
                | "vader"
                | "oma"
                | "opa"
                | "mw"
                | "dhr"
                | "bewoner"
                | "bewoonster"
        )
    };
    let led = before(1).is_some_and(|word| LEADS.contains(&word)) || before(1).is_some_and(person);
    let of = before(1) == Some("van") && before(2).is_some_and(person);
    let bracketed = text.before(word.span.start) == Some('(') && text.at(word.span.end) == Some(')');
    (of || (led && closed) || (bracketed && at > 0)).then(|| word.span.clone())
}

/// "is 95 procent", "van 90 euro", "nr. 95".
fn is_measure(text: &Text, at: usize) -> bool {
    let next = text.words.get(at + 1).map(|word| word.plain.as_str());
    let end = text.words.get(at).map_or(0, |word| word.span.end);
    matches!(
        next,
        Some(
            "procent"
                | "euro"
                | "minuten"
                | "kilo"
                | "kg"
                | "stappen"
                | "meter"
                | "km"
                | "cm"
                | "mg"
                | "ml"
                | "keer"
                | "uur"
                | "dagen"
                | "weken"
                | "graden"
                | "mensen"
                | "over"
        )
    ) || text.at(end) == Some('%')
        || text.slice(end..end + 2).eq([',', '0'])
}

fn written(text: &Text, at: usize, word: &Word) -> Option<Range<usize>> {
    let plain = word.plain.as_str();
    let tens = plain.ends_with("ennegentig") || plain.ends_with("ennegentigjarige");
    if !tens && !WRITTEN.contains(&plain) {
        return None;
    }
    let next = text.words.get(at + 1).filter(|next| UNITS.contains(&next.plain.as_str()));
    let before = at.checked_sub(1).and_then(|at| text.words.get(at)).map(|word| word.plain.as_str());
    let led =
        before.is_some_and(|word| LEADS.contains(&word) || (word == "van" && !plain.starts_with("honderd")));
    if plain.ends_with("jarige") || plain.ends_with("iger") {
        return Some(word.span.clone());
    }
    match next {
        Some(next) => Some(word.span.start..next.span.end),
        None => led.then(|| word.span.clone()),
    }
}
