//! `oogst herstel`: what can be read of a broken journal, in a new folder beside it.
//!
//! The old folder is only read. The copy of the last opening is looked at too: when it knows more
//! than the journal itself, it is what gets rescued.

use super::disk;
use super::error::StoreError;
use super::line::{self, Loaded, Unreadable};
use super::lock::Lock;
use super::names;
use super::open;
use std::fmt;
use std::path::{Path, PathBuf};

/// Noted in the lock of the new folder until it is whole.
const GOES_ON: &str = "herstel";

/// What was rescued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescued {
    /// The new folder.
    pub dir: PathBuf,
    /// Entries that were saved.
    pub entries: usize,
    /// Why the journal could not be used as it was, as the rest of "In het logboek klopt …".
    pub problem: String,
    /// The copy of last time held more than the journal.
    pub from_backup: bool,
}

impl fmt::Display for Rescued {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let steps = if self.entries == 1 { "stap" } else { "stappen" };
        writeln!(f, "{} {steps} gered in {}", self.entries, self.dir.display())?;
        writeln!(f, "Wat er mis was: {}.", self.problem)?;
        if self.from_backup {
            writeln!(f, "De reservekopie logboek.vorig.ronl wist meer dan het logboek; die is gebruikt.")?;
        }
        write!(f, "De oude map is niet veranderd. Wat na de fout kwam, staat alleen nog daar.")
    }
}

/// Copies the good part of the journal in `dir` to a new session folder beside it.
///
/// # Errors
/// When nothing is wrong, when nothing can be read, or when the copy cannot be made.
pub fn rescue(dir: &Path) -> Result<Rescued, StoreError> {
    let dir = &open::whole_path(dir);
    let bytes = open::journal_bytes(dir);
    let journal = bytes.and_then(|bytes| open::parse(dir, &bytes).map(|loaded| (bytes, loaded)));
    let backup = disk::read(&dir.join(names::BACKUP))
        .ok()
        .and_then(|bytes| line::parse(&bytes).ok().map(|loaded| (bytes, loaded)));
    let count = |loaded: &Loaded| loaded.entries.len();
    let problem = match &journal {
        Ok((_, loaded)) => problem_of(loaded, backup.as_ref().map_or(0, |(_, loaded)| count(loaded))),
        Err(error) => Some(describe(error)),
    };
    let Some(problem) = problem else {
        return Err(StoreError::NothingToRepair { dir: dir.clone() });
    };
    let ((bytes, loaded), from_backup) = match (journal, backup) {
        // A newer program can read all of it; a rescued half would only get in the way.
        (Err(error @ StoreError::Unreadable { why: Unreadable::Newer { .. }, .. }), _)
        | (Err(error), None) => return Err(error),
        (Ok(journal), Some(backup)) if count(&backup.1) > count(&journal.1) => (backup, true),
        (Ok(journal), _) => (journal, false),
        (Err(_), Some(backup)) => (backup, true),
    };
    let good = usize::try_from(loaded.good_bytes).unwrap_or(usize::MAX);
    let new = copy(dir, bytes.get(..good).unwrap_or(&bytes), loaded.seq())?;
    Ok(Rescued { dir: new, entries: loaded.entries.len(), problem, from_backup })
}

fn problem_of(loaded: &Loaded, in_backup: usize) -> Option<String> {
    let bad = loaded
        .broken
        .as_ref()
        .map(|broken| format!("regel {}, bij teken {} ({})", broken.line, broken.column, broken.reason));
    bad.or_else(|| {
        let missing = in_backup.saturating_sub(loaded.entries.len());
        (missing > 0).then(|| format!("aan het eind van het logboek ontbreken {missing} stappen"))
    })
}

fn describe(error: &StoreError) -> String {
    if let StoreError::Unreadable { why, .. } = error {
        return why.to_string();
    }
    if let StoreError::NoJournal { .. } = error {
        return "logboek.ronl ontbreekt".to_owned();
    }
    error.to_string().trim_end_matches('.').to_owned()
}

