//! Where the loop gets its news from. One channel for keys, signals and answers of the disk; tests
//! put a script with a clock of its own in its place.

use crate::domain::time::Now;
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError};
use std::time::Duration;

/// What came.
#[derive(Debug, PartialEq)]
pub enum News<T> {
    Some(T),
    /// The time to wait is over.
    Nothing,
    /// Nothing can come any more.
    Closed,
}

/// Something that can be waited for.
pub trait Source<T> {
    /// Waits for news, at most this long; without a limit it sleeps until somebody does something.
    fn wait(&mut self, limit: Option<Duration>) -> News<T>;
    /// What has come already.
    fn take(&mut self) -> News<T>;
    /// The present moment.
    fn now(&self) -> Now;
}

/// The real one: a channel, and the clock of this computer.
///
/// A plain channel and not a timer wheel, because waiting on it wakes exactly once per deadline.
pub struct Channel<T>(pub Receiver<T>);

impl<T> Source<T> for Channel<T> {
    fn wait(&mut self, limit: Option<Duration>) -> News<T> {
        match limit {
            None => self.0.recv().map_or(News::Closed, News::Some),
            Some(limit) => match self.0.recv_timeout(limit) {
                Ok(news) => News::Some(news),
                Err(RecvTimeoutError::Timeout) => News::Nothing,
                Err(RecvTimeoutError::Disconnected) => News::Closed,
            },
        }
    }

    fn take(&mut self) -> News<T> {
        match self.0.try_recv() {
            Ok(news) => News::Some(news),
            Err(TryRecvError::Empty) => News::Nothing,
            Err(TryRecvError::Disconnected) => News::Closed,
        }
    }

    fn now(&self) -> Now {
        super::clock::now()
    }
}
