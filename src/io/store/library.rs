//! The list of sessions: every folder, newest first, each with what its journal says.
//!
//! What cannot be read is in the list too, with the reason: a session that is not in the list
//! looks like a session that is lost. Reading only; nothing is locked or touched.

use super::disk;
use super::error::{StoreError, reason};
use super::line::{Broken, Loaded};
use super::names;
use super::open;
use crate::domain::advice::Advice;
use crate::domain::journal::Journal;
use crate::domain::life::Course;
use crate::domain::session::Session;
use chrono::{NaiveDate, NaiveDateTime};
use std::io;
use std::path::{Path, PathBuf};

/// One line of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    pub dir: PathBuf,
    /// The folder name, which also names the session in the journals of others.
    pub name: String,
    pub content: Result<Summary, StoreError>,
    order: NaiveDateTime,
    counter: u32,
}

/// What can be said of a session in one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    pub date: NaiveDate,
    /// The day on which the meeting ended, or on which it was last worked on.
    pub last: NaiveDate,
    /// Short name of the werkwijze.
    pub method: String,
    /// Aliases of the casussen, in order; one without an alias is left out.
    pub aliases: Vec<String>,
    /// Tips that are still going along: not in the prullenbak, not left out, without a result.
    pub open_tips: usize,
    /// A case conference of which the adviesgesprek has still to be filled in.
    pub talk_open: bool,
    pub stage: Stage,
    /// The journal was read up to here only.
    pub broken: Option<Broken>,
}

/// How far the meeting got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    NotBegun,
    /// A clock runs: the meeting goes on, or the program was closed in the middle of it.
    Running,
    Paused,
    Ended,
}

/// The sessions under `base`, newest first. A base that is not there yet is an empty list.
///
/// # Errors
/// When the base is there but cannot be read.
pub fn list(base: &Path) -> Result<Vec<Listed>, StoreError> {
    let paths = match disk::entries(base) {
        Ok(paths) => paths,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => {
            return Err(StoreError::NoBase { dir: base.to_path_buf(), reason: reason(&error) });
        }
    };
    let is_session = |dir: &PathBuf| dir.is_dir() && !names::of(dir).starts_with('.');
    let mut all: Vec<Listed> = paths.into_iter().filter(is_session).map(look).collect();
    all.sort_by(|a, b| (b.order, b.counter, &b.name).cmp(&(a.order, a.counter, &a.name)));
    Ok(all)
}

/// The session with this folder name, or the folder itself when a path was given.
///
/// # Errors
/// When there is no such folder.
pub fn find(base: &Path, name: &str) -> Result<PathBuf, StoreError> {
    let under = base.join(name);
    if !name.is_empty() && under.is_dir() { Ok(under) } else { Err(StoreError::NoFolder { dir: under }) }
}

/// The session to go on with: the one that was worked on last and is not finished, or else the
/// one that was worked on last.
///
/// # Errors
/// When the base is there but cannot be read.
pub fn latest(base: &Path) -> Result<Option<PathBuf>, StoreError> {
    let usable: Vec<Listed> = list(base)?.into_iter().filter(|listed| listed.content.is_ok()).rev().collect();
    let unfinished =
        usable.iter().filter(|listed| !listed.is_finished()).max_by_key(|listed| listed.touched());
    let last = unfinished.or_else(|| usable.iter().max_by_key(|listed| listed.touched()));
    Ok(last.map(|listed| listed.dir.clone()))
}

/// The newest session that is not finished, of the werkwijze with this short name.
///
/// # Errors
/// When the base is there but cannot be read.
pub fn latest_unfinished(base: &Path, method: &str) -> Result<Option<PathBuf>, StoreError> {
    let is_of = |listed: &Listed| listed.content.as_ref().is_ok_and(|summary| summary.method == method);
    let found = list(base)?.into_iter().find(|listed| is_of(listed) && !listed.is_finished());
    Ok(found.map(|listed| listed.dir))
}

impl Listed {
    /// When its journal was last written, as far as the disk tells.
    pub fn touched(&self) -> Option<std::time::SystemTime> {
        disk::look(&self.dir.join(names::JOURNAL)).ok()?.modified
    }

    fn is_finished(&self) -> bool {
        self.content.as_ref().is_ok_and(|summary| summary.stage == Stage::Ended)
    }
}

/// The line of one session.
pub fn look(dir: PathBuf) -> Listed {
    let name = names::of(&dir);
    let counter = names::split(&name).1.unwrap_or(0);
    let read = open::read(&dir);
    let by_name = names::date(&name).map(|date| date.and_hms_opt(0, 0, 0).unwrap_or_default());
    let order = match &read {
        Ok(loaded) => loaded.opened.at.naive_utc(),
        Err(_) => by_name.unwrap_or_default(),
    };
    Listed { dir, name, content: read.map(summary), order, counter }
}

