//! Puts a frame on the terminal: everything that changed in one write, or no write at all.
//!
//! Remembers across frames where the cursor stands, whether it shows and which colours are set, so
//! that a frame which changes three cells sends three cells. Only basic sequences are sent, and no
//! control character of a text ever reaches the terminal.
//!
//! Must not know: what is drawn, themes, the terminal's modes (that is [`super`]).

mod pen;
mod symbol;

use std::cell::Cell as Slot;
use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use pen::Pen;

const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
/// Default colours first: some terminals paint what they clear in the colours that are set.
const WIPE: &[u8] = b"\x1b[m\x1b[2J";
/// A full frame of a wide screen fits, so that the buffer does not grow while drawing.
const ROOM: usize = 32 << 10;

/// A ratatui backend over any writer.
#[derive(Debug)]
pub struct FrameBackend<W: Write> {
    out: W,
    measure: fn() -> io::Result<Size>,
    /// The size that was told last, so the size of what is drawn. As long as none was told, no
    /// column is certain.
    told: Slot<Size>,
    frame: Vec<u8>,
    /// Where the terminal's cursor stands, when that is certain.
    cursor: Option<Position>,
    pen: Option<Pen>,
    visible: Option<bool>,
    wanted: Wanted,
}

/// The cursor as the drawing wants it at the end of the frame.
#[derive(Debug, Clone, Copy, Default)]
struct Wanted {
    visible: bool,
    at: Position,
}

impl<W: Write> FrameBackend<W> {
    /// A backend that writes to `out` a screen as large as `measure` says.
    pub fn new(out: W, measure: fn() -> io::Result<Size>) -> Self {
        Self {
            out,
            measure,
            told: Slot::new(Size::ZERO),
            frame: Vec::with_capacity(ROOM),
            cursor: None,
            pen: None,
            visible: None,
            wanted: Wanted::default(),
        }
    }

    /// The writer, for tests.
    pub fn writer_mut(&mut self) -> &mut W {
        &mut self.out
    }

    /// Forgets what the terminal shows, because something else has written to it. Clear the screen
    /// after this.
    pub fn forget(&mut self) {
        self.frame.clear();
        self.cursor = None;
        self.pen = None;
        self.visible = None;
    }

    fn begin(&mut self) {
        if self.frame.is_empty() {
            self.frame.extend_from_slice(BEGIN);
        }
    }

    /// Moves the cursor with the fewest bytes. A step within a row or column is always shorter than
    /// an absolute position.
    fn go(&mut self, to: Position) {
        let at = self.cursor.replace(to);
        if at == Some(to) {
            return;
        }
        self.begin();
        match at {
            Some(at) if at.y == to.y && to.x == 0 => self.frame.push(b'\r'),
            Some(at) if at.y == to.y && to.x > at.x => self.step(to.x - at.x, b'C'),
            Some(at) if at.y == to.y => self.step(at.x - to.x, b'D'),
            Some(at) if at.x == to.x && to.y > at.y => self.step(to.y - at.y, b'B'),
            Some(at) if at.x == to.x => self.step(at.y - to.y, b'A'),
            _ => self.jump(to),
        }
    }

    fn step(&mut self, by: u16, letter: u8) {
        self.frame.extend_from_slice(b"\x1b[");
        if by > 1 {
            push_number(&mut self.frame, by);
        }
        self.frame.push(letter);
    }

    fn jump(&mut self, to: Position) {
        self.frame.extend_from_slice(b"\x1b[");
        if to.y > 0 || to.x > 0 {
            push_number(&mut self.frame, to.y.saturating_add(1));
        }
        if to.x > 0 {
            self.frame.push(b';');
            push_number(&mut self.frame, to.x.saturating_add(1));
        }
        self.frame.push(b'H');
    }

    fn cell(&mut self, at: Position, cell: &Cell) {
        let width = self.told.get().width;
        let glyph = symbol::glyph(cell.symbol(), width.saturating_sub(at.x));
        self.begin();
        self.go(at);
        let pen = Pen::of(cell, self.pen, glyph.blank);
        pen.set(self.pen, &mut self.frame);
        self.pen = Some(pen);
        self.frame.extend_from_slice(glyph.text.as_bytes());
        let next = at.x.saturating_add(glyph.width);
        // At the right edge terminals differ in where the cursor is.
        let certain = glyph.certain && next < width;
        self.cursor = certain.then_some(Position { x: next, y: at.y });
    }

    /// Brings the cursor to where the drawing wants it, sending only what changed.
    fn settle(&mut self) {
        let wanted = self.wanted;
        if wanted.visible {
            self.go(wanted.at);
        }
        if self.visible != Some(wanted.visible) {
            self.begin();
            self.frame.extend_from_slice(if wanted.visible { b"\x1b[?25h" } else { b"\x1b[?25l" });
            self.visible = Some(wanted.visible);
        }
    }

    fn send(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        self.frame.extend_from_slice(END);
        let sent = self.out.write_all(&self.frame).and_then(|()| self.out.flush());
        self.frame.clear();
        if sent.is_err() {
            // Nobody knows how much of it arrived.
            self.forget();
        }
        sent
    }
}

impl<W: Write> Backend for FrameBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut cells: Vec<(u16, u16, &Cell)> = content.collect();
        // What stands on the ground that is set comes first: the blocks of a giant clock change their
        // colour once a frame and not at every edge.
        let set = self.pen.map(Pen::ground);
        cells.sort_by_key(|(_, _, cell)| Some(cell.bg) != set);
        for (x, y, cell) in cells {
            self.cell(Position { x, y }, cell);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.wanted.visible = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.wanted.visible = true;
        Ok(())
    }

    /// The position that was asked for last: the terminal itself is never asked, because its
    /// answer would be read by the keyboard thread.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.wanted.at)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.wanted.at = position.into();
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    /// Clears the whole screen; the program draws full screen and clears nothing less.
    fn clear_region(&mut self, _kind: ClearType) -> io::Result<()> {
        // What this frame holds so far would be wiped by it.
        self.frame.clear();
        self.begin();
        self.frame.extend_from_slice(WIPE);
        self.pen = Some(Pen::default());
        self.cursor = None;
        self.visible = None;
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        let size = (self.measure)()?;
        self.told.set(size);
        Ok(size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.settle();
        self.send()
    }
}

fn push_number(to: &mut Vec<u8>, number: u16) {
    let mut unit = 10_000;
    while unit > 1 && number < unit {
        unit /= 10;
    }
    while unit > 0 {
        let digit = u8::try_from(number / unit % 10).unwrap_or_default();
        to.push(b'0' + digit);
        unit /= 10;
    }
}

#[cfg(test)]
mod tests;
