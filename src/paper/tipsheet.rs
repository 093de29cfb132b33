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
use crate::domain::life::{Course, Outcome};
use crate::domain::method::{Noun, Words};
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
    let words = &session.method.words;
    let mut doc = Doc::new(Sheet::Tips.name());
    let client = words.client.the();
    doc.text(format!("Deze {} zijn ideeën. {} kiest.", words.advice.many, client.capital()));
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
        (session.method.words.casus.one.capital().to_string(), Cell::text_or_pen(casus.alias())),
        ("Datum".to_owned(), Cell::Text(dates::date(day(session, now)))),
        (areas.to_owned(), Cell::text_or_pen(&counts::list(&casus.areas))),
    ]
}

/// First back to the client: what there is to ask comes before anything else.
fn postponed(doc: &mut Doc, session: &Session, casus: &Casus) {
    let words = &session.method.words;
    doc.chapter(format!("Eerst terug naar {}", words.client.the()));
    doc.text(format!(
        "{} bespreken we een volgende keer. Eerst is er iets uit te zoeken.",
        words.casus.this().capital()
    ));
    if let Some(reason) = casus.postponed() {
        doc.push(Block::Pairs(vec![("Waarom".to_owned(), Cell::text(reason))]));
    }
    let mut items = notes::of(session, casus, Kind::Research);
    let vakken = (0..).zip(&session.method.spider);
    let unknown = vakken.filter(|(vak, _)| casus.picture(*vak) == Picture::AskFirst);
    items.extend(unknown.map(|(_, vak)| match vak.question.as_str() {
        "" => vak.name.to_string(),
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
    let words = &session.method.words;
    let word = &words.advice;
    let rows = harvest::of(session, casus.id);
    let nothing = rows.iter().all(|row| row.goal.is_none() && row.is_empty());
    if nothing && casus.postponed().is_none() {
        doc.chapter(word.many.capital());
        doc.text(format!("Er staan nog geen {} op dit blad. Schrijf ze hier zelf op.", word.many));
        doc.push(blank(BLANK_ROWS, word));
    } else if !nothing {
        for row in &rows {
            goal(doc, row, casus.postponed().is_some(), words);
        }
    }
    match harvest::left_out(session, casus.id) {
        0 => {}
        1 => {
            doc.fine(format!(
                "1 {} laat je weg. {} staat niet op dit blad.",
                word.one,
                word.that().capital()
            ));
        }
        number => doc.fine(format!("{number} {} laat je weg. Die staan niet op dit blad.", word.many)),
    }
}

fn blank(rows: usize, word: &Noun) -> Block {
    let columns = columns(word);
    let row = Row::Cells(vec![Cell::Pen(2); columns.len()]);
    Block::Table(Table { columns, rows: vec![row; rows] })
}

fn goal(doc: &mut Doc, row: &Harvest<'_>, postponed: bool, words: &Words) {
    doc.chapter(row.title());
    if let Some(area) = row.goal.and_then(|goal| goal.area.as_ref()) {
        doc.fine(format!("Gebied: {area}"));
    }
    if row.is_untouched() {
        // There is something to ask first; after that the tips get a sheet of their own.
        if !postponed {
            doc.push(blank(GOAL_ROWS, &words.advice));
        }
        return;
    }
    let mut rows: Vec<Row> =
        row.groups.iter().flat_map(|group| group_rows(group, row.stopped, &words.client)).collect();
    if row.stopped {
        rows.push(Row::Note(
            "Hier zijn we gestopt: eerst meer weten. Ook dat is een goede uitkomst.".to_owned(),
        ));
    }
    doc.push(Block::Table(Table { columns: columns(&words.advice), rows }));
}

fn columns(word: &Noun) -> Vec<Column> {
    vec![
        Column::new(6, "Nr"),
        Column::new(40, word.one.capital().as_str()),
        Column::new(14, "Besproken"),
        Column::new(12, "Gekozen"),
        Column::new(28, "Werkte wel/niet, omdat"),
    ]
}

/// A column of the matrix. An empty one that was never reached says nothing when the group
/// stopped before it: then it was not meant to be filled.
fn group_rows(group: &Group<'_>, stopped: bool, client: &Noun) -> Vec<Row> {
    let note = match (group.missing, group.ideas.is_empty(), group.discussed) {
        (true, _, _) => Some("hier missen we nog informatie"),
        (false, true, true) => Some("besproken, geen ideeën"),
        (false, true, false) if stopped => return Vec::new(),
        (false, true, false) => Some("nog geen ideeën"),
        (false, false, _) => None,
    };
    let mut rows = vec![Row::Group(group.title.clone())];
    rows.extend(
        group.ideas.iter().map(|idea| Row::Cells(cells(idea, group.course.unwrap_or(&idea.course), client))),
    );
    rows.extend(note.map(|note| Row::Note(note.to_owned())));
    rows
}

fn cells(idea: &Idea, course: &Course, client: &Noun) -> Vec<Cell> {
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
        answer(course.discussed),
        answer(course.chosen),
        result(course, client),
    ]
}

fn answer(answer: Option<bool>) -> Cell {
    match answer {
        Some(true) => Cell::text("ja"),
        Some(false) => Cell::text("nee"),
        None => Cell::Pen(1),
    }
}

fn result(course: &Course, client: &Noun) -> Cell {
    let other = format!("{} koos iets anders", client.one);
    let words = match course.outcome {
        Some(Outcome::Worked) => "werkte",
        Some(Outcome::WorkedPartly) => "werkte deels",
        Some(Outcome::DidNotWork) => "werkte niet",
        Some(Outcome::ChoseOtherwise) => other.as_str(),
        None => "",
    };
    match (words, course.because.as_str()) {
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
    let contributor = session.method.words.contributor.the();
    let who = match casus.field(Field::FeedbackWho) {
        "" if casus.contributor.is_some() => contributor.as_str(),
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
