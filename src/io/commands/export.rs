//! `oogst export`: sheets of a session or its tips in a table, as files or on standard output.
//!
//! Also of a session that is broken or open in another window: the journal is only read.

use super::{Failure, Setting, Voice, say_placed};
use crate::app::pages::papers;
use crate::cli::{Export, Formats, Target};
use crate::domain::id::CasusId;
use crate::domain::journal::Journal;
use crate::domain::session::{FIRST_CASUS, Session};
use crate::domain::time::Now;
use crate::domain::verdicts;
use crate::io::exports;
use crate::io::store::open;
use crate::paper;
use crate::paper::sieve::{Sieve, Way};
use crate::paper::{Format, Sheet};
use crate::text::counts;
use std::path::Path;

/// Name and content.
type File = (String, Vec<u8>);

/// Makes the sheets that were asked for and says where they are.
///
/// # Errors
/// When the session cannot be read, there is no such casus, or a file cannot be written.
pub fn export(
    wish: &Export,
    setting: Setting<'_>,
    out: &mut Voice<'_>,
    notes: &mut Voice<'_>,
) -> Result<(), Failure> {
    let dir = super::find(setting.places, &wish.session)?;
    let loaded = open::read(&dir)?;
    if let Some(broken) = &loaded.broken {
        notes.say(&format!("In het logboek klopt {broken}. Wat daarvoor kwam, staat erin; de rest niet."))?;
    }
    let session = Journal::of(loaded.opened, loaded.entries).fold();
    let files = filtered(wish, &session, setting.now, notes)?;
    let usual = || exports::folder(setting.places, setting.config, &dir);
    match &wish.to {
        Target::Screen => on_screen(&files, out),
        Target::Folder(folder) => in_folder(&files, folder, out),
        Target::Usual => in_folder(&files, &usual(), out),
    }
}

/// The files, with what the privacy filter found hidden; a BSN keeps them back (V-C1).
fn filtered(
    wish: &Export,
    session: &Session,
    now: &Now,
    notes: &mut Voice<'_>,
) -> Result<Vec<File>, Failure> {
    let sieve = Sieve::of(session, &verdicts::known(session, &[]));
    let caught = sieve.caught(|session| made(wish, session, now));
    if let Some(sentence) = papers::refused(session, &sieve.blocked(&caught)) {
        return Err(Failure::new(sentence.to_string()));
    }
    if !caught.is_empty() && !wish.unfiltered {
        let texts = counts::count(caught.len(), "tekst", "teksten");
        let sentence = format!(
            "In {texts} staat nu ■■■: dat leek op een naam, adres of nummer. Toch zo laten: --ongefilterd"
        );
        notes.say(&sentence)?;
    }
    let way = if wish.unfiltered { Way::Whole } else { Way::Masked };
    made(wish, &sieve.session(way), now)
}

fn made(wish: &Export, session: &Session, now: &Now) -> Result<Vec<File>, Failure> {
    match wish.formats {
        Some(Formats::Ideas) => Ok(vec![(paper::file::ideas(session, now), paper::ideas::table(session))]),
        Some(Formats::All | Formats::One(_)) | None => sheets(wish, session, now),
    }
}

/// The sheets that were asked for: name and content.
fn sheets(wish: &Export, session: &Session, now: &Now) -> Result<Vec<File>, Failure> {
    let sheet = sheet(wish, session)?;
    let casussen = casussen(wish.casus, sheet, session)?;
    let screen = wish.to == Target::Screen;
    if screen && casussen.len() > 1 {
        let count = counts::count(casussen.len(), "casus", "casussen");
        let sentence = format!("Er zijn {count}. Kies er een, bijvoorbeeld: --casus 1.");
        return Err(Failure::new(sentence));
    }
    let formats = match wish.formats {
        Some(Formats::One(format)) => vec![format],
        Some(Formats::All | Formats::Ideas) | None if screen => vec![Format::Text],
        Some(Formats::All | Formats::Ideas) | None => Format::ALL.to_vec(),
    };
    let mut files = Vec::new();
    for casus in casussen {
        let doc = paper::make(sheet, session, casus, now);
        for &format in &formats {
            let name = paper::file::name(sheet, format, session, casus, now);
            files.push((name, paper::render(&doc, format)));
        }
    }
    Ok(files)
}

/// The sheet that was asked for, or the one the meeting is for.
fn sheet(wish: &Export, session: &Session) -> Result<Sheet, Failure> {
    let Some(sheet) = wish.sheet else { return Ok(Sheet::main(&session.method)) };
    if sheet.is_for(&session.method) {
        return Ok(sheet);
    }
    let words: Vec<&str> = Sheet::of(&session.method).into_iter().map(Sheet::word).collect();
    Err(Failure::new(format!(
        "Het blad '{}' hoort niet bij deze werkwijze. Kies uit: {}.",
        sheet.word(),
        words.join(", ")
    )))
}

/// The casussen it is about. A sheet for the whole meeting is made once.
fn casussen(wanted: Option<u32>, sheet: Sheet, session: &Session) -> Result<Vec<CasusId>, Failure> {
    let all: Vec<CasusId> = session.casussen.iter().map(|casus| casus.id).collect();
    if !sheet.is_per_casus() {
        return Ok(vec![FIRST_CASUS]);
    }
    let Some(number) = wanted else { return Ok(all) };
    if all.contains(&CasusId(number)) {
        return Ok(vec![CasusId(number)]);
    }
    let there = counts::count(all.len(), "casus", "casussen");
    let are = counts::plural(all.len(), "is", "zijn");
    Err(Failure::new(format!("Casus {number} is er niet. In deze bespreking {are} {there}.")))
}

fn on_screen(files: &[File], out: &mut Voice<'_>) -> Result<(), Failure> {
    for (_, content) in files {
        out.hand_over(content)?;
        if !content.ends_with(b"\n") {
            out.hand_over(b"\n")?;
        }
    }
    Ok(())
}

fn in_folder(files: &[File], folder: &Path, out: &mut Voice<'_>) -> Result<(), Failure> {
    for (name, content) in files {
        say_placed(out, &exports::write(folder, name, content)?)?;
    }
    Ok(())
}
