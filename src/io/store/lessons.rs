//! The book *Wat werkte* on disk: a journal and a lock of its own (decision 7), with the lines of
//! every journal of ours.
//!
//! It keeps what a session keeps: a journal that is strange, or that knows less than its copy, is
//! shown with what the copy adds and never written over; [`mend()`] puts it right. It is written
//! between meetings, one line a key, so whoever asks waits for the disk and knows. A text that was
//! taken out or reworded is gone from the disk at the next opening. Must not know: sessions, screens.

mod mend;

pub use mend::{Mended, mend};

use super::disk::{self, Identity, Page};
use super::error::{StoreError, reason};
use super::line::{self, Broken, Loaded, Unreadable};
use super::lock::Lock;
use super::names;
use crate::domain::book::{Book, Entry, Event, FORMAT, Opened};
use std::io;
use std::path::{Path, PathBuf};

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
    /// The file that all this is about.
    identity: Identity,
    /// The line that did not come to stand: all or a part of it may be there.
    failed: String,
}

/// Why the book cannot be opened or written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Closed {
    Store(StoreError),
    /// Read up to a line, so nothing may be added.
    Broken(Broken),
    /// Its copy knows more: lessons, and answers to what was read.
    Behind {
        lessons: usize,
        answers: usize,
    },
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
            Self::Store(StoreError::Unreadable { why: why @ Unreadable::Newer { .. }, .. }) => {
                write!(f, "Het boek kan niet open: {why}. Er is niets veranderd. {}", why.advice())
            }
            Self::Store(StoreError::Unreadable { why, .. }) => {
                write!(f, "Het boek kan niet open: {why}. Er is niets veranderd. {MENDS}")
            }
            Self::Store(error) => write!(f, "{error}"),
            Self::Broken(broken) => {
                write!(f, "In het boek klopt {broken}. Lezen kan; {} is er nog. {MENDS}", names::BACKUP)
            }
            Self::Behind { lessons, answers } => {
                let more = match (lessons, answers) {
                    (0, _) => "meer antwoorden".to_owned(),
                    (1, _) => "1 les meer".to_owned(),
                    (more, _) => format!("{more} lessen meer"),
                };
                write!(f, "De kopie {} heeft {more} dan het boek. Lezen kan. {MENDS}", names::BACKUP)
            }
            Self::Strange => {
                write!(
                    f,
                    "Niet bewaard: iemand anders heeft het boek veranderd. Sluit dit venster en open het."
                )
            }
        }
    }
}

/// What to do about a book that is not whole.
const MENDS: &str = "Zet het weer goed met: oogst herstel boek";

/// The book, to read only; nothing is locked or made.
///
/// # Errors
/// When it is there but cannot be read, or not all of it.
pub fn read(dir: &Path) -> Result<Book, Closed> {
    let seen = look(dir)?;
    seen.closed.map_or(Ok(seen.book), Err)
}

/// The book, to write in when this window can have the lock and nothing is the matter with it.
///
/// # Errors
/// When there is nothing to show.
pub fn open(dir: &Path) -> Result<Open, Closed> {
    disk::make_folders(dir)
        .map_err(|error| StoreError::NoBase { dir: dir.to_path_buf(), reason: reason(&error) })?;
    let lock = Lock::take(dir);
    // After the lock: what another window wrote until it left has to be in it.
    let Seen { pages, book, closed } = look(dir)?;
    let access = match (lock, closed, pages) {
        (Err(error), _, _) => Err(error.into()),
        (Ok(_), Some(closed), _) => Err(closed),
        (Ok(lock), None, None) => begin(dir, lock, &book),
        (Ok(lock), None, Some((bytes, loaded))) => sit_down(dir, lock, &bytes, &loaded, &book),
    };
    Ok(Open { book, access })
}

type Pages = (Vec<u8>, Loaded<Opened, Entry>);

/// What lies on the disk.
struct Seen {
    pages: Option<Pages>,
    /// With what the copy adds.
    book: Book,
    /// Why nothing may be added as it is.
    closed: Option<Closed>,
}

/// Reads the journal and its copy, and what the one knows more than the other.
fn look(dir: &Path) -> Result<Seen, Closed> {
    let copy = load(dir, names::BACKUP).ok().flatten();
    let (pages, unreadable) = match load(dir, names::JOURNAL) {
        Ok(pages) => (pages, None),
        Err(error @ StoreError::Unreadable { why: Unreadable::Newer { .. }, .. }) => return Err(error.into()),
        Err(error) if copy.is_none() => return Err(error.into()),
        Err(error) => (None, Some(Closed::from(error))),
    };
    let entries = pages.as_ref().map_or(&[][..], |(_, loaded)| &loaded.entries);
    let mut book = Book::of(entries);
    let missing = match (&pages, &copy) {
        // The usual case: it was copied at the last opening, and went on.
        (Some((bytes, _)), Some((copy, _))) if bytes.starts_with(copy) => Vec::new(),
        (_, Some((_, copy))) => book.missing(entries, &Book::of(&copy.entries)),
        (_, None) => Vec::new(),
    };
    let lessons = missing.iter().filter(|event| matches!(event, Event::Added { .. })).count();
    for event in &missing {
        book.apply(event);
    }
    let broken = pages.as_ref().and_then(|(_, loaded)| loaded.broken.clone()).map(Closed::Broken);
    let behind = Closed::Behind { lessons, answers: missing.len() - lessons };
    let closed = unreadable.or(broken).or((!missing.is_empty()).then_some(behind));
    Ok(Seen { pages, book, closed })
}

