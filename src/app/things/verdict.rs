//! What can be said about the hits of the privacy filter in a text.

use crate::app::state::intent::Intent;
use crate::app::state::live::Live;
use crate::app::state::pick::Choice;
use crate::app::state::shown::Shown;
use crate::domain::command::Command;
use crate::domain::privacy::{self, Finding, Kind};
use crate::domain::verdicts::{self, TextKey};

/// The choices about the hits of a text: who it is, an initial, let it stand.
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
    // Who somebody is keeps a tip useful; an initial is known in a small wijk.
    let people = hits.iter().filter(|hit| hit.2.is_name());
    let found: Vec<_> = people.map(|hit| Finding { span: hit.span(), kind: hit.2 }).collect();
    if let Some(role) = privacy::role(text, &found).filter(|_| !found.is_empty()) {
        let shown = Shown::checked(live, &role);
        choices.insert(0, Choice::new("Vervangen door wie het is", change(role)).detail(shown));
    }
    choices
}
