//! Definitief wissen on disk (decision 8): a whole session, or the texts of a casus.
//!
//! Only what Oogst made is taken away; a file of somebody else stays and is named. What was deleted
//! is gone for this program and for people; a disk may keep it for a while. Must not know: what was
//! asked, words about it.

use super::current::Current;
use super::disk;
use super::error::StoreError;
use super::line;
use super::lock::Lock;
use super::names;
use super::open;
use crate::domain::id::CasusId;
use crate::domain::journal::Journal;
use crate::domain::session::Session;
use crate::domain::wipe::{What, without};
use std::fs;
use std::io;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

/// The files of a session folder, in the order in which they go.
const OURS: [&str; 6] =
    [names::JOURNAL, names::BACKUP, names::SNAPSHOT, names::DRAFT, names::SIGNALS, names::LOCK];

/// What lies in the folder of a session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inventory {
    /// Made by Oogst; the texts of the session stand in these.
    pub ours: Vec<PathBuf>,
    /// Of somebody else: these stay.
    pub foreign: Vec<PathBuf>,
    /// Folders beside it into which this session was rescued.
    pub rescued: Vec<PathBuf>,
}

/// Looks what there is to wipe.
///
/// # Errors
/// When there is no such folder, or nothing of a session in it.
pub fn inventory(dir: &Path) -> Result<Inventory, StoreError> {
    let dir = &open::whole_path(dir);
    let paths = disk::entries(dir).map_err(|_| StoreError::NoFolder { dir: dir.clone() })?;
    let mut found = Inventory::default();
    for path in paths {
        let name = names::of(&path);
        if name == names::REPORTS && path.is_dir() {
            found.ours.extend(disk::entries(&path).unwrap_or_default().into_iter().filter(|it| it.is_file()));
        } else if OURS.contains(&name.as_str()) || disk::is_unfinished(&path) {
            found.ours.push(path);
        } else {
            found.foreign.push(path);
        }
    }
    if !found.ours.iter().any(|path| [names::JOURNAL, names::BACKUP].contains(&names::of(path).as_str())) {
        return Err(StoreError::NoJournal { dir: dir.clone() });
    }
    let place = |path: &PathBuf| OURS.iter().position(|name| *name == names::of(path)).unwrap_or(1);
    found.ours.sort_by_key(place);
    found.rescued = rescued(dir);
    Ok(found)
}

fn rescued(dir: &Path) -> Vec<PathBuf> {
    let stem = format!("{}-{}-", names::of(dir), names::RESCUED);
    let beside = dir.parent().and_then(|base| disk::entries(base).ok()).unwrap_or_default();
    beside.into_iter().filter(|path| path.is_dir() && names::of(path).starts_with(&stem)).collect()
}

/// Takes away every file of a session, and its folder when nothing of somebody else is in it.
///
/// # Errors
/// When the session is open somewhere or a file cannot be taken away; the rest is tried first, so
/// that as little as possible stays.
pub fn session(dir: &Path) -> Result<Inventory, StoreError> {
    let dir = &open::whole_path(dir);
    inventory(dir)?;
    let lock = Lock::take(dir)?;
    // With the lock: a writer that left just now may have put down more.
    let found = inventory(dir)?;
    let mut failed = None;
    for path in &found.ours {
        if let Err(error) = fs::remove_file(path)
            && error.kind() != io::ErrorKind::NotFound
        {
            failed.get_or_insert(StoreError::disk(path, &error));
        }
    }
    drop(lock);
    // Not empty when somebody else has something in it.
    let _ = fs::remove_dir(dir.join(names::REPORTS));
    let _ = fs::remove_dir(dir);
    if let Some(base) = dir.parent() {
        no_longer_live(base, dir);
        let _ = disk::sync_folder(base);
    }
    failed.map_or(Ok(found), Err)
}

/// A crash may have left it live.
fn no_longer_live(base: &Path, dir: &Path) {
    let path = base.join(names::CURRENT);
    let current = fs::read(&path).ok().and_then(|bytes| Current::parse(&bytes));
    if current.is_some_and(|current| base.join(current.folder) == dir) {
        // Whoever follows finds a session that does not go on.
        let _ = fs::remove_file(path);
    }
}

/// What went with a casus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    pub texts: usize,
    /// Copies that were taken away as a whole: they can be made again.
    pub files: Vec<PathBuf>,
}

/// Takes the texts of a casus out of a session: the journal is written anew, its copies and sheets
/// go. `readable` makes the text of `sessie.ron`.
///
/// # Errors
/// When the session is open somewhere, its journal is not whole, or the disk refuses.
pub fn casus(dir: &Path, id: CasusId, readable: impl Fn(&Session) -> String) -> Result<Gone, StoreError> {
    let dir = &open::whole_path(dir);
    open::journal_bytes(dir)?;
    let _lock = Lock::take(dir)?;
    let loaded = open::read(dir)?;
    if let Some(broken) = loaded.broken {
        return Err(StoreError::Broken { dir: dir.clone(), broken });
    }
    let (journal, texts) = without(&Journal::of(loaded.opened, loaded.entries), What::Casus(id));
    let text = line::print_all(journal.opened(), journal.entries())?;
    let path = dir.join(names::JOURNAL);
    disk::replace(&path, text.as_bytes()).map_err(|error| StoreError::disk(&path, &error))?;
    let is_copy = |path: &PathBuf| {
        let name = names::of(path);
        !matches!(name.as_str(), names::JOURNAL | names::LOCK | names::SIGNALS)
    };
    let files: Vec<PathBuf> = inventory(dir)?.ours.into_iter().filter(is_copy).collect();
    for path in &files {
        fs::remove_file(path).map_err(|error| StoreError::disk(path, &error))?;
    }
    super::snapshot::write(dir, &readable(&journal.fold()))?;
    Ok(Gone { texts, files })
}

/// Adds a line to the wisbewijs beside the sessions: what went, never what stood in it.
///
/// # Errors
/// When it cannot be written.
pub fn prove(base: &Path, said: &str) -> Result<PathBuf, StoreError> {
    let path = base.join(names::PROOF);
    let written = disk::private().append(true).create(true).open(&path).and_then(|mut file| {
        file.write_all(format!("{said}\n").as_bytes())?;
        file.sync_all()
    });
    written.map_err(|error| StoreError::disk(&path, &error))?;
    Ok(path)
}

#[cfg(test)]
mod tests;
