//! Tables and tick boxes of plain text, drawn with lines.
//!
//! Too many columns for the width gives the rows under each other instead of columns nobody can
//! read. Must not know: what the table is about.

use super::{fit, plain};
use crate::paper::doc::{Cell, Row, Table, Tick};
use crate::text::wrap::{pad, width};

/// No column is narrower than this.
const NARROWEST: usize = 3;
/// Between two boxes on one line.
const APART: &str = "   ";

/// The lines of a table in `room` columns.
pub(super) fn draw(table: &Table, room: usize) -> Vec<String> {
    match widths(table, room) {
        Some(widths) => boxed(table, &widths),
        None => stacked(table, room),
    }
}

/// The lines of a cell in `room` columns.
pub(super) fn cell(cell: &Cell, room: usize) -> Vec<String> {
    match cell {
        Cell::Text(text) | Cell::Strong(text) => fit(text, room),
        Cell::Rich(rich) => fit(&rich.text(), room),
        Cell::Mark(text) => fit(&format!("({text})"), room),
        Cell::Say(text) => fit(&format!("“{text}”"), room),
        Cell::Boxes(ticks) => self::ticks(ticks, room),
        Cell::Pen(lines) => vec![String::new(); usize::from(*lines)],
        Cell::Stack(cells) => cells.iter().flat_map(|part| self::cell(part, room)).collect(),
    }
}

/// Boxes beside each other as long as they fit; a box is never parted from its first word.
pub(super) fn ticks(ticks: &[Tick], room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for tick in ticks {
        let text = format!("{} {}", if tick.ticked { "[x]" } else { "[ ]" }, plain(&tick.text));
        match lines.last_mut() {
            Some(line) if width(line) + APART.len() + width(&text) <= room => {
                line.push_str(APART);
                line.push_str(&text);
            }
            _ => lines.extend(fit(&text, room)),
        }
    }
    lines
}

/// The inner widths of the columns by their shares; a column takes from the widest what the
/// longest word of its heading needs. `None` when there is no room for a readable table.
fn widths(table: &Table, room: usize) -> Option<Vec<usize>> {
    let number = table.columns.len();
    let inner = room.checked_sub(3 * number + 1)?;
    if number == 0 || inner < 2 * NARROWEST * number {
        return None;
    }
    let total = table.total();
    let mut widths: Vec<usize> = table
        .columns
        .iter()
        .map(|column| (inner * usize::from(column.share) / total).max(NARROWEST))
        .collect();
    let needs: Vec<usize> = table
        .columns
        .iter()
        .map(|column| cell(&column.head, room).iter().flat_map(|line| line.split(' ')).map(width).max())
        .map(|need| need.unwrap_or(0).min(inner / number).max(NARROWEST))
        .collect();
    let spare = |widths: &[usize]| {
        let slack = widths.iter().zip(&needs).map(|(width, need)| width.saturating_sub(*need));
        slack.enumerate().max_by_key(|(_, slack)| *slack).map(|(index, _)| index)
    };
    for (index, need) in needs.iter().enumerate() {
        if let Some(width) = widths.get_mut(index) {
            *width = (*width).max(*need);
        }
    }
    // What rounding left over goes to the widest; what was taken too much comes from it.
    loop {
        let sum: usize = widths.iter().sum();
        let index = spare(&widths)?;
        let width = widths.get_mut(index)?;
        match sum.cmp(&inner) {
            std::cmp::Ordering::Less => *width += inner - sum,
            std::cmp::Ordering::Equal => return Some(widths),
            std::cmp::Ordering::Greater => *width = width.checked_sub(1)?,
        }
    }
}

fn boxed(table: &Table, widths: &[usize]) -> Vec<String> {
    let span = widths.iter().sum::<usize>() + 3 * widths.len().saturating_sub(1);
    let mut out = Vec::new();
    let mut above = Edge::Outside;
    if table.has_head() {
        let head: Vec<Cell> = table.columns.iter().map(|column| column.head.clone()).collect();
        out.push(rule(widths, above, Edge::Cells));
        out.extend(cells(&head, widths));
        above = Edge::Cells;
    }
    for row in &table.rows {
        let (edge, lines) = match row {
            Row::Cells(row) => (Edge::Cells, cells(row, widths)),
            Row::Group(text) => (Edge::Span, across(&plain(text), span)),
            Row::Note(text) => (Edge::Span, across(&format!("  {}", plain(text)), span)),
        };
        out.push(rule(widths, above, edge));
        out.extend(lines);
        above = edge;
    }
    if !out.is_empty() {
        out.push(rule(widths, above, Edge::Outside));
    }
    out
}

/// What touches a horizontal line from above or below.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    Outside,
    Cells,
    Span,
}

fn rule(widths: &[usize], above: Edge, below: Edge) -> String {
    let joint = match (above == Edge::Cells, below == Edge::Cells) {
        (true, true) => "┼",
        (true, false) => "┴",
        (false, true) => "┬",
        (false, false) => "─",
    };
    let (left, right) = match (above, below) {
        (Edge::Outside, _) => ("┌", "┐"),
        (_, Edge::Outside) => ("└", "┘"),
        _ => ("├", "┤"),
    };
    let bars: Vec<String> = widths.iter().map(|width| "─".repeat(width + 2)).collect();
    format!("{left}{}{right}", bars.join(joint))
}

fn across(text: &str, room: usize) -> Vec<String> {
    let indent = if text.starts_with("  ") { "  " } else { "" };
    let lines = fit(text, room.saturating_sub(indent.len()));
    lines.iter().map(|line| format!("│ {} │", pad(&format!("{indent}{line}"), room))).collect()
}

fn cells(row: &[Cell], widths: &[usize]) -> Vec<String> {
    let mut columns: Vec<std::vec::IntoIter<String>> = Vec::new();
    let mut height = 1;
    let empty = Cell::Pen(0);
    for (index, width) in widths.iter().enumerate() {
        let lines = cell(row.get(index).unwrap_or(&empty), *width);
        height = height.max(lines.len());
        columns.push(lines.into_iter());
    }
    let line = |columns: &mut Vec<std::vec::IntoIter<String>>| {
        let parts = columns.iter_mut().zip(widths);
        let parts: Vec<String> =
            parts.map(|(lines, width)| pad(&lines.next().unwrap_or_default(), *width)).collect();
        format!("│ {} │", parts.join(" │ "))
    };
    (0..height).map(|_| line(&mut columns)).collect()
}

/// A table too wide for its paper: every cell on lines of its own, under its heading.
fn stacked(table: &Table, room: usize) -> Vec<String> {
    let mut out = Vec::new();
    let inner = room.saturating_sub(2);
    for row in &table.rows {
        match row {
            Row::Group(text) | Row::Note(text) => out.extend(fit(text, room)),
            Row::Cells(cells) => {
                for (column, value) in table.columns.iter().zip(cells) {
                    out.extend(cell(&column.head, room).into_iter().filter(|line| !line.is_empty()));
                    out.extend(
                        cell(value, inner).iter().map(|line| format!("  {line}").trim_end().to_owned()),
                    );
                }
            }
        }
        out.push("─".repeat(room));
    }
    out
}
