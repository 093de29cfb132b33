//! The door for keys, pastes, clicks and sizes: one thread that blocks on the terminal and hands
//! everything to the loop, already in the program's own words.
//!
//! A second thread (Unix) sleeps until the line to the terminal is gone, because that may happen
//! without any signal. Must not know: what a key does, which screen is shown.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the library's list of keys grows and holds many that mean nothing"
)]

use std::io;
use std::thread;

use crossterm::event;
use crossterm::event::Event;
use crossterm::event::KeyCode;
use crossterm::event::KeyEvent;
use crossterm::event::KeyEventKind;
use crossterm::event::KeyModifiers;
use crossterm::event::MouseButton;
use crossterm::event::MouseEventKind;
use std::sync::mpsc::Sender;

use crate::keys::key::Key;

/// The reader keeps no more than a parser and one event on its stack.
const READER_STACK: usize = 256 << 10;
#[cfg(unix)]
const WATCHER_STACK: usize = 64 << 10;

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
    /// New number of columns and rows.
    Resize(u16, u16),
}

/// Starts reading the terminal. `gone` is sent when nothing will ever come again.
///
/// # Errors
/// When a thread cannot be started.
pub fn spawn<T: Send + 'static>(tx: Sender<T>, wrap: fn(RawInput) -> T, gone: fn() -> T) -> io::Result<()> {
    #[cfg(unix)]
    line::watch(tx.clone(), gone)?;
    thread::Builder::new()
        .name("oogst-invoer".to_owned())
        .stack_size(READER_STACK)
        .spawn(move || read_all(&tx, wrap, gone))
        .map(drop)
}

fn read_all<T>(tx: &Sender<T>, wrap: fn(RawInput) -> T, gone: fn() -> T) {
    while let Ok(event) = event::read() {
        for input in convert(event).into_iter().flatten() {
            if tx.send(wrap(input)).is_err() {
                return;
            }
        }
    }
    // When the loop has already left, nobody needs to hear it.
    let _ = tx.send(gone());
}

/// What an event of the terminal library means: nothing, one input, or two (`Esc` and a letter,
/// which arrive as one when typed quickly).
pub fn convert(event: Event) -> [Option<RawInput>; 2] {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => [None, None],
        Event::Key(key) => pressed(key).map(|key| key.map(RawInput::Key)),
        Event::Paste(text) => [Some(RawInput::Paste(unix_lines(text))), None],
        Event::Resize(columns, rows) => [Some(RawInput::Resize(columns, rows)), None],
        Event::Mouse(mouse) => {
            let (column, row) = (mouse.column, mouse.row);
            let input = match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => Some(RawInput::Click { column, row }),
                MouseEventKind::ScrollUp => Some(RawInput::Scroll { column, row, wheel: Wheel::Up }),
                MouseEventKind::ScrollDown => Some(RawInput::Scroll { column, row, wheel: Wheel::Down }),
                MouseEventKind::Down(_)
                | MouseEventKind::Up(_)
                | MouseEventKind::Drag(_)
                | MouseEventKind::Moved
                | MouseEventKind::ScrollLeft
                | MouseEventKind::ScrollRight => None,
            };
            [input, None]
        }
        Event::FocusGained => [Some(RawInput::Focus(true)), None],
        Event::FocusLost => [Some(RawInput::Focus(false)), None],
    }
}

fn pressed(event: KeyEvent) -> [Option<Key>; 2] {
    let held = event.modifiers;
    if held.intersects(KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META) {
        return [None, None];
    }
    match event.code {
        KeyCode::Char(c) => character(c, held),
        KeyCode::Enter => after_esc(held, Key::Enter),
        KeyCode::Backspace => after_esc(held, Key::Backspace),
        KeyCode::Tab if held.contains(KeyModifiers::SHIFT) => [Some(Key::BackTab), None],
        KeyCode::Tab => after_esc(held, Key::Tab),
        code => [named(code), None],
    }
}

