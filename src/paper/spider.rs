//! The spinnetje: one sheet on which an inbrenger prepares a casus.
//!
//! Always empty, to fill in by hand before the meeting; only the alias may stand in the middle.
//! Must not know: formats.

use super::Sheet;
use super::doc::{Block, Cell, Column, Doc, Row, Table, Tick};
use crate::domain::casus::Casus;
use crate::domain::method::{Activity, Noun, SpiderField};
use crate::domain::session::Session;
use crate::text::durations;

/// Lines to write on in each vak: four vakken fill one page.
const LINES: u8 = 11;

pub fn make(session: &Session, casus: &Casus) -> Doc {
    let words = &session.method.words;
    let mut doc = Doc::new(Sheet::Spider.name());
    doc.text(format!(
        "Zo bereid je een {} voor. Schrijf per vak een paar woorden op. {} Vertel vooral wie het is, wat goed gaat en wat kan.",
        words.casus.one,
        telling(session)
    ));
    let vakken = &session.method.spider;
    let pairs: Vec<&[SpiderField]> = vakken.chunks(2).collect();
    let before = pairs.len().div_ceil(2);
    let mut rows: Vec<Row> = Vec::new();
    for (index, pair) in pairs.iter().enumerate() {
        if index == before {
            rows.push(middle(casus, &words.casus));
        }
        rows.push(Row::Cells(pair.iter().map(vak).collect()));
        // A row of its own, so that the boxes stand level however long the questions are.
        rows.push(Row::Cells(
            pair.iter().map(|_| Cell::Boxes(vec![Tick::new("Weet ik niet", false)])).collect(),
        ));
    }
    if pairs.len() <= before {
        rows.insert(0, middle(casus, &words.casus));
    }
    doc.push(Block::Table(Table { columns: vec![Column::new(1, ""), Column::new(1, "")], rows }));
    if vakken.iter().any(|vak| !vak.source.is_stated()) {
        doc.fine("De vakken zijn een voorstel. Pas ze aan naar jullie eigen schema.");
    }
    doc.fine("Gebruik een schuilnaam. Geen echte namen, adressen of geboortedata.");
    doc
}

/// The alias, in the middle of its web.
fn middle(casus: &Casus, noun: &Noun) -> Row {
    let word = noun.one.capital();
    match casus.alias() {
        "" => Row::Group(format!("{word} (schuilnaam): ……………………………………")),
        alias => Row::Group(format!("{word}: {alias}")),
    }
}

fn vak(vak: &SpiderField) -> Cell {
    let mut parts = vec![Cell::Strong(vak.name.to_string())];
    if !vak.question.is_empty() {
        parts.push(Cell::text(vak.question.as_str()));
    }
    parts.push(Cell::Pen(LINES));
    Cell::Stack(parts)
}

/// How long the inbrenger may talk, as far as the method says so.
fn telling(session: &Session) -> String {
    let step = session.agenda().into_iter().find(|key| {
        session.step(*key).is_some_and(|step| step.activity == Activity::Toelichten && !step.parts.is_empty())
    });
    let seconds = step.map_or(0, |key| session.part_planned(key, 0));
    match u64::try_from(seconds / 60) {
        Ok(0) | Err(_) => format!("Je vertelt straks kort over {}.", session.method.words.casus.the()),
        Ok(minutes) => format!("Je vertelt straks in ongeveer {}.", durations::minutes(minutes)),
    }
}
