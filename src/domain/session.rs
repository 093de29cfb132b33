//! A session: everything a meeting knows, folded from its journal.
//!
//! [`Session::apply`] never fails and never asks: what is in the journal has happened.

use super::casus;
use super::casus::Casus;
use super::clock;
use super::clock::Clock;
use super::clusters::Clusters;
use super::event::Event;
use super::feedback::Feedback;
use super::goals::{Goals, Row};
use super::id::{CasusId, StepKey};
use super::ideas::Ideas;
use super::method::{Activity, Column, Method, Part, Step};
use super::notes;
use super::notes::Notes;
use super::people::People;
use super::plan::{Plan, Switch};
use super::verdicts::Verdicts;

/// The state of a meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    pub method: Method,
    pub plan: Plan,
    pub people: People,
    pub casussen: Vec<Casus>,
    pub goals: Goals,
    pub notes: Notes,
    pub ideas: Ideas,
    pub clusters: Clusters,
    pub clock: Clock,
    pub feedback: Feedback,
    pub verdicts: Verdicts,
}

/// The first casus is there from the beginning, with nothing filled in.
pub const FIRST_CASUS: CasusId = CasusId(1);

impl Session {
    /// An empty meeting with this method.
    pub fn new(method: Method) -> Self {
        Self {
            method,
            plan: Plan::default(),
            people: People::default(),
            casussen: vec![Casus::new(FIRST_CASUS)],
            goals: Goals::default(),
            notes: Notes::default(),
            ideas: Ideas::default(),
            clusters: Clusters::default(),
            clock: Clock::default(),
            feedback: Feedback::default(),
            verdicts: Verdicts::default(),
        }
    }

    /// Takes in what happened.
    pub fn apply(&mut self, event: &Event) {
        if let Some((key, _)) = event.text() {
            self.verdicts.come(key);
        }
        match event {
            Event::Plan(event) => self.plan.apply(event),
            Event::People(event) => self.people.apply(event),
            Event::Casus(event) => casus::apply(&mut self.casussen, event),
            Event::Goal(event) => self.goals.apply(event),
            Event::Note(event) => notes::apply(&mut self.notes, event),
            Event::Idea(event) => self.ideas.apply(event),
            Event::Cluster(event) => self.clusters.apply(event),
            Event::Clock(event) => {
                let idle = self.clock.begun().is_none();
                self.clock.apply(event);
                self.plan.apply_clock(event);
                if let clock::Event::StepStarted { key, .. } = event
                    && self.is_behind_gathering(*key)
                {
                    // Whoever reads or summarises now is not to be listened to in silence.
                    self.plan.settings.stop_listening();
                }
                if idle && self.clock.begun().is_some() {
                    let planned = self.agenda().into_iter().map(|key| (key, self.planned(key)));
                    self.plan.begin(planned.collect());
                }
            }
            Event::Feedback(event) => self.feedback.apply(event),
            Event::Verdict(event) => self.verdicts.apply(event),
        }
    }

    /// Whether the ideas have been gathered when this step begins.
    fn is_behind_gathering(&self, key: StepKey) -> bool {
        let gathers = |key: &StepKey| {
            let activity = self.step(*key).map(|step| step.activity);
            matches!(activity, Some(Activity::Verzamelen | Activity::Brainstorm))
        };
        let agenda = self.agenda();
        let here = agenda.iter().position(|other| *other == key);
        agenda.iter().position(gathers).is_some_and(|first| here > Some(first)) && !gathers(&key)
    }

    pub fn casus(&self, id: CasusId) -> Option<&Casus> {
        self.casussen.iter().find(|casus| casus.id == id)
    }

    /// All steps in order. Steps that are repeated follow each other per casus.
    pub fn agenda(&self) -> Vec<StepKey> {
        let steps = &self.method.steps;
        let key = |index: usize, casus| StepKey { step: u16::try_from(index).unwrap_or(u16::MAX), casus };
        let first = steps.iter().position(|step| step.per_casus).unwrap_or(steps.len());
        let after = steps.iter().rposition(|step| step.per_casus).map_or(steps.len(), |last| last + 1);
        let mut agenda: Vec<StepKey> = (0..first).map(|index| key(index, None)).collect();
        for casus in &self.casussen {
            agenda.extend((first..after).map(|index| key(index, Some(casus.id))));
        }
        agenda.extend((after..steps.len()).map(|index| key(index, None)));
        agenda
    }

    /// Whether a step comes before the one that runs.
    pub fn is_before_the_clock(&self, key: StepKey) -> bool {
        let agenda = self.agenda();
        let place = |key: StepKey| agenda.iter().position(|other| *other == key);
        self.clock.current().is_some_and(|(current, _)| place(key) < place(current))
    }

    /// The step of the method behind a key.
    pub fn step(&self, key: StepKey) -> Option<&Step> {
        self.method.steps.get(usize::from(key.step))
    }

