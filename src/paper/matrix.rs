//! An empty Compensatiematrix to hand out at the welcome: the columns of the chosen layout and
//! room to write. A handvat, geen invuloefening, so it says that too.
//!
//! Nothing of a casus stands on it. Must not know: formats.

use super::Sheet;
use super::doc::{Block, Cell, Column, Doc, Page, Row, Table};
use super::harvest;
use crate::domain::goals::OPENING;
use crate::domain::method::Word;
use crate::domain::session::Session;

/// One row for each gebied: one or two are chosen (S001).
const ROWS: usize = 2;
/// Lines to write on in each vak: together the rows fill one page that lies on its side.
const LINES: u8 = 7;

pub fn make(session: &Session) -> Doc {
    let mut doc = Doc::new(Sheet::Matrix.name());
    doc.page = Page::Landscape;
    doc.text(
        "Een handvat bij het gesprek, geen invuloefening. Ga van links naar rechts. Een leeg vak is prima.",
    );
    let mut columns = vec![Column::new(22, "Gebied en doel")];
    let mut questions =
        vec![Cell::Text(format!("Waarover denken we mee? Wat wil {}?", session.method.words.client.the()))];
    for column in session.columns() {
        columns.push(Column::new(24, harvest::title(column)));
        questions.push(Cell::text(column.question.as_str()));
    }
    if session.columns().is_empty() {
        columns.push(Column::new(78, "Ideeën en tips"));
        questions.push(Cell::text(""));
    }
    let mut rows = vec![Row::Cells(questions)];
    for _ in 0..ROWS {
        let mut cells = vec![Cell::Stack(vec![
            Cell::text("Gebied:"),
            Cell::Pen(2),
            Cell::Text(format!("{OPENING} …")),
            Cell::Pen(LINES.saturating_sub(4)),
        ])];
        cells.extend(columns.iter().skip(1).map(|_| Cell::Pen(LINES)));
        rows.push(Row::Cells(cells));
    }
    doc.push(Block::Table(Table { columns, rows }));
    if let Some(list) = session.method.areas.first() {
        let names: Vec<&str> = list.names.iter().map(Word::as_str).collect();
        doc.fine(format!("Gebieden ({}): {}. Een ander gebied mag ook.", list.name, names.join(" · ")));
    }
    doc
}
