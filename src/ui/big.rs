//! Digits large enough for the back row: three cells by five, each a block of background and
//! spaces, so that no font can break them.

use super::paint::Paint;
use super::theme::Role;
use crate::app::layout::regions::Area;

/// Rows of a digit.
pub const HEIGHT: u16 = 5;
/// A cell is about twice as high as it is wide.
const WIDE: u16 = 2;

/// The rows of a character, each as bits from left to right, and how many bits it is wide.
fn glyph(c: char) -> ([u8; 5], u16) {
    let rows = match c {
        '0' => [0b111, 0b101, 0b101, 0b101, 0b111],
        '1' => [0b001, 0b001, 0b001, 0b001, 0b001],
        '2' => [0b111, 0b001, 0b111, 0b100, 0b111],
        '3' => [0b111, 0b001, 0b111, 0b001, 0b111],
        '4' => [0b101, 0b101, 0b111, 0b001, 0b001],
        '5' => [0b111, 0b100, 0b111, 0b001, 0b111],
        '6' => [0b111, 0b100, 0b111, 0b101, 0b111],
        '7' => [0b111, 0b001, 0b001, 0b001, 0b001],
        '8' => [0b111, 0b101, 0b111, 0b101, 0b111],
        '9' => [0b111, 0b101, 0b111, 0b001, 0b111],
        ':' => return ([0, 1, 0, 1, 0], 1),
        _ => return ([0; 5], 1),
    };
    (rows, 3)
}

/// Bits of a text, with one between two characters.
fn bits(text: &str) -> u16 {
    text.chars().map(|c| glyph(c).1 + 1).sum::<u16>().saturating_sub(1)
}

/// How many times the smallest size fits in so many columns and rows; 0 when not even that.
pub fn scale(text: &str, columns: u16, rows: u16) -> u16 {
    (columns / (bits(text).max(1) * WIDE)).min(rows / HEIGHT)
}

/// Draws a text in the middle of an area, at a scale that fits.
pub fn draw(paint: &mut Paint<'_>, area: Area, text: &str, scale: u16) {
    let (width, height) = (bits(text) * WIDE * scale, HEIGHT * scale);
    let mut x = area.x + area.width.saturating_sub(width) / 2;
    let y = area.y + area.height.saturating_sub(height) / 2;
    for c in text.chars() {
        let (rows, wide) = glyph(c);
        for (row, line) in (0..).zip(rows) {
            for bit in (0..wide).filter(|bit| line >> (wide - 1 - bit) & 1 == 1) {
                let block = Area {
                    x: x + bit * WIDE * scale,
                    y: y + row * scale,
                    width: WIDE * scale,
                    height: scale,
                };
                paint.clear(block, Role::Big);
            }
        }
        x += (wide + 1) * WIDE * scale;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_and_seconds_fill_the_design_size() {
        assert_eq!(bits("12:34") * WIDE * 2, 68);
        assert_eq!(scale("12:34", 80, 10), 2);
        assert_eq!(scale("12:34", 40, 5), 1);
        assert_eq!(scale("101:05", 40, 5), 0);
    }
}
