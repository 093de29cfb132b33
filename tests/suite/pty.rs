//! The real program in a real (pseudo) terminal: keys go in as bytes, a terminal emulator shows
//! what a person would see, and processes are killed, stopped and cut off as life does it.
//!
//! Waiting is always for something that can be seen: words on the screen, threads that sleep, a
//! process that ended. The limits are wide, because these tests share their computer.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

mod beside;
mod book;
mod burst;
mod conference;
mod hung;
mod idle;
mod input;
mod killed;
mod meeting;
mod plain;
mod practice;
mod process;
mod resize;
mod restored;
mod review;
mod session;
mod terminal;
mod three;
mod trouble;
