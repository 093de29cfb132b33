//! What can be said about the hits of the privacy filter in a text.

use crate::app::state::intent::Intent;
use crate::app::state::live::Live;
use crate::app::state::pick::Choice;
use crate::domain::command::Command;
use crate::domain::privacy::{self, Kind};
use crate::domain::verdicts::{self, TextKey};

/// The choices about the hits of a text: let it stand, an initial, other words.
pub fn choices(live: &Live, key: TextKey, text: &str, change: impl Fn(String) -> Intent) -> Vec<Choice> {
    let hits = live.session.verdicts.open(key);
    if hits.is_empty() {
        return Vec::new();
    }
    let stand = if hits.iter().any(|hit| hit.2 == Kind::Bsn) {
        "Dit is geen BSN: laten staan"
    } else {
        "Laten staan: dit mag op het scherm"
    };
    let accept = Intent::Do(vec![Command::Verdict(verdicts::Command::Accept { key })]);
    let mut choices = vec![Choice::new(stand, accept)];
    let names: Vec<_> = hits.iter().filter(|hit| hit.2.is_name()).map(|hit| hit.span()).collect();
    if let Some(reduced) = privacy::initial(text, &names).filter(|_| !names.is_empty()) {
        choices.insert(0, Choice::new("Vervangen door een initiaal", change(reduced)));
    }
    choices
}
