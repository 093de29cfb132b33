//! How a werkwijze works where werkwijzen differ: who decides, where goals and ideas go, what is
//! asked of people. The code asks here and never what a werkwijze is called or which steps it has.
//!
//! Must not know: what stands on a screen or on paper.

use super::{Activity, Method, Role};
use serde::{Deserialize, Serialize};

/// The ways of a werkwijze, to be asked of [`Method`]. What its file leaves out is filled in when it
/// is read, from what its steps do; from then on it is said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Ways {
    #[serde(rename = "besluit")]
    pub decision: Option<DecidedBy>,
    #[serde(rename = "doelen")]
    pub goals: Option<GoalsAt>,
    #[serde(rename = "ideeen")]
    pub ideas: Option<IdeasIn>,
    #[serde(rename = "mensen")]
    pub people: Option<Asked>,
    #[serde(rename = "inbrenger")]
    pub contributor: Option<Role>,
    #[serde(rename = "kernteam")]
    pub core_team: Option<bool>,
    #[serde(rename = "ritme")]
    pub rhythm: Option<Vec<u32>>,
}

/// Who decides what goes along to the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DecidedBy {
    /// Who brought the casus leaves out what does not fit; the rest goes along (S001).
    Inbrenger,
    /// The group selects and rejects, and both stay in the report (S000).
    Groep,
}

/// What a goal stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum GoalsAt {
    /// A gebied, or nothing (S001).
    Gebieden,
    /// A flap: whose wish it is (S000).
    Flappen,
}

/// What ideas are sorted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum IdeasIn {
    /// The columns of the Compensatiematrix (S001).
    Vakken,
    /// Clusters that the group makes (S000).
    Clusters,
}

/// What is asked of the people at the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asked {
    /// Whether they are there formeel or informeel (S001).
    FormeelOfInformeel,
    /// They were invited: whether they come (S000).
    KomtOfNiet,
}

/// The questions. Only for a werkwijze that does not say, its steps are asked: when it is read.
impl Method {
    /// Who decides what goes along to the client.
    pub fn decided_by(&self) -> DecidedBy {
        let usual = || if self.has(Activity::Wegen) { DecidedBy::Groep } else { DecidedBy::Inbrenger };
        self.ways.decision.unwrap_or_else(usual)
    }

    /// Whether the group decides about each advies, so that there is a report with what was rejected
    /// and an adviesgesprek after it.
    pub fn group_decides(&self) -> bool {
        self.decided_by() == DecidedBy::Groep
    }

    /// What a goal stands under.
    pub fn goals_at(&self) -> GoalsAt {
        let usual = || if self.has(Activity::Presenteren) { GoalsAt::Flappen } else { GoalsAt::Gebieden };
        self.ways.goals.unwrap_or_else(usual)
    }

    /// Whether every goal hangs on a flap, so that goals can be there before the meeting.
    pub fn has_flaps(&self) -> bool {
        self.goals_at() == GoalsAt::Flappen
    }

    /// What ideas are sorted in.
    pub fn ideas_in(&self) -> IdeasIn {
        let usual = || if self.has(Activity::Clusteren) { IdeasIn::Clusters } else { IdeasIn::Vakken };
        self.ways.ideas.unwrap_or_else(usual)
    }

    /// Whether the group makes clusters of ideas.
    pub fn has_clusters(&self) -> bool {
        self.ideas_in() == IdeasIn::Clusters
    }

    /// What is asked of the people at the table.
    pub fn asks(&self) -> Asked {
        let usual =
            || if self.has(Activity::Presenteren) { Asked::KomtOfNiet } else { Asked::FormeelOfInformeel };
        self.ways.people.unwrap_or_else(usual)
    }

    /// Whether people are invited and answer that they come or do not come.
    pub fn asks_who_comes(&self) -> bool {
        self.asks() == Asked::KomtOfNiet
    }

    /// The role of who brings a casus.
    pub fn contributor_role(&self) -> Role {
        let usual = || if self.has(Activity::Presenteren) { Role::Casemanager } else { Role::Casusinbrenger };
        self.ways.contributor.unwrap_or_else(usual)
    }

    /// Whether every casus has a kernteam and somebody of it who brings it, chosen with the roles.
    pub fn has_core_team(&self) -> bool {
        self.ways.core_team.unwrap_or_else(|| self.has(Activity::Presenteren))
    }

    /// After how many weeks the method wants to meet again; empty when it does not say.
    pub fn rhythm(&self) -> Vec<u32> {
        let usual = || if self.has(Activity::Presenteren) { vec![2, 3, 4] } else { Vec::new() };
        self.ways.rhythm.clone().unwrap_or_else(usual)
    }

    /// Fills in what is left out, words too: the only time that steps say what a werkwijze is like.
    pub(super) fn fill(&mut self) {
        self.ways = Ways {
            decision: Some(self.decided_by()),
            goals: Some(self.goals_at()),
            ideas: Some(self.ideas_in()),
            people: Some(self.asks()),
            contributor: Some(self.contributor_role()),
            core_team: Some(self.has_core_team()),
            rhythm: Some(self.rhythm()),
        };
        let mut words = std::mem::take(&mut self.words);
        words.fill(self);
        self.words = words;
    }

    /// As it is after reading, for one that is made in code.
    pub fn filled(mut self) -> Self {
        self.fill();
        self
    }
}
