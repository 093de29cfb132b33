//! Werkblad 7, the agenda of the case conference: its items with their numbers, and the times of
//! this meeting.
//!
//! It goes to everybody, so nothing of a casus stands on it. Must not know: formats.

use super::doc::{Block, Cell, Column, Doc, Row, Table};
use super::schedule;
use super::schedule::Line;
use super::schedule::Span;
use super::{Sheet, day};
use crate::domain::method::{Activity, Step};
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::text::{dates, durations};

pub fn make(session: &Session, now: &Now) -> Doc {
    let mut doc = Doc::new(Sheet::Agenda.name());
    let lines = schedule::of(session, now);
    let begin = schedule::begin(session);
    let minutes = u64::try_from(lines.iter().map(|line| line.minutes).sum::<i64>()).unwrap_or(0);
    let date = begin.map_or(Cell::Pen(1), |_| Cell::Text(dates::date(day(session, now))));
    doc.push(Block::Pairs(vec![
        ("Datum".to_owned(), date),
        ("Plaats".to_owned(), Cell::Pen(1)),
        ("Samen".to_owned(), Cell::Text(durations::length(minutes))),
    ]));
    let columns = vec![
        Column::new(9, "Nr"),
        Column::new(55, "Agendapunt"),
        Column::new(14, "Minuten"),
        Column::new(11, "Van"),
        Column::new(11, "Tot"),
    ];
    doc.push(Block::Table(Table { columns, rows: rows(session, &lines, now) }));
    if begin.is_none() {
        doc.fine("De tijden komen op dit blad zodra de begintijd bekend is.");
    }
    doc
}

fn rows(session: &Session, lines: &[Line], now: &Now) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut casus = None;
    let mut part_of = "";
    for (index, line) in lines.iter().enumerate() {
        let Some(step) = session.step(line.key) else { continue };
        if line.key.casus != casus {
            casus = line.key.casus;
            part_of = "";
            let place = session.casussen.iter().position(|one| Some(one.id) == casus);
            rows.extend(place.map(|place| Row::Group(format!("Bespreking {}e casus", place + 1))));
        }
        if step.part_of != part_of {
            part_of = &step.part_of;
            let rest = lines.get(index..).unwrap_or_default();
            let together = rest.iter().take_while(|other| {
                other.key.casus == casus && session.step(other.key).is_some_and(|one| one.part_of == part_of)
            });
            if !part_of.is_empty() {
                rows.push(heading(session, part_of, &together.collect::<Vec<_>>(), now));
            }
        }
        rows.push(item(session, line, step, now));
    }
    rows
}

/// "5 Tips en adviezen" above 5a–5d, from the first until the last of them.
fn heading(session: &Session, part_of: &str, together: &[&Line], now: &Now) -> Row {
    let number = together.first().map_or("", |line| session.number(line.key));
    let from = together.first().and_then(|line| line.span).map(|span| span.from);
    let until = together.last().and_then(|line| line.span).map(|span| span.until);
    let span = from.zip(until).map(|(from, until)| Span { from, until });
    let minutes = together.iter().map(|line| line.minutes).sum();
    let name = Cell::Strong(part_of.to_owned());
    Row::Cells(cells(number.trim_end_matches(char::is_alphabetic), name, minutes, span, now))
}

fn item(session: &Session, line: &Line, step: &Step, now: &Now) -> Row {
    let mut name = vec![if step.part_of.is_empty() {
        Cell::Strong(step.name.to_string())
    } else {
        Cell::text(format!("– {}", step.name))
    }];
    name.extend(step.points.iter().map(|point| Cell::Text(format!("– {point}"))));
    // The worksheet says 'zie boven' at the second casus.
    let is_first = line.key.casus == session.casussen.first().map(|casus| casus.id);
    if step.activity == Activity::Vervolgacties && is_first {
        name.extend(session.method.followups.iter().map(|one| Cell::Text(format!("– {}", one.text))));
    }
    Row::Cells(cells(session.number(line.key), Cell::Stack(name), line.minutes, line.span, now))
}

fn cells(number: &str, name: Cell, minutes: i64, span: Option<Span>, now: &Now) -> Vec<Cell> {
    let (from, until) = span.map_or((Cell::Pen(0), Cell::Pen(0)), |span| {
        let (from, until) = span.words(now);
        (Cell::Text(from), Cell::Text(until))
    });
    vec![Cell::text(number), name, Cell::Text(minutes.to_string()), from, until]
}
