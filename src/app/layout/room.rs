//! What the room may see, on a projector of its own or behind F2: the step, the goal, the board.
//! Never keys, names of persons, private counters, or a text that is not to be shown.

use crate::app::board::{Board, Item, Pane, PaneId, Row, Rows};
use crate::app::shown as veil;
use crate::app::state::model::Ctx;
use crate::app::state::place::Place;
use crate::app::state::wall::{Face, Spotlight};
use crate::app::steps::{self, brainstorm as silence, clusteren as flaps, verzamelen as matrix};
use crate::app::things::advice as decide;
use crate::domain::advice::Advice;
use crate::domain::id::{ClusterId, GoalId, IdeaId};
use crate::domain::ideas::Slot;
use crate::domain::method::Activity;
use crate::domain::notes;
use crate::domain::plan::Switch;
use crate::domain::privacy::MASK;
use crate::domain::session::Session;
use crate::domain::verdicts::{self, TextKey};
use crate::text::dates;
use std::borrow::Cow;

/// Said instead of everything else.
pub const COVER: &str = "Een ogenblik";
/// The band of the luisterstand.
pub const LISTENING: &str = "Nu: luisteren en verzamelen. Reageren kan straks.";

/// What fills the screen of the room.
#[derive(Debug, Clone, PartialEq)]
pub enum Sight<'a> {
    Cover,
    /// One thing: what it is called, and its texts.
    Large(String, Vec<Cow<'a, str>>),
    Board,
}

/// What there is to see now.
pub fn sight(ctx: Ctx<'_>) -> Sight<'_> {
    let wall = ctx.live.view.wall;
    match wall.face {
        Face::Cover => Sight::Cover,
        Face::Working | Face::Group => {
            wall.spotlight.and_then(|what| large(ctx.session(), what)).unwrap_or(Sight::Board)
        }
    }
}

/// One thing on the whole screen; `None` when it is no longer there, or not for the room.
fn large(session: &Session, what: Spotlight) -> Option<Sight<'_>> {
    let idea = |id: IdeaId| {
        let idea = session.ideas.get(id)?;
        Some((idea.number, shown(session, &Item::Idea(id), &idea.text)?))
    };
    match what {
        Spotlight::Idea(id) => idea(id).map(|(number, text)| Sight::Large(number.to_string(), vec![text])),
        Spotlight::Cluster(id) => {
            session.clusters.get(id)?;
            let members = session.members(Advice::Cluster(id)).into_iter().filter_map(idea);
            let texts = members.map(|(number, text)| Cow::Owned(format!("{number} {text}")));
            Some(Sight::Large(cluster_title(session, id), texts.collect()))
        }
        Spotlight::Card(place) => {
            let say = session.method.cards.get(place).map(|card| card.say.as_str());
            let say = say.filter(|say| !say.is_empty())?;
            Some(Sight::Large(String::new(), vec![Cow::Borrowed(say)]))
        }
    }
}

/// The text of a thing as the room may see it; `None` for one that is not for the room. Every text
/// that people typed goes through here.
pub fn shown<'a>(session: &Session, item: &Item, text: &'a str) -> Option<Cow<'a, str>> {
    let fits = match item {
        Item::Idea(id) => session.ideas.place(*id).is_some_and(|place| place.slot != Slot::Bin),
        Item::Note(id) => session.notes.place(*id).is_some_and(|spot| spot.kind != notes::Kind::Bin),
        Item::Goal(id) => session.goals.get(*id).is_some_and(|goal| !goal.parked),
        // Words of the method, and sentences of this program.
        Item::Area(_) | Item::Followup(..) | Item::Plain => return Some(Cow::Borrowed(text)),
        Item::Advice(_) => true,
        Item::Person(_)
        | Item::Field(_)
        | Item::Tick(_)
        | Item::Earlier(..)
        | Item::SameGroup
        | Item::Core(..)
        | Item::EarlierNote(..)
        | Item::Course(_)
        | Item::There(_) => false,
    };
    let key = veil::key_of(session, item).filter(|_| fits)?;
    let whole = verdicts::text(session, key)?;
    let seen = session.verdicts.shown(key, whole)?;
    if seen == whole {
        return Some(Cow::Borrowed(text));
    }
    // A number may stand before it; anything else cannot be told from the hits here.
    match text.strip_suffix(whole).or_else(|| text.strip_suffix(seen.as_ref())) {
        Some(before) => Some(Cow::Owned(format!("{before}{seen}"))),
        None => Some(Cow::Borrowed(MASK)),
    }
}

