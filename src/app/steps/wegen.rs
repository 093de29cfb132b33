//! Item 5d: per goal the adviezen, what is for and against each, what was heard, and what the
//! group decides (S000). A cluster is one advies, a lonely post-it too.

use crate::app::board::{Board, Item, Pane, PaneId, Row as Line, Rows};
use crate::app::state::intent::{Intent, Topic};
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::state::pick::Choice;
use crate::app::steps::verzamelen::row;
use crate::app::steps::{self, clusteren as flaps, voorleggen as proposing};
use crate::app::things as item;
use crate::app::things::parts;
use crate::domain::advice::Advice;
use crate::domain::command::Command;
use crate::domain::goals::Row;
use crate::domain::id::IdeaId;
use crate::domain::ideas::{self, Mark, Ring};
use crate::domain::life::Decision;
use crate::domain::method::Activity;
use crate::domain::notes::{Kind, Spot};
use crate::domain::plan::Switch;

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
    let all = advices(ctx, row(ctx));
    let chosen = ctx.live.view.focus().advice.filter(|advice| all.contains(advice));
    chosen.or_else(|| all.first().copied())
}

pub fn board(ctx: Ctx<'_>) -> Board {
    let row = row(ctx);
    let advice = in_view(ctx);
    let lines = lines(ctx, row);
    let anchor = lines.iter().position(|line| advice.is_some_and(|advice| line.item == Item::Advice(advice)));
    let list = Pane {
        anchor,
        ..Pane::new(PaneId::Advices, "Adviezen", Rows::List(lines))
            .hint("Hier komen de clusters en de losse post-its van dit doel.")
            .stays()
    };
    let label = advice.map_or(String::new(), |advice| ctx.session().advice_label(advice));
    let of = |id, kind: fn(Advice) -> Kind, title: &str, hint: &str| {
        let spot = |advice| Spot { casus: Some(row.casus), kind: kind(advice) };
        let rows = advice.map_or(Vec::new(), |advice| {
            let spot: Spot = spot(advice);
            steps::note_rows(ctx, spot.casus, spot.kind)
        });
        Pane::new(id, format!("{title} {label}").trim_end(), Rows::List(rows)).hint(hint)
    };
    let panes = vec![
        list,
        of(PaneId::Pros, Kind::Pro, "Voordelen van", "Wat pleit hiervoor? Eén voordeel per regel."),
        of(PaneId::Cons, Kind::Con, "Bezwaren bij", "Welk bezwaar zie je? Eén bezwaar per regel."),
    ];
    Board { head: flaps::head(ctx, row), panes, grid: false }.with_head(heard_words(ctx, row))
}

/// "31 van 34 gehoord", of the post-its at this goal.
fn heard_words(ctx: Ctx<'_>, row: Row) -> Option<String> {
    let session = ctx.session();
    let ids: Vec<IdeaId> =
        session.advices(row).into_iter().flat_map(|advice| session.members(advice)).collect();
    let heard = ids.iter().filter(|id| is_heard(ctx, **id)).count();
    (!ids.is_empty()).then(|| format!("{heard} van {} gehoord", ids.len()))
}

fn is_heard(ctx: Ctx<'_>, id: IdeaId) -> bool {
    ctx.session().ideas.get(id).is_some_and(|idea| idea.has(Mark::Heard))
}

fn lines(ctx: Ctx<'_>, row: Row) -> Vec<Line> {
    let mut lines = Vec::new();
    for advice in advices(ctx, row) {
        match advice {
            Advice::Cluster(id) => {
                let title = ctx.session().clusters.get(id).map_or("", |cluster| cluster.title.as_str());
                let title = if title.is_empty() { "nog geen naam" } else { title };
                let letter = ctx.session().advice_label(advice);
                lines.push(
                    Line::new(Item::Advice(advice), letter, title)
                        .tail(crate::app::things::advice::words(ctx, advice)),
                );
                let members = ctx.session().members(advice);
                lines.extend(members.into_iter().map(|id| post_it(ctx, Item::Idea(id), id)));
            }
            Advice::Idea(id) => {
                lines.push(
                    post_it(ctx, Item::Advice(advice), id)
                        .tail(crate::app::things::advice::words(ctx, advice)),
                );
            }
        }
    }
    lines
}

