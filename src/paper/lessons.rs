//! The book *Wat werkte* as a file: a table to count in, or a text to read. It names nobody.
//!
//! Must not know: files on disk.

use super::doc::{Doc, ListStyle};
use super::{Format, csv, render};
use crate::domain::book::Book;
use crate::domain::lesson::Lesson;
use crate::domain::time::Now;
use crate::text::{dates, lessons, outcomes};

/// A way to write the book down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Csv,
    Markdown,
}

impl Form {
    pub const ALL: [Self; 2] = [Self::Csv, Self::Markdown];

    /// The word on the command line, and the end of the file name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Markdown => "md",
        }
    }
}

/// Where a lesson stands that has no gebied.
const NO_AREA: &str = "Zonder gebied";

/// The book in this form: a name to propose, and the content.
pub fn file(form: Form, book: &Book, now: &Now) -> (String, Vec<u8>) {
    let name = format!("{}-wat-werkte.{}", dates::sortable(now.local(now.at).date()), form.word());
    let content = match form {
        Form::Csv => table(book),
        Form::Markdown => render(&doc(book), Format::Markdown),
    };
    (name, content)
}

fn table(book: &Book) -> Vec<u8> {
    let header = ["Tip", "Gebied", "Kolom of flap", "Uitkomst", "Omdat", "Werkwijze", "Maand"];
    csv::table(
        &header,
        book.iter().map(|(_, lesson)| {
            vec![
                lesson.tip.clone(),
                lesson.area.clone(),
                lessons::spot(&lesson.spot),
                outcomes::name(lesson.outcome).to_owned(),
                lesson.because.clone(),
                lesson.method.clone(),
                format!("{}-{:02}", lesson.month.year, lesson.month.month),
            ]
        }),
    )
}

/// By gebied, the newest first.
fn doc(book: &Book) -> Doc {
    let mut doc = Doc::new("Wat werkte");
    doc.text(
        "Tips die geprobeerd zijn, met wat ervan kwam. Iemand heeft elke les gelezen voor hij erin kwam.",
    );
    let mut areas: Vec<&str> = book.iter().map(|(_, lesson)| lesson.area.as_str()).collect();
    areas.sort_unstable();
    areas.dedup();
    // What has no gebied comes last.
    areas.sort_by_key(|area| area.is_empty());
    for area in areas {
        let of_area = book.iter().rev().map(|(_, lesson)| lesson).filter(|lesson| lesson.area == area);
        let heading = if area.is_empty() { NO_AREA } else { area };
        doc.list_under(heading, ListStyle::Bullet, of_area.map(line).collect());
    }
    doc
}

fn line(lesson: &Lesson) -> String {
    let told = outcomes::told(lesson.outcome, &lesson.because);
    let spot = lessons::spot(&lesson.spot);
    let about = [spot, told].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
    format!("{}. {about} ({})", lesson.tip, lessons::month(lesson.month))
}
