//! The faults of writing that the scanner can name. Must not know: any sentence for a user.

/// A fault of writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    Empty,
    /// `more` other brackets are open as well.
    Unclosed {
        open: char,
        more: usize,
    },
    WrongClose {
        found: char,
        open: char,
        open_at: usize,
    },
    StrayClose(char),
    OpenString,
    OpenComment,
    TooDeep,
    TooMany,
    MissingComma,
    MissingColon(String),
    EqualsSign(String),
    ExtraComma,
    MissingValue,
    Trailing,
    /// Several words where a text in quotes belongs.
    BareText,
    /// `5 min`.
    NumberAndWord,
    /// A list without its first bracket.
    MissingOpen(String),
    CurlyQuotes,
    SingleQuotes,
    Invisible,
}

impl Fault {
    /// The other bracket, where one counts.
    pub fn other_place(&self) -> Option<usize> {
        if let Self::WrongClose { open_at, .. } = self { Some(*open_at) } else { None }
    }
}
