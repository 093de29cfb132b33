//! Plain text, 80 columns wide: opens in every editor and prints from it.
//!
//! Must not know: other formats.

use super::{DOTS, boxes, fit, part, plain};
use crate::paper::doc::{Block, Cell, Doc, Level, ListStyle, Rich};
use crate::text::wrap::{pad, width};

const WIDTH: usize = 80;

pub(super) fn render(doc: &Doc) -> String {
    let title = plain(&doc.title);
    let mut out = vec![title.to_uppercase(), "═".repeat(width(&title).min(WIDTH))];
    for block in &doc.blocks {
        let lines = lines(block);
        if !lines.is_empty() {
            out.push(String::new());
            out.extend(lines);
        }
    }
    let mut text = String::new();
    for line in &out {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn lines(block: &Block) -> Vec<String> {
    match block {
        Block::Heading { level, text } => heading(*level, text),
        Block::Paragraph(text) | Block::Fine(text) => fit(text, WIDTH),
        Block::Rich(rich) => fit(&rich.text(), WIDTH),
        Block::Items { numbered, items } => self::items(*numbered, items),
        Block::Lines(lines) => lines.iter().map(|line| format!("    {}", part(line))).collect(),
        Block::List { style, items } => items.iter().flat_map(|item| list_item(*style, item)).collect(),
        Block::Pairs(pairs) => self::pairs(pairs),
        Block::Boxes(ticks) => boxes::ticks(ticks, WIDTH),
        Block::Table(table) => boxes::draw(table, WIDTH),
        Block::Pen(lines) => (0..*lines).flat_map(|_| [String::new(), "_".repeat(WIDTH)]).skip(1).collect(),
        Block::PageBreak => vec!["═".repeat(WIDTH)],
    }
}

fn heading(level: Level, text: &str) -> Vec<String> {
    let mut lines = fit(text, WIDTH);
    let longest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
    match level {
        Level::Chapter => {
            lines.insert(0, String::new());
            lines.push("─".repeat(longest));
        }
        Level::Section => {}
    }
    lines
}

fn items(numbered: bool, items: &[Rich]) -> Vec<String> {
    let wide = items.len().to_string().len();
    let mark = |number: usize| if numbered { format!("{number:wide$}. ") } else { "- ".to_owned() };
    (1..).zip(items).flat_map(|(number, item)| hanging(&mark(number), &item.text())).collect()
}

fn list_item(style: ListStyle, item: &str) -> Vec<String> {
    let item = plain(item);
    match style {
        ListStyle::Bullet => hanging("- ", &item),
        ListStyle::Tick => hanging("[ ] ", &item),
        ListStyle::Say => hanging("> ", &format!("“{item}”")),
    }
}

/// A text behind a mark, its further lines under the first.
fn hanging(mark: &str, text: &str) -> Vec<String> {
    let indent = " ".repeat(width(mark));
    let lines = fit(text, WIDTH.saturating_sub(width(mark)));
    lines
        .iter()
        .enumerate()
        .map(|(index, line)| format!("{}{line}", if index == 0 { mark } else { &indent }))
        .collect()
}

fn pairs(pairs: &[(String, Cell)]) -> Vec<String> {
    let names: Vec<String> = pairs.iter().map(|(name, _)| format!("{}:", plain(name))).collect();
    let column = names.iter().map(|name| width(name)).max().unwrap_or(0).min(WIDTH / 2) + 1;
    let mut out = Vec::new();
    for (name, (_, value)) in names.iter().zip(pairs) {
        let value = if let Cell::Pen(_) = value {
            vec![DOTS.to_owned()]
        } else {
            boxes::cell(value, WIDTH.saturating_sub(column))
        };
        for (index, line) in value.iter().enumerate() {
            let name = if index == 0 { name.as_str() } else { "" };
            out.push(format!("{}{line}", pad(name, column)));
        }
    }
    out
}
