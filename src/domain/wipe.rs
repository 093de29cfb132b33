//! Definitief wissen (decision 8): the same journal without the texts of a casus, or of one thing.
//!
//! Every entry keeps its number, its moment and its place; a text in it becomes [`WIPED`], also in
//! what was changed or undone since. Whole sessions are taken off the disk, not off a journal. Must
//! not know: files.

use super::advice::Advice;
use super::casus;
use super::clusters;
use super::event::Event;
use super::goals;
use super::id::{CasusId, ClusterId, GoalId, IdeaId, NoteId};
use super::ideas;
use super::journal::{Act, Journal};
use super::life::Life;
use super::method::Method;
use super::notes;
use super::notes::Kind;
use super::verdicts;
use super::verdicts::TextKey;
use std::collections::{BTreeMap, BTreeSet};

/// What stands where a text was.
pub const WIPED: &str = "(gewist)";

/// What goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Casus(CasusId),
    Thing(Thing),
}

/// Something with texts of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    Idea(IdeaId),
    Cluster(ClusterId),
    Goal(GoalId),
    Note(NoteId),
}

/// The journal without the texts of `what`, and how many texts went.
pub fn without(journal: &Journal, what: What) -> (Journal, usize) {
    let doomed = Doomed::of(journal, what);
    let mut walk = Walk::default();
    let mut texts = 0;
    let entries = journal.entries().cloned().map(|mut entry| {
        if let Act::Do(events) = &mut entry.act {
            for event in events {
                let lives = walk.step(event);
                if doomed.holds(event, lives) {
                    texts += erase(event, &journal.opened().method);
                }
                if let Event::Verdict(verdict) = event {
                    forget(verdict, |key| doomed.is_about(*key, &walk));
                }
            }
        }
        entry
    });
    let entries = entries.collect();
    (Journal::of(journal.opened().clone(), entries), texts)
}

/// One thing from its beginning on. A number is given out again after its thing was undone; this one
/// is not.
type Being = usize;

/// Goes through the events and knows which thing each number stands for.
#[derive(Debug, Default)]
struct Walk {
    present: BTreeMap<Thing, Being>,
    /// Every casus a thing has lain in; none for what belongs to the meeting.
    casussen: Vec<BTreeSet<CasusId>>,
}

impl Walk {
    /// Takes in an event; the thing it is about, if any.
    fn step(&mut self, event: &Event) -> Option<Being> {
        let (thing, casus, begins) = subject(event)?;
        if begins {
            self.present.insert(thing, self.casussen.len());
            self.casussen.push(BTreeSet::new());
        }
        let life = *self.present.get(&thing)?;
        if let Some(lain_in) = self.casussen.get_mut(life) {
            lain_in.extend(casus);
        }
        Some(life)
    }
}

/// The thing an event is about, the casus it then lies in, and whether it begins here.
fn subject(event: &Event) -> Option<(Thing, Option<CasusId>, bool)> {
    Some(match event {
        Event::Idea(event) => match event {
            ideas::Event::Added { id, place, .. } => (Thing::Idea(*id), Some(place.row.casus), true),
            ideas::Event::Moved { id, place } => (Thing::Idea(*id), Some(place.row.casus), false),
            ideas::Event::Changed { id, .. }
            | ideas::Event::Marked { id, .. }
            | ideas::Event::Numbered { id, .. }
            | ideas::Event::Lived { id, .. } => (Thing::Idea(*id), None, false),
        },
        Event::Cluster(event) => match event {
            clusters::Event::Made { id, row, .. } => (Thing::Cluster(*id), Some(row.casus), true),
            clusters::Event::Moved { id, row, .. } => (Thing::Cluster(*id), Some(row.casus), false),
            clusters::Event::Titled { id, .. }
            | clusters::Event::Gone { id }
            | clusters::Event::Lived { id, .. } => (Thing::Cluster(*id), None, false),
        },
        Event::Goal(goals::Event::Added { id, casus, .. }) => (Thing::Goal(*id), Some(*casus), true),
        Event::Goal(
            goals::Event::Reworded { id, .. }
            | goals::Event::Hindered { id, .. }
            | goals::Event::Explained { id, .. },
        ) => (Thing::Goal(*id), None, false),
        Event::Note(event) => match event {
            notes::Event::Added { id, spot, .. } => (Thing::Note(*id), casus_of(*spot), true),
            notes::Event::Moved { id, spot } => (Thing::Note(*id), casus_of(*spot), false),
            notes::Event::Changed { id, .. } | notes::Event::Settled { id, .. } => {
                (Thing::Note(*id), None, false)
            }
        },
        Event::Plan(_)
        | Event::People(_)
        | Event::Casus(_)
        | Event::Goal(_)
        | Event::Clock(_)
        | Event::Feedback(_)
        | Event::Verdict(_) => return None,
    })
}

/// The casus a note is about; a remark may stand at a step of one.
fn casus_of(spot: notes::Spot) -> Option<CasusId> {
    if let Kind::Remark(step) = spot.kind { spot.casus.or(step.casus) } else { spot.casus }
}

/// Which things go.
struct Doomed {
    casus: Option<CasusId>,
    lives: BTreeSet<Being>,
}

