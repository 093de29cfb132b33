//! One key, independent of the terminal library, and its three spellings.
//!
//! A key is shown and written in files by its Dutch name (`Ctrl+Z`, `PageDown`, `Omhoog`) and in
//! key scripts of tests by a compact tag (`abc<enter><c-z>`). Both spellings stand in one table.
//!
//! Must not know: crossterm, actions, screens.

use std::fmt;
use std::str::FromStr;

/// A key as the program sees it: a letter is what it types, never a position on the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    Char(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
    /// Always in lower case: a terminal cannot tell `Ctrl+Z` from `Ctrl+Shift+Z`.
    Ctrl(char),
}

/// Key, the name people read, the tag in a key script.
const NAMED: [(Key, &str, &str); 17] = [
    (Key::Enter, "Enter", "enter"),
    (Key::Esc, "Esc", "esc"),
    (Key::Tab, "Tab", "tab"),
    (Key::BackTab, "Shift+Tab", "s-tab"),
    (Key::Backspace, "Backspace", "bs"),
    (Key::Delete, "Delete", "del"),
    (Key::Up, "Omhoog", "up"),
    (Key::Down, "Omlaag", "down"),
    (Key::Left, "Links", "left"),
    (Key::Right, "Rechts", "right"),
    (Key::Home, "Home", "home"),
    (Key::End, "End", "end"),
    (Key::PageUp, "PageUp", "pgup"),
    (Key::PageDown, "PageDown", "pgdn"),
    (Key::Char(' '), "Spatie", "space"),
    (Key::Char('<'), "<", "lt"),
    (Key::Ctrl(' '), "Ctrl+Spatie", "c-space"),
];

/// The highest function key a keyboard has that we accept in a file.
const LAST_F: u8 = 24;

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((_, name, _)) = NAMED.iter().find(|(key, _, _)| key == self) {
            return f.pad(name);
        }
        match self {
            Self::Char(c) => f.pad(c.encode_utf8(&mut [0; 4])),
            Self::F(n) => f.pad(&format!("F{n}")),
            Self::Ctrl(c) => f.pad(&format!("Ctrl+{}", c.to_uppercase())),
            // Every other key stands in the table; a test goes through all of them.
            Self::Enter
            | Self::Esc
            | Self::Tab
            | Self::BackTab
            | Self::Backspace
            | Self::Delete
            | Self::Up
            | Self::Down
            | Self::Left
            | Self::Right
            | Self::Home
            | Self::End
            | Self::PageUp
            | Self::PageDown => Ok(()),
        }
    }
}

/// A name of a key that does not exist. Shows as one Dutch sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownKey(String);

impl fmt::Display for UnknownKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "De toets '{}' bestaat niet. Voorbeelden: F4, Ctrl+Z, PageDown, Enter, Shift+Tab, Omhoog, a.",
            self.0
        )
    }
}

impl std::error::Error for UnknownKey {}

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Self, UnknownKey> {
        if let Some(c) = only_char(text) {
            return Ok(Self::Char(c));
        }
        let named = NAMED.iter().find(|(_, name, _)| same(name, text)).map(|(key, _, _)| *key);
        named
            .or_else(|| function_key(text))
            .or_else(|| controlled(text, "ctrl+"))
            .ok_or_else(|| UnknownKey(text.to_owned()))
    }
}

/// The keys of a script: characters as they are, `<enter> <tab> <s-tab> <esc> <bs> <del> <up>
/// <down> <left> <right> <home> <end> <pgup> <pgdn> <space> <lt> <f1> <c-z>` for the others.
///
/// # Errors
/// A tag that is not known or not closed, so that a typing error in a test does not pass unseen.
pub fn script(text: &str) -> Result<Vec<Key>, UnknownKey> {
    let mut keys = Vec::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '<' {
            keys.push(if c == '\n' { Key::Enter } else { Key::Char(c) });
            continue;
        }
        let left = rest.as_str();
        let (tag, after) = left.split_once('>').ok_or_else(|| UnknownKey(format!("<{left}")))?;
        keys.push(tagged(tag).ok_or_else(|| UnknownKey(format!("<{tag}>")))?);
        rest = after.chars();
    }
    Ok(keys)
}

fn tagged(tag: &str) -> Option<Key> {
    let named = NAMED.iter().find(|(_, _, name)| same(name, tag)).map(|(key, _, _)| *key);
    named.or_else(|| function_key(tag)).or_else(|| controlled(tag, "c-"))
}

fn function_key(text: &str) -> Option<Key> {
    let number = text.strip_prefix(['F', 'f'])?.parse::<u8>().ok()?;
    (1..=LAST_F).contains(&number).then_some(Key::F(number))
}

fn controlled(text: &str, prefix: &str) -> Option<Key> {
    let head = text.get(..prefix.len())?;
    let c = only_char(text.get(prefix.len()..)?)?;
    (same(head, prefix) && !c.is_whitespace()).then(|| Key::Ctrl(c.to_ascii_lowercase()))
}

fn only_char(text: &str) -> Option<char> {
    let mut chars = text.chars();
    let first = chars.next()?;
    chars.next().is_none().then_some(first)
}

fn same(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<Key> {
        let mut keys: Vec<Key> = NAMED.iter().map(|(key, _, _)| *key).collect();
        keys.extend((1..=LAST_F).map(Key::F));
        keys.extend(('a'..='z').map(Key::Ctrl));
        keys.extend("aZ9é€?<+".chars().map(Key::Char));
        keys
    }

    #[test]
    fn every_key_has_a_name_that_reads_back() {
        for key in all() {
            let name = key.to_string();
            assert!(!name.is_empty(), "{key:?}");
            assert_eq!(name.parse(), Ok(key), "{name}");
        }
    }

    #[test]
    fn names_are_read_in_any_case() {
        assert_eq!("ctrl+z".parse(), Ok(Key::Ctrl('z')));
        assert_eq!("pagedown".parse(), Ok(Key::PageDown));
        assert_eq!("f12".parse(), Ok(Key::F(12)));
    }

    #[test]
    fn a_wrong_name_is_told_in_dutch() {
        for wrong in ["", "Ctrl+", "F0", "F25", "Enterr", "Ctrl+Alt+Z", "Ctrl+ "] {
            let told = wrong.parse::<Key>().expect_err(wrong).to_string();
            assert!(told.starts_with(&format!("De toets '{wrong}' bestaat niet.")), "{told}");
        }
    }

    #[test]
    fn a_script_is_a_list_of_keys() {
        let keys = script("a<enter><s-tab><c-z><f1><pgdn><bs><lt>é<c-space>").expect("script");
        let expected = [
            Key::Char('a'),
            Key::Enter,
            Key::BackTab,
            Key::Ctrl('z'),
            Key::F(1),
            Key::PageDown,
            Key::Backspace,
            Key::Char('<'),
            Key::Char('é'),
            Key::Ctrl(' '),
        ];
        assert_eq!(keys, expected);
    }

    #[test]
    fn a_typing_error_in_a_script_is_seen() {
        assert!(script("a<entr>").is_err());
        assert!(script("a<enter").is_err());
    }
}
