//! What Word wants of a file before it opens it without a question.

use super::{CASUS, NASTY, form, render, sample, sheet};
use crate::domain::casus::Field;
use crate::domain::method::Method;
use crate::domain::session::Session;
use crate::paper::doc::{Block, Cell, Column, Doc, Level, Page, Row, Table};
use crate::paper::{Format, Sheet, make};
use roxmltree::{Document, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The parts of a Word file by name.
pub(super) fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        let name = file.name().unwrap().into_owned();
        parts.insert(name, text);
    }
    parts
}

fn packed(doc: &Doc) -> BTreeMap<String, String> {
    parts(&render(doc, Format::Docx))
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.has_tag_name((MAIN, name))
}

fn named<'a>(document: &'a Document<'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| is(*node, name))
}

fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attribute((MAIN, name))
}

/// The words in a part of the document, paragraph by paragraph.
fn words(node: Node<'_, '_>) -> Vec<String> {
    let paragraphs = node.descendants().filter(|node| is(*node, "p"));
    let text = |node: Node<'_, '_>| -> String {
        node.descendants().filter(|node| is(*node, "t")).filter_map(|node| node.text()).collect()
    };
    paragraphs.map(text).filter(|text| !text.is_empty()).collect()
}

/// The words of a cell as they stand in the document.
fn expected(cell: &Cell) -> Vec<String> {
    match cell {
        Cell::Text(text) | Cell::Strong(text) if text.is_empty() => Vec::new(),
        Cell::Text(text) | Cell::Strong(text) => vec![text.clone()],
        Cell::Rich(rich) => vec![rich.text()].into_iter().filter(|text| !text.is_empty()).collect(),
        Cell::Mark(text) => vec![format!("({text})")],
        Cell::Say(text) => vec![format!("“{text}”")],
        Cell::Boxes(ticks) => {
            let one = |tick: &crate::paper::doc::Tick| format!("{}\u{a0}{}", tick.mark(), tick.text);
            vec![ticks.iter().map(one).collect::<Vec<_>>().join("    ")]
        }
        Cell::Pen(_) => Vec::new(),
        Cell::Stack(cells) => cells.iter().flat_map(expected).collect(),
    }
}

/// The cells of a document row by row, as this sheet wants them.
fn wanted(doc: &Doc) -> Vec<Vec<Vec<String>>> {
    let mut rows = Vec::new();
    for block in &doc.blocks {
        match block {
            Block::Pairs(pairs) => {
                rows.extend(
                    pairs.iter().map(|(name, value)| vec![vec![format!("{name}:")], expected(value)]),
                );
            }
            Block::Table(table) => {
                if table.has_head() {
                    rows.push(table.columns.iter().map(|column| expected(&column.head)).collect());
                }
                rows.extend(table.rows.iter().map(|row| match row {
                    Row::Cells(cells) => cells.iter().map(expected).collect(),
                    Row::Group(text) | Row::Note(text) => vec![vec![text.clone()]],
                }));
            }
            _ => {}
        }
    }
    rows
}

fn every() -> Vec<Doc> {
    let mut docs = vec![form::form()];
    for session in [sample::full(), sample::empty(), Session::new(Method::default().filled())] {
        docs.extend(Sheet::ALL.map(|kind| sheet(kind, &session)));
    }
    docs
}

#[test]
fn every_part_is_well_formed_and_has_its_place() {
    for doc in every() {
        let parts = packed(&doc);
        for (name, part) in &parts {
            assert!(part.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\""), "{name}");
            Document::parse(part).unwrap_or_else(|error| panic!("{name} of {}: {error}\n{part}", doc.title));
        }
        let types = Document::parse(&parts["[Content_Types].xml"]).unwrap();
        let told: Vec<&str> = types.descendants().filter_map(|node| node.attribute("PartName")).collect();
        for name in parts.keys().filter(|name| !name.contains("rels") && !name.starts_with('[')) {
            assert!(told.contains(&format!("/{name}").as_str()), "{name} has no type");
        }
        assert_eq!(told.len(), parts.len() - 3, "a type for what is there, and no more");
        for (rels, base) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
            let rels = Document::parse(&parts[rels]).unwrap();
            let targets: Vec<&str> = rels.descendants().filter_map(|node| node.attribute("Target")).collect();
            assert!(!targets.is_empty());
            for target in targets {
                assert!(parts.contains_key(&format!("{base}{target}")), "{target}");
            }
        }
    }
}

