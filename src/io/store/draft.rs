//! `concept.ron`: the draft in de regel, so that a kill does not cost a half-typed idea.
//!
//! Written in place after the frame, without a sync (decision 17): it survives a kill, not a power
//! cut. The first line says how long the text is and carries its sum, so a kill between writing
//! and cutting off the old tail, or within a write, never brings back a text nobody typed.

use super::disk::{self, Page};
use super::error::StoreError;
use super::names;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::{Path, PathBuf};

/// The draft of one session, with its file kept open.
#[derive(Debug)]
pub struct Draft {
    path: PathBuf,
    file: Option<Page>,
    written: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Record {
    tekst: String,
}

/// What a draft file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    Nothing,
    Text(String),
    /// There was a draft, but it cannot be told which.
    Damaged,
}

impl Draft {
    /// The draft of the session in `dir`. Touches nothing yet.
    pub fn of(dir: &Path) -> Self {
        Self { path: dir.join(names::DRAFT), file: None, written: None }
    }

    /// Keeps `text`, when it differs from what is kept. An empty text leaves an empty file.
    ///
    /// # Errors
    /// When the file cannot be written; the next call tries again with a new handle.
    pub fn write(&mut self, text: &str) -> Result<(), StoreError> {
        if self.written.as_deref() == Some(text) {
            return Ok(());
        }
        let result = self.put(text);
        self.written = result.is_ok().then(|| text.to_owned());
        result.map_err(|error| {
            self.file = None;
            StoreError::disk(&self.path, &error)
        })
    }

    fn put(&mut self, text: &str) -> io::Result<()> {
        // A folder that was removed and made again has another file under this name.
        let there = disk::look(&self.path).ok().map(|there| there.identity);
        let is_ours = |file: &Page| file.look().ok().map(|mine| mine.identity) == there;
        let file = match self.file.take().filter(is_ours) {
            Some(file) => self.file.insert(file),
            None if text.is_empty() && there.is_none() => return Ok(()),
            None => self.file.insert(disk::open_or_make(&self.path)?),
        };
        if text.is_empty() {
            return file.cut(0);
        }
        let bytes = print(text)?;
        file.write_at(0, &bytes)?;
        // The length in the first line already rules; this takes the old words off the disk.
        file.cut(u64::try_from(bytes.len()).unwrap_or(u64::MAX))
    }
}

/// Reads the draft of the session in `dir`.
pub fn read(dir: &Path) -> Found {
    match disk::read(&dir.join(names::DRAFT)) {
        Ok(bytes) if bytes.is_empty() => Found::Nothing,
        Ok(bytes) => parse(&bytes).map_or(Found::Damaged, Found::Text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Found::Nothing,
        Err(_) => Found::Damaged,
    }
}

/// A comment with length and sum, then the record: the file stays plain RON.
fn print(text: &str) -> io::Result<Vec<u8>> {
    let body = ron::to_string(&Record { tekst: text.to_owned() }).map_err(io::Error::other)?;
    Ok(format!("// {} {:016x}\n{body}", body.len(), sum(body.as_bytes())).into_bytes())
}

fn parse(bytes: &[u8]) -> Option<String> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let head = std::str::from_utf8(bytes.get(..end)?).ok()?;
    let mut words = head.strip_prefix("// ")?.split(' ');
    let length: usize = words.next()?.parse().ok()?;
    let wanted = u64::from_str_radix(words.next()?, 16).ok()?;
    let body = bytes.get(end + 1..)?.get(..length)?;
    if sum(body) != wanted {
        return None;
    }
    ron::from_str::<Record>(std::str::from_utf8(body).ok()?).ok().map(|record| record.tekst)
}

/// FNV-1a: tells a torn write from a whole one, nothing more.
fn sum(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_draft_comes_back_and_goes_away() {
        let dir = tempfile::tempdir().unwrap();
        let mut draft = Draft::of(dir.path());
        draft.write("").unwrap();
        assert!(!dir.path().join(names::DRAFT).exists());
        for text in ["buurvrouw", "buurvrouw \"vragen\" é\n€", "bu", ""] {
            draft.write(text).unwrap();
            let want = if text.is_empty() { Found::Nothing } else { Found::Text(text.to_owned()) };
            assert_eq!(read(dir.path()), want);
        }
        assert_eq!(fs::read(dir.path().join(names::DRAFT)).unwrap(), b"", "no old words stay behind");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(dir.path().join(names::DRAFT)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn only_a_change_is_written() {
        let dir = tempfile::tempdir().unwrap();
        let mut draft = Draft::of(dir.path());
        draft.write("een").unwrap();
        fs::write(dir.path().join(names::DRAFT), "x").unwrap();
        draft.write("een").unwrap();
        assert_eq!(read(dir.path()), Found::Damaged);
        draft.write("twee").unwrap();
        assert_eq!(read(dir.path()), Found::Text("twee".to_owned()));
    }

    #[test]
    fn a_kill_at_any_moment_never_brings_a_text_nobody_typed() {
        let (old, new) = ("een veel langer concept van net", "kort");
        for (before, after) in [(old, new), (new, old)] {
            let (was, is) = (print(before).unwrap(), print(after).unwrap());
            for cut in 0..=is.len() {
                let mut torn = is[..cut].to_vec();
                torn.extend(was.get(cut..).unwrap_or_default());
                let found = parse(&torn);
                let whole = cut == is.len() || torn == was;
                assert!(found.is_none() || [Some(before), Some(after)].contains(&found.as_deref()), "{cut}");
                assert!(!whole || found.is_some(), "{cut}");
            }
        }
    }

    #[test]
    fn a_folder_that_went_is_an_error_and_its_return_is_not() {
        let base = tempfile::tempdir().unwrap();
        let dir = base.path().join("sessie");
        let mut draft = Draft::of(&dir);
        assert!(draft.write("een").is_err());
        fs::create_dir(&dir).unwrap();
        draft.write("een").unwrap();
        assert_eq!(read(&dir), Found::Text("een".to_owned()));
        #[cfg(unix)]
        {
            fs::remove_dir_all(&dir).unwrap();
            fs::create_dir(&dir).unwrap();
            draft.write("twee").unwrap();
            assert_eq!(read(&dir), Found::Text("twee".to_owned()));
        }
    }
}
