//! The geometry of the screen: which region is where, and which thing is in which row. Drawing,
//! mouse and scrolling use the same answer.
//!
//! Two rules make every layout (decision 18): as many columns as fit at 24 cells or more, and
//! otherwise the active vak wide with the others as headed counts.

use crate::app::board::Board;
use crate::app::layout::frame::{self, Said, Tone};
use crate::app::layout::laid::lay;
use crate::app::layout::room;
use crate::app::state::ask::Ask;
use crate::app::state::line::Line;
use crate::app::state::live::Ctx;
use crate::app::state::meaning::Meaning;
use crate::app::state::model::{Dialog, Model, Screen, Size};
use crate::app::state::pick::Pick;
use crate::app::state::shown::veiled;
use crate::app::state::wall;
use crate::app::steps;
use crate::app::steps::clusteren::suggest;
use crate::app::things::round;
use crate::domain::time::Now;
use crate::text::wrap::wrap;
use std::borrow::Cow;

mod beside;
mod lists;
mod rows;

use beside::beside;

pub use lists::{ChoiceShown, PickLayout, pick};
pub use rows::{Shown, indent, shown};

/// The smallest begeleidersscherm (decision 19).
pub const SMALLEST: Size = Size { width: 60, height: 16 };
/// The smallest window of the group and of the tijdbewaker (decision 19).
pub const SMALLEST_BESIDE: Size = Size { width: 40, height: 10 };
/// From here there is room for the steps at the side (decision 18).
const ROOMY: Size = Size { width: 180, height: 48 };
/// The width of that side.
const SIDE: u16 = 40;
/// A column is worth drawing in full from here.
const COLUMN: u16 = 24;
/// A headed count.
const NARROW: u16 = 9;
/// A headed count with room for a name like "Informeel".
const NAME: u16 = 11;
/// The most rows de regel may take.
const LINE_ROWS: usize = 3;
/// The most rows of the quiet line: a reason why it does not save must be read whole.
const QUIET_ROWS: usize = 3;

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    pub x: u16,
    pub y: u16,
    pub width: u16,
    pub height: u16,
}

impl Area {
    pub fn of(size: Size) -> Self {
        Self { x: 0, y: 0, width: size.width, height: size.height }
    }

    pub fn contains(&self, x: u16, y: u16) -> bool {
        x >= self.x
            && y >= self.y
            && x < self.x.saturating_add(self.width)
            && y < self.y.saturating_add(self.height)
    }

    /// Row `row` of the area.
    pub fn row(&self, row: u16) -> Self {
        Self { y: self.y.saturating_add(row), height: u16::from(row < self.height), ..*self }
    }

    /// The area within a border of one cell.
    pub fn inner(&self) -> Self {
        Self {
            x: self.x.saturating_add(1),
            y: self.y.saturating_add(1),
            width: self.width.saturating_sub(2),
            height: self.height.saturating_sub(2),
        }
    }
}

/// Whether the screen is too small for what needs this much.
pub fn too_small(size: Size, smallest: Size) -> bool {
    size.width < smallest.width || size.height < smallest.height
}

/// The regions of the working screen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Work {
    pub title: Area,
    pub clock: Area,
    pub rule: Area,
    pub head: Vec<(Area, String)>,
    /// Index of the pane, its area, and whether it is drawn in full.
    pub panes: Vec<(usize, Area, bool)>,
    /// Index of the pane the group is at.
    pub active: usize,
    /// What the panes that do not fit are called, and how much is in them.
    pub others: Vec<(Area, String)>,
    /// All steps with their minutes, on a screen that has the room.
    pub steps: Option<Area>,
    pub band: Vec<(Area, String)>,
    pub quiet: Area,
    pub line: Area,
    pub keys: Area,
}

/// The regions for this board, what Enter means, and what is said quietly.
pub fn work(ctx: Ctx<'_>, size: Size, board: &Board, meaning: &Meaning, said: &Said) -> Work {
    let area = Area::of(size);
    let wide = usize::from(size.width.saturating_sub(2));
    let line_rows = line_rows(ctx, meaning, wide);
    let quiet_rows = match said.tone {
        Tone::Hint => 1,
        Tone::Plain | Tone::Trouble => wrap(&said.text, wide).len().clamp(1, QUIET_ROWS),
    };
    let band = band(ctx, wide);
    let mut bottom = size.height;
    let mut take = |rows: u16| {
        bottom = bottom.saturating_sub(rows);
        Area { y: bottom, height: rows, ..area }
    };
    let keys = take(1);
    let line = take(line_rows);
    let quiet = take(u16::try_from(quiet_rows).unwrap_or(1));
    let band_area = take(u16::try_from(band.len()).unwrap_or(0));
    let most_head = if size.height < 20 { 2 } else { 4 };
    let head: Vec<String> = board.head.iter().flat_map(|line| wrap(line, wide)).take(most_head).collect();
    let head_rows = u16::try_from(head.len()).unwrap_or(0);
    let top = 3 + head_rows;
    let mut body = Area { y: top, height: bottom.saturating_sub(top), ..area };
    let steps = (size.width >= ROOMY.width && size.height >= ROOMY.height).then(|| {
        body.width = body.width.saturating_sub(SIDE);
        Area { x: body.x + body.width, width: SIDE, ..body }
    });
    let active = board.index(ctx);
    let (panes, others) =
        beside(ctx, body, board, active).unwrap_or_else(|| (panes(active, body, board), Vec::new()));
    let others = below(body, others);
    Work {
        title: area.row(0),
        clock: area.row(1),
        rule: area.row(2),
        head: (3..).zip(head).map(|(row, text)| (area.row(row), text)).collect(),
        panes,
        active,
        others,
        steps,
        band: (0..).zip(band).map(|(row, text)| (band_area.row(row), text)).collect(),
        quiet,
        line,
        keys,
    }
}

