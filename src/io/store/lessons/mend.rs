//! `oogst herstel boek`: the book as its journal and its copy tell it together, in one whole journal.

use super::{Closed, begin, look, names};
use crate::io::store::disk;
use crate::io::store::error::StoreError;
use crate::io::store::lock::Lock;
use std::fmt;
use std::path::{Path, PathBuf};

/// More journals put aside than this means that something else is wrong.
const MOST: u32 = 99;

/// What was mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// Lessons in the book now.
    pub lessons: usize,
    /// Where the old journal lies, when not all of it could be read.
    pub aside: Option<PathBuf>,
}

impl fmt::Display for Mended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lessons = if self.lessons == 1 { "les" } else { "lessen" };
        write!(f, "Het boek is weer heel: {} {lessons}.", self.lessons)?;
        match &self.aside {
            Some(path) => write!(
                f,
                "\nHet oude logboek heet nu {}. Wat na de fout kwam, staat alleen nog daar.",
                path.display()
            ),
            None => Ok(()),
        }
    }
}

/// Puts the book in `dir` right. What could not be read of its journal is kept aside first; stopped
/// anywhere, it can be done again.
///
/// # Errors
/// When nothing is wrong, when it is open somewhere, when nothing can be read, or when the disk
/// refuses.
pub fn mend(dir: &Path) -> Result<Mended, Closed> {
    let whole = || Closed::from(StoreError::NothingToRepair { dir: dir.to_path_buf() });
    // Before the lock, which would make a file where there is no book.
    look(dir)?.closed.ok_or_else(whole)?;
    let lock = Lock::take(dir)?;
    disk::sweep(dir);
    let seen = look(dir)?;
    let closed = seen.closed.ok_or_else(whole)?;
    let aside = match closed {
        Closed::Broken(_) | Closed::Store(_) => put_aside(dir)?,
        Closed::Behind { .. } | Closed::Strange => None,
    };
    begin(dir, lock, &seen.book)?;
    Ok(Mended { lessons: seen.book.len(), aside })
}

/// A copy of the journal under a name of its own: the one it got before, when this was stopped.
fn put_aside(dir: &Path) -> Result<Option<PathBuf>, StoreError> {
    let path = dir.join(names::JOURNAL);
    let Ok(bytes) = disk::read(&path) else { return Ok(None) };
    for number in 1..=MOST {
        let aside = dir.join(format!("logboek.stuk-{number}.ronl"));
        match disk::read(&aside) {
            Ok(there) if there == bytes => return Ok(Some(aside)),
            Ok(_) => {}
            Err(_) => {
                disk::replace(&aside, &bytes).map_err(|error| StoreError::disk(&aside, &error))?;
                return Ok(Some(aside));
            }
        }
    }
    Err(StoreError::Disk { path, reason: "er staan al te veel oude logboeken".to_owned() })
}