fn character(c: char, held: KeyModifiers) -> [Option<Key>; 2] {
    let ctrl = held.contains(KeyModifiers::CONTROL);
    let alt = held.contains(KeyModifiers::ALT);
    // AltGr reaches us as Ctrl+Alt with the character it makes (€ @ { é). On Unix Ctrl+Alt with a
    // letter can only be Esc and Ctrl+letter that came in one read.
    if ctrl && alt && (cfg!(windows) || !c.is_ascii_lowercase()) {
        return [Some(Key::Char(c)), None];
    }
    after_esc(held, if ctrl { controlled(c) } else { Key::Char(c) })
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
fn after_esc(held: KeyModifiers, key: Key) -> [Option<Key>; 2] {
    if held.contains(KeyModifiers::ALT) { [Some(Key::Esc), Some(key)] } else { [Some(key), None] }
}

fn named(code: KeyCode) -> Option<Key> {
    match code {
        KeyCode::Esc => Some(Key::Esc),
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
        KeyCode::F(number) => Some(Key::F(number)),
        // Every other key of the library (media keys, locks, Insert) means nothing here.
        _ => None,
    }
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

#[cfg(unix)]
mod line {
    //! Notices that the line to the terminal is gone. Asking `poll` for nothing wakes only then.

    use std::fs::File;
    use std::io;
    use std::io::IsTerminal;
    use std::io::stdin;
    use std::os::fd::{AsFd, BorrowedFd};
    use std::thread;

    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;
    use std::sync::mpsc::Sender;

    use super::WATCHER_STACK;

    pub(super) fn watch<T: Send + 'static>(tx: Sender<T>, gone: fn() -> T) -> io::Result<()> {
        thread::Builder::new()
            .name("oogst-lijn".to_owned())
            .stack_size(WATCHER_STACK)
            .spawn(move || {
                if lost() {
                    // When the loop has already left, nobody needs to hear it.
                    let _ = tx.send(gone());
                }
            })
            .map(drop)
    }

    /// Sleeps until the terminal hangs up; `false` when this system cannot tell.
    fn lost() -> bool {
        if stdin().is_terminal() {
            return hung_up(stdin().as_fd());
        }
        File::open("/dev/tty").is_ok_and(|terminal| hung_up(terminal.as_fd()))
    }

    fn hung_up(terminal: BorrowedFd<'_>) -> bool {
        loop {
            let mut line = [PollFd::from_borrowed_fd(terminal, PollFlags::empty())];
            match poll(&mut line, None) {
                Ok(_) => {
                    let over = PollFlags::HUP | PollFlags::ERR;
                    return line.iter().any(|fd| fd.revents().intersects(over));
                }
                Err(Errno::INTR) => {}
                Err(_) => return false,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyEventState, MouseEvent};

    fn press(code: KeyCode, modifiers: KeyModifiers) -> Vec<RawInput> {
        convert(Event::Key(KeyEvent::new(code, modifiers))).into_iter().flatten().collect()
    }

    fn keys(code: KeyCode, modifiers: KeyModifiers, expected: &[Key]) {
        let expected: Vec<RawInput> = expected.iter().copied().map(RawInput::Key).collect();
        assert_eq!(press(code, modifiers), expected, "{code:?} {modifiers:?}");
    }

    #[test]
    fn press_and_repeat_count_release_does_not() {
        for (kind, expected) in
            [(KeyEventKind::Press, 1), (KeyEventKind::Repeat, 1), (KeyEventKind::Release, 0)]
        {
            let event = KeyEvent {
                code: KeyCode::Down,
                modifiers: KeyModifiers::NONE,
                kind,
                state: KeyEventState::NONE,
            };
            assert_eq!(convert(Event::Key(event)).into_iter().flatten().count(), expected, "{kind:?}");
        }
    }

    #[test]
    fn altgr_types_what_it_makes() {
        let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        for c in "€@{}é\\|²".chars() {
            keys(KeyCode::Char(c), altgr, &[Key::Char(c)]);
        }
    }

    #[cfg(unix)]
    #[test]
    fn esc_and_a_key_in_one_read_are_two_keys() {
        let alt = KeyModifiers::ALT;
        keys(KeyCode::Char('a'), alt, &[Key::Esc, Key::Char('a')]);
        keys(KeyCode::Char('A'), alt | KeyModifiers::SHIFT, &[Key::Esc, Key::Char('A')]);
        keys(KeyCode::Enter, alt, &[Key::Esc, Key::Enter]);
        keys(KeyCode::Char('z'), alt | KeyModifiers::CONTROL, &[Key::Esc, Key::Ctrl('z')]);
        keys(KeyCode::Up, alt, &[Key::Up]);
    }

    #[test]
    fn control_letters_are_one_case_and_old_habits_are_known() {
        let ctrl = KeyModifiers::CONTROL;
        keys(KeyCode::Char('Z'), ctrl | KeyModifiers::SHIFT, &[Key::Ctrl('z')]);
        keys(KeyCode::Char('h'), ctrl, &[Key::Backspace]);
        keys(KeyCode::Char('j'), ctrl, &[Key::Enter]);
        keys(KeyCode::Char('m'), ctrl, &[Key::Enter]);
        keys(KeyCode::Tab, KeyModifiers::SHIFT, &[Key::BackTab]);
        keys(KeyCode::Insert, KeyModifiers::NONE, &[]);
        keys(KeyCode::Char('a'), KeyModifiers::SUPER, &[]);
    }

    #[test]
    fn moving_the_mouse_is_nothing() {
        let at = |kind| {
            let mouse = MouseEvent { kind, column: 3, row: 4, modifiers: KeyModifiers::NONE };
            convert(Event::Mouse(mouse)).into_iter().flatten().next()
        };
        assert_eq!(at(MouseEventKind::Moved), None);
        assert_eq!(at(MouseEventKind::Drag(MouseButton::Left)), None);
        let clicked = RawInput::Click { column: 3, row: 4 };
        assert_eq!(at(MouseEventKind::Down(MouseButton::Left)), Some(clicked));
        let scrolled = RawInput::Scroll { column: 3, row: 4, wheel: Wheel::Down };
        assert_eq!(at(MouseEventKind::ScrollDown), Some(scrolled));
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
