//! All tips of a meeting in one table, with their life: what was said of them and what came of it.
//!
//! To count and to sort, in Excel. Tips that are left out are in it and say so; the prullenbak is
//! not. A post-it in a cluster has the life of its cluster. It names nobody. Must not know: files.

use super::{csv, harvest};
use crate::domain::advice::Advice;
use crate::domain::casus::Casus;
use crate::domain::clusters::Cluster;
use crate::domain::goals::Goal;
use crate::domain::id::{IdeaId, NoteId};
use crate::domain::ideas::{Idea, Mark, Place, Ring, Slot};
use crate::domain::life::Course;
use crate::domain::method::Activity;
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
type Column = (&'static str, fn(&Entry<'_>) -> String);

/// Tips in the columns of the Compensatiematrix.
const GATHERED: [Column; 13] = [
    ("Casus", |entry| alias(entry.casus)),
    ("Gebied", |entry| entry.goal.and_then(|goal| goal.area.clone()).unwrap_or_default()),
    ("Doel", goal),
    ("Kolom", column),
    ("Nummer", |entry| entry.idea.number.to_string()),
    ("Tip", |entry| entry.idea.text.clone()),
    ("Valt op", |entry| mark(entry.idea, Mark::StandsOut)),
    ("Nieuw", |entry| mark(entry.idea, Mark::New)),
    ("Laat ik weg", |entry| mark(entry.idea, Mark::LeftOut)),
    ("Besproken", |entry| answer(entry.course().discussed)),
    ("Gekozen", |entry| answer(entry.course().chosen)),
    ("Uitkomst", outcome),
    ("Omdat", |entry| entry.course().because.clone()),
];

/// Post-its with what the group decided about their advies (S000).
const WEIGHED: [Column; 22] = [
    ("Casus", |entry| alias(entry.casus)),
    ("Flap", |entry| entry.goal.and_then(|goal| goal.flap).map(flaps::name).unwrap_or_default().to_owned()),
    ("Doel", goal),
    ("Cluster", |entry| entry.cluster().map(|one| one.letter().to_string()).unwrap_or_default()),
    ("Titel", |entry| entry.cluster().map(|one| one.title.clone()).unwrap_or_default()),
    ("Nummer", |entry| entry.idea.number.to_string()),
    ("Post-it", |entry| entry.idea.text.clone()),
    ("Ring", ring),
    ("Gehoord", |entry| mark(entry.idea, Mark::Heard)),
    ("Besluit", |entry| outcomes::decision(entry.course().decision).to_owned()),
    ("Reden", |entry| entry.notes(entry.course().objection)),
    ("Onderbouwing", |entry| entry.course().reasoning.clone()),
    ("Doel voor dit koppel", |entry| entry.course().purpose.clone()),
    ("Voors", |entry| entry.notes(entry.session.arguments(entry.advice(), Kind::Pro))),
    ("Tegens", |entry| entry.notes(entry.session.arguments(entry.advice(), Kind::Con))),
    ("Legt casemanager voor", |entry| yes(entry.course().proposed)),
    ("Besproken", |entry| answer(entry.course().discussed)),
    ("Gekozen", |entry| answer(entry.course().chosen)),
    ("Pakt het op", |entry| entry.course().taken_up.clone()),
    ("Uitkomst", outcome),
    ("Omdat", |entry| entry.course().because.clone()),
    ("Toelichting", |entry| entry.goal.map(|goal| goal.explanation.clone()).unwrap_or_default()),
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
    let columns: &[Column] = if session.method.has(Activity::Wegen) { &WEIGHED } else { &GATHERED };
    let entries = session.casussen.iter().flat_map(|casus| {
        session.ideas.of_casus(casus.id).map(move |(id, place, idea)| {
            let goal = place.row.goal.and_then(|id| session.goals.get(id));
            Entry { session, casus, goal, place, id, idea }
        })
    });
    let rows = entries.map(|entry| columns.iter().map(|(_, cell)| cell(&entry)).collect::<Vec<_>>());
    let heads: Vec<&str> = columns.iter().map(|(head, _)| *head).collect();
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
    let column = match entry.place.slot {
        Slot::Column(index) => entry.session.columns().get(usize::from(index)),
        Slot::Cluster(_) | Slot::Unplaced | Slot::Bin => None,
    };
    column.map_or_else(|| harvest::UNPLACED.to_owned(), harvest::title)
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
