//! The events of a Windows console.
//!
//! Must not know: what a key does.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the library's list of keys grows and holds many that mean nothing"
)]

use crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::{Held, Pressed, RawInput, Wheel, after_esc, character, unix_lines};
use crate::keys::key::Key;

/// Reads until the console is gone (`true`) or nobody wants to hear it any more (`false`).
pub(super) fn read_all(tell: &mut dyn FnMut(RawInput) -> bool) -> bool {
    while let Ok(event) = event::read() {
        for input in convert(event).into_iter().flatten() {
            if !tell(input) {
                return false;
            }
        }
    }
    true
}

/// What an event of the library means: nothing, one input, or two.
fn convert(event: Event) -> [Option<RawInput>; 2] {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => [None, None],
        Event::Key(key) => pressed(key).map(|key| key.map(RawInput::Key)),
        Event::Paste(text) => [Some(RawInput::Paste(unix_lines(text))), None],
        Event::Resize(..) => [Some(RawInput::Resize), None],
        Event::Mouse(mouse) => [clicked(mouse), None],
        Event::FocusGained => [Some(RawInput::Focus(true)), None],
        Event::FocusLost => [Some(RawInput::Focus(false)), None],
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
    if held.intersects(KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META) {
        return [None, None];
    }
    let shift = held.contains(KeyModifiers::SHIFT);
    let held = Held { ctrl: held.contains(KeyModifiers::CONTROL), alt: held.contains(KeyModifiers::ALT) };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::KeyEventState;

    fn press(code: KeyCode, modifiers: KeyModifiers, kind: KeyEventKind) -> Vec<RawInput> {
        let event = KeyEvent { code, modifiers, kind, state: KeyEventState::NONE };
        convert(Event::Key(event)).into_iter().flatten().collect()
    }

    #[test]
    fn press_and_repeat_count_release_does_not() {
        for (kind, expected) in
            [(KeyEventKind::Press, 1), (KeyEventKind::Repeat, 1), (KeyEventKind::Release, 0)]
        {
            assert_eq!(press(KeyCode::Down, KeyModifiers::NONE, kind).len(), expected, "{kind:?}");
        }
    }

    #[test]
    fn keys_without_a_meaning_are_nothing() {
        for (code, held) in [
            (KeyCode::Insert, KeyModifiers::NONE),
            (KeyCode::Char('a'), KeyModifiers::SUPER),
            (KeyCode::CapsLock, KeyModifiers::NONE),
        ] {
            assert_eq!(press(code, held, KeyEventKind::Press), [], "{code:?}");
        }
        let tab = press(KeyCode::Tab, KeyModifiers::SHIFT, KeyEventKind::Press);
        assert_eq!(tab, [RawInput::Key(Key::BackTab)]);
    }
}
