//! Dates and times of day: how the program writes them and how people type them.
//!
//! The names of days and months are our own: no locale of the computer changes what is printed.
//! Must not know: the present time, or in which place the clock hangs.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};

/// "zondag 22 november 2026".
pub fn date(date: NaiveDate) -> String {
    format!("{} {} {} {}", day_name(date.weekday()), date.day(), month_name(date.month()), date.year())
}

/// "22 nov".
pub fn short(date: NaiveDate) -> String {
    format!("{} {}", date.day(), month_short(date.month()))
}

/// "2026-11-22": sorts by itself, for file names.
pub fn sortable(date: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// "15:04", on the 24-hour clock.
pub fn time(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

pub fn day_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "maandag",
        Weekday::Tue => "dinsdag",
        Weekday::Wed => "woensdag",
        Weekday::Thu => "donderdag",
        Weekday::Fri => "vrijdag",
        Weekday::Sat => "zaterdag",
        Weekday::Sun => "zondag",
    }
}

/// The name of month 1 to 12.
pub fn month_name(month: u32) -> &'static str {
    match month {
        1 => "januari",
        2 => "februari",
        3 => "maart",
        4 => "april",
        5 => "mei",
        6 => "juni",
        7 => "juli",
        8 => "augustus",
        9 => "september",
        10 => "oktober",
        11 => "november",
        _ => "december",
    }
}

/// Three letters for month 1 to 12. March is "mrt": "maa" is nobody's word.
pub fn month_short(month: u32) -> &'static str {
    match month {
        1 => "jan",
        2 => "feb",
        3 => "mrt",
        4 => "apr",
        5 => "mei",
        6 => "jun",
        7 => "jul",
        8 => "aug",
        9 => "sep",
        10 => "okt",
        11 => "nov",
        _ => "dec",
    }
}

/// A time of day as people type it: `14:07`, `14.07`, `1407`, `907`, `14u07`, `14 uur`, `om 9:05`.
///
/// `9:5` is nothing yet: it is a half-typed 9:50 as often as it is 9:05, and a wrong start time is
/// worse than one more key. A bare `14` is nothing either: it may as well be minutes.
pub fn parse_time(typed: &str) -> Option<NaiveTime> {
    let typed = typed.trim().to_lowercase();
    let typed = typed.strip_prefix("om ").unwrap_or(&typed).trim();
    let (text, said_hour) = match typed.strip_suffix("uur") {
        Some(rest) => (rest.trim(), true),
        None => (typed, false),
    };
    let mut parts = text.split([':', '.', 'u', 'h']).map(str::trim);
    let first = parts.next()?;
    match (parts.next(), parts.next()) {
        (None, _) if said_hour && first.len() <= 2 => at(first, "00"),
        (None, _) => bare(first),
        (Some(""), None) if text.ends_with(['u', 'h']) => at(first, "00"),
        (Some(minutes), None) => at(first, minutes),
        (Some(_), Some(_)) => None,
    }
}

/// Three or four digits without a mark between them.
fn bare(digits: &str) -> Option<NaiveTime> {
    if !matches!(digits.len(), 3 | 4) {
        return None;
    }
    let (hours, minutes) = digits.split_at_checked(digits.len() - 2)?;
    at(hours, minutes)
}

fn at(hours: &str, minutes: &str) -> Option<NaiveTime> {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !matches!(hours.len(), 1 | 2) || minutes.len() != 2 || !digits(hours) || !digits(minutes) {
        return None;
    }
    NaiveTime::from_hms_opt(hours.parse().ok()?, minutes.parse().ok()?, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_date_reads_as_people_say_it() {
        for (when, long, brief, file) in [
            (day(2026, 11, 22), "zondag 22 november 2026", "22 nov", "2026-11-22"),
            (day(2026, 3, 2), "maandag 2 maart 2026", "2 mrt", "2026-03-02"),
            (day(2028, 2, 29), "dinsdag 29 februari 2028", "29 feb", "2028-02-29"),
            (day(2026, 12, 31), "donderdag 31 december 2026", "31 dec", "2026-12-31"),
        ] {
            assert_eq!(date(when), long);
            assert_eq!(short(when), brief);
            assert_eq!(sortable(when), file);
        }
    }

    #[test]
    fn every_day_and_month_has_its_own_name() {
        let months: std::collections::BTreeSet<_> = (1..=12).map(month_name).collect();
        let brief: std::collections::BTreeSet<_> = (1..=12).map(month_short).collect();
        let days: std::collections::BTreeSet<_> =
            (2..=8).map(|d| day_name(day(2026, 3, d).weekday())).collect();
        assert_eq!((months.len(), brief.len(), days.len()), (12, 12, 7));
    }

    #[test]
    fn a_time_is_read_however_it_is_typed() {
        for (typed, want) in [
            ("14:07", "14:07"),
            ("14.07", "14:07"),
            ("1407", "14:07"),
            ("907", "09:07"),
            ("0907", "09:07"),
            ("14u07", "14:07"),
            ("14U07", "14:07"),
            ("14 u 07", "14:07"),
            ("14h07", "14:07"),
            ("9:05", "09:05"),
            (" 14:07 uur ", "14:07"),
            ("om 14:07", "14:07"),
            ("14u", "14:00"),
            ("14 uur", "14:00"),
            ("0:00", "00:00"),
            ("23:59", "23:59"),
        ] {
            assert_eq!(parse_time(typed).map(time).as_deref(), Some(want), "{typed:?}");
        }
        for typed in [
            "",
            "14",
            "9:5",
            "24:00",
            "14:60",
            "2460",
            "14:07:30",
            "14:",
            ":07",
            "een uur",
            "-1:00",
            "14:+7",
            "+907",
            "u",
            "uur",
            "١٤:٠٧",
            "14:0७",
            "éé07",
            "12345",
            "é07",
        ] {
            assert_eq!(parse_time(typed), None, "{typed:?}");
        }
    }
}
