//! A file to which another process adds lines: what was added since the last look, and whether it
//! is still the same file.

use crate::io::store::disk::{self, Standing};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::PathBuf;

/// What a look found. Lines are whole: one that is half written waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    Same,
    More(Vec<u8>),
    /// All lines of a file that is new here, was replaced or was shortened.
    Anew(Vec<u8>),
    /// No file, or no whole line in it.
    Missing,
}

#[derive(Debug)]
pub struct Tail {
    path: PathBuf,
    known: Option<Known>,
}

/// How far the file was read.
#[derive(Debug)]
struct Known {
    stamp: Standing,
    offset: u64,
    /// The lines by which the file is recognised: a system may give a new file the number of an
    /// old one.
    first: Vec<u8>,
    last: Vec<u8>,
}

impl Tail {
    pub fn of(path: PathBuf) -> Self {
        Self { path, known: None }
    }

    /// Reads it from the start at the next look.
    pub fn forget(&mut self) {
        self.known = None;
    }

    /// Looks at the file; reads it only when it changed.
    pub fn look(&mut self) -> Look {
        let stamp = disk::look(&self.path);
        let look = stamp.and_then(|stamp| self.changed(stamp));
        look.unwrap_or_else(|_| {
            self.known = None;
            Look::Missing
        })
    }

    fn changed(&mut self, stamp: Standing) -> io::Result<Look> {
        if let Some(known) = &mut self.known {
            if known.stamp == stamp {
                return Ok(Look::Same);
            }
            if known.stamp.identity == stamp.identity
                && let Some(added) = known.added(&mut disk::open_to_read(&self.path)?)?
            {
                known.stamp = stamp;
                let lines = whole(added);
                known.offset += u64::try_from(lines.len()).unwrap_or(0);
                if let Some(last) = last(&lines) {
                    known.last = last.to_vec();
                    return Ok(Look::More(lines));
                }
                return Ok(Look::Same);
            }
        }
        let lines = whole(disk::read(&self.path)?);
        let first = lines.split_inclusive(|byte| *byte == b'\n').next().map(<[u8]>::to_vec);
        let (Some(first), Some(last)) = (first, last(&lines)) else {
            self.known = None;
            return Ok(Look::Missing);
        };
        let offset = u64::try_from(lines.len()).unwrap_or(0);
        self.known = Some(Known { stamp, offset, first, last: last.to_vec() });
        Ok(Look::Anew(lines))
    }
}

impl Known {
    /// What stands after the part that was read; `None` when that part is not what it was.
    fn added(&self, file: &mut File) -> io::Result<Option<Vec<u8>>> {
        let mut first = vec![0; self.first.len()];
        let back = self.offset.saturating_sub(u64::try_from(self.last.len()).unwrap_or(0));
        let mut rest = Vec::new();
        let read = file
            .read_exact(&mut first)
            .and_then(|()| file.seek(SeekFrom::Start(back)))
            .and_then(|_| file.read_to_end(&mut rest));
        match read {
            Ok(_) if first == self.first => Ok(rest.strip_prefix(self.last.as_slice()).map(<[u8]>::to_vec)),
            Ok(_) => Ok(None),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// The bytes up to the last newline.
fn whole(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.truncate(bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1));
    bytes
}

fn last(lines: &[u8]) -> Option<&[u8]> {
    lines.split_inclusive(|byte| *byte == b'\n').next_back()
}
