//! Step 5, the Compensatiematrix: ideas from left to right. Guarded softly: a tip further right is
//! taken, never refused and never lost; only the begeleider sees that it is for later.

use crate::app::board::{Board, Pane, PaneId, Rows};
use crate::app::state::intent::{Ask, Intent, Topic};
use crate::app::state::meaning::Meaning;
use crate::app::state::model::Ctx;
use crate::app::state::pick::Choice;
use crate::app::things::assign::{self, Target};
use crate::app::things::{parts, remark, round};
use crate::app::{shown as veil, steps};
use crate::domain::command::Command;
use crate::domain::goals::{self, Row};
use crate::domain::ideas::{self, Place, Slot};
use crate::domain::notes::Kind;
use crate::domain::people::RoundKind;
use crate::domain::plan::{self, Switch};
use crate::domain::verdicts::TextKey;
use crate::text::counts;

/// The goal whose board is in view.
pub fn row(ctx: Ctx<'_>) -> Row {
    let rows = ctx.session().rows(ctx.casus());
    rows.get(goal_index(ctx)).copied().unwrap_or(Row { casus: ctx.casus(), goal: None })
}

/// Its place among the goals.
pub fn goal_index(ctx: Ctx<'_>) -> usize {
    let rows = ctx.session().rows(ctx.casus());
    ctx.live.view.focus().goal.min(rows.len().saturating_sub(1))
}

pub fn board(ctx: Ctx<'_>) -> Board {
    let session = ctx.session();
    let row = row(ctx);
    let mut panes: Vec<Pane> = columns(ctx)
        .map(|(index, column)| {
            let places = vec![Place { row, slot: Slot::Column(index) }];
            let hint = if session.goals.is_discussed(row, index) {
                "besproken, geen ideeën"
            } else {
                column.question.as_str()
            };
            Pane {
                letter: Some((column.letter.to_string(), column.kind)),
                ..Pane::new(PaneId::Column(index), column.name.as_str(), Rows::Ideas(places)).hint(hint)
            }
        })
        .collect();
    let loose = Place::unplaced(row);
    if session.plan.settings.is_on(Switch::FreeTalk) || !session.ideas.at(loose).is_empty() {
        panes.push(
            Pane::new(PaneId::Unplaced, "Nog te plaatsen", Rows::Ideas(vec![loose]))
                .hint("Typ later 12n: tip 12 bij N."),
        );
    }
    let research = steps::note_rows(ctx, Some(row.casus), Kind::Research);
    if !research.is_empty() {
        panes.push(Pane::new(PaneId::Research, "Uit te zoeken", Rows::List(research)));
    }
    Board { head: head(ctx, row), panes, grid: false }
}

fn columns(ctx: Ctx<'_>) -> impl Iterator<Item = (u16, &crate::domain::method::Column)> {
    (0_u16..).zip(ctx.session().columns())
}

fn head(ctx: Ctx<'_>, row: Row) -> Vec<String> {
    let session = ctx.session();
    let goal = row.goal.and_then(|id| Some((id, session.goals.get(id)?)));
    let rows = session.rows(row.casus);
    let mut first = match goal {
        Some((id, goal)) => veil::text(ctx.live, TextKey::Goal(id), &goal.text).into_owned(),
        None if rows.len() > 1 => "Zonder doel".to_owned(),
        None => "Zonder gebied of doel: dat mag. Stap 4 kan ook later nog.".to_owned(),
    };
    if let Some(area) = goal.and_then(|(_, goal)| goal.area.as_deref()) {
        first = format!("{first}   ({area})");
    }
    let mut lines = vec![first];
    if rows.len() > 1 {
        let here = rows.iter().position(|other| *other == row).unwrap_or(0) + 1;
        lines.push(format!(
            "Doel {here} van {}. Tab voorbij het laatste vak gaat naar het volgende doel.",
            rows.len()
        ));
    }
    if session.goals.is_stopped(row) {
        lines.push("Hier stopten we: eerst uitzoeken, volgende keer verder.".to_owned());
    }
    if ctx.live.is_private()
        && let Some(line) = not_visited(ctx)
    {
        lines.push(line);
    }
    lines
}

