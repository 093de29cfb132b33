//! Private files and whole replacements: the few ways in which this room touches the disk.
//!
//! Files are readable by their owner only (0600, folders 0700). A file that is replaced is whole
//! at every moment: written beside it, synced, renamed, and the folder synced after that.

use std::fs;
use std::fs::DirBuilder;
use std::fs::File;
use std::fs::Metadata;
use std::fs::OpenOptions;
use std::io;
use std::io::Write;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Begins the name of every file that is still being written. What is left of one after a crash
/// holds private text, so opening a session clears them away.
const UNFINISHED: &str = ".oogst-";

/// Which file a path or handle stands for, to notice that a file was taken away or replaced.
/// Windows has no stable answer in std; there only presence and length are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity(u64, u64);

impl Identity {
    pub fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            Self(metadata.dev(), metadata.ino())
        }
        #[cfg(not(unix))]
        {
            let _ = metadata;
            Self(0, 0)
        }
    }
}

/// Options that make a new file private.
pub fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

/// Makes one private folder; its parent has to be there.
///
/// # Errors
/// When it exists already or cannot be made.
pub fn make_folder(dir: &Path) -> io::Result<()> {
    folder_builder().create(dir)
}

/// Makes a private folder with all folders above it; fine when it is there.
///
/// # Errors
/// When one of them cannot be made.
pub fn make_folders(dir: &Path) -> io::Result<()> {
    folder_builder().recursive(true).create(dir)
}

fn folder_builder() -> DirBuilder {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only unix sets a mode"))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder
}

/// Replaces the file at `path` by `bytes`: the old file or the new one is there, never a mixture.
///
/// # Errors
/// When writing, syncing or renaming fails; the old file is untouched then.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A rename would put a file in the place of a link; follow it, so that both stay.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let dir = target.parent().map(Path::to_path_buf).ok_or(io::ErrorKind::NotFound)?;
    let mut file = unfinished(&dir)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(&target).map_err(|error| error.error)?;
    sync_folder(&dir)
}

/// A new private file in `dir`, to be given its name when it is whole.
///
/// # Errors
/// When it cannot be made.
pub fn unfinished(dir: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(dir)
}

/// Makes the names in a folder durable. Only unix can; elsewhere the rename is what there is.
///
/// # Errors
/// When the folder cannot be opened or synced.
pub fn sync_folder(dir: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        match File::open(dir)?.sync_all() {
            // Some network file systems cannot sync a folder; the file itself was synced.
            Err(error)
                if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) =>
            {
                Ok(())
            }
            result => result,
        }
    }
    #[cfg(not(unix))]
    {
        let _ = dir;
        Ok(())
    }
}

/// Opens an existing file for reading and writing in place.
///
/// # Errors
/// When it is not there or may not be written.
pub fn open_in_place(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).open(path)
}

/// Takes away what a crash left half-written. Only for who holds the lock: anybody else might
/// take the file a writer is busy with.
pub fn clear_unfinished(dir: &Path) {
    for path in entries(dir).unwrap_or_default() {
        if is_unfinished(&path) {
            let _ = fs::remove_file(path);
        }
    }
}

/// Whether this is a file that a crash left half-written.
pub fn is_unfinished(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(UNFINISHED))
}

/// What lies in a folder, in order of name.
///
/// # Errors
/// When the folder cannot be read.
pub fn entries(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(dir)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_whole_and_keeps_links() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("een");
        replace(&path, b"oud").unwrap();
        replace(&path, b"nieuw").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"nieuw");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
            let link = dir.path().join("link");
            std::os::unix::fs::symlink(&path, &link).unwrap();
            replace(&link, b"door de link").unwrap();
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
            assert_eq!(fs::read(&path).unwrap(), b"door de link");
        }
        assert_eq!(entries(dir.path()).unwrap().len(), if cfg!(unix) { 2 } else { 1 });
    }

    #[test]
    fn what_a_crash_left_is_cleared() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join(".oogst-abc"), "half").unwrap();
        fs::write(dir.path().join("logboek.ronl"), "heel").unwrap();
        clear_unfinished(dir.path());
        assert_eq!(entries(dir.path()).unwrap(), [dir.path().join("logboek.ronl")]);
    }
}