    /// The number people say: that of the worksheet, which for a second casus can be another one
    /// (S000: items 10–16 mirror 3–9). Empty for a step that is not there.
    pub fn number(&self, key: StepKey) -> &str {
        let Some(step) = self.step(key) else { return "" };
        let second = key.casus.is_some_and(|id| self.casussen.get(1).is_some_and(|casus| casus.id == id));
        if second && !step.second_number.is_empty() { &step.second_number } else { &step.number }
    }

    /// The casus a step is about: its own, or the first for a step that is held once.
    pub fn casus_of(&self, key: StepKey) -> CasusId {
        key.casus.unwrap_or(FIRST_CASUS)
    }

    /// The columns of the Compensatiematrix, left to right.
    pub fn columns(&self) -> &[Column] {
        self.method.layout(usize::from(self.plan.layout)).map_or(&[], |layout| layout.columns.as_slice())
    }

    /// The parts of a step that have a clock of their own.
    pub fn parts(&self, key: StepKey) -> &[Part] {
        match self.step(key) {
            Some(Step { activity: Activity::Verzamelen, parts, .. }) if parts.is_empty() => self
                .method
                .layout(usize::from(self.plan.layout))
                .map_or(&[], |layout| layout.parts.as_slice()),
            Some(step) => &step.parts,
            None => &[],
        }
    }

    /// Planned seconds of a step: own minutes or those of the profile, and what was agreed on top.
    /// None for a step that is left out.
    pub fn planned(&self, key: StepKey) -> i64 {
        if self.plan.is_skipped(key) { 0 } else { self.agreed(key).max(0) }
    }

    /// The minutes of a step with what was agreed on top: below nothing when more was taken off
    /// than there was.
    pub(super) fn agreed(&self, key: StepKey) -> i64 {
        let minutes = self
            .plan
            .own_minutes(key)
            .or_else(|| self.profile_minutes(&self.step(key)?.minutes))
            .unwrap_or(0);
        i64::from(minutes) * 60 + self.plan.extended(key)
    }

    /// The part with this number. With more goals, one after the other, the parts come again for
    /// each goal: number and goal are folded into one.
    pub fn part(&self, key: StepKey, part: u16) -> Option<&Part> {
        let parts = self.parts(key);
        let known = usize::from(part) < parts.len() * self.part_rounds(key);
        parts.get(usize::from(part).checked_rem(parts.len())?).filter(|_| known)
    }

    /// What people call that part: its name, with the number of the goal where each goal has one
    /// part of its own.
    pub fn part_name(&self, key: StepKey, part: u16) -> Option<String> {
        let name = self.part(key, part)?.name.to_lowercase();
        let of_goal = self.parts(key).len() == 1 && self.part_rounds(key) > 1;
        Some(if of_goal { format!("{name} {}", part + 1) } else { name })
    }

    /// How often the parts of a step come: once, or once for each goal. The weighing always goes
    /// goal by goal (S000, 5d); gathering and the silent brainstorm when the group wants it so.
    pub fn part_rounds(&self, key: StepKey) -> usize {
        let by_goal = match self.step(key).map(|step| step.activity) {
            Some(Activity::Verzamelen | Activity::Brainstorm) => self.plan.settings.is_on(Switch::GoalByGoal),
            Some(Activity::Wegen) => true,
            _ => false,
        };
        if by_goal { self.rows(self.casus_of(key)).len().max(1) } else { 1 }
    }

    /// Planned seconds of a part: its minutes, divided over the goals when they take turns.
    pub fn part_planned(&self, key: StepKey, part: u16) -> i64 {
        let minutes = self.part(key, part).and_then(|part| self.profile_minutes(&part.minutes));
        let rounds = i64::try_from(self.part_rounds(key)).unwrap_or(1).max(1);
        i64::from(minutes.unwrap_or(0)) * 60 / rounds
    }

    fn profile_minutes(&self, minutes: &[u32]) -> Option<u32> {
        minutes.get(usize::from(self.plan.profile)).or_else(|| minutes.first()).copied()
    }

    /// The rows of the board of a casus: its goals, or one row without a goal (decision 1). Ideas
    /// that lost their goal keep that row in view.
    pub fn rows(&self, casus: CasusId) -> Vec<Row> {
        let mut rows: Vec<Row> = self
            .goals
            .of(casus)
            .filter(|(_, goal)| !goal.parked)
            .map(|(id, _)| Row { casus, goal: Some(id) })
            .collect();
        let loose = Row { casus, goal: None };
        if rows.is_empty() || self.holds_ideas(loose) {
            rows.push(loose);
        }
        rows
    }

    fn holds_ideas(&self, row: Row) -> bool {
        use super::ideas::{Place, Slot};
        let columns =
            (0..self.columns().len()).filter_map(|index| u16::try_from(index).ok()).map(Slot::Column);
        if self.clusters.of(row).next().is_some() {
            return true;
        }
        columns
            .chain(std::iter::once(Slot::Unplaced))
            .any(|slot| !self.ideas.at(Place { row, slot }).is_empty())
    }
}

#[cfg(test)]
mod tests;
