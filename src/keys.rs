//! Keys: what can be pressed, what it does anywhere, and how a key is written in files, help and
//! tests.
//!
//! Must not know: crossterm, screens, what a key does in a given activity.

pub mod action;
pub mod key;
pub mod map;
pub mod own;
