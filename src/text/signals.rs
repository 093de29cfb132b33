//! The signals of the tijdbewaker in words.

use super::dates;
use crate::domain::session::Session;
use crate::domain::signal::Signal;
use crate::domain::time::Now;

/// The signals as they stand in a list, by the number that sends them.
pub const LIST: [&str; 5] = ["nog 2 min", "de tijd is om", "pauze?", "begonnen om …", "seintje"];

/// "nog 2 minuten", "stap 5 begon om 14:07".
pub fn words(signal: Signal, session: &Session, now: &Now) -> String {
    match signal {
        Signal::TwoMinutes => "nog 2 minuten".to_owned(),
        Signal::TimeUp => "de tijd is om".to_owned(),
        Signal::Pause => "tijd voor een pauze?".to_owned(),
        Signal::Begun { key, since } => {
            let number = session.number(key);
            format!("stap {number} begon om {}", dates::time(now.local(since).time()))
        }
        Signal::Nudge => "een seintje, kijk even naar me".to_owned(),
    }
}
