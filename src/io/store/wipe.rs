//! Definitief wissen on disk (decision 8): a whole session, or the texts of a casus.
//!
//! Only what Oogst made is taken away; a file of somebody else stays and is named. The journal goes
//! last: whatever stops this, it can be done again and ends the same. What it will say when it is done
//! stands in the lock meanwhile. What was deleted is gone for this program and for people; a disk may
//! keep it for a while. Must not know: what was asked, words about it.

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
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// The files of a session folder, in the order in which they go.
const OURS: [&str; 6] =
    [names::SNAPSHOT, names::DRAFT, names::SIGNALS, names::BACKUP, names::JOURNAL, names::LOCK];

/// A first line longer than this is no line of ours.
const LONGEST: u64 = 1 << 20;

/// What lies in the folder of a session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inventory {
    /// Made by Oogst; the texts of the session stand in these.
    pub ours: Vec<PathBuf>,
    /// Of somebody else: these stay.
    pub foreign: Vec<PathBuf>,
    /// Folders beside it that hold this session too: rescued, or copied by somebody.
    pub copies: Vec<PathBuf>,
}

/// Looks what there is to wipe, also of what an earlier wipe left.
///
/// # Errors
/// When there is no such folder, or nothing of a session in it.
pub fn inventory(dir: &Path) -> Result<Inventory, StoreError> {
    let dir = &open::whole_path(dir);
    let no_folder = || StoreError::NoFolder { dir: dir.clone() };
    let paths = disk::entries(dir).map_err(|_| no_folder())?;
    let mut found = Inventory::default();
    for path in paths {
        let name = names::of(&path);
        if name == names::REPORTS && disk::is_folder(&path) {
            let sheets = disk::entries(&path).unwrap_or_default();
            found.ours.extend(sheets.into_iter().filter(|sheet| disk::is_file(sheet)));
        } else if (is_ours(&name) || disk::is_unfinished(&path)) && disk::is_file(&path) {
            found.ours.push(path);
        } else {
            found.foreign.push(path);
        }
    }
    let journal = |path: &PathBuf| [names::JOURNAL, names::BACKUP].contains(&names::of(path).as_str());
    if names::date(&names::of(dir)).is_none() && !found.ours.iter().any(journal) {
        return Err(StoreError::NoJournal { dir: dir.clone() });
    }
    found.ours.sort_by_key(|path| OURS.iter().position(|name| *name == names::of(path)));
    found.copies = copies(dir);
    Ok(found)
}

/// A file of ours, or what a program that keeps folders the same made of it: `logboek (kopie).ronl`.
fn is_ours(name: &str) -> bool {
    OURS.iter().any(|ours| match ours.split_once('.') {
        Some((stem, end)) => {
            let rest = name.strip_prefix(stem).and_then(|rest| rest.strip_suffix(end));
            rest.is_some_and(|between| between.ends_with('.') && !between.starts_with(char::is_alphanumeric))
        }
        None => name == *ours,
    })
}

fn copies(dir: &Path) -> Vec<PathBuf> {
    let stem = format!("{}-{}-", names::of(dir), names::RESCUED);
    let mine = first_line(dir);
    let beside = dir.parent().and_then(|base| disk::entries(base).ok()).unwrap_or_default();
    let is_copy =
        |path: &PathBuf| names::of(path).starts_with(&stem) || (mine.is_some() && first_line(path) == mine);
    beside.into_iter().filter(|path| path != dir && disk::is_folder(path) && is_copy(path)).collect()
}

/// The first line of a journal says which meeting it is.
fn first_line(dir: &Path) -> Option<Vec<u8>> {
    let file = disk::open_to_read(&dir.join(names::JOURNAL)).ok()?;
    let mut line = Vec::new();
    BufReader::new(file).take(LONGEST).read_until(b'\n', &mut line).ok()?;
    line.ends_with(b"\n").then_some(line)
}

