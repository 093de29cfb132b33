//! Putting exports on disk: whole or not at all, private, and never over something else.
//!
//! Must not know: what is in a file.

use super::config::Config;
use super::store::disk::{self, Unfinished};
use super::store::error::{StoreError, reason};
use super::store::{Places, names};
use crate::domain::id::CasusId;
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::paper::{Format, Sheet, file};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// More files than this with one name means that something else is wrong.
const MOST: u32 = 999;

/// Where an export came to stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placed {
    New(PathBuf),
    /// The very same file was there already.
    Same(PathBuf),
}

impl Placed {
    pub fn path(&self) -> &Path {
        match self {
            Self::New(path) | Self::Same(path) => path,
        }
    }
}

/// Where the sheets of a session go: where the settings say, else among the documents, where people
/// look. Those of a practice stay with the practice.
pub fn folder(places: &Places, config: &Config, session: &Path) -> PathBuf {
    match &config.exports {
        _ if session.starts_with(&places.practice) => session.join(names::REPORTS),
        Some(folder) => folder.clone(),
        None => places.documents.clone(),
    }
}

/// Writes a file in `dir`, which is made when it is not there. When a different file has this
/// name, the new one gets a number: `tipblad-2.html`.
///
/// # Errors
/// When the folder cannot be made or the file cannot be written; nothing is left behind then.
pub fn write(dir: &Path, name: &str, content: &[u8]) -> Result<Placed, StoreError> {
    let no_base = |error: &io::Error| StoreError::NoBase { dir: dir.to_path_buf(), reason: reason(error) };
    if names::of(dir) == names::REPORTS {
        // In a session, and nothing there is followed; a folder somebody chose may be a link.
        disk::is_no_link(dir).map_err(|error| no_base(&error))?;
    }
    disk::make_folders(dir).map_err(|error| no_base(&error))?;
    disk::sweep(dir);
    let mut file = None;
    for number in 1..=MOST {
        let path = dir.join(numbered(name, number));
        if fs::symlink_metadata(&path).is_ok() {
            if holds(&path, content) {
                return Ok(Placed::Same(path));
            }
            continue;
        }
        let ready = match file.take() {
            Some(ready) => ready,
            None => prepare(dir, content).map_err(|error| no_base(&error))?,
        };
        match ready.place(&path) {
            Ok(None) => return Ok(Placed::New(path)),
            // Somebody else took the name just now.
            Ok(Some(back)) => file = Some(back),
            Err(error) => return Err(StoreError::disk(path, &error)),
        }
    }
    Err(no_base(&io::ErrorKind::AlreadyExists.into()))
}

/// The sheets in `dir` that were made of this session, or of one casus of it: those with a name that
/// Oogst gives them, with or without a number.
pub fn of_session(dir: &Path, session: &Session, casus: Option<CasusId>, now: &Now) -> Vec<PathBuf> {
    let mut names = BTreeSet::from([file::ideas(session, now)]);
    for sheet in Sheet::of(&session.method) {
        for of in session.casussen.iter().map(|of| of.id).filter(|of| casus.is_none_or(|casus| *of == casus))
        {
            names.extend(Format::ALL.map(|format| file::name(sheet, format, session, of, now)));
        }
    }
    let is_named = |path: &PathBuf| {
        let name = names::of(path);
        names.contains(&name) || without_number(&name).is_some_and(|name| names.contains(&name))
    };
    disk::entries(dir)
        .unwrap_or_default()
        .into_iter()
        .filter(|path| path.is_file() && is_named(path))
        .collect()
}

/// `tipblad-2.html` as `tipblad.html`.
fn without_number(name: &str) -> Option<String> {
    let (stem, end) = name.rsplit_once('.')?;
    let (stem, number) = stem.rsplit_once('-')?;
    number.parse::<u32>().is_ok().then(|| format!("{stem}.{end}"))
}

fn numbered(name: &str, number: u32) -> String {
    match name.rsplit_once('.') {
        _ if number == 1 => name.to_owned(),
        Some((stem, end)) => format!("{stem}-{number}.{end}"),
        None => format!("{name}-{number}"),
    }
}

/// Length first: a large file of somebody else is not read.
fn holds(path: &Path, content: &[u8]) -> bool {
    let is_long =
        disk::is_file(path) && disk::look(path).is_ok_and(|found| found.length == content.len() as u64);
    is_long && disk::read(path).is_ok_and(|bytes| bytes == content)
}

/// A private file beside its place.
fn prepare(dir: &Path, content: &[u8]) -> io::Result<Unfinished> {
    let file = Unfinished::with(dir, content)?;
    file.sync()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_overwritten_and_nothing_is_doubled() {
        let base = tempfile::tempdir().unwrap();
        let dir = base.path().join("nieuw/verslag");
        let place = |name: &str| dir.join(name);
        assert_eq!(write(&dir, "a.html", b"een").unwrap(), Placed::New(place("a.html")));
        assert_eq!(write(&dir, "a.html", b"een").unwrap(), Placed::Same(place("a.html")));
        assert_eq!(write(&dir, "a.html", b"twee").unwrap(), Placed::New(place("a-2.html")));
        assert_eq!(write(&dir, "a.html", b"twee").unwrap(), Placed::Same(place("a-2.html")));
        fs::create_dir(place("b")).unwrap();
        assert_eq!(write(&dir, "b", b"een").unwrap(), Placed::New(place("b-2")));
        assert_eq!(fs::read_to_string(place("a.html")).unwrap(), "een");
        assert_eq!(disk::entries(&dir).unwrap().len(), 4);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!((mode(&place("a-2.html")), mode(&dir)), (0o600, 0o700));
            std::os::unix::fs::symlink(base.path().join("weg"), place("c.txt")).unwrap();
            assert_eq!(write(&dir, "c.txt", b"een").unwrap(), Placed::New(place("c-2.txt")));
        }
    }

    #[test]
    fn a_folder_that_cannot_be_is_told() {
        let base = tempfile::tempdir().unwrap();
        let file = base.path().join("bestand");
        fs::write(&file, "").unwrap();
        let told = write(&file, "a.html", b"een").unwrap_err().to_string();
        assert!(told.contains("bestand") && told.contains("niet gebruiken"), "{told}");
    }
}
