//! Step 1, terugkoppeling: per casus of an earlier session the tips, and what became of the two
//! or three it is about. The rest stays open, quietly.

use crate::app::board::{Board, Item, Pane, PaneId, Row, Rows};
use crate::app::state::intent::{Ask, Intent};
use crate::app::state::meaning::Meaning;
use crate::app::state::model::{Ctx, Earlier};
use crate::app::state::pick::Choice;
use crate::app::steps;
use crate::domain::command::Command;
use crate::domain::feedback;
use crate::domain::notes::Kind;
use crate::text::outcomes;

pub fn board(ctx: Ctx<'_>) -> Board {
    let mut panes = earlier_panes(ctx);
    panes.push(
        Pane::new(PaneId::Heard, "Ook gebruikt", Rows::List(steps::note_rows(ctx, None, Kind::Heard)))
            .hint("Gebruikte iemand anders een tip? Schrijf het hier in één regel."),
    );
    let question = "Wat heb je met de tips gedaan? Wat werkte wel, wat niet, en waarom?".to_owned();
    let none = "Van een vorige keer staan hier geen tips open.".to_owned();
    Board { head: vec![question], panes, grid: false }.with_head(ctx.live.earlier.is_empty().then_some(none))
}

/// Per casus of an earlier session what went along, and what was still to be found out or done.
pub fn earlier_panes(ctx: Ctx<'_>) -> Vec<Pane> {
    let told = &ctx.session().feedback;
    let open = ctx.live.earlier.iter().enumerate();
    open.filter(|(_, earlier)| !told.nothing_to_tell(&earlier.session))
        .map(|(index, earlier)| {
            let title = if earlier.alias.is_empty() {
                earlier.date.clone()
            } else {
                format!("casus {}", earlier.alias)
            };
            Pane::new(PaneId::Earlier(index), title, Rows::List(rows(ctx, index, earlier)))
        })
        .collect()
}

fn rows(ctx: Ctx<'_>, index: usize, earlier: &Earlier) -> Vec<Row> {
    let told = &ctx.session().feedback;
    let tips = earlier.tips.iter().enumerate().map(|(tip, about)| {
        let heard = told.about(&earlier.session, about.advice);
        let outcome = heard.map(|told| told.outcome).or(about.outcome);
        let because = heard.map_or(about.because.as_str(), |told| told.because.as_str());
        Row::new(Item::Earlier(index, tip), about.label.as_str(), about.text.as_str())
            .tail(outcome.map(|outcome| outcomes::told(outcome, because)).unwrap_or_default())
    });
    let notes = earlier.notes.iter().enumerate().map(|(note, about)| {
        let done = told.settled(&earlier.session, about.id).unwrap_or(about.done);
        Row::new(Item::EarlierNote(index, note), if done { "[x]" } else { "[ ]" }, about.text.as_str())
    });
    tips.chain(notes).collect()
}

pub fn meaning(ctx: Ctx<'_>, text: &str) -> Meaning {
    if text.trim().is_empty() {
        return Meaning::new("Wie gebruikte een tip?", "", Intent::Nothing);
    }
    Meaning::new("Ook gebruikt", "toevoegen", steps::note(None, Kind::Heard, text))
        .limit(ctx.session().method.limits.post_it)
}

/// Something of an earlier session that was still to be done: done, or not after all.
pub fn settle(ctx: Ctx<'_>, casus: usize, note: usize) -> Intent {
    let Some(earlier) = ctx.live.earlier.get(casus) else { return Intent::Nothing };
    let Some(about) = earlier.notes.get(note) else { return Intent::Nothing };
    let told = &ctx.session().feedback;
    let done = !told.settled(&earlier.session, about.id).unwrap_or(about.done);
    let session = earlier.session.clone();
    Intent::Do(vec![Command::Feedback(feedback::Command::Settle { session, note: about.id, done })])
}

/// Nothing to report is one choice; a casus of another table is another.
pub fn choices(ctx: Ctx<'_>, board: &Board) -> Vec<Choice> {
    let nothing = match ctx.pane(board).map(|pane| pane.id) {
        Some(PaneId::Earlier(index)) => ctx.live.earlier.get(index).map(|earlier| {
            let session = earlier.session.clone();
            let nothing = feedback::Command::NothingToTell { session };
            Choice::new(
                format!("Niets te melden over casus {}", earlier.alias),
                Intent::Do(vec![Command::Feedback(nothing)]),
            )
        }),
        _ => None,
    };
    let packet = Choice::new("Pakket van een andere tafel laden", Intent::Ask(Ask::Packet));
    nothing.into_iter().chain([packet]).collect()
}
