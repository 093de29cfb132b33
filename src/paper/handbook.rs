//! The handbook: how to lead a meeting with this program, and the one page to keep beside the
//! laptop.
//!
//! A chapter is a file in `handbook/`; a new one is a file and a line here. The tables between two
//! comments in them are made from the program and compared by a test. Must not know: sessions.

mod read;

use super::doc::{Block, Doc, Level, Rich, Span};

/// The chapters, in the order of the book.
pub const CHAPTERS: [(&str, &str); 9] = [
    ("beginnen.md", include_str!("handbook/beginnen.md")),
    ("oefenen.md", include_str!("handbook/oefenen.md")),
    ("bespreking.md", include_str!("handbook/bespreking.md")),
    ("conference.md", include_str!("handbook/conference.md")),
    ("vensters.md", include_str!("handbook/vensters.md")),
    ("afloop.md", include_str!("handbook/afloop.md")),
    ("privacy.md", include_str!("handbook/privacy.md")),
    ("mis.md", include_str!("handbook/mis.md")),
    ("naslag.md", include_str!("handbook/naslag.md")),
];

/// What a begeleider needs at hand.
pub const CARD: (&str, &str) = ("spiekbriefje.md", include_str!("handbook/spiekbriefje.md"));

/// The whole handbook, its chapters numbered and listed in front.
pub fn make() -> Doc {
    let mut doc = Doc::new("Handleiding van Oogst");
    let mut chapters = Vec::new();
    let mut names = Vec::new();
    for (number, (_, text)) in (1..).zip(CHAPTERS) {
        for block in read::blocks(text) {
            if let Block::Heading { level: Level::Chapter, text } = block {
                chapters.push(Block::Heading { level: Level::Chapter, text: format!("{number} {text}") });
                names.push(Rich(vec![Span::Plain(text)]));
            } else {
                chapters.push(block);
            }
        }
    }
    doc.text(
        "Oogst helpt je een casuïstiekbespreking te leiden, van het eerste scherm tot het blad dat meegaat.",
    );
    doc.push(Block::Items { numbered: true, items: names });
    doc.blocks.extend(chapters);
    doc
}

/// The one page.
pub fn card() -> Doc {
    let mut doc = Doc::new("Spiekbriefje voor de begeleider");
    doc.blocks = read::blocks(CARD.1);
    doc
}
