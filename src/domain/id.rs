//! Numbers that name things. Given out by `decide`, stored in events, never reused.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);
    )*};
}

ids! {
    /// A person at the table.
    PersonId,
    /// A casus of this session; the first one is 1.
    CasusId,
    /// A goal in IK-form.
    GoalId,
    /// A tip, idea or advies. Unique in the session; people see its number within the casus.
    IdeaId,
    /// A cluster of post-its. Unique in the session; people see its letter at the goal.
    ClusterId,
    /// A short text that is no idea: a question, a remark, something to find out.
    NoteId,
    /// A lesson of the book.
    LessonId,
}

/// A step of the agenda: which step of the method, and for which casus when it is repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StepKey {
    /// Index in the steps of the method.
    pub step: u16,
    /// `None` for a step that is held once.
    pub casus: Option<CasusId>,
}
