//! The vervolgacties of a casus with their dates. Must not know: sheets and formats.

use super::day;
use crate::domain::casus::Casus;
use crate::domain::session::Session;
use crate::domain::time::Now;
use chrono::{Days, NaiveDate};

pub(super) struct Followup<'a> {
    pub text: &'a str,
    /// The day that was agreed on, or else the last day the method gives.
    pub when: Option<NaiveDate>,
    /// Whether it is to be done is itself the question.
    pub is_question: bool,
    pub answer: Option<bool>,
}

pub(super) fn of<'a>(session: &'a Session, casus: &Casus, now: &Now) -> Vec<Followup<'a>> {
    let held = day(session, now);
    let one = |(number, followup): (u16, &'a crate::domain::method::Followup)| {
        let known = casus.followup(number);
        let days = Some(u64::from(followup.days)).filter(|days| *days > 0);
        let last = days.and_then(|days| held.checked_add_days(Days::new(days)));
        Followup {
            text: &followup.text,
            when: known.when.or(last),
            is_question: followup.is_question,
            answer: known.answer,
        }
    };
    (0..).zip(&session.method.followups).map(one).collect()
}
