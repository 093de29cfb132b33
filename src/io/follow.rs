//! Following what another window writes, without ever taking a lock: the session that is live, in
//! the windows beside; the signals of the tijdbewaker, on the begeleidersscherm.
//!
//! The system tells when something in a folder changed (`watch`). Because that may fail in silence
//! there is a slow look as well, on a wake-up that comes anyway while a clock runs (decision 27).
//! Must not know: screens, what a text says.

mod session;
mod tail;
#[cfg(test)]
mod tests;
mod watch;

pub use session::Sessions;
pub use tail::{Look, Tail};

use self::watch::Watch;
use super::store::{names, signals};
use crate::app::state::msg::Msg;
use crate::domain::signal::Signalled;
use crate::domain::time::Moment;
use chrono::TimeDelta;
use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;

/// The slow look.
const SLOW: Duration = Duration::from_secs(5);

/// What is followed, and how it is noticed that something changed.
pub struct Follow {
    what: What,
    watch: Watch,
    looked: Option<Moment>,
    touched: bool,
}

enum What {
    Sessions(Box<Sessions>),
    Signals { dir: PathBuf, tail: Tail, last: Option<Signalled> },
}

impl Follow {
    /// Follows whichever session is live beside the others in `base`.
    pub fn sessions(base: &Path, touched: impl Fn() + Send + 'static) -> Self {
        let watch = Watch::new(&[names::CURRENT, names::JOURNAL], touched);
        Self { what: What::Sessions(Box::new(Sessions::new(base))), watch, looked: None, touched: true }
    }

    /// Follows the signals in the session in `dir`, from now on.
    pub fn signals(dir: &Path, touched: impl Fn() + Send + 'static) -> Self {
        let mut watch = Watch::new(&[names::SIGNALS], touched);
        // Before the look: what comes in between is told.
        watch.keep(&[dir.to_path_buf()]);
        let mut tail = Tail::of(dir.join(names::SIGNALS));
        let last = match tail.look() {
            Look::Anew(lines) => signals::parse(&lines).pop(),
            Look::More(_) | Look::Same | Look::Missing => None,
        };
        let what = What::Signals { dir: dir.to_path_buf(), tail, last };
        Self { what, watch, looked: None, touched: false }
    }

    /// Something changed: the next look is not the slow one.
    pub fn touch(&mut self) {
        self.touched = true;
    }

    /// The folder of the session that is followed.
    pub fn dir(&self) -> Option<&Path> {
        match &self.what {
            What::Sessions(sessions) => sessions.dir(),
            What::Signals { dir, .. } => Some(dir),
        }
    }

    /// How long the loop may sleep that would have slept this long. The begeleidersscherm looks by
    /// itself only where the system does not tell.
    pub fn patience(&self, limit: Option<Duration>) -> Option<Duration> {
        let told = match self.what {
            What::Sessions(_) => false,
            What::Signals { .. } => self.watch.is_sure(),
        };
        if told { limit } else { Some(limit.map_or(SLOW, |limit| limit.min(SLOW))) }
    }

    /// Looks, when something changed or the last look was long ago; says what is new.
    pub fn look(&mut self, now: Moment) -> Option<Msg> {
        let slow = TimeDelta::from_std(SLOW).unwrap_or_default();
        // A clock that was set back is as good a reason as one that went on.
        let due = self.looked.is_none_or(|then| (now - then).abs() >= slow);
        if !std::mem::take(&mut self.touched) && !due {
            return None;
        }
        self.looked = Some(now);
        let news = match &mut self.what {
            What::Sessions(sessions) => sessions.look().map(Msg::Followed),
            What::Signals { tail, last, .. } => new_signals(tail, last).map(Msg::Signals),
        };
        // After the look: what it found may be another folder.
        let folders = self.folders();
        if self.watch.keep(&folders) {
            // What happened before the watch began was told by nobody.
            self.touched = true;
        }
        news
    }

    fn folders(&self) -> Vec<PathBuf> {
        match &self.what {
            What::Sessions(sessions) => sessions.folders(),
            What::Signals { dir, .. } => vec![dir.clone()],
        }
    }

    /// Whether the next look is due at once.
    pub fn is_touched(&self) -> bool {
        self.touched
    }
}

fn new_signals(tail: &mut Tail, last: &mut Option<Signalled>) -> Option<Vec<Signalled>> {
    let new = match tail.look() {
        Look::More(lines) => signals::parse(&lines),
        // A file that was replaced may repeat what was said.
        Look::Anew(lines) => {
            let newer = |signal: &Signalled| last.is_none_or(|last| signal.at > last.at);
            signals::parse(&lines).into_iter().filter(newer).collect()
        }
        Look::Same | Look::Missing => Vec::new(),
    };
    *last = new.last().copied().or(*last);
    (!new.is_empty()).then_some(new)
}
