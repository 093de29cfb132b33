//! The book *Wat werkte*: opening it, keeping what was read, and looking into it during a meeting.

use super::{Desk, Done};
use crate::app::state::msg::Msg;
use crate::app::state::reader::Errand;
use crate::app::state::reader::News;
use crate::io::harvest;
use crate::io::run::Incoming;
use crate::io::store::lessons::{self, Open};

impl Desk {
    pub(super) fn book(&mut self, errand: Errand) -> Done {
        match errand {
            Errand::Open => self.open_book(),
            Errand::Keep { events, undo } => match &mut self.shelf {
                None => Done::failed("Het boek is hier alleen te lezen."),
                Some(shelf) => match shelf.append(events.clone()) {
                    Ok(()) => Done::answer(Msg::Book(News::Kept { events, undo })),
                    Err(closed) => Done::failed(closed),
                },
            },
            Errand::Close => {
                self.shelf = None;
                Done::default()
            }
            Errand::Look(goal) => match lessons::read(&self.places.book) {
                Ok(book) => Done::answer(Msg::Book(News::Looked { goal, book })),
                Err(closed) => Done::failed(closed),
            },
        }
    }

    fn open_book(&mut self) -> Done {
        // Our own lock would keep us out.
        self.shelf = None;
        match lessons::open(&self.places.book) {
            Ok(Open { book, access }) => {
                let read_only = access.as_ref().err().map(ToString::to_string);
                self.shelf = access.ok();
                self.look_for_lessons();
                Done::answer(Msg::Book(News::Opened { book, read_only }))
            }
            Err(closed) => Done::failed(closed),
        }
    }

    /// Reads all sessions beside the loop: there may be many.
    fn look_for_lessons(&self) {
        let (base, tx) = (self.places.sessions.clone(), self.tx.clone());
        let look = move || {
            let _ = tx.send(Incoming::Msg(Msg::Book(News::Waiting(harvest::lessons(&base)))));
        };
        // Without a thread nothing waits to be read today; the book itself is there.
        let _ = std::thread::Builder::new().name("oogst-lessen".to_owned()).spawn(look);
    }
}
