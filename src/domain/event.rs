//! What happened: the facts a journal is made of, one enum per noun.
//!
//! Variants are never renamed or removed, and new fields get a default: a journal of today must
//! open in ten years. `fixtures/journals` holds journals that every version has to load.

use super::{casus, clock, clusters, feedback, goals, ideas, notes, people, plan, verdicts};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    Plan(plan::Event),
    People(people::Event),
    Casus(casus::Event),
    Goal(goals::Event),
    Note(notes::Event),
    Idea(ideas::Event),
    Cluster(clusters::Event),
    Clock(clock::Event),
    Feedback(feedback::Event),
    Verdict(verdicts::Event),
}

impl Event {
    /// What undo passes over: a fact of the clock (decision 15), what came with a pakket, and what the
    /// program found afterwards in texts that were there.
    pub fn is_fact(&self) -> bool {
        match self {
            Self::Clock(event) => event.is_fact(),
            Self::Verdict(event) => matches!(event, verdicts::Event::Late(..)),
            Self::Casus(event) => matches!(event, casus::Event::Brought { .. }),
            Self::Plan(_)
            | Self::People(_)
            | Self::Goal(_)
            | Self::Note(_)
            | Self::Idea(_)
            | Self::Cluster(_)
            | Self::Feedback(_) => false,
        }
    }
}
