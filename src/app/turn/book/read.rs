//! Reading one lesson: what waits, with what may say who somebody is, and what is in the book.

use crate::app::pages::book;
use crate::app::state::effect::Effect;
use crate::app::state::line::Line;
use crate::app::state::model::{Dialog, Model, Screen};
use crate::app::state::reader::{About, Draft, Field};
use crate::app::state::shown::Shown;
use crate::app::turn::book::decide;
use crate::domain::id::LessonId;
use crate::domain::refusal::Refusal;

/// The first one that waits, or what is said when all were read.
pub fn next(model: &mut Model) {
    let Screen::Book(reader) = &mut model.screen else { return };
    if let Some(reason) = &reader.read_only {
        model.notice = Some(Shown::told(model.live.as_ref(), reason));
        return;
    }
    let Some(one) = reader.waiting.first() else {
        reader.draft = None;
        return;
    };
    let fresh = Draft { about: About::Waiting, lesson: one.lesson.clone(), asked: None };
    let kept = reader.draft.take().filter(|draft| draft.about == About::Waiting);
    let draft = kept.unwrap_or(fresh);
    let pick = book::waiting(model.live.as_ref(), one, &draft.lesson, reader.waiting.len());
    reader.draft = Some(draft);
    model.dialog = Some(Dialog::Pick(pick));
}

/// A lesson of the book, whole.
pub fn show(model: &mut Model, id: LessonId) {
    let Screen::Book(reader) = &mut model.screen else { return };
    let Some(lesson) = reader.book.get(id) else { return };
    reader.draft = Some(Draft { about: About::Lesson(id), lesson: lesson.clone(), asked: None });
    let pick = book::lesson(model.live.as_ref(), id, lesson, reader.read_only.is_some());
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
                model.notice = Some("Een les heeft een tip nodig.".into());
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
