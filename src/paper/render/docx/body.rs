//! The blocks of a sheet as `WordprocessingML`.
//!
//! The order of elements is the order of the schema: Word refuses a file that has them otherwise.
//! Must not know: how the styles look, and in what the file is packed.

use super::{MAIN, part, styles, text};
use crate::paper::doc::{Block, Cell, Doc, Level, ListStyle, Page, Rich, Row, Size, Span, Table, Tick};
use maud::{Markup, html};

/// Everything is measured in twentieths of a point; this is the short and the long side of A4.
const SHORT: u32 = 11_906;
const LONG: u32 = 16_838;
/// A millimetre of handwriting, in hundredths of a twentieth.
const MILLIMETRE: u32 = 5_669;
/// Between a box and its text, where a line must not break.
const HARD_SPACE: char = '\u{a0}';

/// The sheet lying, width and height, and the margin around it.
fn paper(page: Page) -> (u32, u32, u32) {
    match page {
        Page::Portrait => (SHORT, LONG, 850),
        Page::Landscape => (LONG, SHORT, 680),
    }
}

pub(super) fn document(doc: &Doc) -> Markup {
    let (width, height, margin) = paper(doc.page);
    let orient = (doc.page == Page::Landscape).then_some("landscape");
    let room = Room { width: width - 2 * margin, size: doc.size };
    html! {
        w:document xmlns:w=(MAIN) {
            w:body {
                (paragraph(styles::TITLE, &run(&doc.title)))
                @for block in &doc.blocks { (self::block(block, room)) }
                w:sectPr {
                    w:pgSz w:w=(width) w:h=(height) w:orient=[orient] {}
                    w:pgMar w:top=(margin) w:right=(margin) w:bottom=(margin) w:left=(margin) w:header="400"
                        w:footer="400" w:gutter="0" {}
                }
            }
        }
    }
}

/// The room there is between the margins, and how large the letters are.
#[derive(Clone, Copy)]
struct Room {
    width: u32,
    size: Size,
}

fn block(block: &Block, room: Room) -> Markup {
    match block {
        Block::Heading { level: Level::Chapter, text } => paragraph(styles::CHAPTER, &run(text)),
        Block::Heading { level: Level::Section, text } => paragraph(styles::SECTION, &run(text)),
        Block::Paragraph(text) => paragraph(styles::NORMAL, &run(text)),
        Block::Fine(text) => paragraph(styles::FINE, &run(text)),
        Block::Rich(rich) => paragraph(styles::NORMAL, &self::rich(rich)),
        Block::Items { numbered, items } => self::items(*numbered, items),
        Block::Lines(lines) => html! { @for line in lines { (paragraph(styles::NORMAL, &typed(line))) } },
        Block::List { style, items } => html! { @for item in items { (list_item(*style, item)) } },
        Block::Pairs(pairs) if pairs.is_empty() => html! {},
        Block::Pairs(pairs) => self::pairs(pairs, room),
        Block::Boxes(ticks) => paragraph(styles::NORMAL, &self::ticks(ticks)),
        Block::Table(table) => self::table(table, room.width),
        Block::Pen(lines) => html! { @for _ in 0..*lines { (pen(room.width)) } },
        Block::PageBreak => html! { w:p { w:r { w:br w:type="page" {} } } },
    }
}

fn paragraph(style: &str, runs: &Markup) -> Markup {
    html! { w:p { w:pPr { w:pStyle w:val=(style) {} } (runs) } }
}

fn run(words: &str) -> Markup {
    html! { w:r { w:t xml:space="preserve" { (text(words)) } } }
}

fn styled(style: &str, words: &str) -> Markup {
    html! { w:r { w:rPr { w:rStyle w:val=(style) {} } w:t xml:space="preserve" { (words) } } }
}

fn typed(words: &str) -> Markup {
    styled(styles::TYPED, &part(words))
}

fn rich(rich: &Rich) -> Markup {
    html! {
        @for span in &rich.0 {
            @match span {
                Span::Plain(words) => { w:r { w:t xml:space="preserve" { (part(words)) } } },
                Span::Strong(words) => { (styled(styles::STRONG, &part(words))) },
                Span::Typed(words) => { (typed(words)) },
            }
        }
    }
}

