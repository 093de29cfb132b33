//! The menu of a window beside the begeleidersscherm: only that window can be changed.

use crate::app::pages::{menu, timekeeper};
use crate::app::state::intent::{FileWish, Intent, Setting};
use crate::app::state::model::Model;
use crate::app::state::pick::{Choice, Pick};
use crate::app::state::shown::Shown;
use crate::app::state::window::{Kind, Window};
use crate::domain::time::Now;
use crate::keys::action::Action;

/// What the menu offers.
pub fn menu(model: &Model, window: &Window, now: &Now) -> Pick {
    let mut choices = match (&window.kind, &model.live) {
        (Kind::Time(_), Some(live)) => timekeeper::choices(live, now).collect(),
        (Kind::Time(_), None) | (Kind::Group, _) => Vec::new(),
    };
    menu::program_choices(model, &mut choices);
    choices.retain(|choice| !matches!(choice.intent, Intent::Setting(Setting::Mouse(_)) | Intent::Act(_)));
    let key = Shown::key(&model.keys, Action::Afsluiten);
    choices.push(Choice::new("Dit venster sluiten", Intent::File(FileWish::Quit)).detail(key));
    Pick::new("Menu", choices)
}
