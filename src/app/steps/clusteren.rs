//! Items 5b and 5c: the post-its of a goal on its flap, the loose ones at the left and the
//! clusters beside them (S000). Owns that board, and what the other three screens of item 5 share
//! with it: the heading of a goal and the way to another one.

pub mod sort;
pub mod suggest;

use crate::app::board::{Board, Item, Pane, PaneId, Row as Line, Rows};
use crate::app::state::intent::{FileWish, Intent, Topic};
use crate::app::state::meaning::Meaning;
use crate::app::state::model::{Ctx, Focus};
use crate::app::state::pick::{Choice, Pick};
use crate::app::steps::verzamelen::{goal_index, row};
use crate::app::things::remark;
use crate::app::{shown as veil, steps, things as item};
use crate::domain::clusters;
use crate::domain::command::Command;
use crate::domain::goals::Row;
use crate::domain::id::{ClusterId, StepKey};
use crate::domain::ideas::{self, Place, Ring};
use crate::domain::method::Activity;
use crate::domain::plan::{self, Switch};
use crate::domain::verdicts::TextKey;
use crate::text::{counts, flaps};

pub fn board(ctx: Ctx<'_>) -> Board {
    board_of(ctx, row(ctx))
}

fn board_of(ctx: Ctx<'_>, row: Row) -> Board {
    let mut panes = loose(ctx, row);
    panes.extend(ctx.session().clusters.of(row).map(|(id, cluster)| {
        let place = ctx.session().clusters.place(id);
        let letter = cluster.letter();
        let hint = if paper_leads(ctx) {
            "Typ wat er op de post-its staat, één per keer.".to_owned()
        } else {
            format!("Typ 12{}: post-it 12 hoort hier.", letter.to_ascii_lowercase())
        };
        let rows = Rows::Ideas(place.into_iter().collect());
        let status = counts::ideas(ctx.session(), rows.len(ctx.session()));
        Pane::new(PaneId::Cluster(id), name(ctx, id), rows).hint(hint).status(status)
    }));
    Board { head: head(ctx, row), panes, grid: false }.with_head(how(ctx, row))
}

/// How sorting begins, while nothing is sorted yet at this goal.
fn how(ctx: Ctx<'_>, row: Row) -> Option<String> {
    let session = ctx.session();
    let mut loose = session.ideas.at(Place::unplaced(row)).iter().filter_map(|id| session.ideas.get(*id));
    let (one, two) = (loose.next()?.number, loose.next()?.number);
    (session.clusters.of(row).next().is_none() && !paper_leads(ctx))
        .then(|| format!("Typ {one} {two} nieuw: een cluster van die twee. F1: wat je nog meer kunt typen."))
}

/// The loose post-its: one pane, or one for each ring.
pub fn loose(ctx: Ctx<'_>, row: Row) -> Vec<Pane> {
    let session = ctx.session();
    let place = Place::unplaced(row);
    let pane = |ring, title, rows: Rows| {
        let status = counts::ideas(session, rows.len(session));
        Pane::new(PaneId::Loose(ring), title, rows)
            .hint("Hier liggen de losse post-its van dit doel.")
            .status(status)
            .stays()
    };
    if !session.plan.settings.is_on(Switch::Rings) {
        return vec![pane(None, "Los", Rows::Ideas(vec![place]))];
    }
    let of = |core: bool| {
        let ideas = session.ideas.at(place).iter().filter_map(|id| Some((*id, session.ideas.get(*id)?)));
        let mine = ideas.filter(|(_, idea)| (idea.ring == Some(Ring::Core)) == core);
        let rows = mine.map(|(id, idea)| {
            Line::new(Item::Idea(id), idea.number.to_string(), idea.text.as_str()).tail(item::tail(ctx, id))
        });
        Rows::List(rows.collect())
    };
    vec![
        pane(Some(Ring::Core), "Los, kernteam", of(true)),
        pane(Some(Ring::Outer), "Los, anderen", of(false)),
    ]
}

/// "B Vervoer"; the letter alone while there is no name.
pub fn name(ctx: Ctx<'_>, id: ClusterId) -> String {
    let Some(cluster) = ctx.session().clusters.get(id) else { return String::new() };
    let title = veil::text(ctx.live, TextKey::Title(id), &cluster.title);
    format!("{} {title}", cluster.letter()).trim_end().to_owned()
}

