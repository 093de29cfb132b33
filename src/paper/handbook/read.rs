//! Markdown into the blocks of a sheet: the part of it that the handbook uses.
//!
//! `#` is a chapter, `##` a section, a quote is a sentence to say aloud, a rule is a new page.
//! Bold is a key, code is typed, and italics are words that stand on the screen. Comments are left
//! out; of what is not known here (a link, a picture) the words stay. Must not know: what the text
//! is about.

use crate::paper::doc::{Block, Cell, Column, Level, ListStyle, Rich, Row, Span, Table};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// The blocks of a text.
pub(super) fn blocks(markdown: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        reader.take(event);
    }
    reader.blocks
}

/// What was read so far of the block that is being read.
#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    spans: Vec<Span>,
    strong: bool,
    within: Within,
    /// The list that is being read, and whether it is numbered.
    items: Vec<Rich>,
    numbered: bool,
    /// The rows of the table that is being read, its heading first.
    rows: Vec<Vec<Rich>>,
}

/// What the words stand in.
#[derive(Default, PartialEq, Eq)]
enum Within {
    #[default]
    Text,
    Quote,
    Code,
    Item,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.word(&text),
            Event::Code(text) => self.spans.push(Span::Typed(text.to_string())),
            Event::SoftBreak | Event::HardBreak => self.word(" "),
            Event::Rule => self.blocks.push(Block::PageBreak),
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn word(&mut self, text: &str) {
        if self.within == Within::Code {
            self.blocks.push(Block::Lines(text.lines().map(str::to_owned).collect()));
        } else if self.strong {
            self.spans.push(Span::Strong(text.to_owned()));
        } else if let Some(Span::Plain(before)) = self.spans.last_mut() {
            before.push_str(text);
        } else {
            self.spans.push(Span::Plain(text.to_owned()));
        }
    }

    fn rich(&mut self) -> Rich {
        Rich(std::mem::take(&mut self.spans))
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a library may know more of Markdown than we use")]
    fn begin(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::List(first) => self.numbered = first.is_some(),
            Tag::Item => self.within = Within::Item,
            Tag::BlockQuote(_) => self.within = Within::Quote,
            Tag::CodeBlock(_) => self.within = Within::Code,
            Tag::Strong => self.strong = true,
            Tag::Emphasis => self.word("‘"),
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            _ => {}
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a library may know more of Markdown than we use")]
    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => {
                let level = if level == HeadingLevel::H1 { Level::Chapter } else { Level::Section };
                let text = self.rich().text();
                self.blocks.push(Block::Heading { level, text });
            }
            TagEnd::Paragraph if self.within == Within::Item => {}
            TagEnd::Paragraph => {
                let rich = self.rich();
                self.blocks.push(if self.within == Within::Quote {
                    Block::List { style: ListStyle::Say, items: vec![rich.text()] }
                } else {
                    Block::Rich(rich)
                });
            }
            TagEnd::Item => {
                self.within = Within::Text;
                let item = self.rich();
                self.items.push(item);
            }
            TagEnd::List(_) => {
                let items = std::mem::take(&mut self.items);
                self.blocks.push(Block::Items { numbered: self.numbered, items });
            }
            TagEnd::BlockQuote(_) | TagEnd::CodeBlock => self.within = Within::Text,
            TagEnd::Strong => self.strong = false,
            TagEnd::Emphasis => self.word("’"),
            TagEnd::TableCell => {
                let cell = self.rich();
                self.rows.last_mut().into_iter().for_each(|row| row.push(cell.clone()));
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                self.blocks.push(Block::Table(table(rows)));
            }
            _ => {}
        }
    }
}

/// A column is as wide as its longest cell asks, within reason, with room for its edges.
fn table(rows: Vec<Vec<Rich>>) -> Table {
    const LEAST: usize = 9;
    const MOST: usize = 44;
    const EDGES: usize = 5;
    let mut rows = rows.into_iter();
    let head = rows.next().unwrap_or_default();
    let rows: Vec<Vec<Rich>> = rows.collect();
    let length = |row: &Vec<Rich>, at| row.get(at).map_or(0, |cell: &Rich| cell.text().chars().count());
    let columns = head.iter().enumerate().map(|(at, head)| {
        let longest = rows.iter().map(|row| length(row, at)).max().unwrap_or(0);
        let share = longest.max(head.text().chars().count()).clamp(LEAST, MOST) + EDGES;
        Column::new(u16::try_from(share).unwrap_or(1), head.text())
    });
    let columns = columns.collect();
    let rows = rows.into_iter().map(|row| Row::Cells(row.into_iter().map(Cell::Rich).collect())).collect();
    Table { columns, rows }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Rich {
        Rich(vec![Span::Plain(text.to_owned())])
    }

    #[test]
    fn each_kind_of_block_is_read() {
        let read = blocks(
            "# Kop\n\n## Deel\n\nEen *zin* met **Enter** en `oogst tijd`\nerachter.\n\n1. een\n2. twee\n\n\
             - punt\n\n> Zeg dit.\n\n---\n\n<!-- weg -->\n\n```sh\noogst\noogst tijd\n```\n\n\
             | Typ | Dan |\n|---|---|\n| `12b` | naar cluster B |\n",
        );
        let heading = |level, text: &str| Block::Heading { level, text: text.to_owned() };
        let rich = Rich(vec![
            Span::Plain("Een ‘zin’ met ".to_owned()),
            Span::Strong("Enter".to_owned()),
            Span::Plain(" en ".to_owned()),
            Span::Typed("oogst tijd".to_owned()),
            Span::Plain(" erachter.".to_owned()),
        ]);
        let table = Table {
            columns: vec![Column::new(14, "Typ"), Column::new(19, "Dan")],
            rows: vec![Row::Cells(vec![
                Cell::Rich(Rich(vec![Span::Typed("12b".to_owned())])),
                Cell::Rich(plain("naar cluster B")),
            ])],
        };
        let want = [
            heading(Level::Chapter, "Kop"),
            heading(Level::Section, "Deel"),
            Block::Rich(rich),
            Block::Items { numbered: true, items: vec![plain("een"), plain("twee")] },
            Block::Items { numbered: false, items: vec![plain("punt")] },
            Block::List { style: ListStyle::Say, items: vec!["Zeg dit.".to_owned()] },
            Block::PageBreak,
            Block::Lines(vec!["oogst".to_owned(), "oogst tijd".to_owned()]),
            Block::Table(table),
        ];
        assert_eq!(read, want);
    }
}
