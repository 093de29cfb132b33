//! `oogst herstel`: saves what can be read of a broken session.

use super::{Failure, say};
use crate::cli::SessionName;
use crate::io::store::repair::rescue;
use crate::io::store::{Places, StoreError, names};
use std::io::Write;

/// Copies the good part of a session to a new one. A session that is whole is left alone.
///
/// # Errors
/// When there is no such session, or nothing of it can be read or written.
pub fn repair(name: &SessionName, places: &Places, out: &mut dyn Write) -> Result<(), Failure> {
    let dir = super::find(places, name)?;
    match rescue(&dir) {
        Ok(rescued) => {
            say(out, &rescued.to_string())?;
            let name = names::of(&rescued.dir);
            let at_home = rescued.dir.parent() == Some(places.sessions.as_path());
            let typed = if at_home { name } else { rescued.dir.display().to_string() };
            say(out, &format!("Verder gaan: oogst open {typed}"))
        }
        Err(error @ StoreError::NothingToRepair { .. }) => say(out, &error.to_string()),
        Err(error) => Err(error.into()),
    }
}
