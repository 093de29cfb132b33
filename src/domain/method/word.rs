//! A text of a werkwijze: written once by whoever made the method, never during a meeting.
//!
//! Only reading a method (and a literal of this program) makes one, so a screen that the group
//! watches may show it unchecked. Must not know: what people type.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Deref;

/// A text of a werkwijze. What is made while the program runs does not become one:
///
/// ```compile_fail
/// let name = String::from("mevrouw Jansen");
/// let word = oogst::domain::method::Word::from(name.as_str());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Word(String);

impl Word {
    /// With a word of this program before it: "het koppel".
    pub fn after(&self, before: &'static str) -> Self {
        Self(format!("{before} {}", self.0))
    }

    /// With a capital, for the beginning of a sentence.
    pub fn capital(&self) -> Self {
        let mut letters = self.0.chars();
        Self(letters.next().map(char::to_uppercase).into_iter().flatten().chain(letters).collect())
    }

    pub(super) fn fill(&mut self, usual: &'static str) {
        if self.0.is_empty() {
            *self = usual.into();
        }
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A word that this program brings along. There is no way in for a text made while it runs.
impl From<&'static str> for Word {
    fn from(text: &'static str) -> Self {
        Self(text.to_owned())
    }
}

impl Deref for Word {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl PartialEq<str> for Word {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Word {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl PartialEq<Word> for str {
    fn eq(&self, other: &Word) -> bool {
        self == other.0
    }
}

impl PartialEq<Word> for String {
    fn eq(&self, other: &Word) -> bool {
        *self == other.0
    }
}

impl From<Word> for String {
    fn from(word: Word) -> Self {
        word.0
    }
}

impl AsRef<str> for Word {
    fn as_ref(&self) -> &str {
        &self.0
    }
}
