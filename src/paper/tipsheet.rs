//! The tipblad: what the casusinbrenger takes along to the client, to choose from together.
//!
//! It names nobody. Tips that the inbrenger leaves out are only counted: the client does not read
//! what was put aside. What became of a tip is left open to write on, unless it is known already.
//! Must not know: formats.

use super::doc::{Block, Cell, Column, Doc, ListStyle, Row, Table};
use super::harvest;
use super::harvest::Group;
use super::harvest::Harvest;
use super::{Sheet, day, notes};
use crate::domain::casus::{Casus, Field, Picture};
use crate::domain::ideas::{Idea, Mark};
use crate::domain::life::Outcome;
use crate::domain::notes::Kind;
use crate::domain::plan;
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::text::{counts, dates};

/// Empty rows on a sheet without tips, to fill in by hand.
const BLANK_ROWS: usize = 6;
/// Empty rows at a goal without tips.
const GOAL_ROWS: usize = 3;

pub fn make(session: &Session, casus: &Casus, now: &Now) -> Doc {
    let mut doc = Doc::new(Sheet::Tips.name());
    doc.text("Deze tips zijn ideeën. De cliënt kiest.");
    doc.push(Block::Pairs(head(session, casus, now)));
    if casus.postponed().is_some() {
        postponed(&mut doc, session, casus);
    }
    tips(&mut doc, session, casus);
    doc.list_under("Wat opvalt", ListStyle::Bullet, notes::of(session, casus, Kind::StandsOut));
    if casus.postponed().is_none() {
        doc.list_under("Nog uitzoeken", ListStyle::Tick, notes::of(session, casus, Kind::Research));
    }
    doc.list_under(
        "Verdiepingspunten, voor een andere keer",
        ListStyle::Bullet,
        notes::shared(session, casus, Kind::Deepening),
    );
    doc.list_under("Apart gehouden, voor intervisie", ListStyle::Bullet, parked(session, casus));
    agreements(&mut doc, session, casus);
    doc.fine("Schrijf geen namen op dit blad. Heb je het niet meer nodig? Vernietig het dan.");
    doc
}

fn head(session: &Session, casus: &Casus, now: &Now) -> Vec<(String, Cell)> {
    let areas = if casus.areas.len() == 1 { "Gebied" } else { "Gebieden" };
    vec![
        ("Casus".to_owned(), Cell::text_or_pen(casus.alias())),
        ("Datum".to_owned(), Cell::Text(dates::date(day(session, now)))),
        (areas.to_owned(), Cell::text_or_pen(&counts::list(&casus.areas))),
    ]
}

/// First back to the client: what there is to ask comes before anything else.
fn postponed(doc: &mut Doc, session: &Session, casus: &Casus) {
    doc.chapter("Eerst terug naar de cliënt");
    doc.text("Deze casus bespreken we een volgende keer. Eerst is er iets uit te zoeken.");
    if let Some(reason) = casus.postponed() {
        doc.push(Block::Pairs(vec![("Waarom".to_owned(), Cell::text(reason))]));
    }
    let mut items = notes::of(session, casus, Kind::Research);
    let vakken = (0..).zip(&session.method.spider);
    let unknown = vakken.filter(|(vak, _)| casus.picture(*vak) == Picture::AskFirst);
    items.extend(unknown.map(|(_, vak)| match vak.question.as_str() {
        "" => vak.name.clone(),
        question => format!("{}: {question}", vak.name),
    }));
    if items.is_empty() {
        doc.text("Wat wil je vragen?");
    } else {
        doc.push(Block::List { style: ListStyle::Tick, items });
        doc.text("Wat wil je nog meer vragen?");
    }
    doc.push(Block::Pen(3));
}

fn tips(doc: &mut Doc, session: &Session, casus: &Casus) {
    let rows = harvest::of(session, casus.id);
    let nothing = rows.iter().all(|row| row.goal.is_none() && row.is_empty());
    if nothing && casus.postponed().is_none() {
        doc.chapter("Tips");
        doc.text("Er staan nog geen tips op dit blad. Schrijf ze hier zelf op.");
        doc.push(blank(BLANK_ROWS));
    } else if !nothing {
        for row in &rows {
            goal(doc, row, casus.postponed().is_some());
        }
    }
    match harvest::left_out(session, casus.id) {
        0 => {}
        1 => doc.fine("1 tip laat je weg. Die staat niet op dit blad."),
        number => doc.fine(format!("{number} tips laat je weg. Die staan niet op dit blad.")),
    }
}

fn blank(rows: usize) -> Block {
    let row = Row::Cells(vec![Cell::Pen(2); columns().len()]);
    Block::Table(Table { columns: columns(), rows: vec![row; rows] })
}

