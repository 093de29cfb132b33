//! What comes out on paper: sheets made of a session, as a document model and as a file in a format.
//!
//! ```text
//! Session ─► make(sheet) ─► Doc ─► render(format) ─► bytes
//! ```
//! [`make`] decides what stands on a sheet; [`render()`] decides how a format writes it. Neither
//! knows the other's choices, so a new format is one file in `render/` and a new sheet is one file
//! here. Depends on `domain` and `text` only. Must not know: files, printers, screens, the clock.

pub mod cards;
mod csv;
pub mod doc;
pub mod fallback;
pub mod file;
mod harvest;
pub mod home;
pub mod ideas;
pub mod matrix;
pub mod render;
mod schedule;
pub mod spider;
pub mod timecard;
pub mod timereport;
pub mod tipsheet;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

use crate::domain::casus::Casus;
use crate::domain::id::CasusId;
use crate::domain::session::Session;
use crate::domain::time::Now;
use chrono::NaiveDate;
use doc::Doc;
pub use render::render;

/// A sheet of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sheet {
    /// The tips of one casus, for the casusinbrenger to take to the client.
    Tips,
    /// An empty Compensatiematrix to hand out.
    Matrix,
    /// The spinnetje, to prepare a casus with.
    Spider,
    /// The cards *Wat doe ik als …*.
    Cards,
    /// Steps and times for the tijdbewaker.
    TimeCard,
    /// Everything to go on with when the laptop dies.
    Fallback,
    /// What was planned and what it took, to look back on.
    TimeReport,
    /// What was chosen, in plain words, for at home.
    Home,
}

impl Sheet {
    pub const ALL: [Self; 8] = [
        Self::Tips,
        Self::Matrix,
        Self::Spider,
        Self::Cards,
        Self::TimeCard,
        Self::Fallback,
        Self::TimeReport,
        Self::Home,
    ];

    /// The name people see.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Tips => "Tipblad",
            Self::Matrix => "Compensatiematrix",
            Self::Spider => "Spinnetje",
            Self::Cards => "Kaarten",
            Self::TimeCard => "Tijdkaart",
            Self::Fallback => "Noodblad",
            Self::TimeReport => "Tijdverslag",
            Self::Home => "Adviesblad voor thuis",
        }
    }

    /// One sentence for a choice list.
    #[must_use]
    pub fn about(self) -> &'static str {
        match self {
            Self::Tips => "De tips per doel, om met de cliënt te bespreken. Met vakjes om in te schrijven.",
            Self::Matrix => "Een lege Compensatiematrix om uit te delen.",
            Self::Spider => "Een blad om een casus op voor te bereiden.",
            Self::Cards => "De kaarten ‘Wat doe ik als …’, per stap.",
            Self::TimeCard => "De stappen met hun tijden, voor de tijdbewaker.",
            Self::Fallback => "De stappen, de doelen en de tips tot nu toe, voor als de laptop uitvalt.",
            Self::Home => "Wat er gekozen is, hoogstens zeven tips, om op te hangen.",
            Self::TimeReport => "Gepland en werkelijk per stap, om op terug te kijken.",
        }
    }

    /// The word in file names and on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Tips => "tipblad",
            Self::Matrix => "compensatiematrix",
            Self::Spider => "spinnetje",
            Self::Cards => "kaarten",
            Self::TimeCard => "tijdkaart",
            Self::Fallback => "noodblad",
            Self::TimeReport => "tijdverslag",
            Self::Home => "adviesblad",
        }
    }

    /// The sheet with this name, case ignored.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim().to_lowercase();
        Self::ALL.into_iter().find(|sheet| sheet.word() == typed)
    }

    /// Whether it is about one casus; the others are the same for the whole meeting.
    #[must_use]
    pub fn is_per_casus(self) -> bool {
        match self {
            Self::Tips | Self::Spider | Self::Fallback | Self::Home => true,
            Self::Matrix | Self::Cards | Self::TimeCard | Self::TimeReport => false,
        }
    }
}

/// A way to write a sheet down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    Markdown,
    Text,
    Html,
    Docx,
}

impl Format {
    pub const ALL: [Self; 4] = [Self::Html, Self::Text, Self::Markdown, Self::Docx];

    /// The end of a file name, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Text => "txt",
            Self::Html => "html",
            Self::Docx => "docx",
        }
    }

    /// The name people see, with what it is for.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown, voor een wiki of een notitie",
            Self::Text => "Gewone tekst, opent overal",
            Self::Html => "Webpagina, om af te drukken",
            Self::Docx => "Word, om verder te bewerken",
        }
    }

    /// Whether a terminal can show it.
    #[must_use]
    pub fn is_text(self) -> bool {
        match self {
            Self::Markdown | Self::Text | Self::Html => true,
            Self::Docx => false,
        }
    }

    /// By the end of a file name, case and a leading dot ignored.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim().to_lowercase();
        let typed = typed.strip_prefix('.').unwrap_or(&typed);
        Self::ALL.into_iter().find(|format| format.extension() == typed)
    }
}

/// Makes a sheet of a session. A casus that does not exist gives the sheet of an empty one.
#[must_use]
pub fn make(sheet: Sheet, session: &Session, casus: CasusId, now: &Now) -> Doc {
    let empty = Casus::new(casus);
    let casus = session.casus(casus).unwrap_or(&empty);
    match sheet {
        Sheet::Tips => tipsheet::make(session, casus, now),
        Sheet::Matrix => matrix::make(session),
        Sheet::Spider => spider::make(session, casus),
        Sheet::Cards => cards::make(session),
        Sheet::TimeCard => timecard::make(session, now),
        Sheet::Fallback => fallback::make(session, casus, now),
        Sheet::TimeReport => timereport::make(session, now),
        Sheet::Home => home::make(session, casus, now),
    }
}

/// The day of the meeting: when it began, or was to begin, or today.
#[must_use]
pub fn day(session: &Session, now: &Now) -> NaiveDate {
    now.local(schedule::begin(session).unwrap_or(now.at)).date()
}
