//! The adviesblad for at home: what was chosen, in plain words, on one A4 to hang up. At most seven
//! tips: what was chosen first, then what stood out.
//!
//! Must not know: formats.

use super::Sheet;
use super::doc::{Block, Cell, Doc, ListStyle, Size};
use crate::domain::advice::Advice;
use crate::domain::casus::{Casus, Field};
use crate::domain::ideas::Mark;
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::text::dates;

/// More is not remembered.
const MOST: usize = 7;

pub fn make(session: &Session, casus: &Casus, now: &Now) -> Doc {
    let mut doc = Doc { size: Size::Large, ..Doc::new(Sheet::Home.name()) };
    let (chosen, stand_out) = tips(session, casus);
    if chosen.is_empty() && stand_out.is_empty() {
        doc.text("Er is nog niets gekozen. Schrijf hier zelf op wat je gaat proberen.");
        doc.push(Block::Pen(6));
    } else {
        if !chosen.is_empty() {
            doc.text("Dit ga je proberen. Het hoeft niet allemaal tegelijk.");
            doc.push(Block::List { style: ListStyle::Tick, items: chosen });
        }
        if !stand_out.is_empty() {
            doc.text("Dit viel op. Wil je er iets van proberen?");
            doc.push(Block::List { style: ListStyle::Tick, items: stand_out });
        }
        doc.text("Hoe ging het?");
        doc.push(Block::Pen(4));
    }
    let when = casus.field(Field::FeedbackWhen);
    doc.push(Block::Pairs(vec![
        ("Gemaakt op".to_owned(), Cell::Text(dates::date(now.local(now.at).date()))),
        ("We praten verder op".to_owned(), Cell::text_or_pen(when)),
        ("Vragen? Bel".to_owned(), Cell::Pen(1)),
    ]));
    doc
}

/// What was chosen, and then what stood out and was not decided about.
fn tips(session: &Session, casus: &Casus) -> (Vec<String>, Vec<String>) {
    let all: Vec<Advice> = session.harvest(casus.id).into_iter().flat_map(|(_, list)| list).collect();
    let chosen = |advice: Advice| session.course(advice).and_then(|course| course.chosen);
    let stands_out = |advice: Advice| match advice {
        Advice::Idea(id) => session.ideas.get(id).is_some_and(|idea| idea.has(Mark::StandsOut)),
        Advice::Cluster(_) => false,
    };
    let words = |advice: &Advice| words(session, *advice);
    let first = all.iter().filter(|advice| chosen(**advice) == Some(true));
    let first: Vec<String> = first.take(MOST).map(words).collect();
    let then = all.iter().filter(|advice| chosen(**advice).is_none() && stands_out(**advice));
    let then = then.take(MOST - first.len()).map(words).collect();
    (first, then)
}

/// The tip, and who helps with it.
fn words(session: &Session, advice: Advice) -> String {
    let text = session.advice_text(advice);
    match session.course(advice).map_or("", |course| course.taken_up.as_str()) {
        "" => text.to_owned(),
        who => format!("{text} (samen met {who})"),
    }
}
