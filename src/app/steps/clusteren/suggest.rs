//! With which cluster, or with which other one, a loose post-it may belong. A ghost: nothing moves
//! without a key, and where the paper leads there is none.

use crate::app::board::{Board, Item, PaneId};
use crate::app::state::intent::Intent;
use crate::app::state::live::{Ctx, Live};
use crate::app::state::shown::Shown;
use crate::app::steps::clusteren::{board_of, paper_leads};
use crate::app::things::post_it::cluster_name;
use crate::domain::advice::Advice;
use crate::domain::clusters;
use crate::domain::command::Command;
use crate::domain::id::IdeaId;
use crate::domain::ideas::{self, Place, Slot};
use crate::domain::method::Activity;
use crate::domain::time::Now;
use crate::domain::verdicts::TextKey;
use crate::text::alike::{self, Group, Pair, Words};

/// A post-it, where it may belong, and the words that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    pub id: IdeaId,
    pub with: Advice,
    pub reason: Shown,
}

/// Prepares the texts that changed, when suggestions can show (decision 36).
pub fn prepare(live: &mut Live, now: &Now) {
    let mut prepared = std::mem::take(&mut live.view.prepared);
    let ctx = Ctx { live, now };
    if shows(ctx) {
        let session = ctx.session();
        let row = ctx.row();
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
    ctx.activity() == Some(Activity::Clusteren) && !paper_leads(ctx)
}

/// For the loose post-it that is selected, or else for the first one.
pub fn suggestion(ctx: Ctx<'_>, board: &Board) -> Option<Suggestion> {
    let pane = board.pane(ctx).filter(|pane| matches!(pane.id, PaneId::Loose(_)) && shows(ctx))?;
    let Item::Idea(id) = board.item(ctx).or_else(|| pane.rows.item(ctx.session(), 0))? else { return None };
    let prepared = &ctx.live.view.prepared;
    let mine = prepared.get(&Advice::Idea(id))?;
    let words = |id: IdeaId| prepared.get(&Advice::Idea(id));
    let others = ctx.session().advices(ctx.row()).into_iter().filter(|with| *with != Advice::Idea(id));
    let groups = others.map(|with| {
        let members: Vec<&Words> = ctx.session().members(with).into_iter().filter_map(words).collect();
        let title = matches!(with, Advice::Cluster(_)).then(|| prepared.get(&with)).flatten();
        Group { key: with, title, members }
    });
    let found = alike::suggest(mine, groups)?;
    Some(Suggestion { id, with: found.key, reason: reason(ctx, id, found.key, &found.reason) })
}

/// The words that say so, as far as they show in the texts they are from: by itself a word that is
/// hidden there looks like any other.
fn reason(ctx: Ctx<'_>, id: IdeaId, with: Advice, pairs: &[Pair]) -> Shown {
    let title = match with {
        Advice::Cluster(id) => Some(TextKey::Title(id)),
        Advice::Idea(_) => None,
    };
    let members = ctx.session().members(with).into_iter().chain([id]).map(TextKey::Idea);
    let texts = members.chain(title).map(|key| Shown::of(ctx.live, key));
    let seen = Shown::join(texts, " ");
    let shows = |pair: &&Pair| seen.contains(pair.mine.as_str()) && seen.contains(pair.theirs.as_str());
    let words: Vec<String> = pairs.iter().filter(shows).map(ToString::to_string).collect();
    Shown::checked(ctx.live, &words.join(", "))
}

/// "bij A", or "samen met 7".
pub fn deed(ctx: Ctx<'_>, found: &Suggestion) -> Shown {
    let words = match found.with {
        Advice::Cluster(_) => "bij {}",
        Advice::Idea(_) => "samen met {}",
    };
    Shown::fill(words, &[&Shown::advice_label(ctx, found.with)])
}

/// "Voorstel: 9 bij A Rust? (porties, eten)   →: ja, bij A".
pub fn words(ctx: Ctx<'_>) -> Option<Shown> {
    if !shows(ctx) {
        return None;
    }
    let found = suggestion(ctx, &board_of(ctx, ctx.row()))?;
    let number = ctx.session().ideas.get(found.id)?.number;
    let deed = deed(ctx, &found);
    let with = match found.with {
        Advice::Cluster(id) => Shown::fill("bij {}", &[&cluster_name(ctx, id)]),
        Advice::Idea(_) => deed.clone(),
    };
    let reason = found.reason;
    let reason = if reason.is_empty() { reason } else { Shown::fill(" ({})", &[&reason]) };
    Some(Shown::fill("Voorstel: {} {}?{}   →: ja, {}", &[&number, &with, &reason, &deed]))
}

/// What the right arrow does where a suggestion shows.
pub fn take(ctx: Ctx<'_>, board: &Board) -> Option<Intent> {
    let found = suggestion(ctx, board)?;
    let row = ctx.row();
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
