//! What the group decides about an advies: selected with its onderbouwing and its goal for this
//! koppel, rejected with or without a bezwaar as the reason, or open again (S000; V-A1, V-A2).

use crate::app::intent::{Ask, Intent, Topic};
use crate::app::model::Ctx;
use crate::app::pick::{Choice, Pick};
use crate::domain::advice::{self, Advice};
use crate::domain::command::Command;
use crate::domain::id::NoteId;
use crate::domain::life::{Decision, Life};
use crate::domain::notes::Kind;

/// How an advies stands, for behind its words. A missing onderbouwing is said, never demanded
/// (V-A1).
#[must_use]
pub fn words(ctx: Ctx<'_>, advice: Advice) -> String {
    let Some(course) = ctx.session().course(advice) else { return String::new() };
    match course.decision {
        Decision::Open => "open".to_owned(),
        Decision::Rejected => "verworpen".to_owned(),
        Decision::Selected if course.reasoning.is_empty() => {
            "geselecteerd, onderbouwing ontbreekt".to_owned()
        }
        Decision::Selected => "geselecteerd".to_owned(),
    }
}

fn live(advice: Advice, life: Life) -> Intent {
    Intent::Do(vec![Command::Advice(advice::Command { advice, life })])
}

fn decided(advice: Advice, decision: Decision, objection: Option<NoteId>) -> Intent {
    live(advice, Life::Decided { decision, objection })
}

/// What the group can decide, and what it can still say about it.
#[must_use]
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
    if let Advice::Idea(id) = advice {
        choices.push(Choice::new("De post-it zelf: tekst, gehoord …", Intent::Open(Topic::Idea(id))));
    }
    let mut pick = Pick::new(format!("Advies {}", session.advice_label(advice)), choices)
        .intro(session.advice_text(advice));
    let objection = course.objection.and_then(|id| session.notes.get(id)).map(|note| note.text.as_str());
    for (name, text) in [
        ("Onderbouwing", course.reasoning.as_str()),
        ("Doel voor dit koppel", course.purpose.as_str()),
        ("Verworpen om", objection.unwrap_or("")),
    ] {
        if !text.is_empty() {
            pick = pick.intro(format!("{name}: {text}"));
        }
    }
    Some(pick)
}

/// Which bezwaar is the reason; it may stay unsaid.
#[must_use]
pub fn reject(ctx: Ctx<'_>, advice: Advice) -> Option<Pick> {
    let session = ctx.session();
    session.course(advice)?;
    let because = session.arguments(advice, Kind::Con).into_iter().filter_map(|id| {
        let text = session.notes.get(id)?.text.as_str();
        Some(Choice::new(text, decided(advice, Decision::Rejected, Some(id))))
    });
    let none = Choice::new("Zonder reden", decided(advice, Decision::Rejected, None));
    let title = format!("{} verwerpen: om welk bezwaar?", session.advice_label(advice));
    Some(Pick::new(title, because.chain([none]).collect()))
}
