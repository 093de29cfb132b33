//! A case conference for tests: koppel Linde of the practice, and what was said about it.

use crate::app::state::practice::conference::first_koppel;
use crate::domain::command::Command;
use crate::domain::notes::{self, Kind, Spot};
use crate::domain::session::FIRST_CASUS;

/// What was prepared and said, gesture by gesture.
pub fn gestures() -> impl Iterator<Item = Vec<Command>> {
    let said = vec![
        vec![note(Kind::Question, "Hoe laat eten ze nu?"), note(Kind::Question, "Wie doet de boodschappen?")],
        vec![note(Kind::Agreement, "Ravi belt het koor, voor vrijdag")],
        vec![note(Kind::Evaluation(0), "ja, de stilte hielp"), note(Kind::Evaluation(3), "veel aan gehad")],
    ];
    first_koppel().into_iter().chain(said)
}

fn note(kind: Kind, text: &str) -> Command {
    let spot = Spot { casus: Some(FIRST_CASUS), kind };
    Command::Note(notes::Command::Add { spot, texts: vec![text.to_owned()] })
}
