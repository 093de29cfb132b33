//! The casus: alias, who brings it, the spinnetje around it, and the gebieden that were chosen.
//!
//! The alias is never a real name. Goals, notes and ideas of a casus live in rooms of their own.

use super::event::Event as Fact;
use super::id::{CasusId, ClusterId, GoalId, IdeaId, PersonId};
use super::refusal::Refusal;
use super::session::Session;
use super::words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How well the group can picture one vak of the spinnetje (S001: a *globaal beeld* is enough).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Picture {
    #[default]
    NotMentioned,
    Global,
    /// The inbrenger does not know: to be asked (signal of I3).
    AskFirst,
}

impl Picture {
    /// The next one, for a key that walks through them.
    pub fn next(self) -> Self {
        match self {
            Self::NotMentioned => Self::Global,
            Self::Global => Self::AskFirst,
            Self::AskFirst => Self::NotMentioned,
        }
    }
}

/// A short text that belongs to the casus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Field {
    Alias,
    /// The terugkoppelafspraak (S001, step 6): who tells, when, and about what.
    FeedbackWho,
    FeedbackWhen,
    FeedbackWhat,
    /// The samenvatting of the behoefteninventarisatie, or where it is kept (S000, werkblad 4).
    Summary,
    /// Whether the koppel wants the report: ja, nee, or nothing while nobody asked (S000).
    ReportWanted,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    Added {
        id: CasusId,
    },
    FieldSet {
        casus: CasusId,
        field: Field,
        text: String,
    },
    BroughtBy {
        casus: CasusId,
        person: Option<PersonId>,
    },
    PictureSet {
        casus: CasusId,
        vak: u16,
        picture: Picture,
    },
    AreaChosen {
        casus: CasusId,
        area: String,
    },
    AreaDropped {
        casus: CasusId,
        area: String,
    },
    /// Not treated now: first back to the client (I3). An empty reason takes it back.
    Postponed {
        casus: CasusId,
        reason: String,
    },
    /// In the kernteam of this casus, or not (S000, item 2).
    CoreSet {
        casus: CasusId,
        person: PersonId,
        on: bool,
    },
    /// When a vervolgactie is to be done; nothing takes the date away.
    FollowupDated {
        casus: CasusId,
        item: u16,
        when: Option<NaiveDate>,
    },
    /// Done or not, or for one that is a question: ja or nee.
    FollowupAnswered {
        casus: CasusId,
        item: u16,
        answer: Option<bool>,
    },
    /// Came with a pakket from the meeting it was discussed in.
    Brought {
        casus: CasusId,
        origin: Origin,
    },
}

/// Where a casus that came with a pakket was discussed, and which tip there is which tip here.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Origin {
    /// Folder name of that session.
    pub session: String,
    pub casus: CasusId,
    /// Here and there.
    pub goals: Vec<(GoalId, GoalId)>,
    pub ideas: Vec<(IdeaId, IdeaId)>,
    pub clusters: Vec<(ClusterId, ClusterId)>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    Add,
    SetField { casus: CasusId, field: Field, text: String },
    BringBy { casus: CasusId, person: Option<PersonId> },
    SetPicture { casus: CasusId, vak: u16, picture: Picture },
    ChooseArea { casus: CasusId, area: String },
    DropArea { casus: CasusId, area: String },
    Postpone { casus: CasusId, reason: String },
    SetCore { casus: CasusId, person: PersonId, on: bool },
    DateFollowup { casus: CasusId, item: u16, when: Option<NaiveDate> },
    AnswerFollowup { casus: CasusId, item: u16, answer: Option<bool> },
}

/// What is known of a vervolgactie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Followup {
    pub when: Option<NaiveDate>,
    pub answer: Option<bool>,
}

/// One casus of the session.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Casus {
    pub id: CasusId,
    pub contributor: Option<PersonId>,
    /// In the order in which they were chosen.
    pub areas: Vec<String>,
    fields: BTreeMap<Field, String>,
    pictures: BTreeMap<u16, Picture>,
    postponed: String,
    core: BTreeSet<PersonId>,
    followups: BTreeMap<u16, Followup>,
    /// Where it came from, when it came with a pakket.
    pub origin: Option<Origin>,
}

impl Casus {
    /// A casus of which nothing is known yet.
    pub fn new(id: CasusId) -> Self {
        Self { id, ..Self::default() }
    }

    /// The text of a field; empty when it was never filled in.
    pub fn field(&self, field: Field) -> &str {
        self.fields.get(&field).map_or("", String::as_str)
    }

    pub fn alias(&self) -> &str {
        self.field(Field::Alias)
    }

    pub fn picture(&self, vak: u16) -> Picture {
        self.pictures.get(&vak).copied().unwrap_or_default()
    }

    /// How many vakken have to be asked first: from two on the card *Eerst terug naar de cliënt?*
    /// is at hand (P).
    pub fn to_ask(&self) -> usize {
        self.pictures.values().filter(|picture| **picture == Picture::AskFirst).count()
    }

    /// Why it was put off, or nothing.
    pub fn postponed(&self) -> Option<&str> {
        (!self.postponed.is_empty()).then_some(self.postponed.as_str())
    }

    /// The kernteam, the binnenring in the ring variant (S000).
    pub fn core(&self) -> &BTreeSet<PersonId> {
        &self.core
    }

