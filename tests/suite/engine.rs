//! Terminals to read what the program sends: what a person would see, cell by cell.
//!
//! Two of them, because real ones differ. When the last column of a row has been written, vt100
//! (as tmux does) has the cursor behind it, and alacritty (as xterm, VTE, kitty and Windows
//! Terminal do) still on it. A screen is right only when both show it.

#![expect(clippy::expect_used, reason = "a test may stop")]

use alacritty_terminal::event::VoidListener;
use alacritty_terminal::grid::Dimensions;
use alacritty_terminal::index::{Column, Line, Point};
use alacritty_terminal::term::cell::Flags;
use alacritty_terminal::term::{Config, Term, TermMode};
use alacritty_terminal::vte::ansi::{Color as Ansi, NamedColor, Processor};
use ratatui::style::{Color, Modifier};
use std::num::NonZeroU16;

/// One cell as it looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// A blank for an empty cell; nothing for the second half of a wide character.
    pub text: String,
    /// Nothing where no ink shows.
    pub fore: Option<Color>,
    pub back: Color,
    pub marks: Modifier,
}

impl Seen {
    /// Takes out what cannot be seen on a blank.
    pub fn new(text: &str, (fore, back): (Color, Color), marks: Modifier) -> Self {
        let blank = text.chars().all(|c| c == ' ');
        let on_blank = Modifier::UNDERLINED | Modifier::REVERSED;
        Self {
            text: text.to_owned(),
            fore: (!blank || marks.intersects(on_blank)).then_some(fore),
            back,
            marks: if blank { marks & on_blank } else { marks },
        }
    }
}

/// The marks of a cell that are on.
fn marks([bold, italic, underlined, reversed]: [bool; 4]) -> Modifier {
    let given = |on, mark| if on { mark } else { Modifier::empty() };
    given(bold, Modifier::BOLD)
        | given(italic, Modifier::ITALIC)
        | given(underlined, Modifier::UNDERLINED)
        | given(reversed, Modifier::REVERSED)
}

/// A terminal that reads bytes.
pub trait Engine {
    fn name(&self) -> &'static str;
    fn feed(&mut self, bytes: &[u8]);
    fn resize(&mut self, columns: u16, rows: u16);
    fn cells(&self) -> Vec<Vec<Seen>>;
    /// Column and row of the cursor, when it shows.
    fn cursor(&self) -> Option<(u16, u16)>;
}

/// Both, with an empty screen of this size.
pub fn both(columns: u16, rows: u16) -> [Box<dyn Engine + Send>; 2] {
    [Box::new(Vt::new(columns, rows)), Box::new(Xterm::new(columns, rows))]
}

/// The text of the screen, without blanks at the ends of its rows.
pub fn text(engine: &dyn Engine) -> String {
    let row = |cells: Vec<Seen>| cells.into_iter().map(|cell| cell.text).collect::<String>();
    let rows = engine.cells().into_iter().map(|cells| row(cells).trim_end().to_owned());
    rows.collect::<Vec<_>>().join("\n")
}

/// The alternate screen, where no size makes a terminal fold its lines anew.
const ALTERNATE: &[u8] = b"\x1b[?1049h";

struct Vt(vt100::Parser);

impl Vt {
    fn new(columns: u16, rows: u16) -> Self {
        let mut parser = vt100::Parser::new(size(rows), size(columns), 0);
        parser.process(ALTERNATE);
        Self(parser)
    }
}

fn size(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).expect("a size")
}

impl Engine for Vt {
    fn name(&self) -> &'static str {
        "vt100"
    }

    fn feed(&mut self, bytes: &[u8]) {
        self.0.process(bytes);
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        self.0.screen_mut().set_size(size(rows), size(columns));
    }

    fn cells(&self) -> Vec<Vec<Seen>> {
        let screen = self.0.screen();
        let (rows, columns) = screen.size();
        let seen = |y, x| {
            let cell = screen.cell(y, x).expect("a cell");
            let text = match (cell.is_wide_continuation(), cell.has_contents()) {
                (true, _) => "",
                (false, true) => cell.contents(),
                (false, false) => " ",
            };
            let colours = (of_vt(cell.fgcolor()), of_vt(cell.bgcolor()));
            Seen::new(text, colours, marks([cell.bold(), cell.italic(), cell.underline(), cell.inverse()]))
        };
        (0..rows.get()).map(|y| (0..columns.get()).map(|x| seen(y, x)).collect()).collect()
    }

    fn cursor(&self) -> Option<(u16, u16)> {
        let (row, column) = self.0.screen().cursor_position();
        (!self.0.screen().hide_cursor()).then_some((column, row))
    }
}

fn of_vt(colour: vt100::Color) -> Color {
    match colour {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(number) => Color::Indexed(number),
        vt100::Color::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
    }
}

/// As xterm counts. On the alternate screen from the start.
pub struct Xterm {
    term: Term<VoidListener>,
    parser: Processor,
}

struct Area {
    columns: usize,
    rows: usize,
}

impl Dimensions for Area {
    fn total_lines(&self) -> usize {
        self.rows
    }

    fn screen_lines(&self) -> usize {
        self.rows
    }

    fn columns(&self) -> usize {
        self.columns
    }
}

impl Xterm {
    pub fn new(columns: u16, rows: u16) -> Self {
        let config = Config { scrolling_history: 0, ..Config::default() };
        let area = Area { columns: columns.into(), rows: rows.into() };
        let mut engine = Self { term: Term::new(config, &area, VoidListener), parser: Processor::new() };
        engine.feed(ALTERNATE);
        engine
    }
}

impl Engine for Xterm {
    fn name(&self) -> &'static str {
        "alacritty"
    }

    fn feed(&mut self, bytes: &[u8]) {
        self.parser.advance(&mut self.term, bytes);
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        self.term.resize(Area { columns: columns.into(), rows: rows.into() });
    }

    fn cells(&self) -> Vec<Vec<Seen>> {
        let grid = self.term.grid();
        let seen = |y, x| {
            let cell = &grid[Line(y)][Column(x)];
            let mut text = String::new();
            if !cell.flags.contains(Flags::WIDE_CHAR_SPACER) {
                text.push(cell.c);
                text.extend(cell.zerowidth().unwrap_or_default());
            }
            let has = |flag| cell.flags.contains(flag);
            let flags = [Flags::BOLD, Flags::ITALIC, Flags::UNDERLINE, Flags::INVERSE];
            Seen::new(&text, (of_ansi(cell.fg), of_ansi(cell.bg)), marks(flags.map(has)))
        };
        let rows = i32::try_from(grid.screen_lines()).expect("rows");
        (0..rows).map(|y| (0..grid.columns()).map(|x| seen(y, x)).collect()).collect()
    }

    fn cursor(&self) -> Option<(u16, u16)> {
        let Point { line, column } = self.term.grid().cursor.point;
        let at = (u16::try_from(column.0).expect("column"), u16::try_from(line.0).expect("line"));
        self.term.mode().contains(TermMode::SHOW_CURSOR).then_some(at)
    }
}

fn of_ansi(colour: Ansi) -> Color {
    match colour {
        Ansi::Named(NamedColor::Foreground | NamedColor::Background) => Color::Reset,
        Ansi::Named(named) => Color::Indexed(u8::try_from(named as usize).expect("one of sixteen")),
        Ansi::Indexed(number) => Color::Indexed(number),
        Ansi::Spec(colour) => Color::Rgb(colour.r, colour.g, colour.b),
    }
}