fn copy(dir: &Path, good: &[u8], seq: u64) -> Result<PathBuf, StoreError> {
    let base = dir.parent().ok_or_else(|| StoreError::NoFolder { dir: dir.to_path_buf() })?;
    let stem = format!("{}-{}", names::of(dir), names::RESCUED);
    open::clear_begun(base, &stem);
    // An attempt that was stopped when all was there.
    let done = |other: &PathBuf| {
        let is_ours = names::split(&names::of(other)).0 == stem && disk::is_folder(other);
        is_ours
            && disk::read(&other.join(names::JOURNAL)).is_ok_and(|there| there == good)
            && Lock::take(other)
                .is_ok_and(|mut lock| lock.noted().as_deref() == Some(GOES_ON) && ready(&mut lock))
    };
    if let Some(other) = disk::entries(base).unwrap_or_default().into_iter().find(done) {
        return Ok(other);
    }
    let new = names::claim(base, &stem)?;
    // The half-typed text belongs to the meeting as well; without it the rescue is still whole. The
    // journal comes last: with it, all is there.
    if let Ok(draft) = disk::read(&dir.join(names::DRAFT)) {
        let _ = disk::replace(&new.join(names::DRAFT), &draft);
    }
    let begun = Lock::take(&new).map(|mut lock| lock.note(&format!("{GOES_ON}\n")));
    match begun.and_then(|_| open::place(&new, good.to_vec(), seq)) {
        Ok(mut desk) => {
            ready(&mut desk.lock);
            Ok(new)
        }
        Err(error) => {
            open::clear_begun(base, &stem);
            Err(error)
        }
    }
}

/// Takes the note away; whether it went.
fn ready(lock: &mut Lock) -> bool {
    lock.note("").is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing;
    use crate::io::store::open::{Access, create};
    use std::fs;

    fn session(base: &Path) -> (PathBuf, String) {
        let dir = create(base, testing::method(), testing::begin()).unwrap().dir;
        let journal = testing::play(testing::script());
        let text = line::print_all(journal.opened(), journal.entries()).unwrap();
        fs::write(dir.join(names::JOURNAL), &text).unwrap();
        (dir, text)
    }

    #[test]
    fn the_good_part_opens_and_the_old_folder_stays_as_it_was() {
        let base = tempfile::tempdir().unwrap();
        let (dir, text) = session(base.path());
        assert!(matches!(rescue(&dir), Err(StoreError::NothingToRepair { .. })));
        let bad = text.replacen("seq:9,", "seq:900,", 1);
        fs::write(dir.join(names::JOURNAL), &bad).unwrap();
        let before = disk::entries(&dir).unwrap();
        let rescued = rescue(&dir).unwrap();
        assert_eq!(names::of(&rescued.dir), "2026-11-22-akad-1-hersteld-1");
        assert_eq!((rescued.entries, rescued.from_backup), (8, false));
        let told = rescued.to_string();
        assert!(told.starts_with("8 stappen gered in ") && told.contains("regel 10, bij teken 1"), "{told}");
        assert_eq!(fs::read_to_string(dir.join(names::JOURNAL)).unwrap(), bad);
        assert_eq!(disk::entries(&dir).unwrap(), before);
        let opened = open::open(&rescued.dir).unwrap();
        assert!(matches!(opened.access, Access::Write(_)) && opened.notices.is_empty());
        assert_eq!(opened.journal.len(), 8);
        assert_eq!(names::of(&rescue(&dir).unwrap().dir), "2026-11-22-akad-1-hersteld-2");
    }

    #[test]
    fn the_backup_helps_when_it_knows_more() {
        let base = tempfile::tempdir().unwrap();
        let (dir, text) = session(base.path());
        fs::write(dir.join(names::BACKUP), &text).unwrap();
        for (content, words) in
            [(Some(""), "leeg"), (Some("rommel\n"), "geen logboek van Oogst"), (None, "ontbreekt")]
        {
            match content {
                Some(content) => fs::write(dir.join(names::JOURNAL), content).unwrap(),
                None => fs::remove_file(dir.join(names::JOURNAL)).unwrap(),
            }
            let rescued = rescue(&dir).unwrap();
            assert_eq!((rescued.entries, rescued.from_backup), (16, true));
            assert!(rescued.to_string().contains(words), "{rescued}");
        }
        let (short, _) = text.match_indices('\n').nth(5).unwrap();
        fs::write(dir.join(names::JOURNAL), text.get(..=short).unwrap()).unwrap();
        assert!(rescue(&dir).unwrap().to_string().contains("ontbreken 11 stappen"));
    }

    #[test]
    fn what_a_newer_program_made_is_left_to_it() {
        let base = tempfile::tempdir().unwrap();
        let (dir, text) = session(base.path());
        fs::write(dir.join(names::BACKUP), &text).unwrap();
        fs::write(dir.join(names::JOURNAL), text.replacen("format:1", "format:3", 1)).unwrap();
        assert!(rescue(&dir).unwrap_err().to_string().contains("nieuwere versie"));
        assert!(rescue(&base.path().join("weg")).is_err());
    }
}
