//! What was decided about a tip and what became of it, in words.

use crate::domain::life::{Decision, Outcome};

#[must_use]
pub fn decision(decision: Decision) -> &'static str {
    match decision {
        Decision::Open => "nog open",
        Decision::Selected => "geselecteerd",
        Decision::Rejected => "verworpen",
    }
}

#[must_use]
pub fn name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Worked => "Werkte",
        Outcome::WorkedPartly => "Werkte deels",
        Outcome::DidNotWork => "Werkte niet",
        Outcome::ChoseOtherwise => "De cliënt koos iets anders",
    }
}

/// "werkte, omdat de buurvrouw meeging".
#[must_use]
pub fn told(outcome: Outcome, because: &str) -> String {
    let name = name(outcome).to_lowercase();
    if because.is_empty() { name } else { format!("{name}, omdat {because}") }
}
