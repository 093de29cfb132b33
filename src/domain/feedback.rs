//! What was told at the terugkoppeling about tips of earlier sessions.
//!
//! The result of an old tip lives with the tip, in the journal of its own session (decision 7);
//! here stands the reference: which tip of which session this table has heard about.

use super::event::Event as Fact;
use super::id::IdeaId;
use super::life::Outcome;
use super::words;
use serde::{Deserialize, Serialize};

/// A result that was told here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Folder name of the session the tip comes from.
    pub session: String,
    pub idea: IdeaId,
    pub outcome: Outcome,
    #[serde(default)]
    pub because: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    Told(Told),
    /// There was nothing to report about this session.
    NothingToTell {
        session: String,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    Tell(Told),
    NothingToTell { session: String },
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Feedback {
    told: Vec<Told>,
    nothing: Vec<String>,
}

impl Feedback {
    /// The latest that was told about a tip.
    #[must_use]
    pub fn about(&self, session: &str, idea: IdeaId) -> Option<&Told> {
        self.told.iter().rev().find(|told| told.session == session && told.idea == idea)
    }

    #[must_use]
    pub fn nothing_to_tell(&self, session: &str) -> bool {
        self.nothing.iter().any(|other| other == session)
    }

    #[must_use]
    pub fn told(&self) -> &[Told] {
        &self.told
    }

    pub(super) fn apply(&mut self, event: &Event) {
        match event {
            Event::Told(told) => self.told.push(told.clone()),
            Event::NothingToTell { session } => self.nothing.push(session.clone()),
        }
    }
}

pub(super) fn decide(command: Command) -> Vec<Fact> {
    let event = match command {
        Command::Tell(told) => Event::Told(Told { because: words::clean(&told.because), ..told }),
        Command::NothingToTell { session } => Event::NothingToTell { session },
    };
    vec![Fact::Feedback(event)]
}
