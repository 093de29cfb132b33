//! The noodblad: everything to go on with on paper when the laptop dies.
//!
//! The steps of this casus with their times and what to say, then the goals and the tips or post-its so far
//! with room for more. Must not know: formats.

use super::advice;
use super::advice::{Weighed, purpose};
use super::doc::{Block, Cell, Doc, ListStyle};
use super::harvest;
use super::harvest::Harvest;
use super::schedule;
use super::schedule::Line;
use super::{Sheet, day};
use crate::domain::casus::Casus;
use crate::domain::method::{Noun, Words};
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::text::{counts, dates, durations, flaps, outcomes};

/// Lines to write more tips on, at each goal.
const LINES: u8 = 4;

pub fn make(session: &Session, casus: &Casus, now: &Now) -> Doc {
    let words = &session.method.words;
    let mut doc = Doc::new(Sheet::Fallback.name());
    doc.text("Doet de laptop het niet meer? Ga rustig verder met dit blad.");
    let (day, here) = (day(session, now), now.local(now.at));
    let time = dates::time(here.time());
    let printed = if here.date() == day { time } else { format!("{}, {time}", dates::date(here.date())) };
    let mut pairs = vec![
        (words.casus.one.capital().to_string(), Cell::text_or_pen(casus.alias())),
        ("Datum".to_owned(), Cell::Text(dates::date(day))),
        ("Stand van".to_owned(), Cell::Text(printed)),
    ];
    if let Some(end) = session.plan.agreed_end {
        pairs.push(("Afgesproken einde".to_owned(), Cell::Text(dates::time(now.local(end).time()))));
    }
    doc.push(Block::Pairs(pairs));
    doc.chapter("De stappen");
    let lines = schedule::of(session, now);
    let mine = |line: &&Line| line.key.casus.is_none() || line.key.casus == Some(casus.id);
    for line in lines.iter().filter(mine) {
        step(&mut doc, session, line, now);
    }
    doc.push(Block::PageBreak);
    doc.chapter(format!("Doelen en {} tot nu toe", words.idea.many));
    let areas = counts::list(&casus.areas);
    if !areas.is_empty() {
        doc.push(Block::Pairs(vec![("Gebieden".to_owned(), Cell::Text(areas))]));
    }
    if session.method.group_decides() {
        hanging(&mut doc, session, casus);
    } else {
        for row in &harvest::of(session, casus.id) {
            goal(&mut doc, row, &words.idea);
        }
    }
    doc
}

fn step(doc: &mut Doc, session: &Session, line: &Line, now: &Now) {
    let minutes = durations::minutes(u64::try_from(line.minutes).unwrap_or(0));
    if line.skipped {
        doc.section(format!("{} · overgeslagen", line.name));
        return;
    }
    doc.section(match line.span.map(|span| span.words(now)) {
        Some((from, until)) => format!("{} · {from} tot {until} ({minutes})", line.name),
        None => format!("{} · {minutes}", line.name),
    });
    let parts: Vec<String> = line
        .parts
        .iter()
        .filter(|part| part.minutes > 0)
        .map(|part| format!("{} {} min", part.name, part.minutes))
        .collect();
    if !parts.is_empty() {
        doc.fine(parts.join(" · "));
    }
    let say = session.step(line.key).map_or(&[][..], |step| step.say.as_slice());
    if !say.is_empty() {
        doc.push(Block::List { style: ListStyle::Say, items: say.iter().map(ToString::to_string).collect() });
    }
}

fn goal(doc: &mut Doc, row: &Harvest<'_>, idea: &Noun) {
    if row.goal.is_none() && row.is_empty() {
        doc.text("Er is nog geen doel. Begin met: IK wil …");
        doc.push(Block::Pen(2));
        doc.text(format!("{}, van links naar rechts:", idea.many.capital()));
    } else {
        doc.section(row.title());
    }
    for group in &row.groups {
        let items: Vec<String> =
            group.ideas.iter().map(|idea| format!("{}  {}", idea.number, idea.text)).collect();
        let note = if group.discussed { "besproken, geen ideeën" } else { "nog geen ideeën" };
        if items.is_empty() {
            doc.text(format!("{}: {note}", group.title));
        } else {
            doc.text(format!("{}:", group.title));
            doc.push(Block::List { style: ListStyle::Bullet, items });
        }
    }
    doc.fine(format!("Nieuwe {} (schrijf de letter van het vak erbij):", idea.many));
    doc.push(Block::Pen(LINES));
}

/// The goals of a case conference with what hangs there and what was said of it.
fn hanging(doc: &mut Doc, session: &Session, casus: &Casus) {
    let aims = advice::of(session, casus.id);
    if aims.is_empty() {
        doc.text("Er is nog geen doel. Schrijf het op de flap: PMD, MZ of samen.");
        doc.push(Block::Pen(2));
    }
    for aim in &aims {
        doc.section(aim.line());
        if let Some(goal) = aim.goal {
            let flap = goal.flap.map_or("", flaps::name);
            doc.push(Block::Pairs(vec![
                ("Flap".to_owned(), Cell::text_or_pen(flap)),
                ("Wat nu in de weg staat".to_owned(), Cell::text_or_pen(&goal.barrier)),
            ]));
        }
        for advice in &aim.advices {
            weighed(doc, advice, &session.method.words);
        }
        doc.fine(format!("Nieuwe {} en besluiten:", session.method.words.idea.many));
        doc.push(Block::Pen(LINES));
    }
}

fn weighed(doc: &mut Doc, advice: &Weighed<'_>, words: &Words) {
    let course = advice.course;
    doc.text(format!("{} · {}", advice.line(), outcomes::decision(course.decision)));
    let mut items = advice.members();
    let purpose = purpose(words);
    for (label, texts) in [
        ("Reden", &[advice.reason][..]),
        ("Onderbouwing", &[&course.reasoning]),
        (&purpose, &[&course.purpose]),
        ("Voor", &advice.pros),
        ("Tegen", &advice.cons),
    ] {
        let known = texts.iter().filter(|text| !text.is_empty());
        items.extend(known.map(|text| format!("{label}: {text}")));
    }
    if !items.is_empty() {
        doc.push(Block::List { style: ListStyle::Bullet, items });
    }
}
