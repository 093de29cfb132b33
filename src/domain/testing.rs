//! Ready-made sessions for tests: a small method, a scripted meeting, and commands drawn from
//! plain numbers and texts, so that any property test can play a random meeting.
//!
//! Public because the tests outside this crate use it; no program does.

use super::advice::{self, Advice};
use super::casus::{self, Picture};
use super::clock;
use super::clusters;
use super::command::{self, Command};
use super::feedback::{self, Told};
use super::goals::{self, Owner, Row};
use super::id::{CasusId, ClusterId, GoalId, IdeaId, NoteId, PersonId, StepKey};
use super::ideas::{self, Mark, Place, Slot};
use super::journal::{Act, FORMAT, Journal, Opened};
use super::life::{Decision, Life, Outcome};
use super::method::Role;
use super::notes::{self, Kind, Spot};
use super::people::{self, Person, RoundKind, Standing};
use super::plan::{self, Switch};
use super::session::{FIRST_CASUS, Session};
use super::time::{Moment, Now};
use chrono::{DateTime, TimeDelta};

mod script;
mod small;
mod table;

pub use script::script;
pub use small::method;
pub use table::Table;

/// A raw choice from which [`gesture`] makes something that fits the session at hand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draw {
    pub kind: u8,
    pub a: u32,
    pub b: u32,
    pub text: String,
}

/// One thing a person does.
#[derive(Debug, Clone, PartialEq)]
pub enum Gesture {
    Do(Command),
    Undo,
    Redo,
}

/// A moment, in seconds after [`begin`].
pub fn moment(seconds: i64) -> Moment {
    begin() + TimeDelta::seconds(seconds)
}

/// A step of the small method, for the first casus where it is repeated.
pub fn step_key(step: u16) -> StepKey {
    StepKey { step, casus: (step > 1).then_some(FIRST_CASUS) }
}

/// Half past one on an afternoon in November; the beginning of every test meeting.
pub fn begin() -> Moment {
    DateTime::parse_from_rfc3339("2026-11-22T13:30:00+01:00").unwrap_or_default()
}

/// A first line for a journal.
pub fn opened() -> Opened {
    Opened { format: FORMAT, app: "0.1.0".to_owned(), at: begin(), method: method() }
}

/// Plays gestures, a quarter of a minute apart; what is refused leaves no trace.
pub fn play(gestures: impl IntoIterator<Item = Gesture>) -> Journal {
    let mut journal = Journal::new(opened());
    for gesture in gestures {
        add(&mut journal, gesture);
    }
    journal
}

/// Plays raw draws.
pub fn play_draws(draws: &[Draw]) -> Journal {
    let mut journal = Journal::new(opened());
    for draw in draws {
        let session = journal.fold();
        let now = Now::fixed(journal.last_at() + TimeDelta::seconds(15));
        add(&mut journal, gesture(&session, draw, &now));
    }
    journal
}

fn add(journal: &mut Journal, gesture: Gesture) {
    let now = Now::fixed(journal.last_at() + TimeDelta::seconds(15));
    let act = match gesture {
        Gesture::Do(wish) => match command::decide(&journal.fold(), wish, &now) {
            Ok(events) => Act::Do(events),
            Err(_) => return,
        },
        Gesture::Undo if journal.undoable().is_some() => Act::Undo,
        Gesture::Redo if journal.redoable().is_some() => Act::Redo,
        Gesture::Undo | Gesture::Redo => return,
    };
    journal.push(journal.next(now.at, act));
}

/// The gesture behind a draw. Numbers are folded to what is there, and now and then just past it.
pub fn gesture(session: &Session, draw: &Draw, now: &Now) -> Gesture {
    let command = match draw.kind % 12 {
        0 => return if draw.a.is_multiple_of(2) { Gesture::Undo } else { Gesture::Redo },
        1 => people(session, draw),
        2 => casussen(session, draw),
        3 => aims(session, draw),
        4 => remarks(session, draw),
        5 => plans(session, draw),
        6 => time(session, draw, now),
        7 => Command::Feedback(feedback::Command::Tell(Told::new(
            "2026-10-20-akad-1",
            Advice::Idea(IdeaId(draw.a % 4)),
            Outcome::WorkedPartly,
            &draw.text,
        ))),
        8 => tips(session, draw),
        10 => piles(session, draw),
        11 => adviezen(session, draw),
        _ => {
            let (place, texts) = (place(session, draw), texts(draw));
            Command::Idea(ideas::Command::Add { place, texts, ring: None })
        }
    };
    Gesture::Do(command)
}

fn texts(draw: &Draw) -> Vec<String> {
    vec![draw.text.clone(); usize::try_from(draw.b % 2).unwrap_or(0) + 1]
}

