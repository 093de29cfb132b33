//! The headings of the three flappen, to hang up: whose wish it is, and the goals (S000).
//!
//! The group stands before it, so nothing but the goals stands on it. Must not know: formats.

use super::doc::{Block, Doc, Page, Size};
use super::{Sheet, advice};
use crate::domain::casus::Casus;
use crate::domain::goals::Flap;
use crate::domain::session::Session;
use crate::text::flaps;

pub fn make(session: &Session, casus: &Casus) -> Doc {
    let mut doc = Doc::new(Sheet::Flaps.name());
    doc.page = Page::Landscape;
    doc.size = Size::Poster;
    let aims = advice::of(session, casus.id);
    for (index, flap) in Flap::ALL.into_iter().enumerate() {
        if index > 0 {
            doc.push(Block::PageBreak);
        }
        doc.chapter(flaps::name(flap));
        let mine = aims.iter().filter(|aim| aim.goal.is_some_and(|goal| goal.flap == Some(flap)));
        let before = doc.blocks.len();
        for aim in mine {
            doc.section(aim.heading());
            doc.text(aim.text());
        }
        if doc.blocks.len() == before {
            doc.section("DOEL …");
            doc.push(Block::Pen(3));
        }
    }
    doc
}
