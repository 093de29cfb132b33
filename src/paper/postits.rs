//! The post-its of a casus as they hang: per flap, per goal, per cluster. Must not know: formats.

use super::advice;
use super::advice::Aim;
use super::advice::Weighed;
use super::day;
use super::doc::{Block, Cell, Doc, ListStyle};
use crate::domain::casus::Casus;
use crate::domain::goals::Flap;
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::text::{dates, flaps};

pub fn make(session: &Session, casus: &Casus, now: &Now) -> Doc {
    let words = &session.method.words;
    let mut doc = Doc::new(&words.idea.many.capital());
    doc.push(Block::Pairs(vec![
        (words.casus.one.capital().to_string(), Cell::text_or_pen(casus.alias())),
        ("Datum".to_owned(), Cell::Text(dates::date(day(session, now)))),
    ]));
    let aims = advice::of(session, casus.id);
    for flap in Flap::ALL.map(Some).into_iter().chain([None]) {
        let mine: Vec<&Aim<'_>> =
            aims.iter().filter(|aim| aim.goal.and_then(|goal| goal.flap) == flap).collect();
        if mine.is_empty() {
            continue;
        }
        doc.chapter(flap.map_or("Op geen flap".to_owned(), |flap| format!("Flap {}", flaps::name(flap))));
        for aim in mine {
            goal(&mut doc, aim);
        }
    }
    if aims.iter().all(|aim| aim.advices.is_empty()) {
        doc.text(format!("Er zijn nog geen {}.", words.idea.many));
    }
    doc
}

fn goal(doc: &mut Doc, aim: &Aim<'_>) {
    doc.section(aim.line());
    for cluster in aim.advices.iter().filter(|advice| advice.is_cluster) {
        doc.text(cluster.line());
        doc.push(Block::List { style: ListStyle::Bullet, items: cluster.members() });
    }
    let lonely = aim.advices.iter().filter(|advice| !advice.is_cluster);
    let loose: Vec<String> = lonely.map(Weighed::line).collect();
    if !loose.is_empty() {
        doc.text("Los");
        doc.push(Block::List { style: ListStyle::Bullet, items: loose });
    }
}
