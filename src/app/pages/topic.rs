//! Makes the dialog for a topic from the session as it is now.

use crate::app::pages::{bin, cards, help, menu, papers, timing, wiping};
use crate::app::state::intent::{FileWish, Intent};
use crate::app::state::live::Ctx;
use crate::app::state::model::{Dialog, Model, Page};
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::shown::Shown;
use crate::app::state::topic::Topic;
use crate::app::steps::{presenteren, review, verzamelen};
use crate::app::things::{advice, earlier, followup, goal, idea, note, persons, post_it};
use crate::domain::time::Now;

/// The dialog, or `None` when there is nothing to show (any more).
pub fn dialog(model: &Model, topic: Topic, now: &Now) -> Option<Dialog> {
    let ctx = model.live.as_ref().map(|live| Ctx { live, now });
    let pick = match topic {
        Topic::Menu => Some(menu::menu(model, now)),
        Topic::Help => return Some(Dialog::Page(help::page(model, now))),
        Topic::Cards => Some(cards::list(ctx?)),
        Topic::Card(index) => cards::card(ctx?, index),
        Topic::Time => Some(timing::list(ctx?)),
        Topic::Idea(id) => idea::idea(ctx?, id),
        Topic::MoveIdea(id) => idea::move_idea(ctx?, id),
        Topic::IdeaToGoal(id) => post_it::post_it_to_goal(ctx?, id),
        Topic::Cluster(id) => post_it::cluster(ctx?, id),
        Topic::MergeCluster(id) => post_it::merge(ctx?, id),
        Topic::ClusterToGoal(id) => post_it::cluster_to_goal(ctx?, id),
        Topic::Note(id) => note::note(ctx?, id),
        Topic::Goal(id) => goal::goal(ctx?, id),
        Topic::Owner(id) => goal::owner(ctx?, id),
        Topic::Summary(casus) => return presenteren::summary(ctx?, casus).map(Dialog::Page),
        Topic::Followup(casus, item) => followup::choices(ctx?, casus, item),
        Topic::Person(id) => persons::person(ctx?, id),
        Topic::Earlier(casus, tip) => earlier::earlier(ctx?, casus, tip),
        Topic::EarlierNote(casus, note) => earlier::earlier_note(ctx?, casus, note),
        Topic::Course(advice) => review::course(ctx?, advice),
        Topic::Advice(advice) => advice::advice(ctx?, advice),
        Topic::Reject(advice) => advice::reject(ctx?, advice),
        Topic::Bin => Some(bin::bin(ctx?)),
        Topic::WipeBin => Some(bin::from_bin(ctx?)),
        Topic::WipeThing(thing) => wiping::thing(ctx?, thing),
        Topic::Papers => Some(papers::list(ctx?)),
        Topic::Quit => Some(quit(ctx?, "Afsluiten", FileWish::Quit)),
        Topic::Leave => Some(quit(ctx?, "Toch naar het beginscherm", FileWish::Leave)),
        Topic::TimeReport => return Some(Dialog::Page(timing::report(ctx?))),
        Topic::NotHeard => return Some(Dialog::Page(not_heard(ctx?))),
        Topic::NotVisited => return Some(Dialog::Page(not_visited(ctx?))),
    };
    pick.map(Dialog::Pick)
}

/// Asked only while a clock runs or something is not on disk (decision 16).
fn quit(ctx: Ctx<'_>, leave: &'static str, wish: FileWish) -> Pick {
    let intro = if ctx.live.saved.trouble.is_some() {
        "Niet alles is bewaard: wat je nu typte staat alleen in het geheugen."
    } else if !ctx.live.is_saved() {
        "Het laatste wordt nog bewaard; Oogst wacht daarop. De klok loopt door."
    } else if ctx.session().clock.current().is_some() {
        "Alles is bewaard. De klok loopt door; straks kun je verder."
    } else {
        "Alles is bewaard."
    };
    let choices = vec![Choice::new("Hier blijven", Intent::Nothing), Choice::new(leave, Intent::File(wish))];
    Pick::new(Shown::fill("{}?", &[&leave]), choices).intro(intro)
}

fn not_heard(ctx: Ctx<'_>) -> Page {
    let people = ctx.step().map(|step| ctx.session().people.not_heard(step)).unwrap_or_default();
    let mut lines: Vec<Shown> = people.into_iter().map(|id| Shown::person(ctx.live, id)).collect();
    if lines.is_empty() {
        lines.push("Iedereen is in een ronde aan het woord geweest.".into());
    }
    Page { title: "Nog niet in een ronde aan het woord".into(), lines, scroll: 0 }
}

fn not_visited(ctx: Ctx<'_>) -> Page {
    let all = || "Jullie stonden bij alle vakken links stil.".into();
    let lines = vec![verzamelen::not_visited(ctx).unwrap_or_else(all)];
    Page { title: "Van links naar rechts".into(), lines, scroll: 0 }
}
