//! What stands in the place of something that was found. Must not know how it was found.

use super::lexicon::Lists;
use super::scan::{Shape, Text};
use super::{Finding, Kind, names};
use std::ops::Range;

/// What takes the place of a found text: always as long, so that it betrays no length.
pub const MASK: &str = "■■■";

/// The text with [`MASK`] for each span. Spans that do not fit the text belong to another one: then
/// nothing of it is shown.
pub fn mask(text: &str, spans: &[Range<usize>]) -> String {
    replaced(text, spans, |_| MASK.to_owned()).unwrap_or_else(|| MASK.to_owned())
}

/// The text with other words for each finding. When they do not fit the text, nothing of it is shown.
pub fn replace<'w>(text: &str, found: &[Finding], by: impl Fn(&Finding) -> &'w str) -> String {
    let mut found_again = found.iter();
    let spans: Vec<_> = found.iter().map(|finding| finding.span.clone()).collect();
    let mut put = || found_again.next().map_or(MASK, &by).to_owned();
    replaced(text, &spans, |_| put()).unwrap_or_else(|| MASK.to_owned())
}

/// The text with each name in a span reduced to its initial: "mevrouw De Vries" becomes "mevrouw
/// De V.". `None` when the spans do not fit.
pub fn initial(text: &str, spans: &[Range<usize>]) -> Option<String> {
    replaced(text, spans, |name| {
        let words: Vec<String> = name.split_whitespace().map(names::initial).collect();
        words.join(" ")
    })
}

/// The text with each name replaced by who it is in the text: "zoon Kees" becomes "de zoon", a
/// name alone "iemand". What is no name is masked. `None` when a span does not fit.
pub fn role(text: &str, found: &[Finding]) -> Option<String> {
    let read = Text::of(text);
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for finding in found {
        let before = text.get(at..finding.span.start)?;
        text.get(finding.span.clone())?;
        let (kept, put) =
            if finding.kind.is_name() { person(&read, before, finding) } else { (before, MASK.to_owned()) };
        out.push_str(kept);
        out.push_str(&put);
        at = finding.span.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

/// What stays of what was before a name, and what comes in its place.
fn person<'t>(read: &Text, before: &'t str, finding: &Finding) -> (&'t str, String) {
    let first = read
        .words
        .iter()
        .position(|word| read.finding(word.span.clone(), Kind::Name).span.start >= finding.span.start);
    let role = first.and_then(|at| at.checked_sub(1)).and_then(|at| Some((at, read.words.get(at)?)));
    let named = role.filter(|(_, word)| word.is(Lists::KIN.and(Lists::ROLE)) || title(&word.plain).is_some());
    let Some((at, word)) = named.filter(|_| before.ends_with([' ', '\'', '’', '.'])) else {
        let begins = before.trim_end().is_empty() && finding.span.start == before.len();
        return (before, if begins { "Iemand" } else { "iemand" }.to_owned());
    };
    let start = read.finding(word.span.clone(), Kind::Name).span.start;
    let offset = finding.span.start - before.len();
    let kept = start.checked_sub(offset).and_then(|length| before.get(..length)).unwrap_or(before);
    let owner = at.checked_sub(1).and_then(|at| read.words.get(at));
    let owned = owner.is_some_and(|owner| {
        owner.is(Lists::ARTICLE) || matches!(owner.plain.as_str(), "ex" | "onze" | "mijn")
    });
    let noun = title(&word.plain).unwrap_or(&word.plain).to_owned();
    let capital = !matches!(word.shape, Shape::Small) && (start == 0);
    let article = match (owned, capital) {
        (true, _) => "",
        (false, true) => "De ",
        (false, false) => "de ",
    };
    (kept, format!("{article}{noun}"))
}

/// Who a title speaks of, where that is a word by itself.
fn title(plain: &str) -> Option<&str> {
    Some(match plain {
        "mevr" | "mevrouw" | "mvr" | "mw" | "mvrw" => "mevrouw",
        "dhr" | "meneer" | "mijnheer" | "hr" => "meneer",
        "heer" => "heer",
        "dr" | "dokter" | "drs" => "dokter",
        "dominee" | "ds" => "dominee",
        "pastoor" => "pastoor",
        "familie" | "fam" => "familie",
        "echtpaar" => "echtpaar",
        "gezin" => "gezin",
        _ => return None,
    })
}

fn replaced(text: &str, spans: &[Range<usize>], mut by: impl FnMut(&str) -> String) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for span in spans {
        out.push_str(text.get(at..span.start)?);
        out.push_str(&by(text.get(span.clone())?));
        at = span.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}
