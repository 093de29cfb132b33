//! The ways out of running late, as sentences that can be read aloud.
//!
//! Must not know: how they are computed.

use super::{counts, dates, durations, steps};
use crate::domain::redistribute::{Way, WhyNot};
use crate::domain::session::Session;
use crate::domain::time::Now;

/// "Stap 5 wordt 2 min korter, stap 6 1 min: klaar om 15:02", or why not.
pub fn shorter(session: &Session, found: &Result<Way, WhyNot>, late: i64, now: &Now) -> String {
    let way = match found {
        Ok(way) => way,
        Err(WhyNot::TooLittle(0) | WhyNot::AllNeeded) => {
            return "Korter kan niet: elke stap heeft al zijn kortste tijd".to_owned();
        }
        Err(WhyNot::LastStep) => return "Korter kan niet: hierna komt geen stap meer".to_owned(),
        Err(WhyNot::TooLittle(most)) => {
            let (most, late) = (durations::amount(*most), durations::amount(late));
            return format!("Korter is niet genoeg: er kan {most} af, en het loopt {late} uit");
        }
    };
    let parts: Vec<String> = (0..)
        .zip(&way.changed)
        .map(|(index, (key, seconds))| {
            let (step, amount) = (steps::number(session, *key), durations::amount(*seconds));
            if index == 0 {
                format!("Stap {step} wordt {amount} korter")
            } else {
                format!("stap {step} {amount}")
            }
        })
        .collect();
    format!("{}: {}", counts::list(&parts), ready(way, now))
}

/// "Stap 4 overslaan, stap 5 krijgt 1 min erbij: klaar om 15:02", or why not.
pub fn skip(session: &Session, found: &Result<Way, WhyNot>, late: i64, now: &Now) -> String {
    let way = match found {
        Ok(way) => way,
        Err(WhyNot::AllNeeded) => return "Overslaan kan niet: elke stap die nog komt is nodig".to_owned(),
        Err(WhyNot::LastStep) => return "Overslaan kan niet: hierna komt geen stap meer".to_owned(),
        Err(WhyNot::TooLittle(most)) => {
            let (most, late) = (durations::amount(*most), durations::amount(late));
            return format!("Overslaan is niet genoeg: dat scheelt {most}, en het loopt {late} uit");
        }
    };
    let left_out: Vec<String> = way.skipped.iter().map(|key| steps::number(session, *key)).collect();
    let back: Vec<String> = way
        .changed
        .iter()
        .map(|(key, seconds)| {
            format!("stap {} krijgt {} erbij", steps::number(session, *key), durations::amount(*seconds))
        })
        .collect();
    let mark = if back.is_empty() { "" } else { "; " };
    format!("Stap {} overslaan{mark}{}: {}", counts::list(&left_out), counts::list(&back), ready(way, now))
}

/// "Later klaar: 15:04. Vindt iedereen dat goed?"
pub fn later(way: &Way, now: &Now) -> String {
    format!("Later klaar: {}. Vindt iedereen dat goed?", dates::time(now.local(way.end).time()))
}

fn ready(way: &Way, now: &Now) -> String {
    format!("klaar om {}", dates::time(now.local(way.end).time()))
}
