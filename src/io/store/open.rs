//! Beginning a session and opening one: everything that has to be right before the first key.
//!
//! Whoever cannot write still gets to read, with the reason. Nothing starts empty in silence, and
//! a journal is never touched before a copy of it was made.

use super::disk;
use super::draft;
use super::draft::Found;
use super::error::{StoreError, reason};
use super::line;
use super::line::Broken;
use super::line::Loaded;
use super::lock::Lock;
use super::names;
use crate::domain::event::Event;
use crate::domain::journal::{Act, FORMAT, Journal, Opened};
use crate::domain::method::Method;
use crate::domain::session::Session;
use crate::domain::time::Moment;
use std::fmt;
use std::io;
use std::path::Path;
use std::path::PathBuf;

/// A session that was opened.
#[derive(Debug)]
pub struct Open {
    pub dir: PathBuf,
    pub journal: Journal,
    pub session: Session,
    pub access: Access,
    /// What somebody should know about the opening, in the order in which it was found.
    pub notices: Vec<Notice>,
    /// What stood in de regel.
    pub draft: Option<String>,
}

/// Whether this window may write.
#[derive(Debug)]
pub enum Access {
    Write(Desk),
    ReadOnly(StoreError),
}

/// The right to write in a session, with what its journal holds: all that a writer needs.
#[derive(Debug)]
pub struct Desk {
    pub(super) dir: PathBuf,
    pub(super) lock: Lock,
    pub(super) text: Vec<u8>,
    pub(super) seq: u64,
}

/// Something that was found at the opening and that did not stop it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A half line at the end was cut off.
    Torn { bytes: usize },
    /// Reading stopped at a bad line.
    Broken(Broken),
    /// The draft cannot be told any more.
    NoDraft,
    /// No copy of the journal could be made.
    NoBackup { reason: String },
    /// The copy of last time holds more than the journal: somebody shortened the journal.
    BackupIsLonger { entries: usize },
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Torn { bytes } => write!(
                f,
                "De laatste regel van het logboek was niet af ({bytes} bytes). Die ene stap telt niet mee; al \
                 het andere is er."
            ),
            Self::Broken(broken) => {
                write!(f, "In het logboek klopt {broken}. Alles daarvoor zie je hier; schrijven kan niet.")
            }
            Self::NoDraft => write!(f, "Wat je het laatst aan het typen was, is niet meer te lezen."),
            Self::NoBackup { reason } => write!(f, "Er kon geen reservekopie worden gemaakt: {reason}."),
            Self::BackupIsLonger { entries } => write!(
                f,
                "De reservekopie logboek.vorig.ronl heeft {entries} stappen meer dan het logboek. Hij blijft \
                 staan. Met oogst herstel haal je die stappen terug."
            ),
        }
    }
}

/// Begins a session in a new folder under `base`.
///
/// # Errors
/// When the folder or its journal cannot be made; nothing is left behind then.
pub fn create(base: &Path, method: Method, at: Moment) -> Result<Open, StoreError> {
    begin(base, method, at, Vec::new())
}

/// Begins a session that holds these facts already, as one entry.
///
/// # Errors
/// When the folder or its journal cannot be made; nothing is left behind then.
pub fn begin(base: &Path, method: Method, at: Moment, facts: Vec<Event>) -> Result<Open, StoreError> {
    let base = whole_path(base);
    let stem = names::stem(at.date_naive(), &method.id);
    clear_begun(&base, &stem);
    let dir = names::claim(&base, &stem)?;
    let opened = Opened { format: FORMAT, app: env!("CARGO_PKG_VERSION").to_owned(), at, method };
    let mut journal = Journal::new(opened);
    if !facts.is_empty() {
        journal.push(journal.next(at, Act::Do(facts)));
    }
    let seq = journal.entries().next_back().map_or(0, |entry| entry.seq);
    let written = line::print_all(journal.opened(), journal.entries())
        .and_then(|text| place(&dir, text.into_bytes(), seq));
    match written {
        Ok(desk) => {
            let session = journal.fold();
            Ok(Open { dir, journal, session, access: Access::Write(desk), notices: Vec::new(), draft: None })
        }
        Err(error) => {
            abandon(&dir);
            Err(error)
        }
    }
}

/// From the root: the name of a session, and the folder it lies in, have to be known.
pub(super) fn whole_path(dir: &Path) -> PathBuf {
    std::path::absolute(dir).unwrap_or_else(|_| dir.to_path_buf())
}

/// Puts a journal in a folder that was just claimed.
pub(super) fn place(dir: &Path, text: Vec<u8>, seq: u64) -> Result<Desk, StoreError> {
    let lock = Lock::take(dir)?;
    let path = dir.join(names::JOURNAL);
    disk::replace(&path, &text).map_err(|error| StoreError::disk(&path, &error))?;
    if let Some(base) = dir.parent() {
        disk::sync_folder(base).map_err(|error| StoreError::disk(base, &error))?;
    }
    Ok(Desk { dir: dir.to_path_buf(), lock, text, seq })
}

/// Takes away a folder of ours in which nothing came to stand.
pub(in crate::io::store) fn abandon(dir: &Path) {
    let _ = disk::remove(&dir.join(names::JOURNAL));
    let _ = disk::remove(&dir.join(names::LOCK));
    let _ = disk::remove_folder(dir);
}

