//! The texts that are asked for in de regel, each for one purpose.

use crate::domain::advice::Advice;
use crate::domain::id::{CasusId, ClusterId, GoalId, IdeaId, NoteId, PersonId, StepKey};
use crate::domain::life::Outcome;
use crate::domain::method::Role;

/// A text that is asked for in de regel, for one purpose.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    ChangeIdea(IdeaId),
    ChangeNote(NoteId),
    ChangeGoal(GoalId),
    ChangePerson(PersonId),
    /// What stands in the way of working on a goal now.
    Barrier(GoalId),
    /// When a vervolgactie is to be done.
    FollowupDate(CasusId, u16),
    Because {
        session: String,
        advice: Advice,
        outcome: Outcome,
    },
    /// What became of it, and why.
    Tried(Advice, Outcome),
    /// Who takes it up.
    TakenUp(Advice),
    /// A note at a tip or an advies.
    About(Advice),
    /// The file of a casus of another table.
    Packet,
    /// What has to be found out, and by whom.
    Research(CasusId),
    Deepening(CasusId),
    Postpone(CasusId),
    /// Somebody came later, or left.
    Person,
    PauseReason,
    BegunAt(StepKey),
    OwnMinutes(StepKey),
    /// One person holds both roles: why?
    RoleReason {
        role: Role,
        person: PersonId,
    },
    OtherFolder,
    /// Words that the group may not see.
    ListedWords,
    NameCluster(ClusterId),
    /// Why the group selects an advies, and then what it is for.
    Reasoning(Advice),
    /// What an advies is for, with this koppel.
    Purpose(Advice),
}

impl Ask {
    /// Whether the text is a new one: when the question is left it is kept in the line. A text that
    /// was changed is the old one again.
    pub fn is_new(&self) -> bool {
        matches!(
            self,
            Self::Research(_)
                | Self::About(_)
                | Self::Deepening(_)
                | Self::Postpone(_)
                | Self::Barrier(_)
                | Self::Reasoning(_)
                | Self::Purpose(_)
        )
    }
}
