//! The adviezen of a casus in the case conference: goal by goal, clusters by letter and then the
//! lonely post-its. Every post-it that is not in the prullenbak comes by exactly once: as the
//! words of an advies, or among the others of its cluster.
//!
//! Must not know: sheets and formats.

use crate::domain::advice::Advice;
use crate::domain::goals::{Goal, Row};
use crate::domain::id::{CasusId, NoteId};
use crate::domain::ideas::Idea;
use crate::domain::life::{Course, Decision};
use crate::domain::method::Words;
use crate::domain::notes::Kind;
use crate::domain::session::Session;

/// A goal with its adviezen.
pub struct Aim<'a> {
    /// As werkblad 8 counts them; nothing for what has no goal.
    pub number: Option<usize>,
    pub goal: Option<&'a Goal>,
    pub advices: Vec<Weighed<'a>>,
}

impl Aim<'_> {
    /// "DOEL 2", as werkblad 8 writes it.
    pub fn heading(&self) -> String {
        self.number.map_or_else(|| "Nog zonder doel".to_owned(), |number| format!("DOEL {number}"))
    }

    /// The goal in the words of the koppel.
    pub fn text(&self) -> &str {
        self.goal.map_or("", |goal| goal.text.as_str())
    }

    /// "DOEL 2 samen eten", on one line.
    pub fn line(&self) -> String {
        format!("{} {}", self.heading(), self.text()).trim_end().to_owned()
    }

    /// The adviezen about which this was decided.
    pub fn decided(&self, decision: Decision) -> impl Iterator<Item = &Weighed<'_>> {
        self.advices.iter().filter(move |advice| advice.course.decision == decision)
    }
}

/// An advies with all that was said of it.
pub struct Weighed<'a> {
    /// The letter of a cluster, the number of a post-it.
    pub label: String,
    /// The title of a cluster, if it has one.
    pub title: &'a str,
    pub is_cluster: bool,
    pub ideas: Vec<&'a Idea>,
    pub course: &'a Course,
    pub pros: Vec<&'a str>,
    /// Without the one that was the reason for a rejection.
    pub cons: Vec<&'a str>,
    pub reason: &'a str,
}

impl Weighed<'_> {
    /// "B Vervoer", "7 muziek uit".
    pub fn line(&self) -> String {
        match (self.is_cluster, self.title) {
            (true, "") => format!("{} (zonder titel)", self.label),
            (true, title) => format!("{} {title}", self.label),
            (false, _) => self.ideas.first().map_or(String::new(), |idea| numbered(idea)),
        }
    }

    /// The post-its of a cluster; those of a lonely one are its [`line`](Self::line).
    pub fn members(&self) -> Vec<String> {
        let ideas = if self.is_cluster { self.ideas.as_slice() } else { &[] };
        ideas.iter().map(|idea| numbered(idea)).collect()
    }

    /// To point to it without repeating a post-it: "B Vervoer", "cluster B", "post-it 7".
    pub fn name(&self, words: &Words) -> String {
        match (self.is_cluster, self.title) {
            (true, "") => format!("cluster {}", self.label),
            (true, _) => self.line(),
            (false, _) => format!("{} {}", words.idea.one, self.label),
        }
    }

    /// The advies in words alone, and the texts that belong to it.
    pub fn told(&self) -> (&str, Vec<&str>) {
        let mut texts = self.ideas.iter().map(|idea| idea.text.as_str());
        let words = if self.title.is_empty() { texts.next().unwrap_or("") } else { self.title };
        (words, texts.collect())
    }
}

/// What stands before the purpose of an advies: "Doel voor dit koppel".
pub fn purpose(words: &Words) -> String {
    format!("Doel voor {}", words.client.this())
}

fn numbered(idea: &Idea) -> String {
    format!("{} {}", idea.number, idea.text)
}

/// Every goal of a casus, also one that was kept apart, and what has no goal when there is any.
pub fn of(session: &Session, casus: CasusId) -> Vec<Aim<'_>> {
    let goals = (1..).zip(session.goals.of(casus));
    let mut aims: Vec<Aim<'_>> = goals
        .map(|(number, (id, goal))| Aim {
            number: Some(number),
            goal: Some(goal),
            advices: weighed(session, Row { casus, goal: Some(id) }),
        })
        .collect();
    let loose = weighed(session, Row { casus, goal: None });
    if !loose.is_empty() {
        aims.push(Aim { number: None, goal: None, advices: loose });
    }
    aims
}

fn weighed(session: &Session, row: Row) -> Vec<Weighed<'_>> {
    session.advices(row).into_iter().filter_map(|advice| one(session, advice)).collect()
}

fn one(session: &Session, advice: Advice) -> Option<Weighed<'_>> {
    let course = session.course(advice)?;
    let title = match advice {
        Advice::Cluster(id) => session.clusters.get(id).map_or("", |cluster| cluster.title.as_str()),
        Advice::Idea(_) => "",
    };
    let con = |id: &NoteId| Some(*id) != course.objection;
    Some(Weighed {
        label: session.advice_label(advice),
        title,
        is_cluster: matches!(advice, Advice::Cluster(_)),
        ideas: session.members(advice).into_iter().filter_map(|id| session.ideas.get(id)).collect(),
        course,
        pros: texts(session, session.arguments(advice, Kind::Pro)),
        cons: texts(session, session.arguments(advice, Kind::Con).into_iter().filter(con)),
        reason: texts(session, course.objection.filter(|id| is_kept(session, *id)))
            .first()
            .copied()
            .unwrap_or(""),
    })
}

fn is_kept(session: &Session, id: NoteId) -> bool {
    session.notes.place(id).is_some_and(|spot| spot.kind != Kind::Bin)
}

fn texts(session: &Session, ids: impl IntoIterator<Item = NoteId>) -> Vec<&str> {
    ids.into_iter().filter_map(|id| session.notes.get(id)).map(|note| note.text.as_str()).collect()
}
