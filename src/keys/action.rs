//! What a shortcut can do anywhere. The table that binds keys to actions is `keys/default.ron`;
//! help, key bar, menu and the table in the handbook are generated from it.

use serde::{Deserialize, Serialize};

/// A closed set. Everything else is typing, choosing and Enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Action {
    Hulp,
    Groepsscherm,
    Kaart,
    LopendeStap,
    Pauze,
    Tijd,
    VolgendeStap,
    VorigeStap,
    Terugdraaien,
    Opnieuw,
    RegelLeeg,
    Menu,
    Afsluiten,
}

impl Action {
    pub const ALL: [Self; 13] = [
        Self::Hulp,
        Self::Groepsscherm,
        Self::Kaart,
        Self::LopendeStap,
        Self::Pauze,
        Self::Tijd,
        Self::VolgendeStap,
        Self::VorigeStap,
        Self::Terugdraaien,
        Self::Opnieuw,
        Self::RegelLeeg,
        Self::Menu,
        Self::Afsluiten,
    ];
}
