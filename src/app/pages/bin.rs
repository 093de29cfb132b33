//! The prullenbak of a casus: what lies in it, to put back or to take away for good.

use crate::app::pages::wiping;
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::shown::Shown;
use crate::app::state::topic::Topic;
use crate::domain::command::Command;
use crate::domain::wipe::Thing;
use crate::domain::{goals, ideas, notes};

/// The prullenbak of this casus.
pub fn bin(ctx: Ctx<'_>) -> Pick {
    let session = ctx.session();
    let mut choices: Vec<Choice> = choices(ctx, |thing| {
        let (restore, detail) = match thing {
            Thing::Idea(id) => {
                let number = session.ideas.get(id)?.number;
                (Command::Idea(ideas::Command::Restore { id }), Shown::fill("tip {}", &[&number]))
            }
            Thing::Note(id) => (Command::Note(notes::Command::Restore { id }), "notitie".into()),
            Thing::Goal(id) => (Command::Goal(goals::Command::Restore { id }), "doel".into()),
            Thing::Cluster(_) => return None,
        };
        Some((Intent::Do(vec![restore]), detail))
    });
    if choices.is_empty() {
        return Pick::new("Prullenbak", choices).intro("De prullenbak is leeg.");
    }
    choices.push(Choice::new("Iets hieruit definitief wissen …", Intent::Open(Topic::WipeBin)));
    Pick::new("Prullenbak", choices).intro("Enter legt iets terug waar het lag.")
}

/// What lies in the prullenbak, to take one thing of it away.
pub fn from_bin(ctx: Ctx<'_>) -> Pick {
    let choices = choices(ctx, |thing| Some((Intent::Open(Topic::WipeThing(thing)), Shown::EMPTY)));
    Pick::new("Wat definitief wissen?", choices)
}

/// Everything in the prullenbak, with what choosing it does and what stands at the right.
fn choices(ctx: Ctx<'_>, of: impl Fn(Thing) -> Option<(Intent, Shown)>) -> Vec<Choice> {
    let (session, casus) = (ctx.session(), ctx.casus());
    let ideas = session.ideas.binned(casus).map(Thing::Idea);
    let spots = [Some(casus), None].map(|casus| notes::Spot { casus, kind: notes::Kind::Bin });
    let notes = spots.into_iter().flat_map(|spot| session.notes.at(spot).iter().copied()).map(Thing::Note);
    let goals = session.goals.binned(casus).map(|(id, _)| Thing::Goal(id));
    let choice = |thing| {
        let (intent, detail) = of(thing)?;
        Some(Choice::new(wiping::shown(ctx, thing)?, intent).detail(detail))
    };
    ideas.chain(notes).chain(goals).filter_map(choice).collect()
}
