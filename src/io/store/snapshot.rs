//! `sessie.ron`: the session for people to read. Derived; nothing ever reads it back
//! (decision 30). What stands in it is made elsewhere.

use super::disk;
use super::error::StoreError;
use super::names;
use crate::app::state::summary::Summary;
use std::path::Path;

/// The readable file: plain RON under a line that says what it is.
pub fn readable(summary: &Summary) -> String {
    let pretty = ron::ser::PrettyConfig::new().indentor("  ");
    let text = ron::ser::to_string_pretty(summary, pretty).unwrap_or_default();
    format!("// Om te lezen. Oogst leest dit bestand niet terug: het logboek telt.\n{text}\n")
}

/// Replaces `sessie.ron` as a whole.
///
/// # Errors
/// When it cannot be written; the old one is still there then.
pub fn write(dir: &Path, content: &str) -> Result<(), StoreError> {
    let path = dir.join(names::SNAPSHOT);
    disk::replace(&path, content.as_bytes()).map_err(|error| StoreError::disk(path, &error))
}

#[cfg(test)]
mod tests {
    #[test]
    fn is_whole_and_private() {
        let dir = tempfile::tempdir().unwrap();
        super::write(dir.path(), "(een: 1)").unwrap();
        super::write(dir.path(), "(twee: 2)").unwrap();
        let path = dir.path().join("sessie.ron");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "(twee: 2)");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        let gone = dir.path().join("weg");
        assert!(super::write(&gone, "").unwrap_err().to_string().contains("verdwenen"));
    }
}
