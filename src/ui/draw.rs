//! The whole screen: the start screen or the working screen, and what lies over it.

use super::paint::Paint;
use super::theme::{Role, Theme};
use super::{board, book, clock, group, list, regel, timekeeper};
use crate::app::layout::frame::{self, Shortcut, Tone};
use crate::app::layout::regions::{self, Area, SMALLEST, SMALLEST_BESIDE, Work};
use crate::app::pages::{places, timing};
use crate::app::state::live::{Ctx, Live};
use crate::app::state::model::{Dialog, Model, Screen, Size};
use crate::app::state::shown::Shown;
use crate::app::state::wall::Face;
use crate::app::state::window::{Kind, State, Window};
use crate::app::steps;
use crate::domain::time::Now;
use crate::text::dates;
use crate::text::wrap::{width, wrap};
use ratatui::buffer::Buffer;

/// The most rows a notice takes on the start screen, where there is room to say everything.
const START_NOTICE: u16 = 5;

/// Draws everything into a buffer; returns the cell of the caret, when there is one.
pub fn draw(buffer: &mut Buffer, model: &Model, theme: &Theme, now: &Now) -> Option<(u16, u16)> {
    let size = Size { width: buffer.area.width, height: buffer.area.height };
    let mut paint = Paint::new(buffer, theme, model.prefs.ascii);
    paint.clear(Area::of(size), Role::Text);
    let smallest = match model.screen {
        Screen::Start(_) | Screen::Work | Screen::Book(_) => SMALLEST,
        Screen::Window(_) => SMALLEST_BESIDE,
    };
    if regions::too_small(size, smallest) {
        small(&mut paint, size, smallest, model, now);
        return None;
    }
    let caret = match (&model.screen, &model.live) {
        (Screen::Work, Some(live)) => {
            let ctx = Ctx { live, now };
            match live.view.wall.face {
                Face::Working => work(&mut paint, size, model, ctx),
                Face::Cover | Face::Group => group::draw(&mut paint, size, ctx),
            }
        }
        (Screen::Window(window), _) => beside(&mut paint, size, model, window, now),
        (Screen::Start(pick), _) => Some(start(&mut paint, size, model, pick, now)),
        (Screen::Book(reader), _) => Some(book::draw(&mut paint, size, model, reader)),
        (Screen::Work, None) => None,
    };
    let Some(dialog) = &model.dialog else { return caret };
    let keys = Area::of(size).row(size.height.saturating_sub(1));
    paint.clear(keys, Role::Text);
    key_bar(&mut paint, keys, &frame::dialog_bar(dialog, &model.keys));
    match dialog {
        Dialog::Pick(pick) => {
            let line = regions::finding(model, pick, now);
            Some(list::pick(&mut paint, size, pick, false, (dialog_label(pick), &line)))
        }
        Dialog::Page(page) => {
            list::page(&mut paint, size, page);
            None
        }
    }
}

/// A window beside the begeleidersscherm.
fn beside(
    paint: &mut Paint<'_>,
    size: Size,
    model: &Model,
    window: &Window,
    now: &Now,
) -> Option<(u16, u16)> {
    match (&window.kind, window.state, &model.live) {
        (Kind::Time(own), state, _) => timekeeper::draw(paint, size, model, state, (own, now)),
        (Kind::Group, State::Following, Some(live)) => {
            let caret = group::draw(paint, size, Ctx { live, now });
            keyboard(paint, Area::of(size).row(0), model);
            caret
        }
        (Kind::Group, _, _) => {
            group::nothing(paint, size);
            None
        }
    }
}

/// Where keys go that are not for this window.
pub(super) const ELSEWHERE: &str = "Het toetsenbord is nu in een ander venster.";

/// The mark of the window that has the keyboard (decision 12), before its title.
pub(super) fn keyboard(paint: &mut Paint<'_>, title: Area, model: &Model) {
    if model.keyboard == Some(true) {
        paint.text(Area { width: 1, ..title }, "►", Role::Label);
    }
}

fn dialog_label(pick: &crate::app::state::pick::Pick) -> &'static str {
    if pick.choices.is_empty() { "Esc gaat terug" } else { "Kies" }
}

/// Too small to work on: what to do, and the clock. Everything goes on and is saved.
fn small(paint: &mut Paint<'_>, size: Size, needed: Size, model: &Model, now: &Now) {
    let mut lines = Vec::new();
    if let Some(live) = &model.live {
        let ctx = Ctx { live, now };
        if let Some(standing) = frame::standing(ctx) {
            let (digits, word) = frame::clock_words(standing);
            lines.push(format!("{digits} {word}"));
        }
    }
    lines.push("Dit venster is te klein.".to_owned());
    lines.push(format!("Nu {}x{}, nodig {}x{}.", size.width, size.height, needed.width, needed.height));
    lines.push(format!("Letters {}.", model.prefs.zoom));
    lines.push("Alles loopt door en blijft bewaard.".to_owned());
    let area = Area::of(size);
    let wrapped = lines.iter().flat_map(|line| wrap(line, usize::from(size.width)));
    for (row, line) in (0..size.height).zip(wrapped) {
        paint.text(area.row(row), &line, Role::Text);
    }
}

