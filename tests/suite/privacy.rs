//! How good the privacy filter is, measured on the lines in `fixtures/privacy`. The handbook gives
//! these figures; a change of the filter that changes them has to say so there.

#![expect(clippy::panic, clippy::indexing_slicing, reason = "a test may stop; kinds are places in one table")]

use oogst::domain::privacy::{Finding, Kind, Known, find};
use std::fmt::Write as _;
use std::ops::Range;

/// What a line of `regels.txt` may hold, as it is called in the file and in the handbook. The last
/// kind is everything else.
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
    let (text, marks) = marked(line);
    let kind = |name: &str| {
        let kind = KINDS.iter().position(|(known, ..)| *known == name);
        kind.unwrap_or_else(|| panic!("{name} is no kind: {line}"))
    };
    Line { text, marks: marks.into_iter().map(|(name, span)| (kind(name), span)).collect() }
}

/// A line without its brackets, and what stood between them.
fn marked(line: &str) -> (String, Vec<(&str, Range<usize>)>) {
    let (mut text, mut marks) = (String::new(), Vec::new());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('⟦') {
        let (mark, after) = after.split_once('⟧').unwrap_or_else(|| panic!("no ⟧ in: {line}"));
        let (name, words) = mark.split_once(':').unwrap_or_else(|| panic!("no kind in: {line}"));
        text.push_str(before);
        let start = text.len();
        text.push_str(words);
        marks.push((name, start..text.len()));
        rest = after;
    }
    text.push_str(rest);
    (text, marks)
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
                let kind = KINDS
                    .iter()
                    .position(|(.., kind)| *kind == Some(finding.kind))
                    .unwrap_or(KINDS.len() - 1);
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
    for ((_, name, _), figures) in KINDS.iter().zip(measured.of) {
        let missed = figures.marked - figures.hits;
        let alarms = figures.false_alarms;
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

/// The kinds of the lines the filter was built on and of those it had not seen: as they are called
/// in the files and in the handbook.
const MORE: [(&str, &str); 24] = [
    ("voornaam", "voornaam"),
    ("voornaam-klein", "voornaam in kleine letters"),
    ("voornaam-woord", "voornaam die ook een woord is"),
    ("voornaam-achternaam", "voor- en achternaam"),
    ("achternaam", "achternaam alleen"),
    ("initialen", "voorletters"),
    ("bijnaam", "bijnaam"),
    ("titel-naam", "titel en naam"),
    ("verwant-naam", "verwant en naam"),
    ("rol-naam", "beroep en naam"),
    ("bsn", "BSN"),
    ("telefoon", "telefoon"),
    ("mail", "e-mail"),
    ("postcode", "postcode"),
    ("adres", "straat en huisnummer"),
    ("iban", "IBAN"),
    ("geboortedatum", "geboortedatum"),
    ("geboortejaar", "geboortejaar"),
    ("leeftijd90", "leeftijd vanaf negentig"),
    ("kamer", "kamer en huis"),
    ("kenteken", "kenteken"),
    ("big-agb", "BIG of AGB"),
    ("dossier", "dossiernummer"),
    ("functie-uniek", "functie die één mens heeft"),
];

/// The first so many of [`MORE`] are names.
const NAMES: usize = 10;

/// How much of a file of lines is hidden.
#[derive(Default)]
struct Reach {
    /// Of each of [`MORE`]: how many there are, and how many are wholly hidden.
    of: [(usize, usize); MORE.len()],
    /// Lines that look like something: how many, and in how many something is hidden.
    traps: (usize, usize),
    /// Lines of an ordinary meeting, as above.
    plain: (usize, usize),
    /// Every miss and every innocent line that was touched, to read.
    report: String,
}

fn reach(path: &str) -> Reach {
    let (mut reach, mut is_plain) = (Reach::default(), false);
    let file = crate::source::read(path);
    for line in file.lines().filter(|line| !line.is_empty()) {
        match line {
            "# onschuldig: val" => is_plain = false,
            "# onschuldig: gewoon" => is_plain = true,
            line if line.starts_with('#') => {}
            line => reach.add(line, is_plain),
        }
    }
    reach
}

impl Reach {
    fn add(&mut self, line: &str, is_plain: bool) {
        let (text, marks) = marked(line);
        let found = find(&text, &Known::default());
        for (name, mark) in &marks {
            let kind = MORE.iter().position(|(known, _)| known == name);
            let (count, hidden) = &mut self.of[kind.unwrap_or_else(|| panic!("{name} is no kind: {line}"))];
            *count += 1;
            if found.iter().any(|finding| finding.span.start <= mark.start && mark.end <= finding.span.end) {
                *hidden += 1;
            } else {
                let _ = writeln!(self.report, "missed: {line}");
            }
        }
        if marks.is_empty() {
            let (count, touched) = if is_plain { &mut self.plain } else { &mut self.traps };
            *count += 1;
            *touched += usize::from(!found.is_empty());
            if !found.is_empty() {
                let _ = writeln!(self.report, "touched: {line}");
            }
        }
    }

    /// How many there are of the first so many kinds, and how many are hidden.
    fn sum(&self, kinds: usize) -> (usize, usize) {
        let of = self.of.iter().take(kinds);
        of.fold((0, 0), |(count, hidden), (more, found)| (count + more, hidden + found))
    }
}

fn share((count, part): (usize, usize)) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    100.0 * number(part) / number(count.max(1))
}

/// The part of the handbook about names and the rest, for each file of lines a column.
fn reaches(files: &[(&str, &str)]) -> String {
    let reaches: Vec<Reach> = files.iter().map(|(path, _)| reach(path)).collect();
    let row = |name: &str, of: &dyn Fn(&Reach) -> (usize, usize)| {
        let cells: Vec<String> = reaches
            .iter()
            .map(|reach| format!("{} van {} | {:.0} %", of(reach).1, of(reach).0, share(of(reach))))
            .collect();
        format!("| {name} | {} |\n", cells.join(" | "))
    };
    let heads: Vec<String> = files.iter().map(|(_, head)| format!("{head} | ")).collect();
    let mut text = format!("| Helemaal verborgen | {} |\n", heads.join(" | "));
    let _ = writeln!(text, "|---|{}", "--:|--:|".repeat(files.len()));
    for (index, (_, name)) in MORE.iter().enumerate() {
        text.push_str(&row(name, &|reach| reach.of[index]));
    }
    text.push_str(&row("namen samen", &|reach| reach.sum(NAMES)));
    text.push_str(&row("alles samen", &|reach| reach.sum(MORE.len())));
    text.push_str(&row("onschuldige regels die ergens op lijken, geraakt", &|reach| reach.traps));
    text.push_str(&row("gewone regels van een bespreking, geraakt", &|reach| reach.plain));
    text
}

/// The files of lines: those the filter was built on, and those it had not seen.
const FILES: [(&str, &str); 2] = [
    ("fixtures/privacy/bouw.txt", "Regels waarop het is gemaakt"),
    ("fixtures/privacy/buiten.txt", "Regels die het niet kende"),
];

/// The first table of the handbook: both columns with the same rules.
pub fn second() -> String {
    reaches(&FILES)
}

/// The lines were written before the rules, by somebody who did not see them, and the rules were not
/// changed after they were measured on these.
#[test]
fn lines_it_had_not_seen_are_hidden_and_innocent_ones_are_not() {
    let reach = reach("fixtures/privacy/buiten.txt");
    println!("{}\n{}", second(), reach.report);
    assert!(reach.sum(MORE.len()).0 > 300 && reach.traps.0 + reach.plain.0 > 300);
    assert!(reach.of.iter().all(|(count, _)| *count > 8), "too few of a kind to say anything");
    assert!(share(reach.sum(NAMES)) >= 88.0, "names");
    assert!(share(reach.sum(MORE.len())) >= 80.0, "everything");
    assert!(share(reach.traps) <= 11.0 && reach.plain.1 == 0, "innocent lines");
}

#[test]
fn the_lines_it_was_built_on_are_hidden_and_innocent_ones_are_not() {
    let reach = reach("fixtures/privacy/bouw.txt");
    println!("{}\n{}", second(), reach.report);
    assert!(reach.of.iter().all(|(count, _)| *count > 4), "too few of a kind to say anything");
    assert!(share(reach.sum(NAMES)) >= 95.0 && share(reach.sum(MORE.len())) >= 95.0, "{}", reach.report);
    assert!(share(reach.traps) <= 6.0 && reach.plain.1 == 0, "{}", reach.report);
}