fn post_it(ctx: Ctx<'_>, item: Item, id: IdeaId) -> Line {
    let idea = ctx.session().ideas.get(id);
    let text = idea.map_or(String::new(), |idea| format!("{} {}", idea.number, idea.text));
    Line::new(item, if is_heard(ctx, id) { "[x]" } else { "[ ]" }, text)
}

/// Where an argument goes that is typed in this pane.
pub fn argument(ctx: Ctx<'_>, pane: PaneId) -> Option<Kind> {
    let advice = in_view(ctx)?;
    if pane == PaneId::Pros {
        Some(Kind::Pro(advice))
    } else {
        (pane == PaneId::Cons).then_some(Kind::Con(advice))
    }
}

pub fn label(ctx: Ctx<'_>, board: &Board) -> String {
    let about = in_view(ctx).map_or("een advies".to_owned(), |advice| ctx.session().advice_label(advice));
    match ctx.pane(board).map(|pane| pane.id) {
        Some(PaneId::Pros) => format!("Voordeel van {about}"),
        Some(PaneId::Cons) => format!("Bezwaar bij {about}"),
        _ => "Nieuwe post-it".to_owned(),
    }
}

pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    let label = label(ctx, board);
    if text.trim().is_empty() {
        return begin_part(ctx, label);
    }
    let pane = ctx.pane(board).map_or(PaneId::Advices, |pane| pane.id);
    if pane == PaneId::Advices {
        return flaps::new_post_it(ctx, board, label, text);
    }
    match argument(ctx, pane) {
        Some(kind) => Meaning::new(label, "toevoegen", steps::note(Some(ctx.casus()), kind, text)),
        None => Meaning::refused(label, "Er ligt nog geen advies bij dit doel. Typ er een in het vak links."),
    }
}

/// Enter on an empty line: the group is at this goal now, and its share of the minutes begins.
fn begin_part(ctx: Ctx<'_>, label: String) -> Meaning {
    match parts::of_goal(ctx) {
        Some(next) => Meaning::new(label, format!("{} begint nu", next.name), Intent::Do(vec![next.start])),
        None => Meaning::new(label, "", Intent::Nothing),
    }
}

/// Enter on an advies: what the group decides, or in item 7 whether it will be discussed.
pub fn open(ctx: Ctx<'_>, advice: Advice) -> Intent {
    if steps::activity(ctx) == Activity::Voorleggen {
        proposing::toggle(ctx, advice)
    } else {
        Intent::Open(Topic::Advice(advice))
    }
}

/// Space ticks *gehoord*: of one post-it, or of all in a cluster.
pub fn space(ctx: Ctx<'_>, board: &Board) -> Intent {
    match ctx.item(board) {
        Some(Item::Idea(id)) => hear(ctx, &[id]),
        Some(Item::Advice(advice)) => hear(ctx, &ctx.session().members(advice)),
        Some(item) => item::space(ctx, &item),
        None => Intent::Nothing,
    }
}

fn hear(ctx: Ctx<'_>, ids: &[IdeaId]) -> Intent {
    let on = !ids.iter().all(|id| is_heard(ctx, *id));
    let open = ids.iter().filter(|id| is_heard(ctx, **id) != on);
    let mark = |id: &IdeaId| Command::Idea(ideas::Command::Mark { id: *id, mark: Mark::Heard, on });
    Intent::Do(open.map(mark).collect())
}

pub fn choices(ctx: Ctx<'_>, _board: &Board) -> Vec<Choice> {
    let mut choices = Vec::new();
    if let Some(advice) = in_view(ctx) {
        let text = match ctx.session().course(advice).map(|course| course.decision) {
            Some(Decision::Open) | None => "selecteren of verwerpen",
            Some(Decision::Selected | Decision::Rejected) => "besluit, onderbouwing en doel",
        };
        let label = ctx.session().advice_label(advice);
        choices.push(Choice::new(format!("{label}: {text}"), Intent::Open(Topic::Advice(advice))));
    }
    if let Some(next) = parts::of_goal(ctx) {
        let text = format!("Nu {}: de minuten van dit doel beginnen", next.name);
        choices.push(Choice::new(text, Intent::Do(vec![next.start])));
    }
    choices.extend(flaps::goal_choices(ctx));
    choices.extend(flaps::inspiration_choice(ctx));
    choices
}
