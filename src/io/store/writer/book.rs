//! The journal file as its one writer sees it: what should stand in it, and how much of that is
//! certain.
//!
//! The whole text is kept in memory (a long meeting is a few hundred kilobytes). That makes every
//! recovery the same: compare what is there with what should be there, and put down the rest. A
//! file that says something else than we wrote is never overwritten.

use super::Lost;
use crate::domain::event::Event;
use crate::domain::ideas;
use crate::domain::journal::{Act, Entry};
use crate::io::store::disk::{self, Identity, Page};
use crate::io::store::error::{StoreError, reason};
use crate::io::store::line;
use crate::io::store::lock::Lock;
use crate::io::store::names;
use crate::io::store::open::{self, Desk};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why the text is not on disk.
#[derive(Debug)]
pub enum Trouble {
    Disk(io::Error),
    /// The folder or the file is not there any more.
    Gone,
    /// The file holds something we did not write.
    Strange,
    /// Somebody else took the session meanwhile.
    Taken,
    Unprintable,
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Disk(error) => f.write_str(&reason(error)),
            Self::Gone => f.write_str("de map is verdwenen"),
            Self::Strange => f.write_str("iemand anders heeft het logboek veranderd; kies een andere map"),
            Self::Taken => f.write_str("een ander venster schrijft in deze bespreking; kies een andere map"),
            Self::Unprintable => f.write_str("een fout in Oogst; de laatste stap is niet op te schrijven"),
        }
    }
}

/// The two ways in which bytes reach the disk. The tests put a failing disk in its place.
pub trait Pen: Send {
    /// Writes at the end of `file`, which is here, and syncs.
    ///
    /// # Errors
    /// Whatever the disk says; part of the bytes may have been written.
    fn append(&mut self, file: &mut Page, end: u64, bytes: &[u8]) -> io::Result<()> {
        file.write_at(end, bytes)?;
        file.sync()
    }

    /// Replaces a whole file.
    ///
    /// # Errors
    /// Whatever the disk says; the old file is still there then.
    fn replace(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        disk::replace(path, bytes)
    }
}

/// The real disk.
struct Ink;

impl Pen for Ink {}

/// A journal being written.
pub struct Book {
    dir: PathBuf,
    lock: Lock,
    pen: Box<dyn Pen>,
    file: Option<(Page, Identity)>,
    /// The journal as it should be.
    text: Vec<u8>,
    /// How much of `text` is certainly on disk.
    good: usize,
    state: State,
    /// Newest entry in `text`, and newest one on disk.
    seq: u64,
    saved: u64,
}

/// What has to happen before the next line can be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Fine,
    /// The last attempt failed: the tail of the file may be ours, half.
    Torn,
    /// The file was found missing.
    Gone,
    /// The file held something else; it stays as it is until that is gone.
    Strange,
    /// The whole file has to be replaced; with `wiped`, its backup has to go too.
    Anew {
        wiped: bool,
    },
}

impl Book {
    pub fn new(desk: Desk) -> Self {
        Self::with_pen(desk, Box::new(Ink))
    }

    pub fn with_pen(desk: Desk, pen: Box<dyn Pen>) -> Self {
        let Desk { dir, lock, text, seq } = desk;
        let good = text.len();
        Self { dir, lock, pen, file: None, text, good, state: State::Fine, seq, saved: seq }
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }

    pub fn saved(&self) -> u64 {
        self.saved
    }

    pub fn newest(&self) -> u64 {
        self.seq
    }

    pub fn is_behind(&self) -> bool {
        self.good < self.text.len() || self.state != State::Fine
    }

    /// Entries that are only in memory.
    pub fn waiting(&self) -> usize {
        let rest = self.text.get(self.good..).unwrap_or_default();
        let lines = rest.split(|byte| *byte == b'\n').count() - 1;
        lines - usize::from(self.good == 0 && lines > 0)
    }

    /// What would be missing if the file stayed as it is: a write that failed may have put down a
    /// part of what waits.
    pub fn lost(&self) -> Lost {
        let there = disk::read(&self.path()).unwrap_or_default();
        let same = there.iter().zip(&self.text).take_while(|(there, ours)| there == ours).count();
        let lines = self.text.get(..same).unwrap_or_default();
        // The first line is no entry.
        let first = self.text.iter().position(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let whole = lines.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1).max(first);
        let rest = self.text.get(whole..).unwrap_or_default();
        let count = u64::try_from(rest.split(|byte| *byte == b'\n').count().saturating_sub(1)).unwrap_or(0);
        let entries = line::parse_more::<Entry>(rest, self.seq.saturating_sub(count)).entries;
        let added = |event: &&Event| matches!(event, Event::Idea(ideas::Event::Added { .. }));
        entries.iter().fold(Lost::default(), |lost, entry| {
            let ideas = match &entry.act {
                Act::Do(events) => events.iter().filter(added).count(),
                Act::Undo | Act::Redo => 0,
            };
            Lost { ideas: lost.ideas + ideas, others: lost.others + usize::from(ideas == 0) }
        })
    }

    pub fn append(&mut self, seq: u64, line: &str) {
        self.text.extend_from_slice(line.as_bytes());
        self.seq = seq;
    }

