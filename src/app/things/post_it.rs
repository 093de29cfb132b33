//! A post-it or a cluster of the case conference: its name, and what can be done with it as lists to
//! choose from: everything the grammar of `Sorteer ►` can, without knowing it.

use super::goal::goal_words;
use super::{idea, large};
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
use crate::domain::id::{ClusterId, IdeaId, NoteId};
use crate::domain::ideas::{self, Mark, Place, Slot};
use crate::domain::method::Activity;
use crate::domain::plan::Switch;
use crate::domain::verdicts::TextKey;
use crate::domain::{clusters, notes};

/// "B Vervoer"; the letter alone while there is no name.
pub fn cluster_name(ctx: Ctx<'_>, id: ClusterId) -> Shown {
    let label = Shown::advice_label(ctx, Advice::Cluster(id));
    Shown::join([label, Shown::of(ctx.live, TextKey::Title(id))], " ")
}

/// Which pane shows the cluster with this letter, once `gone` is there no more: after the loose
/// ones, which are one pane, or one for each ring.
pub fn pane_of(ctx: Ctx<'_>, letter: char, gone: Option<ClusterId>) -> usize {
    let rings = ctx.session().plan.settings.is_on(Switch::Rings);
    let clusters = ctx.session().clusters.of(ctx.row()).filter(|(id, _)| Some(*id) != gone);
    1 + usize::from(rings) + clusters.filter(|(_, cluster)| cluster.letter() < letter).count()
}

/// Where a tip that comes too early goes: to the only goal, or to the row without one.
pub fn for_later_row(ctx: Ctx<'_>) -> Row {
    let casus = ctx.casus();
    let mut goals = ctx.session().goals.of(casus).filter(|(_, goal)| !goal.parked).map(|(id, _)| id);
    let only = goals.next().filter(|_| goals.next().is_none());
    Row { casus, goal: only }
}

/// A question that turns out to be a tip: out of the questions, onto a post-it.
pub fn as_post_it(ctx: Ctx<'_>, id: NoteId, text: &str) -> Intent {
    let (place, texts) = (Place::unplaced(for_later_row(ctx)), vec![text.to_owned()]);
    let add = Command::Idea(ideas::Command::Add { place, texts, ring: None });
    Intent::Do(vec![add, Command::Note(notes::Command::Bin { id })])
}

/// What can be done with a post-it, and with the others that are marked.
pub fn post_it(ctx: Ctx<'_>, id: IdeaId) -> Option<Pick> {
    let session = ctx.session();
    let about = session.ideas.get(id)?;
    let place = session.ideas.place(id)?;
    let ids = idea::with_marked(ctx, id);
    let mut choices = Vec::new();
    if ctx.activity() == Some(Activity::Clusteren) {
        choices.extend(sorting(ctx, id, place, &ids));
    }
    choices.push(Choice::new("Tekst wijzigen", Intent::Ask(Ask::ChangeIdea(id))));
    let on = !about.has(Mark::Heard);
    let heard = Command::Idea(ideas::Command::Mark { id, mark: Mark::Heard, on });
    choices.push(Choice::new(if on { "Is gehoord" } else { "Is nog niet gehoord" }, Intent::Do(vec![heard])));
    choices.push(large(Spotlight::Idea(id)));
    let bin = Command::Idea(ideas::Command::Bin { ids: ids.clone() });
    choices.push(Choice::new("Naar de prullenbak", Intent::Do(vec![bin])));
    let title = if ids.len() > 1 {
        let all = Shown::ideas(session, ids.len());
        Shown::fill("Post-it {} en wat er nog gemerkt is: {}", &[&about.number, &all])
    } else {
        Shown::fill("Post-it {}", &[&about.number])
    };
    Some(Pick::new(title, choices).intro(Shown::of(ctx.live, TextKey::Idea(id))))
}

/// Where a post-it can go while post-its are sorted.
fn sorting(ctx: Ctx<'_>, id: IdeaId, place: Place, ids: &[IdeaId]) -> Vec<Choice> {
    let session = ctx.session();
    let ids = || ids.to_vec();
    let go = |place| Intent::Do(vec![Command::Idea(ideas::Command::Move { ids: ids(), place })]);
    let mut choices = Vec::new();
    for (cluster, _) in session.clusters.of(place.row) {
        let to = Place { slot: Slot::Cluster(cluster), ..place };
        if to != place {
            choices.push(Choice::new(Shown::fill("Naar {}", &[&cluster_name(ctx, cluster)]), go(to)));
        }
    }
    let make = clusters::Command::Make { row: place.row, letter: None, title: String::new(), ids: ids() };
    choices.push(Choice::new("Naar een nieuw cluster", Intent::Do(vec![Command::Cluster(make)])));
    if place.is_in_cluster() {
        choices.push(Choice::new("Los maken", go(Place::unplaced(place.row))));
    }
    if session.rows(place.row.casus).len() > 1 {
        choices.push(Choice::new("Naar een ander doel", Intent::Open(Topic::IdeaToGoal(id))));
    }
    choices
}

