//! What the texts for messages have in common. Must not know: formats.

use super::doc::{Block, Cell, Doc};
use crate::domain::casus::Casus;
use crate::domain::method::Words;

/// The line above a message.
pub(super) fn subject(doc: &mut Doc, text: &str) {
    doc.push(Block::Pairs(vec![("Onderwerp".to_owned(), Cell::text(text))]));
}

/// "koppel Linde", or with room for the alias.
pub(super) fn about(casus: &Casus, words: &Words) -> String {
    let alias = if casus.alias().is_empty() { "……………" } else { casus.alias() };
    format!("{} {alias}", words.casus.one)
}

/// Who sends it signs by hand: no name is kept for it.
pub(super) fn greeting(doc: &mut Doc, role: &str) {
    doc.text("Groet,");
    doc.text(format!("…………… ({role})"));
}
