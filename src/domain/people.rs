//! Who is at the table: names, kind, roles, and who has had a turn in a ronde.
//!
//! No author of an idea is known here or anywhere (decision 6): a ronde stores the set of people
//! who spoke, sorted, at its end.

use super::event::Event as Fact;
use super::id::{PersonId, StepKey};
use super::method::Role;
use super::refusal::Refusal;
use super::session::Session;
use super::words;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Whether somebody is here for an organisation of professionals or informally (S001).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Standing {
    Formeel,
    Informeel,
}

/// What is known of a person. Only a name is needed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Person {
    pub name: String,
    #[serde(default)]
    pub function: String,
    #[serde(default)]
    pub organisation: String,
    #[serde(default)]
    pub standing: Option<Standing>,
    /// Whether he comes, as he answered the invitation (S000); nothing while he did not.
    #[serde(default)]
    pub coming: Option<bool>,
}

/// Why everybody gets a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RoundKind {
    /// Name, function, organisation (S001, step 2).
    Introduction,
    /// One question each (I1).
    Questions,
    /// One idea each (I6, I10).
    Ideas,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    Added {
        id: PersonId,
        person: Person,
    },
    Changed {
        id: PersonId,
        person: Person,
    },
    /// Was never here: put in by mistake.
    Removed {
        id: PersonId,
    },
    /// Left the meeting, or came back.
    Left {
        id: PersonId,
        left: bool,
    },
    RoleGiven {
        role: Role,
        person: Option<PersonId>,
        #[serde(default)]
        reason: Option<String>,
    },
    RoundHeld {
        step: StepKey,
        kind: RoundKind,
        spoken: Vec<PersonId>,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Several people at once: a pasted list, or the group of last time.
    Add(Vec<Person>),
    Change {
        id: PersonId,
        person: Person,
    },
    Leave {
        id: PersonId,
        left: bool,
    },
    Remove {
        id: PersonId,
    },
    GiveRole {
        role: Role,
        person: Option<PersonId>,
        reason: Option<String>,
    },
    HoldRound {
        step: StepKey,
        kind: RoundKind,
        spoken: BTreeSet<PersonId>,
    },
}

/// Everybody, and what they do here.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct People {
    everybody: BTreeMap<PersonId, Person>,
    removed: BTreeSet<PersonId>,
    left: BTreeSet<PersonId>,
    roles: BTreeMap<Role, PersonId>,
    rounds: Vec<Round>,
}

/// A ronde that was held.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    pub step: StepKey,
    pub kind: RoundKind,
    pub spoken: BTreeSet<PersonId>,
}

impl People {
    /// Everybody who was ever here, in the order in which they came.
    pub fn all(&self) -> impl Iterator<Item = (PersonId, &Person)> {
        self.everybody.iter().filter(|(id, _)| !self.removed.contains(id)).map(|(id, person)| (*id, person))
    }

    /// Everybody who was ever written down, also who was taken off.
    pub fn everybody(&self) -> impl Iterator<Item = &Person> {
        self.everybody.values()
    }

    /// Who is here now: not who said he would not come, nor who has left.
    pub fn present(&self) -> impl Iterator<Item = (PersonId, &Person)> {
        self.all().filter(|(id, person)| !self.left.contains(id) && person.coming != Some(false))
    }

    pub fn get(&self, id: PersonId) -> Option<&Person> {
        self.everybody.get(&id)
    }

    pub fn has_left(&self, id: PersonId) -> bool {
        self.left.contains(&id)
    }

    pub fn role(&self, role: Role) -> Option<PersonId> {
        self.roles.get(&role).copied()
    }

    pub fn roles_of(&self, id: PersonId) -> Vec<Role> {
        self.roles.iter().filter(|(_, who)| **who == id).map(|(role, _)| *role).collect()
    }

    /// The person whose name this is, case ignored.
    pub fn named(&self, name: &str) -> Option<PersonId> {
        let name = name.to_lowercase();
        self.all().find(|(_, person)| person.name.to_lowercase() == name).map(|(id, _)| id)
    }

    /// How many are here: formal, informal, not said.
    pub fn balance(&self) -> (usize, usize, usize) {
        let mut count = (0, 0, 0);
        for (_, person) in self.present() {
            match person.standing {
                Some(Standing::Formeel) => count.0 += 1,
                Some(Standing::Informeel) => count.1 += 1,
                None => count.2 += 1,
            }
        }
        count
    }

    /// Whose turn is still to come in a ronde, informal voices first (S001, I10). The
    /// procesbegeleider, or the voorzitter (S000), leads the ronde and has no turn in it.
    pub fn waiting(&self, spoken: &BTreeSet<PersonId>) -> Vec<PersonId> {
        let leads = [Role::Procesbegeleider, Role::Voorzitter].map(|role| self.role(role));
        let mut waiting: Vec<(bool, PersonId)> = self
            .present()
            .filter(|(id, _)| !spoken.contains(id) && !leads.contains(&Some(*id)))
            .map(|(id, person)| (person.standing != Some(Standing::Informeel), id))
            .collect();
        waiting.sort();
        waiting.into_iter().map(|(_, id)| id).collect()
    }

