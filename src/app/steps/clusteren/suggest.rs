//! With which cluster, or with which other one, a loose post-it may belong. A ghost: nothing moves
//! without a key, and where the paper leads there is none.

use crate::app::board::{Board, Item, PaneId};
use crate::app::state::intent::Intent;
use crate::app::state::model::{Ctx, Live};
use crate::app::steps::clusteren::{is_here, name, paper_leads};
use crate::app::steps::verzamelen::row;
use crate::domain::advice::Advice;
use crate::domain::clusters;
use crate::domain::command::Command;
use crate::domain::id::IdeaId;
use crate::domain::ideas::{self, Place, Slot};
use crate::domain::time::Now;
use crate::text::alike::{self, Cache, Group, Words};

/// The words of the post-its and the titles at the goal in view.
pub type Prepared = Cache<Advice>;

/// A post-it, where it may belong, and the words that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    pub id: IdeaId,
    pub with: Advice,
    pub reason: String,
}

/// Prepares the texts that changed, when suggestions can show (decision 36).
pub fn prepare(live: &mut Live, now: &Now) {
    let mut prepared = std::mem::take(&mut live.view.prepared);
    let ctx = Ctx { live, now };
    if shows(ctx) {
        let session = ctx.session();
        let row = row(ctx);
        let titles = session
            .clusters
            .of(row)
            .filter(|(_, cluster)| !cluster.title.is_empty())
            .map(|(id, cluster)| (Advice::Cluster(id), cluster.title.as_str()));
        let ids = session.advices(row).into_iter().flat_map(|advice| session.members(advice));
        let texts = ids.filter_map(|id| Some((Advice::Idea(id), session.ideas.get(id)?.text.as_str())));
        prepared.refresh(titles.chain(texts));
    }
    live.view.prepared = prepared;
}

fn shows(ctx: Ctx<'_>) -> bool {
    is_here(ctx) && !paper_leads(ctx)
}

/// For the loose post-it that is selected, or else for the first one.
pub fn suggestion(ctx: Ctx<'_>, board: &Board) -> Option<Suggestion> {
    let pane = ctx.pane(board).filter(|pane| matches!(pane.id, PaneId::Loose(_)) && shows(ctx))?;
    let Item::Idea(id) = ctx.item(board).or_else(|| pane.rows.item(ctx.session(), 0))? else { return None };
    let prepared = &ctx.live.view.prepared;
    let mine = prepared.get(&Advice::Idea(id))?;
    let words = |id: IdeaId| prepared.get(&Advice::Idea(id));
    let others = ctx.session().advices(row(ctx)).into_iter().filter(|with| *with != Advice::Idea(id));
    let groups = others.map(|with| {
        let members: Vec<&Words> = ctx.session().members(with).into_iter().filter_map(words).collect();
        let title = matches!(with, Advice::Cluster(_)).then(|| prepared.get(&with)).flatten();
        Group { key: with, title, members }
    });
    let found = alike::suggest(mine, groups)?;
    let reason: Vec<String> = found.reason.iter().map(ToString::to_string).collect();
    Some(Suggestion { id, with: found.key, reason: reason.join(", ") })
}

/// "bij A", or "samen met 7".
pub fn deed(ctx: Ctx<'_>, found: &Suggestion) -> String {
    let label = ctx.session().advice_label(found.with);
    match found.with {
        Advice::Cluster(_) => format!("bij {label}"),
        Advice::Idea(_) => format!("samen met {label}"),
    }
}

/// "Voorstel: 9 bij A Rust? (porties, eten)   →: ja, bij A".
pub fn words(ctx: Ctx<'_>) -> Option<String> {
    if !shows(ctx) {
        return None;
    }
    let found = suggestion(ctx, &crate::app::steps::clusteren::board(ctx))?;
    let number = ctx.session().ideas.get(found.id)?.number;
    let deed = deed(ctx, &found);
    let with = match found.with {
        Advice::Cluster(id) => format!("bij {}", name(ctx, id)),
        Advice::Idea(_) => deed.clone(),
    };
    Some(format!("Voorstel: {number} {with}? ({})   →: ja, {deed}", found.reason))
}

/// What the right arrow does where a suggestion shows.
pub fn take(ctx: Ctx<'_>, board: &Board) -> Option<Intent> {
    let found = suggestion(ctx, board)?;
    let row = row(ctx);
    let command = match found.with {
        Advice::Cluster(cluster) => {
            let place = Place { row, slot: Slot::Cluster(cluster) };
            Command::Idea(ideas::Command::Move { ids: vec![found.id], place })
        }
        Advice::Idea(other) => {
            let ids = vec![other, found.id];
            Command::Cluster(clusters::Command::Make { row, letter: None, title: String::new(), ids })
        }
    };
    Some(Intent::Do(vec![command]))
}
