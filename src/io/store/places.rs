//! Where everything lives: the folders of sessions, exercises, settings and documents.
//!
//! The user's local app-data folder, because a documents folder is often a synced cloud
//! (decision 25). `--map` or `OOGST_MAP` puts all of it in one other folder.

use super::disk;
use super::error::{StoreError, reason};
use directories::{ProjectDirs, UserDirs};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The variable that does the same as `--map`.
pub const VARIABLE: &str = "OOGST_MAP";

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    pub sessions: PathBuf,
    /// Sessions that were only for practice.
    pub practice: PathBuf,
    /// The book *Wat werkte*: it outlives the sessions.
    pub book: PathBuf,
    pub config: PathBuf,
    /// Proposed for exports.
    pub documents: PathBuf,
}

impl Places {
    /// The places of this user. `map` is what `--map` said, `variable` what stands in
    /// [`VARIABLE`]; the first of the two wins.
    ///
    /// # Errors
    /// When the system does not tell where the user's folders are and no map was given.
    pub fn find(map: Option<PathBuf>, variable: Option<OsString>) -> Result<Self, StoreError> {
        let given = map.or_else(|| variable.map(PathBuf::from)).filter(|dir| !dir.as_os_str().is_empty());
        match given {
            Some(dir) => Self::under(&dir),
            None => Self::of_user(),
        }
    }

    fn under(dir: &Path) -> Result<Self, StoreError> {
        let dir = std::path::absolute(dir)
            .map_err(|error| StoreError::NoBase { dir: dir.to_path_buf(), reason: reason(&error) })?;
        Ok(Self {
            sessions: dir.join("besprekingen"),
            practice: dir.join("oefenen"),
            book: dir.join("wat-werkte"),
            config: dir.join("instellingen"),
            documents: dir.join("bladen"),
        })
    }

    fn of_user() -> Result<Self, StoreError> {
        let project = ProjectDirs::from("", "", "oogst").ok_or(StoreError::NoHome)?;
        let data = project.data_local_dir();
        // A home that is no whole path would put the sessions in whatever folder we stand in.
        if !data.is_absolute() {
            return Err(StoreError::NoHome);
        }
        Ok(Self {
            sessions: data.join("besprekingen"),
            practice: data.join("oefenen"),
            book: data.join("wat-werkte"),
            config: project.config_dir().to_path_buf(),
            documents: documents().unwrap_or_else(|| data.to_path_buf()).join("Oogst"),
        })
    }

    /// Makes the folder of the sessions, so that a home that is missing or read-only is told
    /// before the first meeting and not during it.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn prepare(&self) -> Result<(), StoreError> {
        if self.sessions.as_os_str().is_empty() {
            return Err(StoreError::NoHome);
        }
        disk::make_folders(&self.sessions)
            .map_err(|error| StoreError::NoBase { dir: self.sessions.clone(), reason: reason(&error) })
    }
}

/// The documents folder; where the system does not name one, the folder that is there under its
/// usual name.
fn documents() -> Option<PathBuf> {
    let user = UserDirs::new()?;
    let usual = ["Documenten", "Documents"].map(|name| user.home_dir().join(name));
    let found = || usual.into_iter().find(|dir| dir.is_dir());
    Some(
        user.document_dir()
            .map(Path::to_path_buf)
            .or_else(found)
            .unwrap_or_else(|| user.home_dir().to_path_buf()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn map_wins_over_variable_wins_over_system() {
        // A whole path begins with a letter of a disk on Windows.
        let root = Path::new(if cfg!(windows) { "C:\\tmp" } else { "/tmp" });
        let a = Places::find(Some(root.join("a")), Some(root.join("b").into())).unwrap();
        assert_eq!(a.sessions, root.join("a").join("besprekingen"));
        assert_eq!(a.practice, root.join("a").join("oefenen"));
        assert_eq!(a.config, root.join("a").join("instellingen"));
        let b = Places::find(None, Some(root.join("b").into())).unwrap();
        assert_eq!(b.sessions, root.join("b").join("besprekingen"));
        let relative = Places::find(Some("hier".into()), None).unwrap();
        assert!(relative.sessions.is_absolute());
        if let Ok(user) = Places::find(None, Some(OsString::new())) {
            assert!(user.sessions.is_absolute() && user.sessions.ends_with("besprekingen"));
        }
    }

    #[test]
    fn a_home_that_is_no_folder_is_told_in_dutch() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("thuis");
        std::fs::write(&file, "").unwrap();
        let error = Places::find(Some(file), None).unwrap().prepare().unwrap_err().to_string();
        assert!(error.contains("kan de map") && error.contains("--map"), "{error}");
        assert!(StoreError::NoHome.to_string().contains("--map"));
    }
}
