//! Keys: what can be pressed, and how a key is written in files, help and tests.
//!
//! Must not know: crossterm, screens, what a key does in a given activity.

pub mod key;
