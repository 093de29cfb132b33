//! What the group gets to see of this session, as far as the begeleider decides it by a key.

use crate::app::layout::frame;
use crate::app::shown as veil;
use crate::app::state::intent::Intent;
use crate::app::state::line::Line;
use crate::app::state::model::{Ctx, Live};
use crate::app::state::pick::Choice;
use crate::domain::advice::Advice;
use crate::domain::id::{ClusterId, IdeaId};
use serde::Deserialize;
use serde::Serialize;
use std::borrow::Cow;

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

/// To let it fill the screen of the group.
pub fn large(what: impl Into<Spotlight>) -> Choice {
    Choice::new("Groot op het groepsscherm", Intent::Spotlight(Some(what.into())))
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

/// De regel as this window shows it: a dot for every character while it is covered, and else without
/// what the privacy filter hides.
pub fn line(ctx: Ctx<'_>) -> Cow<'_, Line> {
    if is_hidden(ctx.live) || frame::conceals(ctx) {
        return Cow::Owned(ctx.live.view.line().concealed());
    }
    veil::line(ctx)
}
