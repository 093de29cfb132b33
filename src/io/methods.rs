//! The werkwijzen on disk: the ones that come along and the ones a user put in a folder.
//!
//! Owns finding and reading them. Must not know: what a werkwijze means (that is the domain).

use std::path::{Path, PathBuf};

use super::ronfile;
use super::ronfile::Located;
use crate::domain::method::{Method, check};

/// The name of the folder with the user's own werkwijzen, inside the folder of the settings.
pub const FOLDER: &str = "werkwijzen";

/// The werkwijze when none is named.
pub const USUAL: &str = "akad";

/// The werkwijzen that come along: file name and text.
pub fn shipped() -> &'static [(&'static str, &'static str)] {
    &[
        ("akad.ron", include_str!("../methods/akad.ron")),
        ("case-conference.ron", include_str!("../methods/case-conference.ron")),
    ]
}

/// Reads the text of a werkwijze.
///
/// # Errors
/// Every problem of the text.
pub fn parse(text: &str) -> Result<Method, Vec<Located>> {
    ronfile::read(text, check::check)
}

/// A werkwijze that comes along, by its id.
///
/// # Errors
/// Every problem of its text, or one that says which werkwijzen there are.
pub fn load_shipped(id: &str) -> Result<Method, Vec<Located>> {
    let wanted = format!("{id}.ron");
    if let Some((_, text)) = shipped().iter().find(|(name, _)| *name == wanted) {
        return parse(text);
    }
    let known: Vec<&str> = shipped().iter().filter_map(|(name, _)| name.strip_suffix(".ron")).collect();
    let known = known.join(", ");
    Err(vec![Located::whole_file(format!("de werkwijze '{id}' bestaat niet. Kies uit: {known}."))])
}

/// The werkwijzen in a folder of the user, in the order of their file names. A folder that does
/// not exist holds none; a file that cannot be used comes with its problems.
pub fn in_folder(dir: &Path) -> Vec<(PathBuf, Result<Method, Vec<Located>>)> {
    let entries = std::fs::read_dir(dir).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| is_ron(path)).collect();
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let method = ronfile::read_file(&path, check::check);
            (path, method)
        })
        .collect()
}

fn is_ron(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"))
}

#[cfg(test)]
mod tests;