/// "DOEL 2 (samen)  weer samen eten".
pub fn goal_words(ctx: Ctx<'_>, row: Row) -> String {
    let rows = ctx.session().rows(row.casus);
    let Some(goal) = row.goal.and_then(|id| ctx.session().goals.get(id)) else {
        return "Zonder doel".to_owned();
    };
    let number = rows.iter().position(|other| *other == row).unwrap_or(0) + 1;
    let flap = goal.flap.map_or(String::new(), |flap| format!(" ({})", flaps::name(flap)));
    let text = row.goal.map(|id| veil::text(ctx.live, TextKey::Goal(id), &goal.text)).unwrap_or_default();
    format!("DOEL {number}{flap}  {text}")
}

/// The goal, its flap, and which of how many it is.
pub fn head(ctx: Ctx<'_>, row: Row) -> Vec<String> {
    let rows = ctx.session().rows(row.casus).len();
    let flap = row.goal.and_then(|id| ctx.session().goals.get(id)).and_then(|goal| goal.flap);
    let flap = flap.map(|flap| format!("flap: {}", flaps::name(flap)));
    let more = (rows > 1).then(|| {
        format!("doel {} van {rows} · Tab voorbij het laatste vak: volgend doel", goal_index(ctx) + 1)
    });
    let below: Vec<String> = flap.into_iter().chain(more).collect();
    let below = Some(below.join(" · ")).filter(|line| !line.is_empty());
    std::iter::once(goal_words(ctx, row)).chain(below).collect()
}

fn paper_leads(ctx: Ctx<'_>) -> bool {
    ctx.session().plan.settings.is_on(Switch::PaperLeads)
}

/// The cluster whose pane has the focus.
fn cluster_in_view(ctx: Ctx<'_>, board: &Board) -> Option<ClusterId> {
    let PaneId::Cluster(id) = ctx.pane(board)?.id else { return None };
    ctx.session().clusters.get(id).map(|_| id)
}

fn new_label(ctx: Ctx<'_>, board: &Board) -> String {
    match (cluster_in_view(ctx, board), ctx.pane(board).map(|pane| pane.id)) {
        (Some(id), _) => format!("Nieuwe post-it bij {}", name(ctx, id)),
        (None, Some(PaneId::Loose(Some(Ring::Core)))) => "Nieuwe post-it van het kernteam".to_owned(),
        (None, _) => "Nieuwe post-it".to_owned(),
    }
}

pub fn label(ctx: Ctx<'_>, board: &Board) -> String {
    let marked = ctx.live.view.marked.len();
    if marked > 0 {
        return format!("{} naar", counts::ideas(ctx.session(), marked));
    }
    if paper_leads(ctx) && cluster_in_view(ctx, board).is_some() {
        return new_label(ctx, board);
    }
    "Sorteer".to_owned()
}

/// New post-its in a pane: loose, or in the cluster that it shows.
pub fn add(ctx: Ctx<'_>, pane: PaneId, texts: Vec<String>) -> Option<Command> {
    let loose = Place::unplaced(row(ctx));
    let rings = ctx.session().plan.settings.is_on(Switch::Rings);
    let (place, ring) = if let PaneId::Cluster(id) = pane {
        (ctx.session().clusters.place(id)?, None)
    } else if let PaneId::Loose(ring) = pane {
        (loose, ring)
    } else {
        // What is said during the weighing comes from the buitenring.
        (loose, (rings && pane == PaneId::Advices).then_some(Ring::Outer))
    };
    Some(Command::Idea(ideas::Command::Add { place, texts, ring }))
}

/// Enter makes a post-it of the text in the pane with the focus.
pub fn new_post_it(ctx: Ctx<'_>, board: &Board, label: String, text: &str) -> Meaning {
    let command = ctx.pane(board).and_then(|pane| add(ctx, pane.id, vec![text.to_owned()]));
    let limit = ctx.session().method.limits.post_it;
    Meaning::new(label, "toevoegen", Intent::Add(command.into_iter().collect()))
        .limit(limit)
        .remark(remark::one_tip(text, limit))
}

pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    if text.trim().is_empty() {
        let label = label(ctx, board);
        return match cluster_in_view(ctx, board) {
            Some(id) => Meaning::new(label, "openen", Intent::Open(Topic::Cluster(id))),
            None => Meaning::new(label, "", Intent::Nothing),
        };
    }
    sort::meaning(ctx, board, text).unwrap_or_else(|| new_post_it(ctx, board, new_label(ctx, board), text))
}

