//! What the places are called, in the title line, the menu and help.

use crate::app::state::live::Ctx;
use crate::app::state::place::{Place, SetupPage};
use crate::app::state::shown::Shown;

/// The name of a page of the preparation.
pub fn name(page: SetupPage) -> &'static str {
    match page {
        SetupPage::Casus => "casus",
        SetupPage::People => "wie is er",
        SetupPage::Roles => "rollen",
        SetupPage::Time => "tijd",
        SetupPage::Checklist => "checklist",
    }
}

/// The number and name of the place in view.
pub fn title(ctx: Ctx<'_>) -> (Shown, Shown) {
    match ctx.place() {
        Place::Setup(page) => (Shown::EMPTY, Shown::fill("Vooraf · {}", &[&name(page)])),
        Place::Harvest(_) => (Shown::EMPTY, Shown::from(&ctx.session().method.words.harvest)),
        Place::Step(key) => (Shown::number(ctx.session(), key), Shown::step(ctx.session(), key)),
    }
}

/// Said when the step in view is not the one that runs.
pub fn looking(ctx: Ctx<'_>) -> Option<Shown> {
    let (key, _) = ctx.session().clock.current()?;
    if ctx.is_running() {
        return None;
    }
    let running = Shown::number(ctx.session(), key);
    let here = match ctx.place() {
        Place::Step(here) => Shown::fill("stap {}", &[&Shown::number(ctx.session(), here)]),
        Place::Setup(_) => "de voorbereiding".into(),
        Place::Harvest(_) => Shown::from(&ctx.session().method.words.harvest).lower(),
    };
    Some(Shown::fill("Je bekijkt {}. De klok loopt voor stap {}.", &[&here, &running]))
}
