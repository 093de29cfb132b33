//! A session on disk and how to get one: a folder for a test, its journal, and the way to a board
//! where tips can be typed.

use super::terminal::Terminal;
use oogst::domain::journal::Journal;
use oogst::domain::session::Session;
use oogst::io::store::open::read;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder of one test.
pub fn map() -> TempDir {
    tempfile::Builder::new().prefix("oogst-pty-").tempdir().expect("a folder")
}

/// The folders of sessions in `base` (`besprekingen` or `oefenen`), in order of name.
pub fn folders(map: &Path, base: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(map.join(base)).into_iter().flatten();
    let mut found: Vec<PathBuf> =
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    found.sort();
    found
}

/// The one session folder of a test.
pub fn only(map: &Path) -> PathBuf {
    let found = folders(map, "besprekingen");
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

pub fn journal_path(dir: &Path) -> PathBuf {
    dir.join("logboek.ronl")
}

/// The lines of a journal.
pub fn lines(dir: &Path) -> Vec<String> {
    fs::read_to_string(journal_path(dir)).unwrap().lines().map(str::to_owned).collect()
}

/// The session as its journal tells it.
pub fn folded(dir: &Path) -> Session {
    let loaded = read(dir).expect("a journal");
    assert_eq!(loaded.broken, None);
    Journal::of(loaded.opened, loaded.entries).fold()
}

/// The texts of all tips, in the order in which they came.
pub fn tips(dir: &Path) -> Vec<String> {
    let session = folded(dir);
    session.ideas.iter().map(|(_, _, idea)| idea.text.clone()).collect()
}

/// A new session without names, looking at step 5; the clock does not run.
pub fn at_ideas(map: &Path) -> Terminal {
    let mut terminal = Terminal::start(map, &["nieuw"]);
    terminal.wait_for("Welke werkwijze");
    terminal.keys("1<enter>").wait_for("Kijkt de groep mee");
    terminal.keys("2<enter>");
    terminal.wait_for("Vooraf · casus");
    look_at_ideas(&mut terminal);
    terminal
}

pub fn look_at_ideas(terminal: &mut Terminal) {
    look_at(terminal, "5  Ideeën");
}

/// From wherever it is, page by page.
pub fn look_at(terminal: &mut Terminal, wanted: &str) {
    let title = |text: &str| text.lines().next().unwrap_or_default().to_owned();
    for _ in 0..20 {
        let before = title(&terminal.text());
        if before.contains(wanted) {
            return;
        }
        terminal.keys("<pgdn>");
        terminal.wait("another page", |text| title(text) != before);
    }
    panic!("'{wanted}' does not come:\n{}", terminal.text());
}

/// As [`at_ideas`], with the clock of step 5 running: nothing is asked any more.
pub fn in_ideas(map: &Path) -> Terminal {
    let mut terminal = at_ideas(map);
    terminal.keys("<enter>");
    terminal.wait_for("LOOPT");
    terminal.wait_for("Bewaard");
    terminal
}