/// A wipe that has the lock.
#[derive(Debug)]
pub struct Wiping {
    dir: PathBuf,
    lock: Lock,
    found: Inventory,
    /// Only the folder was left, by an attempt that was stopped at the very end.
    is_over: bool,
}

/// What is taken away elsewhere, and what is said and done when all is gone.
pub struct Also<'a, T> {
    /// Sheets in other folders.
    pub sheets: &'a [PathBuf],
    /// What went, as it will stand in the wisbewijs; the number is that of the sheets.
    pub words: &'a dyn Fn(&T, usize) -> String,
    /// Called with those words, before the last trace goes.
    pub proven: &'a dyn Fn(&str) -> Result<(), StoreError>,
}

impl<T> Also<'_, T> {
    /// Nothing else goes and nothing is said.
    pub const NOTHING: Self = Self { sheets: &[], words: &|_, _| String::new(), proven: &|_| Ok(()) };
}

/// What went with a casus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    pub texts: usize,
    /// Copies that were taken away as a whole: they can be made again.
    pub files: Vec<PathBuf>,
}

impl Wiping {
    /// Takes the lock of a session that is to be wiped.
    ///
    /// # Errors
    /// When there is nothing of a session, or it is open somewhere.
    pub fn begin(dir: &Path) -> Result<Self, StoreError> {
        let dir = open::whole_path(dir);
        let is_over = inventory(&dir)?.ours.is_empty();
        let lock = Lock::take(&dir)?;
        // With the lock: a writer that left just now may have put down more.
        let found = inventory(&dir)?;
        Ok(Self { dir, lock, found, is_over })
    }

    /// Takes away every file of a session, and its folder when nothing of somebody else is in it.
    /// Gives what stayed of the sheets.
    ///
    /// # Errors
    /// When a file cannot be taken away; the rest is tried first, so that as little as possible
    /// stays.
    pub fn session(self, also: &Also<'_, Inventory>) -> Result<(Inventory, Vec<PathBuf>), StoreError> {
        let Self { dir, mut lock, found, is_over } = self;
        let Begun { said, stayed, again } = Begun::of("alles", &mut lock, &found, also)?;
        let (slot, texts): (Vec<_>, Vec<_>) =
            found.ours.iter().partition(|path| names::of(path) == names::LOCK && path.parent() == Some(&dir));
        remove_all(texts)?;
        // Not empty when somebody else has something in it.
        let _ = disk::remove_folder(&dir.join(names::REPORTS));
        if let Some(base) = dir.parent() {
            no_longer_live(base, &dir);
        }
        if again || !is_over {
            (also.proven)(&said)?;
        }
        remove_all(slot)?;
        drop(lock);
        let _ = disk::remove_folder(&dir);
        if let Some(base) = dir.parent() {
            let _ = disk::sync_folder(base);
        }
        Ok((found, stayed))
    }

    /// Takes the texts of a casus out of a session: its copies and sheets go, the journal is written
    /// anew. `readable` makes the text of `sessie.ron`. Gives what stayed of the sheets.
    ///
    /// # Errors
    /// When its journal is not whole, or the disk refuses.
    pub fn casus(
        self,
        id: CasusId,
        readable: impl Fn(&Session) -> String,
        also: &Also<'_, Gone>,
    ) -> Result<(Gone, Vec<PathBuf>), StoreError> {
        let Self { dir, mut lock, found, .. } = self;
        let loaded = open::read(&dir)?;
        if let Some(broken) = loaded.broken {
            return Err(StoreError::Broken { dir, broken });
        }
        let (journal, texts) = without(&Journal::of(loaded.opened, loaded.entries), What::Casus(id));
        let text = line::print_all(journal.opened(), journal.entries())?;
        let stays = [names::JOURNAL, names::LOCK, names::SIGNALS];
        let is_copy = |path: &PathBuf| !stays.contains(&names::of(path).as_str());
        let gone = Gone { texts, files: found.ours.into_iter().filter(is_copy).collect() };
        let Begun { said, stayed, again } = Begun::of(&format!("casus {}", id.0), &mut lock, &gone, also)?;
        remove_all(gone.files.iter().collect())?;
        let path = dir.join(names::JOURNAL);
        disk::replace(&path, text.as_bytes()).map_err(|error| StoreError::disk(&path, &error))?;
        super::snapshot::write(&dir, &readable(&journal.fold()))?;
        // What can be made again is no news.
        let is_news = |file: &PathBuf| names::of(file) != names::SNAPSHOT;
        if again || gone.texts > 0 || !also.sheets.is_empty() || gone.files.iter().any(is_news) {
            (also.proven)(&said)?;
        }
        lock.note("").map_err(|error| StoreError::disk(&dir, &error))?;
        Ok((gone, stayed))
    }
}

