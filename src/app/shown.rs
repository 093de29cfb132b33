//! What the group may see of a text on a screen it watches: the hits of the privacy filter are
//! hidden, on the board and in de regel while it is typed. Drawing and geometry ask here.

use crate::app::board::Item;
use crate::app::state::intent::{Ask, Intent};
use crate::app::state::line::Line;
use crate::app::state::model::{Ctx, Live};
use crate::app::state::pick::Choice;
use crate::app::state::place::{Place, SetupPage};
use crate::app::state::wall::Face;
use crate::domain::casus::Field;
use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::goals::Row;
use crate::domain::id::CasusId;
use crate::domain::method::Activity;
use crate::domain::privacy::{self, Finding, Kind, Known};
use crate::domain::session::Session;
use crate::domain::verdicts::{self, TextKey};
use std::borrow::Cow;

/// A text as this screen may show it.
pub fn text<'t>(live: &Live, key: TextKey, text: &'t str) -> Cow<'t, str> {
    let shown = || live.session.verdicts.shown(key, text);
    match live.view.wall.face {
        // The room itself: without a verdict nothing shows.
        Face::Cover | Face::Group => shown().unwrap_or(Cow::Borrowed("…")),
        Face::Working if live.is_private() => Cow::Borrowed(text),
        // Only a session that is just looked at holds texts without a verdict.
        Face::Working => shown().unwrap_or_else(|| Cow::Owned(masked(text, &live.known))),
    }
}

/// A text of the session as this screen may show it; nothing when there is none.
pub fn seen(live: &Live, key: TextKey) -> Cow<'_, str> {
    match verdicts::text(&live.session, key) {
        Some(found) if !found.is_empty() => text(live, key, found),
        Some(_) | None => Cow::Borrowed(""),
    }
}

/// As [`seen`], of a field that is there to say who: names stay.
pub fn naming(live: &Live, key: TextKey) -> Cow<'_, str> {
    let Some(text) = verdicts::text(&live.session, key) else { return Cow::Borrowed("") };
    let hits = live.session.verdicts.open(key).iter();
    let spans: Vec<_> = hits.filter(|hit| !hit.2.is_person()).map(|hit| hit.span()).collect();
    if live.is_private() || spans.is_empty() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(privacy::mask(text, &spans))
}

/// What a goal is called in a list of goals.
pub fn goal(live: &Live, row: Row) -> Cow<'_, str> {
    row.goal.map_or(Cow::Borrowed("zonder doel"), |id| seen(live, TextKey::Goal(id)))
}

/// The alias of a casus as this screen may show it.
pub fn alias(live: &Live, casus: CasusId) -> Cow<'_, str> {
    seen(live, TextKey::Casus(casus, Field::Alias))
}

/// Which text a thing on the board shows, if people typed it.
pub fn key_of(session: &Session, item: &Item) -> Option<TextKey> {
    match item {
        Item::Idea(id) => Some(TextKey::Idea(*id)),
        Item::Note(id) => Some(TextKey::Note(*id)),
        Item::Goal(id) => Some(TextKey::Goal(*id)),
        Item::Advice(advice) | Item::Course(advice) => Some(verdicts::key_of(session, *advice)),
        Item::Person(_)
        | Item::Area(_)
        | Item::Field(_)
        | Item::Tick(_)
        | Item::Earlier(..)
        | Item::SameGroup
        | Item::Core(..)
        | Item::Followup(..)
        | Item::EarlierNote(..)
        | Item::There(_)
        | Item::Plain => None,
    }
}

/// A text of another session, which has no verdict here, as this screen may show it.
pub fn loose<'t>(live: &Live, text: &'t str) -> Cow<'t, str> {
    if live.is_private() { Cow::Borrowed(text) } else { Cow::Owned(masked(text, &live.known)) }
}

