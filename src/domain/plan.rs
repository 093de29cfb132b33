//! How the meeting was set up: length, layout of the board, the agreed end, and the settings that
//! are asked once.

use super::clock;
use super::event::Event as Fact;
use super::id::StepKey;
use super::ideas;
use super::ideas::Place;
use super::ideas::Slot;
use super::refusal::Refusal;
use super::session::Session;
use super::time::Moment;
use super::words;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A short text about the meeting as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Field {
    GroupName,
    NextDate,
    NextContributor,
}

/// A setting that is on or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Switch {
    /// The group sees this screen: nothing that judges or exposes a person appears by itself.
    GroupWatches,
    /// Ideas come as they come and are placed afterwards (S001: *vrij gesprek*).
    FreeTalk,
    /// The inbrenger listens and writes (I8).
    Listening,
    /// With more goals: first the one, then the other, each with its share of the minutes.
    GoalByGoal,
    /// Post-its are stuck and clustered on the real flap; the notulist types the result.
    PaperLeads,
    /// The kernteam speaks first, then everybody else (S000, the variant for large groups).
    Rings,
    /// The report is open for the adviesgesprek; what the conference said is shut (S000, V-A4).
    AdviceTalk,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    ProfileChosen(u16),
    LayoutChosen(u16),
    MinutesSet {
        key: StepKey,
        minutes: u32,
    },
    /// Left out when the time was redistributed. Starting it all the same takes this back.
    Skipped {
        key: StepKey,
    },
    StartPlanned {
        at: Moment,
    },
    Switched {
        switch: Switch,
        on: bool,
    },
    Ticked {
        item: u16,
        on: bool,
    },
    FieldSet {
        field: Field,
        text: String,
    },
    /// A card was used at a step; the count of "ja maar" is the count of its card.
    CardUsed {
        card: String,
        step: StepKey,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    ChooseProfile(u16),
    ChooseLayout(u16),
    SetMinutes { key: StepKey, minutes: u32 },
    Skip { key: StepKey },
    PlanStart { at: Moment },
    Switch { switch: Switch, on: bool },
    Tick { item: u16, on: bool },
    SetField { field: Field, text: String },
    UseCard { card: String, step: StepKey },
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    pub profile: u16,
    pub layout: u16,
    /// The start people were invited for.
    pub start: Option<Moment>,
    /// Fixed at the first clock start; drift is measured against it (decision 2).
    pub agreed_end: Option<Moment>,
    minutes: BTreeMap<StepKey, u32>,
    extended: BTreeMap<StepKey, i64>,
    skipped: BTreeSet<StepKey>,
    /// Planned seconds when the first clock was started.
    at_start: BTreeMap<StepKey, i64>,
    pub settings: Settings,
}

/// Answers that are asked once, ticks and texts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settings {
    switches: BTreeMap<Switch, bool>,
    ticked: BTreeSet<u16>,
    fields: BTreeMap<Field, String>,
    cards: BTreeMap<String, u32>,
}

impl Settings {
    /// `None` while it was never asked.
    pub fn answer(&self, switch: Switch) -> Option<bool> {
        self.switches.get(&switch).copied()
    }

    pub fn is_on(&self, switch: Switch) -> bool {
        self.answer(switch).unwrap_or(false)
    }

    /// Whether the group may be looking: yes, until somebody says it does not.
    pub fn group_watches(&self) -> bool {
        self.answer(Switch::GroupWatches).unwrap_or(true)
    }

    pub fn is_ticked(&self, item: u16) -> bool {
        self.ticked.contains(&item)
    }

    pub fn field(&self, field: Field) -> &str {
        self.fields.get(&field).map_or("", String::as_str)
    }

    /// The luisterstand goes off by itself.
    pub(super) fn stop_listening(&mut self) {
        if let Some(on) = self.switches.get_mut(&Switch::Listening) {
            *on = false;
        }
    }

    /// How often a card was used.
    pub fn used(&self, card: &str) -> u32 {
        self.cards.get(card).copied().unwrap_or(0)
    }
}

impl Plan {
    /// Whole minutes that somebody set for this step, if any.
    pub fn own_minutes(&self, key: StepKey) -> Option<u32> {
        self.minutes.get(&key).copied()
    }

    /// Seconds this step was extended.
    pub fn extended(&self, key: StepKey) -> i64 {
        self.extended.get(&key).copied().unwrap_or(0)
    }

    /// Whether this step is left out.
    pub fn is_skipped(&self, key: StepKey) -> bool {
        self.skipped.contains(&key)
    }

    /// Planned seconds of this step when the first clock was started; `None` before that, and for
    /// a step that came later.
    pub fn at_start(&self, key: StepKey) -> Option<i64> {
        self.at_start.get(&key).copied()
    }

    /// The first clock was started: this is what had been planned.
    pub(super) fn begin(&mut self, planned: BTreeMap<StepKey, i64>) {
        self.at_start = planned;
    }

