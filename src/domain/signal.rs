//! What the tijdbewaker says to the begeleider: lines beside the journal, not part of it. What a
//! signal brings about is for the begeleider to decide.

use super::id::StepKey;
use super::time::Moment;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Signal {
    TwoMinutes,
    TimeUp,
    /// A question: would a pause be good now?
    Pause,
    /// This step really began at that moment.
    Begun {
        key: StepKey,
        since: Moment,
    },
    /// Look at me for a moment.
    Nudge,
}

/// One line of `tijd.ronl` (decision 28).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signalled {
    pub at: Moment,
    pub signal: Signal,
}
