//! `oogst wis`: takes a session, or one casus of it, off the disk, after somebody typed that he
//! wants it.

use super::{Failure, Setting, Voice};
use crate::cli::Wipe;
use crate::io::wipe::{self, Plan, Reach};
use std::io::BufRead;

/// Says what would go, asks for the word, and does it.
///
/// # Errors
/// When there is no such session or casus, it is open somewhere, or the disk refuses.
pub fn wipe(
    wish: &Wipe,
    setting: Setting<'_>,
    input: &mut dyn BufRead,
    out: &mut Voice<'_>,
) -> Result<(), Failure> {
    let Setting { places, config, now } = setting;
    let dir = super::find(places, &wish.session)?;
    let plan = Plan::of(&dir, wish.casus, places, config, now)?;
    for line in plan.lines() {
        out.say(&line)?;
    }
    out.say(&plan.question())?;
    let mut typed = String::new();
    // Who cannot answer has not said yes.
    let _ = input.read_line(&mut typed);
    let Some(reach) = Reach::parse(&typed) else {
        return out.say("Er is niets gewist.");
    };
    out.say(&wipe::carry_out(&plan, reach, "oogst wis", now)?)
}
