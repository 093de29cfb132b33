//! A lesson: one tip that was tried, with what came of it and why. It names no session, no day and
//! no client: what makes it anonymous is that a person read it before it was kept.

use super::goals::Flap;
use super::life::Outcome;
use super::privacy;
use super::privacy::Finding;
use super::privacy::Kind;
use super::privacy::Known;
use super::words;
use chrono::Datelike;
use serde::{Deserialize, Serialize};

/// One lesson of the book.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Lesson {
    /// The words of the tip, or the title of the advies.
    pub tip: String,
    /// The gebied of the goal it was for; empty where the method has none.
    #[serde(default)]
    pub area: String,
    #[serde(default)]
    pub spot: Spot,
    pub outcome: Outcome,
    #[serde(default)]
    pub because: String,
    /// Short name of the werkwijze.
    #[serde(default)]
    pub method: String,
    pub month: Month,
}

/// Where the tip lay.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Spot {
    #[default]
    Loose,
    /// A column of the Compensatiematrix, by its name.
    Column(String),
    Flap(Flap),
}

/// When: a day would say which session it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Month {
    pub year: i32,
    /// 1 is January.
    pub month: u32,
}

impl Month {
    pub fn of(day: &impl Datelike) -> Self {
        Self { year: day.year(), month: day.month() }
    }
}

impl Lesson {
    /// The same lesson in other words.
    pub fn reworded(&self, tip: &str, because: &str) -> Self {
        Self { tip: words::clean(tip), because: words::clean(because), ..self.clone() }
    }

    /// What in it says who somebody is, of the tip and of the reason.
    pub fn findings(&self, known: &Known) -> [Vec<Finding>; 2] {
        [privacy::find(&self.tip, known), privacy::find(&self.because, known)]
    }

    /// A BSN never enters: no reader can have meant that.
    pub fn has_bsn(&self) -> bool {
        self.findings(&Known::default()).iter().flatten().any(|finding| finding.kind == Kind::Bsn)
    }
}