fn start(
    paint: &mut Paint<'_>,
    size: Size,
    model: &Model,
    pick: &crate::app::state::pick::Pick,
    now: &Now,
) -> (u16, u16) {
    let area = Area::of(size);
    let title = Area { x: 4, width: size.width.saturating_sub(8), ..area.row(1) };
    paint.text(title, "Oogst", Role::Title);
    paint.right(title, &dates::date(now.local(now.at).date()), Role::Text);
    let caret = list::pick(paint, size, pick, true, ("Kies", &pick.line));
    if let Some(notice) = &model.notice {
        let rows = crate::text::wrap::wrap(notice, usize::from(size.width.saturating_sub(2))).len();
        let height = u16::try_from(rows).unwrap_or(START_NOTICE).min(START_NOTICE);
        let y = size.height.saturating_sub(height + 1);
        quiet(paint, Area { y, height, ..area }, notice, Role::Text);
    }
    key_bar(paint, area.row(size.height - 1), &start_keys(model));
    caret
}

fn start_keys(model: &Model) -> Vec<Shortcut> {
    use crate::keys::action::Action;
    vec![
        Shortcut::new(0, "Enter", "doen wat gekozen is"),
        Shortcut::new(1, model.keys.key_name(Action::Menu), "menu"),
        Shortcut::new(2, model.keys.key_name(Action::Hulp), "hulp"),
        Shortcut::new(3, model.keys.key_name(Action::Afsluiten), "afsluiten"),
    ]
}

fn work(paint: &mut Paint<'_>, size: Size, model: &Model, ctx: Ctx<'_>) -> Option<(u16, u16)> {
    let live = ctx.live;
    let the_board = steps::board(ctx);
    let meaning = steps::meaning(ctx, &the_board);
    let said = frame::said(model, live, &meaning);
    let regions = regions::work(ctx, size, &the_board, &meaning, &said);
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
    let role = match said.tone {
        Tone::Trouble => Role::Unsaved,
        Tone::Plain => Role::Text,
        Tone::Hint => Role::Hint,
    };
    quiet(paint, regions.quiet, &said.text, role);
    keyboard(paint, regions.title, model);
    let caret = regel::draw(paint, regions.line, &meaning.label, &regions::regel(ctx), meaning.limit);
    if model.keyboard == Some(false) {
        quiet(paint, regions.keys, ELSEWHERE, Role::Hint);
        return None;
    }
    key_bar(paint, regions.keys, &frame::key_bar(ctx, &the_board, &meaning, &model.keys));
    Some(caret)
}

/// Title, clock and rule.
fn top(paint: &mut Paint<'_>, regions: &Work, ctx: Ctx<'_>) {
    let live: &Live = ctx.live;
    let (number, name) = places::title(ctx);
    let room = Area { x: 1, width: regions.title.width.saturating_sub(2), ..regions.title };
    let title = Shown::join([number, name], "  ");
    let (saved, fine) = frame::saved(live, ctx.now);
    let right = paint.right(room, &saved, if fine { Role::Saved } else { Role::Unsaved });
    let left = paint.text(Area { width: room.width.saturating_sub(right + 2), ..room }, &title, Role::Title);
    let about = Area { width: room.width.saturating_sub(right + 3), ..room };
    if left + 3 + u16::try_from(width(&frame::about(ctx))).unwrap_or(0) < about.width {
        paint.right(about, &frame::about(ctx), Role::Text);
    }
    clock::draw(paint, regions.clock, ctx);
    paint.rule(regions.rule, Role::Rule);
    let said = places::looking(ctx).or_else(|| timing::part(ctx));
    if let Some(said) = said {
        let at = Area { x: 2, width: regions.rule.width.saturating_sub(4), ..regions.rule };
        paint.text(at, &format!(" {said} "), Role::Text);
    }
}

pub(super) fn quiet(paint: &mut Paint<'_>, area: Area, text: &str, role: Role) {
    let room = Area { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    for (row, line) in (0..area.height).zip(wrap(text, usize::from(room.width))) {
        paint.text(room.row(row), &line, role);
    }
}

/// As many keys as fit, the most important first, in the order in which they are given.
pub(super) fn key_bar(paint: &mut Paint<'_>, area: Area, keys: &[Shortcut]) {
    const BETWEEN: usize = 2;
    let cells = |key: &Shortcut| width(&key.key) + width(&key.words) + 3;
    let mut by_rank: Vec<&Shortcut> = keys.iter().collect();
    by_rank.sort_by_key(|key| key.rank);
    let mut room = usize::from(area.width.saturating_sub(1)) + BETWEEN;
    let mut lowest = u8::MAX;
    for key in by_rank {
        let needed = cells(key) + BETWEEN;
        if needed > room {
            lowest = key.rank;
            break;
        }
        room -= needed;
    }
    let mut x = area.x + 1;
    for key in keys.iter().filter(|key| key.rank < lowest) {
        let rest = |x: u16| Area { x, width: area.width.saturating_sub(x), ..area };
        x += paint.text(rest(x), &format!(" {} ", key.key), Role::KeyName);
        x += paint.text(rest(x), &format!(" {}", key.words), Role::KeyText) + 2;
    }
}
