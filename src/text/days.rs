//! A day as people type it: `12 dec`, `12-12`, `dinsdag`, `volgende week dinsdag`, `over 2 weken`.
//!
//! Must not know: what the day is for.

use super::dates::{day_name, month_name, month_short};
use super::fold;
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The day, seen from today. A day without a year is the next one; a text that is no day, or half
/// of one, is nothing.
pub fn parse_day(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let plain = fold::plain(typed.trim());
    let parts = plain.split(|c: char| c.is_whitespace() || c == ',').filter(|part| !part.is_empty());
    let words: Vec<&str> = parts.filter(|word| *word != "op").collect();
    match words.as_slice() {
        ["vandaag"] => Some(today),
        ["morgen"] => later(today, 1),
        ["overmorgen"] => later(today, 2),
        ["volgende", "week"] => later(today, 7),
        ["volgende", "week", name] | [name, "volgende", "week"] => in_next_week(today, weekday(name)?),
        ["over", count, what] => later(today, number(count)? * days_in(what)?),
        [one] => match weekday(one) {
            Some(day) => next_weekday(today, day),
            None => in_digits(one, today),
        },
        // The name of the day beside the date is for people; the date counts.
        [name, rest @ ..] if weekday(name).is_some() => in_words(rest, today),
        rest => in_words(rest, today),
    }
}

fn later(today: NaiveDate, days: u64) -> Option<NaiveDate> {
    today.checked_add_days(Days::new(days))
}

fn number(word: &str) -> Option<u64> {
    match word {
        "een" => Some(1),
        "twee" => Some(2),
        "drie" => Some(3),
        "vier" => Some(4),
        digits => digits.parse().ok().filter(|number| *number <= 400),
    }
}

fn days_in(word: &str) -> Option<u64> {
    match word {
        "dag" | "dagen" => Some(1),
        "week" | "weken" => Some(7),
        _ => None,
    }
}

const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// A day of the week by its name or its first two letters.
fn weekday(word: &str) -> Option<Weekday> {
    WEEK.into_iter().find(|day| {
        let name = day_name(*day);
        name == word || (word.chars().count() == 2 && name.starts_with(word))
    })
}

/// The first such day after today.
fn next_weekday(today: NaiveDate, day: Weekday) -> Option<NaiveDate> {
    (1..=7).filter_map(|days| later(today, days)).find(|date| date.weekday() == day)
}

/// That day of the week after this one; weeks begin on Monday.
fn in_next_week(today: NaiveDate, day: Weekday) -> Option<NaiveDate> {
    let monday = later(today, u64::from(7 - today.weekday().num_days_from_monday()))?;
    later(monday, u64::from(day.num_days_from_monday()))
}

/// `12 december`, `12 dec 2026`.
fn in_words(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let [day, name, year @ ..] = words else {
        let [digits] = words else { return None };
        return in_digits(digits, today);
    };
    let name = name.trim_end_matches('.');
    let month = (1..=12).find(|month| month_name(*month) == name || month_short(*month) == name)?;
    of_year(day, month, year, today)
}

/// `12-12`, `12/12/2026`, `12.12.2026`.
fn in_digits(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let [day, month, year @ ..] = parts.as_slice() else { return None };
    of_year(day, month.parse().ok()?, year, today)
}

fn of_year(day: &str, month: u32, year: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let day = day.parse().ok()?;
    match year {
        [] => (today.year()..today.year() + 9)
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
            .find(|date| *date >= today),
        [year] if year.len() == 4 => NaiveDate::from_ymd_opt(year.parse().ok()?, month, day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::parse_day;
    use crate::text::dates::sortable;
    use chrono::NaiveDate;

    #[test]
    fn a_day_is_read_however_it_is_typed() {
        // A Sunday.
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for (typed, want) in [
            ("12 dec", "2026-12-12"),
            ("12 december", "2026-12-12"),
            ("12 Dec.", "2026-12-12"),
            ("zaterdag 12 december", "2026-12-12"),
            ("op 12 december", "2026-12-12"),
            ("12 dec 2027", "2027-12-12"),
            ("3 mrt", "2027-03-03"),
            ("22 november", "2026-11-22"),
            ("21 november", "2027-11-21"),
            ("29 feb", "2028-02-29"),
            ("12-12", "2026-12-12"),
            ("12/12", "2026-12-12"),
            ("1.12.2026", "2026-12-01"),
            ("za 12-12", "2026-12-12"),
            ("vandaag", "2026-11-22"),
            ("morgen", "2026-11-23"),
            ("Overmorgen", "2026-11-24"),
            ("dinsdag", "2026-11-24"),
            ("di", "2026-11-24"),
            ("zondag", "2026-11-29"),
            ("volgende week", "2026-11-29"),
            ("volgende week dinsdag", "2026-11-24"),
            ("dinsdag volgende week", "2026-11-24"),
            ("over 2 weken", "2026-12-06"),
            ("over een week", "2026-11-29"),
            ("over tien dagen", ""),
            ("over 10 dagen", "2026-12-02"),
            ("", ""),
            ("12", ""),
            ("31 november", ""),
            ("32-12", ""),
            ("12 decem", ""),
            ("12-12-26", ""),
            ("om 12 uur", ""),
            ("over 9999999 weken", ""),
            ("-1-12", ""),
        ] {
            let read = parse_day(typed, today).map(sortable).unwrap_or_default();
            assert_eq!(read, want, "{typed:?}");
        }
    }

    #[test]
    fn next_week_is_the_week_that_begins_on_monday() {
        let wednesday = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        for (typed, want) in [
            ("dinsdag", "2026-12-01"),
            ("vrijdag", "2026-11-27"),
            ("volgende week dinsdag", "2026-12-01"),
            ("volgende week vrijdag", "2026-12-04"),
        ] {
            assert_eq!(parse_day(typed, wednesday).map(sortable).as_deref(), Some(want), "{typed}");
        }
    }
}
