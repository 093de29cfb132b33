//! What is half typed, as text for `concept.ron`: every line of every place, the question that is
//! open, and who has spoken in a ronde. It survives a kill; nothing here is in the journal yet.

use super::line::Line;
use super::live::{Focus, Live, Round, View};
use super::place::Place;
use crate::domain::id::{PersonId, StepKey};
use crate::domain::people::RoundKind;
use crate::domain::time::Moment;
use serde::{Deserialize, Serialize};

/// The draft as it is written.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub place: Option<Place>,
    pub lines: Vec<(Place, String)>,
    /// In which vak, and on which row: the text is about that.
    pub focus: Vec<(Place, Focus)>,
    /// The text of an open question; it comes back in the line of the place.
    pub prompt: String,
    pub round: Option<DraftRound>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DraftRound {
    pub kind: RoundKind,
    pub step: StepKey,
    pub spoken: Vec<PersonId>,
    pub turn: Moment,
}

impl Draft {
    /// Whether there is nothing worth keeping: no text, no ronde.
    pub fn is_nothing(&self) -> bool {
        self.lines.is_empty() && self.prompt.is_empty() && self.round.is_none()
    }
}

/// What would be lost if the program were killed now.
pub fn of(live: &Live) -> Draft {
    let view = &live.view;
    let lines = view.lines.iter().filter(|(_, line)| !line.is_empty());
    Draft {
        place: Some(view.place),
        focus: view.focus.iter().map(|(place, focus)| (*place, focus.clone())).collect(),
        lines: lines.map(|(place, line)| (*place, line.text().to_owned())).collect(),
        prompt: view.prompt.as_ref().map_or(String::new(), |prompt| prompt.line.text().to_owned()),
        round: view.round.as_ref().map(|round| DraftRound {
            kind: round.kind,
            step: round.step,
            spoken: round.spoken.iter().copied().collect(),
            turn: round.turn,
        }),
    }
}

/// The view as it was; in which order a ronde went on is not known any more.
pub fn restore(draft: Draft) -> View {
    let mut view = View::new();
    if let Some(place) = draft.place {
        view.place = place;
    }
    view.focus = draft.focus.into_iter().collect();
    view.lines = draft.lines.into_iter().map(|(place, text)| (place, Line::of(&text))).collect();
    if !draft.prompt.is_empty() {
        let line = view.lines.entry(view.place).or_default();
        let text = if line.is_empty() { draft.prompt } else { format!("{} {}", line.text(), draft.prompt) };
        *line = Line::of(&text);
    }
    view.round = draft.round.map(|round| Round {
        kind: round.kind,
        step: round.step,
        spoken: round.spoken.into_iter().collect(),
        chance: 0,
        turn: round.turn,
    });
    view
}
