//! The only text that a board, a dialog or a page can hold: one that this screen may show.
//!
//! A [`Shown`] is made of words of this program ([`Shown::own`]), words of the werkwijze, numbers
//! and moments, and of texts that people typed after the privacy filter has looked at them
//! ([`Shown::of`], [`Shown::checked`]). Nothing else can make one, so a text that was never checked
//! cannot be written on a screen that the group watches:
//!
//! ```compile_fail
//! use oogst::app::state::shown::Shown;
//! let name = String::from("mevrouw Jansen");
//! let leak = Shown::own(format!("Vandaag {name}").as_str());
//! ```
//!
//! Free by decision are the alias of a casus, the name of a person on a page that asks who, and who
//! does what in an afspraak (decision 46). Must not know: boards, panes, where a text is drawn.

use super::line::Line;
use super::live::Live;
use super::wall::Face;
use crate::domain::casus::Field;
use crate::domain::event::Event;
use crate::domain::goals::Row;
use crate::domain::id::{CasusId, PersonId};
use crate::domain::method::Word;
use crate::domain::privacy::{self, Kind, Known};
use crate::domain::verdicts::{self, TextKey};
use crate::text::deeds;
use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

mod words;

/// A text as this screen may show it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Shown(Cow<'static, str>);

/// Something a [`Shown`] can be filled in with: only this file says what.
pub trait Part: sealed::Part {
    fn words(&self) -> Cow<'_, str>;
}

mod sealed {
    pub trait Part {}
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl sealed::Part for $number {}
        impl Part for $number {
            fn words(&self) -> Cow<'_, str> {
                Cow::Owned(self.to_string())
            }
        }
    )*};
}

// A letter says no more than a number does.
numbers!(u8, u16, u32, u64, usize, i64, char);

impl sealed::Part for Shown {}
impl Part for Shown {
    fn words(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.0)
    }
}

