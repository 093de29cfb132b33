//! The settings of a user: `instellingen.ron`, `toetsen.ron`, and the folders `themas` and
//! `werkwijzen`. Only read, never written.
//!
//! Whatever is wrong in them is said and then goes by the shipped settings: a typing error in a
//! file must not keep a meeting from starting. Must not know: sessions, screens.

#[cfg(test)]
mod tests;
pub mod themes;

use super::methods;
use super::ronfile;
use super::ronfile::Located;
use super::store::Places;
use crate::domain::keeping::Keeping;
use crate::domain::method::check::Problem;
use crate::keys::map::{self, KeyMap, RawMap};
use crate::keys::own;
use directories::UserDirs;
use serde::Deserialize;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io;
use std::path::Path;
use std::path::PathBuf;

/// The file names inside the folder of the settings.
pub const SETTINGS: &str = "instellingen.ron";
pub const KEYS: &str = "toetsen.ron";

/// The settings in use.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Config {
    /// Name of the theme; whether it exists shows when it is asked for ([`themes::looks`]).
    pub theme: Option<String>,
    pub mouse: bool,
    pub bell: bool,
    /// Where the sessions are, if not in the usual place.
    pub sessions: Option<PathBuf>,
    /// Where exports go, if not in the folder of their session.
    pub exports: Option<PathBuf>,
    pub keys: KeyMap,
    /// How long sessions are kept.
    pub keeping: Keeping,
}

impl Config {
    /// The places with the folder of these settings in it. `--map` and the variable of the same
    /// meaning win: whoever types a folder means that one.
    pub fn places(&self, places: Places, map_was_given: bool) -> Places {
        match &self.sessions {
            Some(sessions) if !map_was_given => Places { sessions: sessions.clone(), ..places },
            _ => places,
        }
    }
}

/// The settings file as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RawConfig {
    #[serde(rename = "thema")]
    pub theme: Option<String>,
    #[serde(rename = "muis")]
    pub mouse: bool,
    #[serde(rename = "belletje")]
    pub bell: bool,
    #[serde(rename = "map")]
    pub sessions: Option<String>,
    #[serde(rename = "uitvoer")]
    pub exports: Option<String>,
    #[serde(rename = "bewaren")]
    pub keeping: RawKeeping,
}

/// The term as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RawKeeping {
    #[serde(rename = "dagen")]
    pub days: u16,
    #[serde(rename = "reden")]
    pub reason: String,
}

impl Default for RawKeeping {
    fn default() -> Self {
        let Keeping { days, reason } = Keeping::default();
        Self { days, reason }
    }
}

/// Ten years: longer is a typing error.
const LONGEST: u16 = 3_650;

/// All problems of a settings file; empty when it can be used.
pub fn check(raw: &RawConfig) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut say = |path: &str, message: &str| {
        problems.push(Problem { path: path.to_owned(), message: message.to_owned() });
    };
    if raw.theme.as_deref().is_some_and(|name| name.trim().is_empty()) {
        say("thema", "hier ontbreekt een naam. Schrijf bijvoorbeeld \"donker\", of haal dit veld weg.");
    }
    if !(1..=LONGEST).contains(&raw.keeping.days) {
        say("bewaren.dagen", "kies een aantal dagen van 1 tot en met 3650, bijvoorbeeld 90.");
    }
    if raw.keeping.reason.trim().is_empty() {
        say("bewaren.reden", "schrijf kort waarom, bijvoorbeeld \"tijd voor de terugkoppeling\".");
    }
    for (path, written) in [("map", &raw.sessions), ("uitvoer", &raw.exports)] {
        if written.as_deref().is_some_and(|written| whole(written).is_none()) {
            say(path, "dit is geen hele map. Begin bij het begin, zoals \"/home/an/Oogst\" of \"~/Oogst\".");
        }
    }
    problems
}

/// A folder that means the same wherever the program is started. `~` is the user's own folder.
fn whole(written: &str) -> Option<PathBuf> {
    let path = match written.strip_prefix('~') {
        Some(rest) if rest.is_empty() || rest.starts_with(['/', '\\']) => {
            UserDirs::new()?.home_dir().join(rest.trim_start_matches(['/', '\\']))
        }
        Some(_) | None => PathBuf::from(written),
    };
    path.is_absolute().then_some(path)
}

/// Reads the settings and the table of keys. What is wrong comes back as sentences.
pub fn load(places: &Places) -> (Config, Vec<String>) {
    let mut notices = Vec::new();
    let raw = unless_wrong(&places.config.join(SETTINGS), "de gewone instellingen", check, &mut notices);
    let keys = shipped_keys();
    let own: RawMap = unless_wrong(
        &places.config.join(KEYS),
        "de gewone toetsen",
        |own| own::check(&keys, own),
        &mut notices,
    );
    let config = Config {
        theme: raw.theme,
        mouse: raw.mouse,
        bell: raw.bell,
        sessions: raw.sessions.as_deref().and_then(whole),
        exports: raw.exports.as_deref().and_then(whole),
        keys: own::over(keys, own),
        keeping: Keeping { days: raw.keeping.days, reason: raw.keeping.reason.trim().to_owned() },
    };
    (config, notices)
}

/// The table of keys that comes along.
pub fn shipped_keys() -> KeyMap {
    KeyMap::of(ronfile::read(map::DEFAULT, |_: &RawMap| Vec::new()).unwrap_or_default())
}

/// Reads a user's table of keys, to find what is wrong with it.
///
/// # Errors
/// Every problem of the file.
pub fn read_keys(path: &Path) -> Result<RawMap, Vec<Located>> {
    let shipped = shipped_keys();
    ronfile::read_file(path, |own| own::check(&shipped, own))
}

/// The folder with the user's own werkwijzen.
pub fn methods_folder(places: &Places) -> PathBuf {
    places.config.join(methods::FOLDER)
}

/// What a file says, or nothing at all when it is not there or when something is wrong in it.
fn unless_wrong<T: Default + DeserializeOwned>(
    path: &Path,
    instead: &str,
    check: impl Fn(&T) -> Vec<Problem>,
    notices: &mut Vec<String>,
) -> T {
    if let Err(error) = std::fs::symlink_metadata(path)
        && matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
    {
        return T::default();
    }
    ronfile::read_file(path, check).unwrap_or_else(|problems| {
        notices.push(notice(path, &problems, &format!("Daarom gelden {instead}.")));
        T::default()
    })
}

/// The first problem of a file, and how to see the others.
fn notice(path: &Path, problems: &[Located], so: &str) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let first = problems.first().map(Located::to_string).unwrap_or_default();
    format!("{name}, {first} {so} Alles nakijken: oogst controleer \"{}\"", path.display())
}
