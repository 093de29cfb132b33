//! `oogst herstel`: saves what can be read of a broken session.

use super::{Failure, Voice};
use crate::cli::SessionName;
use crate::io::store::repair::rescue;
use crate::io::store::{Places, StoreError, names};

/// Copies the good part of a session to a new one. A session that is whole is left alone.
///
/// # Errors
/// When there is no such session, or nothing of it can be read or written.
pub fn repair(name: &SessionName, places: &Places, out: &mut Voice<'_>) -> Result<(), Failure> {
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
