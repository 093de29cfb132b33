//! Colours and what a terminal can show of them.
//!
//! Must not know: roles, the environment itself (its values come in as an argument).

use ratatui::style::Color;

/// A colour as written in a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// How many colours a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    True,
    C256,
    C16,
    /// No colours at all: bold, underline and reverse only.
    None,
}

impl Depth {
    /// What the terminal shows, from the values of the environment. `all` when it is known to show
    /// every colour, whatever they say.
    pub fn of(env: impl Fn(&str) -> Option<String>, all: bool) -> Self {
        let filled = |name: &str| env(name).is_some_and(|value| !value.is_empty());
        let term = env("TERM").unwrap_or_default();
        if filled("NO_COLOR") || term == "dumb" {
            return Self::None;
        }
        let told = env("COLORTERM").is_some_and(|value| value == "truecolor" || value == "24bit");
        if all || told || filled("WT_SESSION") || term.ends_with("-direct") {
            Self::True
        } else if term.ends_with("256color") {
            Self::C256
        } else {
            Self::C16
        }
    }
}

impl Rgb {
    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let pair = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self(pair(0)?, pair(2)?, pair(4)?))
    }

    /// Relative luminance (WCAG), from 0 for black to 1 for white.
    pub fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Whether white reads better on it than black.
    pub fn is_dark(self) -> bool {
        // The luminance at which black and white have the same contrast.
        self.luminance() < 0.179
    }

    fn distance(self, other: Self) -> u32 {
        let part = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
        // The eye is most sensitive to green, least to blue.
        3 * part(self.0, other.0) + 6 * part(self.1, other.1) + 2 * part(self.2, other.2)
    }
}

/// Stray light on the picture, as a share of white: 5 % is a monitor (WCAG), 20 % a cheap
/// projector with the lights on.
pub const MONITOR: f64 = 0.05;
/// See [`MONITOR`].
pub const LIT_ROOM: f64 = 0.20;

/// Contrast between two colours under stray light.
pub fn contrast(a: Rgb, b: Rgb, stray: f64) -> f64 {
    let (a, b) = (a.luminance() + stray, b.luminance() + stray);
    a.max(b) / a.min(b)
}

/// The nearest colour the terminal shows; `None` when it shows none.
pub fn shown(colour: Rgb, depth: Depth) -> Option<Color> {
    match depth {
        Depth::True => Some(Color::Rgb(colour.0, colour.1, colour.2)),
        Depth::C256 => Some(Color::Indexed(of_256(colour))),
        Depth::C16 => Some(of_16(colour)),
        Depth::None => None,
    }
}

/// Whether bold would paint another colour than was asked: many terminals of sixteen colours show
/// a bold one of the first eight as its bright twin, and black as grey.
pub fn bold_changes(colour: Color) -> bool {
    matches!(
        colour,
        Color::Black
            | Color::Red
            | Color::Green
            | Color::Yellow
            | Color::Blue
            | Color::Magenta
            | Color::Cyan
            | Color::Gray
    )
}

/// The six levels of the colour cube, which stands at number 16; the grey ramp at 232.
const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];

fn of_256(colour: Rgb) -> u8 {
    let level =
        |part: u8| (0u8..).zip(LEVELS).min_by_key(|(_, level)| part.abs_diff(*level)).unwrap_or_default();
    let ((red, r), (green, g), (blue, b)) = (level(colour.0), level(colour.1), level(colour.2));
    let cube = (Rgb(r, g, b), 16 + 36 * red + 6 * green + blue);
    let mean = (u16::from(colour.0) + u16::from(colour.1) + u16::from(colour.2)) / 3;
    let step = u8::try_from((mean.saturating_sub(3) / 10).min(23)).unwrap_or_default();
    let grey = 8 + 10 * step;
    let ramp = (Rgb(grey, grey, grey), 232 + step);
    if ramp.0.distance(colour) < cube.0.distance(colour) { ramp.1 } else { cube.1 }
}

/// What the sixteen stand for, chosen by name and not by the numbers of one palette: every
/// terminal paints them differently. The colours of the kinds (Okabe and Ito) are in it so that
/// they stay six different ones.
const SIXTEEN: [(Rgb, Color); 17] = [
    (Rgb(0, 0, 0), Color::Black),
    (Rgb(64, 64, 64), Color::Black),
    (Rgb(128, 128, 128), Color::DarkGray),
    (Rgb(196, 196, 196), Color::Gray),
    (Rgb(222, 222, 222), Color::Gray),
    (Rgb(255, 255, 255), Color::White),
    (Rgb(0, 114, 178), Color::Blue),
    (Rgb(86, 180, 233), Color::LightCyan),
    (Rgb(0, 158, 115), Color::Green),
    (Rgb(213, 94, 0), Color::Red),
    (Rgb(230, 159, 0), Color::Yellow),
    (Rgb(204, 121, 167), Color::Magenta),
    (Rgb(240, 228, 66), Color::LightYellow),
    (Rgb(255, 255, 0), Color::LightYellow),
    (Rgb(255, 0, 0), Color::LightRed),
    (Rgb(0, 255, 0), Color::LightGreen),
    (Rgb(0, 0, 255), Color::LightBlue),
];

fn of_16(colour: Rgb) -> Color {
    SIXTEEN.iter().min_by_key(|(known, _)| known.distance(colour)).map_or(Color::Reset, |(_, named)| *named)
}
