//! What can go wrong with session folders, in plain Dutch: what is wrong, what still works, and
//! what to do.
//!
//! Must not know: texts of a session. No sentence here ever repeats what somebody typed.

use super::disk::NotPlain;
use super::line::{Broken, Unreadable};
use super::names;
use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why something with a session folder did not happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// The system does not say where the user's own folder is.
    NoHome,
    /// A folder for sessions cannot be made or used.
    NoBase { dir: PathBuf, reason: String },
    /// There is no such session folder.
    NoFolder { dir: PathBuf },
    /// The folder is there, the journal is not.
    NoJournal { dir: PathBuf },
    /// Not even the first line of the journal can be used.
    Unreadable { dir: PathBuf, why: Unreadable },
    /// The journal can be read up to a line, so nothing may be added to it.
    Broken { dir: PathBuf, broken: Broken },
    /// Another window writes in this session.
    Busy { dir: PathBuf },
    /// The file system cannot lock a file.
    NoLock { dir: PathBuf, reason: String },
    /// Reading or writing failed.
    Disk { path: PathBuf, reason: String },
    /// A record that cannot be written down. It points at a mistake in the program.
    Unprintable,
    /// The thread that writes has stopped or could not be started.
    NoWriter,
    /// Nothing is wrong with the journal.
    NothingToRepair { dir: PathBuf },
}

impl StoreError {
    /// A failure of the file system at `path`.
    pub fn disk(path: impl Into<PathBuf>, error: &io::Error) -> Self {
        Self::Disk { path: path.into(), reason: reason(error) }
    }
}

impl StoreError {
    /// What is wrong, in one sentence.
    pub fn problem(&self) -> String {
        match self {
            Self::NoHome => "Oogst kan jouw eigen map op deze computer niet vinden.".to_owned(),
            Self::NoBase { dir, reason } => {
                format!("Oogst kan de map {} niet gebruiken: {reason}.", dir.display())
            }
            Self::NoFolder { dir } => format!("De map {} is er niet.", dir.display()),
            Self::NoJournal { dir } => {
                format!("In de map {} staat geen logboek, dus geen bespreking om te openen.", dir.display())
            }
            Self::Unreadable { dir, why } => {
                format!("De bespreking in {} kan niet open: {why}.", dir.display())
            }
            Self::Broken { dir, broken } => format!("In het logboek van {} klopt {broken}.", dir.display()),
            Self::Busy { dir } => {
                format!("De bespreking in {} is al open in een ander venster.", dir.display())
            }
            Self::NoLock { dir, reason } => {
                format!("Oogst kan de map {} niet voor zichzelf houden: {reason}.", dir.display())
            }
            Self::Disk { path, reason } => {
                format!("Lezen of schrijven van {} lukte niet: {reason}.", path.display())
            }
            Self::Unprintable => {
                "Oogst kan deze stap niet opschrijven: een fout in het programma.".to_owned()
            }
            Self::NoWriter => "Het bewaren is gestopt.".to_owned(),
            Self::NothingToRepair { dir } => format!("Het logboek van {} is heel.", dir.display()),
        }
    }

    /// What still works, and what to do.
    pub fn advice(&self) -> String {
        let text = match self {
            Self::NoHome => "Start Oogst met --map en een map waarin je mag schrijven.",
            Self::NoBase { .. } => "Er is niets veranderd. Start Oogst met --map en een andere map.",
            Self::NoFolder { .. } => "Kijk of de naam klopt en of de schijf is aangesloten.",
            Self::NoJournal { .. } => {
                "Er is niets veranderd. Staat er een logboek.vorig.ronl in de map, dan haalt oogst herstel \
                 daar alles uit wat nog leesbaar is. Begin anders een nieuwe bespreking."
            }
            Self::Unreadable { why, .. } => {
                return format!(
                    "Er is niets veranderd; je andere besprekingen werken gewoon. {}",
                    why.advice()
                );
            }
            Self::Broken { dir, .. } => {
                return format!(
                    "Daarom schrijft Oogst er niets bij; lezen kan nog. Maak een hele kopie met: oogst herstel {}",
                    dir.display()
                );
            }
            Self::Busy { .. } => "Meekijken kan wel. Sluit het andere venster om hier te schrijven.",
            Self::NoLock { .. } => "Lezen kan nog. Kies met --map een map op deze computer om te schrijven.",
            Self::Disk { .. } => {
                "Wat al bewaard was, blijft staan. Kijk naar de schijf en probeer het opnieuw."
            }
            Self::Unprintable => "Wat er al stond, is bewaard.",
            Self::NoWriter => "Wat al bewaard was, blijft staan. Sluit Oogst en open de bespreking opnieuw.",
            Self::NothingToRepair { .. } => {
                "Er valt niets te herstellen; je kunt de bespreking gewoon openen."
            }
        };
        text.to_owned()
    }
}

