//! `oogst boek --als …`: the book *Wat werkte* as a file, without a lock.

use super::{Failure, Setting, Voice, say_placed};
use crate::cli::Target;
use crate::io::exports;
use crate::io::store::lessons;
use crate::paper::lessons::{Form, file};

/// Writes the book down and says where.
///
/// # Errors
/// When the book cannot be read, holds nothing, or the file cannot be written.
pub fn lessons(form: Form, to: &Target, setting: Setting<'_>, out: &mut Voice<'_>) -> Result<(), Failure> {
    let book = lessons::read(&setting.places.book).map_err(|closed| Failure::new(closed.to_string()))?;
    if book.is_empty() {
        return Err(Failure::new("Er staan nog geen lessen in het boek. Lees wat er wacht met: oogst boek"));
    }
    let (name, content) = file(form, &book, setting.now);
    let folder = match to {
        Target::Screen => return out.hand_over(&content),
        Target::Folder(folder) => folder.clone(),
        Target::Usual => exports::folder(setting.places, setting.config, &setting.places.book),
    };
    say_placed(out, &exports::write(&folder, &name, &content)?)
}
