//! Files on their way to their name: whole before they get it, swept away when they never do.

use super::{change, entries, is_plain_or_absent, open_in_place, remove, sync_folder, write_all};
use std::fs;
use std::io;
use std::path::Path;
use tempfile::NamedTempFile;

/// Begins the name of every file that is still being written. What is left of one after a crash
/// holds private text, so it is swept away.
const UNFINISHED: &str = ".oogst-";

/// Replaces the file at `path` by `bytes`: the old file or the new one is there, never a mixture.
///
/// # Errors
/// When writing, syncing or renaming fails, or no plain file is there; what was there is untouched
/// then.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let dir = path.parent().ok_or(io::ErrorKind::NotFound)?;
    let file = Unfinished::with(dir, bytes)?;
    file.sync()?;
    file.replace(path)?;
    sync_folder(dir)
}

/// A private file that gets its name when it is whole, and goes away by itself when it does not get
/// there. It is locked as long: what can be locked was left by a crash.
#[derive(Debug)]
pub struct Unfinished(Option<NamedTempFile>);

impl Unfinished {
    /// A new one in `dir` that holds these bytes.
    ///
    /// # Errors
    /// When it cannot be made or written.
    pub fn with(dir: &Path, bytes: &[u8]) -> io::Result<Self> {
        let file = change(|| tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(dir))?;
        // Where nothing can be locked, a crash may leave something behind.
        let _ = file.as_file().try_lock();
        let mut made = Self(Some(file));
        write_all(made.file()?.as_file_mut(), bytes)?;
        Ok(made)
    }

    fn file(&mut self) -> io::Result<&mut NamedTempFile> {
        self.0.as_mut().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// Waits until it is on disk.
    ///
    /// # Errors
    /// When it may not be.
    pub fn sync(&self) -> io::Result<()> {
        change(|| self.0.as_ref().map_or(Ok(()), |file| file.as_file().sync_all()))
    }

    /// Gives it its name, over the plain file that has it.
    ///
    /// # Errors
    /// When that cannot be done, or no plain file has it.
    pub fn replace(mut self, path: &Path) -> io::Result<()> {
        is_plain_or_absent(path)?;
        let file = self.take()?;
        change(|| Ok(())).and_then(|()| file.persist(path).map(drop).map_err(|error| error.error))
    }

    /// Gives it a name that is free; gives it back when it was taken in between.
    ///
    /// # Errors
    /// Whatever else the disk says.
    pub fn place(mut self, path: &Path) -> io::Result<Option<Self>> {
        change(|| Ok(()))?;
        let Err(failed) = self.take()?.persist_noclobber(path) else { return Ok(None) };
        // A stick may know no way to refuse a name that is taken.
        if failed.error.kind() == io::ErrorKind::AlreadyExists || fs::symlink_metadata(path).is_ok() {
            return Ok(Some(Self(Some(failed.file))));
        }
        failed.file.persist(path).map(|_| None).map_err(|failed| failed.error)
    }

    fn take(&mut self) -> io::Result<NamedTempFile> {
        let file = self.0.take().ok_or(io::ErrorKind::NotFound)?;
        // A lock keeps readers out of a file there.
        #[cfg(windows)]
        let _ = file.as_file().unlock();
        Ok(file)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if let Some(file) = self.0.take()
            && change(|| Ok(())).is_err()
        {
            // A program that was killed takes nothing away.
            let _ = file.keep();
        }
    }
}

/// Takes away what a crash left half-written; what somebody is busy with is locked and stays.
pub fn sweep(dir: &Path) {
    for path in entries(dir).unwrap_or_default() {
        if is_unfinished(&path) && open_in_place(&path).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = remove(&path);
        }
    }
}

/// Whether this is a file that a crash left half-written.
pub fn is_unfinished(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(UNFINISHED))
}
