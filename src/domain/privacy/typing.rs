//! The wall while somebody types: what may become something is hidden from the moment it may, not
//! at its last sign, and does not flicker back.

use super::lexicon::Lists;
use super::scan::{Shape, Text};
use super::{Finding, Kind, Known, find, merged, on_signs};

/// The fewest digits, with signs between, that may become a number of somebody.
const DIGITS: usize = 5;

/// What is hidden of a line that is still being typed: everything that is found, every run of five
/// or more digits with signs between, and what begins with a capital behind a title.
pub fn while_typing(text: &str, known: &Known) -> Vec<Finding> {
    let read = Text::of(text);
    let mut found = find(text, known);
    numbers(&read, &mut found);
    for (at, word) in read.words.iter().enumerate().skip(1) {
        let title = read.words.get(at - 1).is_some_and(|before| before.is(Lists::TITLE));
        let capital = matches!(word.shape, Shape::Capital | Shape::Initial | Shape::Capitals);
        if title && capital && read.gap(at).is_any(&[" ", ". ", "."]) {
            found.push(read.finding(word.span.clone(), Kind::TitledName));
        }
    }
    found.extend(begun(text, &read, known));
    on_signs(text, merged(found))
}

/// A word with a capital that is still being typed and was a name on the way: *Nel* is hidden, so
/// *Neli* is, until it is known to be another word.
fn begun(text: &str, read: &Text, known: &Known) -> Option<Finding> {
    let word = read.words.last().filter(|word| word.is_capital() && word.span.end == read.len())?;
    if word.is(Lists::FREE) {
        return None;
    }
    let whole = read.finding(word.span.clone(), Kind::Name);
    let mut ends = text.get(whole.span.clone())?.char_indices().map(|(at, _)| whole.span.start + at).skip(3);
    let is_name = |end: usize| {
        let typed = text.get(..end).map(|typed| find(typed, known)).unwrap_or_default();
        typed.iter().any(|found| found.kind.is_person() && found.span.end > whole.span.start)
    };
    ends.any(is_name).then_some(whole)
}

fn numbers(read: &Text, found: &mut Vec<Finding>) {
    let mut runs = read.digits.iter().peekable();
    while let Some(first) = runs.next() {
        let (mut end, mut count) = (first.end, first.len());
        // "22 23 24": numbers of things, named one after the other.
        let mut listed = first.len() < 3 && read.at(first.start) != Some('0');
        while let Some(next) = runs.peek()
            && next.start - end < 3
            && read.slice(end..next.start).all(|c| " -–‑./()".contains(c))
        {
            listed &= next.len() < 3 && read.slice(end..next.start).eq([' ']);
            (end, count) = (next.end, count + next.len());
            runs.next();
        }
        if count >= DIGITS && !listed {
            // A sign that was typed behind it stays with it, or the digits would flicker back.
            let signs = read.slice(end..read.len()).take_while(|c| "-–‑./".contains(*c)).count();
            found.push(read.finding(first.start..end + signs, Kind::Number));
        }
    }
}