#[test]
fn the_cells_stand_in_their_order() {
    for doc in every() {
        let parts = packed(&doc);
        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        let cells = |row: Node<'_, '_>| -> Vec<Vec<String>> {
            row.children().filter(|node| is(*node, "tc")).map(words).collect()
        };
        let found: Vec<Vec<Vec<String>>> = named(&document, "tr").map(cells).collect();
        assert_eq!(found, wanted(&doc), "{}", doc.title);
    }
}

#[test]
fn tables_fill_their_width_and_keep_their_rows_whole() {
    for doc in every() {
        let parts = packed(&doc);
        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        for table in named(&document, "tbl") {
            let number = |node: Node<'_, '_>, name: &str| value(node, name).unwrap().parse::<u32>().unwrap();
            let child = |name: &'static str| table.descendants().filter(move |node| is(*node, name));
            let widths: Vec<u32> = child("gridCol").map(|node| number(node, "w")).collect();
            assert_eq!(child("tblW").map(|node| number(node, "w")).sum::<u32>(), widths.iter().sum());
            assert_eq!(widths.iter().sum::<u32>(), if doc.page == Page::Portrait { 10_206 } else { 15_478 });
            for row in child("tr") {
                assert!(row.descendants().any(|node| is(node, "cantSplit")));
                let wide: Vec<u32> =
                    row.descendants().filter(|node| is(*node, "tcW")).map(|node| number(node, "w")).collect();
                assert_eq!(wide.iter().sum::<u32>(), widths.iter().sum());
                for cell in row.children().filter(|node| is(*node, "tc")) {
                    assert!(is(cell.last_element_child().unwrap(), "p"), "a cell ends with a paragraph");
                }
            }
            assert!(is(table.next_sibling_element().unwrap(), "p"), "two tables never touch");
        }
        let tables = |block: &&Block| matches!(block, Block::Table(table) if table.has_head());
        let heads = doc.blocks.iter().filter(tables).count();
        assert_eq!(named(&document, "tblHeader").count(), heads, "the head comes back on every page");
    }
}

/// The order in the schema of those we use.
const ORDER: [(&str, &[&str]); 6] = [
    ("pPr", &["pStyle", "keepNext", "keepLines", "numPr", "tabs", "spacing", "ind", "outlineLvl"]),
    ("rPr", &["rStyle", "rFonts", "b", "i", "sz", "szCs", "lang"]),
    ("tcPr", &["tcW", "gridSpan", "tcBorders", "shd", "vAlign"]),
    ("tblPr", &["tblStyle", "tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar"]),
    ("style", &["name", "basedOn", "next", "qFormat", "pPr", "rPr", "tblPr"]),
    ("lvl", &["start", "numFmt", "pStyle", "lvlText", "lvlJc", "pPr"]),
];

#[test]
fn what_is_told_of_a_thing_stands_in_the_order_of_the_schema() {
    for doc in every() {
        for (name, part) in packed(&doc).iter().filter(|(name, _)| name.starts_with("word/")) {
            let document = Document::parse(part).unwrap();
            for (parent, order) in ORDER {
                for node in named(&document, parent) {
                    let children =
                        node.children().filter(Node::is_element).map(|child| child.tag_name().name());
                    let places: Vec<Option<usize>> =
                        children.map(|child| order.iter().position(|known| *known == child)).collect();
                    assert!(places.iter().all(Option::is_some), "unknown in {parent} of {name}");
                    assert!(places.is_sorted_by(|a, b| a < b), "{parent} of {name}");
                }
            }
        }
    }
}

#[test]
fn every_style_that_is_used_is_there() {
    let mut used = BTreeSet::new();
    for doc in every() {
        let parts = packed(&doc);
        let styles = Document::parse(&parts["word/styles.xml"]).unwrap();
        let known: BTreeSet<&str> =
            named(&styles, "style").filter_map(|node| value(node, "styleId")).collect();
        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        for kind in ["pStyle", "rStyle", "tblStyle"] {
            for name in named(&document, kind).filter_map(|node| value(node, "val")) {
                assert!(known.contains(name), "{name}");
                used.insert(name.to_owned());
            }
        }
        let sizes = named(&styles, "sz").map(|node| value(node, "val").unwrap().parse::<u32>().unwrap());
        let sizes: Vec<u32> = sizes.filter(|size| *size < 22).collect();
        assert!(sizes.iter().all(|size| *size == 6), "no letters under 11 points: {sizes:?}");
    }
    assert!(used.len() >= 12, "the sheets use them: {used:?}");
}

