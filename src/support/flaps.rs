//! A case conference with post-its on its flappen, for tests and benches outside the crate.

use super::{first_line_of, now, opened, played};
use crate::app::state::model::Model;
use crate::app::state::place::Place;
use crate::domain::advice::{self, Advice};
use crate::domain::command::Command;
use crate::domain::goals::{self, Flap, Row};
use crate::domain::id::{ClusterId, GoalId, IdeaId};
use crate::domain::ideas::{self, Mark, Place as IdeaPlace};
use crate::domain::life::{Decision, Life};
use crate::domain::notes::{self, Kind, Spot};
use crate::domain::plan::{self, Switch};
use crate::domain::session::FIRST_CASUS;
use crate::domain::time::Now;
use crate::domain::{casus, clusters};

/// Step 5c in the agenda of one casus.
const CLUSTERING: usize = 6;

/// Three goals on the flappen, with clusters at the second and a decision about two of them.
pub fn conference(group_watches: bool) -> Model {
    let watches = plan::Command::Switch { switch: Switch::GroupWatches, on: group_watches };
    let screen = plan::Command::Switch { switch: Switch::PaperLeads, on: false };
    let settings = [watches, screen].into_iter().map(|command| vec![Command::Plan(command)]);
    let gestures = settings.chain(goals()).chain(sorted()).chain(weighed());
    opened(played(first_line_of("case-conference"), gestures), false)
}

fn goals() -> impl Iterator<Item = Vec<Command>> {
    let alias =
        casus::Command::SetField { casus: FIRST_CASUS, field: casus::Field::Alias, text: "Linde".to_owned() };
    let goals = [
        (Flap::Pmd, "weer naar de markt op dinsdag"),
        (Flap::Samen, "weer samen eten zonder ruzie"),
        (Flap::Mz, "een avond in de week voor mezelf"),
    ];
    let hang = |(flap, text): (Flap, &str)| {
        vec![Command::Goal(goals::Command::Hang { casus: FIRST_CASUS, flap, text: text.to_owned() })]
    };
    std::iter::once(vec![Command::Casus(alias)]).chain(goals.into_iter().map(hang))
}

fn row(goal: u32) -> Row {
    Row { casus: FIRST_CASUS, goal: Some(GoalId(goal)) }
}

fn post_its(goal: u32, texts: &[&str]) -> Vec<Command> {
    let texts = texts.iter().map(|text| (*text).to_owned()).collect();
    vec![Command::Idea(ideas::Command::Add { place: IdeaPlace::unplaced(row(goal)), texts, ring: None })]
}

fn cluster(goal: u32, title: &str, ids: &[u32]) -> Vec<Command> {
    let ids = ids.iter().map(|id| IdeaId(*id)).collect();
    let title = title.to_owned();
    vec![Command::Cluster(clusters::Command::Make { row: row(goal), letter: None, title, ids })]
}

fn sorted() -> Vec<Vec<Command>> {
    vec![
        post_its(
            2,
            &[
                "vast tijdstip om te eten",
                "samen de tafel dekken",
                "maaltijd aan huis laten brengen",
                "eetclub in de wijk, twee straten verder",
                "muziek uit tijdens het eten",
                "mantelzorger eet mee en hoeft niet op te letten",
                "kleinere porties op een kleiner bord",
                "bord in een andere kleur dan de tafel",
                "zingen voor het eten, dat deed hij vroeger ook",
                "recepten van vroeger koken",
                "in de zomer buiten eten",
                "elke week een eter van buiten uitnodigen",
            ],
        ),
        post_its(1, &["met de buurtbus", "buurvrouw loopt mee", "zelf de boodschappen dragen"]),
        cluster(2, "Rust aan tafel", &[1, 2, 5, 6]),
        cluster(2, "Hulp van buiten", &[3, 4]),
        cluster(2, "Muziek", &[9]),
        cluster(2, "", &[11]),
    ]
}

fn weighed() -> Vec<Vec<Command>> {
    let about = |id| Advice::Cluster(ClusterId(id));
    let live = |id, life| vec![Command::Advice(advice::Command { advice: about(id), life })];
    let note = |kind, text: &str| {
        let spot = Spot { casus: Some(FIRST_CASUS), kind };
        vec![Command::Note(notes::Command::Add { spot, texts: vec![text.to_owned()] })]
    };
    let heard =
        |id| vec![Command::Idea(ideas::Command::Mark { id: IdeaId(id), mark: Mark::Heard, on: true })];
    let decided = |decision| Life::Decided { decision, objection: None };
    vec![
        note(Kind::Pro(about(1)), "kan morgen al"),
        note(Kind::Pro(about(1)), "kost niets en past bij hoe ze vroeger aten"),
        note(Kind::Con(about(1)), "dochter komt vaak precies dan langs"),
        heard(1),
        heard(2),
        live(1, decided(Decision::Selected)),
        live(1, Life::Reasoned("minder prikkels, minder ruzie".to_owned())),
        live(2, decided(Decision::Selected)),
        live(3, decided(Decision::Rejected)),
    ]
}

/// One flap with many post-its, half of them in so many clusters, at step 5c.
pub fn flap(number: u32, clusters: u32) -> (Model, Now) {
    let texts = (1..=number).map(|number| format!("buurvrouw vragen om mee te lopen, keer {number}"));
    let add = ideas::Command::Add { place: IdeaPlace::unplaced(row(1)), texts: texts.collect(), ring: None };
    let make = |index: u32| {
        let ids: Vec<u32> = (1..=number / 2).filter(|id| id % clusters.max(1) == index).collect();
        cluster(1, "Naar buiten met een ander", &ids)
    };
    let gestures = goals().chain([vec![Command::Idea(add)]]).chain((0..clusters).map(make));
    let mut model = opened(played(first_line_of("case-conference"), gestures), false);
    model.dialog = None;
    if let Some(live) = &mut model.live
        && let Some(key) = live.session.agenda().get(CLUSTERING)
    {
        live.view.place = Place::Step(*key);
    }
    (model, now())
}