    pub fn rewrite(&mut self, seq: u64, text: Vec<u8>) {
        self.text = text;
        self.seq = seq;
        self.good = 0;
        self.state = State::Anew { wiped: true };
    }

    /// Brings the file up to date. With `check` it also looks whether the file is still there
    /// when there is nothing to write.
    pub fn flush(&mut self, check: bool) -> Result<(), Trouble> {
        if !check && !self.is_behind() {
            return Ok(());
        }
        if let State::Anew { wiped } = self.state {
            return self.write_anew(wiped);
        }
        let there = match disk::look(&self.path()) {
            Ok(metadata) => metadata,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return self.missing();
            }
            Err(error) => return Err(error.into()),
        };
        let known = self.file.as_ref().is_some_and(|(_, identity)| *identity == there.identity);
        let length = usize::try_from(there.length).unwrap_or(usize::MAX);
        if !known || length != self.good || self.state != State::Fine {
            self.settle()?;
        }
        self.write_rest()
    }

    fn path(&self) -> PathBuf {
        self.dir.join(names::JOURNAL)
    }

    /// Told the first time, so that somebody can plug the disk in again; the next try makes the
    /// folder anew. The base is never made anew: without it, it is another disk.
    fn missing(&mut self) -> Result<(), Trouble> {
        self.file = None;
        let base_is_there = self.dir.parent().is_some_and(Path::is_dir);
        if self.state == State::Gone && base_is_there {
            return self.write_anew(false);
        }
        self.state = State::Gone;
        self.good = 0;
        Err(Trouble::Gone)
    }

    /// Compares the file with what should be in it and cuts off our own unfinished line.
    fn settle(&mut self) -> Result<(), Trouble> {
        self.file = None;
        self.hold()?;
        let path = self.path();
        let found = disk::read(&path)?;
        let same = found.iter().zip(&self.text).take_while(|(there, ours)| there == ours).count();
        let tail = found.get(same..).unwrap_or_default();
        // A failed write may leave anything behind its beginning, a full disk sometimes zeros.
        let ours = tail.is_empty()
            || (self.state == State::Torn && same >= self.good)
            || tail.iter().all(|byte| *byte == 0);
        if !ours {
            self.state = State::Strange;
            return Err(Trouble::Strange);
        }
        // What a failed sync left there reads back, but may never reach the disk: write it again.
        self.good = if self.state == State::Torn { same.min(self.good) } else { same };
        self.state = State::Torn;
        let file = disk::open_in_place(&path)?;
        file.cut(u64::try_from(self.good).unwrap_or(u64::MAX))?;
        let identity = file.look()?.identity;
        self.file = Some((file, identity));
        Ok(())
    }

    /// Makes sure the lock is the one of the folder that is there now.
    fn hold(&mut self) -> Result<(), Trouble> {
        if self.lock.holds(&self.dir) {
            return Ok(());
        }
        self.lock = Lock::take(&self.dir).map_err(|error| {
            if matches!(error, StoreError::Busy { .. }) { Trouble::Taken } else { Trouble::Gone }
        })?;
        Ok(())
    }

    fn write_rest(&mut self) -> Result<(), Trouble> {
        let Some((file, _)) = self.file.as_mut() else { return Err(Trouble::Gone) };
        let rest = self.text.get(self.good..).unwrap_or_default();
        if !rest.is_empty() {
            self.state = State::Torn;
            self.pen.append(file, u64::try_from(self.good).unwrap_or(u64::MAX), rest)?;
        }
        self.done();
        Ok(())
    }

    fn write_anew(&mut self, wiped: bool) -> Result<(), Trouble> {
        self.file = None;
        match disk::make_folder(&self.dir) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Trouble::Gone),
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error.into()),
            Ok(()) | Err(_) => {}
        }
        self.hold()?;
        let path = self.path();
        self.pen.replace(&path, &self.text)?;
        if wiped {
            disk::remove(&self.dir.join(names::BACKUP))?;
        }
        let file = disk::open_in_place(&path)?;
        let identity = file.look()?.identity;
        self.file = Some((file, identity));
        self.done();
        Ok(())
    }

    fn done(&mut self) {
        self.good = self.text.len();
        self.saved = self.seq;
        self.state = State::Fine;
    }

    /// Goes on in a new folder under `base`, with everything that is known. The old folder stays
    /// as it is.
    pub fn move_to(&mut self, base: &Path) -> Result<PathBuf, StoreError> {
        let name = names::of(&self.dir);
        let dir = names::claim(base, names::split(&name).0)?;
        let made = Lock::take(&dir).and_then(|lock| {
            let path = dir.join(names::JOURNAL);
            self.pen.replace(&path, &self.text).map_err(|error| StoreError::disk(&path, &error))?;
            disk::sync_folder(base).map_err(|error| StoreError::disk(base, &error))?;
            Ok(lock)
        });
        let lock = match made {
            Ok(lock) => lock,
            Err(error) => {
                open::abandon(&dir);
                return Err(error);
            }
        };
        self.lock = lock;
        self.dir.clone_from(&dir);
        self.file = None;
        self.done();
        Ok(dir)
    }
}
