//! Panes that stay at the left, and as many of the others beside them as fit at 24 cells or more;
//! the ones that do not fit are named below, so that nothing is out of reach or forgotten.

use crate::app::board::{Board, Pane};
use crate::app::layout::regions::{Area, COLUMN};
use crate::app::state::live::Ctx;
use crate::text::wrap::{cut, width};

/// The pane that stays is a little wider where the others keep their 24 cells.
const STAYS: u16 = 32;
/// The most of the height that names of panes may take.
const SHARE: u16 = 4;
/// A title in the names below is cut to one of these, the longest that fits.
const TITLES: [usize; 5] = [30, 20, 12, 6, 1];

/// Index of a pane, its area, and whether it is drawn in full.
type Placed = Vec<(usize, Area, bool)>;

/// Where the panes stand, and the lines about those that do not fit. `None` when no pane stays.
pub fn beside(ctx: Ctx<'_>, body: Area, board: &Board, active: usize) -> Option<(Placed, Vec<String>)> {
    let staying = board.panes.iter().take_while(|pane| pane.stays).count();
    if staying == 0 {
        return None;
    }
    if body.width < 2 * COLUMN {
        return Some(alone(ctx, body, board, active));
    }
    let others = board.panes.len() - staying;
    let shown = usize::from(body.width / COLUMN).saturating_sub(1).clamp(1, others.max(1)).min(others);
    // The one with the focus is in view, and what comes before it rather than after.
    let first = (active + 1).saturating_sub(staying + shown).min(others - shown);
    let in_view = staying + first..staying + first + shown;
    let hidden = (staying..board.panes.len()).filter(|index| !in_view.contains(index));
    let hidden: Vec<&Pane> = hidden.filter_map(|index| board.panes.get(index)).collect();
    let lines = names(ctx, &hidden, usize::from(body.width.saturating_sub(2)), body.height / SHARE);
    let rows = u16::try_from(lines.len()).unwrap_or(0);
    let body = Area { height: body.height.saturating_sub(rows), ..body };
    let number = u16::try_from(shown).unwrap_or(0);
    let each = body.width / (number + 1);
    let room = body.width.saturating_sub(number * COLUMN).min(STAYS);
    let left = if number == 0 { body.width } else { each.max(room) };
    let mut areas = stack(Area { width: left, ..body }, staying);
    areas.extend(side_by_side(Area { x: body.x + left, width: body.width - left, ..body }, in_view));
    Some((areas, lines))
}

/// Too narrow for two: the one with the focus, and the names of all others.
fn alone(ctx: Ctx<'_>, body: Area, board: &Board, active: usize) -> (Placed, Vec<String>) {
    let hidden = board.panes.iter().enumerate().filter(|(index, _)| *index != active);
    let hidden: Vec<&Pane> = hidden.map(|(_, pane)| pane).collect();
    let lines = names(ctx, &hidden, usize::from(body.width.saturating_sub(2)), body.height / SHARE);
    let rows = u16::try_from(lines.len()).unwrap_or(0);
    (vec![(active, Area { height: body.height.saturating_sub(rows), ..body }, true)], lines)
}

/// One above the other.
fn stack(area: Area, count: usize) -> Placed {
    let number = u16::try_from(count).unwrap_or(1).max(1);
    let each = area.height / number;
    let of = |(index, row): (usize, u16)| {
        let last = row + 1 == number;
        let height = if last { area.height - row * each } else { each };
        (index, Area { y: area.y + row * each, height, ..area }, true)
    };
    (0..count).zip(0..number).map(of).collect()
}

fn side_by_side(area: Area, panes: std::ops::Range<usize>) -> impl Iterator<Item = (usize, Area, bool)> {
    let number = u16::try_from(panes.len()).unwrap_or(1).max(1);
    let (each, spare) = (area.width / number, area.width % number);
    panes.zip(0_u16..).map(move |(index, column)| {
        let x = area.x + column * each + column.min(spare);
        (index, Area { x, width: each + u16::from(column < spare), ..area }, true)
    })
}

/// "D Muziek 3 · E Buiten 2", in as few lines as the titles can be cut to.
fn names(ctx: Ctx<'_>, panes: &[&Pane], wide: usize, most: u16) -> Vec<String> {
    let lines = |title: usize| {
        let mut lines: Vec<String> = Vec::new();
        for pane in panes {
            let name = format!("{} {}", cut(&pane.title, title), pane.rows.len(ctx.session()));
            match lines.last_mut() {
                Some(line) if width(line) + 3 + width(&name) <= wide => *line = format!("{line} · {name}"),
                _ => lines.push(name),
            }
        }
        lines
    };
    let most = usize::from(most.max(1));
    let tried = TITLES.into_iter().map(lines);
    tried.fold(Vec::new(), |kept, next| {
        let fits = !kept.is_empty() && kept.len() <= most;
        if fits { kept } else { next }
    })
}
