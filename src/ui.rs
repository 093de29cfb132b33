//! Drawing: functions of what the screen must show and a theme; drawing remembers nothing.
//!
//! Must not know: `io`, files, the time of day.

#[doc(hidden)]
pub mod probe;
pub mod theme;
