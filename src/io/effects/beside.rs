//! The windows beside this one: telling them what is in view, following what they write, and
//! sending a signal.

use super::{Desk, Done};
use crate::app::state::in_view;
use crate::app::state::model::Model;
use crate::app::state::msg::Msg;
use crate::domain::signal::Signalled;
use crate::domain::time::{Moment, Now};
use crate::io::follow::Follow;
use crate::io::run::Incoming;
use crate::io::store::current::Current;
use crate::io::store::writer::Job;
use crate::io::store::{names, signals};
use std::path::PathBuf;
use std::time::Duration;

/// What the other windows were told.
#[derive(Debug, Default)]
pub(super) struct Told {
    since: Option<Moment>,
    current: Option<Current>,
}

impl Desk {
    /// Tells the other windows which session is live and what is in view, when that changed.
    pub fn keep_in_view(&mut self, model: &Model, now: &Now) {
        let path = self.current_path();
        let (Some(live), Some(session)) = (&model.live, &mut self.session) else { return };
        let Some(writer) = &session.writer else { return };
        let since = *session.told.since.get_or_insert(now.second());
        let current = Current::of(&self.places.sessions, &session.dir, since, in_view::of(live));
        if session.told.current.as_ref() != Some(&current) {
            // A writer that has stopped is told on the screen by what it does not save.
            let _ = writer.send(Job::Current(path, Some(current.text())));
            session.told.current = Some(current);
        }
    }

    /// The session here is no longer live.
    pub(super) fn leave_view(&self) {
        let writer = self.session.as_ref().and_then(|session| session.writer.as_ref());
        let _ = writer.map(|writer| writer.send(Job::Current(self.current_path(), None)));
    }

    fn current_path(&self) -> PathBuf {
        self.places.sessions.join(names::CURRENT)
    }

    /// Follows whichever session is live: this is another window than that of the begeleider.
    pub(super) fn follow_sessions(&mut self, now: &Now) -> Done {
        let tx = self.tx.clone();
        // When the loop has already left, nobody needs to hear it.
        let touched = move || drop(tx.send(Incoming::Touched));
        let mut follow = Follow::sessions(&self.places.sessions, touched);
        let answer = follow.look(now.at);
        self.follow = Some(follow);
        Done { quit: false, answer }
    }

    /// Follows the signals of the session that is open here.
    pub(super) fn follow_signals(&mut self) {
        let tx = self.tx.clone();
        let touched = move || drop(tx.send(Incoming::Touched));
        let session = self.session.as_ref().filter(|session| session.writer.is_some());
        self.follow = session.map(|session| Follow::signals(&session.dir, touched));
    }

    /// Looks at what other windows wrote, when it is time.
    pub fn look(&mut self, touched: bool, now: &Now) -> Option<Msg> {
        let follow = self.follow.as_mut()?;
        if touched {
            follow.touch();
        }
        follow.look(now.at)
    }

    /// How long the loop may sleep that would have slept this long.
    pub fn patience(&self, limit: Option<Duration>) -> Option<Duration> {
        match &self.follow {
            Some(follow) if follow.is_touched() => Some(Duration::ZERO),
            Some(follow) => follow.patience(limit),
            None => limit,
        }
    }

    pub(super) fn signal(&self, signalled: Signalled) -> Done {
        match self.follow.as_ref().and_then(Follow::dir).map(|dir| signals::append(dir, &signalled)) {
            Some(Ok(())) => Done::answer(Msg::Sent(signalled)),
            Some(Err(error)) => Done::failed(format!("Niet verstuurd: {error}")),
            None => Done::failed("Niet verstuurd: er is nog geen bespreking."),
        }
    }
}
