//! What holds for the whole source tree and everything that comes along with it, and for the
//! program as a whole: what it draws and how often.

mod architecture;
mod beside;
mod canary;
mod engine;
mod floors;
mod frozen;
mod increments;
mod lexicon;
mod looping;
mod play;
mod privacy;
#[cfg(target_os = "linux")]
mod pty;
mod readme;
mod screens;
mod source;
