//! A table of texts for a Dutch Excel: it opens at a double click, with every letter as it was.
//!
//! Must not know: what the table is about.

use crate::domain::words;
use csv::{Terminator, WriterBuilder};

/// Without this mark Excel reads the letters wrong.
const MARK: &str = "\u{feff}";

/// The table as a file: a semicolon between cells, quotes where they are needed. A row may be
/// shorter or longer than the header.
pub(super) fn table<S: AsRef<str>>(
    header: &[impl AsRef<str>],
    rows: impl IntoIterator<Item = Vec<S>>,
) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .flexible(true)
        .from_writer(MARK.as_bytes().to_vec());
    // It is written in memory, where writing does not fail.
    let _ = writer.write_record(header.iter().map(|head| cell(head.as_ref())));
    for row in rows {
        let _ = writer.write_record(row.iter().map(|text| cell(text.as_ref())));
    }
    writer.into_inner().unwrap_or_default()
}

/// One line without control characters. An apostrophe keeps a spreadsheet from calculating what
/// somebody typed, and from making a date of `3-4` or a 7 of `007` (decision 63).
fn cell(text: &str) -> String {
    let line = words::typed(&text.replace("\r\n", "\n"));
    let changed = text.starts_with(['\t', '\r']) || is_formula(&line) || is_value(line.trim());
    if changed { format!("'{line}") } else { line }
}

/// Also the wide and small forms of the signs: what a keyboard of the east sends for them is taken
/// for the sign itself.
fn is_formula(line: &str) -> bool {
    let signs = [
        '=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\u{fe66}', '\u{fe62}',
        '\u{fe63}', '\u{fe6b}',
    ];
    line.trim_start().starts_with(signs)
}

/// Whether a spreadsheet shows something else than what is written: a date, a time, an amount, a
/// yes or no. A small whole number stays what it is.
fn is_value(text: &str) -> bool {
    let text: String = text.chars().map(narrow).collect::<String>().to_lowercase();
    let plain = text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain && (text == "0" || !text.starts_with('0')) {
        return false;
    }
    if ["waar", "onwaar", "true", "false"].contains(&text.as_str()) {
        return true;
    }
    // Digits and names of months, and nothing else that is a word.
    let parts = text.split(|c: char| c.is_whitespace() || "-/.,:+'%€$()".contains(c));
    let mut parts = parts.filter(|part| !part.is_empty());
    let number = |part: &str| {
        part.bytes().all(|byte| byte.is_ascii_digit()) || part.parse::<f64>().is_ok_and(f64::is_finite)
    };
    let mut counts = false;
    let all = parts.all(|part| {
        let digits = part.contains(|c: char| c.is_ascii_digit()) && number(part);
        counts |= digits;
        digits || is_month(part)
    });
    all && counts
}

/// A digit of the wide forms as the usual one.
fn narrow(c: char) -> char {
    let digit = u32::from(c).checked_sub(0xff10).filter(|digit| *digit < 10);
    digit.and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)
}

/// In Dutch or English, whole or short.
fn is_month(part: &str) -> bool {
    const MONTHS: [&str; 18] = [
        "januari",
        "february",
        "februari",
        "maart",
        "march",
        "mrt",
        "april",
        "mei",
        "may",
        "juni",
        "june",
        "juli",
        "july",
        "augustus",
        "september",
        "oktober",
        "october",
        "december",
    ];
    let others = ["january", "august", "november"];
    part.len() >= 3 && MONTHS.iter().chain(&others).any(|month| month.starts_with(part))
}

#[cfg(test)]
mod tests {
    use super::table;
    use proptest::prelude::*;

    fn written(rows: &[&[&str]]) -> String {
        String::from_utf8(table(&["Nr", "Tip"], rows.iter().map(|row| row.to_vec()))).unwrap()
    }

    #[test]
    fn a_dutch_excel_opens_it() {
        assert_eq!(written(&[]), "\u{feff}Nr;Tip\r\n");
        assert_eq!(
            written(&[&["1", "één; twee"], &["2", "zeg \"ja\""], &["3", ""], &["4"]]),
            "\u{feff}Nr;Tip\r\n1;\"één; twee\"\r\n2;\"zeg \"\"ja\"\"\"\r\n3;\r\n4\r\n"
        );
    }

    #[test]
    fn no_cell_is_a_formula_or_a_second_line() {
        for (text, want) in [
            ("=SOM(A1)", "'=SOM(A1)"),
            ("+31", "'+31"),
            ("- bellen", "'- bellen"),
            ("@thuis", "'@thuis"),
            ("\tx", "' x"),
            ("\rx", "' x"),
            ("\n=1", "' =1"),
            ("\u{1b}[31m=1", "'=1"),
            ("a\r\nb\nc\rd", "a b c d"),
            ("a=b", "a=b"),
            ("'=1", "'=1"),
            ("\u{ff1d}1+1", "'\u{ff1d}1+1"),
            (" \u{ff20}thuis", "' \u{ff20}thuis"),
            ("\u{ff0d}1", "'\u{ff0d}1"),
            ("\u{fe62}1", "'\u{fe62}1"),
        ] {
            assert_eq!(written(&[&["1", text]]), format!("\u{feff}Nr;Tip\r\n1;{want}\r\n"), "{text:?}");
        }
    }

    #[test]
    fn what_a_spreadsheet_would_change_is_protected() {
        for text in [
            "3-4",
            "22.5",
            "22,5",
            "007",
            "2026-11",
            "22-11-2026",
            "3/4",
            "13:30",
            "1e5",
            "12%",
            "€ 5",
            "0612345678",
            "12345678901",
            "3 mrt",
            "mei 2026",
            "1-apr",
            "WAAR",
            "onwaar",
            "３-4",
            "1.000,00",
            "(5)",
        ] {
            assert_eq!(written(&[&["1", text]]), format!("\u{feff}Nr;Tip\r\n1;'{text}\r\n"), "{text:?}");
        }
        for text in [
            "0",
            "7",
            "2026",
            "3 keer per week",
            "3 mei bellen",
            "mei",
            "maart",
            "om 13:30 thuis",
            "waarom",
            "12e",
            "e",
            "inf",
            "",
            ".",
            "A1",
            "1a",
            "mar",
        ] {
            assert_eq!(written(&[&["1", text]]), format!("\u{feff}Nr;Tip\r\n1;{text}\r\n"), "{text:?}");
        }
    }

    fn read(bytes: &[u8]) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(&bytes[3..]);
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    proptest! {
        #[test]
        fn every_cell_comes_back_on_its_place(cells in prop::collection::vec("[a-z;\"'é ]{1,9}", 1..9)) {
            prop_assert_eq!(read(&table(&["a"], [cells.clone()])), [cells]);
        }

        #[test]
        fn whatever_is_typed_stays_one_cell_and_no_formula(text in "[=+@\t\r\n\";' \u{1b}a-]{0,9}|\\PC{0,9}") {
            let file = written(&[&["1", &text]]);
            prop_assert_eq!(file.matches(['\r', '\n']).count(), 4);
            let rows = read(file.as_bytes());
            prop_assert_eq!(rows.len(), 1);
            prop_assert_eq!(rows[0].len(), 2);
            prop_assert!(!rows[0][1].trim_start().starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']), "{:?}", rows);
        }
    }
}
