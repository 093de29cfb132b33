//! The lock of a session: one writer, any number of readers.
//!
//! It lies on a file of its own, because a lock can keep readers out of the file it lies on
//! (Windows), and readers never ask for it. The file holds nothing but a note of what
//! goes on, for whoever has to finish it after a kill.

use super::disk::{self, Page};
use super::error::{StoreError, reason};
use super::names;
use std::fs::TryLockError;
use std::io;
use std::path::Path;

/// The right to write in a session folder; given back when dropped, also by a crash.
#[derive(Debug)]
pub struct Lock {
    file: Page,
}

/// Somebody may take the file away between opening and locking it; then once more.
const ATTEMPTS: usize = 5;

impl Lock {
    /// Takes the lock of a folder, or says at once that somebody else has it.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when another window writes here; [`StoreError::NoLock`] when this
    /// place cannot be locked at all.
    pub fn take(dir: &Path) -> Result<Self, StoreError> {
        let no_lock = |reason: String| StoreError::NoLock { dir: dir.to_path_buf(), reason };
        for _ in 0..ATTEMPTS {
            let file = disk::open_or_make(&dir.join(names::LOCK)).map_err(|error| no_lock(reason(&error)))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(StoreError::Busy { dir: dir.to_path_buf() }),
                Err(TryLockError::Error(error)) => return Err(no_lock(reason(&error))),
            }
            let lock = Self { file };
            if lock.holds(dir) {
                return Ok(lock);
            }
        }
        Err(no_lock("het slot verdwijnt steeds".to_owned()))
    }

    /// The whole line that was noted in the file.
    pub fn noted(&mut self) -> Option<String> {
        let text = String::from_utf8(self.file.read_from(0).ok()?).ok()?;
        text.strip_suffix('\n').map(str::to_owned)
    }

    /// Notes a line in the file; an empty text takes it away.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn note(&mut self, line: &str) -> io::Result<()> {
        // A half line has no end, so it is none; and a note that comes back harms nobody.
        self.file.cut(0)?;
        if line.is_empty() {
            return Ok(());
        }
        self.file.write_at(0, line.as_bytes())?;
        self.file.sync()
    }

    /// Whether this lock is the one of the folder that stands at `dir` now.
    pub fn holds(&self, dir: &Path) -> bool {
        match (self.file.look(), disk::look(&dir.join(names::LOCK))) {
            (Ok(mine), Ok(there)) => mine.identity == there.identity,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_second_writer_waits_its_turn() {
        let dir = tempfile::tempdir().unwrap();
        let first = Lock::take(dir.path()).unwrap();
        let refused = Lock::take(dir.path()).unwrap_err();
        assert_eq!(refused, StoreError::Busy { dir: dir.path().to_path_buf() });
        assert!(refused.to_string().contains("ander venster"));
        assert!(fs::read(dir.path().join(names::LOCK)).unwrap().is_empty());
        drop(first);
        Lock::take(dir.path()).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_lock_on_a_file_that_was_replaced_is_noticed() {
        let dir = tempfile::tempdir().unwrap();
        let lock = Lock::take(dir.path()).unwrap();
        assert!(lock.holds(dir.path()));
        fs::remove_file(dir.path().join(names::LOCK)).unwrap();
        assert!(!lock.holds(dir.path()));
        let again = Lock::take(dir.path()).unwrap();
        assert!(again.holds(dir.path()) && !lock.holds(dir.path()));
    }
}
