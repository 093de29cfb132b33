//! The whole screen: the start screen or the working screen, and what lies over it.

use super::paint::Paint;
use super::theme::{Role, Theme};
use super::{board, clock, list, regel};
use crate::app::line::Line;
use crate::app::model::{Ctx, Dialog, Live, Model, Screen, Size};
use crate::app::regions::{self, Area, SMALLEST, Work};
use crate::app::{activity, ask, frame};
use crate::domain::time::Now;
use crate::text::dates;
use ratatui::buffer::Buffer;

/// The most rows a notice takes on the start screen, where there is room to say everything.
const START_NOTICE: u16 = 5;

/// Draws everything into a buffer; returns the cell of the caret, when there is one.
pub fn draw(buffer: &mut Buffer, model: &Model, theme: &Theme, now: &Now) -> Option<(u16, u16)> {
    let size = Size { width: buffer.area.width, height: buffer.area.height };
    let mut paint = Paint::new(buffer, theme, model.prefs.ascii);
    paint.clear(Area::of(size), Role::Text);
    if regions::too_small(size) {
        small(&mut paint, size, model, now);
        return None;
    }
    let caret = match (&model.screen, &model.live) {
        (Screen::Work, Some(live)) => Some(work(&mut paint, size, model, Ctx { live, now })),
        (Screen::Start(pick), _) => Some(start(&mut paint, size, model, pick, now)),
        (Screen::Work, None) => None,
    };
    match &model.dialog {
        Some(Dialog::Pick(pick)) => Some(list::pick(&mut paint, size, pick, false, dialog_label(pick))),
        Some(Dialog::Page(page)) => {
            list::page(&mut paint, size, page);
            None
        }
        None => caret,
    }
}

fn dialog_label(pick: &crate::app::pick::Pick) -> &'static str {
    if pick.choices.is_empty() { "Esc gaat terug" } else { "Kies" }
}

/// Too small to work on: what to do, and the clock. Everything goes on and is saved.
fn small(paint: &mut Paint<'_>, size: Size, model: &Model, now: &Now) {
    let mut lines = Vec::new();
    if let Some(live) = &model.live {
        let ctx = Ctx { live, now };
        if let Some(standing) = frame::standing(ctx) {
            let (digits, word) = frame::clock_words(standing);
            lines.push(format!("{digits} {word}"));
        }
    }
    lines.push("Dit venster is te klein.".to_owned());
    lines.push(format!("Nu {}x{}, nodig {}x{}.", size.width, size.height, SMALLEST.width, SMALLEST.height));
    lines.push(format!("Letters kleiner: {}.", model.prefs.zoom));
    lines.push("Alles loopt door en blijft bewaard.".to_owned());
    let area = Area::of(size);
    let wrapped = lines.iter().flat_map(|line| crate::app::wrap::wrap(line, usize::from(size.width)));
    for (row, line) in (0..size.height).zip(wrapped) {
        paint.text(area.row(row), &line, Role::Text);
    }
}

fn start(
    paint: &mut Paint<'_>,
    size: Size,
    model: &Model,
    pick: &crate::app::pick::Pick,
    now: &Now,
) -> (u16, u16) {
    let area = Area::of(size);
    let title = Area { x: 4, width: size.width.saturating_sub(8), ..area.row(1) };
    paint.text(title, "Oogst", Role::Title);
    paint.right(title, &dates::date(now.local(now.at).date()), Role::Text);
    let caret = list::pick(paint, size, pick, true, "Kies");
    if let Some(notice) = &model.notice {
        let rows = crate::app::wrap::wrap(notice, usize::from(size.width.saturating_sub(2))).len();
        let height = u16::try_from(rows).unwrap_or(START_NOTICE).min(START_NOTICE);
        let y = size.height.saturating_sub(height + 1);
        quiet(paint, Area { y, height, ..area }, notice, Role::Text);
    }
    key_bar(paint, area.row(size.height - 1), &start_keys(model));
    caret
}

fn start_keys(model: &Model) -> Vec<(String, String)> {
    use crate::keys::action::Action;
    vec![
        ("Enter".to_owned(), "doen wat gekozen is".to_owned()),
        (model.keys.key_name(Action::Menu), "menu".to_owned()),
        (model.keys.key_name(Action::Hulp), "hulp".to_owned()),
        (model.keys.key_name(Action::Afsluiten), "afsluiten".to_owned()),
    ]
}

