//! Makes the sheets that were asked for, through the privacy filter.

use crate::app::pages::papers::{files, question, refused};
use crate::app::state::effect::Effect;
use crate::app::state::intent::{Intent, Print};
use crate::app::state::model::{Dialog, Model};
use crate::domain::time::Now;
use crate::paper;
use crate::paper::sieve::{Sieve, Way};

/// Makes what was asked for; where the privacy filter found something on it, that is asked first
/// (decision 16), and a BSN keeps it back (V-C1).
pub fn print(model: &mut Model, print: Print, now: &Now, effects: &mut Vec<Effect>) {
    if let Print::Program(sheet, format) = print {
        effects.push(Effect::Write(vec![paper::of_program(sheet, format, now)]));
        return;
    }
    let Some(live) = &model.live else { return };
    let sieve = Sieve::of(&live.session, &live.known);
    let caught = sieve.caught(|session| files(session, print, now));
    let blocked = sieve.blocked(&caught);
    if let Some(sentence) = refused(&live.session, &blocked) {
        model.notice = Some(sentence);
    } else if caught.is_empty() {
        make(model, &[print], Way::Whole, now, effects);
    } else {
        let mut prints = asked(model);
        prints.push(print);
        model.dialog = Some(Dialog::Pick(question(prints, caught.len())));
    }
}

/// What the open question is about already: one for what is made in one go.
fn asked(model: &Model) -> Vec<Print> {
    let Some(Dialog::Pick(pick)) = &model.dialog else { return Vec::new() };
    match pick.choices.first().map(|choice| &choice.intent) {
        Some(Intent::PrintAs(prints, Way::Masked)) => prints.clone(),
        _ => Vec::new(),
    }
}

/// Makes the files of these wishes.
pub fn make(model: &mut Model, prints: &[Print], way: Way, now: &Now, effects: &mut Vec<Effect>) {
    let Some(live) = &mut model.live else { return };
    let session = Sieve::of(&live.session, &live.known).session(way);
    effects.push(Effect::Write(prints.iter().flat_map(|print| files(&session, *print, now)).collect()));
    live.view.guard.printed |= prints.iter().any(|print| matches!(print, Print::Tips(_)));
}
