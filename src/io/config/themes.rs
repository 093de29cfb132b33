//! Finding themes: the shipped ones by name, the user's own in the folder `themas`.
//!
//! That folder is looked at only when a theme is not a shipped one, or when the list is asked
//! for. Must not know: what a terminal can show.

use crate::domain::method::check::Problem;
use crate::io::ronfile::{self, Located};
use crate::io::store::{Places, disk};
use crate::ui::theme::raw::{self, RawTheme};
use crate::ui::theme::{self, Looks};
use std::path::Path;
use std::path::PathBuf;

/// The name of the folder inside that of the settings.
pub const FOLDER: &str = "themas";

/// The theme with this name.
///
/// # Errors
/// One sentence: there is no such theme, or the first thing that is wrong with it.
pub fn looks(places: &Places, name: &str) -> Result<Looks, String> {
    let dir = places.config.join(FOLDER);
    let wanted = name.trim().to_lowercase();
    if theme::shipped(&wanted).is_some() {
        let looks = theme::resolve(&wanted, &mut shipped);
        return looks.map_err(|_| format!("Het thema '{wanted}' is niet te lezen."));
    }
    let Some(path) = own(&dir, &wanted) else {
        let known = names(places).join(", ");
        return Err(format!("Het thema '{wanted}' bestaat niet. Kies uit: {known}."));
    };
    let raw =
        read_file(&path).map_err(|problems| super::notice(&path, &problems, "Dit thema werkt nog niet."))?;
    let resolved = theme::resolve(&raw.name, &mut |asked| find(&dir, &raw, asked).ok().flatten());
    resolved.map_err(|_| format!("Het thema '{wanted}' is niet te lezen."))
}

/// The theme to begin with: `wanted` when it can be had, otherwise the usual one and a notice.
///
/// # Errors
/// Only when the shipped theme cannot be read, which a test rules out.
pub fn first_looks(
    places: &Places,
    wanted: Option<&str>,
    notices: &mut Vec<String>,
) -> Result<Looks, String> {
    match looks(places, wanted.unwrap_or(theme::DEFAULT)) {
        Err(sentence) if wanted.is_some() => {
            notices.push(sentence);
            looks(places, theme::DEFAULT)
        }
        looks => looks,
    }
}

/// The names of all themes: the shipped ones first. A file that cannot be read is there under its
/// file name, so that choosing it says what is wrong.
pub fn names(places: &Places) -> Vec<String> {
    let mut names: Vec<String> = theme::SHIPPED.iter().map(|(name, _)| (*name).to_owned()).collect();
    for path in files(&places.config.join(FOLDER)) {
        let name = name_in(&path).unwrap_or_else(|| stem(&path));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Reads a theme file with everything it inherits, from beside it or from the shipped ones.
///
/// # Errors
/// Every problem of the file.
pub fn read_file(path: &Path) -> Result<RawTheme, Vec<Located>> {
    let dir = path.parent().map(Path::to_path_buf).unwrap_or_default();
    ronfile::read_file(path, |raw| problems(&dir, raw))
}

fn problems(dir: &Path, own: &RawTheme) -> Vec<Problem> {
    let one = |path: &str, message: String| Problem { path: path.to_owned(), message };
    if own.name.trim().is_empty() {
        return raw::check(own);
    }
    let name = own.name.to_lowercase();
    if shipped(&name).is_some_and(|shipped| shipped != *own) {
        let message = format!("Het thema '{name}' is meegeleverd. Kies een andere naam.");
        return vec![one("naam", message)];
    }
    let mut bad = None;
    let resolved = theme::resolve(&own.name, &mut |asked| {
        find(dir, own, asked).unwrap_or_else(|()| {
            bad = Some(asked.to_owned());
            None
        })
    });
    match (resolved, bad) {
        (Ok(_), _) => Vec::new(),
        (Err(_), Some(parent)) => {
            let mut all = raw::check(own);
            all.push(one("erft", format!("Het thema '{parent}' klopt zelf nog niet. Kijk dat eerst na.")));
            all
        }
        (Err(problems), None) => problems,
    }
}

/// The theme somebody inherits from. `Err` when it is there but is no good.
fn find(dir: &Path, own_theme: &RawTheme, asked: &str) -> Result<Option<RawTheme>, ()> {
    if asked == own_theme.name {
        return Ok(Some(own_theme.clone()));
    }
    if let Some(shipped) = shipped(asked) {
        return Ok(Some(shipped));
    }
    match own(dir, &asked.to_lowercase()) {
        None => Ok(None),
        Some(path) => ronfile::read_file(&path, raw::check).map(Some).map_err(|_| ()),
    }
}

fn shipped(name: &str) -> Option<RawTheme> {
    ronfile::read(theme::shipped(name)?, raw::check).ok()
}

/// The file of the theme called `name`: the file of that name, unless it says it is another one,
/// or any other file that says it is.
fn own(dir: &Path, name: &str) -> Option<PathBuf> {
    let files = files(dir);
    let by_file = files.iter().find(|path| stem(path) == name);
    if let Some(path) = by_file
        && name_in(path).is_none_or(|said| said == name)
    {
        return Some(path.clone());
    }
    files.iter().find(|path| name_in(path).is_some_and(|said| said == name)).cloned()
}

fn files(dir: &Path) -> Vec<PathBuf> {
    let ron = |path: &PathBuf| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("ron"));
    disk::entries(dir).unwrap_or_default().into_iter().filter(ron).collect()
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// The name a file gives itself; `None` when it cannot be read.
fn name_in(path: &Path) -> Option<String> {
    let raw: RawTheme = ronfile::read_file(path, |_| Vec::new()).ok()?;
    Some(raw.name.trim().to_lowercase()).filter(|name| !name.is_empty())
}