/// What a wipe does first.
struct Begun {
    /// What will be said when all is gone.
    said: String,
    /// Sheets that could not be taken away.
    stayed: Vec<PathBuf>,
    /// An attempt that was stopped wrote it down.
    again: bool,
}

impl Begun {
    /// Writes down what will be said, or takes what was written down before; then takes the sheets
    /// away that lie elsewhere.
    fn of<T>(what: &str, lock: &mut Lock, gone: &T, also: &Also<'_, T>) -> Result<Self, StoreError> {
        let note = lock.noted();
        let before = note.as_deref().and_then(|note| note.strip_prefix(what)?.strip_prefix('\t'));
        let said = before.map_or_else(|| (also.words)(gone, also.sheets.len()), str::to_owned);
        let mut keep = |said: &str| {
            lock.note(&format!("{what}\t{said}\n")).map_err(|error| StoreError::disk(names::LOCK, &error))
        };
        keep(&said)?;
        let stays = |sheet: &&PathBuf| disk::remove(sheet).is_err();
        let stayed: Vec<PathBuf> = also.sheets.iter().filter(stays).cloned().collect();
        let again = before.is_some();
        if stayed.is_empty() {
            return Ok(Self { said, stayed, again });
        }
        let said = (also.words)(gone, also.sheets.len() - stayed.len());
        keep(&said)?;
        Ok(Self { said, stayed, again })
    }
}

/// Takes away all of them that can be; the first that could not is told.
fn remove_all(paths: Vec<&PathBuf>) -> Result<(), StoreError> {
    let failed: Vec<StoreError> = paths
        .into_iter()
        .filter_map(|path| disk::remove(path).err().map(|error| StoreError::disk(path, &error)))
        .collect();
    failed.into_iter().next().map_or(Ok(()), Err)
}

/// A crash may have left it live.
fn no_longer_live(base: &Path, dir: &Path) {
    let path = base.join(names::CURRENT);
    let current = disk::read(&path).ok().and_then(|bytes| Current::parse(&bytes));
    if current.is_some_and(|current| base.join(current.folder) == dir) {
        // Whoever follows finds a session that does not go on.
        let _ = disk::remove(&path);
    }
}

/// Whether the newest line of the wisbewijs says this already: an attempt was stopped right after.
pub fn is_proven(base: &Path, said: &str) -> bool {
    let proof = disk::read(&base.join(names::PROOF)).unwrap_or_default();
    let last = proof.strip_suffix(b"\n").and_then(|lines| lines.rsplit(|byte| *byte == b'\n').next());
    last.is_some_and(|last| String::from_utf8_lossy(last).contains(said))
}

/// Adds a line to the wisbewijs beside the sessions: what went, never what stood in it.
///
/// # Errors
/// When it cannot be written.
pub fn prove(base: &Path, said: &str) -> Result<PathBuf, StoreError> {
    let path = base.join(names::PROOF);
    disk::add_line(&path, said).map_err(|error| StoreError::disk(&path, &error))?;
    Ok(path)
}

#[cfg(test)]
mod tests;
