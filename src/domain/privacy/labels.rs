//! Numbers that a word in front makes somebody's: dossier, polis, BIG, AGB, a licence plate; and a
//! BSN that somebody calls so, whatever it adds up to.

use super::scan::{Shape, Text, Word};
use super::{Finding, Kind};
use std::ops::Range;

/// Behind these any number of three figures counts.
const NUMBERED: [&str; 34] = [
    "dossiernummer",
    "dossiernr",
    "patientnummer",
    "patientnr",
    "patientennummer",
    "clientnummer",
    "clientnr",
    "clientennummer",
    "polisnummer",
    "polisnr",
    "zaaknummer",
    "zaaknr",
    "klantnummer",
    "klantnr",
    "verzekerdennummer",
    "verzekeringsnummer",
    "verzekerdenummer",
    "relatienummer",
    "lidnummer",
    "pasnummer",
    "registratienummer",
    "documentnummer",
    "paspoortnummer",
    "rijbewijsnummer",
    "kenmerk",
    "beschikkingsnummer",
    "aanvraagnummer",
    "meldnummer",
    "inschrijfnummer",
    "epdnummer",
    "ordernr",
    "casusnummer",
    "personeelsnummer",
    "bewonersnummer",
];

/// Behind these it has five figures or a sign in it, or *nummer* stands between.
const FILED: [&str; 14] = [
    "dossier",
    "patient",
    "client",
    "polis",
    "zaak",
    "verzekerde",
    "epd",
    "ecd",
    "paspoort",
    "rijbewijs",
    "zorgpas",
    "beschikking",
    "mdn",
    "ons",
];

const REGISTERS: [&str; 11] = [
    "big",
    "agb",
    "bignummer",
    "agbnummer",
    "bignr",
    "agbcode",
    "agbnr",
    "skj",
    "skjnummer",
    "bigregistratie",
    "kvk",
];

const BSN: [&str; 6] = ["bsn", "burgerservicenummer", "sofinummer", "sofi", "bsnnummer", "bsnnr"];

/// What may stand between the word and its number.
const BETWEEN: [&str; 14] = [
    "nr",
    "nummer",
    "no",
    "is",
    "code",
    "registratie",
    "registratienummer",
    "het",
    "van",
    "bij",
    "met",
    "luidt",
    "mijn",
    "haar",
];

pub(super) fn find(text: &Text, found: &mut Vec<Finding>) {
    if text.digits.is_empty() {
        return;
    }
    for (at, word) in text.words.iter().enumerate() {
        let plain = word.plain.as_str();
        let other = || ends_in_number(plain);
        let numbered = NUMBERED.contains(&plain) || other();
        let filed =
            FILED.iter().any(|end| plain.ends_with(end) && (plain.len() == end.len() || end.len() > 4));
        let span = if numbered || filed {
            number(text, at, if numbered { 3 } else { 5 })
        } else if REGISTERS.contains(&plain) {
            number(text, at, 8).map(|(span, _)| (span, true))
        } else if plain == "nummer" && coded(text, at) {
            number(text, at, 4)
        } else if BSN.contains(&plain) {
            number(text, at, 8).map(|(span, _)| (span, true))
        } else {
            None
        };
        if let Some((span, _)) = span {
            found.push(text.finding(span, Kind::Number));
        }
    }
    for (at, word) in text.words.iter().enumerate() {
        if let Some(span) = plate(text, at, word).or_else(|| glued_plate(text, at, word)) {
            found.push(text.finding(span, Kind::Plate));
        }
    }
}

/// "BRP-nummer".
fn coded(text: &Text, at: usize) -> bool {
    text.gap(at).is("-") && at > 0 && text.words.get(at - 1).is_some_and(|word| word.shape == Shape::Capitals)
}

/// "inschrijvingsnummer": a number of somebody, but for those of things and of telephones.
fn ends_in_number(plain: &str) -> bool {
    let things = [
        "huis",
        "kamer",
        "telefoon",
        "order",
        "factuur",
        "artikel",
        "lijn",
        "pagina",
        "rug",
        "start",
        "volg",
        "mobiele",
        "bus",
        "trein",
        "versie",
        "serie",
        "model",
        "rekening",
        "burgerservice",
        "sofi",
        "reservering",
        "ticket",
    ];
    let stem = plain.strip_suffix("nummer").or_else(|| plain.strip_suffix("nr"));
    stem.is_some_and(|stem| stem.len() > 2 && !things.iter().any(|thing| stem.starts_with(thing)))
}

