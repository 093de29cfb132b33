//! The program's only clock: the present moment in this place, and the nearest change of the wall
//! clock (summer and winter time).
//!
//! Nothing else in the program reads the time of day; everything gets a [`Now`] as an argument.

use std::cell::Cell;
use std::hash::{BuildHasher, Hasher, RandomState};

use chrono::{DateTime, FixedOffset, Local, Offset, TimeDelta, TimeZone, Utc};

use crate::domain::time::{Moment, Now, Shift};

/// How far a change of offset is still worth knowing.
const NEAR: i64 = 24 * 3600;
/// A looked-up change is kept this long, so the window looked at is this much wider.
const KEEP: i64 = 3600;

/// A change of the wall clock, in seconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Change {
    at: i64,
    before: FixedOffset,
    after: FixedOffset,
}

thread_local! {
    /// The hour that was looked up last, and what was found: asking the zone table at every key
    /// would cost more than drawing the frame.
    static FOUND: Cell<Option<(i64, Option<Change>)>> = const { Cell::new(None) };
}

/// The present moment in this place.
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the time")]
pub fn now() -> Now {
    let at = Local::now().fixed_offset();
    let hour = at.timestamp().div_euclid(KEEP);
    let change = match FOUND.get() {
        Some((known, change)) if known == hour => change,
        _ => {
            let change = change_near(hour * KEEP, local_offset);
            FOUND.set(Some((hour, change)));
            change
        }
    };
    Now { at, shift: change.and_then(|change| shift(at, change)), chance: chance() }
}

/// The system gives every hasher another key; what it makes of nothing is as good as a die.
fn chance() -> u64 {
    RandomState::new().build_hasher().finish()
}

fn local_offset(second: i64) -> Option<FixedOffset> {
    let utc = DateTime::<Utc>::from_timestamp(second, 0)?;
    Some(Local.offset_from_utc_datetime(&utc.naive_utc()).fix())
}

/// The change nearest to the hour that begins at `hour`, looking a day around it.
fn change_near(hour: i64, offset: impl Fn(i64) -> Option<FixedOffset>) -> Option<Change> {
    let middle = hour + KEEP / 2;
    let past = change_between(hour - NEAR - 1, middle, &offset);
    let coming = change_between(middle, hour + KEEP + NEAR, &offset);
    match (past, coming) {
        (Some(past), Some(coming)) if middle - past.at > coming.at - middle => Some(coming),
        (Some(past), _) => Some(past),
        (None, coming) => coming,
    }
}

/// The change between two seconds whose offsets differ, by halving.
fn change_between(from: i64, to: i64, offset: &impl Fn(i64) -> Option<FixedOffset>) -> Option<Change> {
    let (before, after) = (offset(from)?, offset(to)?);
    if before == after {
        return None;
    }
    let (mut low, mut high) = (from, to);
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if offset(middle)? == before {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(Change { at: high, before, after })
}

/// The change as seen from `at`, unless it is more than a day away.
fn shift(at: Moment, change: Change) -> Option<Shift> {
    let moment = DateTime::<Utc>::from_timestamp(change.at, 0)?.with_timezone(&change.after);
    let near = (at - moment).abs() <= TimeDelta::seconds(NEAR);
    let other = if at < moment { change.after } else { change.before };
    near.then_some(Shift { at: moment, other })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(n: i32) -> FixedOffset {
        FixedOffset::east_opt(n * 3600).expect("offset")
    }

    fn utc(text: &str) -> i64 {
        DateTime::parse_from_rfc3339(text).expect("moment").timestamp()
    }

    /// The rules of Amsterdam in 2026, whatever zone the test runs in.
    #[expect(clippy::unnecessary_wraps, reason = "has the form of a zone table")]
    fn amsterdam(second: i64) -> Option<FixedOffset> {
        let summer = utc("2026-03-29T01:00:00Z")..utc("2026-10-25T01:00:00Z");
        Some(if summer.contains(&second) { hours(2) } else { hours(1) })
    }

    /// What `now()` would say at this moment in Amsterdam.
    fn now_at(text: &str) -> Now {
        let second = utc(text);
        let offset = amsterdam(second).expect("offset");
        let at = DateTime::<Utc>::from_timestamp(second, 0).expect("moment").with_timezone(&offset);
        let change = change_near(second.div_euclid(KEEP) * KEEP, amsterdam);
        Now { shift: change.and_then(|change| shift(at, change)), ..Now::fixed(at) }
    }

    fn wall(now: &Now, moment: &str) -> String {
        let moment = DateTime::parse_from_rfc3339(moment).expect("moment");
        now.local(moment).format("%H:%M").to_string()
    }

    #[test]
    fn the_night_of_winter_time_is_seen_from_both_sides() {
        let before = now_at("2026-10-24T23:30:00Z");
        let seen = before.shift.expect("a change comes");
        assert_eq!((seen.at.timestamp(), seen.other), (utc("2026-10-25T01:00:00Z"), hours(1)));
        assert_eq!(wall(&before, "2026-10-25T00:59:59Z"), "02:59");
        assert_eq!(wall(&before, "2026-10-25T01:00:00Z"), "02:00");

        let after = now_at("2026-10-25T01:30:00Z");
        let seen = after.shift.expect("a change has been");
        assert_eq!((seen.at.timestamp(), seen.other), (utc("2026-10-25T01:00:00Z"), hours(2)));
        assert_eq!(wall(&after, "2026-10-25T00:30:00Z"), "02:30");
        assert_eq!(wall(&after, "2026-10-25T01:30:00Z"), "02:30");
    }

    #[test]
    fn the_night_of_summer_time_is_seen_from_both_sides() {
        let before = now_at("2026-03-28T20:00:00Z");
        let seen = before.shift.expect("a change comes");
        assert_eq!((seen.at.timestamp(), seen.other), (utc("2026-03-29T01:00:00Z"), hours(2)));
        assert_eq!(wall(&before, "2026-03-29T00:59:00Z"), "01:59");
        assert_eq!(wall(&before, "2026-03-29T01:00:00Z"), "03:00");
        assert_eq!(wall(&now_at("2026-03-29T01:00:00Z"), "2026-03-29T00:59:00Z"), "01:59");
    }

    #[test]
    fn the_second_of_the_change_belongs_to_the_new_time() {
        let now = now_at("2026-10-25T01:00:00Z");
        assert_eq!(now.shift.map(|seen| seen.other), Some(hours(2)));
        let now = now_at("2026-10-25T00:59:59Z");
        assert_eq!(now.shift.map(|seen| seen.other), Some(hours(1)));
    }

    #[test]
    fn a_change_further_than_a_day_away_is_not_told() {
        assert_eq!(now_at("2026-10-24T00:59:59Z").shift, None);
        assert!(now_at("2026-10-24T01:00:00Z").shift.is_some());
        assert!(now_at("2026-10-26T01:00:00Z").shift.is_some());
        assert_eq!(now_at("2026-10-26T01:00:01Z").shift, None);
        assert_eq!(now_at("2026-07-01T12:00:00Z").shift, None);
    }

    #[test]
    fn the_kept_answer_is_the_same_as_a_fresh_one() {
        let first = now();
        let second = now();
        assert_eq!(first.shift, second.shift);
        assert!(second.at >= first.at);
    }
}
