//! Drawing: functions of the model, a theme and now; drawing remembers nothing.
//!
//! `draw` is the one entry. Each file paints one kind of thing; where things stand is decided in
//! `app::regions`, which the mouse uses too. Must not know: `io`, files, the time of day.

pub mod big;
pub mod board;
pub mod book;
pub mod clock;
pub mod draw;
pub mod group;
pub mod list;
pub mod paint;
#[doc(hidden)]
pub mod probe;
pub mod regel;
pub mod theme;
pub mod timekeeper;
