//! One casus of a session as a pakket. Names of the people at the table are taken out of the texts,
//! and so is what the privacy filter finds.

use super::{Feedback, Goal, Note, Origin, Packet, PostIt, Tip, VERSION};
use crate::domain::advice::Advice;
use crate::domain::casus::{self, Field};
use crate::domain::goals::Row;
use crate::domain::id::CasusId;
use crate::domain::ideas::{Mark, Slot};
use crate::domain::notes::{self, Spot};
use crate::domain::privacy::{self, Kind, Known, MASK};
use crate::domain::session::Session;
use crate::text::{dates, fold};
use chrono::NaiveDate;

/// What stands where a name stood.
const NAME: &str = "[naam]";
/// Between two words of one name.
const BETWEEN: [char; 4] = [' ', '\'', '’', '-'];

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
        research: maker.notes(casus, notes::Kind::Research),
        agreements: maker.notes(casus, notes::Kind::Agreement),
    }
}

/// The words of a text as they go into a pakket of this session.
pub(super) fn text(session: &Session, text: &str) -> String {
    Maker::new(session).text(text)
}

struct Maker<'a> {
    session: &'a Session,
    known: Known,
    /// The words of each name, so that a name goes as a whole.
    names: Vec<Vec<&'a str>>,
}

impl<'a> Maker<'a> {
    fn new(session: &'a Session) -> Self {
        let names = || session.people.everybody().map(|person| person.name.as_str());
        let whole = names().map(|name| words_of(name).into_iter().map(|(_, word)| word).collect());
        Self { session, known: Known::new(names(), &[]), names: whole.collect() }
    }

    /// The text without what is a name at this table, and without what else the privacy filter
    /// finds: a pakket travels.
    fn text(&self, text: &str) -> String {
        let found = privacy::find(text, &self.known).into_iter();
        let mut found: Vec<_> = found.map(|one| (one.span, one.kind == Kind::Participant)).collect();
        // Too short for the filter: only just as it was written down.
        let short = words_of(text).into_iter().filter(|(_, word)| self.is_short_name(word));
        found.extend(short.map(|(at, word)| (at..at + word.len(), true)));
        found.sort_by_key(|(span, _)| span.start);
        let (mut out, mut at) = (String::new(), 0);
        for (span, is_ours) in found {
            let start = if is_ours { self.start(text, span.start) } else { span.start }.max(at);
            let between = text.get(at..start).unwrap_or_default();
            // "Kees" and "de Boer" behind it are one.
            if !(is_ours && between.trim().is_empty() && out.ends_with(NAME)) {
                out.push_str(between);
                out.push_str(if is_ours { NAME } else { MASK });
            }
            at = span.end.max(at);
        }
        out.push_str(text.get(at..).unwrap_or_default());
        out
    }

    fn is_short_name(&self, word: &str) -> bool {
        word.chars().count() == 2
            && word.starts_with(char::is_uppercase)
            && !privacy::is_never_alone(&fold::plain(word))
            && self.names.iter().flatten().any(|part| *part == word)
    }

    /// Where a name begins of which one word begins at `at`: the words in front of it in a name of
    /// this table belong to it ("mevrouw De Boer"). Never on their own: *de* is no name.
    fn start(&self, text: &str, at: usize) -> usize {
        let Some((before, rest)) = text.split_at_checked(at) else { return at };
        let part = words_of(rest).first().map_or(String::new(), |(_, word)| fold::plain(word));
        let is_part = |word: &str| {
            [Some(part.as_str()), part.strip_suffix('s')].contains(&Some(fold::plain(word).as_str()))
        };
        let begins = |name: &Vec<&str>| {
            let mut start = at;
            for word in name.get(..name.iter().position(|word| is_part(word))?)?.iter().rev() {
                let rest = before.get(..start)?.trim_end_matches(BETWEEN);
                let Some((place, last)) = words_of(rest).pop() else { break };
                if place + last.len() < rest.len() || fold::plain(last) != fold::plain(word) {
                    break;
                }
                start = before.get(..place)?.trim_end_matches(['\'', '’']).len();
            }
            Some(start)
        };
        self.names.iter().filter_map(begins).min().unwrap_or(at)
    }

    fn notes(&self, casus: CasusId, kind: notes::Kind) -> Vec<Note> {
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
        let notes = session.arguments(advice, notes::Kind::About);
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

/// The words of a text or a name, each with where it begins.
fn words_of(text: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    let pieces = text.split_inclusive(|c: char| !c.is_alphanumeric()).map(|piece| {
        let begins = at;
        at += piece.len();
        (begins, piece.trim_end_matches(|c: char| !c.is_alphanumeric()))
    });
    pieces.filter(|(_, word)| !word.is_empty()).collect()
}

/// What this is in the session it came from.
fn there<T: Copy + PartialEq + Default>(id: T, known: Option<&[(T, T)]>) -> T {
    let Some(known) = known else { return id };
    known.iter().find(|(here, _)| *here == id).map(|(_, there)| *there).unwrap_or_default()
}
