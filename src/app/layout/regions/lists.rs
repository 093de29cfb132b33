//! Where the lines of a list to choose from stand.

use crate::app::layout::regions::Area;
use crate::app::state::model::Size;
use crate::app::state::pick::Pick;
use crate::text::wrap::{width, wrap};

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
