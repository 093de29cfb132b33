//! Writing a sheet down: one file per format, all from the same [`Doc`].
//!
//! Every text is made safe here once more, whatever came before: a control character that slips
//! into a file becomes a command on the terminal or printer of somebody else. Must not know:
//! sessions, and which sheet it is.

use super::Format;
use super::doc::Doc;
use crate::domain::words;
use crate::text::wrap::wrap;

mod boxes;
mod docx;
mod html;
mod markdown;
mod text;

/// Dots to write on where a line would be too much.
const DOTS: &str = "……………………";

/// The sheet in this format, ready to store.
pub fn render(doc: &Doc, format: Format) -> Vec<u8> {
    match format {
        Format::Markdown => markdown::render(doc).into_bytes(),
        Format::Text => text::render(doc).into_bytes(),
        Format::Html => html::render(doc).into_bytes(),
        Format::Docx => docx::render(doc),
    }
}

/// One line without control characters. Unlike [`words::clean`] it never cuts a text short.
fn plain(text: &str) -> String {
    words::typed(text).trim().to_owned()
}

/// A part of a text without control characters; blanks at its ends belong to what stands beside it.
fn part(text: &str) -> String {
    words::typed(text)
}

/// One line as lines of at most `room` letters. What stands in columns here is a table, so blanks
/// beside each other are one.
fn fit(text: &str, room: usize) -> Vec<String> {
    wrap(&plain(text).split_whitespace().collect::<Vec<_>>().join(" "), room)
}
