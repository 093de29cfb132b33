//! What the begeleider has in view, for the other windows: places and numbers, never a text.

use super::live::{Focus, Live, View};
use super::place::{Place, SetupPage};
use super::wall::{Face, Spotlight};
use crate::domain::advice::Advice;
use crate::domain::id::StepKey;
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
    /// The advies that the panes beside the list are about.
    pub advice: Option<Advice>,
    /// The one thing that fills the screen.
    pub spotlight: Option<Spotlight>,
    /// Nothing is shown for a moment.
    pub cover: bool,
}

/// What is in view now.
pub fn of(live: &Live) -> InView {
    let View { place, wall, .. } = &live.view;
    let focus = live.view.focus();
    InView {
        step: place.step(),
        goal: focus.goal,
        pane: focus.pane,
        advice: focus.advice,
        spotlight: wall.spotlight,
        cover: wall.cover || wall.face == Face::Cover,
    }
}

/// Looks at the same in another window.
pub fn take_over(live: &mut Live, seen: InView) {
    live.view.place = seen.step.map_or(Place::Setup(SetupPage::Casus), Place::Step);
    let focus = live.view.focus_mut();
    *focus = Focus { goal: seen.goal, pane: seen.pane, advice: seen.advice, row: None };
    live.view.wall.spotlight = seen.spotlight;
    live.view.wall.face = if seen.cover { Face::Cover } else { Face::Group };
}
