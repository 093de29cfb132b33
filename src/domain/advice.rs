//! What is weighed and decided as one thing: a cluster, or a post-it that stands alone. A lonely
//! post-it is a cluster of one and is left in peace.

use super::clusters;
use super::event::Event as Fact;
use super::goals::Row;
use super::id::{ClusterId, IdeaId};
use super::ideas;
use super::ideas::Mark;
use super::ideas::Place;
use super::ideas::Slot;
use super::life::{Course, Decision, Life};
use super::notes;
use super::refusal::Refusal;
use super::session::Session;
use serde::{Deserialize, Serialize};

/// One advies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Advice {
    Idea(IdeaId),
    Cluster(ClusterId),
}

/// Something happens in the life of an advies.
#[derive(Debug, Clone, PartialEq)]
pub struct Command {
    pub advice: Advice,
    pub life: Life,
}

impl Session {
    /// The adviezen of one row, clusters by letter and then the lonely post-its. A cluster without
    /// post-its is no advies, until something was decided about it.
    pub fn advices(&self, row: Row) -> Vec<Advice> {
        let clusters = self.clusters.of(row).filter(|(id, cluster)| {
            !self.members(Advice::Cluster(*id)).is_empty() || cluster.course.decision != Decision::Open
        });
        let lonely = self.ideas.at(Place::unplaced(row));
        let clusters = clusters.map(|(id, _)| Advice::Cluster(id));
        clusters.chain(lonely.iter().map(|id| Advice::Idea(*id))).collect()
    }

    /// How far an advies has come.
    pub fn course(&self, advice: Advice) -> Option<&Course> {
        match advice {
            Advice::Idea(id) => self.ideas.get(id).map(|idea| &idea.course),
            Advice::Cluster(id) => self.clusters.get(id).map(|cluster| &cluster.course),
        }
    }

    /// The post-its of an advies.
    pub fn members(&self, advice: Advice) -> Vec<IdeaId> {
        match advice {
            Advice::Idea(id) => vec![id],
            Advice::Cluster(id) => {
                self.clusters.place(id).map_or(Vec::new(), |place| self.ideas.at(place).to_vec())
            }
        }
    }

    /// The row an advies lies in.
    pub fn row_of(&self, advice: Advice) -> Option<Row> {
        match advice {
            Advice::Idea(id) => self.ideas.place(id).map(|place| place.row),
            Advice::Cluster(id) => self.clusters.get(id).map(|cluster| cluster.row),
        }
    }

    /// What people call it: the letter of a cluster, the number of a post-it.
    pub fn advice_label(&self, advice: Advice) -> String {
        match advice {
            Advice::Idea(id) => self.ideas.get(id).map_or(String::new(), |idea| idea.number.to_string()),
            Advice::Cluster(id) => {
                self.clusters.get(id).map_or(String::new(), |cluster| cluster.letter().to_string())
            }
        }
    }

    /// Its words: the title of a cluster, or the text of its first post-it.
    pub fn advice_text(&self, advice: Advice) -> &str {
        let title = match advice {
            Advice::Cluster(id) => self.clusters.get(id).map_or("", |cluster| cluster.title.as_str()),
            Advice::Idea(_) => "",
        };
        if !title.is_empty() {
            return title;
        }
        let first = self.members(advice).into_iter().next();
        first.and_then(|id| self.ideas.get(id)).map_or("", |idea| idea.text.as_str())
    }

    /// The voors or the tegens of an advies.
    pub fn arguments(&self, advice: Advice, kind: fn(Advice) -> notes::Kind) -> Vec<super::id::NoteId> {
        let Some(row) = self.row_of(advice) else { return Vec::new() };
        self.notes.at(notes::Spot { casus: Some(row.casus), kind: kind(advice) }).to_vec()
    }

    /// Whether it goes along to the client: chosen by the group where the method has the group
    /// decide (S000), and everything that was not left out where it has not (S001).
    pub fn is_selected(&self, advice: Advice) -> bool {
        if self.method.group_decides() {
            return self.course(advice).is_some_and(|course| course.decision == Decision::Selected);
        }
        match advice {
            Advice::Idea(id) => self.ideas.get(id).is_some_and(|idea| !idea.has(Mark::LeftOut)),
            Advice::Cluster(_) => !self.members(advice).is_empty(),
        }
    }
}

/// V-A2 (S000): what was decided stays in the report, so it is opened again before it is moved.
pub(super) fn check_open(session: &Session, advice: Advice) -> Result<(), Refusal> {
    match session.course(advice) {
        Some(course) if course.decision != Decision::Open => {
            Err(Refusal::Decided(session.advice_label(advice)))
        }
        _ => Ok(()),
    }
}

/// The arguments of one advies go along to another.
pub(super) fn hand_over(session: &Session, from: Advice, to: Advice) -> Vec<Fact> {
    let mut events = Vec::new();
    for kind in [notes::Kind::Pro, notes::Kind::Con, notes::Kind::About] {
        for id in session.arguments(from, kind) {
            let casus = session.notes.place(id).and_then(|spot| spot.casus);
            let spot = notes::Spot { casus, kind: kind(to) };
            events.push(Fact::Note(notes::Event::Moved { id, spot }));
        }
    }
    events
}

pub(super) fn decide(session: &Session, command: Command) -> Result<Vec<Fact>, Refusal> {
    let Command { advice, life } = command;
    let course = session.course(advice).ok_or(Refusal::Gone)?;
    let life = life.cleaned();
    if session.place_of(advice).is_some_and(|place| place.slot == Slot::Bin) {
        return Err(Refusal::Gone);
    }
    check_order(session, advice, course, &life)?;
    let chosen = matches!(life, Life::Chosen { chosen: true, .. });
    let first = (chosen && course.discussed != Some(true)).then_some(Life::Discussed(true));
    Ok(first.into_iter().chain([life]).map(|life| lived(advice, life)).collect())
}

/// V-A3 (form logic of werkblad 8): chosen means discussed, and only what was selected.
fn check_order(session: &Session, advice: Advice, course: &Course, life: &Life) -> Result<(), Refusal> {
    let label = || session.advice_label(advice);
    let is_chosen = course.chosen == Some(true);
    match life {
        Life::Chosen { chosen: true, .. } if !session.is_selected(advice) => {
            Err(Refusal::NotSelected(label()))
        }
        Life::Discussed(false) if is_chosen => Err(Refusal::Chosen(label())),
        Life::Decided { decision, .. } if *decision != Decision::Selected && is_chosen => {
            Err(Refusal::Chosen(label()))
        }
        Life::Discussed(_)
        | Life::Chosen { .. }
        | Life::Tried { .. }
        | Life::Decided { .. }
        | Life::Reasoned(_)
        | Life::Aimed(_)
        | Life::Proposed(_)
        | Life::TakenUp(_)
        | Life::NotTried => Ok(()),
    }
}

fn lived(advice: Advice, life: Life) -> Fact {
    match advice {
        Advice::Idea(id) => Fact::Idea(ideas::Event::Lived { id, life }),
        Advice::Cluster(id) => Fact::Cluster(clusters::Event::Lived { id, life }),
    }
}

impl Session {
    /// Where the post-its of an advies lie.
    pub fn place_of(&self, advice: Advice) -> Option<Place> {
        match advice {
            Advice::Idea(id) => self.ideas.place(id),
            Advice::Cluster(id) => self.clusters.place(id),
        }
    }
}

#[cfg(test)]
mod tests;
