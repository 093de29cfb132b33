//! The lists of a werkwijze: gebieden, vakken, sentences, lists for inspiration, vervolgacties.

use super::{Role, Source, Word};
use serde::{Deserialize, Serialize};

/// A list for inspiration: what is on offer in the region, for instance. Its content is a text file
/// of the user.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Inspiration {
    /// Short stable name; the file is called so, with `.txt`.
    pub id: String,
    #[serde(rename = "naam")]
    pub name: Word,
    #[serde(rename = "bron")]
    pub source: Source,
}

/// Something to do after the meeting.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Followup {
    #[serde(rename = "tekst")]
    pub text: Word,
    /// Who does it; empty when several do.
    #[serde(rename = "wie")]
    pub role: Option<Role>,
    /// Within this many days after the meeting; 0 when the method sets no term.
    #[serde(rename = "dagen")]
    pub days: u16,
    /// Whether it is to be done at all is itself a question: ja or nee.
    #[serde(rename = "vraag")]
    pub is_question: bool,
    #[serde(rename = "bron")]
    pub source: Source,
}

/// A list of gebieden, such as the thirteen of the ZRM 2017.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AreaList {
    #[serde(rename = "naam")]
    pub name: Word,
    #[serde(rename = "bron")]
    pub source: Source,
    #[serde(rename = "lijst")]
    pub names: Vec<Word>,
}

/// One vak of the spinnetje.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SpiderField {
    #[serde(rename = "naam")]
    pub name: Word,
    /// What to ask when the vak stays empty.
    #[serde(rename = "vraag")]
    pub question: Word,
    #[serde(rename = "bron")]
    pub source: Source,
}

/// A sentence with its source.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sourced {
    #[serde(rename = "tekst")]
    pub text: Word,
    #[serde(rename = "bron")]
    pub source: Source,
}
