//! The program without a terminal: keys and answers come in as [`state::msg::Msg`], wishes for the
//! outside go out as [`state::effect::Effect`], and in between there is only data.
//!
//! Seven floors, each of which names only those before it (a test holds them to it):
//! [`state`] is data, with [`state::shown::Shown`] as the only text a board can hold · [`board`] is
//! what a working screen shows · [`things`] is what can be done with one thing · [`steps`] is one
//! file for each activity · [`pages`] lie over them · [`layout`] says where everything stands ·
//! [`turn`] takes a message in. Must not know: ratatui, crossterm, tokio, files, the time of day.

pub mod board;
pub mod layout;
pub mod pages;
pub mod state;
pub mod steps;
pub mod things;
pub mod turn;

#[cfg(test)]
mod tests;
