//! The document model: what stands on a sheet, without how it looks in any format.
//!
//! Small on purpose. A format that can write headings, paragraphs, lists and tables can write
//! every sheet. Must not know: sessions, and the formats.

/// A sheet: a title and what follows under it. The title never holds a name or an alias: it is
/// what a browser shows in its window and prints in its margin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doc {
    pub title: String,
    pub page: Page,
    pub size: Size,
    pub blocks: Vec<Block>,
}

impl Doc {
    /// An empty sheet, upright, in the normal letter size.
    pub fn new(title: &str) -> Self {
        Self { title: title.to_owned(), page: Page::Portrait, size: Size::Normal, blocks: Vec::new() }
    }

    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    pub fn chapter(&mut self, text: impl Into<String>) {
        self.push(Block::Heading { level: Level::Chapter, text: text.into() });
    }

    pub fn section(&mut self, text: impl Into<String>) {
        self.push(Block::Heading { level: Level::Section, text: text.into() });
    }

    pub fn text(&mut self, text: impl Into<String>) {
        self.push(Block::Paragraph(text.into()));
    }

    pub fn fine(&mut self, text: impl Into<String>) {
        self.push(Block::Fine(text.into()));
    }

    /// A chapter with a list, or nothing when the list is empty.
    pub fn list_under(&mut self, heading: &str, style: ListStyle, items: Vec<String>) {
        if !items.is_empty() {
            self.chapter(heading);
            self.push(Block::List { style, items });
        }
    }
}

/// How the paper lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    Portrait,
    Landscape,
}

/// The size of the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    Normal,
    /// To read from an arm's length, such as the time card on the table.
    Large,
    /// To read from the other side of the room, such as the headings of a flap on the wall.
    Poster,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Chapter,
    Section,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListStyle {
    Bullet,
    /// An empty box before each item.
    Tick,
    /// Sentences to say aloud.
    Say,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Heading {
        level: Level,
        text: String,
    },
    Paragraph(String),
    /// A paragraph with words that stand out.
    Rich(Rich),
    /// What is to be done in this order (numbered), or what belongs together.
    Items {
        numbered: bool,
        items: Vec<Rich>,
    },
    /// Exactly as it stands, line by line: what is typed in a shell.
    Lines(Vec<String>),
    List {
        style: ListStyle,
        items: Vec<String>,
    },
    /// Lines of a name and a value: the fields of a form.
    Pairs(Vec<(String, Cell)>),
    Boxes(Vec<Tick>),
    Table(Table),
    /// Empty lines to write on.
    Pen(u8),
    PageBreak,
    Fine(String),
}

/// A text with words that stand out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rich(pub Vec<Span>);

impl Rich {
    /// The text alone.
    pub fn text(&self) -> String {
        self.0.iter().map(Span::text).collect()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    Plain(String),
    Strong(String),
    /// What is typed, letter by letter.
    Typed(String),
}

impl Span {
    pub fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Strong(text) | Self::Typed(text) => text,
        }
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Text(String),
    Strong(String),
    Rich(Rich),
    /// A remark in small, such as "valt op".
    Mark(String),
    /// A sentence to say aloud.
    Say(String),
    Boxes(Vec<Tick>),
    /// Room to write, this many lines high.
    Pen(u8),
    /// Several things under each other.
    Stack(Vec<Self>),
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The text, or room to write when there is none.
    pub fn text_or_pen(text: &str) -> Self {
        if text.is_empty() { Self::Pen(1) } else { Self::Text(text.to_owned()) }
    }
}

/// A box with what it stands for, ticked or not. Several stand beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    pub text: String,
    pub ticked: bool,
}

impl Tick {
    pub fn new(text: impl Into<String>, ticked: bool) -> Self {
        Self { text: text.into(), ticked }
    }

    /// The box itself.
    pub fn mark(&self) -> &'static str {
        if self.ticked { "☒" } else { "☐" }
    }
}

/// A table. A format without room for all columns may write the rows under each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

impl Table {
    /// The sum of the shares: the width of a column is its share of this.
    pub fn total(&self) -> usize {
        self.columns.iter().map(|column| usize::from(column.share)).sum::<usize>().max(1)
    }

    /// Whether any column has a heading.
    pub fn has_head(&self) -> bool {
        self.columns.iter().any(|column| column.head != Cell::text(""))
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its part of the width, out of [`Table::total`].
    pub share: u16,
    pub head: Cell,
}

impl Column {
    pub fn new(share: u16, head: impl Into<String>) -> Self {
        Self { share, head: Cell::text(head) }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    Cells(Vec<Cell>),
    /// A heading across all columns.
    Group(String),
    /// A remark across all columns.
    Note(String),
}
