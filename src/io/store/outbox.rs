//! One entry into the journal of another session: the result of an old tip lives with the tip
//! (decision 7). Takes the lock for as long as one line lasts.

use super::disk::{self, Page};
use super::error::StoreError;
use super::line;
use super::lock::Lock;
use super::names;
use super::open;
use crate::domain::event::Event;
use crate::domain::journal::{Act, Entry, Journal};
use crate::domain::session::Session;
use crate::domain::time::Moment;
use std::io;
use std::path::Path;
use std::time::Duration;

/// Two windows that add a result at the same time wait for each other; a session that is open
/// somewhere stays busy, and then it is said.
const ATTEMPTS: usize = 10;
const BETWEEN: Duration = Duration::from_millis(30);

/// Appends `events` as one entry to the journal in `dir` and syncs it. All or nothing.
///
/// # Errors
/// When the session is open somewhere, its journal is not whole, or the disk refuses.
pub fn append_elsewhere(dir: &Path, events: Vec<Event>, at: Moment) -> Result<(), StoreError> {
    append_made(dir, at, |_| events)
}

/// The same, with events that are made of the session as it is under the lock. None is no entry.
///
/// # Errors
/// When the session is open somewhere, its journal is not whole, or the disk refuses.
pub fn append_made(
    dir: &Path,
    at: Moment,
    make: impl FnOnce(&Session) -> Vec<Event>,
) -> Result<(), StoreError> {
    open::journal_bytes(dir)?;
    let _lock = wait_for_lock(dir)?;
    disk::sweep(dir);
    let bytes = open::journal_bytes(dir)?;
    let loaded = open::parse(dir, &bytes)?;
    if let Some(broken) = loaded.broken {
        return Err(StoreError::Broken { dir: dir.to_path_buf(), broken });
    }
    let _ = open::keep_copy(dir, &bytes, &loaded);
    let bytes = open::cut(dir, bytes, &loaded)?;
    let seq = loaded.seq() + 1;
    let events = make(&Journal::of(loaded.opened, loaded.entries).fold());
    if events.is_empty() {
        return Ok(());
    }
    let line = line::print(&Entry { seq, at, act: Act::Do(events) })?;
    let path = dir.join(names::JOURNAL);
    let end = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    disk::open_in_place(&path)
        .and_then(|mut file| append(&mut file, end, line.as_bytes()))
        .map_err(|error| StoreError::disk(&path, &error))
}

fn append(file: &mut Page, end: u64, line: &[u8]) -> io::Result<()> {
    let written = file.write_at(end, line).and_then(|()| file.sync());
    if written.is_err() {
        // Half a line would be cut at the next opening anyway; a whole one was not promised.
        let _ = file.cut(end);
    }
    written
}

#[expect(clippy::disallowed_methods, reason = "another process lets go of the lock without telling")]
fn wait_for_lock(dir: &Path) -> Result<Lock, StoreError> {
    let mut last = Lock::take(dir);
    for _ in 1..ATTEMPTS {
        if !matches!(last, Err(StoreError::Busy { .. })) {
            break;
        }
        std::thread::sleep(BETWEEN);
        last = Lock::take(dir);
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::IdeaId;
    use crate::domain::ideas;
    use crate::domain::life::{Life, Outcome};
    use crate::domain::testing;
    use crate::io::store::open::{Access, create};
    use std::fs;

    fn result() -> Vec<Event> {
        let life = Life::Tried { outcome: Outcome::DidNotWork, because: "regen".to_owned() };
        vec![Event::Idea(ideas::Event::Lived { id: IdeaId(3), life })]
    }

    fn old_session(base: &Path) -> std::path::PathBuf {
        let dir = create(base, testing::method(), testing::begin()).unwrap().dir;
        let journal = testing::play(testing::script());
        let text = line::print_all(journal.opened(), journal.entries()).unwrap();
        fs::write(dir.join(names::JOURNAL), text).unwrap();
        dir
    }

    #[test]
    fn a_result_lands_with_its_tip() {
        let base = tempfile::tempdir().unwrap();
        let dir = old_session(base.path());
        append_elsewhere(&dir, result(), testing::begin()).unwrap();
        let loaded = open::read(&dir).unwrap();
        assert_eq!(loaded.seq(), 17);
        let session = Journal::of(loaded.opened, loaded.entries).fold();
        assert_eq!(session.ideas.get(IdeaId(3)).unwrap().course.outcome, Some(Outcome::DidNotWork));
    }

    #[test]
    fn a_torn_tail_gives_way_and_a_broken_journal_is_left_alone() {
        let base = tempfile::tempdir().unwrap();
        let dir = old_session(base.path());
        let path = dir.join(names::JOURNAL);
        let mut text = fs::read_to_string(&path).unwrap();
        text.push_str("(seq:17,at:");
        fs::write(&path, &text).unwrap();
        append_elsewhere(&dir, result(), testing::begin()).unwrap();
        assert_eq!(open::read(&dir).unwrap().seq(), 17);
        fs::write(&path, format!("{text}\n")).unwrap();
        let error = append_elsewhere(&dir, result(), testing::begin()).unwrap_err();
        assert!(error.to_string().contains("oogst herstel"), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), format!("{text}\n"));
    }

    #[test]
    fn an_open_session_is_busy() {
        let base = tempfile::tempdir().unwrap();
        let made = create(base.path(), testing::method(), testing::begin()).unwrap();
        assert!(matches!(made.access, Access::Write(_)));
        let error = append_elsewhere(&made.dir, result(), testing::begin()).unwrap_err();
        assert_eq!(error, StoreError::Busy { dir: made.dir.clone() });
        assert!(append_elsewhere(&base.path().join("weg"), result(), testing::begin()).is_err());
    }
}
