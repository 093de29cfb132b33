//! A note: keeping it, listing it, and what can be done with it.

use super::{post_it, verdict};
use crate::app::board::{Item, Row};
use crate::app::state::ask::Ask;
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::shown::Shown;
use crate::domain::command::Command;
use crate::domain::id::{CasusId, NoteId};
use crate::domain::notes::{self, Kind, Spot};
use crate::domain::verdicts::TextKey;

/// Where notes of a kind lie.
pub fn spot(casus: impl Into<Option<CasusId>>, kind: Kind) -> Spot {
    Spot { casus: casus.into(), kind }
}

/// Keeps a text from de regel as a note.
pub fn add(spot: Spot, text: &str) -> Intent {
    Intent::Add(vec![Command::Note(notes::Command::Add { spot, texts: vec![text.to_owned()] })])
}

/// The notes of one kind as rows.
pub fn rows(ctx: Ctx<'_>, casus: impl Into<Option<CasusId>>, kind: Kind) -> Vec<Row> {
    let ids = ctx.session().notes.at(spot(casus, kind)).iter();
    ids.map(|id| Row::new(Item::Note(*id), "", Shown::of(ctx.live, TextKey::Note(*id)))).collect()
}

/// The list of what can be done with a note.
pub fn note(ctx: Ctx<'_>, id: NoteId) -> Option<Pick> {
    let note = ctx.session().notes.get(id)?;
    let spot = ctx.session().notes.place(id)?;
    let method = &ctx.session().method;
    let mut choices = verdict::choices(ctx.live, TextKey::Note(id), &note.text, |text| {
        Intent::Do(vec![Command::Note(notes::Command::Change { id, text })])
    });
    choices.push(Choice::new("Tekst wijzigen", Intent::Ask(Ask::ChangeNote(id))));
    if method.has_clusters() {
        if spot.kind == Kind::Question {
            let keep = post_it::as_post_it(ctx, id, &note.text);
            choices.push(Choice::new("Is een tip: bewaar als post-it voor straks", keep));
        }
    } else {
        let here = spot.kind;
        let to = |kind, text: Shown| {
            let spot = Spot { kind, ..spot };
            let moved = Intent::Do(vec![Command::Note(notes::Command::Move { id, spot })]);
            (spot.casus.is_some() && kind != here).then(|| Choice::new(text, moved))
        };
        let whom = method.words.contributor.the();
        choices.extend(to(Kind::Question, Shown::fill("Is een vraag aan {}", &[&whom])));
        choices.extend(to(Kind::Research, "Moet uitgezocht worden".into()));
        if matches!(spot.kind, Kind::Research | Kind::Agreement) {
            let text = if note.done { "Toch nog niet gedaan" } else { "Gedaan" };
            let settle = notes::Command::Settle { id, done: !note.done };
            choices.insert(0, Choice::new(text, Intent::Do(vec![Command::Note(settle)])));
        }
    }
    let bin = Intent::Do(vec![Command::Note(notes::Command::Bin { id })]);
    choices.push(Choice::new("Naar de prullenbak", bin));
    Some(Pick::new("Notitie", choices).intro(Shown::of(ctx.live, TextKey::Note(id))))
}
