//! Writes sheets to a folder where people find them, never over a different file.

use super::config::Config;
use super::store::disk;
use super::store::error::reason;
use super::store::names;
use super::store::places::Places;
use std::fs;
use std::path::{Path, PathBuf};

/// More names than this for one sheet are not tried.
const MOST: u32 = 1_000;

/// Where sheets go: where the config says; else under Documents, where people look; in the session
/// folder when there is no such place, and always for a practice.
#[must_use]
pub fn folder(places: &Places, config: &Config, session: &Path, practice: bool) -> PathBuf {
    match &config.output {
        _ if practice => session.join(names::REPORTS),
        Some(folder) => folder.clone(),
        None => places.documents.clone(),
    }
}

/// Writes the files and says where they are.
///
/// # Errors
/// A sentence that says which file could not be written, and why.
pub fn write(folder: &Path, files: &[(String, String)]) -> Result<Vec<PathBuf>, String> {
    let failed = |path: &Path, error: &std::io::Error| {
        format!("{} kon niet gemaakt worden: {}. De bespreking zelf is wel bewaard.", path.display(), reason(error))
    };
    disk::make_folders(folder).map_err(|error| failed(folder, &error))?;
    let mut paths = Vec::new();
    for (name, content) in files {
        let path = free(folder, name, content);
        disk::replace(&path, content.as_bytes()).map_err(|error| failed(&path, &error))?;
        paths.push(path);
    }
    Ok(paths)
}

/// A name that is free, or that holds the same already.
fn free(folder: &Path, name: &str, content: &str) -> PathBuf {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "txt"));
    let numbered = (2..MOST).map(|number| format!("{stem}-{number}.{extension}"));
    std::iter::once(name.to_owned())
        .chain(numbered)
        .map(|name| folder.join(name))
        .find(|path| fs::read(path).map_or(!path.exists(), |bytes| bytes == content.as_bytes()))
        .unwrap_or_else(|| folder.join(name))
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn a_different_file_is_never_overwritten() {
        let dir = tempfile::tempdir().unwrap();
        let one = |text: &str| write(dir.path(), &[("blad.html".to_owned(), text.to_owned())]).unwrap().remove(0);
        assert_eq!(one("a"), dir.path().join("blad.html"));
        assert_eq!(one("a"), dir.path().join("blad.html"));
        assert_eq!(one("b"), dir.path().join("blad-2.html"));
        assert_eq!(std::fs::read_to_string(dir.path().join("blad.html")).unwrap(), "a");
    }
}
