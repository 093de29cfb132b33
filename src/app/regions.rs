//! The geometry of the screen: which region is where, and which thing is in which row. Drawing,
//! mouse and scrolling use the same answer.
//!
//! Two rules make every layout (decision 18): as many columns as fit at 24 cells or more, and
//! otherwise the active vak wide with the others as headed counts.

use super::activity;
use super::board::{Board, Item, Pane, Rows};
use super::item;
use super::model::{Ctx, Dialog, Model, Screen, Size};
use super::pick::Pick;
use super::round;
use super::wrap::{width, wrap};
use crate::domain::time::Now;

/// The smallest begeleidersscherm (decision 19).
pub const SMALLEST: Size = Size { width: 60, height: 16 };
/// A column is worth drawing in full from here.
const COLUMN: u16 = 24;
/// A headed count.
const NARROW: u16 = 9;
/// The most rows de regel may take.
const LINE_ROWS: usize = 3;

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    pub x: u16,
    pub y: u16,
    pub width: u16,
    pub height: u16,
}

impl Area {
    #[must_use]
    pub fn of(size: Size) -> Self {
        Self { x: 0, y: 0, width: size.width, height: size.height }
    }

    #[must_use]
    pub fn contains(&self, x: u16, y: u16) -> bool {
        x >= self.x
            && y >= self.y
            && x < self.x.saturating_add(self.width)
            && y < self.y.saturating_add(self.height)
    }

    /// Row `row` of the area.
    #[must_use]
    pub fn row(&self, row: u16) -> Self {
        Self { y: self.y.saturating_add(row), height: u16::from(row < self.height), ..*self }
    }

    /// The area within a border of one cell.
    #[must_use]
    pub fn inner(&self) -> Self {
        Self {
            x: self.x.saturating_add(1),
            y: self.y.saturating_add(1),
            width: self.width.saturating_sub(2),
            height: self.height.saturating_sub(2),
        }
    }
}

/// Whether the screen is too small to work on.
#[must_use]
pub fn too_small(size: Size) -> bool {
    size.width < SMALLEST.width || size.height < SMALLEST.height
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
    pub band: Vec<(Area, String)>,
    pub quiet: Area,
    pub line: Area,
    pub keys: Area,
}

/// The regions for this board, label and text.
#[must_use]
pub fn work(ctx: Ctx<'_>, size: Size, board: &Board, label: &str) -> Work {
    let area = Area::of(size);
    let wide = usize::from(size.width.saturating_sub(2));
    let line_rows = line_rows(ctx, label, wide);
    let band = band(ctx, wide);
    let mut bottom = size.height;
    let mut take = |rows: u16| {
        bottom = bottom.saturating_sub(rows);
        Area { y: bottom, height: rows, ..area }
    };
    let keys = take(1);
    let line = take(line_rows);
    let quiet = take(1);
    let band_area = take(u16::try_from(band.len()).unwrap_or(0));
    let most_head = if size.height < 20 { 2 } else { 4 };
    let head: Vec<String> = board.head.iter().flat_map(|line| wrap(line, wide)).take(most_head).collect();
    let head_rows = u16::try_from(head.len()).unwrap_or(0);
    let top = 3 + head_rows;
    let body = Area { y: top, height: bottom.saturating_sub(top), ..area };
    Work {
        title: area.row(0),
        clock: area.row(1),
        rule: area.row(2),
        head: (3..).zip(head).map(|(row, text)| (area.row(row), text)).collect(),
        panes: panes(ctx, body, board),
        band: (0..).zip(band).map(|(row, text)| (band_area.row(row), text)).collect(),
        quiet,
        line,
        keys,
    }
}

/// Rows de regel needs for its label and text.
fn line_rows(ctx: Ctx<'_>, label: &str, wide: usize) -> u16 {
    let used = width(label) + 3 + width(ctx.live.view.text()) + 8;
    u16::try_from(used.div_ceil(wide.max(1)).clamp(1, LINE_ROWS)).unwrap_or(1)
}

/// Lines between the board and de regel: the ronde and the practice.
fn band(ctx: Ctx<'_>, wide: usize) -> Vec<String> {
    let mut lines: Vec<String> = round::band(ctx).into_iter().collect();
    if let Some(practice) = &ctx.live.practice {
        lines.extend(wrap(&practice.line(), wide));
    }
    lines
}

