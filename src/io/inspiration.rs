//! The lists for inspiration: plain text files of the user, read when somebody asks for them.
//!
//! Must not know: when they may be seen.

use crate::app::state::msg::Inspiring;
use crate::domain::method::Inspiration;
use crate::domain::words;
use crate::io::store::disk;
use std::path::Path;

/// The name of the folder with the lists, inside the folder of the settings.
pub const FOLDER: &str = "inspiratie";

/// No list to read at a meeting is longer; a wrong file stays cheap.
const LONGEST: u64 = 100_000;

/// The lists, each with its lines or with a sentence that says where they belong.
pub fn read(config: &Path, lists: &[Inspiration]) -> Vec<Inspiring> {
    let folder = config.join(FOLDER);
    let of = |list: &Inspiration| {
        let path = folder.join(format!("{}.txt", list.id));
        let lines = text(&path).map(|text| words::lines(&text)).unwrap_or_default();
        let empty = || vec![format!("Deze lijst is nog leeg. Zet de tekst in {}", path.display())];
        Inspiring { name: list.name.to_string(), lines: if lines.is_empty() { empty() } else { lines } }
    };
    lists.iter().map(of).collect()
}

/// What can be read of a file; a letter that is no UTF-8 does not hide the rest.
fn text(path: &Path) -> Option<String> {
    let bytes = disk::read_given(path, LONGEST).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::{FOLDER, read};
    use crate::domain::method::Inspiration;

    #[test]
    fn a_list_is_read_and_a_missing_one_says_where_it_belongs() {
        let config = tempfile::tempdir().expect("a folder");
        let folder = config.path().join(FOLDER);
        std::fs::create_dir(&folder).expect("a folder");
        std::fs::write(folder.join("a.txt"), b"wandelclub\r\n\r\neettafel\x1b[2J \xff\n").expect("a file");
        let list =
            |id: &'static str| Inspiration { id: id.to_owned(), name: id.into(), ..Default::default() };
        let read = read(config.path(), &[list("a"), list("b")]);
        assert_eq!(read[0].lines.len(), 2);
        assert!(read[0].lines[1].starts_with("eettafel"), "{:?}", read[0].lines);
        assert!(!read[0].lines[1].contains('\x1b'));
        assert_eq!(read[1].lines.len(), 1);
        assert!(read[1].lines[0].ends_with("b.txt"), "{:?}", read[1].lines);
    }
}
