//! The invitation to a case conference: a text to copy into a message.
//!
//! The casemanager sends it with the samenvatting to whoever works with the koppel (S000); nobody
//! is named in it. Must not know: formats.

use super::doc::{Block, Cell, Doc, ListStyle};
use super::{Sheet, advice, letter};
use crate::domain::casus::{Casus, Field};
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::text::{dates, flaps};
use chrono::TimeDelta;

/// What stands where something is still to be filled in.
const OPEN: &str = "……………………";

pub fn make(session: &Session, casus: &Casus, now: &Now) -> Doc {
    let words = &session.method.words;
    let mut doc = Doc::new(Sheet::Invitation.name());
    let summary = casus.field(Field::Summary);
    if summary.is_empty() {
        doc.fine("De samenvatting (werkblad 4) ontbreekt nog. Vul die in, of stuur hem mee.");
    }
    let client = words.client.the();
    let (date, hours) = when(session, now);
    letter::subject(&mut doc, &format!("Uitnodiging {}, {date}", words.meeting.one));
    doc.text("Beste allemaal,");
    doc.text(format!(
        "Ik nodig je uit voor een {} over {}. Je denkt mee over hun doelen.",
        words.meeting.one,
        letter::about(casus, words)
    ));
    doc.push(Block::Pairs(vec![
        ("Wanneer".to_owned(), Cell::Text(date)),
        ("Hoe laat".to_owned(), Cell::Text(hours)),
        ("Waar".to_owned(), Cell::text(OPEN)),
    ]));
    doc.text(format!(
        "Iedereen schrijft eerst tien minuten in stilte tips op post-its. Daarna kiezen we samen welke {} we aan {client} voorleggen. {} is er niet bij en kiest later zelf.",
        words.advice.many,
        client.capital()
    ));
    let goals: Vec<String> =
        advice::of(session, casus.id).iter().filter(|aim| aim.goal.is_some()).map(goal).collect();
    if !goals.is_empty() {
        doc.text("De doelen:");
        doc.push(Block::List { style: ListStyle::Bullet, items: goals });
    }
    if summary.is_empty() {
        doc.text(format!("De samenvatting van de behoeften van {} krijg je nog.", words.client.this()));
    } else {
        doc.text(format!("De samenvatting van de behoeften van {}:", words.client.this()));
        doc.text(summary);
    }
    doc.text("Er is koffie en thee. Je lunch neem je zelf mee.");
    doc.text("Kom je? Beantwoord dit bericht met ja of nee.");
    letter::greeting(&mut doc, &words.contributor.one);
    doc
}

fn goal(aim: &advice::Aim<'_>) -> String {
    match aim.goal.and_then(|goal| goal.flap) {
        Some(flap) => format!("{} ({})", aim.text(), flaps::name(flap)),
        None => aim.text().to_owned(),
    }
}

/// The day, and from when until when, as far as they are planned.
fn when(session: &Session, now: &Now) -> (String, String) {
    let Some(begin) = session.plan.start else { return (OPEN.to_owned(), OPEN.to_owned()) };
    let planned: i64 = session.agenda().into_iter().map(|key| session.planned(key)).sum();
    let (begin, end) = (now.local(begin), now.local(begin + TimeDelta::seconds(planned)));
    (dates::date(begin.date()), format!("{} tot {}", dates::time(begin.time()), dates::time(end.time())))
}
