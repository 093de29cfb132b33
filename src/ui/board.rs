//! The panes of a board: the active one with a double frame and a filled heading, the others
//! plain and just as readable; a pane without room is a heading and a count.

use super::paint::Paint;
use super::theme::Role;
use crate::app::board::{Board, Item, Pane, Rows};
use crate::app::layout::regions::{self, Area, Shown, Work};
use crate::app::state::live::Ctx;
use crate::domain::method::Kind;
use crate::text::wrap::{cut, wrap};
use crate::text::{counts, steps};

pub fn draw(paint: &mut Paint<'_>, regions: &Work, ctx: Ctx<'_>, board: &Board) {
    for (index, area, full) in &regions.panes {
        let Some(pane) = board.panes.get(*index) else { continue };
        let is_active = *index == regions.active;
        if *full {
            frame(paint, *area, ctx, pane, is_active);
            status(paint, *area, pane, is_active);
            rows(paint, *area, ctx, pane, is_active);
        } else {
            headed_count(paint, *area, ctx, pane);
        }
    }
    for (area, line) in &regions.others {
        paint.text(Area { x: area.x + 1, width: area.width.saturating_sub(2), ..*area }, line, Role::Text);
    }
}

fn frame(paint: &mut Paint<'_>, area: Area, ctx: Ctx<'_>, pane: &Pane, active: bool) {
    let (border, head) =
        if active { (Role::FrameActive, Role::HeadActive) } else { (Role::Frame, Role::Head) };
    paint.border(area, active, border);
    let title = match &pane.letter {
        Some((letter, _)) => format!(" {letter} {} {} ", pane.title, pane.rows.len(ctx.session())),
        None => format!(" {} ", pane.title),
    };
    let room = Area { x: area.x + 2, width: area.width.saturating_sub(4), ..area.row(0) };
    paint.text(room, &title, head);
    if let Some((_, kind)) = &pane.letter {
        // The colour of the kind stands beside its letter, in a cell without text.
        paint.text(Area { x: area.x + 1, width: 1, ..area.row(0) }, " ", kind_role(*kind));
    }
}

/// How the vak stands, in the lower edge.
fn status(paint: &mut Paint<'_>, area: Area, pane: &Pane, active: bool) {
    if !pane.status.is_empty() && area.height > 1 {
        let room = Area { x: area.x + 2, width: area.width.saturating_sub(3), ..area.row(area.height - 1) };
        paint.text(room, &format!(" {} ", pane.status), if active { Role::HeadActive } else { Role::Head });
    }
}

fn kind_role(kind: Kind) -> Role {
    match kind {
        Kind::Client => Role::KindC,
        Kind::Netwerk => Role::KindN,
        Kind::Informeel => Role::KindI,
        Kind::Formeel => Role::KindF,
        Kind::Extra => Role::KindX,
    }
}

/// A pane without room: its letter in the border, its name and how much is in it.
fn headed_count(paint: &mut Paint<'_>, area: Area, ctx: Ctx<'_>, pane: &Pane) {
    paint.border(area, false, Role::Frame);
    if let Some((letter, kind)) = &pane.letter {
        paint.text(Area { x: area.x + 1, width: 1, ..area.row(0) }, " ", kind_role(*kind));
        paint.text(Area { x: area.x + 2, width: 3, ..area.row(0) }, &format!(" {letter} "), Role::Head);
    }
    let inner = area.inner();
    let number = pane.rows.len(ctx.session());
    let count = match pane.rows {
        Rows::Ideas(_) => counts::ideas(ctx.session(), number),
        Rows::List(_) if pane.form || number == 0 => String::new(),
        Rows::List(_) => number.to_string(),
    };
    // A word that does not fit is cut: broken in two it would read as two words.
    let wide = usize::from(inner.width);
    let words: Vec<String> = pane.title.split(' ').map(|word| cut(word, wide)).collect();
    let parts = [words.join(" "), count, pane.status.to_string()];
    let filled = parts.iter().filter(|part| !part.is_empty());
    for (row, line) in (0..).zip(filled.flat_map(|part| wrap(part, wide))) {
        paint.text(inner.row(row), &line, Role::Text);
    }
}

