//! What the koppel gets to read, when they want it (S000): the adviezen the casemanager brings
//! along, in plain words.
//!
//! Nothing that was rejected or left open, no numbers, no names. Must not know: formats.

use super::advice;
use super::advice::Aim;
use super::advice::Weighed;
use super::day;
use super::doc::{Block, Cell, Doc, ListStyle, Tick};
use crate::domain::casus::Casus;
use crate::domain::life::Decision;
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::text::dates;

pub fn make(session: &Session, casus: &Casus, now: &Now) -> Doc {
    let words = &session.method.words;
    let mut doc = Doc::new(&format!("{} voor jullie", words.advice.many.capital()));
    doc.text("Een groep mensen uit zorg en welzijn dacht mee over wat jullie graag willen.");
    doc.text(format!(
        "Op dit blad staan hun {}. Jullie kiezen zelf wat bij jullie past. Niets moet.",
        words.advice.many
    ));
    doc.push(Block::Pairs(vec![("Besproken op".to_owned(), Cell::Text(dates::date(day(session, now))))]));
    let aims = advice::of(session, casus.id);
    let selected: Vec<&Weighed<'_>> = aims.iter().flat_map(|aim| aim.decided(Decision::Selected)).collect();
    // Before item 7 the casemanager has chosen nothing yet: then all that was selected comes along.
    let only_proposed = selected.iter().any(|advice| advice.course.proposed);
    for aim in &aims {
        let along = |advice: &&Weighed<'_>| advice.course.proposed || !only_proposed;
        let brought: Vec<&Weighed<'_>> = aim.decided(Decision::Selected).filter(along).collect();
        goal(&mut doc, aim, &brought);
    }
    if selected.is_empty() {
        doc.text(format!("Er zijn nog geen {} gekozen om met jullie te bespreken.", words.advice.many));
    }
    doc.chapter("Wat willen jullie nog vragen of vertellen?");
    doc.push(Block::Pen(3));
    doc.fine(format!("Jullie {} bespreekt dit blad met jullie.", words.contributor.one));
    doc
}

fn goal(doc: &mut Doc, aim: &Aim<'_>, advices: &[&Weighed<'_>]) {
    if advices.is_empty() {
        return;
    }
    doc.chapter(if aim.text().is_empty() { "Ook nog" } else { aim.text() });
    for advice in advices {
        let (words, others) = advice.told();
        doc.section(words);
        if !advice.course.purpose.is_empty() {
            doc.text(format!("Waar dit bij helpt: {}", advice.course.purpose));
        }
        if !others.is_empty() {
            let items = others.into_iter().map(str::to_owned).collect();
            doc.push(Block::List { style: ListStyle::Bullet, items });
        }
        let answers = [("Dit willen wij", Some(true)), ("Dit willen wij niet", Some(false))];
        let ticks = answers.map(|(text, answer)| Tick::new(text, advice.course.chosen == answer));
        doc.push(Block::Boxes(ticks.to_vec()));
    }
}
