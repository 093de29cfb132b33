//! The cards *Wat doe ik als …*, under the step where they are most likely needed.
//!
//! A card is printed once; where it belongs to a later step too, a line points back to it. Each
//! says where it comes from: a proposal is never passed off as the method. Must not know: formats.

use super::Sheet;
use super::doc::{Block, Cell, Column, Doc, Row, Table};
use crate::domain::method::{Card, Source};
use crate::domain::session::Session;
use crate::text::counts;

pub fn make(session: &Session) -> Doc {
    let mut doc = Doc::new(Sheet::Cards.name());
    let method = &session.method;
    doc.text("Wat doe ik als … Kijk bij de stap waar je bent.");
    let mut printed: Vec<&str> = Vec::new();
    for step in &method.steps {
        let cards: Vec<&Card> = step.cards.iter().filter_map(|id| method.card(id)).collect();
        if cards.is_empty() {
            continue;
        }
        doc.chapter(match step.second_number.as_str() {
            "" => format!("{} {}", step.number, step.name),
            second => format!("{} en {second} {}", step.number, step.name),
        });
        let (before, new): (Vec<&Card>, Vec<&Card>) =
            cards.into_iter().partition(|card| printed.contains(&card.id.as_str()));
        table(&mut doc, &new);
        if !before.is_empty() {
            let signals: Vec<String> = before.iter().map(|card| format!("… {}", card.when)).collect();
            doc.fine(format!("Kijk ook hierboven bij: {}.", counts::list(&signals)));
        }
        printed.extend(new.iter().map(|card| card.id.as_str()));
    }
    let rest: Vec<&Card> = method.cards.iter().filter(|card| !printed.contains(&card.id.as_str())).collect();
    if !rest.is_empty() {
        doc.chapter("Bij elke stap");
        table(&mut doc, &rest);
    }
    if method.cards.is_empty() {
        doc.text("Deze werkwijze heeft geen kaarten.");
    }
    doc
}

fn table(doc: &mut Doc, cards: &[&Card]) {
    if cards.is_empty() {
        return;
    }
    let rows = cards.iter().map(|card| {
        let mut then = vec![Cell::text(card.action_text.as_str())];
        if !card.say.is_empty() {
            then.push(Cell::Say(card.say.to_string()));
        }
        then.push(Cell::Mark(source(card.source).to_owned()));
        Row::Cells(vec![Cell::Strong(format!("… {}", card.when)), Cell::Stack(then)])
    });
    doc.push(Block::Table(Table {
        columns: vec![Column::new(34, "Wat doe ik als …"), Column::new(66, "Dan")],
        rows: rows.collect(),
    }));
}

fn source(source: Source) -> &'static str {
    match source {
        Source::S000 | Source::S001 | Source::S002 | Source::S003 | Source::S004 => "volgens de methode",
        Source::F => "uit een openbare bron",
        Source::P => "voorstel",
    }
}
