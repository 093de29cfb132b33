//! Dates of birth: a full date that lies far back, or that stands behind *geboren*. The dates of a
//! meeting are this year or next, and stay.

use super::scan::Text;
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
    for run in &text.digits {
        let date = numeric(text, run.start).or_else(|| spelled(text, run));
        if let Some((end, year)) = date
            && text.begins(run.start)
            && text.ends(end)
            && ((1900..=LAST_YEAR).contains(&year) || is_birth(text, run.start))
        {
            found.push(text.finding(run.start..end, Kind::BirthDate));
        }
    }
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

/// 12 maart 1948, 12 mrt. 1948, 12 maart '48.
fn spelled(text: &Text, run: &Range<usize>) -> Option<(usize, u32)> {
    let (day, at) = figures(text, run.start)?;
    let word = |from: usize| -> String {
        text.slice(from..text.len()).take(10).take_while(|c| c.is_alphabetic()).collect()
    };
    let name = word(at + 1).to_lowercase();
    let month = (1_u32..).zip(MONTHS).find(|(_, (long, short))| name == *long || name == *short)?.0;
    let mut year = at + 1 + name.chars().count();
    year += usize::from(text.at(year) == Some('.'));
    let joined = text.at(at) == Some(' ') && text.at(year) == Some(' ');
    year += 1;
    year += usize::from(text.at(year).is_some_and(|c| "'’‘".contains(c)));
    let (number, end) = figures(text, year).filter(|(_, end)| matches!(end - year, 2 | 4))?;
    (joined && is_day(day, month)).then_some((end, number))
}

fn is_day(day: u32, month: u32) -> bool {
    (1..=31).contains(&day) && (1..=12).contains(&month)
}

/// Whether the words before say that this is a birth: "geb.", "geboren op", "geboortedatum:".
fn is_birth(text: &Text, start: usize) -> bool {
    let before = text.words.partition_point(|word| word.span.end <= start);
    let words = text.words.get(..before).unwrap_or(&[]).iter().rev().map(|word| word.plain.as_str());
    let mut near = words.take(3).skip_while(|word| matches!(*word, "op" | "is" | "te"));
    near.next().is_some_and(|word| matches!(word, "geb" | "geboren" | "geboortedatum" | "gebdatum"))
}
