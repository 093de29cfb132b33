//! A werkwijze as data: steps, minutes, prompts, cards, columns, areas and limits.
//!
//! This is the shape a user writes in RON (Dutch field names) and the shape that is stored in the
//! first line of a journal, so that a session keeps the method it was led with. Every field has a
//! default, which lets the reader report all problems of a file at once; [`check`] then says what
//! is missing or inconsistent. Which *activity* a step uses is a closed set: behaviour is code.
//!
//! Must not know: files, RON, screens.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

mod card;
pub mod check;
mod lists;
mod ways;
mod word;
mod words;

pub use card::{Card, CardHelp};
pub use lists::{AreaList, Followup, Inspiration, Sourced, SpiderField};
pub use ways::{Asked, DecidedBy, GoalsAt, IdeasIn, Ways};
pub use word::Word;
pub use words::{Article, Noun, Words};

/// Where a statement of the method comes from. Only `S…` may be called "volgens de methode".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Source {
    /// Case conference bij dementie.
    S000,
    /// Werkwijze procesbegeleider casuïstiek, AKAD.
    S001,
    /// Fiche casemanagement.
    S002,
    /// Draaiboek casusoefeningen.
    S003,
    /// Casemanagers in hun kracht.
    S004,
    /// Found in a public source.
    F,
    /// A proposal of ours or of the user: an editable default.
    #[default]
    P,
}

impl Source {
    /// Whether the method's own document states it.
    pub fn is_stated(self) -> bool {
        match self {
            Self::S000 | Self::S001 | Self::S002 | Self::S003 | Self::S004 => true,
            Self::F | Self::P => false,
        }
    }
}

/// A whole werkwijze.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, remote = "Self")]
pub struct Method {
    /// Short stable name, used in folder names: lower case letters, digits and `-`.
    pub id: String,
    #[serde(rename = "naam")]
    pub name: Word,
    /// A name of at most 12 characters for the title line.
    #[serde(rename = "kort")]
    pub short: Word,
    /// One sentence for the choice list.
    #[serde(rename = "uitleg")]
    pub about: Word,
    /// What its people call things.
    #[serde(rename = "woorden")]
    pub words: Words,
    /// How it works, where werkwijzen differ: asked with the functions of [`Method`].
    #[serde(rename = "manieren")]
    pub ways: Ways,
    /// Named lengths; every `minuten` list below has one number per profile.
    #[serde(rename = "profielen")]
    pub profiles: Vec<Profile>,
    #[serde(rename = "grenzen")]
    pub limits: Limits,
    #[serde(rename = "rollen")]
    pub roles: Vec<Role>,
    /// Ways to divide the board in columns; the first one is the default.
    #[serde(rename = "indelingen")]
    pub layouts: Vec<Layout>,
    /// Lists of gebieden to choose from; the first one is the default.
    #[serde(rename = "gebieden")]
    pub areas: Vec<AreaList>,
    /// The vakken of the spinnetje.
    #[serde(rename = "spinnetje")]
    pub spider: Vec<SpiderField>,
    /// The checklist *vooraf*.
    #[serde(rename = "vooraf")]
    pub checklist: Vec<Sourced>,
    /// Lists to look in for inspiration, each filled by the user in a text file of his own.
    #[serde(rename = "inspiratie")]
    pub inspiration: Vec<Inspiration>,
    /// What happens after the meeting, in order.
    #[serde(rename = "vervolgacties")]
    pub followups: Vec<Followup>,
    /// The questions of the evaluation.
    #[serde(rename = "evaluatie")]
    pub evaluation: Vec<Sourced>,
    /// What the procesbegeleider says at the welcome.
    #[serde(rename = "uitgangspunten")]
    pub principles: Vec<Sourced>,
    #[serde(rename = "stappen")]
    pub steps: Vec<Step>,
    #[serde(rename = "kaarten")]
    pub cards: Vec<Card>,
}

/// Reading is the moment at which a werkwijze gets the words and the ways that its file leaves out,
/// also from the first line of an old journal.
impl<'de> Deserialize<'de> for Method {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer).map(Self::filled)
    }
}

