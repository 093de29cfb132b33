//! Reading one lesson: what waits, with what may say who somebody is, and what is in the book.

use crate::app::state::effect::Effect;
use crate::app::state::intent::Intent;
use crate::app::state::line::Line;
use crate::app::state::model::{Dialog, Model, Screen};
use crate::app::state::pick::{Choice, Pick};
use crate::app::turn::book::{About, Draft, Field, Wish, decide};
use crate::domain::book::{Candidate, Event};
use crate::domain::id::LessonId;
use crate::domain::lesson::Lesson;
use crate::domain::privacy::Finding;
use crate::domain::refusal::Refusal;
use crate::text::lessons;

/// What became of a gesture.
pub fn said(events: &[Event], undo: bool) -> Option<String> {
    if undo {
        return Some("Teruggedraaid.".to_owned());
    }
    let words = match events.first()? {
        Event::Added { .. } => "In het boek.",
        Event::Changed { .. } => "Veranderd.",
        Event::Removed { .. } => "Uit het boek gehaald.",
        Event::Declined(_) => "Niet bewaard; deze komt niet terug.",
        Event::Reopened(_) => return None,
    };
    Some(format!("{words} Terugdraaien: Ctrl+Z"))
}

/// The first one that waits, or what is said when all were read.
pub fn next(model: &mut Model) {
    let Screen::Book(reader) = &mut model.screen else { return };
    if let Some(reason) = &reader.read_only {
        model.notice = Some(reason.clone());
        return;
    }
    let Some(one) = reader.waiting.first() else {
        reader.draft = None;
        return;
    };
    let fresh = Draft { about: About::Waiting, lesson: one.lesson.clone(), asked: None };
    let kept = reader.draft.take().filter(|draft| draft.about == About::Waiting);
    let draft = kept.unwrap_or(fresh);
    let pick = waiting(one, &draft.lesson, reader.waiting.len());
    reader.draft = Some(draft);
    model.dialog = Some(Dialog::Pick(pick));
}

/// What somebody reads before it enters. Words that say who somebody is stand between brackets.
fn waiting(one: &Candidate, lesson: &Lesson, count: usize) -> Pick {
    let [tip, because] = lesson.findings(&one.known);
    let suspect = !tip.is_empty() || !because.is_empty();
    let blocked = lesson.has_bsn();
    let wish = |text: &str, wish| Choice::new(text, Intent::Book(wish));
    let mut choices = vec![wish("Eerst aanpassen", Wish::Reword)];
    if !blocked {
        let keep = wish("In het boek", Wish::Keep);
        choices.insert(usize::from(suspect), keep);
    }
    choices.push(wish("Niet bewaren: deze komt niet terug", Wish::Decline));
    choices.push(wish("Later", Wish::Later));
    let shown = Lesson { because: marked(&lesson.because, &because), ..lesson.clone() };
    let mut pick = Pick::new(format!("Lezen voor het boek: nog {count}"), choices)
        .intro(format!("Tip: {}", marked(&lesson.tip, &tip)))
        .intro(lessons::about(&shown));
    if !one.goal.is_empty() {
        pick = pick.intro(format!("Was voor het doel (gaat niet mee): {}", one.goal));
    }
    let advice = if blocked {
        "Er staat een BSN in. Pas de tekst eerst aan; dan kan hij in het boek."
    } else if suspect {
        "Tussen haken staat wat iets over een persoon kan zeggen. Haal dat eerst weg."
    } else {
        "Herkent iemand zich hierin, of een ander? Pas de tekst dan eerst aan."
    };
    pick.intro(advice)
}

/// The text with each finding between brackets.
fn marked(text: &str, findings: &[Finding]) -> String {
    let mut out = String::with_capacity(text.len() + 2 * findings.len());
    let mut at = 0;
    for Finding { span, .. } in findings {
        out.push_str(text.get(at..span.start).unwrap_or_default());
        out.push('[');
        out.push_str(text.get(span.clone()).unwrap_or_default());
        out.push(']');
        at = span.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// A lesson of the book, whole.
pub fn show(model: &mut Model, id: LessonId) {
    let Screen::Book(reader) = &mut model.screen else { return };
    let Some(lesson) = reader.book.get(id) else { return };
    reader.draft = Some(Draft { about: About::Lesson(id), lesson: lesson.clone(), asked: None });
    let wish = |text: &str, wish| Choice::new(text, Intent::Book(wish));
    let mut choices = vec![Choice::new("Terug naar de lijst", Intent::Nothing)];
    if reader.read_only.is_none() {
        choices.push(wish("De tekst veranderen", Wish::Reword));
        choices.push(wish("Uit het boek halen", Wish::Remove(id)));
    }
    let from = [lesson.method.clone(), lessons::month(lesson.month)];
    let from = from.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let pick = Pick::new("Les", choices).intro(lesson.tip.as_str()).intro(lessons::about(lesson)).intro(from);
    model.dialog = Some(Dialog::Pick(pick));
}

/// The tip goes into de regel.
pub fn reword(model: &mut Model) {
    let Screen::Book(reader) = &mut model.screen else { return };
    if let Some(draft) = &mut reader.draft {
        draft.asked = Some((Field::Tip, Line::of(&draft.lesson.tip)));
    }
}

/// Enter: after the tip the reason, and then it is read once more or kept.
pub fn answered(model: &mut Model, effects: &mut Vec<Effect>) {
    let Screen::Book(reader) = &mut model.screen else { return };
    let Some(draft) = &mut reader.draft else { return };
    match draft.asked.take() {
        Some((Field::Tip, line)) => {
            let lesson = draft.lesson.reworded(line.text(), &draft.lesson.because);
            if lesson.tip.is_empty() {
                draft.asked = Some((Field::Tip, line));
                model.notice = Some("Een les heeft een tip nodig.".to_owned());
            } else {
                draft.asked = Some((Field::Because, Line::of(&lesson.because)));
                draft.lesson = lesson;
            }
        }
        Some((Field::Because, line)) => {
            draft.lesson = draft.lesson.reworded(&draft.lesson.tip, line.text());
            match draft.about {
                About::Waiting => next(model),
                About::Lesson(id) => change(model, id, effects),
            }
        }
        None => {}
    }
}

fn change(model: &mut Model, id: LessonId, effects: &mut Vec<Effect>) {
    let asked = effects.len();
    decide(model, effects, |reader| {
        let draft = reader.draft.as_ref().ok_or(Refusal::Gone)?;
        reader.book.change(id, &draft.lesson)
    });
    if effects.len() == asked && model.notice.is_some() {
        // Refused with a reason: the text is there to put right.
        reword(model);
    }
}

/// Esc: what was typed about a lesson that waits stays; one of the book is as it was.
pub fn stopped(model: &mut Model) {
    let Screen::Book(reader) = &mut model.screen else { return };
    let Some(draft) = &mut reader.draft else { return };
    let typed = draft.asked.take();
    match (draft.about, typed) {
        (About::Lesson(id), _) => show(model, id),
        (About::Waiting, Some((field, line))) => {
            let (tip, because) = match field {
                Field::Tip if line.is_empty() => (draft.lesson.tip.as_str(), draft.lesson.because.as_str()),
                Field::Tip => (line.text(), draft.lesson.because.as_str()),
                Field::Because => (draft.lesson.tip.as_str(), line.text()),
            };
            draft.lesson = draft.lesson.reworded(tip, because);
            next(model);
        }
        (About::Waiting, None) => {}
    }
}
