//! The room with every call that changes a file or a folder, and the one way to open a file of ours.
//!
//! Files are readable by their owner only (0600, folders 0700). A file that is replaced is whole at
//! every moment: written beside it, synced, renamed, and the folder synced after that. A name below
//! the base is looked at before it is opened: what is no plain file (a link, a pipe, a device) is
//! never followed, never waited for and never replaced (decision 56). Because every change passes
//! here, a test can stop the program in front of any of them (decision 57).

mod unfinished;

pub use unfinished::{Unfinished, is_unfinished, replace, sweep};

use std::fmt;
use std::fs::{self, DirBuilder, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Which file a path or handle stands for, to notice that a file was taken away or replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity(u64, u64);

/// How a file stands, without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub identity: Identity,
    /// In bytes.
    pub length: u64,
    pub modified: Option<SystemTime>,
}

impl Standing {
    fn new(metadata: &Metadata, identity: Identity) -> Self {
        Self { identity, length: metadata.len(), modified: metadata.modified().ok() }
    }

    #[cfg(unix)]
    fn of(file: &File) -> io::Result<Self> {
        let metadata = file.metadata()?;
        Ok(Self::new(&metadata, identity(&metadata)))
    }

    /// The number of a file is asked of an open one there.
    #[cfg(windows)]
    fn of(file: &File) -> io::Result<Self> {
        let about = winapi_util::file::information(file)?;
        Ok(Self::new(&file.metadata()?, Identity(about.volume_serial_number(), about.file_index())))
    }
}

#[cfg(unix)]
fn identity(metadata: &Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt;
    Identity(metadata.dev(), metadata.ino())
}

/// Something else than a plain file has the name of one of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotPlain;

impl fmt::Display for NotPlain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("daar ligt geen gewoon bestand maar een verwijzing of een apparaat")
    }
}

impl std::error::Error for NotPlain {}

fn not_plain() -> io::Error {
    io::Error::other(NotPlain)
}

/// Does one thing that changes the disk.
fn change<T>(make: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    #[cfg(test)]
    brake::pass()?;
    make()
}

/// As [`change`]; stopped here, the first half of the bytes is there, as a kill may leave it.
fn write_all(file: &mut File, bytes: &[u8]) -> io::Result<()> {
    #[cfg(test)]
    if brake::stops_now() {
        file.write_all(bytes.get(..bytes.len() / 2).unwrap_or_default())?;
    }
    change(|| file.write_all(bytes))
}

/// A plain file of ours, open to write in.
#[derive(Debug)]
pub struct Page(File);

impl Page {
    /// How it stands.
    ///
    /// # Errors
    /// When the disk does not say.
    pub fn look(&self) -> io::Result<Standing> {
        Standing::of(&self.0)
    }

    /// Everything from this byte on.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read_from(&mut self, at: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.0.seek(SeekFrom::Start(at))?;
        self.0.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Writes at this byte, over what is there.
    ///
    /// # Errors
    /// When the disk refuses; part of it may be there.
    pub fn write_at(&mut self, at: u64, bytes: &[u8]) -> io::Result<()> {
        self.0.seek(SeekFrom::Start(at))?;
        write_all(&mut self.0, bytes)
    }

    /// Cuts off what stands from this byte on.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn cut(&self, length: u64) -> io::Result<()> {
        change(|| self.0.set_len(length))
    }

    /// Waits until it is on disk.
    ///
    /// # Errors
    /// When it may not be.
    pub fn sync(&self) -> io::Result<()> {
        change(|| self.0.sync_data())
    }

    /// Takes the lock on it, which goes with the handle.
    ///
    /// # Errors
    /// When somebody else has it, or nothing can be locked here.
    pub fn try_lock(&self) -> Result<(), TryLockError> {
        self.0.try_lock()
    }
}

/// Options that open a plain file and nothing else: a link is refused, a pipe is not waited for.
fn plain() -> OpenOptions {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only unix has these"))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
        options.mode(0o600).custom_flags(flags.bits().cast_signed());
    }
    options
}

/// Opens what is plain. Looked at first: opening a device may do something.
fn open_plain(options: &OpenOptions, path: &Path) -> io::Result<File> {
    is_plain_or_absent(path)?;
    let file = options.open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(not_plain()) }
}

/// # Errors
/// When something is there that is no plain file.
fn is_plain_or_absent(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(there) if there.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(there) if !there.is_file() => Err(not_plain()),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Whether a plain file lies here.
pub fn is_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|there| there.is_file())
}

/// Whether a folder lies here, and no link to one.
pub fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|there| there.is_dir())
}

/// # Errors
/// When something stands in for what should lie here.
pub fn is_no_link(path: &Path) -> io::Result<()> {
    if fs::symlink_metadata(path).is_ok_and(|there| there.is_symlink()) { Err(not_plain()) } else { Ok(()) }
}

/// The whole file of ours at `path`.
///
/// # Errors
/// When it is not there, cannot be read, or is no plain file.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_to_read(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A file of ours, to read only.
///
/// # Errors
/// When it is not there, cannot be read, or is no plain file.
pub fn open_to_read(path: &Path) -> io::Result<File> {
    open_plain(plain().read(true), path)
}

