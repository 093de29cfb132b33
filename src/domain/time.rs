//! Moments and the local wall clock, as data.
//!
//! The program's only clock stands in `io::clock`; it hands a [`Now`] to everything else. A `Now`
//! also knows the next change of the clock in this place (summer and winter time), so that an
//! expected end after the change is still shown as the clock on the wall will show it.

use chrono::{DateTime, FixedOffset, NaiveDateTime, NaiveTime, SubsecRound, TimeDelta};

/// A moment with the offset of the place where it happened. Compared as an instant.
pub type Moment = DateTime<FixedOffset>;

/// A change of the local offset, seen from now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    /// The first moment at which the later of the two offsets holds.
    pub at: Moment,
    /// The offset on the far side: after `at` when the change is still to come, before it when
    /// the change has been.
    pub other: FixedOffset,
}

/// The present moment, in this place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    pub at: Moment,
    /// The nearest change of offset within a day before or after `at`, if any.
    pub shift: Option<Shift>,
    /// A number that nobody can foresee and that is stored nowhere: what is drawn is drawn with it.
    pub chance: u64,
}

impl Now {
    /// A `now` in a place whose clock does not change and where nothing is left to chance.
    pub fn fixed(at: Moment) -> Self {
        Self { at, shift: None, chance: 0 }
    }

    /// The present second: clock facts are stored at whole seconds so that all clocks tick in
    /// one phase.
    pub fn second(&self) -> Moment {
        self.at.trunc_subsecs(0)
    }

    /// What the clock on the wall shows at `moment`.
    pub fn local(&self, moment: Moment) -> NaiveDateTime {
        self.in_offset(moment).naive_local()
    }

    /// The same moment, written in the offset that holds then.
    pub fn in_offset(&self, moment: Moment) -> Moment {
        let here = *self.at.offset();
        match self.shift {
            Some(shift) if self.at < shift.at && moment >= shift.at => moment.with_timezone(&shift.other),
            Some(shift) if self.at >= shift.at && moment < shift.at => moment.with_timezone(&shift.other),
            _ => moment.with_timezone(&here),
        }
    }

    /// The latest moment at or before now at which the wall clock showed `time`.
    pub fn last(&self, time: NaiveTime) -> Moment {
        let day = TimeDelta::days(1);
        self.candidates(time).into_iter().filter(|m| *m <= self.at).max().unwrap_or(self.at - day)
    }

    /// The moment nearest to now at which the wall clock shows `time`.
    pub fn nearest(&self, time: NaiveTime) -> Moment {
        self.candidates(time)
            .into_iter()
            .min_by_key(|m| (*m - self.at).num_seconds().abs())
            .unwrap_or(self.at)
    }

    /// Every moment within a day and a half at which the wall clock shows `time`: around the end
    /// of summer time an hour happens twice, around its start one does not happen at all.
    fn candidates(&self, time: NaiveTime) -> Vec<Moment> {
        let offsets = [Some(*self.at.offset()), self.shift.map(|shift| shift.other)];
        let today = self.at.date_naive();
        let mut found = Vec::new();
        for offset in offsets.into_iter().flatten() {
            for days in -1..=1 {
                let Some(date) = today.checked_add_signed(TimeDelta::days(days)) else { continue };
                let Some(moment) = date.and_time(time).and_local_timezone(offset).single() else { continue };
                if self.local(moment).time() == time {
                    found.push(moment);
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests;
