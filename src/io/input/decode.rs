//! What the bytes of a terminal mean: keys, pastes, clicks, and answers that nobody asked for.
//!
//! A library knows the sequences of the keys. Everything that has an end of its own (a paste, an
//! answer of the terminal) is kept apart before it sees it, so that one that never ends holds
//! nothing up: [`Decoder::silence`] closes it. Must not know: where the bytes come from.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the library's list of keys grows and holds many that mean nothing"
)]

use std::collections::VecDeque;

use termina::event::{KeyCode, KeyEvent, KeyEventKind, Modifiers, MouseButton, MouseEvent, MouseEventKind};
use termina::{Event, Parser};

use super::{Held, Pressed, RawInput, Wheel, after_esc, character, unix_lines};
use crate::keys::key::Key;

const PASTE: &[u8] = b"\x1b[200~";
const PASTED: &[u8] = b"\x1b[201~";

/// Turns bytes into input, whatever pieces they come in.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    keys: Parser,
    /// The last byte for the keys ended no key, so one may be half way.
    half: bool,
    /// Bytes that are not handed to the keys: they begin something that has not ended, or may.
    held: Vec<u8>,
    /// The end does not begin before here.
    sought: usize,
    found: VecDeque<RawInput>,
}

/// Something with an end of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opening {
    Paste,
    /// An answer that ends with `ESC \` or, as many send, with a bell.
    String,
    /// An answer that ends with a letter.
    Report,
}

impl Decoder {
    /// Takes bytes; `more` when it is known that others follow at once, so that an Esc at the end
    /// may be no key.
    pub(super) fn feed(&mut self, bytes: &[u8], more: bool) {
        self.held.extend_from_slice(bytes);
        while let Some((at, opening)) = first(&self.held) {
            self.type_held(at, true);
            let Some((inside, after)) = end(&self.held, self.sought, opening) else {
                // The end may be half there.
                self.sought = self.held.len().saturating_sub(PASTED.len() - 1);
                return;
            };
            if opening == Opening::Paste {
                self.paste(inside);
            }
            self.held.drain(..after);
            self.sought = 0;
        }
        let tail = self.held.len() - begun(&self.held, more);
        self.type_held(tail, more);
    }

    /// Nothing came for a while: what is open counts as ended.
    pub(super) fn silence(&mut self) {
        match *self.held.as_slice() {
            // Only an Esc, or an Esc and a character: those are keys.
            [0x1b] => self.found.push_back(RawInput::Key(Key::Esc)),
            [0x1b, byte] => self.found.extend([Key::Esc, Key::Char(char::from(byte))].map(RawInput::Key)),
            _ if self.held.starts_with(PASTE) => self.paste(self.held.len()),
            _ => {}
        }
        self.held.clear();
        self.sought = 0;
        if self.half {
            (self.keys, self.half) = (Parser::default(), false);
        }
    }

    /// Whether something waits for its end.
    pub(super) fn is_open(&self) -> bool {
        self.half || !self.held.is_empty()
    }

    /// The oldest input.
    pub(super) fn pop(&mut self) -> Option<RawInput> {
        self.found.pop_front()
    }

    fn paste(&mut self, end: usize) {
        let text = self.held.get(PASTE.len()..end).unwrap_or_default();
        self.found.push_back(RawInput::Paste(unix_lines(String::from_utf8_lossy(text).into_owned())));
    }

    /// Hands the first `count` bytes that are held to the keys.
    fn type_held(&mut self, count: usize, more: bool) {
        let bytes: Vec<u8> = self.held.drain(..count).collect();
        for (at, byte) in (1..).zip(&bytes) {
            // Before these an Esc is a key: what the library makes of the two was looked for already.
            let alone = *byte == 0x1b && matches!(bytes.get(at), Some(0x1b | b']' | b'P'));
            self.keys.parse(&[*byte], !alone && (more || at < bytes.len()));
            self.half = true;
            while let Some(event) = self.keys.pop() {
                self.found.extend(convert(&event).into_iter().flatten());
                self.half = false;
            }
        }
    }
}

/// The first of those that have an end of their own, and where.
fn first(bytes: &[u8]) -> Option<(usize, Opening)> {
    let mut starts = bytes.iter().enumerate().filter(|(_, byte)| **byte == 0x1b).map(|(at, _)| at);
    starts.find_map(|at| Some((at, opening(bytes.get(at..)?)?)))
}

