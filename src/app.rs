//! The program without a terminal: keys and answers come in as [`msg::Msg`], wishes for the
//! outside go out as [`effect::Effect`], and in between there is only data.
//!
//! `update` is the one way in. An activity (one file each) says what a text or a key means and
//! returns an [`intent::Intent`]; `carry` carries it out; `commit` is the only writer. Must not
//! know: ratatui, crossterm, tokio, files, the time of day.

pub mod activity;
pub mod ask;
pub mod assign;
pub mod bin;
pub mod board;
pub mod book;
pub mod cards;
pub mod carry;
pub mod casus;
pub mod closing;
pub mod commit;
pub mod draft;
pub mod effect;
pub mod elsewhere;
pub mod feedback;
pub mod form;
pub mod frame;
pub mod goals;
pub mod group;
pub mod heard;
pub mod help;
pub mod in_view;
pub mod intent;
pub mod item;
pub mod laid;
pub mod line;
pub mod matrix;
pub mod meaning;
pub mod menu;
pub mod missing;
pub mod model;
pub mod msg;
pub mod papers;
pub mod parts;
pub mod paste;
pub mod persons;
pub mod pick;
pub mod place;
pub mod practice;
pub mod press;
pub mod regions;
pub mod remark;
pub mod remarks;
pub mod review;
pub mod round;
pub mod setup;
pub mod start;
pub mod summary;
pub mod timekeeper;
pub mod timing;
pub mod topic;
pub mod turns;
pub mod update;
pub mod veil;
pub mod wake;
pub mod wall;
pub mod welcome;
pub mod window;
pub mod wiping;

#[cfg(test)]
mod tests;
