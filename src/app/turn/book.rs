//! *Wat werkte* on the screen: de regel searches, Enter opens a lesson, and what waits is read one
//! by one before it enters.
//!
//! What is kept is asked of the disk first, and shown when it is there.

mod keys;
mod read;

use crate::app::pages::{book, start};
use crate::app::state::effect::Effect;
use crate::app::state::model::{Model, Screen, Size};
use crate::app::state::msg::Msg;
use crate::app::state::reader::{Errand, News, Reader, Wish};
use crate::app::state::shown::Shown;
use crate::app::turn::update;
use crate::domain::book::{Book, Event};
use crate::domain::refusal::Refusal;
use crate::domain::time::Now;
use crate::keys::key::Key;
use crate::paper::lessons;

/// Takes in one message while the book is on the screen.
pub fn update(model: &mut Model, msg: Msg, now: &Now) -> Vec<Effect> {
    let mut effects = Vec::new();
    match msg {
        Msg::Key(key) => keys::key(model, key, now, &mut effects),
        Msg::Burst(keys) => keys.into_iter().for_each(|key| keys::key(model, key, now, &mut effects)),
        Msg::Paste(text) => keys::paste(model, &text),
        Msg::Click { x, y } if model.dialog.is_some() => update::click(model, x, y, now, &mut effects),
        Msg::Scroll(rows) => {
            let key = if rows < 0 { Key::Up } else { Key::Down };
            (0..rows.unsigned_abs().min(10)).for_each(|_| keys::key(model, key, now, &mut effects));
        }
        Msg::Resize { width, height } => model.size = Size { width, height },
        Msg::Focus(has) => model.keyboard = Some(has),
        Msg::Book(news) => hear(model, news),
        Msg::Printed(names) => model.notice = Some(update::printed(&names)),
        Msg::Failed(sentence) => model.notice = Some(Shown::told(model.live.as_ref(), &sentence)),
        Msg::Wake
        | Msg::Click { .. }
        | Msg::Saved { .. }
        | Msg::SaveFailed { .. }
        | Msg::Opened(_)
        | Msg::Methods(_)
        | Msg::Inspiration(_)
        | Msg::Listed(_)
        | Msg::Wipeable(_)
        | Msg::ToWipe(_)
        | Msg::Over { .. }
        | Msg::Packet(_)
        | Msg::Review
        | Msg::Earlier { .. }
        | Msg::Followed(_)
        | Msg::Signals(_)
        | Msg::Sent(_) => {}
    }
    effects
}

/// The book was opened: it takes the place of the start screen.
pub fn opened(model: &mut Model, book: Book, read_only: Option<String>) {
    model.notice = read_only.as_deref().map(|reason| Shown::told(model.live.as_ref(), reason));
    model.dialog = None;
    model.screen = Screen::Book(Box::new(Reader::new(book, read_only)));
}

fn hear(model: &mut Model, news: News) {
    let Screen::Book(reader) = &mut model.screen else { return };
    match news {
        News::Opened { book, read_only } => opened(model, book, read_only),
        News::Waiting(mut found) => {
            found.retain(|one| !reader.book.has_read(one.trace));
            // Whoever had selected a lesson keeps it.
            let before = reader.rows();
            reader.waiting = found;
            if reader.selected > 0 {
                reader.selected += reader.rows().saturating_sub(before);
            }
        }
        News::Kept { events, undo } => {
            reader.take_in(&events, undo);
            reader.draft = None;
            let next = !undo && matches!(events.as_slice(), [Event::Added { .. } | Event::Declined(_)]);
            model.notice = book::said(&events, undo);
            if next {
                read::next(model);
            }
        }
        News::Looked { .. } => {}
    }
}

/// Carries out a choice about the book.
pub fn carry(model: &mut Model, wish: Wish, now: &Now, effects: &mut Vec<Effect>) {
    match wish {
        Wish::Open => effects.push(Effect::Book(Errand::Open)),
        Wish::Earlier(goal) => effects.push(Effect::Book(Errand::Look(goal))),
        Wish::Read => read::next(model),
        Wish::Show(id) => read::show(model, id),
        Wish::Reword => read::reword(model),
        Wish::Later => {
            if let Screen::Book(reader) = &mut model.screen
                && !reader.waiting.is_empty()
            {
                reader.waiting.remove(0);
                reader.draft = None;
            }
            read::next(model);
        }
        Wish::Keep => decide(model, effects, |reader| {
            let one = reader.waiting.first().ok_or(Refusal::Gone)?;
            let lesson = reader.draft.as_ref().map_or(&one.lesson, |draft| &draft.lesson);
            reader.book.add(lesson, one.trace)
        }),
        Wish::Decline => decide(model, effects, |reader| {
            reader.waiting.first().map(|one| Event::Declined(one.trace)).ok_or(Refusal::Gone)
        }),
        Wish::Remove(id) => decide(model, effects, |_| Ok(Event::Removed { id })),
        Wish::Export(form) => {
            if let Screen::Book(reader) = &model.screen {
                effects.push(Effect::Write(vec![lessons::file(form, &reader.book, now)]));
            }
        }
        Wish::Close => {
            model.notice = None;
            model.screen = start::screen();
            effects.push(Effect::Book(Errand::Close));
        }
    }
}

/// Asks the disk to keep something, or says why not.
fn decide(
    model: &mut Model,
    effects: &mut Vec<Effect>,
    event: impl FnOnce(&Reader) -> Result<Event, Refusal>,
) {
    let Screen::Book(reader) = &model.screen else { return };
    if let Some(reason) = &reader.read_only {
        model.notice = Some(Shown::told(model.live.as_ref(), reason));
        return;
    }
    match event(reader) {
        Ok(event) => effects.push(Effect::Book(Errand::Keep { events: vec![event], undo: false })),
        Err(refused) => model.notice = Shown::refusal(&refused),
    }
}

fn take_back(model: &mut Model, effects: &mut Vec<Effect>) {
    let Screen::Book(reader) = &mut model.screen else { return };
    match reader.undo.pop() {
        Some(events) => effects.push(Effect::Book(Errand::Keep { events, undo: true })),
        None => model.notice = Shown::refusal(&Refusal::NothingToUndo),
    }
}
