//! Short texts that are no ideas: what is told in a vak of the spinnetje, a question, something
//! to find out, what stands out, an afspraak. Each lies at one spot.

use super::advice::Advice;
use super::event::Event as Fact;
use super::id::{CasusId, NoteId, StepKey};
use super::refusal::Refusal;
use super::session::Session;
use super::shelf::Shelf;
use super::words;
use serde::{Deserialize, Serialize};

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// In a vak of the spinnetje.
    Spider(u16),
    /// A question to the inbrenger.
    Question,
    /// To be found out (I3, I9).
    Research,
    /// A verdiepingspunt to put on the agenda (I3).
    Deepening,
    /// What stands out, in the words of the inbrenger (S001, step 6).
    StandsOut,
    /// What others did with a tip they heard (S001, step 1).
    Heard,
    /// An afspraak besides the terugkoppeling.
    Agreement,
    /// A remark at a step.
    Remark(StepKey),
    /// For an advies, and against it (S000, 5d).
    Pro(Advice),
    Con(Advice),
    /// The summary by the voorzitter (S000, item 6).
    Summary,
    /// What the casemanager will discuss besides the adviezen (S000, item 7).
    ToDiscuss,
    /// An answer to an evaluation question, by its number in the method (S000, item 9).
    Evaluation(u16),
    /// A look back on an earlier casus (S000, item 17).
    LookBack,
    /// At a tip or an advies, after the meeting.
    About(Advice),
    Bin,
}

/// Where a note lies: what it is about, and for which casus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Spot {
    pub casus: Option<CasusId>,
    pub kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    Added {
        id: NoteId,
        spot: Spot,
        text: String,
    },
    Changed {
        id: NoteId,
        text: String,
    },
    Moved {
        id: NoteId,
        spot: Spot,
    },
    /// Found out, or done; or not after all.
    Settled {
        id: NoteId,
        done: bool,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    Add { spot: Spot, texts: Vec<String> },
    Change { id: NoteId, text: String },
    Move { id: NoteId, spot: Spot },
    Bin { id: NoteId },
    Restore { id: NoteId },
    Settle { id: NoteId, done: bool },
}

/// A note, and where it was before it went to the prullenbak.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    pub text: String,
    /// The question was answered, the afspraak was kept.
    pub done: bool,
    was: Spot,
}

pub type Notes = Shelf<NoteId, Spot, Note>;

pub(super) fn apply(notes: &mut Notes, event: &Event) {
    match event {
        Event::Added { id, spot, text } => {
            notes.add(*id, *spot, Note { text: text.clone(), done: false, was: *spot });
        }
        Event::Changed { id, text } => {
            if let Some(note) = notes.get_mut(*id) {
                note.text.clone_from(text);
            }
        }
        Event::Moved { id, spot } => {
            if let (Some(before), Some(note)) = (notes.place(*id), notes.get_mut(*id))
                && before.kind != Kind::Bin
            {
                note.was = before;
            }
            notes.put(*id, *spot);
        }
        Event::Settled { id, done } => {
            if let Some(note) = notes.get_mut(*id) {
                note.done = *done;
            }
        }
    }
}

pub(super) fn decide(session: &Session, command: Command) -> Result<Vec<Fact>, Refusal> {
    let notes = &session.notes;
    let known = |id: NoteId| notes.get(id).ok_or(Refusal::Gone);
    let events = match command {
        Command::Add { spot, texts } => {
            check_spot(session, spot)?;
            let first = u32::try_from(notes.len()).unwrap_or(u32::MAX).saturating_add(1);
            let texts = texts.iter().map(|text| words::clean(text)).filter(|text| !text.is_empty());
            texts.zip(first..).map(|(text, id)| Event::Added { id: NoteId(id), spot, text }).collect()
        }
        Command::Change { id, text } => {
            let text = words::changed(&text, &known(id)?.text)?;
            vec![Event::Changed { id, text }]
        }
        Command::Move { id, spot } => {
            known(id)?;
            check_spot(session, spot)?;
            if notes.place(id) == Some(spot) {
                return Err(Refusal::NoChange);
            }
            vec![Event::Moved { id, spot }]
        }
        Command::Bin { id } => {
            let spot = notes.place(id).ok_or(Refusal::Gone)?;
            if spot.kind == Kind::Bin {
                return Err(Refusal::NoChange);
            }
            vec![Event::Moved { id, spot: Spot { kind: Kind::Bin, ..spot } }]
        }
        Command::Restore { id } => {
            let spot = known(id)?.was;
            if notes.place(id).is_some_and(|spot| spot.kind != Kind::Bin) {
                return Err(Refusal::NoChange);
            }
            check_spot(session, spot)?;
            vec![Event::Moved { id, spot }]
        }
        Command::Settle { id, done } => {
            if known(id)?.done == done {
                return Err(Refusal::NoChange);
            }
            vec![Event::Settled { id, done }]
        }
    };
    if events.is_empty() { Err(Refusal::Empty) } else { Ok(events.into_iter().map(Fact::Note).collect()) }
}

/// A spot that can be seen: its casus is there, and so is the advies an argument is about.
fn check_spot(session: &Session, spot: Spot) -> Result<(), Refusal> {
    let casus = spot.casus.is_none_or(|id| session.casus(id).is_some());
    let subject = match spot.kind {
        Kind::Pro(advice) | Kind::Con(advice) | Kind::About(advice) => session.course(advice).is_some(),
        Kind::Spider(_)
        | Kind::Question
        | Kind::Research
        | Kind::Deepening
        | Kind::StandsOut
        | Kind::Heard
        | Kind::Agreement
        | Kind::Remark(_)
        | Kind::Summary
        | Kind::ToDiscuss
        | Kind::Evaluation(_)
        | Kind::LookBack
        | Kind::Bin => true,
    };
    if casus && subject { Ok(()) } else { Err(Refusal::Gone) }
}

#[cfg(test)]
mod tests;
