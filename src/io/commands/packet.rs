//! `oogst pakket`, and opening a pakket at home: one casus as a file, and that file as a session.
//!
//! The session is only read. At home a pakket becomes a session of its own, so that what is filled
//! in there is kept as everything else is.

use super::{Failure, Setting, Voice, say_placed};
use crate::cli::{Packing, Target};
use crate::domain::id::CasusId;
use crate::domain::journal::Journal;
use crate::domain::session::Session;
use crate::domain::time::Now;
use crate::io::packet::{self, Packet};
use crate::io::ronfile::Located;
use crate::io::store::{Places, library, names, open};
use crate::io::{exports, methods};
use crate::paper;
use crate::text::{counts, dates};
use std::path::{Path, PathBuf};

/// Makes the pakket of one casus and says where it is.
///
/// # Errors
/// When the session cannot be read, it is not clear which casus is meant, or the file cannot be
/// written.
pub fn packet(wish: &Packing, setting: Setting<'_>, out: &mut Voice<'_>) -> Result<(), Failure> {
    let dir = super::find(setting.places, &wish.session)?;
    let loaded = open::read(&dir)?;
    let session = Journal::of(loaded.opened, loaded.entries).fold();
    let casus = which(&session, wish.casus)?;
    let date = paper::day(&session, setting.now);
    let packet = packet::make(&session, &names::of(&dir), casus, date);
    let text = packet.text();
    match &wish.to {
        Target::Screen => out.hand_over(text.as_bytes()),
        Target::Usual => {
            let folder = exports::folder(setting.places, setting.config, &dir);
            say_placed(out, &exports::write(&folder, &file_name(&packet, setting.now), text.as_bytes())?)
        }
        Target::Folder(path) => {
            let (folder, name) = split(path, &packet, setting.now);
            say_placed(out, &exports::write(&folder, &name, text.as_bytes())?)
        }
    }
}

fn which(session: &Session, wanted: Option<u32>) -> Result<CasusId, Failure> {
    let all: Vec<CasusId> = session.casussen.iter().map(|casus| casus.id).collect();
    let count = counts::count(all.len(), "casus", "casussen");
    match (wanted, all.as_slice()) {
        (Some(number), all) if all.contains(&CasusId(number)) => Ok(CasusId(number)),
        (None, [one]) => Ok(*one),
        (Some(number), _) => Err(Failure::new(format!(
            "Casus {number} is er niet. In deze bespreking {} {count}.",
            counts::plural(all.len(), "is", "zijn")
        ))),
        (None, _) => Err(Failure::new(format!(
            "Er zijn {count}, en in een pakket gaat er één. Kies er een, bijvoorbeeld: --casus 1."
        ))),
    }
}

fn file_name(packet: &Packet, now: &Now) -> String {
    let date = if packet.origin.date.is_empty() {
        dates::sortable(now.local(now.at).date())
    } else {
        packet.origin.date.clone()
    };
    match paper::file::slug(&packet.alias).as_str() {
        "" => format!("{date}-pakket-casus-{}.ron", packet.origin.casus),
        alias => format!("{date}-pakket-{alias}.ron"),
    }
}

/// A folder gets the usual name in it; a name that ends in `.ron` is the file.
fn split(path: &Path, packet: &Packet, now: &Now) -> (PathBuf, String) {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    match name.filter(|_| is_file(path)) {
        Some(name) => {
            let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
            (folder.unwrap_or_else(|| Path::new(".")).to_path_buf(), name)
        }
        None => (path.to_path_buf(), file_name(packet, now)),
    }
}

/// Whether somebody names a file and not a session.
pub fn is_file(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron")) && !path.is_dir()
}

/// Reads a pakket.
///
/// # Errors
/// Every problem of the file, a line each.
pub fn read(path: &Path) -> Result<Packet, Failure> {
    packet::read(path).map_err(|problems| {
        let name = path.display();
        Failure::of(1, problems.iter().map(|problem: &Located| format!("{name}, {problem}")))
    })
}

/// The session of a pakket: the first one when it is on this computer, the one that was made of it
/// before, or a new one.
///
/// # Errors
/// When the file is no good, its werkwijze is not here, or nothing can be written.
pub fn at_home(places: &Places, path: &Path, now: &Now) -> Result<PathBuf, Failure> {
    let packet = read(path)?;
    if let Ok(dir) = library::find(&places.sessions, &packet.origin.session) {
        return Ok(dir);
    }
    if let Some(dir) = brought_before(places, &packet)? {
        return Ok(dir);
    }
    let method = packet::method(&packet, &places.config.join(methods::FOLDER)).map_err(Failure::new)?;
    let events = packet::bring(&packet, &method);
    places.prepare()?;
    Ok(open::begin(&places.sessions, method, now.second(), events)?.dir)
}

fn brought_before(places: &Places, packet: &Packet) -> Result<Option<PathBuf>, Failure> {
    for listed in library::list(&places.sessions)? {
        let Ok(loaded) = open::read(&listed.dir) else { continue };
        let session = Journal::of(loaded.opened, loaded.entries).fold();
        let origins = session.casussen.iter().filter_map(|casus| casus.origin.as_ref());
        let (name, casus) = (&packet.origin.session, CasusId(packet.origin.casus));
        if origins.into_iter().any(|origin| (&origin.session, origin.casus) == (name, casus)) {
            return Ok(Some(listed.dir));
        }
    }
    Ok(None)
}
