//! A step in a few words: which one, and how long.
//!
//! Must not know: what is done in a step.

use super::durations;
use crate::domain::id::StepKey;
use crate::domain::session::Session;

/// "5", or "5 (casus 2)" when there are more casussen with the same number.
pub fn number(session: &Session, key: StepKey) -> String {
    let number = session.number(key);
    let same = session.step(key).is_some_and(|step| step.second_number.is_empty());
    match key.casus.filter(|_| same && session.casussen.len() > 1) {
        Some(casus) => format!("{number} (casus {})", casus.0),
        None => number.to_owned(),
    }
}

/// "12 minuten", or that it is left out.
pub fn length(session: &Session, key: StepKey) -> String {
    if session.plan.is_skipped(key) {
        "overgeslagen".to_owned()
    } else {
        durations::length_of(session.planned(key))
    }
}
