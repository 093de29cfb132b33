//! What must hold in a werkwijze beyond its shape: every problem at once, each with its path.
//!
//! Must not know: files, RON, line numbers (the reader looks the path up in the file).

use super::Method;

/// One problem in a file a user wrote: where, and one Dutch sentence that says what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Path of the field: `stappen[4].minuten`.
    pub path: String,
    pub message: String,
}

/// All problems of a werkwijze; empty when it can be used.
#[must_use]
pub fn check(_method: &Method) -> Vec<Problem> {
    Vec::new()
}
