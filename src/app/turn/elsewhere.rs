//! What is told here about an earlier session is written in that session too (decision 7): taken
//! back here, it is taken back there. Derived from what stood before and what stands now, so that
//! telling, undo and redo are one thing.

use crate::app::state::earlier::Earlier;
use crate::app::state::effect::Effect;
use crate::app::state::live::Live;
use crate::domain::advice::Advice;
use crate::domain::event::Event;
use crate::domain::feedback::{Feedback, Told};
use crate::domain::id::NoteId;
use crate::domain::life::Life;
use crate::domain::{clusters, ideas, notes};
use std::collections::BTreeSet;

/// The entries for other sessions after a gesture, an undo or a redo.
pub fn follow(live: &mut Live, before: &Feedback, effects: &mut Vec<Effect>) {
    let after = live.session.feedback.clone();
    if *before == after {
        return;
    }
    let told = |feedback: &Feedback| -> BTreeSet<(String, Advice)> {
        feedback.told().iter().map(|told| (told.session.clone(), told.advice())).collect()
    };
    for (session, advice) in &told(before) | &told(&after) {
        let (was, is) = (before.about(&session, advice), after.about(&session, advice));
        if was != is {
            let life = life(live, &session, advice, was, is);
            send(live, session, lived(advice, life), effects);
        }
    }
    let settled = |feedback: &Feedback| -> BTreeSet<(String, NoteId)> {
        feedback.settlings().map(|(session, id)| (session.to_owned(), id)).collect()
    };
    for (session, id) in &settled(before) | &settled(&after) {
        let (was, is) = (before.settled(&session, id), after.settled(&session, id));
        if was != is {
            let done = is.unwrap_or(false);
            put_back_note(live, &session, id, is);
            send(live, session, Event::Note(notes::Event::Settled { id, done }), effects);
        }
    }
}

/// What stands with the tip now. Taken back, it is what was known before it was told here.
fn life(live: &mut Live, session: &str, advice: Advice, was: Option<&Told>, is: Option<&Told>) -> Life {
    if let Some(told) = is {
        return Life::Tried { outcome: told.outcome, because: told.because.clone() };
    }
    let tips = of(live, session).flat_map(|earlier| &mut earlier.tips);
    let Some(tip) = tips.into_iter().find(|tip| tip.advice == advice) else { return Life::NotTried };
    match tip.outcome {
        // A session that was opened again knows it only as it was told here.
        Some(outcome) if was.is_none_or(|was| (was.outcome, &was.because) != (outcome, &tip.because)) => {
            Life::Tried { outcome, because: tip.because.clone() }
        }
        _ => {
            tip.outcome = None;
            tip.because.clear();
            Life::NotTried
        }
    }
}

fn put_back_note(live: &mut Live, session: &str, id: NoteId, is: Option<bool>) {
    if is.is_some() {
        return;
    }
    for note in of(live, session).flat_map(|earlier| &mut earlier.notes).filter(|note| note.id == id) {
        note.done = false;
    }
}

fn of<'a>(live: &'a mut Live, session: &'a str) -> impl Iterator<Item = &'a mut Earlier> {
    live.earlier.iter_mut().filter(move |earlier| earlier.session == session)
}

fn lived(advice: Advice, life: Life) -> Event {
    match advice {
        Advice::Idea(id) => Event::Idea(ideas::Event::Lived { id, life }),
        Advice::Cluster(id) => Event::Cluster(clusters::Event::Lived { id, life }),
    }
}

/// What came with a pakket has no session here to write in.
fn send(live: &Live, session: String, event: Event, effects: &mut Vec<Effect>) {
    let is_packet = live.earlier.iter().any(|earlier| earlier.packet && earlier.session == session);
    if !is_packet {
        effects.push(Effect::Elsewhere { session, event });
    }
}