impl Serialize for Method {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

/// A named length of the meeting, such as "30 minuten".
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    #[serde(rename = "naam")]
    pub name: Word,
    #[serde(rename = "bron")]
    pub source: Source,
}

/// Soft limits: they are said, never enforced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Characters on a post-it before the hint to split.
    #[serde(rename = "post_it")]
    pub post_it: usize,
    /// Above this many people a quiet line is shown.
    #[serde(rename = "groep_melding")]
    pub group_info: usize,
    /// Above this many people a warning is shown.
    #[serde(rename = "groep_waarschuwing")]
    pub group_warning: usize,
    /// From this many people the ring variant is offered; 0 for never.
    #[serde(rename = "ring")]
    pub ring: usize,
    /// No more casussen than this in one meeting; 0 for as many as there is time for.
    #[serde(rename = "casussen")]
    pub casussen: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { post_it: 90, group_info: 8, group_warning: 12, ring: 0, casussen: 0 }
    }
}

/// A role in the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    Procesbegeleider,
    Tijdbewaker,
    Casusinbrenger,
    Voorzitter,
    Casemanager,
    Notulist,
    Moderator,
}

/// One way to divide the Compensatiematrix in columns, left to right, with the parts of the
/// ideas step that belong to it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Layout {
    #[serde(rename = "naam")]
    pub name: Word,
    #[serde(rename = "bron")]
    pub source: Source,
    #[serde(rename = "kolommen")]
    pub columns: Vec<Column>,
    /// Parts of the step with activity `Verzamelen`, in order.
    #[serde(rename = "delen")]
    pub parts: Vec<Part>,
}

/// One column (vak) of the Compensatiematrix.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Column {
    /// One capital letter, unique in its layout; people say it and type it.
    #[serde(rename = "letter")]
    pub letter: Word,
    /// Short name, at most 14 characters.
    #[serde(rename = "naam")]
    pub name: Word,
    /// The name in full, for paper.
    #[serde(rename = "voluit")]
    pub long: Word,
    /// The question to put to the group.
    #[serde(rename = "vraag")]
    pub question: Word,
    #[serde(rename = "kleur")]
    pub kind: Kind,
    /// Missing information here makes going further right pointless for now (I9).
    #[serde(rename = "eerst_weten")]
    pub know_first: bool,
}

/// The kind of a column: decides the colour of its edge cell, never a behaviour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Kind {
    #[default]
    Client,
    Netwerk,
    Informeel,
    Formeel,
    Extra,
}

/// A part of a step with its own minutes, such as the three minutes of the toelichting.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Part {
    #[serde(rename = "naam")]
    pub name: Word,
    /// Letters of the columns this part is about; empty for a part without columns.
    #[serde(rename = "kolommen")]
    pub columns: Vec<String>,
    /// Whole minutes, one per profile.
    #[serde(rename = "minuten")]
    pub minutes: Vec<u32>,
    #[serde(rename = "bron")]
    pub source: Source,
}

/// What people do in a step. A closed set: each has one file in `app`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Activity {
    /// Results of earlier tips (AKAD step 1).
    Terugkoppeling,
    /// Who is here (AKAD step 2).
    Kennismaken,
    /// The casus around the spinnetje (AKAD step 3).
    Toelichten,
    /// Gebieden and "IK wil" (AKAD step 4).
    Doelen,
    /// Ideas on the Compensatiematrix (AKAD step 5).
    Verzamelen,
    /// Stars, afspraken, next time (AKAD step 6).
    Samenvatten,
    /// The voorzitter opens; who writes, who is here (case conference, item 1).
    Opening,
    /// Who belongs to the kernteam of the casus (item 2).
    Kernteam,
    /// The casemanager presents the casus and the goals on the flappen (items 3 and 10).
    Presenteren,
    /// Questions to understand the casus, without hidden advice (items 4 and 11).
    Vragen,
    /// Everybody writes post-its in silence (items 5a and 12a).
    Brainstorm,
    /// Post-its on the flappen, and in clusters (items 5b, 5c, 12b and 12c).
    Clusteren,
    /// For and against per cluster, and the decision (items 5d and 12d).
    Wegen,
    /// The voorzitter sums up what was selected (items 6 and 13).
    Samenvatting,
    /// The casemanager says what she will discuss with the koppel (items 7 and 14).
    Voorleggen,
    /// Who does what after the meeting (items 8 and 15).
    Vervolgacties,
    /// How it was (items 9 and 16).
    Evaluatie,
    /// A look back on earlier casussen (item 17).
    Terugblik,
    /// The next date, and who brings a casus (item 18).
    Afspreken,
    /// A step with only notes: what a home-made method uses when nothing else fits.
    #[default]
    Notities,
}

