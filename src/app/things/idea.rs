//! A tip, or a post-it: what can be done with it, where it can go, and what stands behind it.

use super::{large, post_it, verdict};
use crate::app::state::ask::Ask;
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::shown::Shown;
use crate::app::state::topic::Topic;
use crate::app::state::wall::Spotlight;
use crate::domain::advice::Advice;
use crate::domain::command::Command;
use crate::domain::goals::Row;
use crate::domain::id::IdeaId;
use crate::domain::ideas::{self, Mark, Place, Slot};
use crate::domain::method::Activity;
use crate::domain::verdicts::TextKey;

/// The idea, and the other marked ones when it is marked itself.
pub fn with_marked(ctx: Ctx<'_>, id: IdeaId) -> Vec<IdeaId> {
    let marked = &ctx.live.view.marked;
    if marked.contains(&id) { marked.iter().copied().collect() } else { vec![id] }
}

/// The advies an idea belongs to.
pub fn advice(ctx: Ctx<'_>, id: IdeaId) -> Option<Advice> {
    match ctx.session().ideas.place(id)?.slot {
        Slot::Cluster(cluster) => Some(Advice::Cluster(cluster)),
        Slot::Unplaced => Some(Advice::Idea(id)),
        Slot::Column(_) | Slot::Bin => None,
    }
}

/// The list of what can be done with an idea.
pub fn idea(ctx: Ctx<'_>, id: IdeaId) -> Option<Pick> {
    if ctx.session().method.has_clusters() {
        return post_it::post_it(ctx, id);
    }
    let idea = ctx.session().ideas.get(id)?;
    let mark = |mark, yes, no| {
        let on = !idea.has(mark);
        let text: &'static str = if on { yes } else { no };
        Choice::new(text, Intent::Do(vec![Command::Idea(ideas::Command::Mark { id, mark, on })]))
    };
    let mut choices = verdict::choices(ctx.live, TextKey::Idea(id), &idea.text, |text| {
        Intent::Do(vec![Command::Idea(ideas::Command::Change { id, text })])
    });
    if ctx.activity() == Some(Activity::Samenvatten) {
        choices.push(mark(Mark::StandsOut, "Valt op", "Valt toch niet op"));
        choices.push(mark(Mark::New, "Is nieuw", "Is toch niet nieuw"));
        choices.push(mark(Mark::LeftOut, "Laat ik weg", "Gaat toch mee"));
    }
    let bin = ideas::Command::Bin { ids: with_marked(ctx, id) };
    choices.extend([
        Choice::new("Tekst wijzigen", Intent::Ask(Ask::ChangeIdea(id))),
        Choice::new("Naar een ander vak", Intent::Open(Topic::MoveIdea(id))),
        large(Spotlight::Idea(id)),
        Choice::new("Naar de prullenbak", Intent::Do(vec![Command::Idea(bin)])),
    ]);
    Some(Pick::new(name(ctx, idea.number), choices).intro(Shown::of(ctx.live, TextKey::Idea(id))))
}

/// "Tip 12", in the word of the werkwijze.
pub fn name(ctx: Ctx<'_>, number: u32) -> Shown {
    Shown::fill("{} {}", &[&ctx.session().method.words.idea.one.capital(), &number])
}

/// Where an idea, or all marked ones with it, can go.
pub fn move_idea(ctx: Ctx<'_>, id: IdeaId) -> Option<Pick> {
    let session = ctx.session();
    let ids = with_marked(ctx, id);
    let here = session.ideas.place(id)?;
    let mut choices = Vec::new();
    for row in session.rows(here.row.casus) {
        let columns = (0_u16..)
            .zip(session.columns())
            .map(|(index, column)| (Slot::Column(index), Shown::from(&column.name)));
        for (slot, name) in columns.chain([(Slot::Unplaced, "Nog te plaatsen".into())]) {
            let place = Place { row, slot };
            if place != here {
                let go = Command::Idea(ideas::Command::Move { ids: ids.clone(), place });
                choices.push(Choice::new(name, Intent::Do(vec![go])).detail(Shown::goal(ctx.live, row)));
            }
        }
    }
    Some(Pick::new("Naar welk vak?", choices).intro(Shown::of(ctx.live, TextKey::Idea(id))))
}

/// Whether a column was dwelt on: it has an idea, or somebody said *besproken*.
pub fn is_visited(ctx: Ctx<'_>, row: Row, column: u16) -> bool {
    ctx.session().goals.is_discussed(row, column)
        || ctx.session().goals.is_missing(row, column)
        || !ctx.session().ideas.at(Place { row, slot: Slot::Column(column) }).is_empty()
}

/// An idea in this column is for later: something to the left was not dwelt on yet. Only for the
/// begeleider.
pub fn is_later(ctx: Ctx<'_>, place: Place) -> bool {
    match place.slot {
        Slot::Column(column) => (0..column).any(|left| !is_visited(ctx, place.row, left)),
        Slot::Cluster(_) | Slot::Unplaced | Slot::Bin => false,
    }
}

/// Marks that stand behind an idea on the board.
pub fn tail(ctx: Ctx<'_>, id: IdeaId) -> Shown {
    let Some(idea) = ctx.session().ideas.get(id).filter(|_| !ctx.is_for_the_room()) else {
        return Shown::EMPTY;
    };
    let later = ctx.live.is_private()
        && ctx.activity() == Some(Activity::Verzamelen)
        && ctx.session().ideas.place(id).is_some_and(|place| is_later(ctx, place));
    let marks = [
        (ctx.live.view.marked.contains(&id), "gemerkt"),
        (idea.has(Mark::StandsOut), "valt op"),
        (idea.has(Mark::New), "nieuw"),
        (idea.has(Mark::LeftOut), "laat ik weg"),
        (later, "later"),
    ];
    Shown::join(marks.into_iter().filter(|(is, _)| *is).map(|(_, word)| word.into()), ", ")
}
