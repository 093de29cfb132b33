//! `oogst neem-over`: what was filled in at home comes back to its session. Shown first, then
//! appended; what is there already is not taken twice.

use super::{Failure, Setting, Voice, packet};
use crate::domain::journal::Journal;
use crate::io::packet::{Packet, take};
use crate::io::store::error::StoreError;
use crate::io::store::{library, open, outbox};
use crate::text::counts;
use std::io::BufRead;
use std::path::Path;

/// Shows what a pakket has to tell, asks, and appends it to its session.
///
/// # Errors
/// When the file or the session cannot be read, nothing of it fits, or the disk refuses.
pub fn take_over(
    path: &Path,
    without_asking: bool,
    setting: Setting<'_>,
    input: &mut dyn BufRead,
    out: &mut Voice<'_>,
) -> Result<(), Failure> {
    let packet = packet::read(path)?;
    let dir = find(setting, &packet)?;
    let loaded = open::read(&dir)?;
    if let Some(broken) = loaded.broken {
        return Err(StoreError::Broken { dir, broken }.into());
    }
    let session = Journal::of(loaded.opened, loaded.entries).fold();
    let found = take(&packet, &session, setting.now);
    out.say(&format!("Pakket van casus {}, uit {}.", packet.alias, packet.origin.session))?;
    for line in &found.lines {
        out.say(&format!("  {line}"))?;
    }
    if !found.refused.is_empty() {
        out.say("Niet over te nemen:")?;
    }
    for line in &found.refused {
        out.say(&format!("  {line}"))?;
    }
    if found.events.is_empty() {
        let nothing = "Er is niets nieuws om over te nemen.";
        return if found.refused.is_empty() { out.say(nothing) } else { Err(Failure::new(nothing)) };
    }
    let count = counts::count(found.lines.len(), "regel", "regels");
    if !without_asking && !agreed(&count, input, out)? {
        return out.say("Er is niets overgenomen.");
    }
    // Decided again under the lock: somebody may have written meanwhile.
    outbox::append_made(&dir, setting.now.second(), |session| take(&packet, session, setting.now).events)?;
    out.say(&format!("Overgenomen: {count}."))
}

fn find(setting: Setting<'_>, packet: &Packet) -> Result<std::path::PathBuf, Failure> {
    let name = &packet.origin.session;
    library::find(&setting.places.sessions, name).map_err(|_| {
        Failure::new(format!(
            "De bespreking '{name}' van dit pakket staat niet op deze computer. Neem het over op de computer \
             waar die bespreking was."
        ))
    })
}

fn agreed(count: &str, input: &mut dyn BufRead, out: &mut Voice<'_>) -> Result<bool, Failure> {
    out.ask(&format!("{count} overnemen? (ja/nee)"))?;
    let mut answer = String::new();
    // Nobody there is nobody who says yes.
    let _ = input.read_line(&mut answer);
    out.say("")?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "ja" | "j"))
}
