//! `nu.ron`, beside the sessions: which one is live, since when, and what is in view. For the other
//! windows; no text of a session ever stands in it (decision 26).

use super::disk::{self, Unfinished};
use crate::app::state::in_view::InView;
use crate::domain::time::Moment;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::Path;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Current {
    /// The folder of the session: its name beside this file, or the whole path from elsewhere.
    pub folder: String,
    pub since: Moment,
    #[serde(default)]
    pub view: InView,
}

impl Current {
    /// The session in `dir`, as it is called from `base`.
    pub fn of(base: &Path, dir: &Path, since: Moment, view: InView) -> Self {
        let near = if dir.parent() == Some(base) { dir.strip_prefix(base).unwrap_or(dir) } else { dir };
        Self { folder: near.to_string_lossy().into_owned(), since, view }
    }

    /// As it stands in the file.
    pub fn text(&self) -> String {
        ron::to_string(self).unwrap_or_default()
    }

    /// `None` for what is no such file.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        ron::de::from_bytes(bytes).ok()
    }
}

/// Replaces the file. Not synced: after a power cut nothing is live.
///
/// # Errors
/// When it cannot be written; the old one is still there then.
pub fn write(path: &Path, text: &str) -> io::Result<()> {
    let dir = path.parent().ok_or(io::ErrorKind::NotFound)?;
    Unfinished::with(dir, text.as_bytes())?.replace(path)
}

/// Takes the file away when it still says `text`: another window may have gone live meanwhile.
pub fn remove(path: &Path, text: &str) {
    if disk::read(path).is_ok_and(|there| there == text.as_bytes()) {
        // Whoever follows finds a session that does not go on; nothing is lost.
        let _ = disk::remove(path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing;
    use std::fs;

    #[test]
    fn a_session_beside_it_is_a_name_and_one_elsewhere_a_path() {
        let base = Path::new("/a/besprekingen");
        for (dir, want) in [("/a/besprekingen/x-1", "x-1"), ("/a/oefenen/x-1", "/a/oefenen/x-1")] {
            let current = Current::of(base, Path::new(dir), testing::begin(), InView::default());
            assert_eq!(current.folder, want);
            assert_eq!(base.join(&current.folder), Path::new(dir));
            assert_eq!(Current::parse(current.text().as_bytes()), Some(current));
        }
        assert_eq!(Current::parse(b"(folder:"), None);
    }

    #[test]
    fn is_replaced_whole_and_only_its_own_text_is_taken_away() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("nu.ron");
        write(&path, "een").unwrap();
        write(&path, "twee").unwrap();
        remove(&path, "een");
        assert_eq!(fs::read(&path).unwrap(), b"twee");
        remove(&path, "twee");
        assert!(disk::entries(dir.path()).unwrap().is_empty());
    }
}
