//! `oogst controleer`: every problem of the files somebody wrote, by the code that also reads
//! them in earnest.
//!
//! What kind of file it is shows from its fields, not from its name or its folder, so a file can
//! be looked at before it is put in its place.

use super::{Failure, Voice};
use crate::domain::method::check as method;
use crate::io::config::{self, themes};
use crate::io::ronfile::{self, Located, MAX_BYTES};
use crate::io::store::{disk, names};
use crate::text::counts;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What a file can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Method,
    Theme,
    Keys,
    Settings,
}

/// The fields that only one kind has, at any depth: a bracket that was forgotten must not hide
/// what a file is. First come the ones that are nowhere else, then those a short file may do with.
const FIELDS: [(Kind, &[&str], &[&str]); 4] = [
    (
        Kind::Method,
        &[
            "profielen",
            "grenzen",
            "indelingen",
            "gebieden",
            "spinnetje",
            "vooraf",
            "uitgangspunten",
            "stappen",
            "kaarten",
            "activiteit",
            "minuten",
        ],
        &["id", "uitleg", "kort"],
    ),
    (Kind::Theme, &["erft", "kleuren", "voor", "achter", "vet", "onderstreept", "omgekeerd"], &["rollen"]),
    (Kind::Keys, &["toetsen", "vast", "actie", "toets"], &[]),
    (Kind::Settings, &["thema", "muis", "belletje", "uitvoer"], &["map"]),
];

/// Looks at every file and prints what is wrong; "klopt" for one that is fine.
///
/// # Errors
/// When there was a problem in any of them.
pub fn check(files: &[PathBuf], out: &mut Voice<'_>) -> Result<(), Failure> {
    let mut wrong = 0;
    for path in files {
        let name = path.display();
        match look(path) {
            Ok(kind) => out.say(&format!("{name}: {kind} klopt."))?,
            Err(sentences) => {
                wrong += 1;
                for sentence in sentences {
                    out.say(&format!("{name}: {sentence}"))?;
                }
            }
        }
    }
    match (wrong, files.len()) {
        (0, _) => Ok(()),
        (_, 1) => Err(Failure::new("Dit bestand klopt nog niet.")),
        (wrong, all) => {
            let klopt = counts::plural(wrong, "klopt", "kloppen");
            Err(Failure::new(format!("Van de {all} bestanden {klopt} er {wrong} nog niet.")))
        }
    }
}

/// What the file is when it is fine, otherwise what is wrong with it.
fn look(path: &Path) -> Result<&'static str, Vec<String>> {
    let text = beginning(path).map_err(|sentence| vec![sentence])?;
    let kind = kind(path, &text).ok_or_else(|| vec![foreign(path, &text)])?;
    let read = match kind {
        Kind::Method => ronfile::read_file(path, method::check).map(|_| "de werkwijze"),
        Kind::Theme => themes::read_file(path).map(|_| "het thema"),
        Kind::Keys => config::read_keys(path).map(|_| "de toetsentabel"),
        Kind::Settings => ronfile::read_file(path, config::check).map(|_| "het bestand met instellingen"),
    };
    read.map_err(|problems| problems.iter().map(Located::to_string).collect())
}

/// The text of a file as far as it is needed to see what it is.
fn beginning(path: &Path) -> Result<String, String> {
    let cannot = |error: &io::Error| {
        let absent = matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
        if absent {
            "dit bestand is er niet. Kijk of de naam en de map kloppen.".to_owned()
        } else if error.kind() == io::ErrorKind::PermissionDenied {
            "dit bestand mag je niet lezen.".to_owned()
        } else {
            "dit bestand kan niet worden gelezen.".to_owned()
        }
    };
    let found = fs::metadata(path).map_err(|error| cannot(&error))?;
    if found.is_dir() {
        return Err("dit is een map. Noem de bestanden zelf, zoals map/mijn.ron.".to_owned());
    }
    if !found.is_file() {
        return Err("dit is geen gewoon bestand.".to_owned());
    }
    // The reader says that it is too large; here it only must not fill the memory.
    if found.len() > MAX_BYTES as u64 {
        return Err("het bestand is te groot. Meer dan 1 MB wordt niet gelezen.".to_owned());
    }
    let bytes = disk::read_given(path, MAX_BYTES as u64).map_err(|error| cannot(&error))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What a text is. `None` for something else than a file of ours.
fn kind(path: &Path, text: &str) -> Option<Kind> {
    let bare = without_comments(text);
    let begin = bare.trim_start_matches('\u{feff}').trim_start();
    let fields = fields(begin);
    let score = |names: &[&str]| names.iter().filter(|name| fields.contains(**name)).count();
    let all = FIELDS.iter().map(|(kind, sure, likely)| (*kind, (score(sure), score(likely))));
    let (kind, (sure, likely)) = all.rev().max_by_key(|(_, score)| *score)?;
    if sure > 0 || (likely > 0 && begin.starts_with('(')) {
        return Some(kind);
    }
    let is_empty = begin.chars().all(|c| c.is_whitespace() || "()[]{},".contains(c));
    is_empty.then(|| by_name(path))
}

/// Nothing is in the file yet; only its name and folder tell what it is going to be.
fn by_name(path: &Path) -> Kind {
    let folder = path.parent().map(names::of).unwrap_or_default();
    match (folder.as_str(), names::of(path).as_str()) {
        (_, config::SETTINGS) => Kind::Settings,
        (_, config::KEYS) => Kind::Keys,
        (themes::FOLDER, _) => Kind::Theme,
        _ => Kind::Method,
    }
}

fn foreign(path: &Path, text: &str) -> String {
    let name = names::of(path);
    if name == names::JOURNAL || name == names::BACKUP {
        return "dit is een logboek. Of het heel is, zie je met: oogst lijst".to_owned();
    }
    if text.contains('\0') {
        return "dit is geen tekst, dus geen bestand dat je zelf schrijft.".to_owned();
    }
    "dit is geen werkwijze, thema, toetsentabel of bestand met instellingen. Vergelijk het met een voorbeeld."
        .to_owned()
}

/// The names with a colon behind them, or with the = that many write first.
fn fields(bare: &str) -> BTreeSet<String> {
    let marks = bare.match_indices([':', '=']).filter_map(|(at, _)| bare.get(..at));
    marks.map(|before| last_word(before).to_lowercase()).filter(|word| !word.is_empty()).collect()
}

fn last_word(text: &str) -> &str {
    let text = text.trim_end();
    text.rsplit(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or("")
}

/// The text without comments and without what stands between quotes on one line.
fn without_comments(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut in_comment = false;
    for line in text.lines() {
        let mut letters = line.chars().peekable();
        let mut in_text = false;
        while let Some(letter) = letters.next() {
            let next = letters.peek().copied();
            match (letter, next) {
                ('*', Some('/')) if in_comment => {
                    in_comment = false;
                    letters.next();
                }
                _ if in_comment => {}
                ('\\', Some(_)) if in_text => {
                    letters.next();
                }
                ('"', _) => in_text = !in_text,
                _ if in_text => {}
                ('/', Some('/')) => break,
                ('/', Some('*')) => {
                    in_comment = true;
                    letters.next();
                }
                _ => bare.push(letter),
            }
        }
        bare.push('\n');
    }
    bare
}
