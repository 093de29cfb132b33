//! All tips of a meeting in one table, with their life: what was said of them and what came of it.
//!
//! To count and to sort, in Excel. Tips that are left out are in it and say so; the prullenbak is
//! not. A post-it in a cluster has the life of its cluster. It names nobody. Must not know: files.

use super::advice::purpose;
use super::{csv, harvest};
use crate::domain::advice::Advice;
use crate::domain::casus::Casus;
use crate::domain::clusters::Cluster;
use crate::domain::goals::Goal;
use crate::domain::id::{IdeaId, NoteId};
use crate::domain::ideas::{Idea, Mark, Place, Ring, Slot};
use crate::domain::life::Course;
use crate::domain::method::Words;
use crate::domain::notes::Kind;
use crate::domain::session::Session;
use crate::text::{flaps, outcomes};

/// One tip with all that is known around it.
struct Entry<'a> {
    session: &'a Session,
    casus: &'a Casus,
    goal: Option<&'a Goal>,
    place: Place,
    id: IdeaId,
    idea: &'a Idea,
}

/// The heading of a column, and what stands in it.
type Column = (fn(&Words) -> String, fn(&Entry<'_>) -> String);

/// Tips in the columns of the Compensatiematrix.
const GATHERED: [Column; 13] = [
    (|_| "Casus".to_owned(), |entry| alias(entry.casus)),
    (|_| "Gebied".to_owned(), |entry| entry.goal.and_then(|goal| goal.area.clone()).unwrap_or_default()),
    (|_| "Doel".to_owned(), goal),
    (|_| "Kolom".to_owned(), column),
    (|_| "Nummer".to_owned(), |entry| entry.idea.number.to_string()),
    (|words| words.idea.one.capital().to_string(), |entry| entry.idea.text.clone()),
    (|_| "Valt op".to_owned(), |entry| mark(entry.idea, Mark::StandsOut)),
    (|_| "Nieuw".to_owned(), |entry| mark(entry.idea, Mark::New)),
    (|_| "Laat ik weg".to_owned(), |entry| mark(entry.idea, Mark::LeftOut)),
    (|_| "Besproken".to_owned(), |entry| answer(entry.course().discussed)),
    (|_| "Gekozen".to_owned(), |entry| answer(entry.course().chosen)),
    (|_| "Uitkomst".to_owned(), outcome),
    (|_| "Omdat".to_owned(), |entry| entry.course().because.clone()),
];

/// Post-its with what the group decided about their advies (S000).
const WEIGHED: [Column; 22] = [
    (|_| "Casus".to_owned(), |entry| alias(entry.casus)),
    (
        |_| "Flap".to_owned(),
        |entry| entry.goal.and_then(|goal| goal.flap).map(flaps::name).unwrap_or_default().to_owned(),
    ),
    (|_| "Doel".to_owned(), goal),
    (
        |_| "Cluster".to_owned(),
        |entry| entry.cluster().map(|one| one.letter().to_string()).unwrap_or_default(),
    ),
    (|_| "Titel".to_owned(), |entry| entry.cluster().map(|one| one.title.clone()).unwrap_or_default()),
    (|_| "Nummer".to_owned(), |entry| entry.idea.number.to_string()),
    (|words| words.idea.one.capital().to_string(), |entry| entry.idea.text.clone()),
    (|_| "Ring".to_owned(), ring),
    (|_| "Gehoord".to_owned(), |entry| mark(entry.idea, Mark::Heard)),
    (|_| "Besluit".to_owned(), |entry| outcomes::decision(entry.course().decision).to_owned()),
    (|_| "Reden".to_owned(), |entry| entry.notes(entry.course().objection)),
    (|_| "Onderbouwing".to_owned(), |entry| entry.course().reasoning.clone()),
    (purpose, |entry| entry.course().purpose.clone()),
    (|_| "Voors".to_owned(), |entry| entry.notes(entry.session.arguments(entry.advice(), Kind::Pro))),
    (|_| "Tegens".to_owned(), |entry| entry.notes(entry.session.arguments(entry.advice(), Kind::Con))),
    (|words| format!("Legt {} voor", words.contributor.one), |entry| yes(entry.course().proposed)),
    (|_| "Besproken".to_owned(), |entry| answer(entry.course().discussed)),
    (|_| "Gekozen".to_owned(), |entry| answer(entry.course().chosen)),
    (|_| "Pakt het op".to_owned(), |entry| entry.course().taken_up.clone()),
    (|_| "Uitkomst".to_owned(), outcome),
    (|_| "Omdat".to_owned(), |entry| entry.course().because.clone()),
    (
        |_| "Toelichting".to_owned(),
        |entry| entry.goal.map(|goal| goal.explanation.clone()).unwrap_or_default(),
    ),
];

impl Entry<'_> {
    /// What it is weighed as: its cluster, or itself.
    fn advice(&self) -> Advice {
        match self.place.slot {
            Slot::Cluster(id) => Advice::Cluster(id),
            Slot::Column(_) | Slot::Unplaced | Slot::Bin => Advice::Idea(self.id),
        }
    }

    fn course(&self) -> &Course {
        self.session.course(self.advice()).unwrap_or(&self.idea.course)
    }

    fn cluster(&self) -> Option<&Cluster> {
        match self.place.slot {
            Slot::Cluster(id) => self.session.clusters.get(id),
            Slot::Column(_) | Slot::Unplaced | Slot::Bin => None,
        }
    }

    fn notes(&self, ids: impl IntoIterator<Item = NoteId>) -> String {
        let texts = ids.into_iter().filter_map(|id| self.session.notes.get(id));
        texts.map(|note| note.text.as_str()).collect::<Vec<_>>().join(" | ")
    }
}

/// The table as a CSV file, casus by casus and by number.
pub fn table(session: &Session) -> Vec<u8> {
    let columns: &[Column] = if session.method.group_decides() { &WEIGHED } else { &GATHERED };
    let entries = session.casussen.iter().flat_map(|casus| {
        session.ideas.of_casus(casus.id).map(move |(id, place, idea)| {
            let goal = place.row.goal.and_then(|id| session.goals.get(id));
            Entry { session, casus, goal, place, id, idea }
        })
    });
    let rows = entries.map(|entry| columns.iter().map(|(_, cell)| cell(&entry)).collect::<Vec<_>>());
    let heads: Vec<String> = columns.iter().map(|(head, _)| head(&session.method.words)).collect();
    csv::table(&heads, rows)
}

/// Without an alias its number tells it from the others.
fn alias(casus: &Casus) -> String {
    match casus.alias() {
        "" => format!("Casus {}", casus.id.0),
        alias => alias.to_owned(),
    }
}

fn goal(entry: &Entry<'_>) -> String {
    entry.goal.map(|goal| goal.text.clone()).unwrap_or_default()
}

fn column(entry: &Entry<'_>) -> String {
    let here = match entry.place.slot {
        Slot::Column(index) => entry.session.columns().get(usize::from(index)).map(harvest::title),
        Slot::Cluster(_) => entry.cluster().map(harvest::cluster_title),
        Slot::Unplaced | Slot::Bin => None,
    };
    here.unwrap_or_else(|| harvest::unplaced(entry.session).to_owned())
}

fn ring(entry: &Entry<'_>) -> String {
    match entry.idea.ring {
        Some(Ring::Core) => "kernteam",
        Some(Ring::Outer) => "buitenring",
        None => "",
    }
    .to_owned()
}

fn outcome(entry: &Entry<'_>) -> String {
    entry.course().outcome.map(outcomes::name).unwrap_or_default().to_owned()
}

fn mark(idea: &Idea, mark: Mark) -> String {
    yes(idea.has(mark))
}

fn yes(on: bool) -> String {
    if on { "ja".to_owned() } else { String::new() }
}

fn answer(answer: Option<bool>) -> String {
    match answer {
        Some(true) => "ja",
        Some(false) => "nee",
        None => "",
    }
    .to_owned()
}