/// A row as this screen may show it: what it shows may be more than the text itself.
pub fn row<'t>(live: &Live, item: &Item, shown: &'t str) -> Cow<'t, str> {
    if matches!(item, Item::Earlier(..) | Item::EarlierNote(..)) {
        return loose(live, shown);
    }
    match key_of(&live.session, item) {
        Some(key) if verdicts::text(&live.session, key) == Some(shown) => text(live, key, shown),
        Some(key) if !live.is_private() && !live.session.verdicts.open(key).is_empty() => {
            Cow::Owned(masked(shown, &live.known))
        }
        Some(_) | None => Cow::Borrowed(shown),
    }
}

/// A sentence about what happened, which may name a text.
pub fn sentence(live: &Live, events: &[Event], sentence: String) -> String {
    let mut keys = events.iter().filter_map(Event::text);
    if !live.is_private() && keys.any(|(key, _)| !live.session.verdicts.open(key).is_empty()) {
        masked(&sentence, &live.known)
    } else {
        sentence
    }
}

fn masked(text: &str, known: &Known) -> String {
    let spans: Vec<_> = privacy::find(text, known).into_iter().map(|finding| finding.span).collect();
    privacy::mask(text, &spans)
}

/// De regel as this screen may show it. Where people are named, names stay.
pub fn line(ctx: Ctx<'_>) -> Cow<'_, Line> {
    let line = ctx.live.view.line();
    if ctx.live.is_private() || line.is_empty() {
        return Cow::Borrowed(line);
    }
    let mut found = privacy::while_typing(line.text(), &ctx.live.known);
    found.retain(|finding| !finding.kind.is_person() || !names_people(ctx));
    if found.is_empty() {
        return Cow::Borrowed(line);
    }
    let spans: Vec<_> = found.into_iter().map(|finding| finding.span).collect();
    Cow::Owned(line.veiled(&spans, privacy::MASK))
}

fn names_people(ctx: Ctx<'_>) -> bool {
    match &ctx.live.view.prompt {
        Some(prompt) => {
            matches!(
                prompt.ask,
                Ask::ChangePerson(_) | Ask::Person | Ask::RoleReason { .. } | Ask::OtherFolder
            )
        }
        None => match ctx.place() {
            Place::Setup(page) => matches!(page, SetupPage::People | SetupPage::Roles),
            Place::Harvest(_) => false,
            Place::Step(_) => matches!(
                crate::app::steps::activity(ctx),
                Activity::Kennismaken | Activity::Opening | Activity::Kernteam | Activity::Afspreken
            ),
        },
    }
}

/// The choices about the hits of a text: who it is, an initial, let it stand.
pub fn choices(live: &Live, key: TextKey, text: &str, change: impl Fn(String) -> Intent) -> Vec<Choice> {
    let hits = live.session.verdicts.open(key);
    if hits.is_empty() {
        return Vec::new();
    }
    let stand = if hits.iter().any(|hit| hit.2 == Kind::Bsn) {
        "Dit is geen BSN: laten staan"
    } else {
        "Laten staan: dit mag op het scherm"
    };
    let accept = Intent::Do(vec![Command::Verdict(verdicts::Command::Accept { key })]);
    let mut choices = vec![Choice::new(stand, accept)];
    let names: Vec<_> = hits.iter().filter(|hit| hit.2.is_name()).map(|hit| hit.span()).collect();
    if let Some(reduced) = privacy::initial(text, &names).filter(|_| !names.is_empty()) {
        choices.insert(0, Choice::new("Vervangen door een initiaal", change(reduced)));
    }
    // Who somebody is keeps a tip useful; an initial is known in a small wijk.
    let people = hits.iter().filter(|hit| hit.2.is_name());
    let found: Vec<_> = people.map(|hit| Finding { span: hit.span(), kind: hit.2 }).collect();
    if let Some(role) = privacy::role(text, &found).filter(|_| !names.is_empty()) {
        choices.insert(0, Choice::new("Vervangen door wie het is", change(role.clone())).detail(role));
    }
    choices
}