#[test]
fn headings_and_lists_are_real_ones() {
    let doc = sheet(Sheet::Tips, &sample::full());
    let parts = packed(&doc);
    let document = Document::parse(&parts["word/document.xml"]).unwrap();
    let of = |style: &str| -> Vec<String> {
        let fits = |node: &Node<'_, '_>| {
            node.descendants().any(|inner| is(inner, "pStyle") && value(inner, "val") == Some(style))
        };
        let paragraphs: Vec<Node<'_, '_>> = named(&document, "p").filter(fits).collect();
        paragraphs.into_iter().flat_map(words).collect()
    };
    assert_eq!(of("Heading1"), ["Tipblad"]);
    let chapters = doc.blocks.iter().filter_map(|block| match block {
        Block::Heading { level: Level::Chapter, text } => Some(text.clone()),
        _ => None,
    });
    assert_eq!(of("Heading2"), chapters.collect::<Vec<_>>());
    assert!(!of("ListBullet").is_empty());
    let ticks = of("Hokjes");
    assert!(!ticks.is_empty() && ticks.iter().all(|text| text.starts_with('☐')), "{ticks:?}");
    assert!(
        parts["word/styles.xml"].contains("w:numId w:val=\"1\"") && parts["word/numbering.xml"].contains('•')
    );
    assert!(parts["word/styles.xml"].contains("w:lang w:val=\"nl-NL\""));
}

#[test]
fn every_character_arrives_that_xml_can_hold() {
    let mut session = sample::full();
    sample::set(&mut session, Field::Alias, NASTY);
    let mut doc = sheet(Sheet::Tips, &session);
    doc.text(format!("{NASTY}\u{fffe}\u{ffff}\u{0}\u{1b}[31m!"));
    let parts = packed(&doc);
    let document = Document::parse(&parts["word/document.xml"]).unwrap();
    let all = words(document.root_element());
    assert!(all.contains(&NASTY.to_owned()), "the alias");
    assert_eq!(all.last(), Some(&format!("{NASTY}!")));
}

#[test]
fn nothing_in_it_tells_who_or_when() {
    let doc = make(Sheet::Tips, &sample::full(), CASUS, &sample::now());
    let parts = packed(&doc);
    let core = Document::parse(&parts["docProps/core.xml"]).unwrap();
    let told: Vec<(&str, Option<&str>)> =
        core.root_element().children().map(|node| (node.tag_name().name(), node.text())).collect();
    assert_eq!(told, [("title", Some("Tipblad")), ("language", Some("nl-NL"))]);
    let bytes = render(&doc, Format::Docx);
    assert_eq!(bytes, render(&doc, Format::Docx), "the same sheet is the same file");
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    assert_eq!(zip.by_index(0).unwrap().name().unwrap(), "[Content_Types].xml");
    for index in 0..zip.len() {
        assert_eq!(zip.by_index(index).unwrap().last_modified().unwrap().year(), 1980);
    }
}

#[test]
fn what_is_empty_leaves_no_broken_table() {
    let mut doc = Doc::new("Leeg");
    let table = |columns, rows| Block::Table(Table { columns, rows });
    let row = |cells| Row::Cells(cells);
    doc.push(Block::Pairs(Vec::new()));
    doc.push(table(Vec::new(), vec![row(vec![Cell::text("weg")])]));
    doc.push(table(vec![Column::new(1, "")], Vec::new()));
    doc.push(table(
        vec![Column::new(0, ""), Column::new(0, "")],
        vec![
            row(vec![]),
            row(vec![Cell::Stack(vec![]), Cell::Stack(vec![Cell::Pen(0)]), Cell::text("te veel")]),
        ],
    ));
    let parts = packed(&doc);
    let document = Document::parse(&parts["word/document.xml"]).unwrap();
    assert_eq!(named(&document, "tbl").count(), 1);
    for cell in named(&document, "tc") {
        assert!(is(cell.last_element_child().unwrap(), "p"));
    }
    assert_eq!(named(&document, "tc").count(), 4);
}

#[test]
fn the_paper_lies_as_the_sheet_wants_it() {
    for (kind, want) in [
        (Sheet::Tips, (Some("11906"), Some("16838"), None)),
        (Sheet::Matrix, (Some("16838"), Some("11906"), Some("landscape"))),
    ] {
        let parts = packed(&sheet(kind, &sample::full()));
        let document = Document::parse(&parts["word/document.xml"]).unwrap();
        let size = named(&document, "pgSz").next().unwrap();
        assert_eq!((value(size, "w"), value(size, "h"), value(size, "orient")), want);
    }
}
