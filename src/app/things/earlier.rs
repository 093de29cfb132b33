//! What can be told about tips and notes of an earlier session.

use crate::app::board::{Board, Item, Pane, PaneId, Room, Row, Rows, Takes};
use crate::app::state::ask::Ask;
use crate::app::state::earlier::{Earlier, EarlierTip};
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::shown::Shown;
use crate::domain::advice::Advice;
use crate::domain::command::Command;
use crate::domain::feedback;
use crate::domain::life::Outcome;
use crate::text::outcomes;

/// Per casus of an earlier session what went along, and what was still to be found out or done. A
/// text that is typed there becomes what `takes` says.
pub fn panes(ctx: Ctx<'_>, takes: &Takes) -> Vec<Pane> {
    let told = &ctx.session().feedback;
    let open = ctx.live.earlier.iter().enumerate();
    open.filter(|(_, earlier)| !told.nothing_to_tell(&earlier.session))
        .map(|(index, earlier)| {
            let alias = Shown::checked(ctx.live, &earlier.alias);
            let title = if alias.is_empty() {
                Shown::checked(ctx.live, &earlier.date)
            } else {
                Shown::fill("casus {}", &[&alias])
            };
            let rows = Rows::List(rows(ctx, index, earlier));
            let pane = Pane::new(PaneId::Earlier(index), title, takes.clone(), Room::Private, rows);
            // Nobody adds here: it begins at its first tip.
            Pane { anchor: Some(0), ..pane }
        })
        .collect()
}

fn rows(ctx: Ctx<'_>, index: usize, earlier: &Earlier) -> Vec<Row> {
    let told = &ctx.session().feedback;
    let checked = |text: &str| Shown::checked(ctx.live, text);
    let tips = earlier.tips.iter().enumerate().map(|(tip, about)| {
        let heard = told.about(&earlier.session, about.advice);
        let outcome = heard.map(|told| told.outcome).or(about.outcome);
        let because = checked(heard.map_or(&about.because, |told| &told.because));
        Row::new(Item::Earlier(index, tip), checked(&about.label), checked(&about.text))
            .tail(outcome.map_or(Shown::EMPTY, |outcome| Shown::outcome(outcome, &because)))
    });
    let notes = earlier.notes.iter().enumerate().map(|(note, about)| {
        let done = told.settled(&earlier.session, about.id).unwrap_or(about.done);
        Row::new(Item::EarlierNote(index, note), if done { "[x]" } else { "[ ]" }, checked(&about.text))
    });
    tips.chain(notes).collect()
}

/// Nothing to report about the casus in view is one choice; a casus of another table is another.
pub fn choices(ctx: Ctx<'_>, board: &Board) -> Vec<Choice> {
    let earlier = match board.pane_id(ctx) {
        Some(PaneId::Earlier(index)) => ctx.live.earlier.get(index),
        _ => None,
    };
    let nothing = earlier.map(|earlier| {
        let nothing = feedback::Command::NothingToTell { session: earlier.session.clone() };
        let alias = Shown::checked(ctx.live, &earlier.alias);
        let text = Shown::fill("Niets te melden over casus {}", &[&alias]);
        Choice::new(text, Intent::Do(vec![Command::Feedback(nothing)]))
    });
    let packet = Choice::new("Pakket van een andere tafel laden", Intent::Ask(Ask::Packet));
    nothing.into_iter().chain([packet]).collect()
}

/// Something that was still to be done: done, or not after all.
pub fn settle(ctx: Ctx<'_>, casus: usize, note: usize) -> Intent {
    let Some(earlier) = ctx.live.earlier.get(casus) else { return Intent::Nothing };
    let Some(about) = earlier.notes.get(note) else { return Intent::Nothing };
    let done = !ctx.session().feedback.settled(&earlier.session, about.id).unwrap_or(about.done);
    let session = earlier.session.clone();
    Intent::Do(vec![Command::Feedback(feedback::Command::Settle { session, note: about.id, done })])
}

/// What became of an earlier tip.
pub fn earlier(ctx: Ctx<'_>, casus: usize, tip: usize) -> Option<Pick> {
    let earlier = ctx.live.earlier.get(casus)?;
    let about = earlier.tips.get(tip)?;
    let outcomes = [Outcome::Worked, Outcome::WorkedPartly, Outcome::DidNotWork, Outcome::ChoseOtherwise];
    let choices = outcomes.into_iter().map(|outcome| {
        let ask = Ask::Because { session: earlier.session.clone(), advice: about.advice, outcome };
        Choice::new(outcomes::name(outcome), Intent::Ask(ask))
    });
    Some(
        Pick::new(name(ctx, about), choices.collect())
            .intro(Shown::checked(ctx.live, &about.text))
            .intro(Shown::checked(ctx.live, &about.goal)),
    )
}

fn name(ctx: Ctx<'_>, about: &EarlierTip) -> Shown {
    let text = match about.advice {
        Advice::Idea(_) => "Tip {}",
        Advice::Cluster(_) => "Advies {}",
    };
    Shown::fill(text, &[&Shown::checked(ctx.live, &about.label)])
}

/// What an earlier session still had to find out or to do.
pub fn earlier_note(ctx: Ctx<'_>, casus: usize, note: usize) -> Option<Pick> {
    let earlier = ctx.live.earlier.get(casus)?;
    let about = earlier.notes.get(note)?;
    let done = ctx.session().feedback.settled(&earlier.session, about.id).unwrap_or(about.done);
    let text = if done { "Toch nog niet gedaan" } else { "Gedaan" };
    let choices = vec![Choice::new(text, settle(ctx, casus, note))];
    Some(Pick::new("Van een vorige keer", choices).intro(Shown::checked(ctx.live, &about.text)))
}
