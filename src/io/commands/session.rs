//! Which folder somebody means by the name of a session.

use super::Failure;
use crate::cli::SessionName;
use crate::io::store::error::StoreError;
use crate::io::store::{Places, disk, library, names};
use crate::text::near::nearest;
use std::path::{Path, PathBuf};

/// The folder of a session: a name from the list, of an exercise, or a path.
///
/// # Errors
/// When there is no such folder, with the name that was probably meant.
pub fn find(places: &Places, name: &SessionName) -> Result<PathBuf, Failure> {
    match name {
        SessionName::Latest => latest(&places.sessions),
        SessionName::Named(path) => named(places, path),
    }
}

/// The session that was worked on last, also when it cannot be read: another one in its place
/// would be a surprise.
fn latest(base: &Path) -> Result<PathBuf, Failure> {
    let is_session = |content: &Result<library::Summary, StoreError>| {
        !matches!(content, Err(StoreError::NoJournal { .. } | StoreError::NoFolder { .. }))
    };
    let sessions = library::list(base)?.into_iter().filter(|listed| is_session(&listed.content));
    sessions
        .rev()
        .max_by_key(library::Listed::touched)
        .map(|listed| listed.dir)
        .ok_or_else(|| Failure::new("Er zijn nog geen besprekingen. Begin er een met: oogst nieuw"))
}

fn named(places: &Places, path: &Path) -> Result<PathBuf, Failure> {
    // A bare name is one from the list; it never leads out of the folder of the sessions.
    let is_name = path.file_name().is_some_and(|name| name == path.as_os_str());
    if is_name {
        let known = [&places.sessions, &places.practice].map(|base| base.join(path));
        if let Some(dir) = known.into_iter().find(|dir| dir.is_dir()) {
            return Ok(dir);
        }
    }
    if path.is_dir() {
        // A link that somebody names himself is followed once.
        let whole = disk::is_no_link(path).map_or_else(|_| path.canonicalize().ok(), |()| None);
        return Ok(whole.unwrap_or_else(|| path.to_path_buf()));
    }
    // The journal itself, by whoever completes names with Tab.
    if path.is_file() && path.file_name().is_some_and(|name| name == names::JOURNAL) {
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        return Ok(parent.unwrap_or_else(|| Path::new(".")).to_path_buf());
    }
    Err(unknown(places, path))
}

fn unknown(places: &Places, path: &Path) -> Failure {
    let typed = path.to_string_lossy();
    let folders = disk::entries(&places.sessions).unwrap_or_default();
    let folders: Vec<String> =
        folders.iter().filter(|path| path.is_dir()).map(|dir| names::of(dir)).collect();
    let known: Vec<&str> = folders.iter().map(String::as_str).collect();
    let hint = match nearest(&typed, &known) {
        Some(near) => format!("Bedoel je {near}?"),
        None => "De namen zie je met: oogst lijst".to_owned(),
    };
    Failure::new(format!("De bespreking '{typed}' is er niet. {hint}"))
}