    pub(super) fn apply(&mut self, event: &Event) {
        match event {
            Event::ProfileChosen(profile) => {
                self.profile = *profile;
                self.minutes.clear();
            }
            Event::LayoutChosen(layout) => self.layout = *layout,
            Event::MinutesSet { key, minutes } => {
                self.minutes.insert(*key, *minutes);
                self.skipped.remove(key);
            }
            Event::Skipped { key } => {
                self.skipped.insert(*key);
            }
            Event::StartPlanned { at } => self.start = Some(*at),
            Event::Switched { switch, on } => {
                self.settings.switches.insert(*switch, *on);
            }
            Event::Ticked { item, on: true } => {
                self.settings.ticked.insert(*item);
            }
            Event::Ticked { item, on: false } => {
                self.settings.ticked.remove(item);
            }
            Event::FieldSet { field, text } => {
                self.settings.fields.insert(*field, text.clone());
            }
            Event::CardUsed { card, .. } => {
                *self.settings.cards.entry(card.clone()).or_default() += 1;
            }
        }
    }

    pub(super) fn apply_clock(&mut self, event: &clock::Event) {
        match event {
            clock::Event::Extended { key, seconds } => *self.extended.entry(*key).or_default() += seconds,
            clock::Event::EndAgreed { at } => self.agreed_end = Some(*at),
            clock::Event::Shifted { seconds } => {
                let shift = chrono::TimeDelta::seconds(*seconds);
                self.agreed_end = self.agreed_end.map(|at| at + shift);
                self.start = self.start.map(|at| at + shift);
            }
            clock::Event::StepStarted { key, .. } => {
                self.skipped.remove(key);
            }
            clock::Event::PartStarted { .. }
            | clock::Event::Paused { .. }
            | clock::Event::Resumed { .. }
            | clock::Event::GapExcluded { .. }
            | clock::Event::Ended { .. } => {}
        }
    }
}

pub(super) fn decide(session: &Session, command: Command) -> Result<Vec<Fact>, Refusal> {
    let plan = &session.plan;
    let event = match command {
        Command::ChooseProfile(profile) => {
            session.method.profiles.get(usize::from(profile)).ok_or(Refusal::NoChoice)?;
            Event::ProfileChosen(profile)
        }
        Command::ChooseLayout(layout) => return choose_layout(session, layout),
        Command::SetMinutes { key, minutes } => {
            session.step(key).ok_or(Refusal::Gone)?;
            if minutes == 0 || minutes > 24 * 60 {
                return Err(Refusal::OutOfRange);
            }
            Event::MinutesSet { key, minutes }
        }
        Command::Skip { key } => {
            session.step(key).ok_or(Refusal::Gone)?;
            if plan.is_skipped(key) {
                return Err(Refusal::NoChange);
            }
            Event::Skipped { key }
        }
        Command::PlanStart { at } => Event::StartPlanned { at },
        Command::Switch { switch, on } => {
            if plan.settings.answer(switch) == Some(on) {
                return Err(Refusal::NoChange);
            }
            Event::Switched { switch, on }
        }
        Command::Tick { item, on } => Event::Ticked { item, on },
        Command::SetField { field, text } => {
            let text = words::clean(&text);
            if plan.settings.field(field) == text {
                return Err(Refusal::NoChange);
            }
            Event::FieldSet { field, text }
        }
        Command::UseCard { card, step } => {
            session.method.card(&card).ok_or(Refusal::Gone)?;
            Event::CardUsed { card, step }
        }
    };
    Ok(vec![Fact::Plan(event)])
}

/// Another layout: every idea goes to the column with the same letter, or waits to be placed.
fn choose_layout(session: &Session, layout: u16) -> Result<Vec<Fact>, Refusal> {
    if session.plan.layout == layout {
        return Err(Refusal::NoChange);
    }
    let new = usize::from(layout);
    session.method.layouts.get(new).ok_or(Refusal::NoChoice)?;
    let mut events = vec![Fact::Plan(Event::LayoutChosen(layout))];
    for (id, place, idea) in session.ideas.iter() {
        let binned = place.slot == Slot::Bin;
        let here = if binned { idea.was() } else { place.slot };
        let slot = same_letter(session, here, new);
        if slot != here {
            let moved = |slot| Fact::Idea(ideas::Event::Moved { id, place: Place { slot, ..place } });
            events.push(moved(slot));
            // From the prullenbak it comes back to the column with the same letter too.
            events.extend(binned.then(|| moved(Slot::Bin)));
        }
    }
    Ok(events)
}

/// The slot in another layout that has the letter of this one.
fn same_letter(session: &Session, slot: Slot, layout: usize) -> Slot {
    let Slot::Column(column) = slot else { return slot };
    let letter = session.columns().get(usize::from(column)).map_or("", |column| column.letter.as_str());
    let index = session.method.column_by_letter(layout, letter);
    index.and_then(|index| u16::try_from(index).ok()).map_or(Slot::Unplaced, Slot::Column)
}

#[cfg(test)]
mod tests;
