//! Lengths of time: as a clock, in words, and as people type them.
//!
//! Drift is always said in words, never with a sign: "+2" is read as "two extra" by one person
//! and "two late" by the next. Must not know: steps, or which clock runs.

use std::cmp::Ordering;

/// Up to this many seconds from what was agreed is "op schema": less than half a minute is noise.
const ON_TIME: u64 = 30;

/// Minutes and seconds as a clock shows them: "07:41". Counts up and down alike, so without a sign.
pub fn clock(seconds: i64) -> String {
    let seconds = seconds.unsigned_abs();
    format!("{:02}:{:02}", seconds / 60, seconds % 60)
}

/// "1 minuut", "7 minuten".
pub fn minutes(number: u64) -> String {
    format!("{number} {}", if number == 1 { "minuut" } else { "minuten" })
}

/// A length in whole minutes: "45 minuten", "1 uur", "1 uur en 5 minuten".
pub fn length(number: u64) -> String {
    match (number / 60, number % 60) {
        (0, rest) => minutes(rest),
        (hours, 0) => format!("{hours} uur"),
        (hours, rest) => format!("{hours} uur en {}", minutes(rest)),
    }
}

/// A length in seconds, rounded to whole minutes: "6 minuten"; under half a minute "0 minuten".
pub fn length_of(seconds: i64) -> String {
    length(rounded(seconds))
}

/// How far the meeting is from what was agreed: "2 min uitgelopen", "1 min eerder", "op schema".
/// Positive seconds are late.
pub fn drift(seconds: i64) -> String {
    let size = seconds.unsigned_abs();
    if size < ON_TIME {
        return "op schema".to_owned();
    }
    let amount = whole(seconds);
    if seconds > 0 { format!("{amount} uitgelopen") } else { format!("{amount} eerder") }
}

/// A length in whole minutes, short: "2 min", "1 uur 5 min".
pub fn whole(seconds: i64) -> String {
    let number = rounded(seconds);
    match (number / 60, number % 60) {
        (0, rest) => format!("{rest} min"),
        (hours, 0) => format!("{hours} uur"),
        (hours, rest) => format!("{hours} uur {rest} min"),
    }
}

/// As [`whole`], but what is no minute at all in seconds: "20 seconden".
pub fn amount(seconds: i64) -> String {
    match seconds.unsigned_abs() {
        1 => "1 seconde".to_owned(),
        size @ 0..30 => format!("{size} seconden"),
        _ => whole(seconds),
    }
}

/// How long something took beside what was planned: "3 min langer", "2 min korter", "zoals
/// gepland". Of the whole minutes that people read, so that it can be checked by hand.
pub fn difference(planned: i64, actual: i64) -> String {
    let (planned, actual) = (rounded(planned), rounded(actual));
    let minutes = i64::try_from(planned.abs_diff(actual)).unwrap_or(i64::MAX);
    let size = whole(minutes.saturating_mul(60));
    match actual.cmp(&planned) {
        Ordering::Greater => format!("{size} langer"),
        Ordering::Less => format!("{size} korter"),
        Ordering::Equal => "zoals gepland".to_owned(),
    }
}

fn rounded(seconds: i64) -> u64 {
    seconds.unsigned_abs().saturating_add(30) / 60
}

/// What is left: "nog 2 minuten", "nog 1 minuut", "nog 25 seconden", "de tijd is om".
///
/// The last seconds go in steps of five, so that words do not change faster than they are read.
pub fn left(seconds: i64) -> String {
    match u64::try_from(seconds) {
        Err(_) | Ok(0) => "de tijd is om".to_owned(),
        Ok(seconds) if seconds <= 50 => format!("nog {} seconden", seconds.div_ceil(5) * 5),
        Ok(seconds) => format!("nog {}", minutes((seconds + 30) / 60)),
    }
}

