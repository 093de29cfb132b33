//! What can be done with one thing, wherever it is on the screen: the list it opens, what a line
//! about it means, and what is said of it.

pub mod advice;
pub mod ask;
pub mod assign;
pub mod core;
pub mod deeds;
pub mod earlier;
pub mod followup;
pub mod form;
pub mod goal;
pub mod idea;
pub mod missing;
pub mod note;
pub mod parts;
pub mod persons;
pub mod post_it;
pub mod remark;
pub mod round;
pub mod sheets;
pub mod takes;
pub mod verdict;

use super::state::intent::Intent;
use super::state::pick::Choice;
use super::state::wall::Spotlight;

/// To let a thing fill the screen of the group.
pub fn large(what: impl Into<Spotlight>) -> Choice {
    Choice::new("Groot op het groepsscherm", Intent::Spotlight(Some(what.into())))
}
