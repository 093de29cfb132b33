//! All tips of a meeting in one table, with their life: what was said of them and what came of it.
//!
//! To count and to sort, in Excel. Tips that are left out are in it and say so; the prullenbak is
//! not. It names nobody. Must not know: files.

use super::{csv, harvest};
use crate::domain::casus::Casus;
use crate::domain::goals::Goal;
use crate::domain::ideas::{Idea, Mark, Place, Slot};
use crate::domain::session::Session;
use crate::text::outcomes;

/// One tip with all that is known around it.
struct Entry<'a> {
    session: &'a Session,
    casus: &'a Casus,
    goal: Option<&'a Goal>,
    place: Place,
    idea: &'a Idea,
}

/// What stands in a column.
type Cell = fn(&Entry<'_>) -> String;

const COLUMNS: [(&str, Cell); 13] = [
    ("Casus", |entry| alias(entry.casus)),
    ("Gebied", |entry| entry.goal.and_then(|goal| goal.area.clone()).unwrap_or_default()),
    ("Doel", |entry| entry.goal.map(|goal| goal.text.clone()).unwrap_or_default()),
    ("Kolom", column),
    ("Nummer", |entry| entry.idea.number.to_string()),
    ("Tip", |entry| entry.idea.text.clone()),
    ("Valt op", |entry| mark(entry.idea, Mark::StandsOut)),
    ("Nieuw", |entry| mark(entry.idea, Mark::New)),
    ("Laat ik weg", |entry| mark(entry.idea, Mark::LeftOut)),
    ("Besproken", |entry| answer(entry.idea.discussed)),
    ("Gekozen", |entry| answer(entry.idea.chosen)),
    ("Uitkomst", |entry| entry.idea.outcome.map(outcomes::name).unwrap_or_default().to_owned()),
    ("Omdat", |entry| entry.idea.because.clone()),
];

/// The table as a CSV file, casus by casus and by number.
#[must_use]
pub fn table(session: &Session) -> Vec<u8> {
    let entries = session.casussen.iter().flat_map(|casus| {
        session.ideas.of_casus(casus.id).map(move |(_, place, idea)| {
            let goal = place.row.goal.and_then(|id| session.goals.get(id));
            Entry { session, casus, goal, place, idea }
        })
    });
    let rows = entries.map(|entry| COLUMNS.iter().map(|(_, cell)| cell(&entry)).collect::<Vec<_>>());
    csv::table(&COLUMNS.map(|(head, _)| head), rows)
}

/// Without an alias its number tells it from the others.
fn alias(casus: &Casus) -> String {
    match casus.alias() {
        "" => format!("Casus {}", casus.id.0),
        alias => alias.to_owned(),
    }
}

fn column(entry: &Entry<'_>) -> String {
    let column = match entry.place.slot {
        Slot::Column(index) => entry.session.columns().get(usize::from(index)),
        Slot::Unplaced | Slot::Bin => None,
    };
    column.map_or_else(|| harvest::UNPLACED.to_owned(), harvest::title)
}

fn mark(idea: &Idea, mark: Mark) -> String {
    if idea.has(mark) { "ja".to_owned() } else { String::new() }
}

fn answer(answer: Option<bool>) -> String {
    match answer {
        Some(true) => "ja",
        Some(false) => "nee",
        None => "",
    }
    .to_owned()
}
