//! Makes the dialog for a topic from the session as it is now.

use crate::app::pages::{bin, cards, help, menu, papers, timing, wiping};
use crate::app::state::intent::{FileWish, Intent, Topic};
use crate::app::state::model::{Ctx, Dialog, Model, Page};
use crate::app::state::pick::{Choice, Pick};
use crate::app::steps::{
    presenteren as presenting, review, vervolgacties as followups, verzamelen as matrix,
};
use crate::app::things as item;
use crate::app::things::post_it as things;
use crate::domain::time::Now;

/// The dialog, or `None` when there is nothing to show (any more).
pub fn dialog(model: &Model, topic: Topic, now: &Now) -> Option<Dialog> {
    match topic {
        Topic::Menu => return Some(Dialog::Pick(menu::menu(model, now))),
        Topic::Help => return Some(Dialog::Page(help::page(model, now))),
        Topic::Cards
        | Topic::Card(_)
        | Topic::Time
        | Topic::Idea(_)
        | Topic::MoveIdea(_)
        | Topic::Note(_)
        | Topic::Goal(_)
        | Topic::Owner(_)
        | Topic::Summary(_)
        | Topic::Followup(..)
        | Topic::Person(_)
        | Topic::Earlier(..)
        | Topic::EarlierNote(..)
        | Topic::Course(_)
        | Topic::Bin
        | Topic::WipeBin
        | Topic::WipeThing(_)
        | Topic::Papers
        | Topic::TimeReport
        | Topic::NotHeard
        | Topic::NotVisited
        | Topic::IdeaToGoal(_)
        | Topic::Cluster(_)
        | Topic::MergeCluster(_)
        | Topic::ClusterToGoal(_)
        | Topic::Advice(_)
        | Topic::Reject(_)
        | Topic::Quit
        | Topic::Leave => {}
    }
    let live = model.live.as_ref()?;
    about_session(Ctx { live, now }, topic)
}

fn about_session(ctx: Ctx<'_>, topic: Topic) -> Option<Dialog> {
    let pick = match topic {
        Topic::Cards => Some(cards::list(ctx)),
        Topic::Card(index) => cards::card(ctx, index),
        Topic::Time => Some(timing::list(ctx)),
        Topic::Idea(id) => item::idea(ctx, id),
        Topic::MoveIdea(id) => item::move_idea(ctx, id),
        Topic::Note(id) => item::note(ctx, id),
        Topic::Goal(id) => item::goal(ctx, id),
        Topic::Owner(id) => item::owner(ctx, id),
        Topic::Summary(casus) => return presenting::summary(ctx, casus).map(Dialog::Page),
        Topic::Followup(casus, item) => followups::choices_of(ctx, casus, item),
        Topic::Person(id) => item::person(ctx, id),
        Topic::Earlier(casus, tip) => item::earlier(ctx, casus, tip),
        Topic::IdeaToGoal(id) => things::post_it_to_goal(ctx, id),
        Topic::Cluster(id) => things::cluster(ctx, id),
        Topic::MergeCluster(id) => things::merge(ctx, id),
        Topic::ClusterToGoal(id) => things::cluster_to_goal(ctx, id),
        Topic::Advice(advice) => crate::app::things::advice::advice(ctx, advice),
        Topic::Reject(advice) => crate::app::things::advice::reject(ctx, advice),
        Topic::EarlierNote(casus, note) => item::earlier_note(ctx, casus, note),
        Topic::Course(advice) => review::course(ctx, advice),
        Topic::Bin => Some(bin::bin(ctx)),
        Topic::WipeBin => Some(bin::from_bin(ctx)),
        Topic::WipeThing(thing) => wiping::thing(ctx, thing),
        Topic::Papers => Some(papers::list(ctx)),
        Topic::Quit => Some(quit(ctx, "Afsluiten", FileWish::Quit)),
        Topic::Leave => Some(quit(ctx, "Toch naar het beginscherm", FileWish::Leave)),
        Topic::TimeReport => return Some(Dialog::Page(timing::report(ctx))),
        Topic::NotHeard => return Some(Dialog::Page(not_heard(ctx))),
        Topic::NotVisited => {
            let line = matrix::not_visited(ctx)
                .unwrap_or_else(|| "Jullie stonden bij alle vakken links stil.".to_owned());
            return Some(Dialog::Page(Page {
                title: "Van links naar rechts".to_owned(),
                lines: vec![line],
                scroll: 0,
            }));
        }
        Topic::Menu | Topic::Help => None,
    };
    pick.map(Dialog::Pick)
}

/// Asked only while a clock runs or something is not on disk (decision 16).
fn quit(ctx: Ctx<'_>, leave: &str, wish: FileWish) -> Pick {
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
    Pick::new(format!("{leave}?"), choices).intro(intro)
}

fn not_heard(ctx: Ctx<'_>) -> Page {
    let names: Vec<String> = ctx
        .step()
        .map(|step| ctx.session().people.not_heard(step))
        .unwrap_or_default()
        .into_iter()
        .filter_map(|id| ctx.session().people.get(id).map(|person| person.name.clone()))
        .collect();
    let lines = if names.is_empty() {
        vec!["Iedereen is in een ronde aan het woord geweest.".to_owned()]
    } else {
        names
    };
    Page { title: "Nog niet in een ronde aan het woord".to_owned(), lines, scroll: 0 }
}
