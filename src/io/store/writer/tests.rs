//! The writer keeps its promises, also when the disk does not.

#![expect(clippy::disallowed_methods, reason = "a test of a thread may have to wait for it")]

use super::book::Pen;
use super::*;
use crate::domain::event::Event;
use crate::domain::goals::Row;
use crate::domain::id::{CasusId, IdeaId};
use crate::domain::ideas::{self, Place};
use crate::domain::journal::Act;
use crate::domain::testing;
use crate::io::store::disk::Page;
use crate::io::store::names;
use crate::io::store::open::{self, Access, Open};
use std::fs;
#[cfg(unix)]
use std::fs::File;
use std::io;
use std::io::BufRead as _;
use std::io::BufReader;
#[cfg(unix)]
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::sync::Mutex;
use std::time::Instant;

const PATIENCE: Duration = Duration::from_secs(20);
const SOON: Duration = Duration::from_millis(20);
const NEVER: Duration = Duration::from_hours(1);

/// A disk that fails on demand, after writing half of what it got.
#[derive(Clone, Default)]
struct Failing(Arc<Mutex<Option<io::ErrorKind>>>);

impl Failing {
    fn set(&self, kind: Option<io::ErrorKind>) {
        *self.0.lock().unwrap() = kind;
    }

    fn now(&self) -> io::Result<()> {
        self.0.lock().unwrap().map_or(Ok(()), |kind| Err(kind.into()))
    }
}

impl Pen for Failing {
    fn append(&mut self, file: &mut Page, end: u64, bytes: &[u8]) -> io::Result<()> {
        if self.now().is_err() {
            file.write_at(end, &bytes[..bytes.len() / 2])?;
        }
        self.now()?;
        file.write_at(end, bytes)?;
        file.sync()
    }

    fn replace(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.now()?;
        crate::io::store::disk::replace(path, bytes)
    }
}

struct Bench {
    base: tempfile::TempDir,
    dir: PathBuf,
    disk: Failing,
    writer: Writer,
    reports: Receiver<Report>,
}

fn desk(opened: Open) -> Desk {
    match opened.access {
        Access::Write(desk) => desk,
        Access::ReadOnly(error) => panic!("{error}"),
    }
}

fn bench(retry: Duration) -> Bench {
    let base = tempfile::tempdir().unwrap();
    let made = open::create(base.path(), testing::method(), testing::begin()).unwrap();
    let dir = made.dir.clone();
    let disk = Failing::default();
    let (tell, reports) = mpsc::channel();
    let report = Box::new(move |report| drop(tell.send(report)));
    let book = Book::with_pen(desk(made), Box::new(disk.clone()));
    Bench { base, dir, disk, writer: Writer::with(book, report, retry).unwrap(), reports }
}

fn entry(seq: u64) -> Entry {
    let id = IdeaId(u32::try_from(seq).unwrap());
    let place = Place::unplaced(Row { casus: CasusId(1), goal: None });
    let event = ideas::Event::Added { id, place, text: format!("tip {seq}\né"), ring: None };
    Entry { seq, at: testing::begin(), act: Act::Do(vec![Event::Idea(event)]) }
}

impl Bench {
    fn append(&self, seqs: std::ops::RangeInclusive<u64>) {
        for seq in seqs {
            self.writer.send(Job::Append(entry(seq))).unwrap();
        }
    }

    fn next(&self) -> Report {
        self.reports.recv_timeout(PATIENCE).expect("a report in time")
    }

    /// Waits for the report that everything up to `seq` is safe.
    fn saved(&self, seq: u64) {
        loop {
            if let Report::Saved { seq: done } = self.next()
                && done >= seq
            {
                return;
            }
        }
    }

    fn failed(&self) -> (String, usize) {
        loop {
            if let Report::Failed { reason, waiting } = self.next() {
                return (reason, waiting);
            }
        }
    }
}

fn holds(dir: &Path, last: u64) {
    let loaded = open::read(dir).unwrap();
    assert_eq!((loaded.torn, &loaded.broken), (None, &None));
    let want: Vec<Entry> = (1..=last).map(entry).collect();
    assert_eq!(loaded.entries, want);
}

