//! The session that is live, as its files tell: `nu.ron` says which and what is in view, its
//! journal says everything else. Reads with the code that opens sessions; writes nothing.

use super::tail::{Look, Tail};
use crate::app::state::window::Anew;
use crate::app::state::window::Followed;
use crate::domain::journal::{Entry, Journal};
use crate::io::store::current::Current;
use crate::io::store::disk::Standing;
use crate::io::store::{disk, line, names};
use std::path::{Path, PathBuf};

/// What is live beside the sessions in a folder.
pub struct Sessions {
    base: PathBuf,
    /// How `nu.ron` stood when it was read last, and what it said.
    stamp: Option<Standing>,
    current: Option<Current>,
    journal: Option<Following>,
    said: Said,
}

/// The journal that is followed.
struct Following {
    dir: PathBuf,
    tail: Tail,
    seq: u64,
}

/// What was told last.
#[derive(Debug, Clone, PartialEq)]
enum Said {
    Nothing,
    Waiting,
    Gone,
    Session(Current),
}

impl Sessions {
    pub fn new(base: &Path) -> Self {
        Self { base: base.to_path_buf(), stamp: None, current: None, journal: None, said: Said::Nothing }
    }

    /// The folder of the live session.
    pub fn dir(&self) -> Option<&Path> {
        self.journal.as_ref().map(|journal| journal.dir.as_path())
    }

    /// The folders in which something may change.
    pub fn folders(&self) -> Vec<PathBuf> {
        // The folder above, because the base may be made, taken away and put back.
        let above = self.base.parent().map(Path::to_path_buf);
        above.into_iter().chain([self.base.clone()]).chain(self.dir().map(Path::to_path_buf)).collect()
    }

    /// What is new since the last look.
    pub fn look(&mut self) -> Option<Followed> {
        self.read_current();
        let Some(current) = self.current.clone() else {
            self.journal = None;
            return self.say(Said::Waiting, Followed::Waiting);
        };
        let dir = self.base.join(&current.folder);
        if self.dir() != Some(&dir) {
            let tail = Tail::of(dir.join(names::JOURNAL));
            self.journal = Some(Following { dir, tail, seq: 0 });
        }
        let journal = self.journal.as_mut()?;
        let view = current.view;
        match journal.look() {
            News::Nothing if self.said == Said::Session(current.clone()) => None,
            News::Nothing if self.said == Said::Gone => None,
            News::Nothing => self.say(Said::Session(current), Followed::More { entries: Vec::new(), view }),
            News::More(entries) => {
                self.said = Said::Session(current);
                Some(Followed::More { entries, view })
            }
            News::Anew(journal, broken) => {
                let anew = Anew {
                    folder: current.folder.clone(),
                    journal: *journal,
                    since: current.since,
                    view,
                    broken,
                };
                self.said = Said::Session(current);
                Some(Followed::Anew(Box::new(anew)))
            }
            News::Gone => self.say(Said::Gone, Followed::Gone),
        }
    }

    fn say(&mut self, said: Said, followed: Followed) -> Option<Followed> {
        let is_new = self.said != said;
        self.said = said;
        is_new.then_some(followed)
    }

    /// Reads `nu.ron` when it changed. One that cannot be read is being replaced by a copying
    /// program, not by ours; what it said before still holds.
    fn read_current(&mut self) {
        let path = self.base.join(names::CURRENT);
        let stamp = disk::look(&path).ok();
        if stamp == self.stamp {
            return;
        }
        let read = disk::read(&path).ok();
        self.current = match (&stamp, read) {
            (None, _) | (_, None) => None,
            (Some(_), Some(bytes)) => Current::parse(&bytes).or(self.current.take()),
        };
        self.stamp = stamp;
    }
}

/// What the journal had to tell.
enum News {
    Nothing,
    More(Vec<Entry>),
    /// Everything, and where it stops making sense if it does.
    Anew(Box<Journal>, Option<String>),
    Gone,
}

impl Following {
    fn look(&mut self) -> News {
        match self.tail.look() {
            Look::Same => News::Nothing,
            Look::Missing => News::Gone,
            Look::Anew(lines) => self.anew(&lines),
            Look::More(lines) => {
                let more = line::parse_more(&lines, self.seq);
                if more.broken.is_some() {
                    // Not the file we thought it was, or one that is really broken: whole again.
                    self.tail.forget();
                    return match self.tail.look() {
                        Look::Anew(lines) => self.anew(&lines),
                        Look::Same | Look::More(_) | Look::Missing => News::Gone,
                    };
                }
                self.seq = more.entries.last().map_or(self.seq, |entry: &Entry| entry.seq);
                News::More(more.entries)
            }
        }
    }

    fn anew(&mut self, lines: &[u8]) -> News {
        let Ok(loaded) = line::parse(lines) else { return News::Gone };
        self.seq = loaded.seq();
        let broken = loaded.broken.as_ref().map(ToString::to_string);
        News::Anew(Box::new(Journal::of(loaded.opened, loaded.entries)), broken)
    }
}
