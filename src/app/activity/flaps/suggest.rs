//! To which cluster a loose post-it may belong: the words it shares with what lies there. A ghost:
//! nothing moves without a key, and where the paper leads there is none.

use super::{is_here, name, paper_leads};
use crate::app::board::{Board, Item, PaneId, Rows};
use crate::app::intent::Intent;
use crate::app::matrix::row;
use crate::app::model::{Ctx, Live};
use crate::domain::advice::Advice;
use crate::domain::command::Command;
use crate::domain::id::{ClusterId, IdeaId};
use crate::domain::ideas::{self, Place, Slot};
use crate::domain::time::Now;
use crate::text::stems::{self, Stem};
use std::collections::{BTreeMap, BTreeSet};

/// The stems of texts, so that only a text that changed is prepared (decision 36).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Prepared(BTreeMap<String, Vec<Stem>>);

/// More texts than this are not kept: those in view are soon prepared again.
const MOST: usize = 20_000;

/// A post-it, and the cluster it may belong to because of these words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    pub id: IdeaId,
    pub cluster: ClusterId,
    pub words: Vec<String>,
}

/// Prepares the texts of the goal in view, when suggestions can show.
pub fn prepare(live: &mut Live, now: &Now) {
    let ctx = Ctx { live, now };
    if !shows(ctx) {
        return;
    }
    let known = &live.view.prepared.0;
    let new: Vec<String> = texts(ctx).filter(|text| !known.contains_key(*text)).map(str::to_owned).collect();
    let prepared = &mut live.view.prepared.0;
    if prepared.len() > MOST {
        prepared.clear();
    }
    for text in new {
        let stems = stems::of(&text);
        prepared.insert(text, stems);
    }
}

fn shows(ctx: Ctx<'_>) -> bool {
    is_here(ctx) && !paper_leads(ctx)
}

/// Titles and post-its at the goal in view.
fn texts(ctx: Ctx<'_>) -> impl Iterator<Item = &str> {
    let session = ctx.session();
    let row = row(ctx);
    let titles = session.clusters.of(row).map(|(_, cluster)| cluster.title.as_str());
    let ideas = session.advices(row).into_iter().flat_map(|advice| session.members(advice));
    titles.chain(ideas.filter_map(|id| session.ideas.get(id).map(|idea| idea.text.as_str())))
}

/// Who knows a stem: the clusters that have it.
type Known<'a> = BTreeMap<&'a str, BTreeSet<ClusterId>>;

/// For the selected loose post-it, or for the first one about which there is something to say.
#[must_use]
pub fn suggestion(ctx: Ctx<'_>, board: &Board) -> Option<Suggestion> {
    let pane = ctx.pane(board).filter(|pane| matches!(pane.id, PaneId::Loose(_)) && shows(ctx))?;
    let known = known(ctx);
    if known.is_empty() {
        return None;
    }
    match (ctx.item(board), &pane.rows) {
        (Some(Item::Idea(id)), _) => about(ctx, &known, id),
        (_, Rows::Ideas(places)) => {
            let loose = places.iter().flat_map(|place| ctx.session().ideas.at(*place));
            loose.copied().find_map(|id| about(ctx, &known, id))
        }
        (_, Rows::List(rows)) => rows.iter().find_map(|row| {
            let Item::Idea(id) = row.item else { return None };
            about(ctx, &known, id)
        }),
    }
}

fn stems_of<'a>(ctx: Ctx<'a>, text: &str) -> &'a [Stem] {
    ctx.live.view.prepared.0.get(text).map_or(&[], Vec::as_slice)
}

fn known(ctx: Ctx<'_>) -> Known<'_> {
    let session = ctx.session();
    let mut known = Known::new();
    for (id, cluster) in session.clusters.of(row(ctx)) {
        let members = session.members(Advice::Cluster(id)).into_iter();
        let texts = members.filter_map(|idea| session.ideas.get(idea)).map(|idea| idea.text.as_str());
        for text in texts.chain([cluster.title.as_str()]) {
            for found in stems_of(ctx, text) {
                known.entry(found.stem.as_str()).or_default().insert(id);
            }
        }
    }
    known
}

/// The cluster with which it shares the most; a word that fewer clusters have says more. Two that
/// are equally near are no suggestion.
fn about(ctx: Ctx<'_>, known: &Known<'_>, id: IdeaId) -> Option<Suggestion> {
    let text = &ctx.session().ideas.get(id)?.text;
    let mut found: BTreeMap<ClusterId, (usize, Vec<String>)> = BTreeMap::new();
    for shared in stems_of(ctx, text) {
        let Some(clusters) = known.get(shared.stem.as_str()) else { continue };
        for cluster in clusters {
            let (weight, words) = found.entry(*cluster).or_default();
            *weight += WHOLE / clusters.len();
            words.push(shared.word.clone());
        }
    }
    let most = found.values().map(|(weight, _)| *weight).max()?;
    let mut best = found.into_iter().filter(|(_, (weight, _))| *weight == most);
    match (best.next(), best.next()) {
        (Some((cluster, (_, words))), None) => Some(Suggestion { id, cluster, words }),
        _ => None,
    }
}

/// The weight of a word that one cluster alone has; it can be divided by any number of clusters.
const WHOLE: usize = 1_000;

/// "Voorstel: 9 bij A Rust? (porties, eten)   →: ja, bij A".
#[must_use]
pub fn words(ctx: Ctx<'_>) -> Option<String> {
    if !shows(ctx) {
        return None;
    }
    let found = suggestion(ctx, &super::board(ctx))?;
    let number = ctx.session().ideas.get(found.id)?.number;
    let cluster = ctx.session().clusters.get(found.cluster)?;
    let shared: Vec<&str> = found.words.iter().take(3).map(String::as_str).collect();
    Some(format!(
        "Voorstel: {number} bij {}? ({})   →: ja, bij {}",
        name(cluster),
        shared.join(", "),
        cluster.letter()
    ))
}

/// What the right arrow does where a suggestion shows.
#[must_use]
pub fn take(ctx: Ctx<'_>, board: &Board) -> Option<Intent> {
    let found = suggestion(ctx, board)?;
    let place = Place { row: row(ctx), slot: Slot::Cluster(found.cluster) };
    let ids = vec![found.id];
    Some(Intent::Do(vec![Command::Idea(ideas::Command::Move { ids, place })]))
}
