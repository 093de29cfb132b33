//! The wall clock at midnight and in both nights on which it changes, in Amsterdam.

use super::{Moment, Now, Shift};
use chrono::{DateTime, FixedOffset, NaiveTime};

fn at(text: &str) -> Moment {
    DateTime::parse_from_rfc3339(text).expect("a moment")
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").expect("a time")
}

fn hours(number: i32) -> FixedOffset {
    FixedOffset::east_opt(number * 3_600).expect("an offset")
}

/// `now` in the night of 25 October 2026: at 03:00 summer time it is 02:00 again.
fn autumn(text: &str) -> Now {
    let now = at(text);
    let change = at("2026-10-25T02:00:00+01:00");
    let other = if now < change { hours(1) } else { hours(2) };
    Now { shift: Some(Shift { at: change, other }), ..Now::fixed(now) }
}

/// `now` in the night of 29 March 2026: after 01:59 comes 03:00.
fn spring(text: &str) -> Now {
    let now = at(text);
    let change = at("2026-03-29T03:00:00+02:00");
    let other = if now < change { hours(2) } else { hours(1) };
    Now { shift: Some(Shift { at: change, other }), ..Now::fixed(now) }
}

#[test]
fn a_time_is_the_latest_one_that_has_been() {
    let now = Now::fixed(at("2026-11-22T00:10:00+01:00"));
    for (typed, want) in [
        ("00:10", "2026-11-22T00:10:00+01:00"),
        ("00:05", "2026-11-22T00:05:00+01:00"),
        ("23:50", "2026-11-21T23:50:00+01:00"),
        ("00:11", "2026-11-21T00:11:00+01:00"),
    ] {
        assert_eq!(now.last(time(typed)), at(want), "{typed}");
    }
}

#[test]
fn a_planned_time_is_the_nearest_one() {
    let now = Now::fixed(at("2026-11-22T23:50:00+01:00"));
    for (typed, want) in [
        ("23:40", "2026-11-22T23:40:00+01:00"),
        ("00:15", "2026-11-23T00:15:00+01:00"),
        ("12:00", "2026-11-22T12:00:00+01:00"),
        ("11:30", "2026-11-23T11:30:00+01:00"),
    ] {
        assert_eq!(now.nearest(time(typed)), at(want), "{typed}");
    }
}

#[test]
fn in_autumn_the_hour_that_comes_twice_is_the_last_one_that_was() {
    for (now, typed, want) in [
        ("2026-10-25T02:50:00+02:00", "02:30", "2026-10-25T02:30:00+02:00"),
        ("2026-10-25T02:10:00+01:00", "02:30", "2026-10-25T02:30:00+02:00"),
        ("2026-10-25T02:40:00+01:00", "02:30", "2026-10-25T02:30:00+01:00"),
        ("2026-10-25T09:00:00+01:00", "01:30", "2026-10-25T01:30:00+02:00"),
        ("2026-10-24T20:00:00+02:00", "19:00", "2026-10-24T19:00:00+02:00"),
    ] {
        assert_eq!(autumn(now).last(time(typed)), at(want), "{typed} at {now}");
    }
}

#[test]
fn in_spring_the_hour_that_is_not_there_is_not_found_that_night() {
    let now = spring("2026-03-29T03:20:00+02:00");
    assert_eq!(now.last(time("01:50")), at("2026-03-29T01:50:00+01:00"));
    assert_eq!(now.last(time("03:10")), at("2026-03-29T03:10:00+02:00"));
    let missing = now.last(time("02:30"));
    assert_eq!(missing, at("2026-03-28T02:30:00+01:00"));
    assert_eq!(now.nearest(time("01:50")), at("2026-03-29T01:50:00+01:00"));
}

#[test]
fn an_end_after_the_change_is_shown_as_the_wall_will_show_it() {
    for (now, moment, want) in [
        (autumn("2026-10-25T02:30:00+02:00"), "2026-10-25T01:10:00Z", "02:10"),
        (autumn("2026-10-25T02:30:00+02:00"), "2026-10-25T00:50:00Z", "02:50"),
        (autumn("2026-10-25T02:30:00+01:00"), "2026-10-25T00:10:00Z", "02:10"),
        (spring("2026-03-29T01:50:00+01:00"), "2026-03-29T01:20:00Z", "03:20"),
        (spring("2026-03-29T03:20:00+02:00"), "2026-03-29T00:50:00Z", "01:50"),
    ] {
        assert_eq!(now.local(at(moment)).format("%H:%M").to_string(), want, "{moment} seen at {}", now.at);
        assert_eq!(now.in_offset(at(moment)), at(moment));
    }
}

#[test]
fn what_was_typed_is_what_the_wall_shows() {
    for now in [
        autumn("2026-10-25T02:30:00+02:00"),
        autumn("2026-10-25T02:30:00+01:00"),
        spring("2026-03-29T01:30:00+01:00"),
        Now::fixed(at("2026-11-22T13:30:00+01:00")),
    ] {
        for typed in ["00:00", "01:15", "03:15", "12:00", "23:59"] {
            for found in [now.last(time(typed)), now.nearest(time(typed))] {
                assert_eq!(now.local(found).time(), time(typed), "{typed} at {}", now.at);
            }
            assert!(now.last(time(typed)) <= now.at);
        }
    }
}

#[test]
fn facts_of_the_clock_are_whole_seconds() {
    let now = Now::fixed(at("2026-11-22T13:30:05.750+01:00"));
    assert_eq!(now.second(), at("2026-11-22T13:30:05+01:00"));
}
