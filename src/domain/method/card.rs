//! The cards *Wat doe ik als …*, and what the program can do for them.

use super::{Source, Word};
use serde::{Deserialize, Serialize};

/// A card: "Wat doe ik als …". The method calls it an ingreep; users never read that word.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Card {
    pub id: String,
    /// The signal: "de casus onduidelijk blijft".
    #[serde(rename = "als")]
    pub when: Word,
    /// What the procesbegeleider does.
    #[serde(rename = "doe")]
    pub action_text: Word,
    /// A sentence to say aloud; may be empty.
    #[serde(rename = "zeg")]
    pub say: Word,
    #[serde(rename = "bron")]
    pub source: Source,
    /// What the program does for this card.
    #[serde(rename = "hulp")]
    pub help: CardHelp,
}

/// What the program does when a card is used. A closed set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum CardHelp {
    /// Nothing but the text on the card.
    #[default]
    Uitleg,
    /// Everybody one question (I1).
    Vragenronde,
    /// To the empty vakken of the spinnetje (I2).
    Spinnetje,
    /// Back to the client first: questions to find out, next time again (I3).
    Doorschuiven,
    /// Reword somebody else's goal in the client's words (I4).
    Herformuleren,
    /// Park a learning question for intervisie, or treat it all the same (I5).
    Intervisie,
    /// Everybody one idea (I6).
    Inventarisatieronde,
    /// Count "ja maar" and show the neutral listening band (I8).
    Luisterstand,
    /// A question to find out, with the offer to stop here (I9).
    Uitzoekvraag,
    /// A round in which informal voices come first (I10).
    InformeelEerst,
    /// Round off: on to the next part or step (I11).
    Afronden,
}
