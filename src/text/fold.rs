//! Words made plain for searching: lower case, accents off.

pub use crate::domain::words::plain;

/// The plain words of a text.
pub fn words(text: &str) -> Vec<String> {
    plain(text).split_whitespace().map(str::to_owned).collect()
}
