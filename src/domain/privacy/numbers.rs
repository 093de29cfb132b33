//! Numbers that belong to one person: IBAN, telephone and BSN. What is one of them is not another.

use super::scan::Text;
use super::{Finding, Kind};
use std::ops::Range;

pub(super) fn find(text: &Text, found: &mut Vec<Finding>) {
    let mut taken = vec![false; text.len()];
    let mut take = |span: Range<usize>, kind: Kind| {
        let Some(cells) = taken.get_mut(span.clone()) else { return };
        if !cells.contains(&true) {
            cells.fill(true);
            found.push(text.finding(span, kind));
        }
    };
    for word in &text.words {
        if let Some(end) = iban(text, word.span.start, label(text, word.span.start, &ACCOUNTS)) {
            take(word.span.start..end, Kind::Iban);
        }
    }
    let mut free = 0;
    for run in &text.digits {
        if run.start >= free
            && let Some(span) = phone(text, run.start)
        {
            free = span.end;
            take(span, Kind::Phone);
        }
    }
    for index in 0..text.digits.len() {
        if let Some(span) = bsn(text, index) {
            take(span, Kind::Bsn);
        }
    }
}

/// How long an IBAN is in the countries people here bank in.
const IBANS: [(&str, usize); 12] = [
    ("NL", 18),
    ("BE", 16),
    ("DE", 22),
    ("FR", 27),
    ("LU", 20),
    ("GB", 22),
    ("ES", 24),
    ("IT", 27),
    ("PT", 25),
    ("PL", 28),
    ("TR", 26),
    ("MA", 28),
];

/// Where the IBAN that begins here ends: the right length, blanks allowed, and modulo 97 is 1.
/// Behind *rekening* a number that does not add up is one as well.
fn iban(text: &Text, start: usize, named: bool) -> Option<usize> {
    let country: String = text.slice(start..start + 2).map(|c| c.to_ascii_uppercase()).collect();
    let (_, length) = IBANS.into_iter().find(|(code, _)| *code == country)?;
    let (mut signs, mut end) = (Vec::with_capacity(length), start);
    while signs.len() < length {
        match text.at(end)? {
            ' ' | '.' | '-' if !signs.is_empty() && text.before(end).is_some_and(char::is_alphanumeric) => {}
            c if c.is_ascii_alphanumeric() => signs.push(c.to_digit(36)?),
            _ => return None,
        }
        end += 1;
    }
    let (head, tail) = signs.split_at_checked(4)?;
    let rest = tail.iter().chain(head).fold(0, |rest, sign| {
        let tens = if *sign > 9 { 100 } else { 10 };
        (rest * tens + sign) % 97
    });
    let shaped =
        head.iter().skip(2).all(|sign| *sign < 10) && tail.iter().rev().take(6).all(|sign| *sign < 10);
    ((rest == 1 || (named && shaped)) && text.ends(end)).then_some(end)
}

const ACCOUNTS: [&str; 6] =
    ["rekening", "rekeningnummer", "bankrekening", "bankrekeningnummer", "iban", "spaarrekening"];
const PHONES: [&str; 12] = [
    "tel",
    "telefoon",
    "telefoonnummer",
    "telnr",
    "mobiel",
    "nummer",
    "bel",
    "bellen",
    "app",
    "op",
    "telnummer",
    "gsm",
];

/// Whether one of these words stands right before.
fn label(text: &Text, start: usize, of: &[&str]) -> bool {
    let before = text.words.partition_point(|word| word.span.end <= start);
    let words = text.words.get(before.saturating_sub(2)..before).unwrap_or(&[]);
    words.iter().any(|word| of.contains(&word.plain.as_str()))
}

/// Digits with what people put between them, from `start`, one run after the other: the number of
/// digits so far and where the run ends. Dots stand everywhere or nowhere: 14.30-15.00 is a time.
fn dialled(text: &Text, start: usize) -> impl Iterator<Item = (usize, Range<usize>)> {
    let (mut at, mut count, mut dots) = (start, 0, None);
    std::iter::from_fn(move || {
        let mut begin = at;
        if count > 0 {
            while begin < at + 4 && text.at(begin).is_some_and(|c| " -–\u{2011}\u{2010}_./()".contains(c)) {
                begin += 1;
            }
            let dotted = text.slice(at..begin).any(|c| c == '.');
            if begin == at || *dots.get_or_insert(dotted) != dotted {
                return None;
            }
        }
        let mut end = begin;
        while end < begin + 16 && text.at(end).is_some_and(|c| c.is_ascii_digit()) {
            end += 1;
        }
        if end == begin || count > 16 {
            return None;
        }
        count += end - begin;
        at = end;
        Some((count, begin..end))
    })
}

/// A Dutch number of ten digits, or a foreign one with its country. Service numbers (112, 0800,
/// 0900) are nobody's.
fn phone(text: &Text, start: usize) -> Option<Range<usize>> {
    let before = text.before(start);
    let head: String = text.slice(start..start + 4).collect();
    if before == Some('+') {
        let dutch = head.starts_with("31");
        let fits = |count: usize| if dutch { (11..=12).contains(&count) } else { (9..=15).contains(&count) };
        let end = dialled(text, start).filter(|(count, _)| fits(*count)).last()?.1.end;
        return text.ends(end).then(|| start - 1..end);
    }
    if !text.begins(start)
        || before.is_some_and(|c| "-.,:€".contains(c))
        || (before == Some('/')
            && text.slice(start..start + 11).take_while(char::is_ascii_digit).count() != 10)
    {
        return None;
    }
    let end =
        abroad(text, start).or_else(|| dutch_phone(text, start)).or_else(|| short_phone(text, start))?;
    let start = if before == Some('(') { start - 1 } else { start };
    (text.ends(end) && !is_amount(text, start, end)).then_some(start..end)
}

