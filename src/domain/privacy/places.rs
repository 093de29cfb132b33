//! Where somebody lives or can be written to: postcodes and e-mail addresses.

use super::scan::Text;
use super::{Finding, Kind};
use std::ops::Range;

pub(super) fn find(text: &Text, found: &mut Vec<Finding>) {
    let at_signs = (0..text.len()).filter(|index| text.at(*index) == Some('@'));
    found.extend(at_signs.filter_map(|at| Some(text.finding(email(text, at)?, Kind::Email))));
    let postcodes = text.digits.iter().filter_map(|run| postcode(text, run));
    found.extend(postcodes.map(|span| text.finding(span, Kind::Postcode)));
}

/// The address around an `@`: a name, a domain with a dot, and letters behind the last dot.
fn email(text: &Text, at: usize) -> Option<Range<usize>> {
    let local = |c: &char| c.is_alphanumeric() || "._%+-".contains(*c);
    let start = at - text.slice(0..at).rev().take_while(local).count();
    let domain = |c: &char| c.is_alphanumeric() || ".-".contains(*c);
    let mut end = at + 1 + text.slice(at + 1..text.len()).take_while(domain).count();
    while text.before(end).is_some_and(|c| ".-".contains(c)) {
        end -= 1;
    }
    let host: String = text.slice(at + 1..end).collect();
    let (name, last) = host.rsplit_once('.')?;
    let ends_well = last.chars().count() > 1 && last.chars().all(char::is_alphabetic);
    (start < at && !name.is_empty() && ends_well).then_some(start..end)
}

/// Words of two letters that stand behind a number of four digits without making it a postcode.
const SHORT: [&str; 46] = [
    "ja", "af", "al", "am", "ca", "cc", "cm", "dd", "de", "dl", "en", "er", "eu", "ex", "gr", "ik", "in",
    "is", "je", "kg", "km", "kw", "mg", "ml", "mm", "mw", "na", "nr", "nu", "of", "om", "op", "pk", "pm",
    "te", "ua", "uu", "vd", "we", "wo", "za", "zo", "st", "ze", "ha", "ie",
];

/// A postcode with a house number behind or before it, or in capitals on its own: it names a
/// street, and that is finer than a wijk.
fn postcode(text: &Text, digits: &Range<usize>) -> Option<Range<usize>> {
    if digits.len() != 4 || !text.begins(digits.start) || text.at(digits.start) == Some('0') {
        return None;
    }
    let gap = text.slice(digits.end..text.len()).take(2).take_while(|c| " -".contains(*c)).count();
    let letters = digits.end + gap;
    let code: String = text.slice(letters..letters + 2).collect();
    let end = letters + 2;
    if code.chars().filter(char::is_ascii_alphabetic).count() != 2 || !text.ends(end) {
        return None;
    }
    let capitals = code.chars().all(|c| c.is_ascii_uppercase());
    let ordinary = SHORT.contains(&code.to_ascii_lowercase().as_str());
    let after = number_after(text, end).filter(|_| capitals || !ordinary);
    let before = number_before(text, digits.start).filter(|_| !ordinary);
    match (after, before) {
        (Some(end), _) => Some(digits.start..end),
        (None, Some(start)) => Some(start..end),
        (None, None) => {
            let hyphen = text.at(digits.end) == Some('-');
            let before = text.words.partition_point(|word| word.span.end <= digits.start);
            let named = text.words.get(before.saturating_sub(3)..before).unwrap_or(&[]).iter();
            let named = named.rev().any(|word| matches!(word.plain.as_str(), "postcode" | "pc"));
            let shaped = if hyphen { capitals || !ordinary } else { (capitals || gap == 0) && !ordinary };
            (named || shaped).then_some(digits.start..end)
        }
    }
}

/// Where the house number behind a postcode ends: "12", ", nr 12a".
fn number_after(text: &Text, end: usize) -> Option<usize> {
    let gap = text.slice(end..text.len()).take(3).take_while(|c| " ,".contains(*c)).count();
    let mut start = end + gap;
    let label: String = text.slice(start..start + 3).collect();
    if label.eq_ignore_ascii_case("nr ") || label.eq_ignore_ascii_case("nr.") {
        start += 3 + usize::from(text.at(start + 3) == Some(' '));
    }
    let digits = text.slice(start..text.len()).take(5).take_while(char::is_ascii_digit).count();
    let letter = usize::from(text.at(start + digits).is_some_and(|c| c.is_ascii_lowercase()));
    let end = [start + digits, start + digits + letter].into_iter().find(|end| text.ends(*end))?;
    (gap > 0 && (1..=4).contains(&digits)).then_some(end)
}

/// Where the house number before a postcode begins: "Dorpsstraat 12, 3511 LX".
fn number_before(text: &Text, start: usize) -> Option<usize> {
    let gap = text.slice(0..start).rev().take(3).take_while(|c| " ,".contains(*c)).count();
    let end = start - gap;
    let digits = text.slice(0..end).rev().take(5).take_while(char::is_ascii_digit).count();
    let begin = end - digits;
    (gap > 0 && (1..=4).contains(&digits) && text.begins(begin)).then_some(begin)
}
