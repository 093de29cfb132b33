//! What can go wrong with session folders, in plain Dutch: what is wrong, what still works, and
//! what to do.
//!
//! Must not know: texts of a session. No sentence here ever repeats what somebody typed.

use super::line::{Broken, Unreadable};
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
    #[must_use]
    pub fn disk(path: impl Into<PathBuf>, error: &io::Error) -> Self {
        Self::Disk { path: path.into(), reason: reason(error) }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoHome => write!(
                f,
                "Oogst kan jouw eigen map op deze computer niet vinden. Start Oogst met --map en een map \
                 waarin je mag schrijven."
            ),
            Self::NoBase { dir, reason } => write!(
                f,
                "Oogst kan de map {} niet gebruiken: {reason}. Er is niets veranderd. Start Oogst met --map \
                 en een andere map.",
                dir.display()
            ),
            Self::NoFolder { dir } => write!(
                f,
                "De map {} is er niet. Kijk of de naam klopt en of de schijf is aangesloten.",
                dir.display()
            ),
            Self::NoJournal { dir } => write!(
                f,
                "In de map {} staat geen logboek, dus er is geen bespreking om te openen. Er is niets \
                 veranderd. Begin een nieuwe bespreking, of zet logboek.ronl terug uit een reservekopie.",
                dir.display()
            ),
            Self::Unreadable { dir, why } => write!(
                f,
                "De bespreking in {} kan niet open: {why}. Er is niets veranderd; je andere besprekingen \
                 werken gewoon.{}",
                dir.display(),
                why.advice()
            ),
            Self::Broken { dir, broken } => write!(
                f,
                "In het logboek van {} klopt {broken}. Daarom schrijft Oogst er niets bij; lezen kan nog. \
                 Maak een hele kopie met: oogst herstel {}",
                dir.display(),
                dir.display()
            ),
            Self::Busy { dir } => write!(
                f,
                "De bespreking in {} is al open in een ander venster. Meekijken kan wel. Sluit het andere \
                 venster om hier te schrijven.",
                dir.display()
            ),
            Self::NoLock { dir, reason } => write!(
                f,
                "Oogst kan de map {} niet voor zichzelf houden: {reason}. Lezen kan nog. Kies met --map een \
                 map op deze computer om te schrijven.",
                dir.display()
            ),
            Self::Disk { path, reason } => write!(
                f,
                "Lezen of schrijven van {} lukte niet: {reason}. Wat al bewaard was, blijft staan. Kijk naar \
                 de schijf en probeer het opnieuw.",
                path.display()
            ),
            Self::Unprintable => write!(
                f,
                "Oogst kan deze stap niet opschrijven. Dat is een fout in het programma. Wat er al stond, is \
                 bewaard."
            ),
            Self::NoWriter => write!(
                f,
                "Het bewaren is gestopt. Wat al bewaard was, blijft staan. Sluit Oogst en open de bespreking \
                 opnieuw."
            ),
            Self::NothingToRepair { dir } => write!(
                f,
                "Het logboek van {} is heel. Er valt niets te herstellen; je kunt de bespreking gewoon openen.",
                dir.display()
            ),
        }
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
#[must_use]
pub fn reason(error: &io::Error) -> String {
    let known = REASONS.iter().find(|(kind, _)| *kind == error.kind()).map(|(_, words)| (*words).to_owned());
    known.unwrap_or_else(|| match error.raw_os_error() {
        Some(code) => format!("de schijf geeft een fout (nummer {code})"),
        None => "de schijf geeft een fout".to_owned(),
    })
}
