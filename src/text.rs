//! Dutch in one place: dates, durations, counts, and sentences about what happened or cannot be.

pub mod deeds;
pub mod fold;
pub mod refusal;
