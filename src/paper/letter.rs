//! What the texts for messages have in common. Must not know: formats.

use super::doc::{Block, Cell, Doc};
use crate::domain::casus::Casus;

/// The line above a message.
pub(super) fn subject(doc: &mut Doc, text: &str) {
    doc.push(Block::Pairs(vec![("Onderwerp".to_owned(), Cell::text(text))]));
}

/// The alias of the koppel, or room for it.
pub(super) fn koppel(casus: &Casus) -> &str {
    if casus.alias().is_empty() { "……………" } else { casus.alias() }
}

/// Who sends it signs by hand: no name is kept for it.
pub(super) fn greeting(doc: &mut Doc, role: &str) {
    doc.text("Groet,");
    doc.text(format!("…………… ({role})"));
}
