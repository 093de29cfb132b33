//! The pure heart: what a casuïstiekbespreking is and what may happen in it.
//!
//! `decide` turns a command into events, `apply` folds events into a [`session::Session`], and
//! [`journal`] is the list of everything that happened. Nothing in this room knows a terminal, a
//! file, a thread or the time of day: every moment comes in as an argument.

pub mod advice;
pub mod book;
pub mod casus;
pub mod clock;
pub mod clusters;
pub mod command;
pub mod event;
pub mod feedback;
pub mod forecast;
pub mod goals;
pub mod harvest;
pub mod id;
pub mod ideas;
pub mod journal;
pub mod keeping;
#[cfg(test)]
mod laws;
pub mod lesson;
pub mod life;
pub mod method;
pub mod notes;
pub mod people;
pub mod plan;
pub mod privacy;
pub mod redistribute;
pub mod refusal;
pub mod session;
pub mod shelf;
pub mod signal;
pub mod silence;
#[doc(hidden)]
pub mod testing;
pub mod time;
pub mod time_report;
pub mod verdicts;
pub mod wipe;
pub mod words;