fn upto(number: u32, count: usize) -> u32 {
    number % (u32::try_from(count).unwrap_or(0) + 2)
}

fn a_casus(session: &Session, number: u32) -> CasusId {
    CasusId(upto(number, session.casussen.len()).max(1))
}

fn a_row(session: &Session, draw: &Draw) -> Row {
    let casus = a_casus(session, draw.a / 16);
    let goal = (!draw.a.is_multiple_of(3)).then(|| GoalId(upto(draw.a / 3, session.goals.of(casus).count())));
    Row { casus, goal }
}

fn place(session: &Session, draw: &Draw) -> Place {
    let slot = match draw.b % 7 {
        0 => Slot::Unplaced,
        6 => Slot::Cluster(a_cluster(session, draw.a)),
        column => Slot::Column(u16::try_from(column - 1).unwrap_or(0)),
    };
    Place { row: a_row(session, draw), slot }
}

fn a_step(session: &Session, number: u32) -> StepKey {
    let agenda = session.agenda();
    let index = usize::try_from(number).unwrap_or(0) % agenda.len().max(1);
    agenda.get(index).copied().unwrap_or(StepKey { step: 0, casus: None })
}

fn people(session: &Session, draw: &Draw) -> Command {
    let id = PersonId(upto(draw.b, session.people.all().count()));
    let standing = (draw.b.is_multiple_of(2)).then_some(Standing::Informeel);
    let person =
        Person { name: draw.text.clone(), function: "buur".to_owned(), standing, ..Person::default() };
    let role = if draw.b.is_multiple_of(2) { Role::Procesbegeleider } else { Role::Tijdbewaker };
    Command::People(match draw.a % 5 {
        0 => people::Command::Change { id, person },
        1 => people::Command::Leave { id, left: draw.b.is_multiple_of(2) },
        2 => people::Command::GiveRole { role, person: Some(id), reason: None },
        3 => people::Command::HoldRound {
            step: a_step(session, draw.b),
            kind: RoundKind::Ideas,
            spoken: [id, PersonId(1)].into(),
        },
        _ => people::Command::Add(vec![person]),
    })
}

fn casussen(session: &Session, draw: &Draw) -> Command {
    let casus = a_casus(session, draw.b);
    let text = draw.text.clone();
    Command::Casus(match draw.a % 7 {
        6 => casus::Command::DropArea { casus, area: text },
        0 if session.casussen.len() < 3 => casus::Command::Add,
        1 => casus::Command::SetPicture { casus, vak: 1, picture: Picture::AskFirst },
        2 => casus::Command::ChooseArea { casus, area: text },
        3 => casus::Command::Postpone { casus, reason: text },
        4 => casus::Command::BringBy { casus, person: Some(PersonId(1)) },
        _ => casus::Command::SetField { casus, field: casus::Field::Alias, text },
    })
}

fn aims(session: &Session, draw: &Draw) -> Command {
    let row = a_row(session, draw);
    let id = row.goal.unwrap_or(GoalId(1));
    let on = draw.b.is_multiple_of(2);
    Command::Goal(match draw.b % 9 {
        8 => goals::Command::Stop { row, on: draw.a.is_multiple_of(2) },
        0 => goals::Command::Reword { id, text: draw.text.clone() },
        1 => goals::Command::Own { id, owner: Owner::SomebodyElse },
        2 => goals::Command::Park { id, parked: draw.a.is_multiple_of(2) },
        3 => goals::Command::Bin { id },
        4 => goals::Command::Restore { id },
        5 => goals::Command::Discuss { row, column: 1, on },
        6 => goals::Command::MarkMissing { row, column: 2, on },
        _ => goals::Command::Add { casus: row.casus, area: None, text: draw.text.clone() },
    })
}

fn a_cluster(session: &Session, number: u32) -> ClusterId {
    ClusterId(upto(number, usize::try_from(session.clusters.next_id().0).unwrap_or(0)))
}

/// Gestures with clusters.
fn piles(session: &Session, draw: &Draw) -> Command {
    let id = a_cluster(session, draw.a);
    let title = draw.text.clone();
    let ids = vec![IdeaId(upto(draw.a / 7, session.ideas.len())), IdeaId(upto(draw.b, session.ideas.len()))];
    let row = a_row(session, draw);
    Command::Cluster(match draw.b % 8 {
        0 => clusters::Command::Title { id, title },
        1 | 2 => clusters::Command::Merge { from: id, into: a_cluster(session, draw.b / 8) },
        3 => clusters::Command::Move { id, row },
        4 => clusters::Command::Dissolve { id },
        5 => clusters::Command::Make { row, letter: Some(3), title, ids: Vec::new() },
        _ => clusters::Command::Make { row, letter: None, title, ids },
    })
}