/// Takes away folders with this stem that were begun and never came to a journal: nothing but what
/// the beginning makes may be in them.
pub(super) fn clear_begun(base: &Path, stem: &str) {
    let ours = |path: &PathBuf| {
        let name = names::of(path);
        [names::LOCK, names::DRAFT].contains(&name.as_str()) || disk::is_unfinished(path)
    };
    for dir in disk::entries(base).unwrap_or_default() {
        let was_begun = names::split(&names::of(&dir)).0 == stem
            && disk::is_folder(&dir)
            && disk::entries(&dir).is_ok_and(|inside| inside.iter().all(ours));
        if was_begun && let Ok(lock) = Lock::take(&dir) {
            disk::sweep(&dir);
            let _ = disk::remove(&dir.join(names::DRAFT));
            let _ = disk::remove(&dir.join(names::LOCK));
            drop(lock);
            let _ = disk::remove_folder(&dir);
        }
    }
}

/// The bytes of a journal.
pub(super) fn journal_bytes(dir: &Path) -> Result<Vec<u8>, StoreError> {
    let path = dir.join(names::JOURNAL);
    disk::is_no_link(dir).map_err(|error| StoreError::disk(dir, &error))?;
    disk::read(&path).map_err(|error| {
        let missing = error.kind() == io::ErrorKind::NotFound;
        if !dir.is_dir() {
            StoreError::NoFolder { dir: dir.to_path_buf() }
        } else if missing {
            StoreError::NoJournal { dir: dir.to_path_buf() }
        } else {
            StoreError::disk(&path, &error)
        }
    })
}

/// Reads a journal without touching or locking anything.
///
/// # Errors
/// When there is no journal, or its first line is no good.
pub fn read(dir: &Path) -> Result<Loaded, StoreError> {
    parse(dir, &journal_bytes(dir)?)
}

pub(super) fn parse(dir: &Path, bytes: &[u8]) -> Result<Loaded, StoreError> {
    line::parse(bytes).map_err(|why| StoreError::Unreadable { dir: dir.to_path_buf(), why })
}

/// Opens a session: to write when this window can have the lock and the journal is whole,
/// otherwise to read.
///
/// # Errors
/// When there is nothing to show: no folder, no journal, or a first line that is no good.
pub fn open(dir: &Path) -> Result<Open, StoreError> {
    let dir = &whole_path(dir);
    // Before the lock, which would make a file in a folder that is no session.
    journal_bytes(dir)?;
    let lock = Lock::take(dir);
    // After the lock: what another window wrote until it left has to be in it.
    let bytes = journal_bytes(dir)?;
    let loaded = parse(dir, &bytes)?;
    let mut notices = Vec::new();
    let access = match lock {
        Ok(lock) => sit_down(dir, lock, bytes, &loaded, &mut notices),
        Err(error) => Access::ReadOnly(error),
    };
    if let Some(broken) = &loaded.broken {
        notices.push(Notice::Broken(broken.clone()));
    }
    let draft = match draft::read(dir) {
        Found::Text(text) => Some(text),
        Found::Nothing => None,
        Found::Damaged => {
            notices.push(Notice::NoDraft);
            None
        }
    };
    let journal = Journal::of(loaded.opened, loaded.entries);
    let session = journal.fold();
    Ok(Open { dir: dir.clone(), journal, session, access, notices, draft })
}

/// What only the one who writes may do: keep a copy, cut a torn tail, clear what a crash left.
fn sit_down(dir: &Path, lock: Lock, bytes: Vec<u8>, loaded: &Loaded, notices: &mut Vec<Notice>) -> Access {
    if let Some(broken) = &loaded.broken {
        return Access::ReadOnly(StoreError::Broken { dir: dir.to_path_buf(), broken: broken.clone() });
    }
    disk::sweep(dir);
    notices.extend(keep_copy(dir, &bytes, loaded));
    match cut(dir, bytes, loaded) {
        Ok(text) => {
            notices.extend(loaded.torn.map(|bytes| Notice::Torn { bytes }));
            Access::Write(Desk { dir: dir.to_path_buf(), lock, text, seq: loaded.seq() })
        }
        Err(error) => Access::ReadOnly(error),
    }
}

/// Copies the journal, unless the copy of last time knows more than the journal does.
pub(super) fn keep_copy(dir: &Path, bytes: &[u8], loaded: &Loaded) -> Option<Notice> {
    let path = dir.join(names::BACKUP);
    let before = disk::read(&path).ok().and_then(|bytes| line::parse(&bytes).ok());
    let more = before.map_or(0, |before| before.entries.len().saturating_sub(loaded.entries.len()));
    if more > 0 {
        return Some(Notice::BackupIsLonger { entries: more });
    }
    disk::replace(&path, bytes).err().map(|error| Notice::NoBackup { reason: reason(&error) })
}

/// Cuts a torn tail off the file; gives what stays.
pub(super) fn cut(dir: &Path, mut bytes: Vec<u8>, loaded: &Loaded) -> Result<Vec<u8>, StoreError> {
    if loaded.torn.is_some() {
        let path = dir.join(names::JOURNAL);
        let shorten = || {
            let file = disk::open_in_place(&path)?;
            file.cut(loaded.good_bytes)?;
            file.sync()
        };
        shorten().map_err(|error| StoreError::disk(&path, &error))?;
        bytes.truncate(usize::try_from(loaded.good_bytes).unwrap_or(usize::MAX));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests;
