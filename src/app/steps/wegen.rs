//! Item 5d: per goal the adviezen, what is for and against each, what was heard, and what the
//! group decides (S000). A cluster is one advies, a lonely post-it too.

use crate::app::board::{Board, Item, Pane, PaneId, Room, Row as Line, Rows, Takes};
use crate::app::state::intent::Intent;
use crate::app::state::live::Ctx;
use crate::app::state::pick::Choice;
use crate::app::state::shown::Shown;
use crate::app::state::topic::Topic;
use crate::app::steps::{Step, clusteren as flaps};
use crate::app::things::deeds::{self, Deed, Deeds};
use crate::app::things::goal::goal_words;
use crate::app::things::{advice as decide, note, parts};
use crate::domain::advice::Advice;
use crate::domain::command::Command;
use crate::domain::goals::Row;
use crate::domain::id::IdeaId;
use crate::domain::ideas::{self, Mark, Place, Ring};
use crate::domain::life::Decision;
use crate::domain::notes::Kind;
use crate::domain::plan::Switch;
use crate::domain::verdicts::TextKey;

/// The group weighs the adviezen.
pub struct Wegen;

impl Step for Wegen {
    fn board(&self, ctx: Ctx<'_>) -> Board {
        let row = ctx.row();
        let about = in_view(ctx);
        let panes = vec![list(ctx, row, about), pros(ctx, about), cons(ctx, about)];
        Board { head: flaps::head(ctx, row), panes, grid: false }.with_head(heard_words(ctx, row))
    }

    fn for_the_room(&self, ctx: Ctx<'_>) -> Vec<Shown> {
        vec![goal_words(ctx, ctx.row())]
    }

    /// The group is at this goal now, and its share of the minutes begins.
    fn enter(&self, ctx: Ctx<'_>, _board: &Board) -> Option<Deed> {
        let next = parts::of_goal(ctx)?;
        Some(Deed::new(Shown::fill("{} begint nu", &[&next.name]), Intent::Do(vec![next.start])))
    }

    /// Space ticks *gehoord*: of one post-it, or of all in a cluster.
    fn deeds(&self, ctx: Ctx<'_>, _board: &Board, item: &Item) -> Deeds {
        let deeds = deeds::of(ctx, item);
        if let Item::Idea(id) = item {
            deeds.space("gehoord", hear(ctx, &[*id]))
        } else if let Item::Advice(advice) = item {
            deeds.space("gehoord", hear(ctx, &ctx.session().members(*advice)))
        } else {
            deeds
        }
    }

    fn offers(&self, ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
        let mut choices = Vec::new();
        if let Some(advice) = in_view(ctx) {
            let text = match ctx.session().course(advice).map(|course| course.decision) {
                Some(Decision::Open) | None => "{}: selecteren of verwerpen",
                Some(Decision::Selected | Decision::Rejected) => "{}: besluit, onderbouwing en doel",
            };
            let text = Shown::fill(text, &[&Shown::advice_label(ctx, advice)]);
            choices.push(Choice::new(text, Intent::Open(Topic::Advice(advice))));
        }
        if let Some(next) = parts::of_goal(ctx) {
            let text = Shown::fill("Nu {}: de minuten van dit doel beginnen", &[&next.name]);
            choices.push(Choice::new(text, Intent::Do(vec![next.start])));
        }
        choices.extend(flaps::goal_choices(ctx));
        choices.extend(flaps::inspiration_choice(ctx));
        choices
    }

    fn by_goal(&self) -> bool {
        true
    }
}

/// The adviezen of a goal in the order of discussion: in the ring variant those of the kernteam
/// first (S000).
pub fn advices(ctx: Ctx<'_>, row: Row) -> Vec<Advice> {
    let session = ctx.session();
    let mut all = session.advices(row);
    if session.plan.settings.is_on(Switch::Rings) {
        let is_core = |id: &IdeaId| session.ideas.get(*id).is_some_and(|idea| idea.ring == Some(Ring::Core));
        all.sort_by_key(|advice| !session.members(*advice).iter().any(is_core));
    }
    all
}

/// The advies that the panes beside the list are about.
fn in_view(ctx: Ctx<'_>) -> Option<Advice> {
    let all = advices(ctx, ctx.row());
    let chosen = ctx.live.view.focus().advice.filter(|advice| all.contains(advice));
    chosen.or_else(|| all.first().copied())
}

