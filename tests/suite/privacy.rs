//! How good the privacy filter is, measured on `fixtures/privacy/regels.txt`. The handbook
//! gives these figures; a change of the filter that changes them has to say so there.

#![expect(clippy::panic, clippy::indexing_slicing, reason = "a test may stop; kinds are places in one table")]

use oogst::domain::privacy::{Finding, Kind, Known, find};
use std::fmt::Write as _;
use std::ops::Range;

/// What a line may hold, as it is called in the file and in the handbook. The last kind is what the
/// filter has no way to see.
const KINDS: [(&str, &str, Option<Kind>); 10] = [
    ("bsn", "BSN", Some(Kind::Bsn)),
    ("mail", "e-mail", Some(Kind::Email)),
    ("telefoon", "telefoon", Some(Kind::Phone)),
    ("postcode", "postcode", Some(Kind::Postcode)),
    ("iban", "IBAN", Some(Kind::Iban)),
    ("geboortedatum", "geboortedatum", Some(Kind::BirthDate)),
    ("naam", "naam na mevrouw of meneer", Some(Kind::TitledName)),
    ("deelnemer", "iemand aan tafel", Some(Kind::Participant)),
    ("woord", "woord van de lijst", Some(Kind::Listed)),
    ("anders", "iets anders dat zegt wie het is", None),
];

struct Corpus {
    known: Known,
    lines: Vec<Line>,
}

struct Line {
    text: String,
    /// Index in [`KINDS`], and where.
    marks: Vec<(usize, Range<usize>)>,
}

fn corpus() -> Corpus {
    let file = crate::source::read("fixtures/privacy/regels.txt");
    let (mut people, mut listed, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix("@deelnemer ") {
            people.push(name);
        } else if let Some(word) = line.strip_prefix("@woord ") {
            listed.push(word.to_owned());
        } else {
            lines.push(parse(line));
        }
    }
    Corpus { known: Known::new(people.into_iter(), &listed), lines }
}

fn parse(line: &str) -> Line {
    let (mut text, mut marks) = (String::new(), Vec::new());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('⟦') {
        let (mark, after) = after.split_once('⟧').unwrap_or_else(|| panic!("no ⟧ in: {line}"));
        let (name, words) = mark.split_once(':').unwrap_or_else(|| panic!("no kind in: {line}"));
        let kind = KINDS.iter().position(|(known, ..)| *known == name);
        text.push_str(before);
        let start = text.len();
        text.push_str(words);
        marks.push((kind.unwrap_or_else(|| panic!("{name} is no kind: {line}")), start..text.len()));
        rest = after;
    }
    text.push_str(rest);
    Line { text, marks }
}

#[derive(Default, Clone, Copy)]
struct Figures {
    marked: usize,
    hits: usize,
    false_alarms: usize,
}

struct Measured {
    of: [Figures; KINDS.len()],
    innocent: usize,
    /// Innocent lines in which something is hidden.
    troubled: usize,
    /// Every miss and false alarm, to read.
    report: String,
}

fn measure(corpus: &Corpus) -> Measured {
    let mut measured =
        Measured { of: [Figures::default(); KINDS.len()], innocent: 0, troubled: 0, report: String::new() };
    for line in &corpus.lines {
        let found = find(&line.text, &corpus.known);
        for (kind, mark) in &line.marks {
            measured.of[*kind].marked += 1;
            if found.iter().any(|finding| finding.span.start <= mark.start && mark.end <= finding.span.end) {
                measured.of[*kind].hits += 1;
            } else {
                let _ = writeln!(measured.report, "missed ({}): {}", KINDS[*kind].0, line.text);
            }
        }
        let touches = |finding: &Finding, mark: &Range<usize>| {
            finding.span.start < mark.end && mark.start < finding.span.end
        };
        for finding in &found {
            if !line.marks.iter().any(|(_, mark)| touches(finding, mark)) {
                let kind =
                    KINDS.iter().position(|(.., kind)| *kind == Some(finding.kind)).unwrap_or_default();
                measured.of[kind].false_alarms += 1;
                let _ = writeln!(measured.report, "false alarm ({}): {}", KINDS[kind].0, line.text);
            }
        }
        measured.innocent += usize::from(line.marks.is_empty());
        measured.troubled += usize::from(line.marks.is_empty() && !found.is_empty());
    }
    measured
}

/// The part of the handbook about the filter.
pub fn figures() -> String {
    let corpus = corpus();
    let measured = measure(&corpus);
    let mut text = String::from("| Wat | Regels | Gevonden | Gemist | Loos |\n|---|--:|--:|--:|--:|\n");
    for ((_, name, kind), figures) in KINDS.iter().zip(measured.of) {
        let missed = figures.marked - figures.hits;
        let alarms = if kind.is_some() { figures.false_alarms.to_string() } else { "–".to_owned() };
        let _ = writeln!(text, "| {name} | {} | {} | {missed} | {alarms} |", figures.marked, figures.hits);
    }
    let (lines, innocent, troubled) = (corpus.lines.len(), measured.innocent, measured.troubled);
    let _ = writeln!(
        text,
        "\n{lines} regels, waarvan {innocent} onschuldig; in {troubled} daarvan wordt toch iets verborgen."
    );
    text
}

#[test]
fn the_filter_is_measured_on_lines_as_people_type_them() {
    let corpus = corpus();
    let measured = measure(&corpus);
    println!("{}\n{}", figures(), measured.report);
    assert!(corpus.lines.len() >= 240, "{} lines", corpus.lines.len());
    assert!(measured.innocent * 2 >= corpus.lines.len(), "half of them innocent: {}", measured.innocent);
    for ((name, ..), figures) in KINDS.iter().zip(measured.of) {
        assert!(figures.marked >= 8, "{name}: too few to say anything");
    }
    let mut texts: Vec<&str> = corpus.lines.iter().map(|line| line.text.as_str()).collect();
    texts.sort_unstable();
    assert!(texts.windows(2).all(|pair| pair[0] != pair[1]), "a line counts once");
    let bsn = measured.of[0];
    assert_eq!(bsn.hits, bsn.marked, "a BSN is never let through\n{}", measured.report);
}
