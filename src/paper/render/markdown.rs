//! Markdown, to work on further in an editor or a wiki.
//!
//! Every character of a text that Markdown reads as a mark is escaped. Must not know: other
//! formats.

use super::{DOTS, part, plain};
use crate::paper::doc::{Block, Cell, Doc, Level, ListStyle, Rich, Row, Span, Table, Tick};

pub(super) fn render(doc: &Doc) -> String {
    let mut parts = vec![format!("# {}", escape(&doc.title))];
    parts.extend(doc.blocks.iter().map(block).filter(|part| !part.is_empty()));
    parts.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level: Level::Chapter, text } => format!("## {}", escape(text)),
        Block::Heading { level: Level::Section, text } => format!("### {}", escape(text)),
        Block::Paragraph(text) => escape(text),
        Block::Rich(rich) => self::rich(rich),
        Block::Items { numbered, items } => self::items(*numbered, items),
        Block::Lines(lines) => {
            format!("```text\n{}\n```", lines.iter().map(|line| part(line)).collect::<Vec<_>>().join("\n"))
        }
        Block::List { style, items } => {
            items.iter().map(|item| list_item(*style, item)).collect::<Vec<_>>().join("\n")
        }
        // Another mark than the other lists: a list that follows stays a list of its own.
        Block::Pairs(pairs) => pairs
            .iter()
            .map(|(name, value)| format!("* **{}:** {}", escape(name), pair_value(value)))
            .collect::<Vec<_>>()
            .join("\n"),
        Block::Boxes(ticks) => self::ticks(ticks),
        Block::Table(table) => self::table(table),
        Block::Pen(lines) => vec![DOTS.repeat(3); usize::from(*lines)].join("\n\n"),
        Block::PageBreak => "---".to_owned(),
        Block::Fine(text) => format!("*{}*", escape(text)),
    }
}

fn rich(rich: &Rich) -> String {
    let span = |span: &Span| match span {
        Span::Plain(text) => escape_part(&part(text)),
        Span::Strong(text) => format!("**{}**", escape(text)),
        // Inside nothing is a mark, but in a table a bar ends the cell.
        Span::Typed(text) => format!("`{}`", plain(text).replace('`', "'").replace('|', "\\|")),
    };
    rich.0.iter().map(span).collect()
}

fn items(numbered: bool, items: &[Rich]) -> String {
    let mark = |number: usize| if numbered { format!("{number}.") } else { "-".to_owned() };
    let lines = (1..).zip(items).map(|(number, item)| format!("{} {}", mark(number), rich(item)));
    lines.collect::<Vec<_>>().join("\n")
}

fn list_item(style: ListStyle, item: &str) -> String {
    match style {
        ListStyle::Bullet => format!("- {}", escape(item)),
        ListStyle::Tick => format!("- [ ] {}", escape(item)),
        ListStyle::Say => format!("- “{}”", escape(item)),
    }
}

fn pair_value(value: &Cell) -> String {
    if let Cell::Pen(_) = value { DOTS.to_owned() } else { cell(value) }
}

fn table(table: &Table) -> String {
    if table.columns.is_empty() {
        return String::new();
    }
    let head: Vec<String> = table.columns.iter().map(|column| cell(&column.head)).collect();
    let mut lines = vec![line(&head), line(&vec!["---".to_owned(); head.len()])];
    for row in &table.rows {
        let mut cells: Vec<String> = match row {
            Row::Cells(cells) => cells.iter().map(cell).collect(),
            Row::Group(text) => vec![format!("**{}**", escape(text))],
            Row::Note(text) => vec![format!("*{}*", escape(text))],
        };
        cells.resize(head.len(), String::new());
        lines.push(line(&cells));
    }
    lines.join("\n")
}

fn line(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => escape(text),
        Cell::Rich(rich) => self::rich(rich),
        Cell::Strong(text) if text.is_empty() => String::new(),
        Cell::Strong(text) => format!("**{}**", escape(text)),
        Cell::Mark(text) => format!("*({})*", escape(text)),
        Cell::Say(text) => format!("“{}”", escape(text)),
        Cell::Boxes(ticks) => self::ticks(ticks),
        Cell::Pen(_) => String::new(),
        Cell::Stack(cells) => {
            let parts: Vec<String> = cells.iter().map(self::cell).filter(|part| !part.is_empty()).collect();
            parts.join("<br>")
        }
    }
}

fn ticks(ticks: &[Tick]) -> String {
    let text = |tick: &Tick| format!("{} {}", tick.mark(), escape(&tick.text));
    ticks.iter().map(text).collect::<Vec<_>>().join(" · ")
}

/// A text in which nothing is a mark.
fn escape(text: &str) -> String {
    escape_part(&plain(text))
}

fn escape_part(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, letter) in text.char_indices() {
        let always = matches!(
            letter,
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~' | '$'
        );
        // Only at the beginning do these start a list or a rule.
        let first = match letter {
            '-' | '+' | '=' => at == 0,
            '.' | ')' => digits > 0 && at == digits,
            _ => false,
        };
        if always || first {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_in_a_text_is_a_mark() {
        for (text, want) in [
            ("a | b", "a \\| b"),
            ("*vet* _schuin_", "\\*vet\\* \\_schuin\\_"),
            ("# kop", "\\# kop"),
            ("- streep - midden", "\\- streep - midden"),
            ("12. keer 3.", "12\\. keer 3."),
            ("1) zo", "1\\) zo"),
            ("<b>&amp;", "\\<b\\>\\&amp;"),
            ("a\\b", "a\\\\b"),
            ("kosten: 3.50", "kosten: 3.50"),
            ("👩‍🔬 é", "👩‍🔬 é"),
            ("a\u{1b}[31mb\nc", "ab c"),
        ] {
            assert_eq!(escape(text), want, "{text:?}");
        }
    }
}
