//! Colours and attributes as the terminal has them set, and the shortest way to change them.
//!
//! Knows bold, italic, underline and reverse. Faint and blinking text does not exist here: a room
//! cannot read it.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::push_number;

/// The attributes that are sent, each with the number that sets and the one that ends it.
const ATTRIBUTES: [(Modifier, u16, u16); 4] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::REVERSED, 7, 27),
];
const KNOWN: Modifier =
    Modifier::BOLD.union(Modifier::ITALIC).union(Modifier::UNDERLINED).union(Modifier::REVERSED);
/// What an empty cell shows besides its background.
const SEEN_ON_BLANK: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED);

/// What is set at the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Pen {
    /// The background that is set.
    pub(super) fn ground(self) -> Color {
        self.bg
    }

    /// What `cell` needs. An empty cell shows no foreground, so whatever is set may stay set.
    pub(super) fn of(cell: &Cell, now: Option<Self>, blank: bool) -> Self {
        let modifier = cell.modifier & KNOWN;
        match now {
            Some(now) if blank && !modifier.intersects(SEEN_ON_BLANK) => {
                Self { fg: now.fg, bg: cell.bg, modifier: now.modifier - SEEN_ON_BLANK }
            }
            _ => Self { fg: cell.fg, bg: cell.bg, modifier },
        }
    }

    /// Writes what changes from `now` to this; nothing when nothing does.
    pub(super) fn set(self, now: Option<Self>, to: &mut Vec<u8>) {
        if now == Some(self) {
            return;
        }
        let start = to.len();
        to.extend_from_slice(b"\x1b[");
        if self != Self::default() {
            let now = now.unwrap_or_else(|| {
                to.extend_from_slice(b"0;");
                Self::default()
            });
            self.attributes(now.modifier, to);
            if self.fg != now.fg {
                colour(self.fg, Ground::Fore, to);
            }
            if self.bg != now.bg {
                colour(self.bg, Ground::Back, to);
            }
            // Every part ended in a separator; the last one makes room for the closing letter.
            to.pop();
        }
        to.push(b'm');
        debug_assert!(to.len() > start);
    }

    fn attributes(self, now: Modifier, to: &mut Vec<u8>) {
        for (attribute, on, off) in ATTRIBUTES {
            match (now.contains(attribute), self.modifier.contains(attribute)) {
                (false, true) => part(on, to),
                (true, false) => part(off, to),
                (false, false) | (true, true) => {}
            }
        }
    }
}

#[derive(Clone, Copy)]
enum Ground {
    Fore,
    Back,
}

fn part(number: u16, to: &mut Vec<u8>) {
    push_number(to, number);
    to.push(b';');
}

fn colour(colour: Color, ground: Ground, to: &mut Vec<u8>) {
    let base = match ground {
        Ground::Fore => 30,
        Ground::Back => 40,
    };
    match colour {
        Color::Reset => part(base + 9, to),
        Color::Rgb(red, green, blue) => {
            part(base + 8, to);
            part(2, to);
            part(red.into(), to);
            part(green.into(), to);
            part(blue.into(), to);
        }
        Color::Indexed(number) => indexed(number, base, to),
        Color::Black => indexed(0, base, to),
        Color::Red => indexed(1, base, to),
        Color::Green => indexed(2, base, to),
        Color::Yellow => indexed(3, base, to),
        Color::Blue => indexed(4, base, to),
        Color::Magenta => indexed(5, base, to),
        Color::Cyan => indexed(6, base, to),
        Color::Gray => indexed(7, base, to),
        Color::DarkGray => indexed(8, base, to),
        Color::LightRed => indexed(9, base, to),
        Color::LightGreen => indexed(10, base, to),
        Color::LightYellow => indexed(11, base, to),
        Color::LightBlue => indexed(12, base, to),
        Color::LightMagenta => indexed(13, base, to),
        Color::LightCyan => indexed(14, base, to),
        Color::White => indexed(15, base, to),
    }
}

/// The first sixteen have short numbers that every terminal knows.
fn indexed(number: u8, base: u16, to: &mut Vec<u8>) {
    match number {
        0..8 => part(base + u16::from(number), to),
        8..16 => part(base + 52 + u16::from(number), to),
        16.. => {
            part(base + 8, to);
            part(5, to);
            part(number.into(), to);
        }
    }
}