/// Gestures about adviezen: arguments and decisions.
fn adviezen(session: &Session, draw: &Draw) -> Command {
    let advice = if draw.a.is_multiple_of(2) {
        Advice::Cluster(a_cluster(session, draw.a / 2))
    } else {
        Advice::Idea(IdeaId(upto(draw.a / 2, session.ideas.len())))
    };
    let casus = session.row_of(advice).map(|row| row.casus);
    let argue = |kind| {
        Command::Note(notes::Command::Add { spot: Spot { casus, kind }, texts: vec![draw.text.clone()] })
    };
    let decide = |decision| {
        Command::Advice(advice::Command { advice, life: Life::Decided { decision, objection: None } })
    };
    match draw.b % 6 {
        0 => decide(Decision::Selected),
        1 => decide(Decision::Rejected),
        2 => decide(Decision::Open),
        3 => argue(Kind::Con(advice)),
        _ => argue(Kind::Pro(advice)),
    }
}

fn remarks(session: &Session, draw: &Draw) -> Command {
    let id = NoteId(upto(draw.b, session.notes.len()));
    let kind = if draw.b.is_multiple_of(2) { Kind::Spider(1) } else { Kind::Remark(a_step(session, draw.b)) };
    let spot = Spot { casus: Some(a_casus(session, draw.b)), kind };
    Command::Note(match draw.a % 5 {
        0 => notes::Command::Change { id, text: draw.text.clone() },
        1 => notes::Command::Move { id, spot },
        2 => notes::Command::Bin { id },
        3 => notes::Command::Restore { id },
        _ => notes::Command::Add { spot, texts: texts(draw) },
    })
}

fn plans(session: &Session, draw: &Draw) -> Command {
    let choice = u16::try_from(draw.b % 3).unwrap_or(0);
    Command::Plan(match draw.a % 9 {
        8 => plan::Command::Skip { key: a_step(session, draw.b) },
        6 => plan::Command::Tick { item: choice, on: draw.b.is_multiple_of(2) },
        7 => plan::Command::PlanStart { at: moment(i64::from(draw.b % 600)) },
        0 => plan::Command::ChooseLayout(choice),
        1 => plan::Command::ChooseProfile(choice),
        2 => plan::Command::SetMinutes { key: a_step(session, draw.b), minutes: draw.b % 60 },
        3 => plan::Command::Switch { switch: Switch::FreeTalk, on: draw.b.is_multiple_of(2) },
        4 => plan::Command::UseCard { card: "ja-maar".to_owned(), step: a_step(session, draw.b) },
        _ => plan::Command::SetField { field: plan::Field::GroupName, text: draw.text.clone() },
    })
}

fn time(session: &Session, draw: &Draw, now: &Now) -> Command {
    let since = now.second();
    let earlier = since - TimeDelta::seconds(i64::from(draw.b % 90));
    Command::Clock(match draw.a % 9 {
        5 => clock::Command::Start { key: a_step(session, draw.b / 90), since: earlier },
        6 => clock::Command::ExcludeGap { from: earlier, until: since },
        7 => clock::Command::AgreeEnd { at: moment(i64::from(draw.b % 3600)) },
        0 => clock::Command::Pause { reason: draw.text.clone() },
        1 => clock::Command::Resume,
        2 => clock::Command::StartPart { part: 1, since },
        3 => {
            clock::Command::Extend { key: a_step(session, draw.b), seconds: (i64::from(draw.b % 9) - 2) * 60 }
        }
        4 if draw.b.is_multiple_of(4) => clock::Command::End,
        _ => clock::Command::Start { key: a_step(session, draw.b), since },
    })
}

fn tips(session: &Session, draw: &Draw) -> Command {
    let id = IdeaId(upto(draw.a, session.ideas.len()));
    let because = draw.text.clone();
    let live = |life| Command::Advice(advice::Command { advice: Advice::Idea(id), life });
    match draw.b % 9 {
        6 => return live(Life::Discussed(draw.a.is_multiple_of(2))),
        4 => return live(Life::Tried { outcome: Outcome::Worked, because }),
        5 => return live(Life::Chosen { chosen: true, because }),
        _ => {}
    }
    Command::Idea(match draw.b % 9 {
        0 => ideas::Command::Change { id, text: because },
        1 => ideas::Command::Bin { ids: vec![id] },
        2 | 7 => ideas::Command::Restore { id },
        3 => ideas::Command::Mark { id, mark: Mark::LeftOut, on: draw.a.is_multiple_of(2) },
        _ => {
            ideas::Command::Move { ids: vec![id], place: place(session, &Draw { b: draw.a, ..draw.clone() }) }
        }
    })
}