    /// A vervolgactie, by its number in the method.
    pub fn followup(&self, item: u16) -> Followup {
        self.followups.get(&item).copied().unwrap_or_default()
    }

    /// Whether somebody works on this casus: brings it, or is in its kernteam.
    pub fn involves(&self, person: PersonId) -> bool {
        self.contributor == Some(person) || self.core.contains(&person)
    }

    fn change(&mut self, event: &Event) {
        match event {
            Event::Added { .. } => {}
            Event::FieldSet { field, text, .. } => {
                self.fields.insert(*field, text.clone());
            }
            Event::BroughtBy { person, .. } => self.contributor = *person,
            Event::PictureSet { vak, picture, .. } => {
                self.pictures.insert(*vak, *picture);
            }
            Event::AreaChosen { area, .. } => {
                if !self.areas.contains(area) {
                    self.areas.push(area.clone());
                }
            }
            Event::AreaDropped { area, .. } => self.areas.retain(|other| other != area),
            Event::Postponed { reason, .. } => self.postponed.clone_from(reason),
            Event::CoreSet { person, on: true, .. } => {
                self.core.insert(*person);
            }
            Event::CoreSet { person, on: false, .. } => {
                self.core.remove(person);
            }
            Event::FollowupDated { item, when, .. } => self.followups.entry(*item).or_default().when = *when,
            Event::FollowupAnswered { item, answer, .. } => {
                self.followups.entry(*item).or_default().answer = *answer;
            }
            Event::Brought { origin, .. } => self.origin = Some(origin.clone()),
        }
    }
}

impl Event {
    pub(super) fn casus(&self) -> CasusId {
        match self {
            Self::Added { id: casus }
            | Self::FieldSet { casus, .. }
            | Self::BroughtBy { casus, .. }
            | Self::PictureSet { casus, .. }
            | Self::AreaChosen { casus, .. }
            | Self::AreaDropped { casus, .. }
            | Self::Postponed { casus, .. }
            | Self::CoreSet { casus, .. }
            | Self::FollowupDated { casus, .. }
            | Self::FollowupAnswered { casus, .. }
            | Self::Brought { casus, .. } => *casus,
        }
    }
}

pub(super) fn apply(casussen: &mut Vec<Casus>, event: &Event) {
    let id = event.casus();
    if let Event::Added { .. } = event
        && !casussen.iter().any(|casus| casus.id == id)
    {
        casussen.push(Casus::new(id));
    }
    if let Some(casus) = casussen.iter_mut().find(|casus| casus.id == id) {
        casus.change(event);
    }
}

pub(super) fn decide(session: &Session, command: Command) -> Result<Vec<Fact>, Refusal> {
    let known = |id: CasusId| session.casus(id).ok_or(Refusal::Gone);
    let event = match command {
        Command::Add => Event::Added { id: next(session)? },
        Command::SetField { casus, field, text } => {
            let text = words::clean(&text);
            if known(casus)?.field(field) == text {
                return Err(Refusal::NoChange);
            }
            Event::FieldSet { casus, field, text }
        }
        Command::BringBy { casus, person } => {
            known(casus)?;
            Event::BroughtBy { casus, person }
        }
        Command::SetPicture { casus, vak, picture } => {
            known(casus)?;
            if usize::from(vak) >= session.method.spider.len() {
                return Err(Refusal::NoColumn);
            }
            Event::PictureSet { casus, vak, picture }
        }
        Command::ChooseArea { casus, area } => {
            let area = words::clean(&area);
            if area.is_empty() {
                return Err(Refusal::Empty);
            }
            if known(casus)?.areas.contains(&area) {
                return Err(Refusal::NoChange);
            }
            Event::AreaChosen { casus, area }
        }
        Command::DropArea { casus, area } => {
            known(casus)?;
            Event::AreaDropped { casus, area }
        }
        Command::Postpone { casus, reason } => {
            known(casus)?;
            Event::Postponed { casus, reason: words::clean(&reason) }
        }
        Command::SetCore { casus, person, on } => {
            session.people.get(person).ok_or(Refusal::Gone)?;
            if known(casus)?.core.contains(&person) == on {
                return Err(Refusal::NoChange);
            }
            Event::CoreSet { casus, person, on }
        }
        Command::DateFollowup { casus, item, when } => {
            known_followup(session, casus, item)?;
            Event::FollowupDated { casus, item, when }
        }
        Command::AnswerFollowup { casus, item, answer } => {
            known_followup(session, casus, item)?;
            Event::FollowupAnswered { casus, item, answer }
        }
    };
    Ok(vec![Fact::Casus(event)])
}

/// V-C2 (S000): no more casussen than the method allows.
fn next(session: &Session) -> Result<CasusId, Refusal> {
    let most = session.method.limits.casussen;
    if most > 0 && session.casussen.len() >= most {
        return Err(Refusal::TooManyCasussen(most));
    }
    let last = session.casussen.iter().map(|casus| casus.id.0).max().unwrap_or(0);
    Ok(CasusId(last + 1))
}

fn known_followup(session: &Session, casus: CasusId, item: u16) -> Result<(), Refusal> {
    session.casus(casus).ok_or(Refusal::Gone)?;
    session.method.followups.get(usize::from(item)).map(|_| ()).ok_or(Refusal::Gone)
}
