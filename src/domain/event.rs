//! What happened: the facts a journal is made of, one enum per noun.
//!
//! Variants are never renamed or removed, and new fields get a default: a journal of today must
//! open in ten years. `fixtures/journals` holds journals that every version has to load.

use super::{casus, clock, clusters, feedback, goals, ideas, notes, people, plan};
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
}

impl Event {
    /// A fact of the clock, which undo passes over (decision 15); so is what came with a pakket.
    #[must_use]
    pub fn is_clock_fact(&self) -> bool {
        match self {
            Self::Clock(event) => event.is_fact(),
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