/// The regions of what the room sees: the same board, and nothing to work with. De regel comes
/// only while something is typed in this window.
pub fn group(ctx: Ctx<'_>, size: Size, (board, active): &(Board, usize)) -> Work {
    let area = Area::of(size);
    let wide = usize::from(size.width.saturating_sub(2));
    let typing = u16::from(!ctx.live.view.line().is_empty());
    let band = room::band(ctx).map(|line| wrap(line, wide)).unwrap_or_default();
    let bottom = size.height.saturating_sub(typing);
    let band_rows = u16::try_from(band.len()).unwrap_or(0);
    let low = bottom.saturating_sub(band_rows);
    let most_head = match (board.panes.is_empty(), size.height) {
        (true, _) => usize::from(low.saturating_sub(3)),
        (false, ..20) => 2,
        (false, _) => 4,
    };
    let head: Vec<String> = board.head.iter().flat_map(|line| wrap(line, wide)).take(most_head).collect();
    let top = 3 + u16::try_from(head.len()).unwrap_or(0);
    let body = Area { y: top, height: low.saturating_sub(top), ..area };
    let (panes, others) =
        beside(ctx, body, board, *active).unwrap_or_else(|| (panes(*active, body, board), Vec::new()));
    Work {
        title: area.row(0),
        clock: area.row(1),
        rule: area.row(2),
        head: (3..).zip(head).map(|(row, text)| (area.row(row), text)).collect(),
        panes,
        active: *active,
        others: below(body, others),
        band: (low..).zip(band).map(|(row, text)| (area.row(row), text)).collect(),
        line: Area { y: bottom, height: typing, ..area },
        ..Work::default()
    }
}

/// Lines at the foot of the body.
fn below(body: Area, lines: Vec<String>) -> Vec<(Area, String)> {
    let top = body.height.saturating_sub(u16::try_from(lines.len()).unwrap_or(0));
    (top..).zip(lines).map(|(row, text)| (body.row(row), text)).collect()
}

/// De regel as this window shows it: a dot for every character while it is covered, and else without
/// what the privacy filter hides; where people are named the names at the table stay.
pub fn regel(ctx: Ctx<'_>) -> Cow<'_, Line> {
    let line = ctx.live.view.line();
    if wall::is_hidden(ctx.live) || frame::conceals(ctx) {
        return Cow::Owned(line.concealed());
    }
    let naming = ctx.live.view.prompt.as_ref().map_or_else(
        || steps::of(ctx).names_people(),
        |prompt| {
            matches!(
                prompt.ask,
                Ask::ChangePerson(_) | Ask::Person | Ask::RoleReason { .. } | Ask::OtherFolder
            )
        },
    );
    veiled(ctx.live, line, naming)
}

/// The line of a list as this window shows it: what is typed may not have been meant for the list.
/// Where nothing may be seen, only words that find something are.
pub fn finding<'l>(model: &Model, pick: &'l Pick, now: &Now) -> Cow<'l, Line> {
    let Some(live) = &model.live else { return Cow::Borrowed(&pick.line) };
    let covered = wall::is_hidden(live) || frame::conceals(Ctx { live, now });
    if covered && pick.matches().is_empty() {
        return Cow::Owned(pick.line.concealed());
    }
    veiled(live, &pick.line, false)
}

/// Rows de regel needs for its label and text.
fn line_rows(ctx: Ctx<'_>, meaning: &Meaning, wide: usize) -> u16 {
    let laid = lay(&meaning.label, &regel(ctx), meaning.limit, wide, LINE_ROWS);
    u16::try_from(laid.rows.len()).unwrap_or(1)
}

/// Lines between the board and de regel: the ronde and the practice.
fn band(ctx: Ctx<'_>, wide: usize) -> Vec<String> {
    let calm = room::band(ctx).map(str::to_owned);
    let mut lines: Vec<String> = calm
        .into_iter()
        .chain(round::band(ctx).map(|words| words.to_string()))
        .chain(suggest::words(ctx).map(|words| words.to_string()))
        .collect();
    if let Some(practice) = &ctx.live.practice {
        lines.extend(wrap(&practice.line(), wide));
    }
    lines
}