/// The number behind the word at `at`, and whether it has a sign in it.
fn number(text: &Text, at: usize, least: usize) -> Option<(Range<usize>, bool)> {
    let words = text.words.get(at + 1..)?;
    let between = words.iter().take(3).take_while(|word| BETWEEN.contains(&word.plain.as_str()));
    let named = between.clone().any(|word| matches!(word.plain.as_str(), "nr" | "nummer" | "no"));
    let count = between.count();
    let colon =
        (1..6).find(|place| text.gap(at + 1 + place).is(": ")).filter(|_| !text.gap(at + 1).has(":,;."));
    let place = if words.get(count)?.shape == Shape::Number { count } else { colon.unwrap_or(count) };
    let start = words.get(place)?.span.start;
    let end = token(text, start);
    let digits = text.slice(start..end).filter(char::is_ascii_digit).count();
    let signs = text.slice(start..end).any(|c| "-/".contains(c));
    let enough = digits >= least || (digits >= 3 && named) || (signs && digits >= 4 && least < 8);
    let near = start - text.words.get(at)?.span.end < 24;
    (enough && near).then_some((start..end, signs))
}

/// Where what is written as one number ends: "C-20456", "Z2024/00123", "94 012345".
fn token(text: &Text, start: usize) -> usize {
    let mut end = start;
    while let Some(c) = text.at(end) {
        let joins = "-/. \u{2011}".contains(c) && text.at(end + 1).is_some_and(|next| next.is_ascii_digit());
        let hyphen = c == '-' && text.at(end + 1).is_some_and(char::is_alphanumeric);
        if !(c.is_ascii_alphanumeric() || joins || hyphen) {
            break;
        }
        end += 1;
    }
    end
}

/// A Dutch licence plate: six signs in three groups, each of letters or of digits. With blanks only
/// behind *kenteken* or *auto*.
fn plate(text: &Text, at: usize, first: &Word) -> Option<Range<usize>> {
    let groups = [first, text.words.get(at + 1)?, text.words.get(at + 2)?];
    let signs: &[&str] = if is_car(text, at) { &["-", " ", "‑"] } else { &["-", "‑"] };
    let joined = [at + 1, at + 2].into_iter().all(|index| text.gap(index).is_any(signs));
    let digit = |word: &&Word| word.plain.chars().all(|c| c.is_ascii_digit());
    let letter = |word: &&Word| word.plain.chars().all(|c| c.is_ascii_alphabetic());
    let lengths = groups.map(Word::len);
    let shaped = matches!(lengths, [2, 2, 2] | [2, 3, 1] | [1, 3, 2] | [3, 2, 1] | [1, 2, 3]);
    let pure = groups.iter().all(|word| digit(word) || letter(word));
    let letters = groups.iter().filter(|word| letter(word)).count();
    let span = first.span.start..groups[2].span.end;
    let free = text.before(span.start) != Some('-') && text.at(span.end) != Some('-');
    (joined && shaped && pure && matches!(letters, 1 | 2) && free).then_some(span)
}

/// "ZZ12BB": six signs in one piece and in capitals, in small letters behind *kenteken* or *auto*.
fn glued_plate(text: &Text, at: usize, word: &Word) -> Option<Range<usize>> {
    if word.len() != 6 || word.plain.len() != 6 || word.shape != Shape::Number {
        return None;
    }
    let mut groups: Vec<(bool, usize)> = Vec::new();
    for c in text.slice(word.span.clone()) {
        match groups.last_mut() {
            Some((digit, count)) if *digit == c.is_ascii_digit() => *count += 1,
            _ => groups.push((c.is_ascii_digit(), 1)),
        }
    }
    let lengths: Vec<usize> = groups.iter().map(|(_, count)| *count).collect();
    let shaped = matches!(lengths.as_slice(), [2, 2, 2] | [2, 3, 1] | [1, 3, 2] | [3, 2, 1] | [1, 2, 3]);
    let small = text.slice(word.span.clone()).any(char::is_lowercase);
    (shaped && (!small || is_car(text, at))).then(|| word.span.clone())
}

fn is_car(text: &Text, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| text.words.get(at)).map(|word| word.plain.as_str());
    before.is_some_and(|word| {
        matches!(word, "kenteken" | "auto" | "nummerbord" | "busje" | "kentekenplaat" | "nummerplaat")
    })
}