#[test]
fn what_is_reported_is_on_disk_and_closing_waits() {
    let bench = bench(NEVER);
    bench.append(1..=1);
    bench.saved(1);
    holds(&bench.dir, 1);
    bench.append(2..=500);
    bench.writer.send(Job::Snapshot("(voor: mensen)".to_owned())).unwrap();
    assert_eq!(bench.writer.flush(PATIENCE), Ending::AllSaved);
    holds(&bench.dir, 500);
    assert_eq!(fs::read_to_string(bench.dir.join(names::SNAPSHOT)).unwrap(), "(voor: mensen)");
    let Bench { base, dir, writer, .. } = bench;
    writer.send(Job::Append(entry(501))).unwrap();
    assert_eq!(writer.close(PATIENCE), Ending::AllSaved);
    assert_eq!(open::open(&dir).unwrap().journal.len(), 501, "the lock is free again");
    drop(base);
}

#[test]
fn dropping_the_writer_still_writes() {
    let bench = bench(NEVER);
    bench.append(1..=20);
    let Bench { base, dir, writer, reports, .. } = bench;
    let Writer { orders, thread } = writer;
    drop(orders);
    thread.join().unwrap();
    assert_eq!(open::read(&dir).unwrap().seq(), 20);
    drop((base, reports));
}

#[test]
fn a_full_disk_loses_nothing_and_keeps_the_order() {
    let bench = bench(SOON);
    bench.append(1..=3);
    bench.saved(3);
    bench.disk.set(Some(io::ErrorKind::StorageFull));
    bench.append(4..=4);
    assert_eq!(bench.failed(), ("de schijf is vol".to_owned(), 1));
    bench.append(5..=9);
    while bench.failed().1 < 6 {}
    let Ending::NotSaved { reason, waiting: 6, .. } = bench.writer.flush(PATIENCE) else {
        panic!("not saved")
    };
    assert_eq!(reason, "de schijf is vol");
    let half = open::read(&bench.dir).unwrap();
    assert!(half.seq() >= 3 && half.broken.is_none(), "what was safe is still whole");
    bench.disk.set(None);
    bench.saved(9);
    holds(&bench.dir, 9);
}

#[test]
fn a_new_job_or_a_key_tries_at_once() {
    let bench = bench(NEVER);
    bench.disk.set(Some(io::ErrorKind::PermissionDenied));
    bench.append(1..=1);
    assert_eq!(bench.failed().0, "je mag hier niet schrijven");
    bench.disk.set(None);
    let before = Instant::now();
    bench.writer.send(Job::Retry).unwrap();
    bench.saved(1);
    assert!(before.elapsed() < PATIENCE);
    holds(&bench.dir, 1);
}

#[test]
fn the_retry_is_silent_while_nothing_changes() {
    let bench = bench(Duration::from_millis(5));
    bench.disk.set(Some(io::ErrorKind::ReadOnlyFilesystem));
    bench.append(1..=1);
    assert_eq!(bench.failed().0, "de schijf is alleen-lezen");
    std::thread::sleep(Duration::from_millis(100));
    assert_eq!(bench.reports.try_iter().count(), 0);
    bench.disk.set(Some(io::ErrorKind::StorageFull));
    assert_eq!(bench.failed().0, "de schijf is vol");
}

// Windows keeps a file, and its folder, as long as somebody has it open.
#[cfg(unix)]
#[test]
fn a_folder_that_is_removed_is_made_again_with_everything() {
    let bench = bench(SOON);
    bench.append(1..=5);
    bench.saved(5);
    fs::remove_dir_all(&bench.dir).unwrap();
    bench.append(6..=6);
    assert_eq!(bench.failed(), ("de map is verdwenen".to_owned(), 6));
    bench.saved(6);
    holds(&bench.dir, 6);
    bench.append(7..=7);
    bench.saved(7);
    holds(&bench.dir, 7);
    assert!(matches!(open::open(&bench.dir).unwrap().access, Access::ReadOnly(StoreError::Busy { .. })));
}

#[test]
fn a_disk_that_is_pulled_out_and_put_back_goes_on() {
    let bench = bench(SOON);
    let base = bench.base.path().join("stick");
    let stored = bench.base.path().join("elders");
    bench.writer.send(Job::MoveTo(base.clone())).unwrap();
    let Report::Moved { dir } = bench.next() else { panic!("moved") };
    bench.append(1..=4);
    bench.saved(4);
    fs::rename(&base, &stored).unwrap();
    bench.append(5..=6);
    assert_eq!(bench.failed().0, "de map is verdwenen");
    std::thread::sleep(SOON * 4);
    assert!(!base.exists(), "no folder is made where the disk was");
    fs::rename(&stored, &base).unwrap();
    bench.saved(6);
    holds(&dir, 6);
}