fn summary(loaded: Loaded) -> Summary {
    let Loaded { opened, entries, broken, .. } = loaded;
    let date = opened.at.date_naive();
    let journal = Journal::of(opened, entries);
    let session = journal.fold();
    let aliases = session.casussen.iter().map(|casus| casus.alias().to_owned());
    Summary {
        date,
        last: session.clock.ended().unwrap_or(journal.last_at()).date_naive(),
        method: session.method.short.to_string(),
        aliases: aliases.filter(|alias| !alias.is_empty()).collect(),
        open_tips: open_tips(&session),
        talk_open: talk_open(&session),
        stage: stage(&session),
        broken,
    }
}

fn open_tips(session: &Session) -> usize {
    along(session).filter(|advice| course(session, *advice).is_some_and(|one| one.outcome.is_none())).count()
}

/// A conference that is over, with adviezen of which nobody said whether they were discussed.
fn talk_open(session: &Session) -> bool {
    let undiscussed =
        |advice| course(session, advice).is_some_and(|one| one.discussed.is_none() && one.outcome.is_none());
    session.method.group_decides() && stage(session) == Stage::Ended && along(session).any(undiscussed)
}

fn along(session: &Session) -> impl Iterator<Item = Advice> {
    let rows = session.casussen.iter().flat_map(|casus| session.harvest(casus.id));
    rows.flat_map(|(_, list)| list)
}

fn course(session: &Session, advice: Advice) -> Option<&Course> {
    session.course(advice)
}

fn stage(session: &Session) -> Stage {
    let clock = &session.clock;
    if session.casussen.iter().any(|casus| casus.origin.is_some()) {
        // It came with a pakket: the meeting was held elsewhere.
        Stage::Ended
    } else if clock.begun().is_none() {
        Stage::NotBegun
    } else if clock.ended().is_some() {
        Stage::Ended
    } else if clock.paused().is_some() {
        Stage::Paused
    } else {
        Stage::Running
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing;
    use crate::io::store::line;
    use std::fs;

    #[test]
    fn everything_is_listed_newest_first_and_nothing_is_hidden() {
        let base = tempfile::tempdir().unwrap();
        let base = base.path().join("besprekingen");
        assert!(list(&base).unwrap().is_empty());
        for days in [0, 3, 1] {
            let at = testing::begin() + chrono::TimeDelta::days(days);
            let made = open::create(&base, testing::method(), at).unwrap();
            assert!(names::of(&made.dir).ends_with("-akad-1"));
        }
        let journal = testing::play(testing::script());
        let text = line::print_all(journal.opened(), journal.entries()).unwrap();
        fs::write(base.join("2026-11-23-akad-1/logboek.ronl"), &text).unwrap();
        fs::write(base.join("2026-11-25-akad-1/logboek.ronl"), "geen logboek").unwrap();
        fs::create_dir(base.join("2026-11-24-akad-10")).unwrap();
        fs::create_dir(base.join("iets anders")).unwrap();
        fs::write(base.join("nu.ron"), "").unwrap();

        let all = list(&base).unwrap();
        let names: Vec<&str> = all.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "2026-11-25-akad-1",
                "2026-11-24-akad-10",
                "2026-11-23-akad-1",
                "2026-11-22-akad-1",
                "iets anders"
            ]
        );
        assert!(all[0].content.as_ref().unwrap_err().to_string().contains("geen logboek van Oogst"));
        assert!(all[1].content.as_ref().unwrap_err().to_string().contains("staat geen logboek"));
        let linde = all[2].content.as_ref().unwrap();
        assert_eq!(linde.aliases, ["Linde"]);
        assert_eq!((linde.method.as_str(), linde.open_tips, linde.stage), ("AKAD", 1, Stage::Running));
        assert_eq!(all[3].content.as_ref().unwrap().stage, Stage::NotBegun);
        assert_eq!(find(&base, "2026-11-22-akad-1").unwrap(), base.join("2026-11-22-akad-1"));
        assert!(find(&base, "").is_err() && find(&base, "weg").is_err());
    }

    #[test]
    fn sessions_of_one_moment_are_ordered_by_counter() {
        let base = tempfile::tempdir().unwrap();
        for _ in 0..11 {
            open::create(base.path(), testing::method(), testing::begin()).unwrap();
        }
        let all = list(base.path()).unwrap();
        assert_eq!(all[0].name, "2026-11-22-akad-11");
        assert_eq!(all[10].name, "2026-11-22-akad-1");
    }
}