/// Whether a column was dwelt on: it has an idea, or somebody said *besproken*.
pub fn is_visited(ctx: Ctx<'_>, row: Row, column: u16) -> bool {
    ctx.session().goals.is_discussed(row, column)
        || ctx.session().goals.is_missing(row, column)
        || !ctx.session().ideas.at(Place { row, slot: Slot::Column(column) }).is_empty()
}

/// An idea in this column is for later: something to the left was not dwelt on yet. Only for the
/// begeleider.
pub fn is_later(ctx: Ctx<'_>, place: Place) -> bool {
    match place.slot {
        Slot::Column(column) => (0..column).any(|left| !is_visited(ctx, place.row, left)),
        Slot::Cluster(_) | Slot::Unplaced | Slot::Bin => false,
    }
}

/// Which columns left of the last idea have not been dwelt on (V-M1).
pub fn not_visited(ctx: Ctx<'_>) -> Option<String> {
    let row = row(ctx);
    let last =
        columns(ctx).filter(|(index, _)| is_visited(ctx, row, *index)).map(|(index, _)| index).last()?;
    let names: Vec<&str> = columns(ctx)
        .filter(|(index, _)| *index < last && !is_visited(ctx, row, *index))
        .map(|(_, column)| column.name.as_str())
        .collect();
    (!names.is_empty()).then(|| format!("Nog niet stilgestaan bij: {}.", names.join(", ")))
}

pub fn label(ctx: Ctx<'_>, board: &Board) -> String {
    if let Some(label) = round::label(ctx) {
        return label;
    }
    let marked = ctx.live.view.marked.len();
    if marked > 0 {
        return format!("{} naar vak", counts::ideas(ctx.session(), marked));
    }
    match ctx.pane(board).map(|pane| pane.id) {
        Some(PaneId::Unplaced) | None => "Tip".to_owned(),
        Some(PaneId::Research) => "Uit te zoeken".to_owned(),
        Some(pane) => format!("Tip bij {}", steps::pane_title(board, pane)),
    }
}

pub fn meaning(ctx: Ctx<'_>, board: &Board, text: &str) -> Meaning {
    let row = row(ctx);
    let slot = match ctx.pane(board).map(|pane| pane.id) {
        Some(PaneId::Column(index)) => Slot::Column(index),
        _ => Slot::Unplaced,
    };
    let place = Place { row, slot };
    if let Some(meaning) = round::meaning(ctx, text, |text| add(place, text)) {
        return meaning;
    }
    let label = label(ctx, board);
    if text.trim().is_empty() {
        return begin_part(ctx, board, label);
    }
    if let Some(meaning) = assignment(ctx, row, text) {
        return meaning;
    }
    if ctx.pane(board).map(|pane| pane.id) == Some(PaneId::Research) {
        return Meaning::new(label, "toevoegen", steps::note(Some(row.casus), Kind::Research, text));
    }
    let limit = ctx.session().method.limits.post_it;
    Meaning::new(label, "toevoegen", add(place, text)).limit(limit).remark(remark::one_tip(text, limit))
}

fn add(place: Place, text: &str) -> Intent {
    Intent::Add(vec![Command::Idea(ideas::Command::Add { place, texts: vec![text.to_owned()], ring: None })])
}