// Windows keeps a file, and its folder, as long as somebody has it open.
#[cfg(unix)]
#[test]
fn a_removed_file_is_noticed_by_asking_too() {
    let bench = bench(NEVER);
    bench.append(1..=2);
    bench.saved(2);
    fs::remove_file(bench.dir.join(names::JOURNAL)).unwrap();
    bench.writer.send(Job::Retry).unwrap();
    assert_eq!(bench.failed().0, "de map is verdwenen");
    assert_eq!(bench.writer.flush(PATIENCE), Ending::AllSaved);
    holds(&bench.dir, 2);
}

#[test]
fn a_journal_somebody_changed_is_never_overwritten() {
    let bench = bench(SOON);
    bench.append(1..=2);
    bench.saved(2);
    let path = bench.dir.join(names::JOURNAL);
    let ours = fs::read_to_string(&path).unwrap();
    let theirs = format!("{ours}iets van een ander\n");
    fs::write(&path, &theirs).unwrap();
    bench.append(3..=3);
    let (reason, waiting) = bench.failed();
    assert!(reason.contains("iemand anders") && waiting == 1, "{reason} {waiting}");
    std::thread::sleep(SOON * 4);
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    let other = bench.base.path().join("andere");
    bench.writer.send(Job::MoveTo(other)).unwrap();
    let dir = loop {
        if let Report::Moved { dir } = bench.next() {
            break dir;
        }
    };
    bench.saved(3);
    holds(&dir, 3);
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
}

#[test]
fn a_lost_tail_is_written_again() {
    let bench = bench(SOON);
    bench.append(1..=5);
    bench.saved(5);
    let path = bench.dir.join(names::JOURNAL);
    let text = fs::read(&path).unwrap();
    fs::write(&path, &text[..text.len() - 30]).unwrap();
    bench.append(6..=6);
    bench.saved(6);
    holds(&bench.dir, 6);
}

#[test]
fn another_folder_gets_everything_and_a_bad_one_changes_nothing() {
    let bench = bench(NEVER);
    bench.append(1..=3);
    bench.saved(3);
    bench.disk.set(Some(io::ErrorKind::StorageFull));
    bench.append(4..=5);
    while bench.failed().1 < 2 {}
    bench.writer.send(Job::MoveTo(bench.base.path().join("vol"))).unwrap();
    loop {
        if let Report::NotMoved(error) = bench.next() {
            assert!(error.to_string().contains("vol"));
            break;
        }
    }
    assert!(fs::read_dir(bench.base.path().join("vol")).unwrap().next().is_none());
    bench.disk.set(None);
    let other = bench.base.path().join("andere");
    bench.writer.send(Job::MoveTo(other.clone())).unwrap();
    bench.saved(5);
    holds(&other.join("2026-11-22-akad-1"), 5);
    bench.append(6..=6);
    bench.saved(6);
    holds(&other.join("2026-11-22-akad-1"), 6);
}

#[test]
fn what_is_wiped_is_gone_from_journal_and_backup() {
    let bench = bench(NEVER);
    bench.append(1..=4);
    bench.saved(4);
    fs::write(bench.dir.join(names::BACKUP), fs::read(bench.dir.join(names::JOURNAL)).unwrap()).unwrap();
    let kept = Journal::of(testing::opened(), (1..=2).map(entry).collect());
    bench.writer.send(Job::Rewrite(Box::new(kept))).unwrap();
    bench.saved(2);
    holds(&bench.dir, 2);
    assert!(!bench.dir.join(names::BACKUP).exists());
    bench.append(3..=3);
    bench.saved(3);
    holds(&bench.dir, 3);
}

#[test]
fn closing_on_a_full_disk_says_so() {
    let bench = bench(NEVER);
    bench.disk.set(Some(io::ErrorKind::StorageFull));
    bench.append(1..=2);
    let Bench { base, dir, writer, .. } = bench;
    let reason = "de schijf is vol".to_owned();
    let Ending::NotSaved { reason: again, waiting: 2, lost } = writer.close(PATIENCE) else {
        panic!("not saved")
    };
    assert_eq!(again, reason);
    let there = open::read(&dir).unwrap().entries.len();
    assert_eq!((lost.ideas, lost.others), (2 - there, 0), "what can be read is not lost");
    drop(base);
}

