//! The pure heart: what a casuïstiekbespreking is and what may happen in it.
//!
//! `decide` turns a command into events, `apply` folds events into a [`session::Session`], and
//! [`journal`] is the list of everything that happened. Nothing in this room knows a terminal, a
//! file, a thread or the time of day: every moment comes in as an argument.

pub mod method;
pub mod time;