/// A text of the session as the room may see it; `None` when there is none, or none for the room.
fn seen(session: &Session, key: TextKey) -> Option<String> {
    let text = verdicts::text(session, key).filter(|text| !text.is_empty())?;
    session.verdicts.shown(key, text).map(Cow::into_owned)
}

/// "5", "Ideeën en tips"; before the first step the werkwijze.
pub fn title(ctx: Ctx<'_>) -> (String, String) {
    match ctx.place() {
        Place::Setup(_) | Place::Harvest(_) => (String::new(), ctx.session().method.name.to_string()),
        Place::Step(_) => crate::app::layout::frame::title(ctx),
    }
}

/// The board of the step in view, without what is not for the room; and which of its panes the
/// group is at.
pub fn board(ctx: Ctx<'_>) -> (Board, usize) {
    if matches!(ctx.place(), Place::Setup(_)) {
        return (Board { head: vec!["We beginnen zo.".to_owned()], ..Board::default() }, 0);
    }
    if matches!(ctx.place(), Place::Harvest(_)) {
        return (Board::default(), 0);
    }
    let here = steps::activity(ctx);
    if here == Activity::Brainstorm || (steps::goes_by_goal(here) && ctx.session().is_silent(ctx.casus())) {
        // Nothing but the goal and the question: everybody writes in silence (S000, 5a), wherever
        // the begeleider looks meanwhile.
        return (Board { head: silence::for_the_room(ctx), ..Board::default() }, 0);
    }
    let whole = steps::board(ctx);
    let focus = ctx.pane(&whole).map(|pane| pane.id);
    let panes: Vec<Pane> =
        whole.panes.into_iter().filter_map(|pane| for_the_room(ctx.session(), pane)).collect();
    let active = panes.iter().position(|pane| Some(pane.id) == focus).unwrap_or(0);
    (Board { head: head(ctx), panes, grid: whole.grid }, active)
}

/// The pane as the room may see it. Whoever adds a pane decides here.
fn for_the_room(session: &Session, pane: Pane) -> Option<Pane> {
    let hint = match pane.id {
        PaneId::Column(_) | PaneId::Spider(_) | PaneId::Goals(_) | PaneId::Flap(_) => pane.hint,
        PaneId::Principles
        | PaneId::Unplaced
        | PaneId::Tips
        | PaneId::Loose(_)
        | PaneId::Cluster(_)
        | PaneId::Advices
        | PaneId::Pros
        | PaneId::Cons
        | PaneId::Selected
        | PaneId::Followups
        | PaneId::Summary
        | PaneId::ToDiscuss => String::new(),
        // Persons, what they asked or did, what is private to who leads.
        PaneId::Form
        | PaneId::People
        | PaneId::Checklist
        | PaneId::Questions
        | PaneId::Research
        | PaneId::Areas
        | PaneId::StandsOut
        | PaneId::Agreements
        | PaneId::Earlier(_)
        | PaneId::Heard
        | PaneId::Remarks
        | PaneId::Silence
        | PaneId::Core(_)
        | PaneId::ForLater
        | PaneId::Evaluation(_)
        | PaneId::LookBack
        | PaneId::Harvest(_)
        | PaneId::LeftBehind
        | PaneId::AtAdvices => return None,
    };
    let kept = pane.anchor.and_then(|row| pane.rows.item(session, row));
    let rows = match pane.rows {
        Rows::Ideas(mut places) => {
            places.retain(|place| !session.is_silent(place.row.casus));
            Rows::Ideas(places)
        }
        Rows::List(rows) => {
            Rows::List(rows.into_iter().filter_map(|row| row_for_the_room(session, pane.id, row)).collect())
        }
    };
    // Rows that are not for the room are gone: what is kept in view may stand higher.
    let anchor = kept
        .and_then(|item| (0..rows.len(session)).find(|row| rows.item(session, *row).as_ref() == Some(&item)));
    let title = if let PaneId::Cluster(id) = pane.id { cluster_title(session, id) } else { pane.title };
    Some(Pane { rows, hint, title, status: String::new(), form: false, anchor, ..pane })
}

