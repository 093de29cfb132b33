//! How de regel lies over its rows: the label, the text broken between words, the caret and the
//! counter. The geometry of the screen and the drawing of the line use the same answer.

use crate::app::state::line::Line;
use crate::text::wrap::{flow, tail, width};

/// A line as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laid {
    /// "Tip bij Netwerk ► ".
    pub head: String,
    /// The first begins behind the head, the others at the left.
    pub rows: Vec<String>,
    /// Column and row of the caret.
    pub caret: (u16, u16),
    /// "40/90", at the end of the last row.
    pub counter: Option<String>,
}

/// Lays a line over at most `most` rows of `wide` cells. When it does not fit, the part before the
/// caret is what counts.
pub fn lay(label: &str, line: &Line, limit: Option<usize>, wide: usize, most: usize) -> Laid {
    let head = format!("{label} ► ");
    let counter = limit.map(|limit| format!("{}/{limit}", line.count()));
    let taken = counter.as_deref().map_or(0, |text| width(text) + 1);
    // One cell stays free behind the text, for the caret.
    let room = wide.saturating_sub(taken + 1).max(1);
    let used = width(&head).min(wide);
    let first = room.saturating_sub(used);
    let (before, after) = line.split();
    let mut kept = tail(before, if most > 1 { room * most } else { first });
    loop {
        let text = format!("{kept}{after}");
        let rows = flow(&text, first, room);
        let (row, x) = find(&rows, kept.len());
        let dropped = rows.first().map_or(0, |row| row.len());
        if row >= most.max(1) && (1..=kept.len()).contains(&dropped) {
            kept = kept.get(dropped..).unwrap_or("").to_owned();
            continue;
        }
        let x = x + if row == 0 { used } else { 0 };
        let caret = (cells(x.min(wide.saturating_sub(1))), cells(row.min(most.saturating_sub(1))));
        let rows = rows.into_iter().take(most.max(1)).map(str::to_owned).collect();
        return Laid { head, rows, caret, counter };
    }
}

/// The row of a byte of the text, and the cells before it in that row.
fn find(rows: &[&str], offset: usize) -> (usize, usize) {
    let mut start = 0;
    let mut found = (0, 0);
    for (index, row) in rows.iter().enumerate() {
        if let Some(before) = offset.checked_sub(start).and_then(|at| row.get(..at)) {
            found = (index, width(before));
        }
        start += row.len();
    }
    found
}

fn cells(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_on_at_the_left_with_whole_words() {
        let laid = lay("Tip", &Line::of("de buurvrouw vragen mee te lopen"), None, 20, 3);
        assert_eq!(laid.rows, ["de buurvrouw ", "vragen mee te lopen"]);
        assert_eq!(laid.caret, (19, 1));
    }

    #[test]
    fn the_end_stays_in_view() {
        let laid = lay("Tip", &Line::of(&"woord ".repeat(40)), Some(90), 30, 3);
        assert_eq!((laid.rows.len(), laid.counter.as_deref()), (3, Some("240/90")));
        let one = lay("Tip", &Line::of("de buurvrouw vragen"), None, 16, 1);
        assert_eq!(one.rows, ["uw vragen"]);
    }

    #[test]
    fn the_caret_stays_in_its_word() {
        let mut line = Line::of("de buurvrouw vragen");
        for _ in 0..12 {
            line.edit(crate::keys::key::Key::Left);
        }
        assert_eq!(lay("Tip", &line, None, 17, 3).caret, (4, 1));
    }

    #[test]
    fn a_label_without_room_is_no_trouble() {
        for (wide, most) in [(0, 0), (1, 1), (3, 2), (6, 3)] {
            let laid = lay("Schuilnaam", &Line::of("een lange naam"), Some(9), wide, most);
            assert!(usize::from(laid.caret.0) < wide.max(1) && usize::from(laid.caret.1) < most.max(1));
        }
    }
}