impl sealed::Part for &'static str {}
impl Part for &'static str {
    fn words(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl sealed::Part for Word {}
impl Part for Word {
    fn words(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl Shown {
    pub const EMPTY: Self = Self(Cow::Borrowed(""));

    /// Words of this program.
    pub const fn own(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }

    /// A sentence of this program; each `{}` in it is filled in with the part whose turn it is.
    pub fn fill(text: &'static str, parts: &[&dyn Part]) -> Self {
        let mut filled = String::new();
        let mut parts = parts.iter();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{}") {
            filled.push_str(before);
            if let Some(part) = parts.next() {
                filled.push_str(&part.words());
            }
            rest = after;
        }
        filled.push_str(rest);
        Self(Cow::Owned(filled))
    }

    /// A part by itself: a number, a letter, a word of the werkwijze.
    pub fn part(part: &impl Part) -> Self {
        Self(Cow::Owned(part.words().into_owned()))
    }

    /// These behind each other, with something between them; empty ones are left out.
    pub fn join(parts: impl IntoIterator<Item = Self>, between: &'static str) -> Self {
        let parts: Vec<Self> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let texts: Vec<&str> = parts.iter().map(Self::as_str).collect();
        Self(Cow::Owned(texts.join(between)))
    }

    /// A text of the session as this screen may show it; nothing when there is none.
    pub fn of(live: &Live, key: TextKey) -> Self {
        match verdicts::text(&live.session, key) {
            Some(text) if !text.is_empty() => Self::passed(live, key, text),
            Some(_) | None => Self::EMPTY,
        }
    }

    fn passed(live: &Live, key: TextKey, text: &str) -> Self {
        let judged = || live.session.verdicts.shown(key, text).map(Cow::into_owned);
        let text = match live.view.wall.face {
            // The room itself: without a verdict nothing shows.
            Face::Cover | Face::Group => judged().unwrap_or_else(|| "…".to_owned()),
            Face::Working if live.is_private() => text.to_owned(),
            // Only a session that is just looked at holds texts without a verdict.
            Face::Working => judged().unwrap_or_else(|| masked(text, &live.known)),
        };
        Self(Cow::Owned(text))
    }

    /// As [`Shown::of`], of a field that is there to say who: names stay.
    pub fn naming(live: &Live, key: TextKey) -> Self {
        let Some(text) = verdicts::text(&live.session, key) else { return Self::EMPTY };
        let hits = live.session.verdicts.open(key).iter();
        let spans: Vec<_> = hits.filter(|hit| !is_told(hit.2)).map(|hit| hit.span()).collect();
        if live.is_private() || spans.is_empty() {
            return Self(Cow::Owned(text.to_owned()));
        }
        Self(Cow::Owned(privacy::mask(text, &spans)))
    }

    /// A text that has no verdict in this session, of another one or just typed: the filter looks at
    /// it now.
    pub fn checked(live: &Live, text: &str) -> Self {
        let text = if live.is_private() { text.to_owned() } else { masked(text, &live.known) };
        Self(Cow::Owned(text))
    }

    /// As [`Shown::checked`], where people are named: names stay.
    pub fn checked_naming(live: &Live, text: &str) -> Self {
        if live.is_private() {
            return Self(Cow::Owned(text.to_owned()));
        }
        let mut found = privacy::find(text, &live.known);
        found.retain(|finding| !is_told(finding.kind));
        let spans: Vec<_> = found.into_iter().map(|finding| finding.span).collect();
        Self(Cow::Owned(privacy::mask(text, &spans)))
    }

    /// A text from outside the session for who sits at this machine, such as the reason why a file
    /// cannot be read; while a session is open the filter looks at it.
    pub fn told(live: Option<&Live>, text: &str) -> Self {
        match live {
            Some(live) => Self::checked(live, text),
            None => Self(Cow::Owned(text.to_owned())),
        }
    }

    /// A file or a folder of this machine.
    pub fn path(path: &str) -> Self {
        Self(Cow::Owned(path.to_owned()))
    }

    /// The name of a person, on a page that asks who.
    pub fn person(live: &Live, id: PersonId) -> Self {
        let name = live.session.people.get(id).map_or("", |person| person.name.as_str());
        Self(Cow::Owned(name.to_owned()))
    }

    /// The alias of a casus: made to be said.
    pub fn alias(live: &Live, casus: CasusId) -> Self {
        Self::of(live, TextKey::Casus(casus, Field::Alias))
    }

    /// What a goal is called in a list of goals.
    pub fn goal(live: &Live, row: Row) -> Self {
        row.goal.map_or(Self::own("zonder doel"), |id| Self::of(live, TextKey::Goal(id)))
    }

    /// What an entry did, in a few words; it may name a text.
    pub fn deed(live: &Live, events: &[Event]) -> Self {
        let deed = deeds::deed(&live.session, events);
        let mut keys = events.iter().filter_map(Event::text);
        if !live.is_private() && keys.any(|(key, _)| !live.session.verdicts.open(key).is_empty()) {
            return Self(Cow::Owned(masked(&deed, &live.known)));
        }
        Self(Cow::Owned(deed))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In small letters.
    pub fn lower(&self) -> Self {
        Self(Cow::Owned(self.0.to_lowercase()))
    }

    /// Without blanks at its end.
    pub fn trimmed(&self) -> Self {
        Self(Cow::Owned(self.0.trim_end().to_owned()))
    }

    /// Its beginning, in at most so many cells.
    pub fn cut(&self, room: usize) -> Self {
        Self(Cow::Owned(crate::text::wrap::cut(&self.0, room)))
    }

    /// In lines of at most so many cells.
    pub fn wrap(&self, room: usize) -> Vec<Self> {
        crate::text::wrap::wrap(&self.0, room).into_iter().map(|line| Self(Cow::Owned(line))).collect()
    }
}

/// De regel as this screen may show it while it is typed; where people are named the names at the
/// table stay.
pub fn veiled<'l>(live: &Live, line: &'l Line, naming: bool) -> Cow<'l, Line> {
    if live.is_private() || line.is_empty() {
        return Cow::Borrowed(line);
    }
    let mut found = privacy::while_typing(line.text(), &live.known);
    found.retain(|finding| !naming || !is_told(finding.kind));
    if found.is_empty() {
        return Cow::Borrowed(line);
    }
    let spans: Vec<_> = found.into_iter().map(|finding| finding.span).collect();
    Cow::Owned(line.veiled(&spans, privacy::MASK))
}

/// Whether it is what one says where people are named.
fn is_told(kind: Kind) -> bool {
    matches!(kind, Kind::Participant | Kind::Name)
}

/// What the privacy filter finds is hidden.
fn masked(text: &str, known: &Known) -> String {
    let spans: Vec<_> = privacy::find(text, known).into_iter().map(|finding| finding.span).collect();
    privacy::mask(text, &spans)
}

impl From<&'static str> for Shown {
    fn from(text: &'static str) -> Self {
        Self::own(text)
    }
}

impl From<&Word> for Shown {
    fn from(word: &Word) -> Self {
        Self(Cow::Owned(word.to_string()))
    }
}

impl Deref for Shown {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Shown {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

impl PartialEq<str> for Shown {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Shown {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}
