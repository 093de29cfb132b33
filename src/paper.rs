//! What comes out on paper: sheets made of a session, as a document model and as a file in a format.
//!
//! ```text
//! Session ─► make(sheet) ─► Doc ─► render(format) ─► bytes
//! ```
//! [`make`] decides what stands on a sheet; [`render()`] decides how a format writes it. Neither
//! knows the other's choices, so a new format is one file in `render/` and a new sheet is one file
//! here. Depends on `domain` and `text` only. Must not know: files, printers, screens, the clock.

pub mod advice;
pub mod agenda;
pub mod cards;
pub mod couple;
mod csv;
pub mod doc;
pub mod fallback;
pub mod file;
pub mod flaps;
mod followups;
pub mod handbook;
mod harvest;
pub mod home;
pub mod ideas;
pub mod invitation;
pub mod lessons;
mod letter;
pub mod mails;
pub mod matrix;
mod notes;
pub mod postits;
pub mod render;
pub mod report;
mod schedule;
mod sheet;
pub mod sieve;
pub mod spider;
pub mod timecard;
pub mod timereport;
pub mod tipsheet;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

use crate::domain::casus::Casus;
use crate::domain::id::CasusId;
use crate::domain::method::Method;
use crate::domain::session::{FIRST_CASUS, Session};
use crate::domain::time::Now;
use chrono::NaiveDate;
use doc::Doc;
pub use render::render;
pub use sheet::Sheet;

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
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Text => "txt",
            Self::Html => "html",
            Self::Docx => "docx",
        }
    }

    /// The name people see, with what it is for.
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown, voor een wiki of een notitie",
            Self::Text => "Gewone tekst, opent overal",
            Self::Html => "Webpagina, om af te drukken",
            Self::Docx => "Word, om verder te bewerken",
        }
    }

    /// Whether a terminal can show it.
    pub fn is_text(self) -> bool {
        match self {
            Self::Markdown | Self::Text | Self::Html => true,
            Self::Docx => false,
        }
    }

    /// By the end of a file name, case and a leading dot ignored.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim().to_lowercase();
        let typed = typed.strip_prefix('.').unwrap_or(&typed);
        Self::ALL.into_iter().find(|format| format.extension() == typed)
    }
}

/// Makes a sheet of a session. A casus that does not exist gives the sheet of an empty one.
pub fn make(sheet: Sheet, session: &Session, casus: CasusId, now: &Now) -> Doc {
    let empty = Casus::new(casus);
    let casus = session.casus(casus).unwrap_or(&empty);
    sheet.doc(session, casus, now)
}

/// The file of a sheet that is the same for every meeting: name and content.
pub fn of_program(sheet: Sheet, format: Format, now: &Now) -> (String, Vec<u8>) {
    let doc = make(sheet, &Session::new(Method::default()), FIRST_CASUS, now);
    (file::of_program(sheet, format), render(&doc, format))
}

/// The day of the meeting: when it began, or was to begin, or today.
pub fn day(session: &Session, now: &Now) -> NaiveDate {
    now.local(schedule::begin(session).unwrap_or(now.at)).date()
}