fn goal(doc: &mut Doc, row: &Harvest<'_>, postponed: bool) {
    doc.chapter(row.title());
    if let Some(area) = row.goal.and_then(|goal| goal.area.as_ref()) {
        doc.fine(format!("Gebied: {area}"));
    }
    if row.is_untouched() {
        // There is something to ask first; after that the tips get a sheet of their own.
        if !postponed {
            doc.push(blank(GOAL_ROWS));
        }
        return;
    }
    let mut rows: Vec<Row> = row.groups.iter().flat_map(|group| group_rows(group, row.stopped)).collect();
    if row.stopped {
        rows.push(Row::Note(
            "Hier zijn we gestopt: eerst meer weten. Ook dat is een goede uitkomst.".to_owned(),
        ));
    }
    doc.push(Block::Table(Table { columns: columns(), rows }));
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(6, "Nr"),
        Column::new(40, "Tip"),
        Column::new(14, "Besproken"),
        Column::new(12, "Gekozen"),
        Column::new(28, "Werkte wel/niet, omdat"),
    ]
}

/// A column of the matrix. An empty one that was never reached says nothing when the group
/// stopped before it: then it was not meant to be filled.
fn group_rows(group: &Group<'_>, stopped: bool) -> Vec<Row> {
    let note = match (group.missing, group.ideas.is_empty(), group.discussed) {
        (true, _, _) => Some("hier missen we nog informatie"),
        (false, true, true) => Some("besproken, geen ideeën"),
        (false, true, false) if stopped => return Vec::new(),
        (false, true, false) => Some("nog geen ideeën"),
        (false, false, _) => None,
    };
    let mut rows = vec![Row::Group(group.title.clone())];
    rows.extend(group.ideas.iter().map(|idea| Row::Cells(cells(idea))));
    rows.extend(note.map(|note| Row::Note(note.to_owned())));
    rows
}

fn cells(idea: &Idea) -> Vec<Cell> {
    let marks = [(Mark::StandsOut, "valt op"), (Mark::New, "nieuw")];
    let marks: Vec<&str> = marks.iter().filter(|(mark, _)| idea.has(*mark)).map(|(_, word)| *word).collect();
    let text = Cell::text(&idea.text);
    let text = match marks.as_slice() {
        [] => text,
        marks => Cell::Stack(vec![text, Cell::Mark(marks.join(", "))]),
    };
    vec![
        Cell::Text(idea.number.to_string()),
        text,
        answer(idea.course.discussed),
        answer(idea.course.chosen),
        result(idea),
    ]
}

fn answer(answer: Option<bool>) -> Cell {
    match answer {
        Some(true) => Cell::text("ja"),
        Some(false) => Cell::text("nee"),
        None => Cell::Pen(1),
    }
}

fn result(idea: &Idea) -> Cell {
    let words = match idea.course.outcome {
        Some(Outcome::Worked) => "werkte",
        Some(Outcome::WorkedPartly) => "werkte deels",
        Some(Outcome::DidNotWork) => "werkte niet",
        Some(Outcome::ChoseOtherwise) => "cliënt koos iets anders",
        None => "",
    };
    match (words, idea.course.because.as_str()) {
        ("", "") => Cell::Pen(2),
        ("", because) => Cell::text(because),
        (words, "") => Cell::text(words),
        (words, because) => Cell::text(format!("{words}, omdat: {because}")),
    }
}

fn parked(session: &Session, casus: &Casus) -> Vec<String> {
    let goals = session.goals.of(casus.id).filter(|(_, goal)| goal.parked);
    goals.map(|(_, goal)| goal.text.clone()).collect()
}

fn agreements(doc: &mut Doc, session: &Session, casus: &Casus) {
    let field = |name: &str, field| (name.to_owned(), Cell::text_or_pen(casus.field(field)));
    let who = match casus.field(Field::FeedbackWho) {
        "" if casus.contributor.is_some() => "de inbrenger",
        text => text,
    };
    doc.chapter("Afspraken");
    doc.push(Block::Pairs(vec![
        ("Wie vertelt het terug".to_owned(), Cell::text_or_pen(who)),
        field("Wanneer", Field::FeedbackWhen),
        field("Waarover", Field::FeedbackWhat),
        (
            "Volgende bijeenkomst".to_owned(),
            Cell::text_or_pen(session.plan.settings.field(plan::Field::NextDate)),
        ),
    ]));
    let items = notes::shared(session, casus, Kind::Agreement);
    if !items.is_empty() {
        doc.push(Block::List { style: ListStyle::Tick, items });
    }
}
