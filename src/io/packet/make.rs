//! One casus of a session as a pakket. Names of the people at the table are taken out of the texts,
//! and so is what the privacy filter finds.

use super::{Feedback, Goal, Note, Origin, Packet, PostIt, Tip, VERSION};
use crate::domain::advice::Advice;
use crate::domain::casus::{self, Field};
use crate::domain::goals::Row;
use crate::domain::id::CasusId;
use crate::domain::ideas::{Mark, Slot};
use crate::domain::notes::{Kind, Spot};
use crate::domain::privacy::{self, Finding, Known};
use crate::domain::session::Session;
use crate::domain::verdicts;
use crate::text::dates;
use chrono::NaiveDate;

/// What stands where a name stood.
const NAME: &str = "[naam]";

/// The pakket of a casus. `folder` is the name of the session, `date` its day. Of a session that
/// came from a pakket itself, it refers to the first one, and takes along what was written since.
pub fn make(session: &Session, folder: &str, casus: CasusId, date: NaiveDate) -> Packet {
    let maker = Maker::new(session);
    let of = session.casus(casus);
    let origin = of.and_then(|casus| casus.origin.as_ref());
    let field = |field| maker.text(of.map_or("", |casus| casus.field(field)));
    Packet {
        version: VERSION,
        origin: Origin {
            session: origin.map_or(folder, |origin| origin.session.as_str()).to_owned(),
            casus: origin.map_or(casus, |origin| origin.casus).0,
            date: dates::sortable(date),
        },
        method: session.method.id.clone(),
        layout: session.plan.layout,
        alias: field(Field::Alias),
        feedback: Feedback { when: field(Field::FeedbackWhen), what: field(Field::FeedbackWhat) },
        goals: session
            .harvest(casus)
            .into_iter()
            .map(|(row, list)| maker.goal(row, &list, origin))
            .filter(|goal| goal.id > 0 || !goal.advices.is_empty())
            .collect(),
        research: maker.notes(casus, Kind::Research),
        agreements: maker.notes(casus, Kind::Agreement),
    }
}

/// The words of a text as they go into a pakket of this session.
pub(super) fn text(session: &Session, text: &str) -> String {
    Maker::new(session).text(text)
}

struct Maker<'a> {
    session: &'a Session,
    known: Known,
}

impl<'a> Maker<'a> {
    fn new(session: &'a Session) -> Self {
        Self { session, known: verdicts::known(session, &[]) }
    }

    /// The text, with what is a name at this table left out. A pakket travels: what the privacy
    /// filter finds does not go along, unless somebody let it stand.
    fn text(&self, text: &str) -> String {
        let found = privacy::find(text, &self.known);
        let is_ours = |finding: &Finding| finding.kind == privacy::Kind::Participant;
        privacy::replace(text, &found, |finding| if is_ours(finding) { NAME } else { privacy::MASK })
    }

    fn notes(&self, casus: CasusId, kind: Kind) -> Vec<Note> {
        let ids = self.session.notes.at(Spot { casus: Some(casus), kind });
        let notes = ids.iter().filter_map(|id| self.session.notes.get(*id));
        notes.map(|note| Note { text: self.text(&note.text), done: note.done }).collect()
    }

    fn goal(&self, row: Row, list: &[Advice], origin: Option<&casus::Origin>) -> Goal {
        let goal = row.goal.and_then(|id| self.session.goals.get(id));
        let id = row.goal.map_or(0, |id| there(id, origin.map(|origin| origin.goals.as_slice())).0);
        Goal {
            id,
            text: goal.map_or(String::new(), |goal| self.text(&goal.text)),
            flap: goal.and_then(|goal| goal.flap).map(Into::into),
            explanation: goal.map_or(String::new(), |goal| self.text(&goal.explanation)),
            advices: list.iter().filter_map(|advice| self.tip(*advice, origin)).collect(),
        }
    }

    fn tip(&self, advice: Advice, origin: Option<&casus::Origin>) -> Option<Tip> {
        let session = self.session;
        let course = session.course(advice)?;
        let (id, stands_out) = match advice {
            Advice::Idea(id) => (
                there(id, origin.map(|origin| origin.ideas.as_slice())).0,
                session.ideas.get(id)?.has(Mark::StandsOut),
            ),
            Advice::Cluster(id) => (there(id, origin.map(|origin| origin.clusters.as_slice())).0, false),
        };
        let column = match session.place_of(advice)?.slot {
            Slot::Column(index) => session.columns().get(usize::from(index)),
            Slot::Cluster(_) | Slot::Unplaced | Slot::Bin => None,
        };
        // What was added at home is in no other session.
        if id == 0 {
            return None;
        }
        let notes = session.arguments(advice, Kind::About);
        Some(Tip {
            id,
            label: session.advice_label(advice),
            text: self.text(session.advice_text(advice)),
            column: column.map_or(String::new(), |column| column.letter.to_string()),
            members: self.members(advice, origin),
            reasoning: self.text(&course.reasoning),
            purpose: self.text(&course.purpose),
            stands_out,
            discussed: course.discussed,
            chosen: course.chosen,
            outcome: course.outcome.map(Into::into),
            because: self.text(&course.because),
            taken_up: origin.map_or(String::new(), |_| course.taken_up.clone()),
            // What others wrote stays with them; what was written at home comes back.
            notes: match origin {
                Some(_) => notes.iter().filter_map(|id| Some(session.notes.get(*id)?.text.clone())).collect(),
                None => Vec::new(),
            },
        })
    }

    fn members(&self, advice: Advice, origin: Option<&casus::Origin>) -> Vec<PostIt> {
        let Advice::Cluster(_) = advice else { return Vec::new() };
        let ideas = self.session.members(advice).into_iter();
        let known = origin.map(|origin| origin.ideas.as_slice());
        ideas
            .filter_map(|id| Some((id, self.session.ideas.get(id)?)))
            .map(|(id, idea)| PostIt {
                id: there(id, known).0,
                number: idea.number,
                text: self.text(&idea.text),
            })
            .collect()
    }
}

/// What this is in the session it came from.
fn there<T: Copy + PartialEq + Default>(id: T, known: Option<&[(T, T)]>) -> T {
    let Some(known) = known else { return id };
    known.iter().find(|(here, _)| *here == id).map(|(_, there)| *there).unwrap_or_default()
}
