//! The rows of a pane that are in view, and how each is set.

use super::Area;
use crate::app::board::{Item, Pane, PaneId, Rows};
use crate::app::state::live::Ctx;
use crate::app::state::shown::Shown as Text;
use crate::app::state::wall::Face;
use crate::app::things::idea;
use crate::domain::verdicts::TextKey;
use crate::text::wrap::{width, wrap};

/// A row as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    pub index: usize,
    pub item: Option<Item>,
    /// Row within the inner area.
    pub y: u16,
    pub lead: String,
    pub lines: Vec<String>,
    pub tail: String,
    pub selected: bool,
}

/// The rows of a pane that are in view: around the selection, or the newest.
pub fn shown(ctx: Ctx<'_>, pane: &Pane, inner: Area, active: bool) -> Vec<Shown> {
    let session = ctx.session();
    let count = pane.rows.len(session);
    let room = usize::from(inner.height);
    let wide = usize::from(inner.width);
    let focus = ctx.live.view.focus();
    let is_work = ctx.live.view.wall.face == Face::Working;
    let selected = if active && is_work {
        focus.row.or(pane.form.then_some(0)).map(|row| row.min(count.saturating_sub(1)))
    } else {
        None
    };
    let view = |index: usize| view_row(ctx, pane, index, wide, lead_width(pane, session.ideas.len()));
    let anchor = selected.or(pane.anchor.map(|row| row.min(count.saturating_sub(1)))).unwrap_or_else(|| {
        if matches!(pane.rows, Rows::Ideas(_)) || pane.takes.grows() { count.saturating_sub(1) } else { 0 }
    });
    let mut rows: std::collections::VecDeque<Shown> = std::collections::VecDeque::new();
    let mut used = 0;
    let (mut up, mut down) = (anchor.checked_sub(1), anchor);
    // Down first when something is selected, so that what follows is seen; otherwise only up.
    if down < count {
        let row = view(down);
        used += row.height();
        rows.push_back(row);
        down += 1;
    }
    loop {
        let mut grown = false;
        if let Some(index) = up {
            let row = view(index);
            if used + row.height() <= room {
                used += row.height();
                rows.push_front(row);
                up = index.checked_sub(1);
                grown = true;
            }
        }
        if down < count {
            let row = view(down);
            if used + row.height() <= room {
                used += row.height();
                rows.push_back(row);
                down += 1;
                grown = true;
            }
        }
        if !grown {
            break;
        }
    }
    let mut y = 0;
    let mut placed: Vec<Shown> = rows.into();
    for row in &mut placed {
        row.y = y;
        row.selected = selected == Some(row.index);
        y = y.saturating_add(u16::try_from(row.height()).unwrap_or(1));
    }
    placed
}

impl Shown {
    fn height(&self) -> usize {
        self.lines.len().max(1)
    }
}

/// Cells before the text: numbers and ticks line up; names of fields take a third.
fn lead_width(pane: &Pane, ideas: usize) -> usize {
    match &pane.rows {
        Rows::Ideas(_) => ideas.max(10).ilog10() as usize + 2,
        Rows::List(rows) => {
            rows.iter().take(200).map(|row| width(&row.lead)).max().map_or(0, |wide| match (wide, pane.id) {
                (0, _) => 0,
                // A name and what was filled in would read as one sentence.
                (_, PaneId::Form) => wide + 2,
                (_, _) => wide + 1,
            })
        }
    }
}

fn view_row(ctx: Ctx<'_>, pane: &Pane, index: usize, wide: usize, lead_width: usize) -> Shown {
    let found = pane.rows.item(ctx.session(), index);
    let (lead, text, tail) = match (&pane.rows, &found) {
        (Rows::Ideas(_), Some(Item::Idea(id))) => {
            let number = ctx.session().ideas.get(*id).map_or(0, |idea| idea.number);
            let lead = format!("{number:>room$}", room = lead_width.saturating_sub(1));
            (lead, Text::of(ctx.live, TextKey::Idea(*id)), idea::tail(ctx, *id))
        }
        (Rows::List(rows), _) => rows
            .get(index)
            .map_or_else(Default::default, |row| (row.lead.to_string(), row.text.clone(), row.tail.clone())),
        (Rows::Ideas(_), _) => Default::default(),
    };
    let room = wide.saturating_sub(lead_width).max(1);
    let whole = if tail.is_empty() { text } else { Text::fill("{}  ({})", &[&text, &tail]) };
    Shown {
        index,
        item: found,
        y: 0,
        lead,
        lines: wrap(&whole, room),
        tail: tail.to_string(),
        selected: false,
    }
}

/// How the rows of a pane are set: cells taken by what stands before the text.
pub fn indent(ctx: Ctx<'_>, pane: &Pane) -> u16 {
    u16::try_from(lead_width(pane, ctx.session().ideas.len())).unwrap_or(0)
}