impl Activity {
    pub const ALL: [Self; Self::Notities as usize + 1] = [
        Self::Terugkoppeling,
        Self::Kennismaken,
        Self::Toelichten,
        Self::Doelen,
        Self::Verzamelen,
        Self::Samenvatten,
        Self::Opening,
        Self::Kernteam,
        Self::Presenteren,
        Self::Vragen,
        Self::Brainstorm,
        Self::Clusteren,
        Self::Wegen,
        Self::Samenvatting,
        Self::Voorleggen,
        Self::Vervolgacties,
        Self::Evaluatie,
        Self::Terugblik,
        Self::Afspreken,
        Self::Notities,
    ];
}

/// One step of the meeting.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Step {
    pub id: String,
    /// The label people say: "5", "5a". Unique.
    #[serde(rename = "nummer")]
    pub number: Word,
    /// The label at a second casus, when that is another one: "10", "12a".
    #[serde(rename = "nummer_tweede")]
    pub second_number: Word,
    /// The heading this step stands under together with its neighbours, such as item 5 above 5a–5d.
    #[serde(rename = "onderdeel")]
    pub part_of: Word,
    /// The exact name of the method.
    #[serde(rename = "naam")]
    pub name: Word,
    /// What the worksheet writes under it, for paper.
    #[serde(rename = "punten")]
    pub points: Vec<Word>,
    /// At most 24 characters, for the title line.
    #[serde(rename = "kort")]
    pub short: Word,
    #[serde(rename = "bron")]
    pub source: Source,
    #[serde(rename = "activiteit")]
    pub activity: Activity,
    /// Repeated for every casus (AKAD steps 3–6).
    #[serde(rename = "per_casus")]
    pub per_casus: bool,
    /// Not counted in the time for the casus (AKAD step 1).
    #[serde(rename = "buiten_casustijd")]
    pub outside: bool,
    /// Whole minutes, one per profile.
    #[serde(rename = "minuten")]
    pub minutes: Vec<u32>,
    #[serde(rename = "minuten_bron")]
    pub minutes_source: Source,
    /// Never planned shorter than this many minutes when time is redistributed.
    #[serde(rename = "minimum")]
    pub minimum: u32,
    /// Parts with their own clock; for `Verzamelen` they stand in the layout instead.
    #[serde(rename = "delen")]
    pub parts: Vec<Part>,
    /// What to say now, one sentence each.
    #[serde(rename = "zeg")]
    pub say: Vec<Word>,
    /// Ids of the cards that belong here, most likely first.
    #[serde(rename = "kaarten")]
    pub cards: Vec<String>,
}

impl Method {
    /// The layout with this index, or the default one.
    pub fn layout(&self, index: usize) -> Option<&Layout> {
        self.layouts.get(index).or_else(|| self.layouts.first())
    }

    /// What people of this method call an idea. The plural is in [`Words`].
    pub fn idea_word(&self) -> &str {
        &self.words.idea.one
    }

    /// Whether a step does this.
    pub fn has(&self, activity: Activity) -> bool {
        self.steps.iter().any(|step| step.activity == activity)
    }

    /// The card with this id.
    pub fn card(&self, id: &str) -> Option<&Card> {
        self.cards.iter().find(|card| card.id == id)
    }

    /// The column index of a letter, either case, in a layout.
    pub fn column_by_letter(&self, layout: usize, letter: &str) -> Option<usize> {
        self.layout(layout)?.columns.iter().position(|column| column.letter.eq_ignore_ascii_case(letter))
    }
}