/// At most so many bytes of a file that a person put there: it may be a link, but to a plain file.
///
/// # Errors
/// When it is not there, cannot be read, or is no plain file.
pub fn read_given(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed());
    }
    let there = fs::metadata(path)?;
    if !there.is_file() && !there.is_dir() {
        return Err(not_plain());
    }
    let file = options.read(true).open(path)?;
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// How a file or a folder of ours stands.
///
/// # Errors
/// When it is not there, or is something else.
pub fn look(path: &Path) -> io::Result<Standing> {
    let there = fs::symlink_metadata(path)?;
    if !there.is_file() && !there.is_dir() {
        return Err(not_plain());
    }
    #[cfg(unix)]
    return Ok(Standing::new(&there, identity(&there)));
    #[cfg(windows)]
    Standing::of(winapi_util::Handle::from_path_any(path)?.as_file())
}

/// Makes one private folder; its parent has to be there.
///
/// # Errors
/// When it exists already or cannot be made.
pub fn make_folder(dir: &Path) -> io::Result<()> {
    change(|| folder_builder().create(dir))
}

/// Makes a private folder with all folders above it; fine when it is there.
///
/// # Errors
/// When one of them cannot be made.
pub fn make_folders(dir: &Path) -> io::Result<()> {
    if dir.is_dir() {
        return Ok(());
    }
    let made = change(|| folder_builder().recursive(true).create(dir));
    // Every system has another word for a file that stands in the way.
    if made.is_err() && dir.ancestors().any(Path::is_file) {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    made
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

/// Makes the names in a folder durable. Only unix can; elsewhere the rename is what there is.
///
/// # Errors
/// When the folder cannot be opened or synced.
pub fn sync_folder(dir: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        match change(|| File::open(dir)?.sync_all()) {
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
/// When it is not there, may not be written or is no plain file.
pub fn open_in_place(path: &Path) -> io::Result<Page> {
    open_plain(plain().read(true).write(true), path).map(Page)
}

/// Opens a private file to write in, which is made when it is not there.
///
/// # Errors
/// When it cannot be made or written, or is no plain file.
pub fn open_or_make(path: &Path) -> io::Result<Page> {
    // Read and write: over NFS a lock for one writer needs a handle that can write.
    change(|| open_plain(plain().read(true).write(true).create(true).truncate(false), path)).map(Page)
}

/// Adds a line at the end of a private file of lines, which is made when it is not there, and syncs
/// it. A half line that a kill left there is gone after that.
///
/// # Errors
/// When it is not on disk.
pub fn add_line(path: &Path, line: &str) -> io::Result<()> {
    let mut file = change(|| open_plain(plain().read(true).append(true).create(true), path))?;
    let mut there = Vec::new();
    file.read_to_end(&mut there)?;
    let whole = there.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    if whole < there.len() {
        change(|| file.set_len(u64::try_from(whole).unwrap_or(u64::MAX)))?;
    }
    write_all(&mut file, format!("{line}\n").as_bytes())?;
    change(|| file.sync_data())
}

/// Takes a file away; fine when it is not there.
///
/// # Errors
/// When it stays.
pub fn remove(path: &Path) -> io::Result<()> {
    match change(|| fs::remove_file(path)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

/// Takes a folder away when nothing is in it.
///
/// # Errors
/// When it stays.
pub fn remove_folder(dir: &Path) -> io::Result<()> {
    change(|| fs::remove_dir(dir))
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
pub mod brake;
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_whole_and_never_through_a_link() {
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
            assert!(replace(&link, b"door de link").is_err() && read(&link).is_err());
            assert!(open_in_place(&link).is_err() && open_or_make(&link).is_err());
            assert!(add_line(&link, "x").is_err());
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
            assert_eq!(fs::read(&path).unwrap(), b"nieuw");
        }
        assert_eq!(entries(dir.path()).unwrap().len(), if cfg!(unix) { 2 } else { 1 });
    }

    #[test]
    fn what_a_crash_left_is_cleared() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join(".oogst-abc"), "half").unwrap();
        fs::write(dir.path().join("logboek.ronl"), "heel").unwrap();
        sweep(dir.path());
        assert_eq!(entries(dir.path()).unwrap(), [dir.path().join("logboek.ronl")]);
    }

    #[test]
    fn what_somebody_is_busy_with_is_not_swept() {
        let dir = tempfile::tempdir().unwrap();
        let busy = Unfinished::with(dir.path(), b"half").unwrap();
        sweep(dir.path());
        assert!(busy.replace(&dir.path().join("heel")).is_ok());
        assert_eq!(entries(dir.path()).unwrap(), [dir.path().join("heel")]);
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_not_waited_for() {
        let dir = tempfile::tempdir().unwrap();
        let pipe = dir.path().join("pijp");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.is_ok_and(|status| status.success()));
        let refused = read(&pipe).unwrap_err();
        assert!(refused.to_string().contains("geen gewoon bestand"), "{refused}");
        for refused in
            [replace(&pipe, b"x").is_err(), open_or_make(&pipe).is_err(), add_line(&pipe, "x").is_err()]
        {
            assert!(refused);
        }
        assert!(read_given(&pipe, 10).is_err() && look(&pipe).is_err());
    }
}
