//! When somebody was born: a full date that lies far back, or a date or a year that *geboren*,
//! *jarig* or *is van* makes one. The dates of a meeting are this year or next, and stay.

use super::scan::{Shape, Text};
use super::{Finding, Kind};
use std::ops::Range;

/// The last year that looks like the year in which a client was born.
const LAST_YEAR: u32 = 2015;

const MONTHS: [(&str, &str); 12] = [
    ("januari", "jan"),
    ("februari", "feb"),
    ("maart", "mrt"),
    ("april", "apr"),
    ("mei", "mei"),
    ("juni", "jun"),
    ("juli", "jul"),
    ("augustus", "aug"),
    ("september", "sept"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("december", "dec"),
];

pub(super) fn find(text: &Text, found: &mut Vec<Finding>) {
    found.extend(
        (0..text.words.len()).filter_map(|at| Some(text.finding(worded(text, at)?, Kind::BirthDate))),
    );
    for (at, run) in text.digits.iter().enumerate() {
        let birth = is_birth(text, run.start);
        let date = numeric(text, run.start).or_else(|| spelled(text, run, birth));
        if let Some((end, year)) = date
            && text.begins(run.start)
            && text.ends(end)
            && ((1900..=LAST_YEAR).contains(&year) || birth || is_of(text, run.start))
        {
            found.push(text.finding(run.start..end, Kind::BirthDate));
        } else if birth && run.len() == 8 && eight(text, run) {
            found.push(text.finding(run.clone(), Kind::BirthDate));
        } else if let Some(span) = day(text, run).filter(|_| birth).or_else(|| year(text, at, run)) {
            found.push(text.finding(span, Kind::BirthDate));
        }
    }
}

/// "geb. 12031948": a date without signs.
fn eight(text: &Text, run: &Range<usize>) -> bool {
    let part = |from: usize, to: usize| text.number(run.start + from..run.start + to).unwrap_or(0);
    let fits = |day, month, year| is_day(day, month) && (1880..=2100).contains(&year);
    fits(part(0, 2), part(2, 4), part(4, 8)) || fits(part(6, 8), part(4, 6), part(0, 4))
}

/// The days of a month in words.
const DAYS: [&str; 31] = [
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
    "twintig",
    "eenentwintig",
    "tweeentwintig",
    "drieentwintig",
    "vierentwintig",
    "vijfentwintig",
    "zesentwintig",
    "zevenentwintig",
    "achtentwintig",
    "negenentwintig",
    "dertig",
    "eenendertig",
];

/// "geboren op twaalf maart 1948": the month at this word, with its day in words and its year.
fn worded(text: &Text, at: usize) -> Option<Range<usize>> {
    let word = text.words.get(at).filter(|word| word.len() > 2 && is_month(&word.plain))?;
    let day = text.words.get(at.checked_sub(1)?)?;
    if !DAYS.contains(&day.plain.as_str()) || !text.gap(at).is(" ") {
        return None;
    }
    let year = text.words.get(at + 1).filter(|_| text.gap(at + 1).is_any(&[" ", " '", " ’"]));
    let full = year
        .filter(|year| text.number(year.span.clone()).is_some_and(|year| (1900..=LAST_YEAR).contains(&year)));
    let birth = is_birth(text, day.span.start);
    let end = match (full, birth) {
        (Some(year), _) => year.span.end,
        (None, true) => year.filter(|year| year.shape == Shape::Number).unwrap_or(word).span.end,
        (None, false) => return None,
    };
    Some(day.span.start..end)
}

/// "jarig op 12 maart": a day without a year.
fn day(text: &Text, run: &Range<usize>) -> Option<Range<usize>> {
    let (number, at) = figures(text, run.start)?;
    let (_, end) = month(text, at + 1)?;
    (text.at(at) == Some(' ') && (1..=31).contains(&number)).then_some(run.start..end)
}

/// A year that is one of birth by the words around it: "geboren in 1938", "ze is van '39",
/// "in 1945 geboren". With a month in front: "geboren: maart 1948".
fn year(text: &Text, at: usize, run: &Range<usize>) -> Option<Range<usize>> {
    let number = text.number(run.clone())?;
    let short = run.len() == 2 && text.before(run.start).is_some_and(|c| "'’‘".contains(c));
    let full = run.len() == 4 && (1900..=LAST_YEAR).contains(&number);
    if !(short || full)
        || !text.ends(run.end)
        || text.digits.get(at + 1).is_some_and(|next| next.start == run.end + 1)
    {
        return None;
    }
    let start = run.start - usize::from(short);
    let before = words_before(text, start);
    let back = |back: usize| before.iter().rev().nth(back).map(|word| word.plain.as_str());
    let month = back(0).filter(|word| is_month(word)).and_then(|_| before.last());
    let start = month.map_or(start, |word| word.span.start);
    let words: Vec<&str> =
        before.iter().rev().skip(usize::from(month.is_some())).map(|word| word.plain.as_str()).collect();
    let mut near = words
        .iter()
        .take(4)
        .skip_while(|word| matches!(**word, "in" | "op" | "is" | "het" | "jaar" | "te" | "rond"));
    let behind =
        near.next().is_some_and(|word| BIRTHS.contains(word) || matches!(*word, "bouwjaar" | "lichting"));
    let person = |word: &&str| {
        matches!(
            *word,
            "is" | "hij"
                | "ze"
                | "zij"
                | "was"
                | "man"
                | "vrouw"
                | "mevrouw"
                | "meneer"
                | "uit"
                | "kind"
                | "lichting"
        )
    };
    let comes = words.first() == Some(&"uit")
        && matches!(words.get(1), Some(&("komt" | "stamt")))
        && words.get(2).is_some_and(person);
    let of =
        words.first().is_some_and(|word| matches!(*word, "van" | "uit")) && words.get(1).is_some_and(person);
    let after =
        text.words.iter().find(|word| word.span.start >= run.end).is_some_and(|word| word.plain == "geboren");
    (behind || of || comes || after).then_some(start..run.end)
}

/// The end and the year of a date in figures that begins here: 12-03-1948, 1948-03-12, 3/12/48.
/// The year of two figures is given as it stands.
pub(super) fn numeric(text: &Text, start: usize) -> Option<(usize, u32)> {
    let (first, at) = figures(text, start)?;
    let sign = text.at(at).filter(|c| "-/. ".contains(*c))?;
    let (second, at) = figures(text, at + 1)?;
    let (third, end) = figures(text, at + 1).filter(|_| text.at(at) == Some(sign))?;
    let (day, month, year) = if first > 999 { (third, second, first) } else { (first, second, third) };
    let full = year > 999 || (sign != ' ' && end - at == 3 && text.at(end) != Some(sign));
    (full && is_day(day, month)).then_some((end, year))
}

/// One to four figures: their number and where they end.
fn figures(text: &Text, start: usize) -> Option<(u32, usize)> {
    let count = text.slice(start..text.len()).take(5).take_while(char::is_ascii_digit).count();
    let number = text.number(start..start + count).filter(|_| (1..=4).contains(&count))?;
    Some((number, start + count))
}

/// 12 maart 1948, 12e mrt. 1948, 12 maart '48; of a birth also 12 maart 48.
fn spelled(text: &Text, run: &Range<usize>, birth: bool) -> Option<(usize, u32)> {
    let (day, mut at) = figures(text, run.start)?;
    at += usize::from(text.at(at) == Some('e'));
    let (month, mut year) = month(text, at + 1)?;
    let joined = text.at(at).filter(|c| " -".contains(*c));
    let joined = joined.is_some() && text.at(year) == joined;
    year += 1;
    let marked = text.at(year).is_some_and(|c| "'’‘".contains(c));
    year += usize::from(marked);
    let fits = |end: usize| end - year == 4 || (end - year == 2 && (marked || birth));
    let (number, end) = figures(text, year).filter(|(_, end)| fits(*end))?;
    (joined && is_day(day, month)).then_some((end, number))
}

/// The month that is written here, and where it ends.
fn month(text: &Text, start: usize) -> Option<(u32, usize)> {
    let name: String = text.slice(start..text.len()).take(10).take_while(|c| c.is_alphabetic()).collect();
    let name = name.to_lowercase();
    let month = (1_u32..).zip(MONTHS).find(|(_, (long, short))| name == *long || name == *short)?.0;
    let end = start + name.chars().count();
    Some((month, end + usize::from(text.at(end) == Some('.'))))
}

fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|(long, short)| word == *long || word == *short)
}