#[test]
fn a_disk_that_hangs_does_not_keep_the_program() {
    struct Hanging;
    impl Pen for Hanging {
        fn append(&mut self, _: &mut Page, _: u64, _: &[u8]) -> io::Result<()> {
            std::thread::sleep(Duration::from_secs(2));
            Ok(())
        }
    }
    let base = tempfile::tempdir().unwrap();
    let made = open::create(base.path(), testing::method(), testing::begin()).unwrap();
    let book = Book::with_pen(desk(made), Box::new(Hanging));
    let writer = Writer::with(book, Box::new(drop), NEVER).unwrap();
    writer.send(Job::Append(entry(1))).unwrap();
    assert_eq!(writer.close(Duration::from_millis(50)), Ending::NoAnswer);
}

#[test]
fn a_number_out_of_order_never_spoils_the_journal() {
    let bench = bench(NEVER);
    bench.append(1..=2);
    bench.append(2..=2);
    bench.append(5..=5);
    while bench.failed().1 < 2 {}
    holds(&bench.dir, 2);
    let whole = Journal::of(testing::opened(), (1..=5).map(entry).collect());
    bench.writer.send(Job::Rewrite(Box::new(whole))).unwrap();
    bench.saved(5);
    holds(&bench.dir, 5);
}

/// A small disk that is really full; it takes the right to mount one, so it runs on request only.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "needs OOGST_VOLLE_SCHIJF: a folder on a file system of a few hundred kB"]
fn a_real_disk_that_is_full() {
    let Some(base) = std::env::var_os("OOGST_VOLLE_SCHIJF").map(PathBuf::from) else { return };
    let made = open::create(&base, testing::method(), testing::begin()).unwrap();
    let dir = made.dir.clone();
    let (tell, reports) = mpsc::channel();
    let report = Box::new(move |report| drop(tell.send(report)));
    let writer = Writer::with(Book::new(desk(made)), report, SOON).unwrap();
    let ballast = base.join("ballast");
    let mut fill = File::create(&ballast).unwrap();
    while fill.write_all(&[7; 512]).is_ok() {}
    let mut seq = 0;
    loop {
        seq += 1;
        writer.send(Job::Append(entry(seq))).unwrap();
        if let Report::Failed { reason, waiting } = reports.recv_timeout(PATIENCE).unwrap() {
            assert_eq!((reason.as_str(), waiting > 0), ("de schijf is vol", true));
            break;
        }
    }
    drop(fill);
    fs::remove_file(ballast).unwrap();
    assert_eq!(writer.close(PATIENCE), Ending::AllSaved);
    holds(&dir, seq);
}

/// The process that [`a_kill_loses_nothing_that_was_reported`] kills.
#[test]
#[ignore = "is started and killed by another test"]
fn writes_until_it_is_killed() {
    let Some(dir) = std::env::var_os("OOGST_TE_DODEN").map(PathBuf::from) else { return };
    let opened = open::open(&dir).unwrap();
    let first = opened.journal.len() as u64 + 1;
    let (tell, reports) = mpsc::channel();
    let writer = Writer::start(desk(opened), Box::new(move |report| drop(tell.send(report)))).unwrap();
    let mut kept = first;
    for seq in first.. {
        writer.send(Job::Append(entry(seq))).unwrap();
        // A few lines ahead of the disk, so that a kill always finds some on their way.
        while seq > kept + 5 {
            let Ok(Report::Saved { seq }) = reports.recv() else { return };
            eprintln!("\nbewaard {seq}");
            kept = seq;
        }
    }
}

#[test]
fn a_kill_loses_nothing_that_was_reported() {
    let base = tempfile::tempdir().unwrap();
    let dir = open::create(base.path(), testing::method(), testing::begin()).unwrap().dir;
    let mut heard = 0;
    for round in 1..=4 {
        let mut child = std::process::Command::new(std::env::current_exe().unwrap())
            .args([
                "--ignored",
                "--exact",
                "--nocapture",
                "io::store::writer::tests::writes_until_it_is_killed",
            ])
            .env("OOGST_TE_DODEN", &dir)
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
        let said = |line: &String| line.strip_prefix("bewaard ")?.parse::<u64>().ok();
        let first = told.by_ref().filter_map(|line| said(&line)).take(7 * round).last();
        child.kill().unwrap();
        let last = told.filter_map(|line| said(&line)).last().or(first);
        child.wait().unwrap();
        let opened = open::open(&dir).unwrap();
        assert!(matches!(opened.access, Access::Write(_)), "{:?}", opened.access);
        assert!(opened.journal.len() as u64 >= last.unwrap_or(0), "{last:?}");
        heard = heard.max(last.unwrap_or(0));
        drop(opened);
        holds(&dir, open::read(&dir).unwrap().seq());
    }
    assert!(heard > 0, "something was reported at all");
}
