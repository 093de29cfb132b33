//! One HTML file that prints on A4: its style inside, nothing fetched from anywhere.
//!
//! maud escapes every text. Must not know: other formats.

use super::{part, plain};
use crate::paper::doc::{Block, Cell, Doc, Level, ListStyle, Page, Rich, Row, Size, Span, Table, Tick};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Black on white and nothing smaller than 11 points, on the screen as on paper. A row of a table
/// is never divided over two pages, and a heading keeps to what follows it.
const STYLE: &str = "
*{box-sizing:border-box}
html{color-scheme:light}
body{margin:0 auto;padding:8mm;max-width:210mm;background:#fff;color:#000;
font:11.5pt/1.35 Arial,Helvetica,'Liberation Sans',sans-serif;overflow-wrap:anywhere}
body.liggend{max-width:297mm}
body.groot{font-size:17pt}
body.reus{font-size:40pt}
h1{font-size:1.7em;line-height:1.15;margin:0 0 3mm}
h2{font-size:1.25em;line-height:1.2;margin:7mm 0 2mm}
h3{font-size:1em;margin:4mm 0 1mm}
h1,h2,h3{break-after:avoid}
p{margin:0 0 2mm}
.klein{font-size:11pt;break-before:avoid}
.groot .klein{font-size:14pt}
h2+.klein,h3+.klein{break-after:avoid}
ul{margin:0 0 2mm;padding-left:6mm}
ol{margin:0 0 2mm;padding-left:8mm}
code,pre{font-family:Consolas,'DejaVu Sans Mono','Liberation Mono',monospace;font-size:11pt}
p code,li code{white-space:nowrap}
pre{margin:0 0 3mm;padding:2mm 3mm;background:#eee;white-space:pre-wrap;break-inside:avoid}
li{margin:0 0 1mm;break-inside:avoid}
ul.hokjes{list-style:none;padding-left:0}
ul.hokjes li{padding-left:7mm;text-indent:-7mm}
ul.hokjes li>*{text-indent:0}
dl{margin:0 0 3mm;display:grid;grid-template-columns:max-content 1fr;gap:1mm 4mm}
dt{font-weight:bold}
dd{margin:0}
table{width:100%;border-collapse:collapse;table-layout:fixed;margin:0 0 4mm}
th,td{border:.3mm solid #000;padding:1.2mm 1.8mm;text-align:left;vertical-align:top;overflow-wrap:break-word}
thead{display:table-header-group}
thead th{border-bottom-width:.6mm}
tr{break-inside:avoid}
tr.groep{break-after:avoid}
tr.groep th{background:#eee;print-color-adjust:exact;-webkit-print-color-adjust:exact}
tr.noot td{font-style:italic}
td p,th p{margin:0 0 1mm}
td p:last-child,th p:last-child{margin-bottom:0}
.merk{font-size:11pt;font-style:italic}
.zeg{font-style:italic}
.hokje{display:inline-block;width:4mm;height:4mm;border:.3mm solid #000;margin-right:3mm;vertical-align:-.5mm}
.keus{display:inline-block;margin-right:6mm}
.vak{font-size:1.3em;line-height:1}
.regel{height:8mm;border-bottom:.3mm solid #000}
dd .regel{height:6mm;max-width:90mm}
.blz{break-after:page}
@media print{body{padding:0 .5mm;max-width:none}}
";

pub(super) fn render(doc: &Doc) -> String {
    let title = plain(&doc.title);
    let page = match doc.page {
        Page::Portrait => "@page{size:A4 portrait;margin:15mm}",
        Page::Landscape => "@page{size:A4 landscape;margin:12mm}",
    };
    let body = match (doc.page, doc.size) {
        (Page::Portrait, Size::Normal) => "staand",
        (Page::Portrait, Size::Large) => "staand groot",
        (Page::Portrait, Size::Poster) => "staand groot reus",
        (Page::Landscape, Size::Normal) => "liggend",
        (Page::Landscape, Size::Large) => "liggend groot",
        (Page::Landscape, Size::Poster) => "liggend groot reus",
    };
    let markup = html! {
        (DOCTYPE)
        html lang="nl" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(STYLE)) (PreEscaped(page)) }
            }
            body class=(body) {
                h1 { (title) }
                @for part in &doc.blocks { (block(part)) }
            }
        }
    };
    markup.into_string() + "\n"
}

fn block(block: &Block) -> Markup {
    match block {
        Block::Heading { level: Level::Chapter, text } => html! { h2 { (plain(text)) } },
        Block::Heading { level: Level::Section, text } => html! { h3 { (plain(text)) } },
        Block::Paragraph(text) => html! { p { (plain(text)) } },
        Block::Rich(rich) => html! { p { (self::rich(rich)) } },
        Block::Items { numbered: true, items } => html! { ol { (self::items(items)) } },
        Block::Items { numbered: false, items } => html! { ul { (self::items(items)) } },
        Block::Lines(lines) => html! {
            pre { @for line in lines { (part(line)) "\n" } }
        },
        Block::Fine(text) => html! { p class="klein" { (plain(text)) } },
        Block::List { style, items } => list(*style, items),
        Block::Pairs(pairs) => html! {
            dl {
                @for (name, value) in pairs {
                    dt { (plain(name)) }
                    dd { (pair_value(value)) }
                }
            }
        },
        Block::Boxes(ticks) => html! { p { (self::ticks(ticks)) } },
        Block::Table(table) => self::table(table),
        Block::Pen(lines) => html! { @for _ in 0..*lines { div class="regel" {} } },
        Block::PageBreak => html! { div class="blz" {} },
    }
}

fn rich(rich: &Rich) -> Markup {
    html! {
        @for span in &rich.0 {
            @match span {
                Span::Plain(text) => { (part(text)) },
                Span::Strong(text) => { strong { (part(text)) } },
                Span::Typed(text) => { code { (part(text)) } },
            }
        }
    }
}

fn items(items: &[Rich]) -> Markup {
    html! { @for item in items { li { (rich(item)) } } }
}

fn list(style: ListStyle, items: &[String]) -> Markup {
    let class = match style {
        ListStyle::Bullet => "punten",
        ListStyle::Tick => "hokjes",
        ListStyle::Say => "zinnen",
    };
    html! {
        ul class=(class) {
            @for item in items {
                li {
                    @match style {
                        ListStyle::Bullet => { (plain(item)) },
                        ListStyle::Tick => { span class="hokje" {} (plain(item)) },
                        ListStyle::Say => { span class="zeg" { "“" (plain(item)) "”" } },
                    }
                }
            }
        }
    }
}

fn pair_value(value: &Cell) -> Markup {
    if let Cell::Pen(_) = value {
        html! { div class="regel" {} }
    } else {
        cell(value)
    }
}

fn table(table: &Table) -> Markup {
    let total = table.total();
    let number = table.columns.len();
    html! {
        table {
            colgroup {
                @for column in &table.columns {
                    col style={ "width:" (usize::from(column.share) * 100 / total) "%" };
                }
            }
            @if table.has_head() {
                thead { tr { @for column in &table.columns { th scope="col" { (cell(&column.head)) } } } }
            }
            tbody {
                @for row in &table.rows {
                    @match row {
                        Row::Cells(cells) => { tr { @for value in cells { (table_cell(value)) } } },
                        Row::Group(text) => { tr class="groep" { th colspan=(number) { (plain(text)) } } },
                        Row::Note(text) => { tr class="noot" { td colspan=(number) { (plain(text)) } } },
                    }
                }
            }
        }
    }
}

/// Room to write is an empty cell of the right height: no element inside to trip over.
fn table_cell(value: &Cell) -> Markup {
    if let Cell::Pen(lines) = value {
        html! { td style={ "height:" (height(*lines)) "mm" } {} }
    } else {
        html! { td { (cell(value)) } }
    }
}

fn cell(value: &Cell) -> Markup {
    match value {
        Cell::Text(text) => html! { (plain(text)) },
        Cell::Strong(text) => html! { strong { (plain(text)) } },
        Cell::Rich(rich) => self::rich(rich),
        Cell::Mark(text) => html! { span class="merk" { "(" (plain(text)) ")" } },
        Cell::Say(text) => html! { span class="zeg" { "“" (plain(text)) "”" } },
        Cell::Boxes(ticks) => self::ticks(ticks),
        Cell::Pen(lines) => html! { div style={ "height:" (height(*lines)) "mm" } {} },
        Cell::Stack(cells) => html! { @for part in cells { p { (cell(part)) } } },
    }
}

/// A box stays with its text. It is a letter, so that a cross is one too where no style is read.
fn ticks(ticks: &[Tick]) -> Markup {
    html! {
        @for tick in ticks {
            span class="keus" { span class="vak" { (tick.mark()) } " " (plain(&tick.text)) }
            " "
        }
    }
}

/// Millimetres for lines of handwriting.
fn height(lines: u8) -> u16 {
    u16::from(lines) * 7 + 2
}
