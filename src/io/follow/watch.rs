//! Hears from the system that something in a folder changed. Folders, never files: a file that is
//! replaced is another file.

use crate::io::store::disk::{self, Identity};
use notify::event::EventKind;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub struct Watch {
    /// `None` where the system does not tell.
    watcher: Option<RecommendedWatcher>,
    /// The folders that are watched, each as it was when that began.
    watched: BTreeMap<PathBuf, Identity>,
    sure: bool,
}

impl Watch {
    /// Calls `touched`, on a thread of its own, when a file with one of these names or a folder
    /// changes in a watched folder.
    pub fn new(files: &'static [&'static str], touched: impl Fn() + Send + 'static) -> Self {
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // When the system lost count there is something to look at, whatever it was.
            if event.is_ok_and(|event| !concerns(&event, files)) {
                return;
            }
            touched();
        });
        Self { watcher: watcher.ok(), watched: BTreeMap::new(), sure: false }
    }

    /// Watches these folders and no others; says whether a new one was added.
    pub fn keep(&mut self, folders: &[PathBuf]) -> bool {
        let Some(watcher) = &mut self.watcher else { return false };
        let here = |dir: &Path| disk::look(dir).ok().map(|there| there.identity);
        let gone: Vec<PathBuf> = self
            .watched
            .iter()
            .filter(|(dir, was)| !folders.contains(dir) || here(dir) != Some(**was))
            .map(|(dir, _)| dir.clone())
            .collect();
        for dir in gone {
            self.watched.remove(&dir);
            // A folder that is gone is no longer watched anyway.
            let _ = watcher.unwatch(&dir);
        }
        let mut added = false;
        self.sure = true;
        for dir in folders {
            if self.watched.contains_key(dir) {
                continue;
            }
            match here(dir).filter(|_| watcher.watch(dir, RecursiveMode::NonRecursive).is_ok()) {
                Some(identity) => {
                    self.watched.insert(dir.clone(), identity);
                    added = true;
                }
                None => self.sure = false,
            }
        }
        added
    }

    /// Whether every change is told.
    pub fn is_sure(&self) -> bool {
        self.watcher.is_some() && self.sure
    }
}

/// Reading is no change, or our own look would wake us. Folders have names without a dot.
fn concerns(event: &Event, files: &[&str]) -> bool {
    let named = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        files.contains(&name.as_ref()) || !name.contains('.')
    };
    match event.kind {
        EventKind::Access(_) => false,
        EventKind::Any
        | EventKind::Create(_)
        | EventKind::Modify(_)
        | EventKind::Remove(_)
        | EventKind::Other => event.need_rescan() || event.paths.iter().any(named),
    }
}