impl Doomed {
    fn of(journal: &Journal, what: What) -> Self {
        let mut walk = Walk::default();
        let mut there = BTreeSet::from([super::session::FIRST_CASUS]);
        for entry in journal.entries() {
            let Act::Do(events) = &entry.act else { continue };
            for event in events {
                walk.step(event);
                if let Event::Casus(casus::Event::Added { id }) = event {
                    there.insert(*id);
                }
            }
        }
        match what {
            What::Thing(thing) => {
                Self { casus: None, lives: walk.present.get(&thing).copied().into_iter().collect() }
            }
            What::Casus(casus) => {
                // A note about the meeting is about the casus, when there was no other.
                let only = there.len() == 1 && there.contains(&casus);
                let goes = |in_: &BTreeSet<CasusId>| in_.contains(&casus) || (only && in_.is_empty());
                let lives = walk.casussen.iter().enumerate().filter(|(_, in_)| goes(in_));
                Self { casus: Some(casus), lives: lives.map(|(life, _)| life).collect() }
            }
        }
    }

    fn holds(&self, event: &Event, life: Option<Being>) -> bool {
        if let Event::Casus(event) = event {
            return self.casus == Some(event.casus());
        }
        life.is_some_and(|life| self.lives.contains(&life))
    }

    fn is_about(&self, key: TextKey, walk: &Walk) -> bool {
        let thing = match key {
            TextKey::Idea(id) => Thing::Idea(id),
            TextKey::Because(advice)
            | TextKey::Reasoning(advice)
            | TextKey::Purpose(advice)
            | TextKey::TakenUp(advice) => match advice {
                Advice::Idea(id) => Thing::Idea(id),
                Advice::Cluster(id) => Thing::Cluster(id),
            },
            TextKey::Title(id) => Thing::Cluster(id),
            TextKey::Note(id) => Thing::Note(id),
            TextKey::Goal(id) | TextKey::Barrier(id) | TextKey::Explanation(id) => Thing::Goal(id),
            TextKey::Casus(casus, _) | TextKey::Postponed(casus) => return self.casus == Some(casus),
            TextKey::Plan(_) => return false,
        };
        walk.present.get(&thing).is_some_and(|life| self.lives.contains(life))
    }
}

/// Takes the texts out of an event; how many there were.
fn erase(event: &mut Event, method: &Method) -> usize {
    let mut count = 0;
    texts(event, method, &mut |text| count += blank(text));
    count
}

/// Every text of an event that people typed about a casus; a gebied of the werkwijze is none.
pub fn texts(event: &mut Event, method: &Method, each: &mut dyn FnMut(&mut String)) {
    let is_of_method =
        |area: &str| method.areas.iter().any(|list| list.names.iter().any(|name| name == area));
    match event {
        Event::Idea(ideas::Event::Added { text, .. } | ideas::Event::Changed { text, .. })
        | Event::Goal(
            goals::Event::Reworded { text, .. }
            | goals::Event::Hindered { text, .. }
            | goals::Event::Explained { text, .. },
        )
        | Event::Note(notes::Event::Added { text, .. } | notes::Event::Changed { text, .. })
        | Event::Cluster(clusters::Event::Titled { title: text, .. })
        | Event::Casus(casus::Event::FieldSet { text, .. } | casus::Event::Postponed { reason: text, .. }) => {
            each(text);
        }
        Event::Idea(ideas::Event::Lived { life, .. })
        | Event::Cluster(clusters::Event::Lived { life, .. }) => match life {
            Life::Chosen { because: text, .. }
            | Life::Tried { because: text, .. }
            | Life::Reasoned(text)
            | Life::Aimed(text)
            | Life::TakenUp(text) => each(text),
            Life::Discussed(_) | Life::Decided { .. } | Life::Proposed(_) | Life::NotTried => {}
        },
        Event::Goal(goals::Event::Added { text, area, .. }) => {
            let area = area.as_mut().filter(|area| !is_of_method(area));
            each(text);
            if let Some(area) = area {
                each(area);
            }
        }
        Event::Casus(casus::Event::AreaChosen { area, .. } | casus::Event::AreaDropped { area, .. })
            if !is_of_method(area) =>
        {
            each(area);
        }
        Event::Idea(
            ideas::Event::Moved { .. } | ideas::Event::Marked { .. } | ideas::Event::Numbered { .. },
        )
        | Event::Cluster(
            clusters::Event::Made { .. } | clusters::Event::Moved { .. } | clusters::Event::Gone { .. },
        )
        | Event::Note(notes::Event::Moved { .. } | notes::Event::Settled { .. })
        | Event::Plan(_)
        | Event::People(_)
        | Event::Casus(_)
        | Event::Goal(_)
        | Event::Clock(_)
        | Event::Feedback(_)
        | Event::Verdict(_) => {}
    }
}

/// An empty text says that there is none; that stays so. What went before does not go again.
fn blank(text: &mut String) -> usize {
    if text.is_empty() || text == WIPED {
        return 0;
    }
    WIPED.clone_into(text);
    1
}

/// Where something was found in a text that went is of no use, and says how long it was.
fn forget(verdict: &mut verdicts::Event, goes: impl Fn(&TextKey) -> bool) {
    match verdict {
        verdicts::Event::Checked(_, found, _) => found.retain(|(key, _)| !goes(key)),
        verdicts::Event::Late(found, _) => {
            for (_, hits) in found.iter_mut().filter(|(key, _)| goes(key)) {
                hits.clear();
            }
        }
        verdicts::Event::Accepted { .. } => {}
    }
}

#[cfg(test)]
mod tests;