fn work(paint: &mut Paint<'_>, size: Size, model: &Model, ctx: Ctx<'_>) -> (u16, u16) {
    let live = ctx.live;
    let the_board = activity::board(ctx);
    let text = live.view.text();
    let meaning = match &live.view.prompt {
        Some(prompt) => ask::meaning(ctx, &prompt.ask, text),
        None => activity::meaning(ctx, &the_board, text),
    };
    let regions = regions::work(ctx, size, &the_board, &meaning.label);
    top(paint, &regions, ctx);
    for (area, line) in &regions.head {
        paint.text(Area { x: area.x + 1, width: area.width.saturating_sub(2), ..*area }, line, Role::Text);
    }
    board::draw(paint, &regions, ctx, &the_board);
    if let Some(area) = regions.steps {
        board::steps(paint, area, ctx);
    }
    for (area, line) in &regions.band {
        paint.clear(*area, Role::Head);
        paint.text(Area { x: area.x + 1, width: area.width.saturating_sub(2), ..*area }, line, Role::Head);
    }
    let said = meaning.problem.as_ref().filter(|_| !text.is_empty()).or(meaning.remark.as_ref());
    match said {
        Some(said) if live.saved.trouble.is_none() => quiet(paint, regions.quiet, said, Role::Text),
        _ => {
            let role = if live.saved.trouble.is_some() { Role::Unsaved } else { Role::Hint };
            quiet(paint, regions.quiet, &frame::quiet(model, live, &model.keys), role);
        }
    }
    let empty = Line::default();
    let line = match &live.view.prompt {
        Some(prompt) => &prompt.line,
        None => live.view.lines.get(&live.view.place).unwrap_or(&empty),
    };
    let caret = regel::draw(paint, regions.line, &meaning.label, line, meaning.limit);
    key_bar(paint, regions.keys, &frame::key_bar(ctx, &the_board, &meaning, &model.keys));
    caret
}

/// Title, clock and rule.
fn top(paint: &mut Paint<'_>, regions: &Work, ctx: Ctx<'_>) {
    let live: &Live = ctx.live;
    let (number, name) = frame::title(ctx);
    let room = Area { x: 1, width: regions.title.width.saturating_sub(2), ..regions.title };
    let title = if number.is_empty() { name } else { format!("{number}  {name}") };
    let (saved, fine) = frame::saved(live, ctx.now);
    let right = paint.right(room, &saved, if fine { Role::Saved } else { Role::Unsaved });
    let left = paint.text(Area { width: room.width.saturating_sub(right + 2), ..room }, &title, Role::Title);
    let about = Area { width: room.width.saturating_sub(right + 3), ..room };
    if left + 3 + u16::try_from(crate::app::wrap::width(&frame::about(ctx))).unwrap_or(0) < about.width {
        paint.right(about, &frame::about(ctx), Role::Text);
    }
    clock::draw(paint, regions.clock, ctx);
    paint.rule(regions.rule, Role::Rule);
    let said = frame::looking(ctx).or_else(|| frame::part_words(ctx));
    if let Some(said) = said {
        let at = Area { x: 2, width: regions.rule.width.saturating_sub(4), ..regions.rule };
        paint.text(at, &format!(" {said} "), Role::Text);
    }
}

fn quiet(paint: &mut Paint<'_>, area: Area, text: &str, role: Role) {
    let room = Area { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    for (row, line) in (0..area.height).zip(crate::app::wrap::wrap(text, usize::from(room.width))) {
        paint.text(room.row(row), &line, role);
    }
}

/// As many keys as fit, the most important first.
fn key_bar(paint: &mut Paint<'_>, area: Area, keys: &[(String, String)]) {
    let mut x = area.x + 1;
    for (key, words) in keys {
        let needed = crate::app::wrap::width(key) + crate::app::wrap::width(words) + 4;
        if usize::from(x) + needed > usize::from(area.width) + 2 {
            return;
        }
        let rest = |x: u16| Area { x, width: area.width.saturating_sub(x), ..area };
        x += paint.text(rest(x), &format!(" {key} "), Role::KeyName);
        x += paint.text(rest(x), &format!(" {words}"), Role::KeyText) + 2;
    }
}
