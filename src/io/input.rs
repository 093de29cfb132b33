//! The door for keys, pastes, clicks and sizes: one thread that blocks on the terminal and hands
//! everything to the loop, already in the program's own words.
//!
//! On Unix the bytes are read here (`decode` keeps the sequences apart, a library knows the
//! keys); on Windows the console gives events. Must not know: what a key does, which screen is
//! shown.

#[cfg(unix)]
mod decode;
#[cfg(unix)]
mod line;
#[cfg(not(unix))]
mod records;

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use crate::keys::key::Key;
#[cfg(unix)]
use line::read_all;
#[cfg(not(unix))]
use records::read_all;

/// The reader keeps no more than a parser and one event on its stack.
const READER_STACK: usize = 256 << 10;

/// Direction of the mouse wheel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wheel {
    Up,
    Down,
}

/// Something that came in at the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RawInput {
    Key(Key),
    /// Pasted text; every line ends with `\n`, other control characters are still in it.
    Paste(String),
    Click {
        column: u16,
        row: u16,
    },
    Scroll {
        column: u16,
        row: u16,
        wheel: Wheel,
    },
    /// Whether the window has the keyboard, where the terminal tells.
    Focus(bool),
    /// The window has another size now, or had for a moment. Which one, the terminal tells.
    Resize,
}

/// Starts reading the terminal. `gone` is sent when nothing will ever come again.
///
/// # Errors
/// When the thread cannot be started.
pub fn spawn<T: Send + 'static>(tx: Sender<T>, wrap: fn(RawInput) -> T, gone: fn() -> T) -> io::Result<()> {
    thread::Builder::new()
        .name("oogst-invoer".to_owned())
        .stack_size(READER_STACK)
        .spawn(move || {
            // When the loop has already left, nobody needs to hear it.
            if read_all(&mut |input| tx.send(wrap(input)).is_ok()) {
                let _ = tx.send(gone());
            }
        })
        .map(drop)
}

/// What is held down with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Held {
    ctrl: bool,
    alt: bool,
}

/// At most two keys: `Esc` and a letter arrive as one when typed quickly.
type Pressed = [Option<Key>; 2];

fn character(c: char, held: Held) -> Pressed {
    // AltGr reaches us as Ctrl+Alt with the character it makes (€ @ { é). On Unix Ctrl+Alt with a
    // letter can only be Esc and Ctrl+letter that came in one read.
    if held.ctrl && held.alt && (cfg!(windows) || !c.is_ascii_lowercase()) {
        return [Some(Key::Char(c)), None];
    }
    after_esc(held, if held.ctrl { controlled(c) } else { Key::Char(c) })
}

/// Some terminals send a line feed for Enter, or `Ctrl+H` for Backspace.
fn controlled(c: char) -> Key {
    match c.to_ascii_lowercase() {
        'h' => Key::Backspace,
        'i' => Key::Tab,
        'j' | 'm' => Key::Enter,
        other => Key::Ctrl(other),
    }
}

/// Alt with a key that is a single byte is how `Esc` followed by that key arrives.
fn after_esc(held: Held, key: Key) -> Pressed {
    if held.alt { [Some(Key::Esc), Some(key)] } else { [Some(key), None] }
}

/// Terminals send `\r` or `\r\n` for a line end in a paste. One pass, whatever the size.
fn unix_lines(text: String) -> String {
    if !text.contains('\r') {
        return text;
    }
    let mut lines = String::with_capacity(text.len());
    for (number, part) in text.split('\r').enumerate() {
        match (number, part.strip_prefix('\n')) {
            (0, _) => lines.push_str(part),
            (_, Some(rest)) => {
                lines.push('\n');
                lines.push_str(rest);
            }
            (_, None) => {
                lines.push('\n');
                lines.push_str(part);
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn altgr_types_what_it_makes() {
        for c in "€@{}é\\|²".chars() {
            assert_eq!(character(c, Held { ctrl: true, alt: true }), [Some(Key::Char(c)), None]);
        }
    }

    #[test]
    fn control_letters_are_one_case_and_old_habits_are_known() {
        let ctrl = Held { ctrl: true, alt: false };
        for (c, key) in [
            ('Z', Key::Ctrl('z')),
            ('h', Key::Backspace),
            ('j', Key::Enter),
            ('m', Key::Enter),
            ('i', Key::Tab),
        ] {
            assert_eq!(character(c, ctrl), [Some(key), None], "{c}");
        }
    }

    #[test]
    fn a_paste_has_one_kind_of_line_end() {
        for (raw, expected) in [
            ("a\r\nb\rc\nd", "a\nb\nc\nd"),
            ("\r\r\n\n\r", "\n\n\n\n"),
            ("één", "één"),
            ("", ""),
            ("\n\r", "\n\n"),
        ] {
            assert_eq!(unix_lines(raw.to_owned()), expected, "{raw:?}");
        }
    }

    #[test]
    fn a_paste_of_ten_megabytes_is_one_pass() {
        let big = "regel\r\n".repeat(10 << 20 >> 3);
        let lines = unix_lines(big);
        assert_eq!(lines.matches('\n').count(), 10 << 20 >> 3);
        assert!(!lines.contains('\r'));
    }
}