impl StoreError {
    /// Why a session can only be looked at, in the one line a working screen has for it: reason and
    /// way out first, no long paths.
    pub fn briefly(&self) -> String {
        match self {
            Self::Busy { .. } => "Al open in een ander venster. Sluit dat om hier te schrijven.".to_owned(),
            Self::Broken { dir, broken } => {
                let name = names::of(dir);
                format!("Logboek: regel {} klopt niet. Kopie: oogst herstel {name}", broken.line)
            }
            Self::NoLock { reason, .. } => {
                format!("De map is niet vast te houden: {reason}. Kies met --map een andere.")
            }
            Self::NoHome
            | Self::NoBase { .. }
            | Self::NoFolder { .. }
            | Self::NoJournal { .. }
            | Self::Unreadable { .. }
            | Self::Disk { .. }
            | Self::Unprintable
            | Self::NoWriter
            | Self::NothingToRepair { .. } => self.to_string(),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.problem(), self.advice())
    }
}

impl std::error::Error for StoreError {}

/// What the disk can say, in words that fit behind "NIET BEWAARD:".
const REASONS: &[(io::ErrorKind, &str)] = &[
    (io::ErrorKind::StorageFull, "de schijf is vol"),
    (io::ErrorKind::QuotaExceeded, "jouw ruimte op de schijf is op"),
    (io::ErrorKind::NotFound, "de map is verdwenen"),
    (io::ErrorKind::NotADirectory, "er staat een bestand waar een map hoort"),
    (io::ErrorKind::AlreadyExists, "er staat al iets met die naam"),
    (io::ErrorKind::ReadOnlyFilesystem, "de schijf is alleen-lezen"),
    (io::ErrorKind::PermissionDenied, "je mag hier niet schrijven"),
    (io::ErrorKind::StaleNetworkFileHandle, NETWORK),
    (io::ErrorKind::TimedOut, NETWORK),
    (io::ErrorKind::NetworkDown, NETWORK),
    (io::ErrorKind::NetworkUnreachable, NETWORK),
    (io::ErrorKind::HostUnreachable, NETWORK),
    (io::ErrorKind::NotConnected, NETWORK),
    (io::ErrorKind::FileTooLarge, "het bestand wordt te groot voor deze schijf"),
    (io::ErrorKind::Unsupported, "deze schijf kan dat niet"),
];

const NETWORK: &str = "de netwerkschijf antwoordt niet";

/// Why the disk refused.
pub fn reason(error: &io::Error) -> String {
    if let Some(strange) = error.get_ref().and_then(|inner| inner.downcast_ref::<NotPlain>()) {
        return strange.to_string();
    }
    let known = REASONS.iter().find(|(kind, _)| *kind == error.kind()).map(|(_, words)| (*words).to_owned());
    known.unwrap_or_else(|| match error.raw_os_error() {
        Some(code) => format!("de schijf geeft een fout (nummer {code})"),
        None => "de schijf geeft een fout".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_is_whole_sentences() {
        let dir = PathBuf::from("/x/2026-11-22-akad-1");
        let broken = Broken { line: 3, column: 1, reason: "reden".to_owned() };
        let reason = "de schijf is vol".to_owned();
        for error in [
            StoreError::NoHome,
            StoreError::NoBase { dir: dir.clone(), reason: reason.clone() },
            StoreError::NoFolder { dir: dir.clone() },
            StoreError::NoJournal { dir: dir.clone() },
            StoreError::Unreadable { dir: dir.clone(), why: Unreadable::Empty },
            StoreError::Unreadable { dir: dir.clone(), why: Unreadable::Newer { format: 2 } },
            StoreError::Broken { dir: dir.clone(), broken },
            StoreError::Busy { dir: dir.clone() },
            StoreError::NoLock { dir: dir.clone(), reason: reason.clone() },
            StoreError::Disk { path: dir.clone(), reason },
            StoreError::Unprintable,
            StoreError::NoWriter,
            StoreError::NothingToRepair { dir },
        ] {
            let text = error.to_string();
            assert!(!text.contains("  ") && !text.contains('\n'), "{text:?}");
            assert!(error.problem().ends_with('.') && text.len() > error.problem().len() + 10, "{text:?}");
        }
    }

    #[test]
    fn why_it_is_read_only_fits_one_line() {
        let dir = PathBuf::from("/home/iemand/.local/share/oogst/besprekingen/2026-11-22-akad-1");
        let broken = Broken { line: 1234, column: 1, reason: "reden".to_owned() };
        for error in [StoreError::Busy { dir: dir.clone() }, StoreError::Broken { dir, broken }] {
            let text = error.briefly();
            assert!(text.chars().count() <= 78, "{text}");
        }
    }

    #[test]
    fn the_disk_speaks_dutch() {
        for (error, want) in [
            (io::ErrorKind::StorageFull.into(), "de schijf is vol"),
            (io::ErrorKind::NotFound.into(), "de map is verdwenen"),
            (io::Error::other("iets"), "de schijf geeft een fout"),
        ] {
            assert_eq!(reason(&error), want);
        }
        #[cfg(unix)]
        {
            assert_eq!(reason(&io::Error::from_raw_os_error(30)), "de schijf is alleen-lezen");
            assert_eq!(reason(&io::Error::from_raw_os_error(5)), "de schijf geeft een fout (nummer 5)");
        }
    }
}
