//! Time as facts: one line of laps, from which every clock is computed.
//!
//! A lap says from which moment on which step (and part of it) was running, or that there was a
//! pause. It ends where the next one begins, so at any moment at most one step runs, and a clock
//! that was started too late is simply a lap put in earlier. Nothing counts: elapsed time is
//! always *now minus then*, which survives a crash, sleep and a restart.

use super::event::Event as Fact;
use super::id::StepKey;
use super::refusal::Refusal;
use super::session::Session;
use super::time::{Moment, Now};
use super::words;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    StepStarted {
        key: StepKey,
        since: Moment,
    },
    PartStarted {
        part: u16,
        since: Moment,
    },
    Paused {
        since: Moment,
        #[serde(default)]
        reason: String,
    },
    Resumed {
        since: Moment,
    },
    /// The time between was a pause: the laptop slept, or the program was closed.
    GapExcluded {
        from: Moment,
        until: Moment,
    },
    /// The clock of the laptop was set by this many seconds (back is negative).
    Shifted {
        seconds: i64,
    },
    Ended {
        since: Moment,
    },
    /// Agreed to take this many seconds longer, or shorter when it is negative.
    Extended {
        key: StepKey,
        seconds: i64,
    },
    /// The group agreed to end at this moment.
    EndAgreed {
        at: Moment,
    },
}

impl Event {
    /// Plans undo like content; facts of the clock do not (decision 15).
    pub fn is_fact(&self) -> bool {
        match self {
            Self::StepStarted { .. }
            | Self::PartStarted { .. }
            | Self::Paused { .. }
            | Self::Resumed { .. }
            | Self::GapExcluded { .. }
            | Self::Shifted { .. }
            | Self::Ended { .. } => true,
            Self::Extended { .. } | Self::EndAgreed { .. } => false,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    Start { key: StepKey, since: Moment },
    StartPart { part: u16, since: Moment },
    Pause { reason: String },
    Resume,
    ExcludeGap { from: Moment, until: Moment },
    Shift { seconds: i64 },
    End,
    Extend { key: StepKey, seconds: i64 },
    AgreeEnd { at: Moment },
}

/// What was going on from a moment on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Step {
        key: StepKey,
        part: u16,
    },
    /// A pause within this step and part.
    Pause {
        key: StepKey,
        part: u16,
    },
    Ended,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lap {
    pub from: Moment,
    pub what: What,
}

/// All that happened with the time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Clock {
    laps: Vec<Lap>,
    pause_reason: String,
}

/// How a step stands, in the word that is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Light {
    NotStarted,
    Runs,
    Nearly,
    TimeUp,
    Over,
    Paused,
}

/// Seconds after zero before "TIJD" becomes "OVER" (P).
pub const GRACE: i64 = 30;

impl Clock {
    pub fn laps(&self) -> &[Lap] {
        &self.laps
    }

    /// The step that runs or is paused, with its part.
    pub fn current(&self) -> Option<(StepKey, u16)> {
        match self.laps.last()?.what {
            What::Step { key, part } | What::Pause { key, part } => Some((key, part)),
            What::Ended => None,
        }
    }

    /// The step whose clock is counting now.
    pub fn running(&self) -> Option<StepKey> {
        match self.laps.last()?.what {
            What::Step { key, .. } => Some(key),
            What::Pause { .. } | What::Ended => None,
        }
    }

    /// Since when there is a pause.
    pub fn paused(&self) -> Option<Moment> {
        match self.laps.last() {
            Some(Lap { from, what: What::Pause { .. } }) => Some(*from),
            _ => None,
        }
    }

    pub fn pause_reason(&self) -> &str {
        &self.pause_reason
    }

    pub fn ended(&self) -> Option<Moment> {
        match self.laps.last() {
            Some(Lap { from, what: What::Ended }) => Some(*from),
            _ => None,
        }
    }

    /// When the first clock was started.
    pub fn begun(&self) -> Option<Moment> {
        self.laps.first().map(|lap| lap.from)
    }

    /// When the present lap began: the start of the running step, part, pause or the end.
    pub fn since(&self) -> Option<Moment> {
        self.laps.last().map(|lap| lap.from)
    }

    /// When this step was started for the first time.
    pub fn started(&self, key: StepKey) -> Option<Moment> {
        self.laps
            .iter()
            .find(|lap| matches!(lap.what, What::Step { key: k, .. } if k == key))
            .map(|lap| lap.from)
    }

    /// Which step was going on at a moment.
    pub fn step_at(&self, at: Moment) -> Option<StepKey> {
        match self.laps.iter().rev().find(|lap| lap.from <= at)?.what {
            What::Step { key, .. } | What::Pause { key, .. } => Some(key),
            What::Ended => None,
        }
    }

    /// Seconds this step has run, pauses not counted.
    pub fn elapsed(&self, key: StepKey, now: Moment) -> i64 {
        self.sum(now, |what| matches!(what, What::Step { key: k, .. } if k == key))
    }

    /// Seconds this part of a step has run.
    pub fn part_elapsed(&self, key: StepKey, part: u16, now: Moment) -> i64 {
        self.sum(now, |what| what == What::Step { key, part })
    }

    /// Seconds of pause in the whole meeting.
    pub fn paused_seconds(&self, now: Moment) -> i64 {
        self.sum(now, |what| matches!(what, What::Pause { .. }))
    }

    fn sum(&self, now: Moment, wanted: impl Fn(What) -> bool) -> i64 {
        let ends = self.laps.iter().skip(1).map(|lap| lap.from).chain(std::iter::once(now));
        self.laps
            .iter()
            .zip(ends)
            .filter(|(lap, _)| wanted(lap.what))
            .map(|(lap, end)| (end - lap.from).num_seconds().max(0))
            .sum()
    }