fn row_for_the_room(session: &Session, pane: PaneId, row: Row) -> Option<Row> {
    // An agreement says who, and the last row is for whoever types.
    if pane == PaneId::Followups && !matches!(row.item, Item::Followup(..)) {
        return None;
    }
    if let Item::Idea(id) | Item::Advice(Advice::Idea(id)) = row.item
        && session.ideas.place(id).is_some_and(|place| session.is_silent(place.row.casus))
    {
        return None;
    }
    let text = shown(session, &row.item, &row.text)?.into_owned();
    let tail = tail(session, pane, &row.item).unwrap_or_default();
    Some(Row { text, tail, ..row })
}

/// What stands behind a thing: what is in the way of a goal, what was decided, why and when. Never
/// who.
fn tail(session: &Session, pane: PaneId, item: &Item) -> Option<String> {
    match (pane, item) {
        (PaneId::Flap(_), Item::Goal(id)) => {
            seen(session, TextKey::Barrier(*id)).map(|text| format!("belemmert: {text}"))
        }
        (PaneId::Advices, Item::Advice(advice)) => {
            Some(decide::word(session.course(*advice)?.decision).to_owned())
        }
        (PaneId::Selected, Item::Advice(advice)) => seen(session, TextKey::Reasoning(*advice)),
        (_, Item::Followup(casus, index)) => session.casus(*casus)?.followup(*index).when.map(dates::short),
        _ => None,
    }
}

/// The letter of a cluster, and its name as far as the room may see it.
fn cluster_title(session: &Session, id: ClusterId) -> String {
    let Some(cluster) = session.clusters.get(id) else { return String::new() };
    let title = seen(session, TextKey::Title(id)).unwrap_or_default();
    format!("{} {title}", cluster.letter()).trim_end().to_owned()
}

/// The lines above the board. Whoever adds an activity decides here.
fn head(ctx: Ctx<'_>) -> Vec<String> {
    let line = |text: &str| vec![text.to_owned()];
    match steps::activity(ctx) {
        Activity::Terugkoppeling => line("Wat werkte wel, wat werkte niet, en waarom?"),
        Activity::Kennismaken => line("Rondje: naam, functie, organisatie."),
        Activity::Toelichten => line("Een globaal beeld, vooral van talenten en mogelijkheden."),
        Activity::Doelen => line("Wat wil de cliënt?"),
        Activity::Opening => line("Welkom."),
        Activity::Kernteam => line("Wie vormt het kernteam?"),
        Activity::Presenteren => line("Aan welke doelen werken we, en wat staat nu in de weg?"),
        Activity::Vragen => line("Wat moet je nog weten om mee te denken?"),
        Activity::Vervolgacties => line("Wat gebeurt er na vandaag?"),
        Activity::Evaluatie => line("Hoe was deze bespreking?"),
        Activity::Terugblik => line("Wat is er geworden van de adviezen van eerder?"),
        Activity::Afspreken => line("Wanneer zien we elkaar weer?"),
        Activity::Samenvatting => line("Welke adviezen kozen we, en waarom?"),
        Activity::Voorleggen => line("Welke adviezen bespreekt de casemanager met het koppel?"),
        Activity::Verzamelen => {
            let goal = matrix::row(ctx).goal;
            goal.and_then(|id| goal_text(ctx.session(), id)).into_iter().collect()
        }
        Activity::Brainstorm => silence::for_the_room(ctx),
        Activity::Clusteren | Activity::Wegen => vec![flaps::goal_words(ctx, matrix::row(ctx))],
        Activity::Samenvatten => {
            let rows = ctx.session().rows(ctx.casus());
            rows.iter().filter_map(|row| goal_text(ctx.session(), row.goal?)).collect()
        }
        Activity::Notities => Vec::new(),
    }
}

fn goal_text(session: &Session, id: GoalId) -> Option<String> {
    seen(session, TextKey::Goal(id))
}

/// The neutral line for all.
pub fn band(ctx: Ctx<'_>) -> Option<&'static str> {
    ctx.session().plan.settings.is_on(Switch::Listening).then_some(LISTENING)
}