fn opening(bytes: &[u8]) -> Option<Opening> {
    if bytes.starts_with(PASTE) {
        return Some(Opening::Paste);
    }
    match bytes {
        [_, b'[', b'?' | b'>' | b'=', ..] => Some(Opening::Report),
        // As the answers begin; anything else behind these is Esc and what was typed.
        [_, b']', b'0'..=b'9' | b'l' | b'L' | b'I', ..]
        | [_, b'P', b'0'..=b'9' | b'>' | b'!' | b'$', ..]
        | [_, b'_', b'G', ..] => Some(Opening::String),
        _ => None,
    }
}

/// How many bytes at the end may be the beginning of an opening. An Esc alone is one only when
/// more follows.
fn begun(bytes: &[u8], more: bool) -> usize {
    let begins = |count: &usize| {
        let tail = bytes.get(bytes.len().saturating_sub(*count)..).unwrap_or_default();
        PASTE.starts_with(tail) || matches!(tail, [0x1b, b']' | b'P' | b'_'])
    };
    (if more { 1 } else { 2 }..PASTE.len().min(bytes.len() + 1)).rev().find(begins).unwrap_or(0)
}

/// Where what is inside ends, and where the rest begins.
fn end(bytes: &[u8], from: usize, opening: Opening) -> Option<(usize, usize)> {
    let from = from.max(if opening == Opening::Paste { PASTE.len() } else { 2 });
    let rest = bytes.get(from..)?;
    let mark =
        |mark: &[u8]| rest.windows(mark.len()).position(|part| part == mark).map(|at| (at, mark.len()));
    let (at, length) = match opening {
        Opening::Paste => mark(PASTED),
        Opening::String => [mark(b"\x1b\\"), mark(b"\x07")].into_iter().flatten().min(),
        Opening::Report => rest.iter().position(|byte| (0x40..=0x7e).contains(byte)).map(|at| (at, 1)),
    }?;
    Some((from + at, from + at + length))
}

/// What an event of the library means: nothing, one input, or two.
fn convert(event: &Event) -> [Option<RawInput>; 2] {
    match *event {
        Event::Key(key) if key.kind == KeyEventKind::Release => [None, None],
        Event::Key(key) => pressed(key).map(|key| key.map(RawInput::Key)),
        Event::Mouse(mouse) => [clicked(mouse), None],
        Event::FocusIn => [Some(RawInput::Focus(true)), None],
        Event::FocusOut => [Some(RawInput::Focus(false)), None],
        // Answers of the terminal; pastes do not get here.
        _ => [None, None],
    }
}

fn clicked(mouse: MouseEvent) -> Option<RawInput> {
    let (column, row) = (mouse.column, mouse.row);
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(RawInput::Click { column, row }),
        MouseEventKind::ScrollUp => Some(RawInput::Scroll { column, row, wheel: Wheel::Up }),
        MouseEventKind::ScrollDown => Some(RawInput::Scroll { column, row, wheel: Wheel::Down }),
        _ => None,
    }
}

fn pressed(event: KeyEvent) -> Pressed {
    let held = event.modifiers;
    if held.intersects(Modifiers::SUPER | Modifiers::HYPER | Modifiers::META) {
        return [None, None];
    }
    let shift = held.contains(Modifiers::SHIFT);
    let held = Held { ctrl: held.contains(Modifiers::CONTROL), alt: held.contains(Modifiers::ALT) };
    match event.code {
        KeyCode::Char(c) => character(c, held),
        KeyCode::Enter => after_esc(held, Key::Enter),
        KeyCode::Backspace => after_esc(held, Key::Backspace),
        KeyCode::Tab if shift => [Some(Key::BackTab), None],
        KeyCode::Tab => after_esc(held, Key::Tab),
        code => [named(code), None],
    }
}

fn named(code: KeyCode) -> Option<Key> {
    match code {
        KeyCode::Escape => Some(Key::Esc),
        KeyCode::BackTab => Some(Key::BackTab),
        KeyCode::Delete => Some(Key::Delete),
        KeyCode::Up => Some(Key::Up),
        KeyCode::Down => Some(Key::Down),
        KeyCode::Left => Some(Key::Left),
        KeyCode::Right => Some(Key::Right),
        KeyCode::Home => Some(Key::Home),
        KeyCode::End => Some(Key::End),
        KeyCode::PageUp => Some(Key::PageUp),
        KeyCode::PageDown => Some(Key::PageDown),
        KeyCode::Function(number) => Some(Key::F(number)),
        // Every other key of the library (media keys, locks, Insert) means nothing here.
        _ => None,
    }
}

#[cfg(test)]
mod tests;
