//! Everything that can happen to the program, as plain data: what was pressed, what the disk
//! answered, that time went by.

use super::draft::Draft;
use super::earlier::Earlier;
use super::model::MethodChoice;
use super::reader::News;
use super::window::Followed;
use crate::domain::journal::Journal;
use crate::domain::people::Person;
use crate::domain::signal::Signalled;
use crate::domain::time::Moment;
use crate::domain::time_report::Usual;
use crate::keys::key::Key;

#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    Key(Key),
    /// Keys that came in one batch, faster than fingers: a paste the terminal did not announce.
    Burst(Vec<Key>),
    Paste(String),
    Click {
        x: u16,
        y: u16,
    },
    /// Rows to scroll, down is positive.
    Scroll(i32),
    Resize {
        width: u16,
        height: u16,
    },
    /// The moment that `wake::next` asked for has come.
    Wake,
    /// This entry and all before it are on disk.
    Saved {
        seq: u64,
        at: Moment,
    },
    SaveFailed {
        reason: String,
    },
    Opened(Box<Opened>),
    Methods(Vec<MethodChoice>),
    Listed(Vec<Found>),
    /// Sessions that can be wiped.
    Wipeable(Vec<Found>),
    /// What would go with a session.
    ToWipe(Plan),
    /// So many sessions are over their term, with so many tips open in them.
    Over {
        sessions: usize,
        open: usize,
    },
    /// What earlier sessions left: tips to tell about, the latest group, and how long the steps
    /// usually take.
    Earlier {
        tips: Vec<Earlier>,
        group: Vec<Person>,
        usual: Vec<Usual>,
    },
    /// The lists for inspiration, as they stand in the files of the user.
    Inspiration(Vec<Inspiring>),
    /// A casus of another table.
    Packet(Earlier),
    /// Go to what became of the tips.
    Review,
    /// Files were made; their names, ready to read.
    Printed(Vec<String>),
    /// What another window follows of the live session.
    Followed(Followed),
    /// The tijdbewaker signalled.
    Signals(Vec<Signalled>),
    /// This signal is on its way.
    Sent(Signalled),
    /// What the disk says of the book *Wat werkte*.
    Book(News),
    /// Whether this window has the keyboard.
    Focus(bool),
    /// Something could not be done; a sentence.
    Failed(String),
}

/// A session that was opened or begun.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    pub folder: String,
    pub journal: Journal,
    /// Newest entry on disk.
    pub saved: u64,
    pub read_only: Option<String>,
    /// What the reader noticed, such as a torn last line.
    pub notices: Vec<String>,
    /// The draft that was kept, if any.
    pub draft: Option<Draft>,
    pub practice: bool,
}

/// A session in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub folder: String,
    /// "12 nov · AKAD · casus Linde".
    pub title: String,
    /// "3 tips nog te bespreken".
    pub detail: String,
    /// Can be opened.
    pub usable: bool,
}

/// What would go with a session: lines to read, and whether there are sheets elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub folder: String,
    pub lines: Vec<String>,
    pub sheets: bool,
}

/// A list for inspiration: its name, and its lines or a sentence that says where they belong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspiring {
    pub name: String,
    pub lines: Vec<String>,
}
