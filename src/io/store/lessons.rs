//! The book *Wat werkte* on disk: a journal and a lock of its own (decision 7), with the lines of
//! every journal of ours.
//!
//! It is written between meetings, one line a key, so whoever asks waits for the disk and knows. A
//! text that was taken out or reworded is gone from the disk at the next opening. Must not know:
//! sessions, screens.

use super::disk;
use super::error::{StoreError, reason};
use super::line;
use super::line::Broken;
use super::line::Loaded;
use super::lock::Lock;
use super::names;
use crate::domain::book::{Book, Entry, Event, FORMAT, Opened};
use std::fs;
use std::io;
use std::io::Seek;
use std::io::SeekFrom;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

/// The book, and the right to write in it or why not.
#[derive(Debug)]
pub struct Open {
    pub book: Book,
    pub access: Result<Shelf, Closed>,
}

/// The right to write in the book; given back when dropped.
#[derive(Debug)]
pub struct Shelf {
    dir: PathBuf,
    lock: Lock,
    /// The number of the newest line, and where it ends.
    seq: u64,
    good: u64,
}

/// Why the book cannot be opened or written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Closed {
    Store(StoreError),
    /// Read up to a line, so nothing may be added.
    Broken(Broken),
    /// It holds something that this window did not write.
    Strange,
}

impl From<StoreError> for Closed {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl std::fmt::Display for Closed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Store(StoreError::Busy { .. }) => {
                write!(f, "Het boek is al open in een ander venster. Lezen kan; sluit dat om te schrijven.")
            }
            Self::Store(StoreError::Unreadable { why, .. }) => write!(
                f,
                "Het boek kan niet open: {why}. Er is niets veranderd. De kopie van de vorige keer heet {}.",
                names::BACKUP
            ),
            Self::Store(error) => write!(f, "{error}"),
            Self::Broken(broken) => write!(
                f,
                "In het boek klopt {broken}. Lezen kan tot daar. De kopie van de vorige keer heet {}.",
                names::BACKUP
            ),
            Self::Strange => {
                write!(
                    f,
                    "Niet bewaard: iemand anders heeft het boek veranderd. Sluit dit venster en open het."
                )
            }
        }
    }
}

/// The book, to read only; nothing is locked or made.
///
/// # Errors
/// When it is there but cannot be read.
pub fn read(dir: &Path) -> Result<Book, Closed> {
    Ok(load(dir)?.map_or_else(Book::default, |(_, loaded)| Book::of(&loaded.entries)))
}

/// The book, to write in when this window can have the lock and every line is whole.
///
/// # Errors
/// When there is nothing to show.
pub fn open(dir: &Path) -> Result<Open, Closed> {
    disk::make_folders(dir)
        .map_err(|error| StoreError::NoBase { dir: dir.to_path_buf(), reason: reason(&error) })?;
    let lock = Lock::take(dir);
    // After the lock: what another window wrote until it left has to be in it.
    let loaded = load(dir)?;
    let book = loaded.as_ref().map_or_else(Book::default, |(_, loaded)| Book::of(&loaded.entries));
    let access = match (lock, loaded) {
        (Err(error), _) => Err(error.into()),
        (Ok(lock), None) => begin(dir, lock, &book),
        (Ok(_), Some((_, Loaded { broken: Some(broken), .. }))) => Err(Closed::Broken(broken)),
        (Ok(lock), Some((bytes, loaded))) => sit_down(dir, lock, &bytes, &loaded, &book),
    };
    Ok(Open { book, access })
}

type Pages = Loaded<Opened, Entry>;

fn load(dir: &Path) -> Result<Option<(Vec<u8>, Pages)>, StoreError> {
    let path = dir.join(names::JOURNAL);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(StoreError::disk(&path, &error)),
    };
    let loaded = line::parse_as(&bytes);
    let loaded = loaded.map_err(|why| StoreError::Unreadable { dir: dir.to_path_buf(), why })?;
    Ok(Some((bytes, loaded)))
}

/// What only the one who writes may do: forget what was taken out, keep a copy, cut a torn tail.
fn sit_down(dir: &Path, lock: Lock, bytes: &[u8], loaded: &Pages, book: &Book) -> Result<Shelf, Closed> {
    disk::clear_unfinished(dir);
    let gone = |event: &Event| !matches!(event, Event::Added { .. } | Event::Declined(_));
    if loaded.torn.is_some() || loaded.entries.iter().flat_map(|entry| &entry.events).any(gone) {
        return begin(dir, lock, book);
    }
    // A copy is for a disk that fails; without it the book works.
    let _ = disk::replace(&dir.join(names::BACKUP), bytes);
    Ok(Shelf { dir: dir.to_path_buf(), lock, seq: loaded.seq(), good: loaded.good_bytes })
}

/// Writes the whole book anew, and its copy.
fn begin(dir: &Path, lock: Lock, book: &Book) -> Result<Shelf, Closed> {
    let mut text = line::print_line(&Opened { format: FORMAT, app: env!("CARGO_PKG_VERSION").to_owned() })?;
    let mut seq = 0;
    for event in book.events() {
        seq += 1;
        text.push_str(&line::print_line(&Entry { seq, events: vec![event] })?);
    }
    for name in [names::JOURNAL, names::BACKUP] {
        let path = dir.join(name);
        disk::replace(&path, text.as_bytes()).map_err(|error| StoreError::disk(&path, &error))?;
    }
    let good = u64::try_from(text.len()).unwrap_or(u64::MAX);
    Ok(Shelf { dir: dir.to_path_buf(), lock, seq, good })
}