    /// Lets `what` begin at `from`; whatever was said of the time after that gives way.
    fn begin(&mut self, from: Moment, what: What) {
        self.laps.retain(|lap| lap.from < from);
        if self.laps.last().is_none_or(|lap| lap.what != what) {
            self.laps.push(Lap { from, what });
        }
    }

    /// A step that runs already began later than was said: what went on before it went on longer.
    fn forget_start(&mut self, key: StepKey, since: Moment) {
        let of_key = |lap: &Lap| matches!(lap.what, What::Step { key: k, .. } | What::Pause { key: k, .. } if k == key);
        if self.running() != Some(key) {
            return;
        }
        while self.laps.last().is_some_and(|lap| of_key(lap) && lap.from < since) {
            self.laps.pop();
        }
    }

    /// The part in which a step was left, so that it goes on there.
    fn last_part(&self, key: StepKey) -> u16 {
        self.laps
            .iter()
            .rev()
            .find_map(|lap| match lap.what {
                What::Step { key: k, part } if k == key => Some(part),
                What::Step { .. } | What::Pause { .. } | What::Ended => None,
            })
            .unwrap_or(0)
    }

    fn exclude(&mut self, from: Moment, until: Moment) {
        let Some((key, part)) = self.current() else { return };
        // Only the present lap: what came before it has been said already.
        let from = self.since().map_or(from, |since| from.max(since));
        if self.paused().is_some() || until <= from {
            return;
        }
        self.begin(from, What::Pause { key, part });
        self.begin(until, What::Step { key, part });
    }

    pub(super) fn apply(&mut self, event: &Event) {
        match event {
            Event::StepStarted { key, since } => {
                let part = self.last_part(*key);
                self.forget_start(*key, *since);
                self.begin(*since, What::Step { key: *key, part });
            }
            Event::PartStarted { part, since } => {
                if let Some((key, _)) = self.current() {
                    self.begin(*since, What::Step { key, part: *part });
                }
            }
            Event::Paused { since, reason } => {
                if let Some((key, part)) = self.current() {
                    self.begin(*since, What::Pause { key, part });
                    self.pause_reason.clone_from(reason);
                }
            }
            Event::Resumed { since } => {
                if let Some((key, part)) = self.current() {
                    self.begin(*since, What::Step { key, part });
                }
            }
            Event::GapExcluded { from, until } => self.exclude(*from, *until),
            Event::Shifted { seconds } => {
                for lap in &mut self.laps {
                    lap.from += TimeDelta::seconds(*seconds);
                }
            }
            Event::Ended { since } => {
                if !self.laps.is_empty() {
                    self.begin(*since, What::Ended);
                }
            }
            Event::Extended { .. } | Event::EndAgreed { .. } => {}
        }
    }
}

/// The word for a step of `planned` seconds with `rest` seconds to go (P; 20 % from F).
pub fn light(planned: i64, rest: i64) -> Light {
    let nearly = if planned <= 90 { 15 } else { (planned / 5).clamp(60, 120) };
    if rest <= -GRACE {
        Light::Over
    } else if rest <= 0 {
        Light::TimeUp
    } else if rest <= nearly {
        Light::Nearly
    } else {
        Light::Runs
    }
}

pub(super) fn decide(session: &Session, command: Command, now: &Now) -> Result<Vec<Fact>, Refusal> {
    let clock = &session.clock;
    let since = now.second();
    let event = match command {
        Command::Start { key, since } => return start(session, key, since, now),
        Command::StartPart { part, since } => {
            let (key, current) = clock.current().ok_or(Refusal::NotRunning)?;
            if current == part && clock.running() == Some(key) {
                return Err(Refusal::NoChange);
            }
            Event::PartStarted { part, since }
        }
        Command::Pause { reason } => {
            clock.running().ok_or(Refusal::NotRunning)?;
            Event::Paused { since, reason: words::clean(&reason) }
        }
        Command::Resume => {
            clock.paused().ok_or(Refusal::NotPaused)?;
            Event::Resumed { since }
        }
        Command::ExcludeGap { from, until } => {
            clock.running().ok_or(Refusal::NotRunning)?;
            Event::GapExcluded { from, until }
        }
        Command::Shift { seconds } => {
            clock.begun().ok_or(Refusal::NotRunning)?;
            Event::Shifted { seconds }
        }
        Command::End => {
            clock.current().ok_or(Refusal::NotRunning)?;
            Event::Ended { since }
        }
        Command::Extend { key, seconds } => {
            if seconds == 0 || seconds.abs() > 24 * 60 * 60 {
                return Err(Refusal::OutOfRange);
            }
            Event::Extended { key, seconds }
        }
        Command::AgreeEnd { at } => Event::EndAgreed { at },
    };
    Ok(vec![Fact::Clock(event)])
}

/// Starting a step also fixes the agreed end when it is the first clock of the meeting
/// (decision 2): the planned total from then on.
fn start(session: &Session, key: StepKey, since: Moment, now: &Now) -> Result<Vec<Fact>, Refusal> {
    session.step(key).ok_or(Refusal::Gone)?;
    if since > now.at {
        return Err(Refusal::InFuture);
    }
    if session.clock.running() == Some(key) && session.clock.started(key) == Some(since) {
        return Err(Refusal::NoChange);
    }
    let mut events = vec![Fact::Clock(Event::StepStarted { key, since })];
    if session.clock.begun().is_none() && session.plan.agreed_end.is_none() {
        let total: i64 = session.agenda().iter().map(|step| session.planned(*step)).sum();
        events.push(Fact::Clock(Event::EndAgreed { at: since + TimeDelta::seconds(total) }));
    }
    Ok(events)
}

#[cfg(test)]
mod tests;
