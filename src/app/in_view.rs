//! What the begeleider has in view, for the other windows: places and numbers, never a text.

use super::model::{Live, View};
use super::place::{Place, SetupPage};
use super::wall::Face;
use crate::domain::id::{IdeaId, StepKey};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct InView {
    /// The step that is looked at; `None` in the preparation.
    pub step: Option<StepKey>,
    /// Which goal of the board.
    pub goal: usize,
    /// The pane with the focus.
    pub pane: usize,
    /// The one idea that fills the screen.
    pub spotlight: Option<IdeaId>,
    /// Nothing is shown for a moment.
    pub cover: bool,
}

/// What is in view now.
#[must_use]
pub fn of(live: &Live) -> InView {
    let View { place, wall, .. } = &live.view;
    let focus = live.view.focus();
    InView {
        step: place.step(),
        goal: focus.goal,
        pane: focus.pane,
        spotlight: wall.spotlight,
        cover: wall.cover || wall.face == Face::Cover,
    }
}

/// Looks at the same in another window.
pub fn take_over(live: &mut Live, seen: InView) {
    live.view.place = seen.step.map_or(Place::Setup(SetupPage::Casus), Place::Step);
    let focus = live.view.focus_mut();
    (focus.goal, focus.pane, focus.row) = (seen.goal, seen.pane, None);
    live.view.wall.spotlight = seen.spotlight;
    live.view.wall.face = if seen.cover { Face::Cover } else { Face::Group };
}
