//! A table for given/when/then tests of the domain.

use super::{begin, method, moment, step_key};
use crate::domain::clock;
use crate::domain::command;
use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::goals;
use crate::domain::goals::Row;
use crate::domain::id::GoalId;
use crate::domain::ideas;
use crate::domain::ideas::Place;
use crate::domain::ideas::Slot;
use crate::domain::refusal::Refusal;
use crate::domain::session::{FIRST_CASUS, Session};
use crate::domain::time::Now;

/// A table at which commands are carried out one after the other, for given/when/then tests.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub session: Session,
    pub now: Now,
}

impl Default for Table {
    fn default() -> Self {
        Self { session: Session::new(method()), now: Now::fixed(begin()) }
    }
}

impl Table {
    /// Sets the clock on the wall, in seconds after [`begin`](super::begin).
    pub fn at(&mut self, seconds: i64) -> &mut Self {
        self.now = Now::fixed(moment(seconds));
        self
    }

    /// Decides and applies; the facts it brought about.
    ///
    /// # Errors
    /// What the command was refused for.
    pub fn run(&mut self, command: Command) -> Result<Vec<Event>, Refusal> {
        let events = command::decide(&self.session, command, &self.now)?;
        for event in &events {
            self.session.apply(event);
        }
        Ok(events)
    }

    /// Starts a step at this second, and looks at the clock then.
    ///
    /// # Errors
    /// What the start was refused for.
    pub fn start(&mut self, step: u16, seconds: i64) -> Result<Vec<Event>, Refusal> {
        let start = clock::Command::Start { key: step_key(step), since: moment(seconds) };
        self.at(seconds).run(Command::Clock(start))
    }

    /// Keeps ideas in a row of the first casus.
    ///
    /// # Errors
    /// What they were refused for.
    pub fn tip(&mut self, goal: Option<u32>, slot: Slot, texts: &[&str]) -> Result<Vec<Event>, Refusal> {
        let place = Place { row: Row { casus: FIRST_CASUS, goal: goal.map(GoalId) }, slot };
        let texts = texts.iter().map(|text| (*text).to_owned()).collect();
        self.run(Command::Idea(ideas::Command::Add { place, texts, ring: None }))
    }

    /// Adds a goal to the first casus.
    ///
    /// # Errors
    /// What it was refused for.
    pub fn goal(&mut self, text: &str) -> Result<Vec<Event>, Refusal> {
        let add = goals::Command::Add { casus: FIRST_CASUS, area: None, text: text.to_owned() };
        self.run(Command::Goal(add))
    }
}