fn rows(paint: &mut Paint<'_>, area: Area, ctx: Ctx<'_>, pane: &Pane, active: bool) {
    let inner = Area { x: area.x + 2, width: area.width.saturating_sub(4), ..area.inner() };
    let count = pane.rows.len(ctx.session());
    if count == 0 {
        for (row, line) in (0..).zip(wrap(&pane.hint, usize::from(inner.width))) {
            paint.text(inner.row(row), &line, Role::Hint);
        }
        return;
    }
    let indent = regions::indent(ctx, pane);
    let shown = regions::shown(ctx, pane, inner, active);
    for row in &shown {
        draw_row(paint, area, inner, indent, row);
    }
    more(paint, area, &shown, count, !pane.status.is_empty());
}

fn draw_row(paint: &mut Paint<'_>, area: Area, inner: Area, indent: u16, row: &Shown) {
    let role = if row.selected { Role::Selected } else { Role::Text };
    for (offset, line) in (0_u16..).zip(&row.lines) {
        let at = inner.row(row.y.saturating_add(offset));
        if at.height == 0 || at.y >= inner.y.saturating_add(inner.height) {
            return;
        }
        if row.selected {
            paint.clear(Area { x: area.x + 1, width: area.width.saturating_sub(2), ..at }, Role::Selected);
        }
        if offset == 0 {
            let lead_role = match &row.item {
                _ if row.selected => Role::Selected,
                Some(Item::Field(_)) => Role::Hint,
                _ => Role::Text,
            };
            paint.text(Area { width: indent, ..at }, &row.lead, lead_role);
        }
        let text = Area { x: at.x + indent, width: at.width.saturating_sub(indent), ..at };
        paint.text(text, line, role);
    }
}

/// All steps with their minutes, at the side of a large screen; the one that runs is marked.
pub fn steps(paint: &mut Paint<'_>, area: Area, ctx: Ctx<'_>) {
    paint.border(area, false, Role::Frame);
    paint.text(
        Area { x: area.x + 2, width: area.width.saturating_sub(3), ..area.row(0) },
        " Stappen ",
        Role::Head,
    );
    let inner = Area { x: area.x + 2, width: area.width.saturating_sub(4), ..area.inner() };
    let running = ctx.session().clock.current().map(|(key, _)| key);
    for (row, key) in (0_u16..).step_by(2).zip(ctx.session().agenda()) {
        let at = inner.row(row);
        let Some(step) = ctx.session().step(key).filter(|_| at.height > 0) else { return };
        let role = if running == Some(key) { Role::HeadActive } else { Role::Text };
        if running == Some(key) {
            paint.clear(at, role);
        }
        paint.text(at, &format!("{} {}", ctx.session().number(key), step.short), role);
        paint.right(at, &steps::length(ctx.session(), key), role);
    }
}

/// Says that there is more above or below, in the border.
fn more(paint: &mut Paint<'_>, area: Area, shown: &[Shown], count: usize, has_status: bool) {
    let above = shown.first().map_or(0, |row| row.index);
    let below = count.saturating_sub(shown.last().map_or(0, |row| row.index + 1));
    if above > 0 && area.width > 16 {
        let words = if area.width > 30 { format!(" nog {above} hierboven ") } else { format!(" +{above} ") };
        paint.right(Area { width: area.width - 2, ..area.row(0) }, &words, Role::Hint);
    }
    if below > 0 && area.width > 16 {
        let narrow = has_status && area.width <= 30;
        let words = if narrow { format!(" +{below} ") } else { format!(" nog {below} ") };
        paint.right(Area { width: area.width - 2, ..area.row(area.height - 1) }, &words, Role::Hint);
    }
}
