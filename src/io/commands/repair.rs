//! `oogst herstel`: saves what can be read of a broken session, or puts the book right.

use super::{Failure, Voice};
use crate::cli::SessionName;
use crate::io::store::lessons::{self, Closed};
use crate::io::store::repair::rescue;
use crate::io::store::{Places, StoreError, names};
use std::path::Path;

/// The word for the book *Wat werkte* in the place of a session.
const BOOK: &str = "boek";

/// Copies the good part of a session to a new one. A session that is whole is left alone.
///
/// # Errors
/// When there is no such session, or nothing of it can be read or written.
pub fn repair(name: &SessionName, places: &Places, out: &mut Voice<'_>) -> Result<(), Failure> {
    if let SessionName::Named(path) = name
        && (path == Path::new(BOOK) || *path == places.book)
    {
        return book(places, out);
    }
    let dir = super::find(places, name)?;
    match rescue(&dir) {
        Ok(rescued) => {
            for line in rescued.to_string().lines() {
                out.say(line)?;
            }
            let name = names::of(&rescued.dir);
            let at_home = rescued.dir.parent() == Some(places.sessions.as_path());
            let typed = if at_home { name } else { rescued.dir.display().to_string() };
            out.say(&format!("Verder gaan: oogst open {typed}"))
        }
        Err(error @ StoreError::NothingToRepair { .. }) => out.say(&error.to_string()),
        Err(error) => Err(error.into()),
    }
}

fn book(places: &Places, out: &mut Voice<'_>) -> Result<(), Failure> {
    match lessons::mend(&places.book) {
        Ok(mended) => out.say(&mended.to_string()),
        Err(Closed::Store(StoreError::NothingToRepair { .. })) => {
            out.say("Het boek is heel. Er valt niets te herstellen.")
        }
        Err(closed) => Err(Failure::new(closed.to_string())),
    }
}
