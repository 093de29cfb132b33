//! The time card: steps with their minutes and times, big, for the tijdbewaker.
//!
//! Lies in view of everybody, so nothing of a casus stands on it. Must not know: formats.

use super::doc::{Block, Cell, Column, Doc, Row, Size, Table};
use super::schedule;
use super::schedule::Line;
use super::{Sheet, day};
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::text::{dates, durations};

pub fn make(session: &Session, now: &Now) -> Doc {
    let mut doc = Doc::new(Sheet::TimeCard.name());
    doc.size = Size::Large;
    let lines = schedule::of(session, now);
    let begin = schedule::begin(session);
    let minutes = u64::try_from(lines.iter().map(|line| line.minutes).sum::<i64>()).unwrap_or(0);
    let mut pairs = Vec::new();
    if begin.is_some() {
        pairs.push(("Datum".to_owned(), Cell::Text(dates::date(day(session, now)))));
    }
    let start = begin.map_or(Cell::Pen(1), |at| Cell::Text(dates::time(now.local(at).time())));
    pairs.push((if session.clock.begun().is_some() { "Begonnen" } else { "Begin" }.to_owned(), start));
    if let Some(end) = session.plan.agreed_end {
        pairs.push(("Afgesproken einde".to_owned(), Cell::Text(dates::time(now.local(end).time()))));
    }
    pairs.push(("Samen".to_owned(), Cell::Text(durations::length(minutes))));
    doc.push(Block::Pairs(pairs));
    let mut rows = Vec::new();
    for line in &lines {
        rows.push(Row::Cells(cells(
            line,
            Cell::Strong(schedule::short(session, line.key)),
            begin.is_some(),
            now,
        )));
        // The parts of a step that is over, or was skipped, help nobody any more.
        let to_come = |part: &&Line| part.minutes > 0 && (part.span.is_some() || begin.is_none());
        for part in line.parts.iter().filter(to_come) {
            rows.push(Row::Cells(cells(part, Cell::Text(format!("– {}", part.name)), begin.is_some(), now)));
        }
    }
    let columns = vec![
        Column::new(52, "Stap"),
        Column::new(16, "Minuten"),
        Column::new(16, "Van"),
        Column::new(16, "Tot"),
    ];
    doc.push(Block::Table(Table { columns, rows }));
    doc.fine(if begin.is_some() {
        "Loopt het anders? Schrijf de nieuwe tijd erbij."
    } else {
        "Schrijf de tijden erbij zodra je begint."
    });
    doc
}

fn cells(line: &Line, name: Cell, begun: bool, now: &Now) -> Vec<Cell> {
    let (from, until) = match line.span {
        Some(span) => {
            let (from, until) = span.words(now);
            (Cell::Text(from), Cell::Text(until))
        }
        None if begun || line.skipped => (Cell::text("–"), Cell::text("–")),
        None => (Cell::Pen(1), Cell::Pen(1)),
    };
    let minutes = if line.skipped { "overgeslagen".to_owned() } else { line.minutes.to_string() };
    vec![name, Cell::Text(minutes), from, until]
}