/// A number is written, not counted by Word: a list that follows begins at one again.
fn items(numbered: bool, items: &[Rich]) -> Markup {
    html! {
        @for (index, item) in items.iter().enumerate() {
            @if numbered {
                (paragraph(styles::TICKS, &html! {
                    (run(&format!("{}.", index + 1))) w:r { w:tab {} } (rich(item))
                }))
            } @else {
                (paragraph(styles::BULLET, &rich(item)))
            }
        }
    }
}

fn said(sentence: &str) -> Markup {
    styled(styles::SAY, &format!("“{}”", text(sentence)))
}

fn list_item(style: ListStyle, item: &str) -> Markup {
    match style {
        ListStyle::Bullet => paragraph(styles::BULLET, &run(item)),
        ListStyle::Say => paragraph(styles::BULLET, &said(item)),
        ListStyle::Tick => {
            let tab = html! { w:r { w:tab {} } };
            paragraph(styles::TICKS, &html! { (styled(styles::BOX, "☐")) (tab) (run(item)) })
        }
    }
}

fn ticks(ticks: &[Tick]) -> Markup {
    html! {
        @for (index, tick) in ticks.iter().enumerate() {
            @if index > 0 { w:r { w:t xml:space="preserve" { "    " } } }
            (styled(styles::BOX, tick.mark()))
            w:r { w:t xml:space="preserve" { (HARD_SPACE) (text(&tick.text)) } }
        }
    }
}

/// A line to write on is a tab filled with a line: it looks the same in every program.
fn pen(width: u32) -> Markup {
    html! {
        w:p {
            w:pPr {
                w:pStyle w:val=(styles::PEN) {}
                w:tabs { w:tab w:val="right" w:leader="underscore" w:pos=(width) {} }
            }
            w:r { w:tab {} }
        }
    }
}

/// Names and values in a table without lines; where nothing is known there is a line to write on.
fn pairs(pairs: &[(String, Cell)], room: Room) -> Markup {
    let longest = pairs.iter().map(|(name, _)| text(name).chars().count()).max().unwrap_or(0);
    let letter = match room.size {
        Size::Normal => 135,
        Size::Large => 200,
        Size::Poster => 470,
    };
    let first = (u32::try_from(longest).unwrap_or(u32::MAX).saturating_mul(letter).saturating_add(300))
        .min(room.width * 2 / 5);
    let widths = [first, room.width - first];
    let line = html! {
        w:tcBorders { w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000" {} }
    };
    let row = |name: &str, value: &Cell| {
        let name = styled(styles::STRONG, &format!("{}:", text(name)));
        let low = html! { w:vAlign w:val="bottom" {} };
        let is_pen = matches!(value, Cell::Pen(_));
        let (low, line) = if is_pen { (low, line.clone()) } else { Default::default() };
        html! {
            (table_cell(first, &low, &paragraph(styles::CELL, &name)))
            (table_cell(room.width - first, &line, &inside(value, styles::CELL)))
        }
    };
    html! {
        w:tbl {
            (table_head(None, &widths))
            @for (name, value) in pairs { (table_row(false, height(value), &row(name, value))) }
        }
        (gap())
    }
}

fn table(table: &Table, room: u32) -> Markup {
    let widths = widths(table, room);
    if widths.is_empty() || (table.rows.is_empty() && !table.has_head()) {
        // Word refuses a table without rows.
        return html! {};
    }
    let cells = |cells: &[&Cell], style: &str| {
        let nothing = Cell::text("");
        html! {
            @for (index, width) in widths.iter().enumerate() {
                (table_cell(*width, &html! {}, &inside(cells.get(index).copied().unwrap_or(&nothing), style)))
            }
        }
    };
    let across = |look: &Markup, words: &Markup| {
        table_cell(room, &html! { w:gridSpan w:val=(widths.len()) {} (look) }, words)
    };
    html! {
        w:tbl {
            (table_head(Some(styles::GRID), &widths))
            @if table.has_head() {
                @let head: Vec<&Cell> = table.columns.iter().map(|column| &column.head).collect();
                (table_row(true, 0, &cells(&head, styles::CELL_HEAD)))
            }
            @for row in &table.rows {
                @match row {
                    Row::Cells(row) => {
                        @let high = row.iter().map(height).max().unwrap_or(0);
                        (table_row(false, high, &cells(&row.iter().collect::<Vec<_>>(), styles::CELL)))
                    },
                    Row::Group(words) => {
                        @let look = html! { w:shd w:val="clear" w:color="auto" w:fill="EEEEEE" {} };
                        (table_row(false, 0, &across(&look, &paragraph(styles::CELL_HEAD, &run(words)))))
                    },
                    Row::Note(words) => {
                        @let words = styled(styles::SAY, &text(words));
                        (table_row(false, 0, &across(&html! {}, &paragraph(styles::CELL, &words))))
                    },
                }
            }
        }
        (gap())
    }
}

/// The widths of the columns by their shares; the last one takes what rounding left over.
fn widths(table: &Table, room: u32) -> Vec<u32> {
    let total = u32::try_from(table.total()).unwrap_or(u32::MAX);
    let mut widths: Vec<u32> =
        table.columns.iter().map(|column| room * u32::from(column.share) / total).collect();
    let sum: u32 = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += room - sum;
    }
    widths
}