/// Minutes as people type them: `7`, `7 min`, `7 minuten`, `7m`, `+5`.
pub fn parse_minutes(typed: &str) -> Option<u32> {
    let typed = typed.trim().to_lowercase();
    let typed = typed.strip_prefix('+').unwrap_or(&typed).trim_start();
    let end = typed.find(|c: char| !c.is_ascii_digit()).unwrap_or(typed.len());
    let (number, unit) = typed.split_at_checked(end)?;
    let known = matches!(unit.trim(), "" | "m" | "min" | "min." | "minuut" | "minuten" | "'");
    known.then(|| number.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_has_two_and_two_digits_and_no_sign() {
        for (seconds, want) in [
            (0, "00:00"),
            (461, "07:41"),
            (59, "00:59"),
            (3_600, "60:00"),
            (-133, "02:13"),
            (6_065, "101:05"),
        ] {
            assert_eq!(clock(seconds), want);
        }
    }

    #[test]
    fn drift_is_said_in_words() {
        for (seconds, want) in [
            (0, "op schema"),
            (29, "op schema"),
            (-29, "op schema"),
            (30, "1 min uitgelopen"),
            (89, "1 min uitgelopen"),
            (90, "2 min uitgelopen"),
            (-60, "1 min eerder"),
            (-150, "3 min eerder"),
            (3_570, "1 uur uitgelopen"),
            (3_900, "1 uur 5 min uitgelopen"),
            (-7_200, "2 uur eerder"),
        ] {
            assert_eq!(drift(seconds), want, "{seconds}");
        }
        for seconds in [i64::MIN, -1, 1, i64::MAX] {
            assert!(!drift(seconds).contains(['+', '-', '−']), "{seconds}");
        }
    }

    #[test]
    fn a_difference_can_be_checked_by_hand() {
        for (planned, actual, want) in [
            (900, 1_080, "3 min langer"),
            (900, 1_109, "3 min langer"),
            (900, 780, "2 min korter"),
            (900, 929, "zoals gepland"),
            (810, 1_100, "4 min langer"),
            (0, 3_900, "1 uur 5 min langer"),
        ] {
            assert_eq!(difference(planned, actual), want, "{planned} {actual}");
        }
        for (seconds, want) in [(1, "1 seconde"), (-20, "20 seconden"), (59, "1 min"), (-150, "3 min")] {
            assert_eq!(amount(seconds), want, "{seconds}");
        }
    }

    #[test]
    fn what_is_left_counts_down_calmly() {
        for (seconds, want) in [
            (461, "nog 8 minuten"),
            (120, "nog 2 minuten"),
            (91, "nog 2 minuten"),
            (89, "nog 1 minuut"),
            (51, "nog 1 minuut"),
            (50, "nog 50 seconden"),
            (23, "nog 25 seconden"),
            (1, "nog 5 seconden"),
            (0, "de tijd is om"),
            (-5, "de tijd is om"),
        ] {
            assert_eq!(left(seconds), want, "{seconds}");
        }
    }

    #[test]
    fn a_length_is_hours_and_minutes() {
        for (number, want) in [
            (0, "0 minuten"),
            (1, "1 minuut"),
            (45, "45 minuten"),
            (60, "1 uur"),
            (61, "1 uur en 1 minuut"),
            (125, "2 uur en 5 minuten"),
        ] {
            assert_eq!(length(number), want);
        }
    }

    #[test]
    fn minutes_are_read_however_they_are_typed() {
        for (typed, want) in [
            ("7", Some(7)),
            (" 7 min ", Some(7)),
            ("7min", Some(7)),
            ("7 min.", Some(7)),
            ("1 minuut", Some(1)),
            ("12 Minuten", Some(12)),
            ("7m", Some(7)),
            ("7'", Some(7)),
            ("+5", Some(5)),
            ("+ 5 min", Some(5)),
            ("", None),
            ("+", None),
            ("min", None),
            ("-5", None),
            ("7 uur", None),
            ("7,5", None),
            ("99999999999", None),
            ("٧", None),
        ] {
            assert_eq!(parse_minutes(typed), want, "{typed:?}");
        }
    }
}
