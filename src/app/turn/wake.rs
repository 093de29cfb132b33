//! When the screen next shows something else without anybody doing anything. Derived from what is
//! in view, never ticked: with no clock running there is no wake-up at all.

use crate::app::state::model::{Model, Screen};
use crate::domain::time::{Moment, Now};
use chrono::TimeDelta;
use chrono::Timelike;

/// The moment to wake up, or `None`: sleep until somebody does something.
pub fn next(model: &Model, now: &Now) -> Option<Moment> {
    let live = model.live.as_ref()?;
    if matches!(model.screen, Screen::Start(_)) {
        return None;
    }
    let whole = now.second();
    // The turn in a ronde is shown in seconds, also when no clock runs.
    if live.view.round.is_some() {
        return Some(whole + TimeDelta::seconds(1));
    }
    live.session.clock.current()?;
    if live.session.clock.paused().is_some() {
        // Only the expected end moves while there is a pause, and it is shown in minutes.
        return Some(whole + TimeDelta::seconds(60 - i64::from(whole.second())));
    }
    Some(whole + TimeDelta::seconds(1))
}