pub fn choices(ctx: Ctx<'_>, board: &Board) -> Vec<Choice> {
    let mut choices = goal_choices(ctx);
    choices.push(Choice::new("Zoek een post-it", sort::begin_finding(ctx)));
    if let Some(id) = cluster_in_view(ctx, board) {
        let text = format!("{}: naam, samenvoegen, verplaatsen …", name(ctx, id));
        choices.push(Choice::new(text, Intent::Open(Topic::Cluster(id))));
    }
    choices.extend(crate::app::pages::earlier::choice(row(ctx)));
    let ids: Vec<_> = ctx.live.view.marked.iter().copied().collect();
    let text = if ids.is_empty() { "Een nieuw cluster" } else { "Een nieuw cluster van wat gemerkt is" };
    let make = clusters::Command::Make { row: row(ctx), letter: None, title: String::new(), ids };
    choices.push(Choice::new(text, Intent::Do(vec![Command::Cluster(make)])));
    let paper = paper_leads(ctx);
    let text = if paper {
        "Het scherm gaat voor: hier sorteren"
    } else {
        "De flappen aan de muur gaan voor: overtypen wat er hangt"
    };
    choices.push(Choice::new(text, switch(Switch::PaperLeads, !paper)));
    choices.extend(inspiration_choice(ctx));
    choices
}

fn switch(switch: Switch, on: bool) -> Intent {
    Intent::Do(vec![Command::Plan(plan::Command::Switch { switch, on })])
}

/// To every other goal, with how many post-its lie there.
pub fn goal_choices(ctx: Ctx<'_>) -> Vec<Choice> {
    let session = ctx.session();
    let here = goal_index(ctx);
    let rows = session.rows(ctx.casus());
    let others = rows.iter().enumerate().filter(|(index, _)| *index != here);
    others
        .map(|(goal, row)| {
            let words = veil::goal(ctx.live, *row);
            let clusters = session.clusters.of(*row).filter_map(|(id, _)| session.clusters.place(id));
            let places = clusters.chain([Place::unplaced(*row)]);
            let count = places.map(|place| session.ideas.at(place).len()).sum();
            Choice::new(
                format!("Naar doel {}: {words}", goal + 1),
                Intent::Focus(Focus { goal, ..Focus::default() }),
            )
            .detail(counts::ideas(session, count))
        })
        .collect()
}

/// The lists of the user, where the werkwijze has any.
pub fn inspiration_choice(ctx: Ctx<'_>) -> Option<Choice> {
    let any = !ctx.session().method.inspiration.is_empty();
    any.then(|| Choice::new("Inspiratie: de lijsten bekijken", Intent::File(FileWish::Inspiration)))
}

/// Paper or screen first, asked once when the post-its go to the flappen.
pub fn leads_question(ctx: Ctx<'_>, key: StepKey) -> Option<Pick> {
    let session = ctx.session();
    let clusters = session.step(key).is_some_and(|step| step.activity == Activity::Clusteren);
    if !clusters || session.plan.settings.answer(Switch::PaperLeads).is_some() {
        return None;
    }
    let choices = vec![
        Choice::new("Op dit scherm, met de nummers van de post-its", switch(Switch::PaperLeads, false)),
        Choice::new("Op de flappen aan de muur: ik typ over wat er hangt", switch(Switch::PaperLeads, true)),
    ];
    Some(Pick::new("Waar sorteren jullie?", choices))
}

/// The board of every goal of the casus, in order.
fn boards(ctx: Ctx<'_>) -> impl Iterator<Item = Board> {
    ctx.session().rows(ctx.casus()).into_iter().map(move |row| board_of(ctx, row))
}

/// Which pane shows the cluster with this letter, once `gone` is there no more.
pub fn pane_of(ctx: Ctx<'_>, letter: char, gone: Option<ClusterId>) -> usize {
    let clusters = ctx.session().clusters.of(row(ctx)).filter(|(id, _)| Some(*id) != gone);
    loose(ctx, row(ctx)).len() + clusters.filter(|(_, cluster)| cluster.letter() < letter).count()
}

/// What can be typed on a flap, and what it does.
pub const GRAMMAR: [(&str, &str); 7] = [
    ("12b", "post-it 12 gaat naar cluster B; 12 14 b zet er twee bij"),
    ("12 nieuw", "post-it 12 wordt een nieuw cluster"),
    ("12 los", "post-it 12 komt uit zijn cluster"),
    ("bc", "cluster C gaat op in B"),
    ("b=Vervoer", "zo heet cluster B; is het er nog niet, dan komt het er"),
    ("?bus", "zoekt de post-its met dat woord, Enter gaat naar de volgende"),
    ("iets anders", "wordt een nieuwe post-it in het vak waar je bent"),
];

/// Whether post-its are sorted at the step in view.
pub fn is_here(ctx: Ctx<'_>) -> bool {
    steps::activity(ctx) == Activity::Clusteren
}
