//! An official form: fields, boxes to tick, and a table to write in.

use super::{unmarked, written};
use crate::paper::Format;
use crate::paper::doc::{Block, Cell, Column, Doc, ListStyle, Row, Table, Tick};

fn ticks() -> Vec<Tick> {
    vec![Tick::new("PMD", false), Tick::new("MZ & co", true), Tick::new("samen", false)]
}

/// A form with one of everything.
pub(super) fn form() -> Doc {
    let mut doc = Doc::new("Formulier");
    doc.push(Block::Pairs(vec![
        ("Datum".to_owned(), Cell::text("22 november 2026")),
        ("Koppel".to_owned(), Cell::Pen(1)),
        ("Voor".to_owned(), Cell::Boxes(ticks())),
    ]));
    doc.chapter("Waarover");
    doc.section("Kies er een");
    doc.push(Block::Boxes(ticks()));
    doc.fine("Meer dan een mag ook.");
    for style in [ListStyle::Bullet, ListStyle::Tick, ListStyle::Say] {
        doc.push(Block::List { style, items: vec!["een".to_owned(), "twee".to_owned()] });
    }
    doc.push(Block::Table(Table {
        columns: vec![Column::new(2, "Advies"), Column::new(1, "Overgenomen")],
        rows: vec![
            Row::Group("Eerst".to_owned()),
            Row::Cells(vec![
                Cell::text("bellen"),
                Cell::Boxes(vec![Tick::new("ja", true), Tick::new("nee", false)]),
            ]),
            Row::Cells(vec![Cell::Pen(2), Cell::Stack(vec![Cell::text("Wie:"), Cell::Pen(1)])]),
            Row::Note("Er is ruimte over.".to_owned()),
        ],
    }));
    doc.push(Block::PageBreak);
    doc.push(Block::Pen(3));
    doc
}

#[test]
fn boxes_are_ticked_or_not_in_every_format() {
    let doc = form();
    let text = written(&doc, Format::Text);
    assert!(text.contains("\nVoor:   [ ] PMD   [x] MZ & co   [ ] samen\n"), "{text}");
    assert!(text.contains("\n[ ] PMD   [x] MZ & co   [ ] samen\n"), "{text}");
    assert!(text.contains("│ [x] ja   [ ] nee "), "{text}");
    let markdown = written(&doc, Format::Markdown);
    assert!(markdown.contains("\n* **Voor:** ☐ PMD · ☒ MZ \\& co · ☐ samen\n"), "{markdown}");
    assert!(unmarked(&markdown).contains("\n\n☐ PMD · ☒ MZ & co · ☐ samen\n\n"), "{markdown}");
    assert!(markdown.contains("| bellen | ☒ ja · ☐ nee |"), "{markdown}");
    let html = written(&doc, Format::Html);
    let tick = |mark: &str, text: &str| {
        format!("<span class=\"keus\"><span class=\"vak\">{mark}</span> {text}</span> ")
    };
    let ticks =
        [("☐", "PMD"), ("☒", "MZ &amp; co"), ("☐", "samen")].map(|(mark, text)| tick(mark, text)).concat();
    for around in [("<dt>Voor</dt><dd>", "</dd>"), ("<p>", "</p>")] {
        assert!(html.contains(&format!("{}{ticks}{}", around.0, around.1)), "{html}");
    }
    let docx = written(&doc, Format::Docx);
    assert_eq!(docx.matches('☒').count(), 3);
    assert!(docx.contains("\u{a0}MZ &amp; co<"));
}

#[test]
fn boxes_break_between_each_other() {
    let mut doc = Doc::new("Formulier");
    let name = |number: usize| format!("dienst nummer {number}");
    doc.push(Block::Boxes((1..=9).map(|number| Tick::new(name(number), number == 9)).collect()));
    let text = written(&doc, Format::Text);
    let lines: Vec<&str> = text.lines().skip(3).collect();
    assert_eq!(lines.len(), 3, "{text}");
    for line in lines {
        assert!(line.starts_with('[') && line.chars().count() <= 80 && line.matches("dienst").count() == 3);
    }
    assert!(text.contains("[x] dienst nummer 9\n"));
}