fn load(dir: &Path, name: &str) -> Result<Option<Pages>, StoreError> {
    let path = dir.join(name);
    let bytes = match disk::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(StoreError::disk(&path, &error)),
    };
    let loaded = line::parse_as(&bytes);
    let loaded = loaded.map_err(|why| StoreError::Unreadable { dir: dir.to_path_buf(), why })?;
    Ok(Some((bytes, loaded)))
}

/// What only the one who writes may do: forget what was taken out, keep a copy, cut a torn tail.
fn sit_down(
    dir: &Path,
    lock: Lock,
    bytes: &[u8],
    loaded: &Loaded<Opened, Entry>,
    book: &Book,
) -> Result<Shelf, Closed> {
    disk::sweep(dir);
    let gone = |event: &Event| !matches!(event, Event::Added { .. } | Event::Declined(_));
    if loaded.torn.is_some() || loaded.entries.iter().flat_map(|entry| &entry.events).any(gone) {
        return begin(dir, lock, book);
    }
    // A copy is for a disk that fails; without it the book works.
    let _ = disk::replace(&dir.join(names::BACKUP), bytes);
    shelf(dir, lock, loaded.seq(), loaded.good_bytes)
}

/// Writes the whole book anew. Its copy first: whatever stops this, what stands in the journal is
/// what the copy holds, or more.
fn begin(dir: &Path, lock: Lock, book: &Book) -> Result<Shelf, Closed> {
    let mut text = line::print_line(&Opened { format: FORMAT, app: env!("CARGO_PKG_VERSION").to_owned() })?;
    let mut seq = 0;
    for event in book.events() {
        seq += 1;
        text.push_str(&line::print_line(&Entry { seq, events: vec![event] })?);
    }
    for name in [names::BACKUP, names::JOURNAL] {
        let path = dir.join(name);
        disk::replace(&path, text.as_bytes()).map_err(|error| StoreError::disk(&path, &error))?;
    }
    shelf(dir, lock, seq, u64::try_from(text.len()).unwrap_or(u64::MAX))
}

fn shelf(dir: &Path, lock: Lock, seq: u64, good: u64) -> Result<Shelf, Closed> {
    let path = dir.join(names::JOURNAL);
    let there = disk::look(&path).map_err(|error| StoreError::disk(&path, &error))?;
    let identity = there.identity;
    Ok(Shelf { dir: dir.to_path_buf(), lock, seq, good, identity, failed: String::new() })
}

impl Shelf {
    /// Adds one line and waits until it is on disk.
    ///
    /// # Errors
    /// When it is not; the book is as it was then. [`Closed::Strange`] when somebody else changed
    /// the file or put another in its place: nothing of that is touched.
    pub fn append(&mut self, events: Vec<Event>) -> Result<(), Closed> {
        let text = line::print_line(&Entry { seq: self.seq + 1, events })?;
        let path = self.dir.join(names::JOURNAL);
        if !self.lock.holds(&self.dir) {
            return Err(Closed::Strange);
        }
        let on_disk = |error: io::Error| StoreError::disk(&path, &error);
        let mut file = disk::open_in_place(&path).map_err(on_disk)?;
        let there = file.look().map_err(on_disk)?;
        if there.identity != self.identity
            || there.length < self.good
            || !self.is_ours(&mut file).map_err(on_disk)?
        {
            return Err(Closed::Strange);
        }
        self.failed.clone_from(&text);
        let mut put = || {
            file.cut(self.good)?;
            file.write_at(self.good, text.as_bytes())?;
            file.sync()
        };
        put().map_err(on_disk)?;
        self.failed.clear();
        self.seq += 1;
        self.good += u64::try_from(text.len()).unwrap_or(0);
        Ok(())
    }

