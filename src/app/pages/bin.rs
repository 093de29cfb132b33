//! The prullenbak of a casus: what lies in it, to put back or to take away for good.

use crate::app::pages::wiping;
use crate::app::shown as veil;
use crate::app::state::intent::{Intent, Topic};
use crate::app::state::model::Ctx;
use crate::app::state::pick::{Choice, Pick};
use crate::domain::command::Command;
use crate::domain::verdicts::TextKey;
use crate::domain::wipe::Thing;
use crate::domain::{goals, ideas, notes};

/// The prullenbak of this casus.
pub fn bin(ctx: Ctx<'_>) -> Pick {
    let session = ctx.session();
    let casus = ctx.casus();
    let ideas = session.ideas.binned(casus).filter_map(|id| {
        let restore = Intent::Do(vec![Command::Idea(ideas::Command::Restore { id })]);
        session.ideas.get(id).map(|idea| {
            Choice::new(veil::text(ctx.live, TextKey::Idea(id), &idea.text), restore)
                .detail(format!("tip {}", idea.number))
        })
    });
    let kinds = [Some(casus), None].map(|casus| notes::Spot { casus, kind: notes::Kind::Bin });
    let notes = kinds.into_iter().flat_map(|spot| session.notes.at(spot).iter().copied()).filter_map(|id| {
        let restore = Intent::Do(vec![Command::Note(notes::Command::Restore { id })]);
        session.notes.get(id).map(|note| {
            Choice::new(veil::text(ctx.live, TextKey::Note(id), &note.text), restore).detail("notitie")
        })
    });
    let goals = session.goals.binned(casus).map(|(id, goal)| {
        Choice::new(
            veil::text(ctx.live, TextKey::Goal(id), &goal.text),
            Intent::Do(vec![Command::Goal(goals::Command::Restore { id })]),
        )
        .detail("doel")
    });
    let mut choices: Vec<Choice> = ideas.chain(notes).chain(goals).collect();
    if !choices.is_empty() {
        choices.push(Choice::new("Iets hieruit definitief wissen …", Intent::Open(Topic::WipeBin)));
    }
    let intro =
        if choices.is_empty() { "De prullenbak is leeg." } else { "Enter legt iets terug waar het lag." };
    Pick::new("Prullenbak", choices).intro(intro)
}

/// What lies in the prullenbak, to take one thing of it away.
pub fn from_bin(ctx: Ctx<'_>) -> Pick {
    let (session, casus) = (ctx.session(), ctx.casus());
    let ideas = session.ideas.binned(casus).map(Thing::Idea);
    let kinds = [Some(casus), None].map(|casus| notes::Spot { casus, kind: notes::Kind::Bin });
    let notes = kinds.into_iter().flat_map(|spot| session.notes.at(spot).iter().copied()).map(Thing::Note);
    let goals = session.goals.binned(casus).map(|(id, _)| Thing::Goal(id));
    let choices = ideas.chain(notes).chain(goals).filter_map(|thing| {
        Some(Choice::new(wiping::shown(ctx, thing)?, Intent::Open(Topic::WipeThing(thing))))
    });
    Pick::new("Wat definitief wissen?", choices.collect())
}
