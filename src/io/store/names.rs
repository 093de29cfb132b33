//! Names of session folders and of the files in them. Date, werkwijze and a counter; never an
//! alias, because a folder name shows up in places where nobody expects a casus (decision 25).

use super::disk;
use super::error::{StoreError, reason};
use chrono::NaiveDate;
use std::io;
use std::path::{Path, PathBuf};

pub const JOURNAL: &str = "logboek.ronl";
pub const BACKUP: &str = "logboek.vorig.ronl";
pub const SNAPSHOT: &str = "sessie.ron";
pub const DRAFT: &str = "concept.ron";
/// The signals of the tijdbewaker.
pub const SIGNALS: &str = "tijd.ronl";
/// Beside the sessions: which one is live.
pub const CURRENT: &str = "nu.ron";
/// Beside the sessions: what was wiped, and when.
pub const PROOF: &str = "wisbewijs.txt";
pub const LOCK: &str = "slot";
pub const REPORTS: &str = "verslag";
/// Between the name of a broken session and the counter of its rescued copy.
pub const RESCUED: &str = "hersteld";

/// More folders than this with one stem means that something else is wrong.
const MOST: u32 = 9_999;
/// Keeps names well under the limits of every file system.
const LONGEST_METHOD: usize = 40;

/// A folder name without its counter: `2026-11-22-akad`.
pub fn stem(date: NaiveDate, method: &str) -> String {
    let mut slug = String::new();
    for c in method.to_lowercase().chars().take(LONGEST_METHOD) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    format!("{}-{}", date.format("%Y-%m-%d"), if slug.is_empty() { "bespreking" } else { slug })
}

/// A folder name in its stem and counter; a name without a counter is all stem.
pub fn split(name: &str) -> (&str, Option<u32>) {
    match name.rsplit_once('-') {
        // A date alone ends in a number too, but is not followed by a counter.
        Some((stem, number)) if date(stem).is_some() => match number.parse() {
            Ok(counter) => (stem, Some(counter)),
            Err(_) => (name, None),
        },
        _ => (name, None),
    }
}

/// The date a folder name begins with.
pub fn date(name: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(name.get(..10)?, "%Y-%m-%d").ok()
}

/// The name of a folder, as people see it.
pub fn of(dir: &Path) -> String {
    dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Makes a folder `stem-1`, `stem-2`, … under `base`: the first name that is free. Making it is
/// what claims it, so two programs never get the same one.
///
/// # Errors
/// When no folder can be made there.
pub fn claim(base: &Path, stem: &str) -> Result<PathBuf, StoreError> {
    let no_base = |error: &io::Error| StoreError::NoBase { dir: base.to_path_buf(), reason: reason(error) };
    disk::make_folders(base).map_err(|error| no_base(&error))?;
    for counter in 1..=MOST {
        let dir = base.join(format!("{stem}-{counter}"));
        match disk::make_folder(&dir) {
            Ok(()) => return Ok(dir),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(no_base(&error)),
        }
    }
    Err(no_base(&io::ErrorKind::AlreadyExists.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    #[test]
    fn a_name_is_date_method_and_counter() {
        for (method, want) in [
            ("akad", "2026-11-22-akad"),
            ("Mijn werkwijze/2", "2026-11-22-mijn-werkwijze-2"),
            ("../..", "2026-11-22-bespreking"),
            ("", "2026-11-22-bespreking"),
            ("één", "2026-11-22-n"),
        ] {
            assert_eq!(stem(day(), method), want, "{method:?}");
        }
    }

    #[test]
    fn a_name_splits_in_stem_and_counter() {
        for (name, want) in [
            ("2026-11-22-akad-12", ("2026-11-22-akad", Some(12))),
            ("2026-11-22-akad", ("2026-11-22-akad", None)),
            ("2026-11-22", ("2026-11-22", None)),
            ("2026-11-22-akad-1-hersteld-2", ("2026-11-22-akad-1-hersteld", Some(2))),
            ("iets anders", ("iets anders", None)),
            ("é", ("é", None)),
            ("", ("", None)),
        ] {
            assert_eq!(split(name), want, "{name:?}");
        }
    }

    #[test]
    fn the_first_free_name_is_claimed() {
        let base = tempfile::tempdir().unwrap();
        let base = base.path().join("besprekingen");
        let stem = stem(day(), "akad");
        assert_eq!(of(&claim(&base, &stem).unwrap()), "2026-11-22-akad-1");
        assert_eq!(of(&claim(&base, &stem).unwrap()), "2026-11-22-akad-2");
    }

    #[test]
    fn a_base_that_cannot_be_made_is_said() {
        let base = tempfile::tempdir().unwrap();
        let file = base.path().join("bestand");
        std::fs::write(&file, "").unwrap();
        let error = claim(&file.join("besprekingen"), "x").unwrap_err().to_string();
        assert!(error.contains("--map") && error.contains("er staat een bestand"), "{error}");
    }
}
