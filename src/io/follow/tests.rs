//! What another process does to the files, and what comes of it here.

use super::*;
use crate::app::state::in_view::InView;
use crate::app::state::window::Followed;
use crate::domain::event::Event;
use crate::domain::goals::Row;
use crate::domain::id::{IdeaId, StepKey};
use crate::domain::ideas::{self, Place, Slot};
use crate::domain::journal::{Act, Entry, Journal};
use crate::domain::session::FIRST_CASUS;
use crate::domain::signal::Signal;
use crate::domain::testing;
use crate::io::store::current::{self, Current};
use crate::io::store::line;
use std::fs;
use std::fs::OpenOptions;
use std::io::Write;
use tempfile::TempDir;

/// A live session in a folder of its own, and somebody who follows it.
struct Table {
    base: TempDir,
    sessions: Sessions,
    journal: Journal,
}

impl Table {
    fn new() -> Self {
        let base = tempfile::tempdir().unwrap();
        let sessions = Sessions::new(base.path());
        let journal = testing::play(testing::script());
        let table = Self { base, sessions, journal };
        fs::create_dir(table.dir()).unwrap();
        table.write_all();
        table
    }

    fn live() -> Self {
        let mut table = Self::new();
        table.view(InView::default());
        assert!(matches!(table.sessions.look(), Some(Followed::Anew(_))));
        table
    }

    fn dir(&self) -> PathBuf {
        self.base.path().join("2026-11-22-akad-1")
    }

    fn write_all(&self) {
        let text = line::print_all(self.journal.opened(), self.journal.entries()).unwrap();
        fs::write(self.dir().join(names::JOURNAL), text).unwrap();
    }

    fn view(&self, view: InView) {
        let current = Current::of(self.base.path(), &self.dir(), testing::begin(), view);
        current::write(&self.base.path().join(names::CURRENT), &current.text()).unwrap();
    }

    /// The line of one more idea.
    fn next(&mut self) -> (Entry, String) {
        let row = Row { casus: FIRST_CASUS, goal: None };
        let id = IdeaId(u32::try_from(self.journal.len()).unwrap() + 100);
        let added = ideas::Event::Added {
            id,
            place: Place { row, slot: Slot::Column(0) },
            text: "é".to_owned(),
            ring: None,
        };
        let entry = self.journal.next(testing::begin(), Act::Do(vec![Event::Idea(added)]));
        self.journal.push(entry.clone());
        let line = line::print(&entry).unwrap();
        (entry, line)
    }

    fn append(&self, bytes: &[u8]) {
        let path = self.dir().join(names::JOURNAL);
        OpenOptions::new().append(true).open(path).unwrap().write_all(bytes).unwrap();
    }

    /// The number of entries of a session that was read from the start.
    fn anew(&mut self) -> usize {
        match self.sessions.look() {
            Some(Followed::Anew(anew)) => anew.journal.len(),
            other => panic!("not anew but {other:?}"),
        }
    }
}

fn more(entries: Vec<Entry>, view: InView) -> Followed {
    Followed::More { entries, view }
}

#[test]
fn whoever_comes_early_waits_and_hears_when_it_begins() {
    let mut table = Table::new();
    assert_eq!(table.sessions.look(), Some(Followed::Waiting));
    assert_eq!(table.sessions.look(), None);
    table.view(InView::default());
    let entries = table.journal.len();
    assert_eq!(table.anew(), entries);
    assert_eq!(table.sessions.look(), None);
    assert_eq!(table.sessions.dir(), Some(table.dir().as_path()));
}

#[test]
fn a_line_counts_when_it_is_whole() {
    let mut table = Table::live();
    let (entry, line) = table.next();
    for cut in 0..line.len() {
        table.append(&line.as_bytes()[cut..=cut]);
        let expected =
            if cut + 1 == line.len() { Some(more(vec![entry.clone()], InView::default())) } else { None };
        assert_eq!(table.sessions.look(), expected, "after {cut} bytes");
    }
    let (first, one) = table.next();
    let (second, two) = table.next();
    table.append(format!("{one}{two}(seq:").as_bytes());
    assert_eq!(table.sessions.look(), Some(more(vec![first, second], InView::default())));
}

#[test]
fn what_is_in_view_comes_without_a_new_line() {
    let mut table = Table::live();
    let view =
        InView { step: Some(StepKey { step: 4, casus: None }), pane: 2, cover: true, ..InView::default() };
    table.view(view);
    assert_eq!(table.sessions.look(), Some(more(Vec::new(), view)));
    assert_eq!(table.sessions.look(), None);
}

