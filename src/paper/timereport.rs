//! The tijdverslag: what was planned and what it took, for the evaluation.
//!
//! Nothing of a casus stands on it. Must not know: formats.

use super::doc::{Block, Cell, Column, Doc, Row, Table};
use super::{Sheet, day};
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::domain::time_report;
use crate::text::{dates, lookback};

pub fn make(session: &Session, now: &Now) -> Doc {
    let mut doc = Doc::new(Sheet::TimeReport.name());
    let Some(report) = time_report::of(session, now) else {
        doc.text(lookback::NOTHING_YET);
        return doc;
    };
    let date = ("Datum".to_owned(), Cell::Text(dates::date(day(session, now))));
    let whole = lookback::whole(&report, now);
    let whole = whole.into_iter().map(|(name, text)| (name.to_owned(), Cell::Text(text)));
    doc.push(Block::Pairs(std::iter::once(date).chain(whole).collect()));
    let columns = vec![
        Column::new(40, "Stap"),
        Column::new(24, "Gepland"),
        Column::new(18, "Werkelijk"),
        Column::new(18, "Verschil"),
    ];
    let row = |line| {
        Row::Cells(vec![
            Cell::Strong(lookback::name(session, line)),
            Cell::Text(lookback::planned(line)),
            Cell::Text(lookback::actual(line)),
            Cell::Text(lookback::difference(line)),
        ])
    };
    doc.push(Block::Table(Table { columns, rows: report.lines.iter().map(row).collect() }));
    doc.text("Was er genoeg structuur, en was er genoeg ruimte?");
    doc.push(Block::Pen(3));
    doc.fine("Gepland is wat bij het begin was afgesproken. Pauzes tellen bij geen enkele stap mee.");
    doc
}
