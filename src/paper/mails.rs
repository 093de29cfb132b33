//! The messages after a case conference, as texts to copy: the report to who was there, what the
//! koppel chose to the kernteam, and a word to the huisarts (S000, item 8).
//!
//! They name nobody. The huisarts does not know the alias either, so that message says how he
//! hears about whom it is. Must not know: formats.

use super::advice;
use super::advice::Aim;
use super::doc::{Block, Doc, ListStyle};
use super::{Sheet, day, followups, letter};
use crate::domain::casus::Casus;
use crate::domain::method::Words;
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::text::dates;

pub fn make(session: &Session, casus: &Casus, now: &Now) -> Doc {
    let words = &session.method.words;
    let mut doc = Doc::new(Sheet::Mails.name());
    doc.fine(format!(
        "Kopieer de tekst die je nodig hebt. Verstuur hem veilig en noem {} nooit bij naam.",
        words.client.the()
    ));
    let aims = advice::of(session, casus.id);
    let chosen: Vec<String> = aims.iter().flat_map(chosen).collect();
    let held = dates::date(day(session, now));
    participants(&mut doc, casus, &held, words);
    core_team(&mut doc, (casus, words), &aims, &chosen);
    let followups = followups::of(session, casus, now);
    let refused = followups.iter().any(|one| one.is_question && one.answer == Some(false));
    if refused {
        doc.chapter(format!("{} aan de huisarts", words.contributor.one.capital()));
        doc.text("Jullie spraken af dat de huisarts geen bericht krijgt.");
    } else {
        doctor(&mut doc, &held, &chosen, words);
    }
    doc
}

/// "samen koken. Doel: rust. Pakt het op: de ergotherapeut."
fn chosen(aim: &Aim<'_>) -> Vec<String> {
    let chosen = aim.advices.iter().filter(|advice| advice.course.chosen == Some(true));
    let told = chosen.map(|advice| {
        let course = advice.course;
        let mut line = advice.told().0.to_owned();
        for (label, text) in [("Doel", &course.purpose), ("Pakt het op", &course.taken_up)] {
            if !text.is_empty() {
                line = format!("{}. {label}: {text}", line.trim_end_matches('.'));
            }
        }
        line
    });
    told.collect()
}

fn participants(doc: &mut Doc, casus: &Casus, held: &str, words: &Words) {
    let (client, contributor) = (words.client.the(), words.contributor.the());
    doc.chapter("Notulist aan de aanwezigen");
    letter::subject(doc, &format!("Verslag {} van {held}", words.meeting.one));
    doc.text("Beste allemaal,");
    doc.text(format!(
        "Hierbij het verslag van {} over {}. Je leest welke {} we kozen en waarom. Wat we niet kozen, staat er ook in.",
        words.meeting.the(),
        letter::about(casus, words),
        words.advice.many
    ));
    doc.text("Klopt er iets niet? Laat het me deze week weten.");
    doc.text(format!(
        "{} bespreekt de {} nu met {client}. Daarna hoort het kernteam wat {client} koos.",
        contributor.capital(),
        words.advice.many
    ));
    doc.text("Bewaar het verslag veilig en stuur het niet door.");
    letter::greeting(doc, "notulist");
}

fn core_team(doc: &mut Doc, (casus, words): (&Casus, &Words), aims: &[Aim<'_>], chosen: &[String]) {
    let client = words.client.the();
    doc.chapter(format!("{} aan het kernteam", words.contributor.one.capital()));
    if chosen.is_empty() {
        doc.fine(format!(
            "{} heeft nog niets gekozen. Maak deze tekst opnieuw na het {}.",
            client.capital(),
            words.harvest.to_lowercase()
        ));
    }
    letter::subject(doc, &format!("Wat {} koos: wil je beginnen?", letter::about(casus, words)));
    doc.text("Beste collega’s,");
    doc.text(format!(
        "Ik heb de {} van {} met {client} besproken. Dit koos {client}:",
        words.advice.many,
        words.meeting.the()
    ));
    listed(doc, chosen);
    let explained: Vec<String> = aims
        .iter()
        .filter_map(|aim| aim.goal.map(|goal| goal.explanation.clone()).filter(|text| !text.is_empty()))
        .collect();
    if !explained.is_empty() {
        doc.text(format!("Zo lichtte {client} de keuze toe:"));
        doc.push(Block::List { style: ListStyle::Bullet, items: explained });
    }
    doc.text(
        "Wil je beginnen met de acties die bij jou horen? Vul daarna de checklist van de interventie in.",
    );
    doc.text("Lukt iets niet, of past het toch niet? Bel of mail me, dan zoeken we samen iets anders.");
    letter::greeting(doc, &words.contributor.one);
}

fn doctor(doc: &mut Doc, held: &str, chosen: &[String], words: &Words) {
    doc.chapter(format!("{} aan de huisarts", words.contributor.one.capital()));
    let (advices, meeting) = (&words.advice.many, &words.meeting.one);
    letter::subject(doc, &format!("{} uit een {meeting}", advices.capital()));
    doc.text("Beste huisarts,");
    doc.text(format!(
        "Op {held} dachten we in een {meeting} mee over iemand met dementie uit uw praktijk en de mantelzorger. Om wie het gaat, hoort u van mij via beveiligde mail of aan de telefoon."
    ));
    if chosen.is_empty() {
        doc.text(format!(
            "We hebben {advices} gekozen die ik met hen bespreek. Daarna laat ik u weten wat zij kozen."
        ));
    } else {
        doc.text("Dit kozen zij om mee te beginnen:");
        listed(doc, chosen);
    }
    doc.text("Hebt u vragen, of weet u iets waar we rekening mee moeten houden? Dan hoor ik dat graag.");
    letter::greeting(doc, &words.contributor.one);
}

fn listed(doc: &mut Doc, items: &[String]) {
    match items {
        [] => doc.push(Block::Pen(2)),
        items => doc.push(Block::List { style: ListStyle::Bullet, items: items.to_vec() }),
    }
}
