//! Dutch in one place: dates, lengths of time, numbers, and sentences about what happened or
//! cannot be. The program says the same thing the same way everywhere.
//!
//! Pure functions over the domain. Must not know: screens, files, the present time.

pub mod alike;
pub mod counts;
pub mod dates;
pub mod days;
pub mod deeds;
pub mod durations;
pub mod flaps;
pub mod fold;
pub mod hidden;
pub mod keeping;
pub mod lessons;
pub mod lookback;
pub mod names;
pub mod near;
pub mod outcomes;
pub mod refusal;
pub mod roles;
pub mod signals;
pub mod spots;
pub mod steps;
pub mod ways;
pub mod wrap;