#[test]
fn a_journal_that_was_replaced_or_shortened_is_read_from_the_start() {
    let mut table = Table::live();
    let path = table.dir().join(names::JOURNAL);
    let lines = fs::read_to_string(&path).unwrap();
    let (_, line) = table.next();
    // Replaced by a longer one, as wiping a text does.
    crate::io::store::disk::replace(&path, format!("{lines}{line}").as_bytes()).unwrap();
    let entries = table.journal.len();
    assert_eq!(table.anew(), entries);
    // Shortened in place.
    let shorter: String = lines.split_inclusive('\n').take(3).collect();
    fs::write(&path, shorter).unwrap();
    assert_eq!(table.anew(), 2);
    // The same file with another beginning, longer than before.
    let other = Journal::new(crate::domain::journal::Opened {
        app: "een heel andere versie van het programma".to_owned(),
        ..table.journal.opened().clone()
    });
    let text = line::print_all(other.opened(), table.journal.entries()).unwrap();
    fs::write(&path, text).unwrap();
    assert_eq!(table.anew(), entries);
}

#[test]
fn a_broken_line_is_said_and_what_came_before_it_stays() {
    let mut table = Table::live();
    table.append(b"dit is geen regel\n");
    match table.sessions.look() {
        Some(Followed::Anew(anew)) => {
            assert_eq!(anew.journal.len(), table.journal.len());
            assert!(anew.broken.unwrap().starts_with(&format!("regel {} niet", table.journal.len() + 2)));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(table.sessions.look(), None);
}

#[test]
fn a_folder_that_vanished_is_said_and_its_return_too() {
    let mut table = Table::live();
    let away = table.base.path().join("weg");
    fs::rename(table.dir(), &away).unwrap();
    assert_eq!(table.sessions.look(), Some(Followed::Gone));
    assert_eq!(table.sessions.look(), None);
    fs::rename(&away, table.dir()).unwrap();
    let entries = table.journal.len();
    assert_eq!(table.anew(), entries);
    fs::remove_dir_all(table.base.path()).unwrap();
    assert_eq!(table.sessions.look(), Some(Followed::Waiting));
    fs::create_dir_all(table.dir()).unwrap();
    table.write_all();
    table.view(InView::default());
    assert_eq!(table.anew(), entries);
}

#[test]
fn whoever_leaves_is_no_longer_followed() {
    let mut table = Table::live();
    fs::remove_file(table.base.path().join(names::CURRENT)).unwrap();
    assert_eq!(table.sessions.look(), Some(Followed::Waiting));
    assert_eq!(table.sessions.dir(), None);
}

#[test]
fn signals_from_before_are_not_heard_and_new_ones_once() {
    let dir = tempfile::tempdir().unwrap();
    let at = |seconds| testing::begin() + TimeDelta::seconds(seconds);
    let signal = |seconds| Signalled { at: at(seconds), signal: Signal::Nudge };
    signals::append(dir.path(), &signal(0)).unwrap();
    let mut follow = Follow::signals(dir.path(), || {});
    assert_eq!(follow.look(at(1)), None);
    signals::append(dir.path(), &signal(1)).unwrap();
    assert_eq!(follow.look(at(2)), None, "nobody said that something changed");
    follow.touch();
    assert_eq!(follow.look(at(2)), Some(Msg::Signals(vec![signal(1)])));
    signals::append(dir.path(), &signal(3)).unwrap();
    assert_eq!(follow.look(at(9)), Some(Msg::Signals(vec![signal(3)])), "the slow look");
    // Put back from a copy, with one more.
    let text = fs::read(dir.path().join(names::SIGNALS)).unwrap();
    fs::remove_file(dir.path().join(names::SIGNALS)).unwrap();
    fs::write(dir.path().join(names::SIGNALS), text).unwrap();
    signals::append(dir.path(), &signal(10)).unwrap();
    assert_eq!(follow.look(at(20)), Some(Msg::Signals(vec![signal(10)])));
}

#[test]
fn the_system_tells_of_what_concerns_us() {
    use std::sync::mpsc::channel;
    let table = Table::live();
    let (tx, rx) = channel();
    let mut follow = Follow::sessions(table.base.path(), move || tx.send(()).unwrap_or_default());
    while follow.is_touched() {
        follow.look(testing::begin());
    }
    table.append(b"\n");
    rx.recv_timeout(SLOW).expect("word of the journal");
    table.view(InView { pane: 1, ..InView::default() });
    rx.recv_timeout(SLOW).expect("word of what is in view");
    assert_eq!(follow.patience(None), Some(SLOW));
    assert_eq!(follow.patience(Some(Duration::from_secs(1))), Some(Duration::from_secs(1)));
}