fn table_head(style: Option<&str>, widths: &[u32]) -> Markup {
    html! {
        w:tblPr {
            @if let Some(style) = style { w:tblStyle w:val=(style) {} }
            w:tblW w:w=(widths.iter().sum::<u32>()) w:type="dxa" {}
            w:tblLayout w:type="fixed" {}
            @if style.is_none() { w:tblCellMar { w:left w:w="0" w:type="dxa" {} } }
        }
        w:tblGrid { @for width in widths { w:gridCol w:w=(width) {} } }
    }
}

/// A row is never divided over two pages; the head comes back on each.
fn table_row(is_head: bool, height: u32, cells: &Markup) -> Markup {
    html! {
        w:tr {
            w:trPr {
                w:cantSplit {}
                @if height > 0 { w:trHeight w:val=(height) w:hRule="atLeast" {} }
                @if is_head { w:tblHeader {} }
            }
            (cells)
        }
    }
}

fn table_cell(width: u32, look: &Markup, paragraphs: &Markup) -> Markup {
    html! { w:tc { w:tcPr { w:tcW w:w=(width) w:type="dxa" {} (look) } (paragraphs) } }
}

/// Two tables that touch would become one, and the last thing on a sheet must be a paragraph.
fn gap() -> Markup {
    paragraph(styles::GAP, &html! {})
}

/// What stands in a cell: at least one paragraph.
fn inside(cell: &Cell, style: &str) -> Markup {
    match cell {
        Cell::Text(words) => paragraph(style, &run(words)),
        Cell::Strong(words) => paragraph(style, &styled(styles::STRONG, &text(words))),
        Cell::Rich(rich) => paragraph(style, &self::rich(rich)),
        Cell::Mark(words) => paragraph(style, &styled(styles::MARK, &format!("({})", text(words)))),
        Cell::Say(words) => paragraph(style, &said(words)),
        Cell::Boxes(ticks) => paragraph(style, &self::ticks(ticks)),
        Cell::Pen(_) => paragraph(style, &html! {}),
        Cell::Stack(cells) if cells.is_empty() => paragraph(style, &html! {}),
        Cell::Stack(cells) => html! { @for part in cells { (stacked(part, style)) } },
    }
}

/// Room to write between other things is made of empty paragraphs.
fn stacked(cell: &Cell, style: &str) -> Markup {
    let Cell::Pen(lines) = cell else { return inside(cell, style) };
    html! { @for _ in 0..(*lines).max(1) { (paragraph(style, &html! {})) } }
}

/// How high a row must be for the room to write in this cell: seven millimetres a line.
fn height(cell: &Cell) -> u32 {
    if let Cell::Pen(lines) = cell { (u32::from(*lines) * 7 + 2) * MILLIMETRE / 100 } else { 0 }
}
