//! What somebody wants to happen, and the one function that decides about it.

use super::event::Event;
use super::refusal::Refusal;
use super::session::Session;
use super::time::Now;
use super::{advice, casus, clock, clusters, feedback, goals, ideas, notes, people, plan, verdicts};

/// A wish, one enum per noun.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    Plan(plan::Command),
    People(people::Command),
    Casus(casus::Command),
    Goal(goals::Command),
    Note(notes::Command),
    Idea(ideas::Command),
    Cluster(clusters::Command),
    /// In the life of a cluster or of a post-it.
    Advice(advice::Command),
    Clock(clock::Command),
    Feedback(feedback::Command),
    Verdict(verdicts::Command),
}

/// What `command` brings about in `session`, or why it cannot. Changes nothing itself.
///
/// # Errors
/// A [`Refusal`], which people read as a sentence. A step is never refused (decision 1).
pub fn decide(session: &Session, command: Command, now: &Now) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Plan(command) => plan::decide(session, command),
        Command::People(command) => people::decide(session, command),
        Command::Casus(command) => casus::decide(session, command),
        Command::Goal(command) => goals::decide(session, command),
        Command::Note(command) => notes::decide(session, command),
        Command::Idea(command) => ideas::decide(session, command),
        Command::Cluster(command) => clusters::decide(session, command),
        Command::Advice(command) => advice::decide(session, command),
        Command::Clock(command) => clock::decide(session, command, now),
        Command::Feedback(command) => Ok(feedback::decide(command)),
        Command::Verdict(command) => verdicts::decide(session, &command),
    }
}
