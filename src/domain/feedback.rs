//! What was told at the terugkoppeling about tips of earlier sessions.
//!
//! The result of an old tip lives with the tip, in the journal of its own session (decision 7);
//! here stands the reference: which tip of which session this table has heard about.

use super::advice::Advice;
use super::event::Event as Fact;
use super::id::{ClusterId, IdeaId, NoteId};
use super::life::Outcome;
use super::words;
use serde::{Deserialize, Serialize};

/// A result that was told here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Folder name of the session the tip comes from.
    pub session: String,
    /// Nothing is said by it when it is about a cluster.
    pub idea: IdeaId,
    pub outcome: Outcome,
    #[serde(default)]
    pub because: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cluster: Option<ClusterId>,
}

impl Told {
    pub fn new(session: impl Into<String>, advice: Advice, outcome: Outcome, because: &str) -> Self {
        let (idea, cluster) = match advice {
            Advice::Idea(id) => (id, None),
            Advice::Cluster(id) => (IdeaId::default(), Some(id)),
        };
        Self { session: session.into(), idea, outcome, because: because.to_owned(), cluster }
    }

    /// What it is about.
    pub fn advice(&self) -> Advice {
        self.cluster.map_or(Advice::Idea(self.idea), Advice::Cluster)
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    Told(Told),
    /// There was nothing to report about this session.
    NothingToTell {
        session: String,
    },
    /// Something to find out or to do, of an earlier session: done, or not after all.
    Settled {
        session: String,
        note: NoteId,
        done: bool,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    Tell(Told),
    NothingToTell { session: String },
    Settle { session: String, note: NoteId, done: bool },
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Feedback {
    told: Vec<Told>,
    nothing: Vec<String>,
    settled: Vec<(String, NoteId, bool)>,
}

impl Feedback {
    /// The latest that was told about a tip or a cluster.
    pub fn about(&self, session: &str, advice: Advice) -> Option<&Told> {
        self.told.iter().rev().find(|told| told.session == session && told.advice() == advice)
    }

    pub fn nothing_to_tell(&self, session: &str) -> bool {
        self.nothing.iter().any(|other| other == session)
    }

    pub fn told(&self) -> &[Told] {
        &self.told
    }

    /// Whether a note of an earlier session was said to be done here.
    pub fn settled(&self, session: &str, note: NoteId) -> Option<bool> {
        let found = self.settled.iter().rev().find(|(of, id, _)| of == session && *id == note);
        found.map(|(_, _, done)| *done)
    }

    /// The notes of earlier sessions about which something was said here.
    pub fn settlings(&self) -> impl Iterator<Item = (&str, NoteId)> {
        self.settled.iter().map(|(session, note, _)| (session.as_str(), *note))
    }

    pub(super) fn apply(&mut self, event: &Event) {
        match event {
            Event::Told(told) => self.told.push(told.clone()),
            Event::NothingToTell { session } => self.nothing.push(session.clone()),
            Event::Settled { session, note, done } => {
                self.settled.push((session.clone(), *note, *done));
            }
        }
    }
}

pub(super) fn decide(command: Command) -> Vec<Fact> {
    let event = match command {
        Command::Tell(told) => Event::Told(Told { because: words::clean(&told.because), ..told }),
        Command::NothingToTell { session } => Event::NothingToTell { session },
        Command::Settle { session, note, done } => Event::Settled { session, note, done },
    };
    vec![Fact::Feedback(event)]
}
