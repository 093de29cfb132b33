//! What is asked of the files, and the settings of this program.

use crate::app::pages::start;
use crate::app::state::effect::Effect;
use crate::app::state::intent::{FileWish, Setting};
use crate::app::state::model::{Dialog, Model};
use crate::app::state::summary;
use crate::app::state::topic::Topic;
use crate::app::turn::carry::open;
use crate::domain::time::Now;

pub fn file(model: &mut Model, wish: FileWish, now: &Now, effects: &mut Vec<Effect>) {
    let trouble = model.live.as_ref().is_some_and(|live| live.saved.trouble.is_some());
    if wish == FileWish::Close && trouble {
        open(model, Topic::Leave, now);
        return;
    }
    let effect = match wish {
        FileWish::Methods => Effect::Methods,
        FileWish::Create(method) => Effect::Create { method },
        FileWish::OpenLatest => Effect::OpenLatest,
        FileWish::List => Effect::List,
        FileWish::Open(folder) => Effect::Open { folder },
        FileWish::Lessons => {
            model.dialog = Some(Dialog::Pick(start::lessons()));
            return;
        }
        FileWish::Practice { method, fresh } => Effect::Practice { method, fresh },
        FileWish::Retry => Effect::Retry,
        FileWish::Wipe(wiping) => Effect::Wipe(wiping),
        FileWish::Inspiration => {
            let method = model.live.as_ref().map(|live| &live.session.method);
            Effect::Inspiration(method.map_or(Vec::new(), |method| method.inspiration.clone()))
        }
        FileWish::Close | FileWish::Leave => {
            // The start screen is on the wall too: nothing of the session stays behind on it.
            model.notice = None;
            effects
                .extend(model.live.take().map(|live| Effect::Snapshot(Box::new(summary::of(&live.session)))));
            model.screen = start::screen();
            effects.push(Effect::Close);
            Effect::Over
        }
        FileWish::Quit => Effect::Quit,
    };
    effects.push(effect);
}

pub fn set(model: &mut Model, setting: &Setting, effects: &mut Vec<Effect>) {
    match setting {
        Setting::Theme(index) => {
            model.prefs.theme = *index;
            effects.push(Effect::Theme(*index));
        }
        Setting::Mouse(on) => {
            model.prefs.mouse = *on;
            effects.push(Effect::Mouse(*on));
        }
        Setting::Bell(on) => model.prefs.bell = *on,
    }
}