    /// Whether what stands behind the last whole line is nothing, or an attempt of ours that failed:
    /// its beginning, or the zeros a full disk leaves.
    fn is_ours(&self, file: &mut Page) -> io::Result<bool> {
        let tail = file.read_from(self.good)?;
        Ok(self.failed.as_bytes().starts_with(&tail) || tail.iter().all(|byte| *byte == 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::book::Trace;
    use crate::domain::id::LessonId;
    use crate::domain::lesson::{Lesson, Month, Spot};
    use crate::domain::life::Outcome;
    use std::fs;

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

    /// A book of two lessons, opened again so that there is a copy; its lines.
    fn copied(dir: &Path) -> String {
        let mut shelf = open(dir).unwrap().access.unwrap();
        shelf.append(vec![added(1, "een")]).unwrap();
        shelf.append(vec![added(2, "twee")]).unwrap();
        drop(shelf);
        drop(open(dir).unwrap());
        journal(dir)
    }

    /// What is left of the journal, and the copy of last time: nothing may cost a lesson.
    #[test]
    fn a_longer_copy_is_never_written_over_and_mending_brings_it_back() {
        let base = tempfile::tempdir().unwrap();
        let whole = copied(&base.path().join("eerst"));
        let line = whole.find("(seq:2").unwrap();
        let cut = |at: usize| whole.split_at(at).0.to_owned();
        let lost: [(&str, Option<String>); 7] = [
            ("gone", None),
            ("empty", Some(String::new())),
            ("cut in the first line", Some("(format:1,a".to_owned())),
            ("cut at a line", Some(cut(line))),
            ("cut in a line", Some(cut(line + 9))),
            ("broken", Some(whole.replace("(seq:2", "(seq:7"))),
            ("another", Some(whole.replace("een", "drie").replace("twee", "vier"))),
        ];
        for (name, text) in lost {
            let dir = base.path().join(name);
            copied(&dir);
            let path = dir.join(names::JOURNAL);
            match &text {
                Some(text) => fs::write(&path, text).unwrap(),
                None => fs::remove_file(&path).unwrap(),
            }
            let opened = open(&dir).unwrap();
            let tips = |book: &Book| book.iter().map(|(_, lesson)| lesson.tip.clone()).collect::<Vec<_>>();
            assert!(
                ["een", "twee"].iter().all(|tip| tips(&opened.book).iter().any(|it| it == tip)),
                "{name}"
            );
            let closed = opened.access.unwrap_err();
            assert!(closed.to_string().contains("oogst herstel boek"), "{name}: {closed}");
            assert!(read(&dir).is_err(), "{name}: nobody takes a part for the whole");
            assert_eq!(fs::read_to_string(&path).ok(), text, "{name}: left as it was");
            assert_eq!(fs::read_to_string(dir.join(names::BACKUP)).unwrap(), whole, "{name}: so is the copy");

            let mended = mend(&dir).unwrap();
            assert_eq!(mended.lessons, opened.book.len(), "{name}");
            let again = open(&dir).unwrap();
            assert!(again.access.is_ok(), "{name}");
            assert_eq!(tips(&again.book), tips(&opened.book), "{name}");
            assert!(again.book.has_read(Trace(1)) && again.book.has_read(Trace(2)), "{name}");
            drop(again);
            assert!(matches!(mend(&dir), Err(Closed::Store(StoreError::NothingToRepair { .. }))), "{name}");
            assert_eq!(
                mended.aside.is_some(),
                !["gone", "cut at a line", "cut in a line", "another"].contains(&name)
            );
            if let Some(aside) = mended.aside {
                assert_eq!(fs::read_to_string(aside).ok(), text, "{name}: nothing of the old one is lost");
            }
        }
    }

    /// Forgetting what was taken out is two files: whatever comes between, nothing looks lost.
    #[test]
    fn a_book_that_was_stopped_while_forgetting_goes_on() {
        let dir = tempfile::tempdir().unwrap();
        let dir = dir.path();
        copied(dir);
        let mut shelf = open(dir).unwrap().access.unwrap();
        shelf.append(vec![Event::Changed { id: LessonId(2), lesson: lesson("nieuw") }]).unwrap();
        shelf.append(vec![Event::Removed { id: LessonId(1) }]).unwrap();
        drop(shelf);
        let long = journal(dir);
        let before = open(dir).unwrap();
        drop(before.access.unwrap());
        // The copy was made anew, the journal not yet.
        fs::write(dir.join(names::JOURNAL), long).unwrap();
        let again = open(dir).unwrap();
        assert_eq!(again.book.len(), 1);
        drop(again.access.unwrap());
        assert!(!journal(dir).contains("twee") && !journal(dir).contains("een\\"));
    }

    #[test]
    fn another_journal_in_its_place_is_noticed_and_not_cut() {
        let dir = tempfile::tempdir().unwrap();
        let dir = dir.path();
        let whole = copied(dir);
        for how in ["renamed over it", "written in place"] {
            let mut shelf = open(dir).unwrap().access.unwrap();
            let longer = format!(
                "{}{}",
                journal(dir),
                line::print_line(&Entry { seq: 3, events: vec![added(3, "drie")] }).unwrap()
            );
            let path = dir.join(names::JOURNAL);
            if how == "renamed over it" {
                fs::write(dir.join("ander"), &longer).unwrap();
                fs::rename(dir.join("ander"), &path).unwrap();
            } else {
                fs::write(&path, &longer).unwrap();
            }
            assert_eq!(shelf.append(vec![added(3, "vier")]), Err(Closed::Strange), "{how}");
            assert_eq!(journal(dir), longer, "{how}");
            drop(shelf);
            fs::write(&path, &whole).unwrap();
            fs::write(dir.join(names::BACKUP), &whole).unwrap();
        }
    }
}