fn panes(ctx: Ctx<'_>, body: Area, board: &Board) -> Vec<(usize, Area, bool)> {
    let count = board.panes.len();
    let active = ctx.live.view.focus().pane.min(count.saturating_sub(1));
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
    let narrow = if room == 0 {
        0
    } else {
        (body.width.saturating_sub(44) / u16::try_from(room).unwrap_or(1)).clamp(NARROW, 13)
    };
    let wide = body.width.saturating_sub(narrow * u16::try_from(room).unwrap_or(0));
    (first..=first + room)
        .map(|index| if index == active { place(index, wide, true) } else { place(index, narrow, false) })
        .collect()
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
#[must_use]
pub fn shown(ctx: Ctx<'_>, pane: &Pane, inner: Area, active: bool) -> Vec<Shown> {
    let session = ctx.session();
    let count = pane.rows.len(session);
    let room = usize::from(inner.height);
    let wide = usize::from(inner.width);
    let focus = ctx.live.view.focus();
    let selected = if active {
        focus.row.or(pane.form.then_some(0)).map(|row| row.min(count.saturating_sub(1)))
    } else {
        None
    };
    let view = |index: usize| view_row(ctx, pane, index, wide, lead_width(pane, session.ideas.len()));
    let anchor = selected.unwrap_or_else(|| {
        if matches!(pane.rows, Rows::Ideas(_)) || growing(pane) { count.saturating_sub(1) } else { 0 }
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

/// Lists to which people add at the end: the newest stays in view.
fn growing(pane: &Pane) -> bool {
    use super::board::PaneId;
    match pane.id {
        PaneId::Spider(_)
        | PaneId::Questions
        | PaneId::Research
        | PaneId::StandsOut
        | PaneId::Agreements
        | PaneId::Heard
        | PaneId::Remarks
        | PaneId::People
        | PaneId::Goals => true,
        PaneId::Form
        | PaneId::Principles
        | PaneId::Checklist
        | PaneId::Areas
        | PaneId::Column(_)
        | PaneId::Unplaced
        | PaneId::Tips
        | PaneId::Earlier(_) => false,
    }
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
        Rows::List(rows) => rows
            .iter()
            .take(200)
            .map(|row| width(&row.lead))
            .max()
            .map_or(0, |wide| if wide == 0 { 0 } else { wide + 1 }),
    }
}

fn view_row(ctx: Ctx<'_>, pane: &Pane, index: usize, wide: usize, lead_width: usize) -> Shown {
    let found = pane.rows.item(ctx.session(), index);
    let (lead, text, tail) = match (&pane.rows, &found) {
        (Rows::Ideas(_), Some(Item::Idea(id))) => {
            let idea = ctx.session().ideas.get(*id);
            let number = idea.map_or(0, |idea| idea.number);
            (
                format!("{number:>room$}", room = lead_width.saturating_sub(1)),
                idea.map_or(String::new(), |idea| idea.text.clone()),
                item::tail(ctx, *id),
            )
        }
        (Rows::List(rows), _) => {
            let row = rows.get(index);
            (
                row.map_or(String::new(), |row| row.lead.clone()),
                row.map_or(String::new(), |row| row.text.clone()),
                row.map_or(String::new(), |row| row.tail.clone()),
            )
        }
        (Rows::Ideas(_), _) => (String::new(), String::new(), String::new()),
    };
    let room = wide.saturating_sub(lead_width).max(1);
    let whole = if tail.is_empty() { text } else { format!("{text}  ({tail})") };
    Shown { index, item: found, y: 0, lead, lines: wrap(&whole, room), tail, selected: false }
}

/// How the rows of a pane are set: cells taken by what stands before the text.
#[must_use]
pub fn indent(ctx: Ctx<'_>, pane: &Pane) -> u16 {
    u16::try_from(lead_width(pane, ctx.session().ideas.len())).unwrap_or(0)
}

/// The regions of a list to choose from.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PickLayout {
    pub frame: Area,
    pub intro: Vec<(Area, String)>,
    pub choices: Vec<ChoiceShown>,
    pub line: Area,
}

/// A choice as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceShown {
    pub index: usize,
    pub area: Area,
    pub lines: Vec<String>,
    /// On the same line, on the right.
    pub detail: String,
    /// Below it, when there is no room beside it.
    pub below: Vec<String>,
    pub selected: bool,
}

/// Where a list stands: over the screen, or as the whole screen.
#[must_use]
pub fn pick(size: Size, pick: &Pick, whole: bool) -> PickLayout {
    let area = Area::of(size);
    let wide =
        if whole { size.width.saturating_sub(4).min(100) } else { size.width.saturating_sub(4).min(84) };
    let text = usize::from(wide.saturating_sub(4));
    let intro: Vec<String> = pick.intro.iter().flat_map(|line| wrap(line, text)).collect();
    let most = usize::from(size.height.saturating_sub(if whole { 8 } else { 4 }));
    let intro: Vec<String> = intro.into_iter().take(most / 2).collect();
    let room = most.saturating_sub(intro.len() + 3).max(1);
    let rows = choice_rows(pick, text, room);
    let used: usize = rows.iter().map(ChoiceShown::height).sum();
    let gap = usize::from(!intro.is_empty());
    let height = u16::try_from(intro.len() + gap + used + 4).unwrap_or(u16::MAX).min(size.height);
    let frame = Area {
        x: area.width.saturating_sub(wide) / 2,
        y: if whole { 2.min(area.height) } else { area.height.saturating_sub(height) / 2 },
        width: wide,
        height,
    };
    let inner = Area { x: frame.x + 2, width: wide.saturating_sub(4), ..frame.inner() };
    let first = u16::try_from(intro.len() + gap).unwrap_or(0);
    let mut y = first;
    let choices = rows
        .into_iter()
        .map(|mut row| {
            row.area = Area {
                y: inner.y.saturating_add(y),
                height: u16::try_from(row.height()).unwrap_or(1),
                ..inner
            };
            y = y.saturating_add(row.area.height);
            row
        })
        .collect();
    PickLayout {
        frame,
        intro: (0..).zip(intro).map(|(row, text)| (inner.row(row), text)).collect(),
        choices,
        line: Area { y: frame.y.saturating_add(frame.height.saturating_sub(2)), height: 1, ..inner },
    }
}

impl ChoiceShown {
    fn height(&self) -> usize {
        self.lines.len() + self.below.len()
    }
}

/// The choices that fit, around the selected one.
fn choice_rows(pick: &Pick, text: usize, room: usize) -> Vec<ChoiceShown> {
    let matches = pick.matches();
    let selected = pick.selected();
    let here = matches.iter().position(|index| Some(*index) == selected).unwrap_or(0);
    let show = |index: usize| choice_row(pick, index, text, selected == Some(index));
    let mut rows: std::collections::VecDeque<ChoiceShown> = std::collections::VecDeque::new();
    let mut used = 0;
    let after = matches.iter().skip(here);
    for index in after {
        let row = show(*index);
        // Keep something of what comes before in view.
        let limit = if here > 0 { room.saturating_sub(room / 3) } else { room };
        if used + row.height() > limit && !rows.is_empty() {
            break;
        }
        used += row.height();
        rows.push_back(row);
    }
    for index in matches.iter().take(here).rev() {
        let row = show(*index);
        if used + row.height() > room {
            break;
        }
        used += row.height();
        rows.push_front(row);
    }
    let last = rows.back().map(|row| row.index);
    for index in matches.iter().skip_while(|index| Some(**index) != last).skip(1) {
        let row = show(*index);
        if used + row.height() > room {
            break;
        }
        used += row.height();
        rows.push_back(row);
    }
    rows.into()
}

fn choice_row(pick: &Pick, index: usize, text: usize, selected: bool) -> ChoiceShown {
    let number_width = pick.choices.len().max(1).ilog10() as usize + 3;
    let room = text.saturating_sub(number_width).max(1);
    let (words, detail) =
        pick.choices.get(index).map_or(("", ""), |choice| (choice.text.as_str(), choice.detail.as_str()));
    let beside = width(words) + width(detail) + 2 <= room;
    ChoiceShown {
        index,
        area: Area::default(),
        lines: wrap(words, room),
        detail: if beside { detail.to_owned() } else { String::new() },
        below: if beside || detail.is_empty() { Vec::new() } else { wrap(detail, room) },
        selected,
    }
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
#[must_use]
pub fn hit(model: &Model, x: u16, y: u16, now: &Now) -> Option<Hit> {
    let open = match (&model.dialog, &model.screen) {
        (Some(Dialog::Pick(pick)), _) => Some((pick, false)),
        (None, Screen::Start(pick)) => Some((pick, true)),
        (Some(Dialog::Page(_)), _) => return None,
        (None, Screen::Work) => None,
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
    let board = activity::board(ctx);
    let regions = work(ctx, model.size, &board, &activity::label(ctx, &board));
    if regions.keys.contains(x, y) {
        return Some(Hit::KeyBar);
    }
    let (index, area, full) = regions.panes.iter().find(|(_, area, _)| area.contains(x, y))?;
    let pane = board.panes.get(*index)?;
    let inner = area.inner();
    let active = *index == ctx.live.view.focus().pane;
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
