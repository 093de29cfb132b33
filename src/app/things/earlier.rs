//! What can be told about tips and notes of an earlier session.

use crate::app::shown as veil;
use crate::app::state::intent::{Ask, Intent};
use crate::app::state::model::{Ctx, EarlierTip};
use crate::app::state::pick::{Choice, Pick};
use crate::app::steps::terugkoppeling as feedback;
use crate::domain::advice::Advice;
use crate::domain::life::Outcome;
use crate::text::outcomes;

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
        Pick::new(earlier_name(about), choices.collect())
            .intro(veil::loose(ctx.live, &about.text))
            .intro(veil::loose(ctx.live, &about.goal)),
    )
}

fn earlier_name(about: &EarlierTip) -> String {
    match about.advice {
        Advice::Idea(_) => format!("Tip {}", about.label),
        Advice::Cluster(_) => format!("Advies {}", about.label),
    }
}

/// What an earlier session still had to find out or to do.
pub fn earlier_note(ctx: Ctx<'_>, casus: usize, note: usize) -> Option<Pick> {
    let earlier = ctx.live.earlier.get(casus)?;
    let about = earlier.notes.get(note)?;
    let done = ctx.session().feedback.settled(&earlier.session, about.id).unwrap_or(about.done);
    let text = if done { "Toch nog niet gedaan" } else { "Gedaan" };
    let choices = vec![Choice::new(text, feedback::settle(ctx, casus, note))];
    Some(Pick::new("Van een vorige keer", choices).intro(veil::loose(ctx.live, &about.text)))
}
