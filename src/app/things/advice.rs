//! What the group decides about an advies: selected with its onderbouwing and its goal for this
//! koppel, rejected with or without a bezwaar as the reason, or open again (S000; V-A1, V-A2).

use super::large;
use crate::app::state::ask::Ask;
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::shown::Shown;
use crate::app::state::topic::Topic;
use crate::domain::advice::{self, Advice};
use crate::domain::command::Command;
use crate::domain::id::NoteId;
use crate::domain::life::{Decision, Life};
use crate::domain::notes::Kind;
use crate::domain::verdicts::{self, TextKey};

/// How an advies stands, for behind its words. A missing onderbouwing is said, never demanded, and
/// not to the room (V-A1).
pub fn words(ctx: Ctx<'_>, advice: Advice) -> Shown {
    let Some(course) = ctx.session().course(advice) else { return Shown::EMPTY };
    match course.decision {
        Decision::Open => "open",
        Decision::Rejected => "verworpen",
        Decision::Selected if course.reasoning.is_empty() && !ctx.is_for_the_room() => {
            "geselecteerd, onderbouwing ontbreekt"
        }
        Decision::Selected => "geselecteerd",
    }
    .into()
}

fn decided(advice: Advice, decision: Decision, objection: Option<NoteId>) -> Intent {
    let life = Life::Decided { decision, objection };
    Intent::Do(vec![Command::Advice(advice::Command { advice, life })])
}

/// What the group can decide, and what it can still say about it.
pub fn advice(ctx: Ctx<'_>, advice: Advice) -> Option<Pick> {
    let session = ctx.session();
    let course = session.course(advice)?;
    let mut choices = Vec::new();
    if course.decision != Decision::Selected {
        let select = decided(advice, Decision::Selected, None);
        choices
            .push(Choice::new("Selecteren", Intent::All(vec![select, Intent::Ask(Ask::Reasoning(advice))])));
    }
    if course.decision != Decision::Rejected {
        let reasons = session.arguments(advice, Kind::Con);
        let reject = if reasons.is_empty() {
            decided(advice, Decision::Rejected, None)
        } else {
            Intent::Open(Topic::Reject(advice))
        };
        choices.push(Choice::new("Verwerpen; het blijft in het verslag", reject));
    }
    if course.decision != Decision::Open {
        choices.push(Choice::new("Weer open", decided(advice, Decision::Open, None)));
    }
    if course.decision == Decision::Selected {
        choices.push(Choice::new("Onderbouwing", Intent::Ask(Ask::Reasoning(advice))));
        choices.push(Choice::new("Doel voor dit koppel", Intent::Ask(Ask::Purpose(advice))));
    }
    choices.push(large(advice));
    if let Advice::Idea(id) = advice {
        choices.push(Choice::new("De post-it zelf: tekst, gehoord …", Intent::Open(Topic::Idea(id))));
    }
    let title = Shown::fill("Advies {}", &[&Shown::advice_label(ctx, advice)]);
    let mut pick = Pick::new(title, choices).intro(Shown::of(ctx.live, verdicts::key_of(session, advice)));
    for (words, key) in [
        ("Onderbouwing: {}", Some(TextKey::Reasoning(advice))),
        ("Doel voor dit koppel: {}", Some(TextKey::Purpose(advice))),
        ("Verworpen om: {}", course.objection.map(TextKey::Note)),
    ] {
        let text = key.map(|key| Shown::of(ctx.live, key)).unwrap_or_default();
        if !text.is_empty() {
            pick = pick.intro(Shown::fill(words, &[&text]));
        }
    }
    Some(pick)
}

/// Which bezwaar is the reason; it may stay unsaid.
pub fn reject(ctx: Ctx<'_>, advice: Advice) -> Option<Pick> {
    let session = ctx.session();
    session.course(advice)?;
    let because = session.arguments(advice, Kind::Con).into_iter().filter_map(|id| {
        session.notes.get(id)?;
        let text = Shown::of(ctx.live, TextKey::Note(id));
        Some(Choice::new(text, decided(advice, Decision::Rejected, Some(id))))
    });
    let none = Choice::new("Zonder reden", decided(advice, Decision::Rejected, None));
    let title = Shown::fill("{} verwerpen: om welk bezwaar?", &[&Shown::advice_label(ctx, advice)]);
    Some(Pick::new(title, because.chain([none]).collect()))
}
