//! The book *Wat werkte*: what was found, two rows a lesson, and de regel to search in.

use super::draw::{key_bar, quiet};
use super::paint::Paint;
use super::regel;
use super::theme::Role;
use crate::app::layout::frame::Shortcut;
use crate::app::layout::regions::Area;
use crate::app::pages::book::PRIVATE;
use crate::app::state::model::{Model, Size};
use crate::app::state::reader::Reader;
use crate::domain::lesson::Lesson;
use crate::keys::action::Action;
use crate::text::{counts, lessons};

/// Rows above the list.
const TOP: u16 = 3;
/// Rows of a lesson.
const EACH: u16 = 2;
/// The most rows of the quiet line.
const QUIET: usize = 2;

/// Draws the book; returns the cell of the caret.
pub fn draw(paint: &mut Paint<'_>, size: Size, model: &Model, reader: &Reader) -> (u16, u16) {
    let area = Area::of(size);
    let inset = |area: Area| Area { x: 1, width: area.width.saturating_sub(2), ..area };
    paint.text(inset(area.row(0)), "Wat werkte", Role::Title);
    paint.right(inset(area.row(0)), &count(reader), Role::Text);
    paint.text(inset(area.row(1)), PRIVATE, Role::Hint);
    paint.rule(area.row(2), Role::Rule);
    let said = model.notice.as_deref().unwrap_or_default();
    let wide = usize::from(size.width.saturating_sub(2));
    let rows = crate::text::wrap::wrap(said, wide).len().clamp(1, QUIET);
    let low = size.height.saturating_sub(2 + u16::try_from(rows).unwrap_or(1));
    list(paint, inset(Area { y: TOP, height: low.saturating_sub(TOP), ..area }), reader);
    let quiet_area = Area { y: low, height: size.height.saturating_sub(low + 2), ..area };
    quiet(paint, quiet_area, said, Role::Text);
    let (label, line) = reader.asked();
    let caret = regel::draw(paint, area.row(size.height.saturating_sub(2)), label, line, None);
    key_bar(paint, area.row(size.height.saturating_sub(1)), &keys(model, reader));
    caret
}

/// "3 van 120 lessen".
fn count(reader: &Reader) -> String {
    let all = counts::count_or_none(reader.book.len(), "les", "lessen");
    if reader.line.is_empty() { all } else { format!("{} van {all}", reader.found.len()) }
}

fn list(paint: &mut Paint<'_>, area: Area, reader: &Reader) {
    if reader.rows() == 0 {
        let words = if reader.book.is_empty() {
            "Er staan nog geen lessen in. Ze komen uit de terugkoppeling: wat werkte, wat niet, en waarom."
        } else {
            "Niets gevonden. Maak de regel korter."
        };
        quiet(paint, Area { x: 0, width: area.width + 2, ..area }, words, Role::Hint);
        return;
    }
    let fit = usize::from((area.height / EACH).max(1));
    // As few rows up as keeps the selected one in view.
    let first = reader.selected.saturating_sub(fit - 1);
    let shown = (first..reader.rows()).take(fit);
    for (place, row) in (0_u16..).zip(shown) {
        let area = Area { y: area.y + place * EACH, height: EACH, ..area };
        let selected = row == reader.selected && !reader.is_asking();
        if let Some((_, lesson)) = reader.lesson(row) {
            one(paint, area, lesson, selected);
        } else if let Some(waits) = reader.waits() {
            let role = if selected { Role::Selected } else { Role::Label };
            paint.text(area.row(0), &waits, role);
        }
    }
}

fn one(paint: &mut Paint<'_>, area: Area, lesson: &Lesson, selected: bool) {
    if selected {
        paint.clear(area, Role::Selected);
    }
    let role = |role| if selected { Role::Selected } else { role };
    paint.text(area.row(0), &lesson.tip, role(Role::Text));
    let below = area.row(1);
    let below = Area { x: below.x + 2, width: below.width.saturating_sub(2), ..below };
    paint.text(below, &lessons::about(lesson), role(Role::Hint));
}

fn keys(model: &Model, reader: &Reader) -> Vec<Shortcut> {
    let escape = model.keys.key_name(Action::Menu);
    if reader.is_asking() {
        return vec![Shortcut::new(0, "Enter", "verder"), Shortcut::new(1, escape, "terug")];
    }
    let words = match reader.lesson(reader.selected) {
        Some(_) => Some("les openen"),
        None => reader.waits().map(|_| "lezen"),
    };
    let enter = words.map(|words| Shortcut::new(0, "Enter", words));
    let escape = Shortcut::new(1, escape, if reader.line.is_empty() { "menu" } else { "alles tonen" });
    let rest = [Action::Hulp, Action::Afsluiten].map(|action| {
        let words = if action == Action::Hulp { "hulp" } else { "afsluiten" };
        Shortcut::new(3, model.keys.key_name(action), words)
    });
    enter.into_iter().chain([Shortcut::new(2, "pijltjes", "kiezen"), escape]).chain(rest).collect()
}
