//! A pakket: one casus in a file of its own, to go on with at home or at another table.
//!
//! ```text
//! session ─► make ─► file ─► bring ─► session at home ─► make ─► file ─► take ─► first session
//! ```
//! It holds references to where everything lies in the first session, the texts, and what became of
//! them (decision 32); nothing of other casussen, and no names of the people at the table. Must not
//! know: the command line, screens.

mod bring;
mod make;
mod take;
#[cfg(test)]
mod tests;

pub use bring::{bring, method};
pub use make::make;
pub use take::{Taken, take};

use super::ronfile;
use super::ronfile::Located;
use crate::app::state::earlier::Earlier;
use crate::app::state::earlier::EarlierTip;
use crate::domain::advice::Advice;
use crate::domain::goals::Flap;
use crate::domain::id::{ClusterId, IdeaId};
use crate::domain::life::Outcome;
use crate::domain::method::check::Problem;
use crate::text::dates;
use chrono::NaiveDate;
use serde::Deserialize;
use serde::Serialize;
use std::collections::BTreeSet;
use std::path::Path;

/// What this program writes; a higher number was made by a newer one.
pub const VERSION: u32 = 1;

/// The file.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Packet {
    #[serde(rename = "pakket")]
    pub version: u32,
    #[serde(rename = "herkomst")]
    pub origin: Origin,
    /// Id of the method.
    #[serde(rename = "werkwijze")]
    pub method: String,
    #[serde(rename = "indeling")]
    pub layout: u16,
    #[serde(rename = "schuilnaam")]
    pub alias: String,
    #[serde(rename = "terugkoppeling")]
    pub feedback: Feedback,
    #[serde(rename = "doelen")]
    pub goals: Vec<Goal>,
    #[serde(rename = "uitzoeken")]
    pub research: Vec<Note>,
    #[serde(rename = "afspraken")]
    pub agreements: Vec<Note>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Origin {
    /// Folder name of the session.
    #[serde(rename = "bespreking")]
    pub session: String,
    pub casus: u32,
    #[serde(rename = "datum")]
    pub date: String,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Feedback {
    #[serde(rename = "wanneer")]
    pub when: String,
    #[serde(rename = "waarover")]
    pub what: String,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Goal {
    /// 0 for what lies at no goal.
    pub id: u32,
    #[serde(rename = "doel")]
    pub text: String,
    pub flap: Option<FlapWord>,
    #[serde(rename = "toelichting")]
    pub explanation: String,
    #[serde(rename = "adviezen")]
    pub advices: Vec<Tip>,
}

/// A tip or an advies.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tip {
    pub id: u32,
    /// The number of a tip, the letter of a cluster.
    #[serde(rename = "naam")]
    pub label: String,
    #[serde(rename = "tekst")]
    pub text: String,
    /// The letter of its column.
    #[serde(rename = "vak")]
    pub column: String,
    /// The post-its of a cluster.
    #[serde(rename = "bevat")]
    pub members: Vec<PostIt>,
    #[serde(rename = "onderbouwing")]
    pub reasoning: String,
    #[serde(rename = "bedoeling")]
    pub purpose: String,
    #[serde(rename = "valt_op")]
    pub stands_out: bool,
    #[serde(rename = "besproken")]
    pub discussed: Option<bool>,
    #[serde(rename = "gekozen")]
    pub chosen: Option<bool>,
    #[serde(rename = "uitkomst")]
    pub outcome: Option<OutcomeWord>,
    #[serde(rename = "omdat")]
    pub because: String,
    #[serde(rename = "opgepakt_door")]
    pub taken_up: String,
    #[serde(rename = "notities")]
    pub notes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PostIt {
    pub id: u32,
    #[serde(rename = "nummer")]
    pub number: u32,
    #[serde(rename = "tekst")]
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Note {
    #[serde(rename = "tekst")]
    pub text: String,
    #[serde(rename = "gedaan")]
    pub done: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FlapWord {
    Pmd,
    Mz,
    Samen,
}

impl From<Flap> for FlapWord {
    fn from(flap: Flap) -> Self {
        match flap {
            Flap::Pmd => Self::Pmd,
            Flap::Mz => Self::Mz,
            Flap::Samen => Self::Samen,
        }
    }
}

impl From<FlapWord> for Flap {
    fn from(word: FlapWord) -> Self {
        match word {
            FlapWord::Pmd => Self::Pmd,
            FlapWord::Mz => Self::Mz,
            FlapWord::Samen => Self::Samen,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum OutcomeWord {
    #[serde(rename = "werkte")]
    Worked,
    #[serde(rename = "deels")]
    WorkedPartly,
    #[serde(rename = "niet")]
    DidNotWork,
    #[serde(rename = "anders")]
    ChoseOtherwise,
}

impl From<Outcome> for OutcomeWord {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Worked => Self::Worked,
            Outcome::WorkedPartly => Self::WorkedPartly,
            Outcome::DidNotWork => Self::DidNotWork,
            Outcome::ChoseOtherwise => Self::ChoseOtherwise,
        }
    }
}

impl From<OutcomeWord> for Outcome {
    fn from(word: OutcomeWord) -> Self {
        match word {
            OutcomeWord::Worked => Self::Worked,
            OutcomeWord::WorkedPartly => Self::WorkedPartly,
            OutcomeWord::DidNotWork => Self::DidNotWork,
            OutcomeWord::ChoseOtherwise => Self::ChoseOtherwise,
        }
    }
}

impl Tip {
    fn is_cluster(&self) -> bool {
        self.label.starts_with(|c: char| c.is_ascii_alphabetic())
    }

    /// What it is in the session the pakket came from.
    pub fn advice(&self) -> Advice {
        if self.is_cluster() { Advice::Cluster(ClusterId(self.id)) } else { Advice::Idea(IdeaId(self.id)) }
    }
}

impl Packet {
    /// The file, readable and whole.
    pub fn text(&self) -> String {
        let pretty = ron::ser::PrettyConfig::new()
            .indentor("  ")
            .extensions(ron::extensions::Extensions::IMPLICIT_SOME);
        let text = ron::ser::to_string_pretty(self, pretty).unwrap_or_default();
        format!(
            "// Een pakket van Oogst: één casus. Open het met: oogst inzien BESTAND\n// Terug naar de \
             bespreking: oogst neem-over BESTAND\n{text}\n"
        )
    }

    /// As it lies at the terugkoppeling of another table.
    pub fn earlier(&self) -> Earlier {
        let tips = self.goals.iter().flat_map(|goal| {
            goal.advices.iter().map(|tip| EarlierTip {
                advice: tip.advice(),
                label: tip.label.clone(),
                text: tip.text.clone(),
                goal: goal.text.clone(),
                outcome: tip.outcome.map(Outcome::from),
                because: tip.because.clone(),
            })
        });
        Earlier {
            session: self.origin.session.clone(),
            date: NaiveDate::parse_from_str(&self.origin.date, "%Y-%m-%d")
                .map_or(String::new(), dates::short),
            alias: self.alias.clone(),
            contributor: String::new(),
            tips: tips.collect(),
            notes: Vec::new(),
            packet: true,
        }
    }
}

/// Reads a pakket.
///
/// # Errors
/// Every problem of the file, with line, column and path.
pub fn read(path: &Path) -> Result<Packet, Vec<Located>> {
    ronfile::read_file(path, check)
}

fn check(packet: &Packet) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut wrong =
        |path: String, message: &str| problems.push(Problem { path, message: message.to_owned() });
    match packet.version {
        VERSION => {}
        0 => {
            wrong(String::new(), "dit is geen pakket. Maak er een met: oogst pakket SESSIE");
            return problems;
        }
        _ => {
            wrong("pakket".to_owned(), "dit pakket is van een nieuwere Oogst. Haal eerst die versie.");
            return problems;
        }
    }
    let name = &packet.origin.session;
    if Path::new(name).file_name().is_none_or(|file| file != name.as_str()) {
        wrong(
            "herkomst.bespreking".to_owned(),
            "hier hoort de naam van een bespreking, zoals 2026-11-22-akad-1.",
        );
    }
    let mut seen = BTreeSet::new();
    for (row, goal) in packet.goals.iter().enumerate() {
        for (index, tip) in goal.advices.iter().enumerate() {
            let path = || format!("doelen[{row}].adviezen[{index}]");
            let number = tip.label.parse::<u32>().is_ok_and(|number| number > 0);
            let letter = tip.is_cluster() && tip.label.chars().count() == 1;
            if !number && !letter {
                wrong(
                    format!("{}.naam", path()),
                    "hier hoort het nummer van een tip of de letter van een advies.",
                );
            }
            if tip.id == 0 || !seen.insert(tip.advice()) {
                wrong(
                    format!("{}.id", path()),
                    "dit nummer ontbreekt of staat er al. Maak het pakket opnieuw.",
                );
            }
        }
    }
    problems
}
