//! The small Dutch words that every screen and every sheet of paper shares: dates, lengths of
//! time and numbers. One place, so that the program says the same thing the same way everywhere.
//!
//! Pure functions. Must not know: sessions, screens, files, the present time.

pub mod counts;
pub mod dates;
pub mod durations;
