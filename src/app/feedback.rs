//! Step 1, terugkoppeling: per casus of an earlier session the tips, and what became of the two
//! or three it is about. The rest stays open, quietly.

use super::activity;
use super::board::{Board, Item, Pane, PaneId, Row, Rows};
use super::intent::Intent;
use super::meaning::Meaning;
use super::model::Ctx;
use super::pick::Choice;
use crate::domain::command::Command;
use crate::domain::feedback;
use crate::domain::notes::Kind;
use crate::text::outcomes;

#[must_use]
pub fn board(ctx: Ctx<'_>) -> Board {
    let mut panes = earlier_panes(ctx);
    panes.push(
        Pane::new(PaneId::Heard, "Ook gebruikt", Rows::List(activity::note_rows(ctx, None, Kind::Heard)))
            .hint("Gebruikte iemand anders een tip? Schrijf het hier in één regel."),
    );
    let question = "Wat heb je met de tips gedaan? Wat werkte wel, wat niet, en waarom?".to_owned();
    let none = "Van een vorige keer staan hier geen tips open.".to_owned();
    Board { head: vec![question], panes, grid: false }.with_head(ctx.live.earlier.is_empty().then_some(none))
}

/// A pane per casus of an earlier session, with what became of each tip.
#[must_use]
pub fn earlier_panes(ctx: Ctx<'_>) -> Vec<Pane> {
    let told = &ctx.session().feedback;
    ctx.live
        .earlier
        .iter()
        .enumerate()
        .filter(|(_, earlier)| !told.nothing_to_tell(&earlier.session))
        .map(|(index, earlier)| {
            let rows = earlier.tips.iter().enumerate().map(|(tip, about)| {
                let heard = told.about(&earlier.session, about.idea);
                let outcome = heard.map(|told| told.outcome).or(about.outcome);
                let because = heard.map_or(about.because.as_str(), |told| told.because.as_str());
                Row::new(Item::Earlier(index, tip), format!("{}", about.number), about.text.as_str())
                    .tail(outcome.map(|outcome| outcomes::told(outcome, because)).unwrap_or_default())
            });
            let title = if earlier.alias.is_empty() {
                earlier.date.clone()
            } else {
                format!("casus {}", earlier.alias)
            };
            Pane::new(PaneId::Earlier(index), title, Rows::List(rows.collect()))
        })
        .collect()
}

#[must_use]
pub fn meaning(ctx: Ctx<'_>, text: &str) -> Meaning {
    if text.trim().is_empty() {
        return Meaning::new("Wie gebruikte een tip?", "", Intent::Nothing);
    }
    Meaning::new("Ook gebruikt", "toevoegen", activity::note(None, Kind::Heard, text))
        .limit(ctx.session().method.limits.post_it)
}

/// Nothing to report is one choice.
#[must_use]
pub fn choices(ctx: Ctx<'_>, board: &Board) -> Vec<Choice> {
    let Some(PaneId::Earlier(index)) = ctx.pane(board).map(|pane| pane.id) else { return Vec::new() };
    let Some(earlier) = ctx.live.earlier.get(index) else { return Vec::new() };
    let session = earlier.session.clone();
    let nothing = Intent::Do(vec![Command::Feedback(feedback::Command::NothingToTell { session })]);
    vec![Choice::new(format!("Niets te melden over casus {}", earlier.alias), nothing)]
}
