//! Werkblad 8, the report of the case conference, with the labels of the form.
//!
//! What was rejected stays in it, with the reason (V-A2, S000), and every post-it stands in it
//! once. What is to be filled in at the adviesgesprek stays open until it is known. After the
//! form comes what the meeting said besides, so that the notulist sends one document. Must not
//! know: formats.

use super::advice::{self, Aim, Weighed, purpose};
use super::doc::{Block, Cell, Column, Doc, Row, Table, Tick};
use super::{Sheet, day, schedule};
use crate::domain::casus::Casus;
use crate::domain::goals::Flap;
use crate::domain::life::Decision;
use crate::domain::method::Words;
use crate::domain::people::Person;
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::text::{counts, dates, flaps, outcomes};

mod after;

/// A label of the form (S000).
const BELONGS: &str = "Betreft wens/doel van";

/// The labels of the form, in the words of the werkwijze: those of the case conference give the form
/// of S000.
fn rejected(words: &Words) -> String {
    format!("Verworpen {} {}", words.advice.many, words.meeting.one)
}

fn selected(words: &Words) -> String {
    format!("Geselecteerde {} {}", words.advice.many, words.meeting.one)
}

fn afterwards(label: &str, words: &Words) -> String {
    format!("{label} (in te vullen bij {})", words.harvest.to_lowercase())
}

/// The form has room for this many goals, and for this many adviezen at each (S000).
const GOALS: usize = 4;
const ROWS: usize = 9;

pub fn make(session: &Session, casus: &Casus, now: &Now) -> Doc {
    let words = &session.method.words;
    let mut doc = Doc::new(Sheet::Report.name());
    let date = schedule::begin(session).map_or(Cell::Pen(1), |_| Cell::Text(dates::date(day(session, now))));
    doc.push(Block::Pairs(vec![
        ("Datum".to_owned(), date),
        (words.casus.one.capital().to_string(), Cell::text_or_pen(casus.alias())),
        ("Aanwezig".to_owned(), Cell::text_or_pen(&present(session))),
    ]));
    let aims = advice::of(session, casus.id);
    if aims.is_empty() {
        blank(&mut doc, words);
    }
    for aim in &aims {
        goal(&mut doc, aim, words);
    }
    after::add(&mut doc, session, casus, &aims, now);
    doc.fine(format!("Noem {} op dit blad nergens bij naam. Bewaar het veilig.", words.client.the()));
    doc
}

/// Who was there, by first name; not who said he would not come.
fn present(session: &Session) -> String {
    let there = session.people.all().filter(|(_, person)| person.coming != Some(false));
    counts::list(&there.map(|(_, person)| called(person)).collect::<Vec<_>>())
}

/// "Fatima (Humanitas)": with the organisation, or else the function.
fn called(person: &Person) -> String {
    let first = person.name.split_whitespace().next().unwrap_or_default();
    let from = if person.organisation.is_empty() { &person.function } else { &person.organisation };
    if from.is_empty() { first.to_owned() } else { format!("{first} ({from})") }
}

/// The form without a meeting: a page for each goal.
fn blank(doc: &mut Doc, words: &Words) {
    for number in 1..=GOALS {
        if number > 1 {
            doc.push(Block::PageBreak);
        }
        let aim = Aim { number: Some(number), goal: None, advices: Vec::new() };
        goal(doc, &aim, words);
    }
}

fn goal(doc: &mut Doc, aim: &Aim<'_>, words: &Words) {
    doc.chapter(aim.heading());
    match aim.text() {
        "" => doc.push(Block::Pen(1)),
        text => doc.text(text),
    }
    let flap = aim.goal.and_then(|goal| goal.flap);
    let ticks = Flap::ALL.map(|one| Tick::new(flaps::name(one), flap == Some(one)));
    let mut pairs = vec![(BELONGS.to_owned(), Cell::Boxes(ticks.to_vec()))];
    if let Some(barrier) = aim.goal.map(|goal| goal.barrier.as_str()).filter(|text| !text.is_empty()) {
        pairs.push(("Wat nu in de weg staat".to_owned(), Cell::text(barrier)));
    }
    doc.push(Block::Pairs(pairs));
    doc.push(Block::Table(table(aim, words)));
    doc.section(afterwards("Toelichting", words));
    match aim.goal.map_or("", |goal| goal.explanation.as_str()) {
        "" => doc.push(Block::Pen(1)),
        text => doc.text(text),
    }
}