    /// As [`People::waiting`], in the order in which they get their turn: informal voices first, and
    /// for the rest as it was drawn. Nothing that is stored says how. With no chance it is the order
    /// in which they came.
    pub fn drawn(&self, spoken: &BTreeSet<PersonId>, chance: u64) -> Vec<PersonId> {
        let informal =
            |id: PersonId| self.get(id).is_some_and(|person| person.standing == Some(Standing::Informeel));
        let mut drawn = self.waiting(spoken);
        drawn.sort_by_key(|id| (!informal(*id), if chance == 0 { 0 } else { lot(chance, *id) }));
        drawn
    }

    /// Who has not spoken in any ronde of this step, informal voices first.
    pub fn not_heard(&self, step: StepKey) -> Vec<PersonId> {
        let held = self.rounds.iter().filter(|round| round.step == step);
        let spoken: BTreeSet<PersonId> = held.flat_map(|round| round.spoken.iter().copied()).collect();
        self.waiting(&spoken)
    }

    /// The rondes that were held, oldest first.
    pub fn rounds(&self) -> &[Round] {
        &self.rounds
    }

    /// The number the next person will get.
    pub fn next_id(&self) -> PersonId {
        PersonId(self.everybody.keys().last().map_or(1, |id| id.0 + 1))
    }

    pub(super) fn apply(&mut self, event: &Event) {
        match event {
            Event::Added { id, person } | Event::Changed { id, person } => {
                self.everybody.insert(*id, person.clone());
            }
            Event::Removed { id } => {
                self.removed.insert(*id);
                self.roles.retain(|_, who| who != id);
            }
            Event::Left { id, left: true } => {
                self.left.insert(*id);
            }
            Event::Left { id, left: false } => {
                self.left.remove(id);
            }
            Event::RoleGiven { role, person: Some(person), .. } => {
                self.roles.insert(*role, *person);
            }
            Event::RoleGiven { role, person: None, .. } => {
                self.roles.remove(role);
            }
            Event::RoundHeld { step, kind, spoken } => {
                self.rounds.push(Round {
                    step: *step,
                    kind: *kind,
                    spoken: spoken.iter().copied().collect(),
                });
            }
        }
    }
}

/// The lot of a person (`SplitMix64`): close numbers fall far apart.
fn lot(chance: u64, id: PersonId) -> u64 {
    let mut bits = chance.wrapping_add(u64::from(id.0).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

pub(super) fn decide(session: &Session, command: Command) -> Result<Vec<Fact>, Refusal> {
    let people = &session.people;
    let events = match command {
        Command::Add(list) => add(people, list)?,
        Command::Change { id, person } => {
            people.get(id).ok_or(Refusal::Gone)?;
            vec![Event::Changed { id, person: cleaned(&person)? }]
        }
        Command::Leave { id, left } => {
            people.get(id).ok_or(Refusal::Gone)?;
            vec![Event::Left { id, left }]
        }
        Command::Remove { id } => {
            people.get(id).ok_or(Refusal::Gone)?;
            vec![Event::Removed { id }]
        }
        Command::GiveRole { role, person, reason } => vec![give_role(people, role, person, reason)?],
        Command::HoldRound { step, kind, spoken } => {
            vec![Event::RoundHeld { step, kind, spoken: spoken.into_iter().collect() }]
        }
    };
    Ok(events.into_iter().map(Fact::People).collect())
}

fn add(people: &People, list: Vec<Person>) -> Result<Vec<Event>, Refusal> {
    let mut id = people.next_id();
    let mut events = Vec::new();
    for person in list {
        let Ok(person) = cleaned(&person) else { continue };
        events.push(Event::Added { id, person });
        id = PersonId(id.0 + 1);
    }
    if events.is_empty() { Err(Refusal::Empty) } else { Ok(events) }
}

fn cleaned(person: &Person) -> Result<Person, Refusal> {
    let name = words::clean(&person.name);
    if name.is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(Person {
        name,
        function: words::clean(&person.function),
        organisation: words::clean(&person.organisation),
        standing: person.standing,
        coming: person.coming,
    })
}

/// V-R1 (S001): the procesbegeleider does not keep the time, unless a reason is given.
fn give_role(
    people: &People,
    role: Role,
    person: Option<PersonId>,
    reason: Option<String>,
) -> Result<Event, Refusal> {
    if let Some(id) = person {
        let known = people.get(id).ok_or(Refusal::Gone)?;
        let other = match role {
            Role::Procesbegeleider => Some(Role::Tijdbewaker),
            Role::Tijdbewaker => Some(Role::Procesbegeleider),
            Role::Casusinbrenger
            | Role::Voorzitter
            | Role::Casemanager
            | Role::Notulist
            | Role::Moderator => None,
        };
        if let Some(other) = other
            && people.role(other) == Some(id)
            && reason.is_none()
        {
            return Err(Refusal::SamePerson { role, other, name: known.name.clone() });
        }
    }
    Ok(Event::RoleGiven { role, person, reason: reason.map(|text| words::clean(&text)) })
}

#[cfg(test)]
mod tests;