/// "0031 6 …", "00 49 …": a country behind two zeros.
fn abroad(text: &Text, start: usize) -> Option<usize> {
    let head: String =
        dialled(text, start).flat_map(|(_, run)| run).take(4).filter_map(|index| text.at(index)).collect();
    let fits =
        |count: usize| if head == "0031" { (13..=14).contains(&count) } else { (11..=16).contains(&count) };
    if !head.starts_with("00") || head.starts_with("000") {
        return None;
    }
    dialled(text, start).filter(|(count, _)| fits(*count)).last().map(|(_, run)| run.end)
}

fn dutch_phone(text: &Text, start: usize) -> Option<usize> {
    let area: Vec<char> =
        dialled(text, start).flat_map(|(_, run)| run).take(3).filter_map(|i| text.at(i)).collect();
    match area.as_slice() {
        ['0', '1'..='7', _] | ['0', '8', '4' | '5' | '7' | '8'] => {}
        _ => return None,
    }
    let mut runs = dialled(text, start);
    // 01-02-2026 14 has ten digits too; an area code of one digit does not exist, but for somebody
    // who writes every digit apart.
    let (first, _) = runs.next()?;
    let bracketed = text.before(start) == Some('(') && text.at(start + 1) == Some(')');
    let apart = first == 1 && !bracketed;
    if super::dates::numeric(text, start).is_some() {
        return None;
    }
    if first == 10 {
        return Some(start + 10);
    }
    let long = |run: &Range<usize>| if apart { run.len() == 1 } else { bracketed || run.len() > 1 };
    runs.take_while(|(_, run)| long(run))
        .find(|(count, _)| *count >= 10)
        .filter(|(count, _)| *count == 10)
        .map(|(_, run)| run.end)
}

/// Without its zero or its area code, where the words before say that it is one: "tel. 123 45 67".
fn short_phone(text: &Text, start: usize) -> Option<usize> {
    if text.at(start) == Some('0') || !label(text, start, &PHONES) {
        return None;
    }
    let named = label(text, start, PHONES.get(..5).unwrap_or(&[]));
    let mobile = text.at(start) == Some('6');
    let fits = |count: usize| (mobile && count == 9) || (named && (6..=9).contains(&count));
    let whole = dialled(text, start).last()?;
    fits(whole.0).then_some(whole.1.end)
}

/// A BSN that begins at this run of digits: nine digits, or eight of which the first zero was left
/// out, in one piece or in groups.
fn bsn(text: &Text, index: usize) -> Option<Range<usize>> {
    let runs = text.digits.get(index..)?;
    let first = runs.first()?;
    // Letters may stand against it: "bsn123456782".
    if text.before(first.start) == Some(',') {
        return None;
    }
    let sign = text.at(first.end).filter(|c| " .-".contains(*c));
    let dotted = sign == Some('.');
    // 1.123.456.782 is an amount.
    if dotted && text.before(first.start) == Some('.') {
        return None;
    }
    let mut digits: Vec<u32> = Vec::with_capacity(9);
    let mut end = first.start;
    for (place, run) in runs.iter().enumerate() {
        let total = digits.len() + run.len();
        let joined = run.start == end + 1 && text.at(end) == sign && (run.len() > 1 || total == 9);
        if total > 9 || (place == 0 && run.len() < 2) || (place > 0 && !joined) {
            break;
        }
        digits.extend(text.slice(run.clone()).filter_map(|c| c.to_digit(10)));
        end = run.end;
    }
    let short = digits.len() == 8 && (first.len() == 8 || (first.len() == 2 && sign != Some('-')));
    if short {
        digits.insert(0, 0);
    }
    let more = text.at(end).is_some_and(|c| c == ',' || (dotted && c == '.'))
        && text.at(end + 1).is_some_and(|c| c.is_ascii_digit());
    let whole = text.ends(end) && !more && !is_amount(text, first.start, end);
    (whole && passes_elfproef(&digits)).then_some(first.start..end)
}

fn is_amount(text: &Text, start: usize, end: usize) -> bool {
    let before = text.slice(start.saturating_sub(2)..start).any(|c| c == '€');
    let after: String = text.slice(end..text.len().min(end + 5)).collect();
    before || after.starts_with(" euro")
}

/// Nine digits whose weighted sum is divisible by eleven, and which are not all the same.
fn passes_elfproef(digits: &[u32]) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i64 = digits.iter().zip(weights).map(|(digit, weight)| i64::from(*digit) * weight).sum();
    let trivial = digits.iter().all(|digit| Some(digit) == digits.first());
    digits.len() == weights.len() && sum % 11 == 0 && !trivial
}

#[cfg(test)]
mod tests {
    use super::passes_elfproef;

    #[test]
    fn the_elfproef_of_the_tax_office() {
        let digits = |text: &str| text.chars().filter_map(|c| c.to_digit(10)).collect::<Vec<_>>();
        for (number, passes) in [
            ("123456782", true),
            ("249566758", true),
            ("111222333", true),
            ("012345672", true),
            ("123456789", false),
            ("000000000", false),
            ("12345672", false),
        ] {
            assert_eq!(passes_elfproef(&digits(number)), passes, "{number}");
        }
    }
}
