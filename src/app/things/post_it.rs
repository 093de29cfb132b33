//! What can be done with a post-it or a cluster of the case conference, as lists to choose from:
//! everything the grammar of `Sorteer ►` can, without knowing it.

use crate::app::state::intent::{Ask, Intent, Topic};
use crate::app::state::model::Ctx;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::wall::{self, Spotlight};
use crate::app::steps::clusteren::{is_here, name, pane_of};
use crate::app::{shown as veil, things as item};
use crate::domain::advice::Advice;
use crate::domain::clusters;
use crate::domain::command::Command;
use crate::domain::goals::Row;
use crate::domain::id::{ClusterId, IdeaId};
use crate::domain::ideas::{self, Mark, Place, Slot};
use crate::domain::verdicts::TextKey;
use crate::text::counts;

/// What can be done with a post-it, and with the others that are marked.
pub fn post_it(ctx: Ctx<'_>, id: IdeaId) -> Option<Pick> {
    let session = ctx.session();
    let idea = session.ideas.get(id)?;
    let place = session.ideas.place(id)?;
    let ids = item::with_marked(ctx, id);
    let go = |place| Intent::Do(vec![Command::Idea(ideas::Command::Move { ids: ids.clone(), place })]);
    let mut choices = Vec::new();
    if is_here(ctx) {
        for (cluster, _) in session.clusters.of(place.row) {
            let to = Place { slot: Slot::Cluster(cluster), ..place };
            if to != place {
                choices.push(Choice::new(format!("Naar {}", name(ctx, cluster)), go(to)));
            }
        }
        let make =
            clusters::Command::Make { row: place.row, letter: None, title: String::new(), ids: ids.clone() };
        choices.push(Choice::new("Naar een nieuw cluster", Intent::Do(vec![Command::Cluster(make)])));
        if place.is_in_cluster() {
            choices.push(Choice::new("Los maken", go(Place::unplaced(place.row))));
        }
        if session.rows(place.row.casus).len() > 1 {
            choices.push(Choice::new("Naar een ander doel", Intent::Open(Topic::IdeaToGoal(id))));
        }
    }
    choices.push(Choice::new("Tekst wijzigen", Intent::Ask(Ask::ChangeIdea(id))));
    let on = !idea.has(Mark::Heard);
    let heard = Command::Idea(ideas::Command::Mark { id, mark: Mark::Heard, on });
    choices.push(Choice::new(if on { "Is gehoord" } else { "Is nog niet gehoord" }, Intent::Do(vec![heard])));
    choices.push(wall::large(Spotlight::Idea(id)));
    let bin = Command::Idea(ideas::Command::Bin { ids: ids.clone() });
    choices.push(Choice::new("Naar de prullenbak", Intent::Do(vec![bin])));
    let title = if ids.len() > 1 {
        format!("Post-it {} en wat er nog gemerkt is: {}", idea.number, counts::ideas(session, ids.len()))
    } else {
        format!("Post-it {}", idea.number)
    };
    Some(Pick::new(title, choices).intro(veil::seen(ctx.live, TextKey::Idea(id))))
}

/// To which goal a post-it can go; it lies loose there.
pub fn post_it_to_goal(ctx: Ctx<'_>, id: IdeaId) -> Option<Pick> {
    let here = ctx.session().ideas.place(id)?.row;
    let ids = item::with_marked(ctx, id);
    let choices = goals(ctx, here, |row| {
        Command::Idea(ideas::Command::Move { ids: ids.clone(), place: Place::unplaced(row) })
    });
    Some(Pick::new("Naar welk doel?", choices).intro(veil::seen(ctx.live, TextKey::Idea(id))))
}

/// Every other goal, and what choosing it does.
fn goals(ctx: Ctx<'_>, here: Row, to: impl Fn(Row) -> Command) -> Vec<Choice> {
    let rows = ctx.session().rows(here.casus).into_iter().filter(|row| *row != here);
    rows.map(|row| Choice::new(crate::app::steps::clusteren::goal_words(ctx, row), Intent::Do(vec![to(row)])))
        .collect()
}

/// What can be done with a cluster.
pub fn cluster(ctx: Ctx<'_>, id: ClusterId) -> Option<Pick> {
    let session = ctx.session();
    let about = session.clusters.get(id)?;
    let do_it = |command| Intent::Do(vec![Command::Cluster(command)]);
    let mut choices = vec![Choice::new("Naam geven of wijzigen", Intent::Ask(Ask::NameCluster(id)))];
    let marked: Vec<IdeaId> = session
        .members(Advice::Cluster(id))
        .into_iter()
        .filter(|idea| ctx.live.view.marked.contains(idea))
        .collect();
    if marked.is_empty() {
        let say = "Zet eerst de pijltjes op een post-it en merk hem met de spatiebalk. Doe dat bij alle \
                   post-its die eruit gaan.";
        choices.push(Choice::new("Splitsen: merk eerst wat eruit gaat", Intent::Say(say.to_owned())));
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
    choices.push(wall::large(Spotlight::Cluster(id)));
    choices.push(Choice::new(
        "Uit elkaar halen: de post-its liggen weer los",
        do_it(clusters::Command::Dissolve { id }),
    ));
    let count = counts::ideas(session, session.members(Advice::Cluster(id)).len());
    Some(Pick::new(name(ctx, id), choices).intro(count))
}

/// Into which cluster this one goes.
pub fn merge(ctx: Ctx<'_>, from: ClusterId) -> Option<Pick> {
    let about = ctx.session().clusters.get(from)?;
    let others = ctx.session().clusters.of(about.row).filter(|(into, _)| *into != from);
    let choices = others.map(|(into, other)| {
        let merge = Intent::Do(vec![Command::Cluster(clusters::Command::Merge { from, into })]);
        let pane = Intent::Pane(pane_of(ctx, other.letter(), Some(from)));
        Choice::new(format!("Bij {}", name(ctx, into)), Intent::All(vec![merge, pane]))
            .detail(counts::ideas(ctx.session(), ctx.session().members(Advice::Cluster(into)).len()))
    });
    Some(Pick::new(format!("{} gaat op in", name(ctx, from)), choices.collect()))
}

/// To which goal a whole cluster can go, where it gets the letter that is next.
pub fn cluster_to_goal(ctx: Ctx<'_>, id: ClusterId) -> Option<Pick> {
    let about = ctx.session().clusters.get(id)?;
    let choices = goals(ctx, about.row, |row| Command::Cluster(clusters::Command::Move { id, row }));
    Some(Pick::new(format!("Naar welk doel gaat {}?", name(ctx, id)), choices))
}
