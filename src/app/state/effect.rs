//! What the program wants done outside itself, as plain data. `io::effects` does it.

use super::intent::Wiping;
use super::reader::Errand;
use super::summary::Summary;
use crate::domain::event::Event;
use crate::domain::journal::{Entry, Journal};
use crate::domain::method::Inspiration;
use crate::domain::signal::Signalled;

#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// One more line for the journal.
    Append(Entry),
    /// A readable picture of the session, derived.
    Snapshot(Box<Summary>),
    /// Begin a session with the method of this index.
    Create {
        method: usize,
    },
    Open {
        folder: String,
    },
    /// A session folder anywhere, by its path.
    OpenDir(String),
    OpenLatest,
    /// Practise with this werkwijze: go on with what was not finished, or begin anew.
    Practice {
        method: String,
        fresh: bool,
    },
    Methods,
    /// Read these lists for inspiration.
    Inspiration(Vec<Inspiration>),
    List,
    /// Tips of earlier sessions, for the terugkoppeling.
    Earlier,
    /// A result goes to the session its tip comes from, by the name of its folder.
    Elsewhere {
        session: String,
        event: Event,
    },
    /// Reads the file of a casus of another table.
    Packet(String),
    /// Files for the folder of exports: name and content.
    Write(Vec<(String, Vec<u8>)>),
    /// The journal without what was wiped.
    Rewrite(Box<Journal>),
    /// A session goes off the disk, or what that would take along is looked up.
    Wipe(Wiping),
    /// How many sessions are over their term.
    Over,
    /// Try to save again at once.
    Retry,
    /// Go on in another folder.
    MoveTo(String),
    /// Closes the session: waits until everything is on disk.
    Close,
    Theme(usize),
    Mouse(bool),
    Bell,
    /// Follows the live session, in a window beside it.
    Follow,
    /// Goes to the begeleider.
    Signal(Signalled),
    /// Something of the book *Wat werkte*.
    Book(Errand),
    Quit,
}
