//! The flappen of the case conference, as werkblad 8 writes them.

use crate::domain::goals::Flap;

pub fn name(flap: Flap) -> &'static str {
    match flap {
        Flap::Pmd => "PMD",
        Flap::Mz => "MZ",
        Flap::Samen => "samen",
    }
}

/// Whose a goal is, in a sentence: "doel van de PMD".
pub fn whose(flap: Flap) -> &'static str {
    match flap {
        Flap::Pmd => "de PMD",
        Flap::Mz => "de MZ",
        Flap::Samen => "samen",
    }
}
