//! The commands that need no screen: each reads, does one thing, says in Dutch what it did.
//!
//! `out` is what was asked for and can be piped; `notes` is what somebody should know beside it
//! (standard error). Both are a [`Voice`], so no text of a file is obeyed by a terminal. No lock is taken for reading, so all of this works beside a running meeting.
//! Must not know: how a line was typed, terminals.

mod check;
mod export;
mod lessons;
mod list;
mod packet;
mod papers;
mod repair;
mod session;
mod take_over;
#[cfg(test)]
mod tests;
mod voice;
mod wipe;

pub use check::check;
pub use export::export;
pub use lessons::lessons;
pub use list::list;
pub use packet::{at_home, is_file, packet};
pub use papers::{handbook, papers};
pub use repair::repair;
pub use session::find;
pub use take_over::take_over;
pub use voice::Voice;
pub use wipe::wipe;

use super::config::Config;
use super::exports::Placed;
use super::store::{Places, StoreError};
use crate::cli;
use crate::cli::Order;
use crate::domain::time::Now;
use crate::domain::words;
use std::fmt;
use std::io;
use std::io::Write;

/// Where a command works, and when.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    pub places: &'a Places,
    pub config: &'a Config,
    pub now: &'a Now,
}

/// Why a command did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What is wrong and what to do; nothing in it is obeyed by a terminal.
    sentence: String,
    /// For the shell.
    pub code: u8,
}

impl Failure {
    pub fn new(sentence: impl AsRef<str>) -> Self {
        Self::of(1, [sentence])
    }

    /// A line that was typed wrong.
    pub fn misuse(sentence: impl AsRef<str>) -> Self {
        Self::of(2, [sentence])
    }

    /// Several problems, a line each.
    fn of<S: AsRef<str>>(code: u8, lines: impl IntoIterator<Item = S>) -> Self {
        let lines: Vec<String> = lines.into_iter().map(|line| words::told(line.as_ref())).collect();
        Self { sentence: lines.join("\n"), code }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

impl std::error::Error for Failure {}

impl From<String> for Failure {
    fn from(sentence: String) -> Self {
        Self::new(sentence)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::new(error.to_string())
    }
}

/// Does an order that needs no screen; `None` for one that does.
pub fn run(
    order: &Order,
    setting: Setting<'_>,
    out: &mut dyn Write,
    notes: &mut dyn Write,
) -> Option<Result<(), Failure>> {
    let (out, notes) = (&mut Voice::new(out), &mut Voice::new(notes));
    Some(match order {
        Order::Start
        | Order::New
        | Order::Open(_)
        | Order::Practice { .. }
        | Order::Review(_)
        | Order::Group
        | Order::Time
        | Order::Book(None) => return None,
        Order::Book(Some((form, to))) => lessons(*form, to, setting, out),
        Order::Packet(wish) => packet(wish, setting, out),
        Order::TakeOver { file, yes } => take_over(file, *yes, setting, &mut io::stdin().lock(), out),
        Order::Export(wish) => export(wish, setting, out, notes),
        Order::Papers { method, sheet, to } => papers(method.as_deref(), *sheet, to.as_deref(), setting, out),
        Order::Handbook { formats, to } => handbook(formats, to, setting, out),
        Order::Check(files) => check(files, out),
        Order::Repair(name) => repair(name, setting.places, out),
        Order::Wipe(wish) => wipe(wish, setting, &mut io::stdin().lock(), out),
        Order::List => list(setting, out),
        Order::Help => out.hand_over(cli::help().as_bytes()),
        Order::Version => out.say(concat!("Oogst ", env!("CARGO_PKG_VERSION"))),
    })
}

/// Says where a file came to stand.
fn say_placed(out: &mut Voice<'_>, placed: &Placed) -> Result<(), Failure> {
    match placed {
        Placed::New(path) => out.say(&format!("Gemaakt: {}", path.display())),
        Placed::Same(path) => out.say(&format!("Stond er al: {}", path.display())),
    }
}