fn is_day(day: u32, month: u32) -> bool {
    (1..=31).contains(&day) && (1..=12).contains(&month)
}

/// Words that make what follows a birth.
const BIRTHS: [&str; 14] = [
    "geb",
    "geboren",
    "geboortedatum",
    "gebdatum",
    "gebdat",
    "dat",
    "jarig",
    "verjaart",
    "verjaardag",
    "geboortejaar",
    "gebjaar",
    "geboorte",
    "geborene",
    "dob",
];

/// What may stand between such a word and its date.
const NEAR: [&str; 14] =
    ["op", "is", "te", "in", "de", "zijn", "haar", "van", "meneer", "mevrouw", "mw", "dhr", "client", "was"];

fn words_before(text: &Text, start: usize) -> &[super::scan::Word] {
    let before = text.words.partition_point(|word| word.span.end <= start);
    text.words.get(..before).unwrap_or(&[])
}

/// Whether the words before say that this is a birth: "geb.", "geboren op", "geboortedatum:".
fn is_birth(text: &Text, start: usize) -> bool {
    let mut words = words_before(text, start).iter().rev().map(|word| word.plain.as_str());
    let mut near = words.by_ref().take(5).skip_while(|word| NEAR.contains(word));
    match near.next() {
        Some("dat") => words_before(text, start).iter().rev().take(3).any(|word| word.plain == "geb"),
        Some(word) => BIRTHS.contains(&word),
        None => false,
    }
}

/// "ze is van 3-12-48".
fn is_of(text: &Text, start: usize) -> bool {
    let mut words = words_before(text, start).iter().rev().map(|word| word.plain.as_str());
    words.next() == Some("van")
        && words.next().is_some_and(|word| matches!(word, "is" | "hij" | "ze" | "zij" | "was"))
}
