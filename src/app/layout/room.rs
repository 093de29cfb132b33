//! What the room may see, on a projector of its own or behind F2: the step, the goal, the board.
//! Never keys, names of persons, private counters, or a text that is not to be shown.
//!
//! Each pane says itself what the room may see of it ([`Room`]); here that is carried out, and what
//! was written in silence stays away until the silence was ended.

use crate::app::board::{Board, Item, Pane, Room, Row, Rows};
use crate::app::pages::places;
use crate::app::state::live::Ctx;
use crate::app::state::place::Place;
use crate::app::state::shown::Shown;
use crate::app::state::wall::{Face, Spotlight};
use crate::app::steps::{self, Step, brainstorm::Brainstorm};
use crate::app::things::post_it;
use crate::domain::advice::Advice;
use crate::domain::id::IdeaId;
use crate::domain::ideas::Slot;
use crate::domain::method::Activity;
use crate::domain::notes;
use crate::domain::plan::Switch;
use crate::domain::session::Session;
use crate::domain::verdicts::{self, TextKey};

/// Said instead of everything else.
pub const COVER: &str = "Een ogenblik";
/// The band of the luisterstand.
pub const LISTENING: &str = "Nu: luisteren en verzamelen. Reageren kan straks.";

/// What fills the screen of the room.
#[derive(Debug, Clone, PartialEq)]
pub enum Sight {
    Cover,
    /// One thing: what it is called, and its texts.
    Large(Shown, Vec<Shown>),
    Board,
}

/// What there is to see now.
pub fn sight(ctx: Ctx<'_>) -> Sight {
    let wall = ctx.live.view.wall;
    match wall.face {
        Face::Cover => Sight::Cover,
        Face::Working | Face::Group => {
            wall.spotlight.and_then(|what| large(ctx, what)).unwrap_or(Sight::Board)
        }
    }
}

/// One thing on the whole screen; `None` when it is no longer there, or not for the room.
fn large(ctx: Ctx<'_>, what: Spotlight) -> Option<Sight> {
    let session = ctx.session();
    let idea = |id: IdeaId| {
        let number = session.ideas.get(id)?.number;
        may_see(session, &Item::Idea(id)).then(|| (number, Shown::of(ctx.live, TextKey::Idea(id))))
    };
    match what {
        Spotlight::Idea(id) => idea(id).map(|(number, text)| Sight::Large(Shown::part(&number), vec![text])),
        Spotlight::Cluster(id) => {
            session.clusters.get(id)?;
            let members = session.members(Advice::Cluster(id)).into_iter().filter_map(idea);
            let texts = members.map(|(number, text)| Shown::fill("{} {}", &[&number, &text]));
            Some(Sight::Large(post_it::cluster_name(ctx, id), texts.collect()))
        }
        Spotlight::Card(place) => {
            let say = session.method.cards.get(place).map(|card| &card.say);
            let say = say.filter(|say| !say.is_empty())?;
            Some(Sight::Large(Shown::EMPTY, vec![say.into()]))
        }
    }
}

/// Whether a thing is for the room, and its text was looked at.
pub fn may_see(session: &Session, item: &Item) -> bool {
    let checked = |key| session.verdicts.is_checked(key);
    let silent = |id: IdeaId| session.ideas.place(id).is_some_and(|place| session.is_silent(place.row.casus));
    match item {
        Item::Idea(id) => {
            let lies = session.ideas.place(*id).is_some_and(|place| place.slot != Slot::Bin);
            lies && !silent(*id) && checked(TextKey::Idea(*id))
        }
        Item::Note(id) => {
            let lies = session.notes.place(*id).is_some_and(|spot| spot.kind != notes::Kind::Bin);
            lies && checked(TextKey::Note(*id))
        }
        Item::Goal(id) => {
            session.goals.get(*id).is_some_and(|goal| !goal.parked) && checked(TextKey::Goal(*id))
        }
        Item::Advice(advice) => {
            let silent = matches!(advice, Advice::Idea(id) if silent(*id));
            !silent && checked(verdicts::key_of(session, *advice))
        }
        // Words of the method, and sentences of this program.
        Item::Area(_) | Item::Followup(..) | Item::Plain => true,
        Item::Person(_)
        | Item::Field(_)
        | Item::Tick(_)
        | Item::Earlier(..)
        | Item::SameGroup
        | Item::Core(..)
        | Item::EarlierNote(..)
        | Item::Course(_)
        | Item::There(_) => false,
    }
}

/// "5", "Ideeën en tips"; before the first step the werkwijze.
pub fn title(ctx: Ctx<'_>) -> (Shown, Shown) {
    match ctx.place() {
        Place::Setup(_) | Place::Harvest(_) => (Shown::EMPTY, Shown::from(&ctx.session().method.name)),
        Place::Step(_) => places::title(ctx),
    }
}

/// The board of the step in view, without what is not for the room; and which of its panes the
/// group is at.
pub fn board(ctx: Ctx<'_>) -> (Board, usize) {
    match ctx.place() {
        Place::Setup(_) => return (Board::new("We beginnen zo.", Vec::new()), 0),
        Place::Harvest(_) => return (Board::default(), 0),
        Place::Step(_) => {}
    }
    let step = steps::of(ctx);
    if ctx.activity() == Some(Activity::Brainstorm)
        || (step.by_goal() && ctx.session().is_silent(ctx.casus()))
    {
        // Nothing but the goal and the question: everybody writes in silence (S000, 5a), wherever
        // the begeleider looks meanwhile.
        return (Board { head: Brainstorm.for_the_room(ctx), ..Board::default() }, 0);
    }
    let whole = step.board(ctx);
    let focus = whole.pane_id(ctx);
    let panes: Vec<Pane> =
        whole.panes.into_iter().filter_map(|pane| for_the_room(ctx.session(), pane)).collect();
    let active = panes.iter().position(|pane| Some(pane.id) == focus).unwrap_or(0);
    (Board { head: step.for_the_room(ctx), panes, grid: whole.grid }, active)
}

/// The pane as the room may see it.
fn for_the_room(session: &Session, pane: Pane) -> Option<Pane> {
    let Room::Shared { hint, tail } = pane.room else { return None };
    let kept = pane.anchor.and_then(|row| pane.rows.item(session, row));
    let rows = match pane.rows {
        Rows::Ideas(mut places) => {
            places.retain(|place| !session.is_silent(place.row.casus));
            Rows::Ideas(places)
        }
        Rows::List(rows) => {
            let seen = rows.into_iter().filter(|row| may_see(session, &row.item));
            Rows::List(seen.map(|row| if tail { row } else { Row { tail: Shown::EMPTY, ..row } }).collect())
        }
    };
    // Rows that are not for the room are gone: what is kept in view may stand higher.
    let anchor = kept
        .and_then(|item| (0..rows.len(session)).find(|row| rows.item(session, *row).as_ref() == Some(&item)));
    let hint = if hint { pane.hint } else { Shown::EMPTY };
    Some(Pane { rows, hint, status: Shown::EMPTY, form: false, anchor, ..pane })
}

/// The neutral line for all.
pub fn band(ctx: Ctx<'_>) -> Option<&'static str> {
    ctx.session().plan.settings.is_on(Switch::Listening).then_some(LISTENING)
}
