//! How long a session is kept. The law (AVG) sets no term; the user does, with a reason (P: 90 days
//! after the meeting).

use chrono::{Days, NaiveDate};

/// The term, and why it is what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keeping {
    /// Days after the meeting.
    pub days: u16,
    pub reason: String,
}

impl Default for Keeping {
    fn default() -> Self {
        Self { days: 90, reason: "tijd voor de terugkoppeling".to_owned() }
    }
}

impl Keeping {
    /// The last day on which a session is kept that was worked on until `last`.
    pub fn until(&self, last: NaiveDate) -> NaiveDate {
        last.checked_add_days(Days::new(self.days.into())).unwrap_or(NaiveDate::MAX)
    }

    /// Whether the term is over. Nothing is ever wiped for that reason alone.
    pub fn is_over(&self, last: NaiveDate, today: NaiveDate) -> bool {
        today > self.until(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_itself_is_within_the_term() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let keeping = Keeping::default();
        assert_eq!(keeping.until(day(2026, 11, 22)), day(2027, 2, 20));
        assert!(!keeping.is_over(day(2026, 11, 22), day(2027, 2, 20)));
        assert!(keeping.is_over(day(2026, 11, 22), day(2027, 2, 21)));
        assert_eq!(keeping.until(NaiveDate::MAX), NaiveDate::MAX);
    }
}
