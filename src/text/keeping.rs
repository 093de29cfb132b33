//! How long something is kept, in words.

use super::counts;
use super::dates;
use crate::domain::keeping::Keeping;
use chrono::{Datelike, NaiveDate};

/// "90 dagen na de bespreking".
pub fn term(keeping: &Keeping) -> String {
    format!("{} na de bespreking", counts::count(keeping.days.into(), "dag", "dagen"))
}

/// "90 dagen na de bespreking (tijd voor de terugkoppeling)".
pub fn because(keeping: &Keeping) -> String {
    format!("{} ({})", term(keeping), keeping.reason)
}

/// "20 feb 2027".
pub fn day(date: NaiveDate) -> String {
    format!("{} {}", dates::short(date), date.year())
}

/// How a session stands that was worked on until `last`: "bewaard tot 20 feb 2027".
pub fn stand(keeping: &Keeping, last: NaiveDate, today: NaiveDate) -> String {
    let until = day(keeping.until(last));
    if keeping.is_over(last, today) {
        format!("bewaartermijn voorbij ({until})")
    } else {
        format!("bewaard tot {until}")
    }
}

/// The reminder for `over` sessions in which `open` tips are open; nothing when there are none. What
/// is still open comes first: wiping would end it.
pub fn reminder(over: usize, open: usize) -> Option<String> {
    let are = counts::plural(over, "is", "zijn");
    let sessions = counts::count(over, "bespreking", "besprekingen");
    let said = format!("{sessions} {are} over de bewaartermijn: 4 laat ze zien.");
    match (over, open) {
        (0, _) => None,
        (_, 0) => Some(said),
        (_, open) => Some(format!("Nog {} open. {said}", counts::count(open, "tip", "tips"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reminder_says_first_what_is_open() {
        assert_eq!(reminder(0, 0), None);
        assert_eq!(
            reminder(2, 0).as_deref(),
            Some("2 besprekingen zijn over de bewaartermijn: 4 laat ze zien.")
        );
        let open = reminder(1, 3).unwrap();
        assert_eq!(open, "Nog 3 tips open. 1 bespreking is over de bewaartermijn: 4 laat ze zien.");
    }

    #[test]
    fn a_session_says_until_when_it_is_kept() {
        let last = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let keeping = Keeping::default();
        assert_eq!(stand(&keeping, last, last), "bewaard tot 20 feb 2027");
        assert_eq!(because(&keeping), "90 dagen na de bespreking (tijd voor de terugkoppeling)");
        let later = last + chrono::Days::new(91);
        assert_eq!(stand(&keeping, last, later), "bewaartermijn voorbij (20 feb 2027)");
    }
}
