//! What follows the form of werkblad 8: everything else the meeting said about this casus.
//!
//! Each heading is left out when there is nothing under it. Must not know: formats.

use crate::domain::casus::{Casus, Field};
use crate::domain::life::Decision;
use crate::domain::notes::Kind;
use crate::domain::plan;
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::paper::advice::{Aim, Weighed};
use crate::paper::doc::{Block, Cell, Column, Doc, ListStyle, Row, Table, Tick};
use crate::paper::{followups, notes};
use crate::text::{counts, dates};

pub(super) fn add(doc: &mut Doc, session: &Session, casus: &Casus, aims: &[Aim<'_>], now: &Now) {
    let form = doc.blocks.len();
    undecided(doc, aims);
    doc.list_under("Samenvatting van de voorzitter", ListStyle::Bullet, said(session, casus, Kind::Summary));
    to_discuss(doc, session, casus, aims);
    if session.clock.begun().is_some() {
        followup(doc, session, casus, now);
    }
    evaluation(doc, session, casus);
    doc.list_under("Nog uitzoeken", ListStyle::Tick, said(session, casus, Kind::Research));
    doc.list_under("Andere afspraken", ListStyle::Tick, said(session, casus, Kind::Agreement));
    doc.list_under("Terugblik op eerdere casussen", ListStyle::Bullet, said(session, casus, Kind::LookBack));
    next(doc, session);
    if doc.blocks.len() > form {
        let remark = "Wat hierna komt, hoort niet bij werkblad 8. Zo is het verslag één document.";
        doc.blocks.insert(form, Block::Fine(remark.to_owned()));
    }
}

fn said(session: &Session, casus: &Casus, kind: Kind) -> Vec<String> {
    notes::shared(session, casus, kind)
}

/// What the group did not get to, or did not agree on: nothing is lost.
fn undecided(doc: &mut Doc, aims: &[Aim<'_>]) {
    let mut open = aims.iter().filter(|aim| aim.decided(Decision::Open).next().is_some()).peekable();
    if open.peek().is_none() {
        return;
    }
    doc.chapter("Nog niet besloten");
    for aim in open {
        doc.section(aim.heading());
        let items = aim.decided(Decision::Open).map(open_line).collect();
        doc.push(Block::List { style: ListStyle::Bullet, items });
    }
}

fn open_line(advice: &Weighed<'_>) -> String {
    let mut parts = advice.members();
    parts.extend(advice.pros.iter().map(|text| format!("voor: {text}")));
    parts.extend(advice.cons.iter().map(|text| format!("tegen: {text}")));
    if parts.is_empty() { advice.line() } else { format!("{} ({})", advice.line(), parts.join(" · ")) }
}

fn to_discuss(doc: &mut Doc, session: &Session, casus: &Casus, aims: &[Aim<'_>]) {
    let words = &session.method.words;
    let mut items: Vec<String> = Vec::new();
    for aim in aims {
        let proposed = aim.decided(Decision::Selected).filter(|advice| advice.course.proposed);
        let names: Vec<String> = proposed.map(|advice| advice.name(words)).collect();
        if !names.is_empty() {
            items.push(format!("{}: {}", aim.heading(), counts::list(&names)));
        }
    }
    items.extend(said(session, casus, Kind::ToDiscuss));
    let heading = format!("Wat {} met {} bespreekt", words.contributor.the(), words.client.the());
    doc.list_under(&heading, ListStyle::Bullet, items);
}

fn followup(doc: &mut Doc, session: &Session, casus: &Casus, now: &Now) {
    let all = followups::of(session, casus, now);
    if all.is_empty() {
        return;
    }
    doc.chapter("Vervolgacties");
    let rows = all.into_iter().map(|one| {
        let words = if one.is_question { ["ja", "nee"].as_slice() } else { &["gedaan"] };
        let ticks =
            words.iter().zip([true, false]).map(|(word, yes)| Tick::new(*word, one.answer == Some(yes)));
        Row::Cells(vec![
            Cell::text(one.text),
            one.when.map_or(Cell::Pen(1), |date| Cell::Text(dates::date(date))),
            Cell::Boxes(ticks.collect()),
        ])
    });
    let columns = vec![Column::new(56, "Wat"), Column::new(26, "Uiterlijk"), Column::new(18, "Stand")];
    doc.push(Block::Table(Table { columns, rows: rows.collect() }));
    doc.push(Block::Pairs(vec![(
        format!("{} wil een verslag", session.method.words.client.the().capital()),
        Cell::text_or_pen(casus.field(Field::ReportWanted)),
    )]));
}

fn evaluation(doc: &mut Doc, session: &Session, casus: &Casus) {
    let questions = (0_u16..).zip(&session.method.evaluation);
    let answered: Vec<(&str, Vec<String>)> = questions
        .map(|(number, question)| (question.text.as_str(), said(session, casus, Kind::Evaluation(number))))
        .filter(|(_, answers)| !answers.is_empty())
        .collect();
    if answered.is_empty() {
        return;
    }
    doc.chapter("Evaluatie");
    for (question, items) in answered {
        doc.section(question);
        doc.push(Block::List { style: ListStyle::Bullet, items });
    }
}

fn next(doc: &mut Doc, session: &Session) {
    let fields =
        [("Datum", plan::Field::NextDate), ("Wie brengt een casus in", plan::Field::NextContributor)];
    let known = fields.map(|(name, field)| (name, session.plan.settings.field(field)));
    let known = known.into_iter().filter(|(_, text)| !text.is_empty());
    let pairs: Vec<(String, Cell)> = known.map(|(name, text)| (name.to_owned(), Cell::text(text))).collect();
    if !pairs.is_empty() {
        doc.chapter(format!("Volgende {}", session.method.words.meeting.one));
        doc.push(Block::Pairs(pairs));
    }
}
