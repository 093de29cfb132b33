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

/// One line without control characters. An apostrophe keeps Excel from calculating what somebody
/// typed (decision 33).
fn cell(text: &str) -> String {
    let risky = |text: &str| text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let line = words::typed(&text.replace("\r\n", "\n"));
    if risky(text) || risky(line.trim_start()) { format!("'{line}") } else { line }
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
        ] {
            assert_eq!(written(&[&["1", text]]), format!("\u{feff}Nr;Tip\r\n1;{want}\r\n"), "{text:?}");
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
            prop_assert!(!rows[0][1].trim_start().starts_with(['=', '+', '-', '@']), "{:?}", rows);
        }
    }
}
