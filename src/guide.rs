//! What somebody who reads this code needs beside it: why it is as it is, what the codes in the
//! comments mean, the words of the methods, and how a step comes into the program.
//!
//! There is no code here. A test reads the source and fails on a decision or a code that these
//! pages do not explain.

#[doc = include_str!("guide/decisions.md")]
pub mod decisions {}

#[doc = include_str!("guide/codes.md")]
pub mod codes {}

#[doc = include_str!("guide/words.md")]
pub mod words {}

#[doc = include_str!("guide/activity.md")]
pub mod activity {}
