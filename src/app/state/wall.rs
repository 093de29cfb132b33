//! What the group gets to see of this session, as far as the begeleider decides it by a key.

use super::live::Live;
use crate::domain::advice::Advice;
use crate::domain::id::{ClusterId, IdeaId};
use serde::Deserialize;
use serde::Serialize;

/// Which face this window shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Face {
    /// The full working screen.
    #[default]
    Working,
    /// Neutral, between the two others: nothing slips through.
    Cover,
    /// What the room may see.
    Group,
}

/// What fills the groepsscherm. Numbers only: the words are looked up where they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Spotlight {
    Idea(IdeaId),
    Cluster(ClusterId),
    /// What a card says to say, by its place among the cards of the werkwijze.
    Card(usize),
}

impl From<Advice> for Spotlight {
    fn from(advice: Advice) -> Self {
        match advice {
            Advice::Idea(id) => Self::Idea(id),
            Advice::Cluster(id) => Self::Cluster(id),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wall {
    pub face: Face,
    /// The one thing that fills the groepsscherm.
    pub spotlight: Option<Spotlight>,
    /// The window of the group shows nothing for a moment.
    pub cover: bool,
    /// De regel shows dots while the group watches.
    pub hidden: bool,
}

/// F2: cover, group, and back to the working screen.
pub fn turn(live: &mut Live) {
    let wall = &mut live.view.wall;
    wall.face = match wall.face {
        Face::Working => Face::Cover,
        Face::Cover => Face::Group,
        Face::Group => Face::Working,
    };
}

/// Whether what is typed is covered by dots (decision 23).
pub fn is_hidden(live: &Live) -> bool {
    live.view.wall.hidden && !live.is_private()
}
