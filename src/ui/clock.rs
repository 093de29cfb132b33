//! The clock of the running step: digits, a shrinking bar, a word, and the whole meeting in words.
//! State is word, position and fill; colour comes last.

use super::paint::Paint;
use super::theme::Role;
use crate::app::layout::frame;
use crate::app::layout::regions::{self, Area};
use crate::app::pages::timing;
use crate::app::state::live::Ctx;
use crate::domain::clock::Light;
use crate::domain::forecast::Standing;
use crate::text::wrap::width;

/// The shortest bar that says something.
const SHORTEST: u16 = 6;

pub fn draw(paint: &mut Paint<'_>, area: Area, ctx: Ctx<'_>) {
    let meeting = timing::meeting(ctx).filter(|_| area.width >= regions::SMALLEST.width);
    let meeting = meeting.unwrap_or_default();
    let Some(standing) = frame::standing(ctx) else {
        paint.text(Area { x: area.x + 1, width: area.width.saturating_sub(2), ..area }, &meeting, Role::Text);
        return;
    };
    let (digits, word) = frame::clock_words(standing);
    let role = role(standing.light);
    let mut x = area.x + 1;
    x += paint.text(Area { x, width: area.width.saturating_sub(1), ..area }, &digits, role) + 1;
    let cells = |text: &str| u16::try_from(width(text)).unwrap_or(0);
    let right = cells(&word) + 4 + cells(&meeting);
    let bar = area.width.saturating_sub(x + right);
    if bar >= SHORTEST {
        draw_bar(paint, Area { x, width: bar, height: 1, ..area }, standing);
        x += bar + 1;
    }
    x += paint.text(Area { x, width: area.width.saturating_sub(x), ..area }, &word, role) + 1;
    let rest = Area { x, width: area.width.saturating_sub(x + 1), ..area };
    paint.right(rest, &meeting, Role::Text);
}

/// Filled for what is left: background and space, so no font can break it.
pub fn draw_bar(paint: &mut Paint<'_>, area: Area, standing: Standing) {
    let planned = standing.planned.max(1);
    let rest = standing.rest().clamp(0, planned);
    let filled = rest * i64::from(area.width) / planned;
    let filled = u16::try_from(filled).unwrap_or(0).max(u16::from(rest > 0));
    let spaces = " ".repeat(usize::from(area.width));
    paint.text(area, &spaces, Role::BarDone);
    paint.text(
        Area { width: filled, ..area },
        &spaces.chars().take(usize::from(filled)).collect::<String>(),
        Role::BarLeft,
    );
}

/// The role for the state of a clock.
pub fn role(light: Light) -> Role {
    match light {
        Light::NotStarted => Role::Hint,
        Light::Runs => Role::Calm,
        Light::Nearly => Role::Nearly,
        Light::TimeUp => Role::TimeUp,
        Light::Over => Role::Over,
        Light::Paused => Role::Paused,
    }
}
