//! Items 5b and 5c: the post-its of a goal on its flap, the loose ones at the left and the
//! clusters beside them (S000). Owns that board, and what the other three screens of item 5 share
//! with it: the heading of a goal and the way to another one.

pub mod sort;
pub mod suggest;

use crate::app::board::{Board, Item, Pane, PaneId, Room, Row as Line, Rows, Takes};
use crate::app::state::intent::{FileWish, Intent};
use crate::app::state::live::{Ctx, Focus};
use crate::app::state::meaning::Meaning;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::shown::Shown;
use crate::app::state::topic::Topic;
use crate::app::steps::Step;
use crate::app::things::deeds::Deed;
use crate::app::things::goal::{goal_words, lessons_choice};
use crate::app::things::post_it::cluster_name;
use crate::app::things::{idea, takes};
use crate::domain::clusters::{self, Cluster};
use crate::domain::command::Command;
use crate::domain::goals::Row;
use crate::domain::id::{ClusterId, StepKey};
use crate::domain::ideas::{Place, Ring, Slot};
use crate::domain::method::Activity;
use crate::domain::plan::{self, Switch};
use crate::domain::verdicts::TextKey;
use crate::text::flaps;

/// The post-its are sorted on their flap.
pub struct Clusteren;

impl Step for Clusteren {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        board_of(ctx, ctx.row())
    }

    fn for_the_room(&self, ctx: Ctx<'_>) -> Vec<Shown> {
        vec![goal_words(ctx, ctx.row())]
    }

    fn label(&self, ctx: Ctx<'_>, board: &Board, pane: &Pane) -> Shown {
        let marked = ctx.live.view.marked.len();
        if marked > 0 {
            return Shown::fill("{} naar", &[&Shown::ideas(ctx.session(), marked)]);
        }
        if paper_leads(ctx) && cluster_in_view(ctx, board).is_some() {
            return pane.asks.clone();
        }
        "Sorteer".into()
    }

    fn typed(&self, ctx: Ctx<'_>, board: &Board, pane: &Pane, text: &str) -> Meaning {
        sort::meaning(ctx, board, text).unwrap_or_else(|| takes::typed(ctx, board, pane, text))
    }

    fn enter(&self, ctx: Ctx<'_>, board: &Board) -> Option<Deed> {
        let cluster = cluster_in_view(ctx, board)?;
        Some(Deed::new("openen", Intent::Open(Topic::Cluster(cluster))))
    }

    fn offers(&self, ctx: Ctx<'_>, board: &Board) -> Vec<Choice> {
        let mut choices = goal_choices(ctx);
        choices.push(Choice::new("Zoek een post-it", sort::begin_finding(ctx)));
        if let Some(id) = cluster_in_view(ctx, board) {
            let text = Shown::fill("{}: naam, samenvoegen, verplaatsen …", &[&cluster_name(ctx, id)]);
            choices.push(Choice::new(text, Intent::Open(Topic::Cluster(id))));
        }
        choices.extend(lessons_choice(ctx.row()));
        let ids: Vec<_> = ctx.live.view.marked.iter().copied().collect();
        let text = if ids.is_empty() { "Een nieuw cluster" } else { "Een nieuw cluster van wat gemerkt is" };
        let make = clusters::Command::Make { row: ctx.row(), letter: None, title: String::new(), ids };
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

    fn by_goal(&self) -> bool {
        true
    }
}

fn board_of(ctx: Ctx<'_>, row: Row) -> Board {
    let mut panes = loose(ctx, row);
    panes.extend(ctx.session().clusters.of(row).map(|(id, cluster)| cluster_pane(ctx, id, cluster)));
    Board { head: head(ctx, row), panes, grid: false }.with_head(how(ctx, row))
}

fn cluster_pane(ctx: Ctx<'_>, id: ClusterId, cluster: &Cluster) -> Pane {
    let place = Place { row: cluster.row, slot: Slot::Cluster(id) };
    let rows = Rows::Ideas(vec![place]);
    let status = Shown::ideas(ctx.session(), rows.len(ctx.session()));
    let name = cluster_name(ctx, id);
    let asks = Shown::fill("Nieuwe post-it bij {}", &[&name]);
    Pane::new(PaneId::Cluster(id), name, Takes::Idea(place, None), Room::THINGS, rows)
        .asks(asks)
        .hint(if paper_leads(ctx) {
            "Typ wat er op de post-its staat, één per keer.".into()
        } else {
            let letter = cluster.letter().to_ascii_lowercase();
            Shown::fill("Typ 12{}: post-it 12 hoort hier.", &[&letter])
        })
        .status(status)
}