fn panes(active: usize, body: Area, board: &Board) -> Vec<(usize, Area, bool)> {
    let count = board.panes.len();
    let number = u16::try_from(count).unwrap_or(u16::MAX).max(1);
    let mut x = body.x;
    let mut place = |index: usize, width: u16, full: bool| {
        let area = Area { x, width, ..body };
        x = x.saturating_add(width);
        (index, area, full)
    };
    if body.width / number >= COLUMN || count == 1 {
        let each = body.width / number;
        let spare = usize::from(body.width % number);
        return (0..count).map(|index| place(index, each + u16::from(index < spare), true)).collect();
    }
    if board.grid
        && let Some(areas) = grid(body, count)
    {
        return areas;
    }
    // The active vak wide; as many neighbours as have room for their heading.
    let room = usize::from((body.width.saturating_sub(30)) / NARROW).min(count.saturating_sub(1));
    let first = active.saturating_sub(room / 2 + room % 2).min(count - room - 1);
    let narrow = if room == 0 { 0 } else { narrow(body.width, u16::try_from(room).unwrap_or(1)) };
    let wide = body.width.saturating_sub(narrow * u16::try_from(room).unwrap_or(0));
    (first..=first + room)
        .map(|index| if index == active { place(index, wide, true) } else { place(index, narrow, false) })
        .collect()
}

/// The width of a headed count: the active vak stays wide unless the name of a column
/// ("Informeel") would be broken.
fn narrow(width: u16, number: u16) -> u16 {
    let beside = |active: u16| width.saturating_sub(active) / number;
    let each = if beside(44) >= NAME { beside(44) } else { beside(36) };
    each.clamp(NARROW, 13)
}

/// All panes in full, in rows of equal height; `None` when they would get too low.
fn grid(body: Area, count: usize) -> Option<Vec<(usize, Area, bool)>> {
    const LOWEST: u16 = 5;
    let most = usize::from(body.width / COLUMN).max(1);
    let rows = count.div_ceil(most);
    let each = u16::try_from(rows).ok().map(|rows| body.height / rows).filter(|each| *each >= LOWEST)?;
    let per_row = count.div_ceil(rows);
    let mut areas = Vec::new();
    for index in 0..count {
        let (row, column) = (index / per_row, index % per_row);
        let in_row = u16::try_from(per_row.min(count - row * per_row)).ok()?;
        let (row, column) = (u16::try_from(row).ok()?, u16::try_from(column).ok()?);
        let width = body.width / in_row;
        let last = column + 1 == in_row;
        let lowest = usize::from(row) + 1 == rows;
        areas.push((
            index,
            Area {
                x: body.x + column * width,
                y: body.y + row * each,
                width: if last { body.width - column * width } else { width },
                height: if lowest { body.height - row * each } else { each },
            },
            true,
        ));
    }
    Some(areas)
}

/// What stands at a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hit {
    /// A choice of the list that is open, by index.
    Choice(usize),
    /// A pane, and the row in it.
    Row {
        pane: usize,
        row: Option<usize>,
    },
    KeyBar,
}

/// What was clicked.
pub fn hit(model: &Model, x: u16, y: u16, now: &Now) -> Option<Hit> {
    let open = match (&model.dialog, &model.screen) {
        (Some(Dialog::Pick(pick)), _) => Some((pick, false)),
        (None, Screen::Start(pick)) => Some((pick, true)),
        (Some(Dialog::Page(_)), _) => return None,
        (None, Screen::Work | Screen::Window(_) | Screen::Book(_)) => None,
    };
    if let Some((list, whole)) = open {
        let layout = pick(model.size, list, whole);
        return layout
            .choices
            .iter()
            .find(|choice| choice.area.contains(x, y))
            .map(|choice| Hit::Choice(choice.index));
    }
    let ctx = Ctx { live: model.live.as_ref()?, now };
    let board = steps::board(ctx);
    let meaning = steps::meaning(ctx, &board);
    let said = frame::said(model, ctx.live, &meaning);
    let regions = work(ctx, model.size, &board, &meaning, &said);
    if regions.keys.contains(x, y) {
        return Some(Hit::KeyBar);
    }
    let (index, area, full) = regions.panes.iter().find(|(_, area, _)| area.contains(x, y))?;
    let pane = board.panes.get(*index)?;
    let inner = area.inner();
    let active = *index == board.index(ctx);
    let row = if *full {
        let rows = shown(ctx, pane, inner, active);
        rows.iter()
            .rev()
            .find(|row| inner.y.saturating_add(row.y) <= y && inner.contains(x, y))
            .map(|row| row.index)
    } else {
        None
    };
    Some(Hit::Row { pane: *index, row })
}
