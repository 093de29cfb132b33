//! E-mail addresses that are spelled out: "piet apenstaartje voorbeeld punt nl", "jan (at) x.nl".

use super::scan::{Gap, Text};
use super::{Finding, Kind};
use std::ops::Range;

const AT: [&str; 8] =
    ["at", "apenstaart", "apenstaartje", "apestaart", "apestaartje", "aapenstaartje", "apestaartje", "aap"];
/// Ends of addresses.
const ENDS: [&str; 15] = [
    "nl",
    "com",
    "be",
    "org",
    "net",
    "eu",
    "de",
    "info",
    "fr",
    "uk",
    "voorbeeld",
    "example",
    "online",
    "frl",
    "tr",
];

pub(super) fn find(text: &Text, found: &mut Vec<Finding>) {
    for (at, word) in text.words.iter().enumerate() {
        let short = word.plain == "a" && text.gap(at).has("([{") && text.gap(at + 1).has(")]}");
        let spelled =
            (short || AT.contains(&word.plain.as_str())).then(|| address(text, at, at + 1)).flatten();
        let sign = || (at > 0 && is_blank_at(text.gap(at))).then(|| address(text, at, at)).flatten();
        found.extend(spelled.or_else(sign).map(|span| text.finding(span, Kind::Email)));
    }
}

/// "x @ y": blanks around the sign.
fn is_blank_at(gap: Gap<'_>) -> bool {
    gap.is_any(&[" @ ", "@ ", " @"])
}

/// The address whose name ends before word `at` and whose domain begins at word `host`.
fn address(text: &Text, at: usize, host: usize) -> Option<Range<usize>> {
    let (mut last, mut dots) = (host, 0);
    text.words.get(host)?;
    while let Some((next, dot)) = step(text, last + 1) {
        last = next;
        dots += usize::from(dot);
    }
    // A sentence may go on behind the end: "… punt nl leest elke dag".
    while dots > 0
        && !text.words.get(last).is_some_and(|word| ENDS.contains(&word.plain.as_str()))
        && last > host
    {
        last -= 1;
    }
    let whole = dots > 0 && last > host && ENDS.contains(&text.words.get(last)?.plain.as_str());
    let mut first = at.checked_sub(1)?;
    while let Some(before) = back(text, first) {
        first = before;
    }
    let gap = text.gap(at);
    let near = !gap.is_empty() && !gap.has(",;!?");
    (whole && near).then_some(text.words.get(first)?.span.start..text.words.get(last)?.span.end)
}

/// The next word of an address, joined by a sign or by *punt*, and whether that was a dot.
fn step(text: &Text, at: usize) -> Option<(usize, bool)> {
    let word = text.words.get(at)?;
    let gap = text.gap(at);
    if gap.is_any(&[".", "-", "_"]) {
        return Some((at, gap.is(".")));
    }
    let dot = matches!(word.plain.as_str(), "punt" | "dot") && gap.is_any(&[" ", " [", " (", "[", "(", " {"]);
    let after = text.gap(at + 1).is_any(&[" ", "] ", ") ", "]", ")", "} "]);
    (dot && after && text.words.get(at + 1).is_some()).then_some((at + 1, true))
}

/// The word before this one in the name of an address.
fn back(text: &Text, at: usize) -> Option<usize> {
    let gap = text.gap(at);
    let before = at.checked_sub(1)?;
    if gap.is_any(&[".", "-", "_", "+"]) {
        return Some(before);
    }
    let dot = text
        .words
        .get(before)
        .is_some_and(|word| matches!(word.plain.as_str(), "punt" | "streepje" | "underscore"));
    (gap.is(" ") && dot && text.gap(before).is(" ")).then(|| before.checked_sub(1)).flatten()
}
