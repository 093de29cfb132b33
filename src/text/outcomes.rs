//! What became of a tip, in words.

use crate::domain::life::Outcome;

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