/// `12n` puts tip 12 in the column with letter N, `12 14 n` two at once, `12 los` takes it off the
/// board; with tips marked by Space a letter alone is enough. `None` when the text is just a text.
fn assignment(ctx: Ctx<'_>, row: Row, text: &str) -> Option<Meaning> {
    let found = assign::parse(text)?;
    let (slot, name) = match found.target {
        Target::Loose => (Slot::Unplaced, "Nog te plaatsen"),
        Target::New => return None,
        Target::Letter(letter) => {
            let letter = letter.to_string();
            let (index, column) =
                columns(ctx).find(|(_, column)| column.letter.eq_ignore_ascii_case(&letter))?;
            (Slot::Column(index), column.name.as_str())
        }
    };
    let label = format!("Zet {} bij {name}", found.words(ctx));
    match found.ideas(ctx) {
        Err(number) => Some(Meaning::refused(label, format!("Tip {number} is er niet."))),
        Ok(ids) if ids.is_empty() => None,
        Ok(ids) => {
            let command = Command::Idea(ideas::Command::Move { ids, place: Place { row, slot } });
            Some(Meaning::new(label, "verplaatsen", Intent::Add(vec![command])))
        }
    }
}

/// Enter on an empty line in a column: the group is here now, and the part of the clock that
/// belongs to it begins.
fn begin_part(ctx: Ctx<'_>, board: &Board, label: String) -> Meaning {
    let column = match ctx.pane(board).map(|pane| pane.id) {
        Some(PaneId::Column(index)) => ctx.session().columns().get(usize::from(index)),
        _ => None,
    };
    match column.and_then(|column| parts::of_column(ctx, column)) {
        Some(next) => Meaning::new(label, format!("nu {}", next.name), Intent::Do(vec![next.start])),
        None => Meaning::new(label, "", Intent::Nothing),
    }
}

pub fn choices(ctx: Ctx<'_>, board: &Board) -> Vec<Choice> {
    let row = row(ctx);
    let mut choices = Vec::new();
    if let Some(PaneId::Column(column)) = ctx.pane(board).map(|pane| pane.id) {
        let on = !ctx.session().goals.is_discussed(row, column);
        let name = steps::pane_title(board, PaneId::Column(column));
        let text = if on {
            format!("{name}: besproken, geen ideeën")
        } else {
            format!("{name}: toch nog niet besproken")
        };
        choices.push(Choice::new(
            text,
            Intent::Do(vec![Command::Goal(goals::Command::Discuss { row, column, on })]),
        ));
    }
    choices.push(Choice::new("Uitzoekvraag noteren", Intent::Ask(Ask::Research(row.casus))));
    choices.extend(crate::app::pages::earlier::choice(row));
    if ctx.live.view.round.is_none() && ctx.session().people.present().next().is_some() {
        choices.push(Choice::new(
            "Ronde: ieder één idee, informeel eerst",
            Intent::BeginRound(RoundKind::Ideas),
        ));
        choices.push(Choice::new("Wie is nog niet aan het woord geweest?", Intent::Open(Topic::NotHeard)));
    }
    choices.push(Choice::new("Waar stonden we nog niet bij stil?", Intent::Open(Topic::NotVisited)));
    choices.extend(
        parts::of_questions(ctx)
            .map(|next| Choice::new(format!("Nu: {}", next.name), Intent::Do(vec![next.start]))),
    );
    let switch = |switch, on| Intent::Do(vec![Command::Plan(plan::Command::Switch { switch, on })]);
    let free = ctx.session().plan.settings.is_on(Switch::FreeTalk);
    let text =
        if free { "Per vak werken, van links naar rechts" } else { "Vrij gesprek: tips later plaatsen" };
    choices.push(Choice::new(text, switch(Switch::FreeTalk, !free)));
    let listening = ctx.session().plan.settings.is_on(Switch::Listening);
    let text = if listening { "Luisterstand uit" } else { "Luisterstand: nu luisteren en verzamelen" };
    choices.push(Choice::new(text, switch(Switch::Listening, !listening)));
    let stopped = ctx.session().goals.is_stopped(row);
    let text = if stopped {
        "Toch verdergaan bij dit doel"
    } else {
        "Hier stoppen: eerst uitzoeken, volgende keer verder"
    };
    choices
        .push(Choice::new(text, Intent::Do(vec![Command::Goal(goals::Command::Stop { row, on: !stopped })])));
    choices
}
