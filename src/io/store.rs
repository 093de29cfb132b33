//! Session folders on disk: naming, locking, writing, reading, listing and repairing them.
//!
//! ```text
//! 2026-11-22-akad-1/
//!   logboek.ronl         the journal, and the truth; one writer (`writer`), any number of readers
//!   logboek.vorig.ronl   the journal as it was when the session was opened
//!   sessie.ron           for people; never read back (`snapshot`)
//!   concept.ron          the draft in de regel (`draft`)
//!   tijd.ronl            what the tijdbewaker signalled (`signals`)
//!   slot                 held by whoever writes (`lock`)
//!   verslag/             exports
//! ```
//! Beside the sessions stands `nu.ron`: which of them is live (`current`); and, once something was
//! wiped, `wisbewijs.txt` (`wipe`). The book *Wat werkte* has a folder, a journal and a lock of its
//! own (`lessons`).
//!
//! The rule of this room: nothing that was acknowledged is ever lost, and whatever cannot be read
//! is said in a Dutch sentence. Must not know: screens, keys, the time of day.

pub mod current;
pub mod disk;
pub mod draft;
pub mod error;
pub mod lessons;
pub mod library;
pub mod line;
pub mod lock;
pub mod names;
pub mod open;
pub mod outbox;
pub mod places;
pub mod repair;
pub mod signals;
pub mod snapshot;
pub mod wipe;
pub mod writer;

pub use error::StoreError;
pub use places::Places;
