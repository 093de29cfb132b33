//! The flappen of the case conference.

use serde::{Deserialize, Serialize};

/// Whose wish a goal is in the case conference, and so the flap it hangs on (S000, werkblad 8:
/// exactly one, V-D4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Flap {
    /// The person with dementia.
    Pmd,
    /// The mantelzorger.
    Mz,
    Samen,
}

impl Flap {
    pub const ALL: [Self; 3] = [Self::Pmd, Self::Mz, Self::Samen];
}