/// How sorting begins, while nothing is sorted yet at this goal.
fn how(ctx: Ctx<'_>, row: Row) -> Option<Shown> {
    let session = ctx.session();
    let mut loose = session.ideas.at(Place::unplaced(row)).iter().filter_map(|id| session.ideas.get(*id));
    let (one, two) = (loose.next()?.number, loose.next()?.number);
    let say = "Typ {} {} nieuw: een cluster van die twee. F1: wat je nog meer kunt typen.";
    let is_begun = session.clusters.of(row).next().is_some() || paper_leads(ctx);
    (!is_begun).then(|| Shown::fill(say, &[&one, &two]))
}

/// The loose post-its: one pane, or one for each ring.
pub fn loose(ctx: Ctx<'_>, row: Row) -> Vec<Pane> {
    let session = ctx.session();
    let place = Place::unplaced(row);
    let pane = |ring, title: &'static str, rows: Rows| {
        let status = Shown::ideas(session, rows.len(session));
        Pane::new(PaneId::Loose(ring), title, Takes::Idea(place, ring), Room::THINGS, rows)
            .asks(if ring == Some(Ring::Core) { "Nieuwe post-it van het kernteam" } else { "Nieuwe post-it" })
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
        let rows = mine.map(|(id, about)| {
            let text = Shown::of(ctx.live, TextKey::Idea(id));
            Line::new(Item::Idea(id), Shown::part(&about.number), text).tail(idea::tail(ctx, id))
        });
        Rows::List(rows.collect())
    };
    vec![
        pane(Some(Ring::Core), "Los, kernteam", of(true)),
        pane(Some(Ring::Outer), "Los, anderen", of(false)),
    ]
}

/// The goal, its flap, and which of how many it is.
pub fn head(ctx: Ctx<'_>, row: Row) -> Vec<Shown> {
    let rows = ctx.session().rows(row.casus).len();
    let flap = row.goal.and_then(|id| ctx.session().goals.get(id)).and_then(|goal| goal.flap);
    let flap = flap.map(|flap| Shown::fill("flap: {}", &[&flaps::name(flap)]));
    let which = "doel {} van {} · Tab voorbij het laatste vak: volgend doel";
    let more = (rows > 1).then(|| Shown::fill(which, &[&(ctx.goal_index() + 1), &rows]));
    let below = Some(Shown::join(flap.into_iter().chain(more), " · ")).filter(|line| !line.is_empty());
    std::iter::once(goal_words(ctx, row)).chain(below).collect()
}

fn paper_leads(ctx: Ctx<'_>) -> bool {
    ctx.session().plan.settings.is_on(Switch::PaperLeads)
}

/// The cluster whose pane has the focus.
fn cluster_in_view(ctx: Ctx<'_>, board: &Board) -> Option<ClusterId> {
    let PaneId::Cluster(id) = board.pane_id(ctx)? else { return None };
    ctx.session().clusters.get(id).map(|_| id)
}

fn switch(switch: Switch, on: bool) -> Intent {
    Intent::Do(vec![Command::Plan(plan::Command::Switch { switch, on })])
}

/// To every other goal, with how many post-its lie there.
pub fn goal_choices(ctx: Ctx<'_>) -> Vec<Choice> {
    let session = ctx.session();
    let here = ctx.goal_index();
    let others = ctx.rows().into_iter().enumerate().filter(|(index, _)| *index != here);
    others
        .map(|(goal, row)| {
            let clusters = session.clusters.of(row).filter_map(|(id, _)| session.clusters.place(id));
            let places = clusters.chain([Place::unplaced(row)]);
            let count = places.map(|place| session.ideas.at(place).len()).sum();
            let text = Shown::fill("Naar doel {}: {}", &[&(goal + 1), &Shown::goal(ctx.live, row)]);
            Choice::new(text, Intent::Focus(Focus { goal, ..Focus::default() }))
                .detail(Shown::ideas(session, count))
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
    ctx.rows().into_iter().map(move |row| board_of(ctx, row))
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