/// To which goal a post-it can go; it lies loose there.
pub fn post_it_to_goal(ctx: Ctx<'_>, id: IdeaId) -> Option<Pick> {
    let here = ctx.session().ideas.place(id)?.row;
    let ids = idea::with_marked(ctx, id);
    let choices = goals(ctx, here, |row| {
        Command::Idea(ideas::Command::Move { ids: ids.clone(), place: Place::unplaced(row) })
    });
    Some(Pick::new("Naar welk doel?", choices).intro(Shown::of(ctx.live, TextKey::Idea(id))))
}

/// Every other goal, and what choosing it does.
fn goals(ctx: Ctx<'_>, here: Row, to: impl Fn(Row) -> Command) -> Vec<Choice> {
    let rows = ctx.session().rows(here.casus).into_iter().filter(|row| *row != here);
    rows.map(|row| Choice::new(goal_words(ctx, row), Intent::Do(vec![to(row)]))).collect()
}

/// What can be done with a cluster.
pub fn cluster(ctx: Ctx<'_>, id: ClusterId) -> Option<Pick> {
    let session = ctx.session();
    let about = session.clusters.get(id)?;
    let do_it = |command| Intent::Do(vec![Command::Cluster(command)]);
    let mut choices = vec![Choice::new("Naam geven of wijzigen", Intent::Ask(Ask::NameCluster(id)))];
    let members = session.members(Advice::Cluster(id));
    let count = Shown::ideas(session, members.len());
    let marked: Vec<IdeaId> =
        members.into_iter().filter(|idea| ctx.live.view.marked.contains(idea)).collect();
    if marked.is_empty() {
        let say = "Zet eerst de pijltjes op een post-it en merk hem met de spatiebalk. Doe dat bij alle \
                   post-its die eruit gaan.";
        choices.push(Choice::new("Splitsen: merk eerst wat eruit gaat", Intent::Say(say.into())));
    } else {
        let make =
            clusters::Command::Make { row: about.row, letter: None, title: String::new(), ids: marked };
        choices.push(Choice::new("Splitsen: wat gemerkt is wordt een nieuw cluster", do_it(make)));
    }
    if session.clusters.of(about.row).count() > 1 {
        choices.push(Choice::new("Samenvoegen met een ander cluster", Intent::Open(Topic::MergeCluster(id))));
    }
    if session.rows(about.row.casus).len() > 1 {
        choices.push(Choice::new("Naar een ander doel", Intent::Open(Topic::ClusterToGoal(id))));
    }
    choices.push(large(Spotlight::Cluster(id)));
    choices.push(Choice::new(
        "Uit elkaar halen: de post-its liggen weer los",
        do_it(clusters::Command::Dissolve { id }),
    ));
    Some(Pick::new(cluster_name(ctx, id), choices).intro(count))
}

/// Into which cluster this one goes.
pub fn merge(ctx: Ctx<'_>, from: ClusterId) -> Option<Pick> {
    let session = ctx.session();
    let about = session.clusters.get(from)?;
    let others = session.clusters.of(about.row).filter(|(into, _)| *into != from);
    let choices = others.map(|(into, other)| {
        let merge = Intent::Do(vec![Command::Cluster(clusters::Command::Merge { from, into })]);
        let pane = Intent::Pane(pane_of(ctx, other.letter(), Some(from)));
        let text = Shown::fill("Bij {}", &[&cluster_name(ctx, into)]);
        let count = Shown::ideas(session, session.members(Advice::Cluster(into)).len());
        Choice::new(text, Intent::All(vec![merge, pane])).detail(count)
    });
    Some(Pick::new(Shown::fill("{} gaat op in", &[&cluster_name(ctx, from)]), choices.collect()))
}

/// To which goal a whole cluster can go, where it gets the letter that is next.
pub fn cluster_to_goal(ctx: Ctx<'_>, id: ClusterId) -> Option<Pick> {
    let about = ctx.session().clusters.get(id)?;
    let choices = goals(ctx, about.row, |row| Command::Cluster(clusters::Command::Move { id, row }));
    Some(Pick::new(Shown::fill("Naar welk doel gaat {}?", &[&cluster_name(ctx, id)]), choices))
}