impl Shelf {
    /// Adds one line and waits until it is on disk.
    ///
    /// # Errors
    /// When it is not; the book is as it was then.
    pub fn append(&mut self, events: Vec<Event>) -> Result<(), Closed> {
        let text = line::print_line(&Entry { seq: self.seq + 1, events })?;
        let path = self.dir.join(names::JOURNAL);
        if !self.lock.holds(&self.dir) {
            return Err(Closed::Strange);
        }
        let on_disk = |error: io::Error| StoreError::disk(&path, &error);
        let mut file = disk::open_in_place(&path).map_err(on_disk)?;
        if file.metadata().map_err(on_disk)?.len() < self.good {
            return Err(Closed::Strange);
        }
        let mut put = || {
            // What stands behind the last whole line is an attempt of ours that failed.
            file.set_len(self.good)?;
            file.seek(SeekFrom::Start(self.good))?;
            file.write_all(text.as_bytes())?;
            file.sync_data()
        };
        put().map_err(on_disk)?;
        self.seq += 1;
        self.good += u64::try_from(text.len()).unwrap_or(0);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::book::Trace;
    use crate::domain::id::LessonId;
    use crate::domain::lesson::{Lesson, Month, Spot};
    use crate::domain::life::Outcome;

    fn lesson(tip: &str) -> Lesson {
        Lesson {
            tip: tip.to_owned(),
            area: "Wonen".to_owned(),
            spot: Spot::Column("Netwerk".to_owned()),
            outcome: Outcome::Worked,
            because: "\"ja\"\n".to_owned(),
            method: "AKAD".to_owned(),
            month: Month { year: 2026, month: 11 },
        }
    }

    fn added(id: u32, tip: &str) -> Event {
        Event::Added { id: LessonId(id), lesson: lesson(tip), from: Some(Trace(id.into())) }
    }

    fn journal(dir: &Path) -> String {
        fs::read_to_string(dir.join(names::JOURNAL)).unwrap()
    }

    #[test]
    fn what_is_kept_is_there_the_next_time_and_in_another_window() {
        let dir = tempfile::tempdir().unwrap();
        let dir = dir.path().join("wat-werkte");
        assert!(read(&dir).unwrap().is_empty() && !dir.exists(), "reading makes nothing");
        let mut first = open(&dir).unwrap().access.unwrap();
        first.append(vec![added(1, "een")]).unwrap();
        first.append(vec![Event::Declined(Trace(9))]).unwrap();
        let second = open(&dir).unwrap();
        assert_eq!(second.book.len(), 1, "another window reads");
        let refused = second.access.unwrap_err();
        assert!(refused.to_string().contains("ander venster"), "{refused}");
        first.append(vec![added(2, "twee")]).unwrap();
        drop(first);
        let again = open(&dir).unwrap();
        assert!(again.access.is_ok() && again.book.len() == 2 && again.book.has_read(Trace(9)));
    }

    #[test]
    fn what_was_taken_out_is_gone_from_the_disk_at_the_next_opening() {
        let dir = tempfile::tempdir().unwrap();
        let dir = dir.path();
        let mut shelf = open(dir).unwrap().access.unwrap();
        shelf.append(vec![added(1, "geheim")]).unwrap();
        shelf.append(vec![added(2, "oud")]).unwrap();
        shelf.append(vec![Event::Removed { id: LessonId(1) }]).unwrap();
        shelf.append(vec![Event::Changed { id: LessonId(2), lesson: lesson("nieuw") }]).unwrap();
        drop(shelf);
        let before = read(dir).unwrap();
        let mut shelf = open(dir).unwrap().access.unwrap();
        for name in [names::JOURNAL, names::BACKUP] {
            let text = fs::read_to_string(dir.join(name)).unwrap();
            assert!(!text.contains("geheim") && !text.contains("oud") && text.contains("nieuw"), "{text}");
        }
        assert_eq!(read(dir).unwrap(), before);
        shelf.append(vec![added(3, "drie")]).unwrap();
        assert_eq!(read(dir).unwrap().len(), 2);
    }

    #[test]
    fn a_torn_tail_is_cut_and_a_broken_line_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let dir = dir.path();
        let mut shelf = open(dir).unwrap().access.unwrap();
        shelf.append(vec![added(1, "een")]).unwrap();
        drop(shelf);
        let whole = journal(dir);
        fs::write(dir.join(names::JOURNAL), format!("{whole}(seq:2,ev")).unwrap();
        let open_again = open(dir).unwrap();
        assert_eq!(open_again.book.len(), 1);
        open_again.access.unwrap().append(vec![added(2, "twee")]).unwrap();
        assert_eq!(read(dir).unwrap().len(), 2);

        let broken = format!("{}(seq:9,events:[])\n", journal(dir));
        fs::write(dir.join(names::JOURNAL), &broken).unwrap();
        let opened = open(dir).unwrap();
        assert_eq!(opened.book.len(), 2);
        let refused = opened.access.unwrap_err().to_string();
        assert!(refused.contains("regel") && refused.contains(names::BACKUP), "{refused}");
        assert_eq!(journal(dir), broken);
    }

    #[test]
    fn a_book_of_a_newer_program_and_a_book_that_vanished_are_told() {
        let dir = tempfile::tempdir().unwrap();
        let dir = dir.path();
        let mut shelf = open(dir).unwrap().access.unwrap();
        fs::write(dir.join(names::JOURNAL), "").unwrap();
        assert_eq!(shelf.append(vec![added(1, "een")]), Err(Closed::Strange));
        drop(shelf);
        fs::write(dir.join(names::JOURNAL), "(format:99,app:\"9\")\n").unwrap();
        let refused = open(dir).unwrap_err().to_string();
        assert!(refused.contains("nieuwere versie") && refused.starts_with("Het boek"), "{refused}");
    }
}
