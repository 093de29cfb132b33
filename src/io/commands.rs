//! The commands that need no screen: each reads, does one thing, says in Dutch what it did.
//!
//! `out` is what was asked for and can be piped; `notes` is what somebody should know beside it
//! (standard error). No lock is taken for reading, so all of this works beside a running meeting.
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
pub use wipe::wipe;

use super::config::Config;
use super::exports::Placed;
use super::store::{Places, StoreError};
use crate::cli;
use crate::cli::Order;
use crate::domain::time::Now;
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
    /// What is wrong and what to do.
    pub sentence: String,
    /// For the shell.
    pub code: u8,
}

impl Failure {
    pub fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), code: 1 }
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
        Order::Help => print(out, cli::help().as_bytes()),
        Order::Version => say(out, concat!("Oogst ", env!("CARGO_PKG_VERSION"))),
    })
}

/// One line.
fn say(out: &mut dyn Write, line: &str) -> Result<(), Failure> {
    print(out, format!("{line}\n").as_bytes())
}

/// Whoever closes the pipe (`oogst lijst | head`) has seen enough; that is no failure.
fn print(out: &mut dyn Write, text: &[u8]) -> Result<(), Failure> {
    match out.write_all(text).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let reason = super::store::error::reason(&error);
            Err(Failure::new(format!("De uitkomst kan niet worden geschreven: {reason}.")))
        }
        _ => Ok(()),
    }
}

/// Says where a file came to stand.
fn say_placed(out: &mut dyn Write, placed: &Placed) -> Result<(), Failure> {
    match placed {
        Placed::New(path) => say(out, &format!("Gemaakt: {}", path.display())),
        Placed::Same(path) => say(out, &format!("Stond er al: {}", path.display())),
    }
}

/// A text from a file, safe to print on one line of a terminal.
fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