/// The adviezen with their post-its. What is said during the weighing comes from the buitenring.
fn list(ctx: Ctx<'_>, row: Row, about: Option<Advice>) -> Pane {
    let lines = lines(ctx, row);
    let anchor = lines.iter().position(|line| about.is_some_and(|about| line.item == Item::Advice(about)));
    let ring = ctx.session().plan.settings.is_on(Switch::Rings).then_some(Ring::Outer);
    let takes = Takes::Idea(Place::unplaced(row), ring);
    let pane = Pane::new(PaneId::Advices, "Adviezen", takes, Room::TOLD, Rows::List(lines));
    Pane { anchor, ..pane }
        .asks("Nieuwe post-it")
        .hint("Hier komen de clusters en de losse post-its van dit doel.")
        .stays()
}

fn pros(ctx: Ctx<'_>, about: Option<Advice>) -> Pane {
    let words = ["Voordelen van {}", "Voordeel van {}", "Wat pleit hiervoor? Eén voordeel per regel."];
    arguments(ctx, PaneId::Pros, about, Kind::Pro, words)
}

fn cons(ctx: Ctx<'_>, about: Option<Advice>) -> Pane {
    let words = ["Bezwaren bij {}", "Bezwaar bij {}", "Welk bezwaar zie je? Eén bezwaar per regel."];
    arguments(ctx, PaneId::Cons, about, Kind::Con, words)
}

/// What is for or against an advies; `words` are its title, its label and its hint.
fn arguments(
    ctx: Ctx<'_>,
    id: PaneId,
    about: Option<Advice>,
    kind: fn(Advice) -> Kind,
    words: [&'static str; 3],
) -> Pane {
    let [title, asks, hint] = words;
    let label = about.map(|advice| Shown::advice_label(ctx, advice));
    let why = "Er ligt nog geen advies bij dit doel. Typ er een in het vak links.";
    let spot = about.map(|advice| note::spot(Some(ctx.casus()), kind(advice)));
    let takes = spot.map_or(Takes::Nothing(why), Takes::Note);
    let rows = spot.map_or(Vec::new(), |spot| note::rows(ctx, spot.casus, spot.kind));
    let title = Shown::fill(title, &[label.as_ref().unwrap_or(&Shown::EMPTY)]).trimmed();
    let asks = Shown::fill(asks, &[&label.unwrap_or("een advies".into())]);
    Pane::new(id, title, takes, Room::THINGS, Rows::List(rows)).asks(asks).hint(hint)
}

/// "31 van 34 gehoord", of the post-its at this goal.
fn heard_words(ctx: Ctx<'_>, row: Row) -> Option<Shown> {
    let session = ctx.session();
    let ids: Vec<IdeaId> =
        session.advices(row).into_iter().flat_map(|advice| session.members(advice)).collect();
    let heard = ids.iter().filter(|id| is_heard(ctx, **id)).count();
    (!ids.is_empty()).then(|| Shown::fill("{} van {} gehoord", &[&heard, &ids.len()]))
}

fn is_heard(ctx: Ctx<'_>, id: IdeaId) -> bool {
    ctx.session().ideas.get(id).is_some_and(|idea| idea.has(Mark::Heard))
}

fn lines(ctx: Ctx<'_>, row: Row) -> Vec<Line> {
    let mut lines = Vec::new();
    for advice in advices(ctx, row) {
        let item = Item::Advice(advice);
        let tail = decide::words(ctx, advice);
        match advice {
            Advice::Cluster(id) => {
                let title = Shown::of(ctx.live, TextKey::Title(id));
                let title = if title.is_empty() { "nog geen naam".into() } else { title };
                lines.push(Line::new(item, Shown::advice_label(ctx, advice), title).tail(tail));
                let members = ctx.session().members(advice);
                lines.extend(members.into_iter().map(|id| post_it(ctx, Item::Idea(id), id)));
            }
            Advice::Idea(id) => lines.push(post_it(ctx, item, id).tail(tail)),
        }
    }
    lines
}

fn post_it(ctx: Ctx<'_>, item: Item, id: IdeaId) -> Line {
    let number = Shown::advice_label(ctx, Advice::Idea(id));
    let text = Shown::fill("{} {}", &[&number, &Shown::of(ctx.live, TextKey::Idea(id))]);
    Line::new(item, if is_heard(ctx, id) { "[x]" } else { "[ ]" }, text)
}

fn hear(ctx: Ctx<'_>, ids: &[IdeaId]) -> Intent {
    let on = !ids.iter().all(|id| is_heard(ctx, *id));
    let open = ids.iter().filter(|id| is_heard(ctx, **id) != on);
    let mark = |id: &IdeaId| Command::Idea(ideas::Command::Mark { id: *id, mark: Mark::Heard, on });
    Intent::Do(open.map(mark).collect())
}
