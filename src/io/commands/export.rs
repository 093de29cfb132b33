//! `oogst export`: sheets of a session, as files or on standard output.
//!
//! Also of a session that is broken or open in another window: the journal is only read.

use super::{Failure, Setting, print, say, say_placed};
use crate::cli::{Export, Formats, Target};
use crate::domain::id::CasusId;
use crate::domain::journal::Journal;
use crate::domain::session::{FIRST_CASUS, Session};
use crate::io::exports;
use crate::io::store::open;
use crate::paper::{self, Format};
use crate::text::counts;
use std::io::Write;
use std::path::Path;

/// Makes the sheets that were asked for and says where they are.
///
/// # Errors
/// When the session cannot be read, there is no such casus, or a file cannot be written.
pub fn export(
    wish: &Export,
    setting: Setting<'_>,
    out: &mut dyn Write,
    notes: &mut dyn Write,
) -> Result<(), Failure> {
    let dir = super::find(setting.places, &wish.session)?;
    let loaded = open::read(&dir)?;
    if let Some(broken) = &loaded.broken {
        say(notes, &format!("In het logboek klopt {broken}. Wat daarvoor kwam, staat erin; de rest niet."))?;
    }
    let session = Journal::of(loaded.opened, loaded.entries).fold();
    let casussen = casussen(wish, &session)?;
    match &wish.to {
        Target::Screen => on_screen(wish, &session, &casussen, setting, out),
        Target::Folder(folder) => in_folder(wish, &session, &casussen, (setting, folder), out),
        Target::Usual => {
            let folder = exports::folder(setting.places, setting.config, &dir);
            in_folder(wish, &session, &casussen, (setting, &folder), out)
        }
    }
}

/// The casussen it is about. A sheet for the whole meeting is made once.
fn casussen(wish: &Export, session: &Session) -> Result<Vec<CasusId>, Failure> {
    let all: Vec<CasusId> = session.casussen.iter().map(|casus| casus.id).collect();
    if !wish.sheet.is_per_casus() {
        return Ok(vec![FIRST_CASUS]);
    }
    let Some(number) = wish.casus else { return Ok(all) };
    if all.contains(&CasusId(number)) {
        return Ok(vec![CasusId(number)]);
    }
    let there = counts::count(all.len(), "casus", "casussen");
    let are = counts::plural(all.len(), "is", "zijn");
    Err(Failure::new(format!("Casus {number} is er niet. In deze bespreking {are} {there}.")))
}

fn on_screen(
    wish: &Export,
    session: &Session,
    casussen: &[CasusId],
    setting: Setting<'_>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let &[casus] = casussen else {
        let count = counts::count(casussen.len(), "casus", "casussen");
        let sentence = format!("Er zijn {count}. Kies er een, bijvoorbeeld: --casus 1.");
        return Err(Failure::new(sentence));
    };
    let format = match wish.formats {
        Some(Formats::One(format)) => format,
        Some(Formats::All) | None => Format::Text,
    };
    let doc = paper::make(wish.sheet, session, casus, setting.now);
    let text = paper::render(&doc, format);
    print(out, &text)?;
    if text.ends_with('\n') { Ok(()) } else { print(out, "\n") }
}

fn in_folder(
    wish: &Export,
    session: &Session,
    casussen: &[CasusId],
    (setting, folder): (Setting<'_>, &Path),
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let formats = match wish.formats {
        Some(Formats::One(format)) => vec![format],
        Some(Formats::All) | None => Format::ALL.to_vec(),
    };
    for &casus in casussen {
        let doc = paper::make(wish.sheet, session, casus, setting.now);
        for &format in &formats {
            let name = paper::file::name(wish.sheet, format, session, casus, setting.now);
            say_placed(out, &exports::write(folder, &name, &paper::render(&doc, format))?)?;
        }
    }
    Ok(())
}