/// As on the form: what was rejected beside what was selected. A goal at which nothing was decided
/// keeps the empty rows of the form.
fn table(aim: &Aim<'_>, words: &Words) -> Table {
    let mut no_more = aim.decided(Decision::Rejected);
    let mut along = aim.decided(Decision::Selected);
    let mut rows = Vec::new();
    loop {
        let (no, yes) = (no_more.next(), along.next());
        if no.is_none() && yes.is_none() {
            break;
        }
        let mut cells = vec![no.map_or(Cell::Pen(0), |advice| Cell::Stack(rejection(advice)))];
        match yes {
            Some(advice) => cells.extend([
                Cell::Stack(selection(advice, words)),
                Cell::Boxes(answer(advice.course.discussed)),
                chosen(advice),
            ]),
            None => cells.extend([Cell::Pen(0), Cell::Pen(0), Cell::Pen(0)]),
        }
        rows.push(Row::Cells(cells));
    }
    if rows.is_empty() {
        let empty = [Cell::Pen(2), Cell::Pen(2), Cell::Boxes(answer(None)), Cell::Boxes(answer(None))];
        rows = vec![Row::Cells(empty.to_vec()); ROWS];
    }
    let columns = vec![
        Column::new(26, rejected(words)),
        Column::new(32, selected(words)),
        Column::new(21, afterwards(&format!("Besproken met {}", words.client.one), words)),
        Column::new(21, afterwards(&format!("Gekozen door {}", words.client.one), words)),
    ];
    Table { columns, rows }
}

fn rejection(advice: &Weighed<'_>) -> Vec<Cell> {
    let mut parts = vec![Cell::Strong(advice.line())];
    parts.extend(said("Reden", advice.reason));
    parts.extend(around(advice));
    parts
}

fn selection(advice: &Weighed<'_>, words: &Words) -> Vec<Cell> {
    let mut parts = vec![Cell::Strong(advice.line())];
    parts.extend(said("Onderbouwing", &advice.course.reasoning));
    parts.extend(said(&purpose(words), &advice.course.purpose));
    parts.extend(around(advice));
    if advice.course.proposed {
        parts.push(Cell::Mark(format!("{} bespreekt dit", words.contributor.the())));
    }
    parts
}

/// The post-its of a cluster, and what was said for and against it.
fn around(advice: &Weighed<'_>) -> Vec<Cell> {
    let ideas = advice.members().into_iter().map(Cell::Text);
    let pros = advice.pros.iter().filter_map(|text| said("Voor", text));
    let cons = advice.cons.iter().filter_map(|text| said("Tegen", text));
    ideas.chain(pros).chain(cons).collect()
}

fn said(label: &str, text: &str) -> Option<Cell> {
    (!text.is_empty()).then(|| Cell::Text(format!("{label}: {text}")))
}

fn answer(answer: Option<bool>) -> Vec<Tick> {
    vec![Tick::new("ja", answer == Some(true)), Tick::new("nee", answer == Some(false))]
}

fn chosen(advice: &Weighed<'_>) -> Cell {
    let course = advice.course;
    let mut parts = vec![Cell::Boxes(answer(course.chosen))];
    match course.outcome {
        Some(outcome) => parts.push(Cell::Text(outcomes::told(outcome, &course.because))),
        None => parts.extend(said("Omdat", &course.because)),
    }
    parts.extend(said("Pakt het op", &course.taken_up));
    Cell::Stack(parts)
}
