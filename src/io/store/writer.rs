//! The thread that owns a journal file: it writes down what happened and says when it is on disk.
//!
//! All jobs that wait are taken at once and cost one sync. What could not be written stays in
//! memory and is tried again, every five seconds and at every new job; a thread with nothing to
//! write sleeps. Must not know: screens, the meaning of an entry.

mod book;

use self::book::{Book, Trouble};
use super::error::StoreError;
use super::open::Desk;
use super::{current, line, snapshot};
use crate::domain::journal::{Entry, Journal};
use crate::domain::method::Noun;
use crate::text::counts;
use std::path::PathBuf;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;
use std::time::Duration;

/// How long to wait before trying again by ourselves.
const RETRY: Duration = Duration::from_secs(5);

/// Something to write down.
#[derive(Debug, Clone, PartialEq)]
pub enum Job {
    Append(Entry),
    /// A new text for `sessie.ron`.
    Snapshot(String),
    /// A new text for `nu.ron` at this path; `None` when the session is no longer live.
    Current(PathBuf, Option<String>),
    /// The whole journal anew, and its backup away: what was wiped must be gone (decision 8).
    Rewrite(Box<Journal>),
    /// Try again now, and look whether the file is still there.
    Retry,
    /// Go on in a new folder under this base, with everything that is known.
    MoveTo(PathBuf),
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// Everything up to this entry is on disk.
    Saved { seq: u64 },
    /// NIET BEWAARD: why, and how many entries wait in memory.
    Failed { reason: String, waiting: usize },
    /// The session goes on in this folder.
    Moved { dir: PathBuf },
    /// The other folder could not be used; the session goes on where it was.
    NotMoved(StoreError),
    /// The journal is safe, `sessie.ron` could not be replaced.
    NoSnapshot(StoreError),
}

/// How things stand on leaving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    AllSaved,
    NotSaved {
        reason: String,
        /// Entries that are not certainly on disk.
        waiting: usize,
        lost: Lost,
    },
    /// The disk did not answer in time: nobody knows.
    NoAnswer,
}

/// What is not in the file, as people count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lost {
    pub ideas: usize,
    /// Entries without a new idea.
    pub others: usize,
}

impl Lost {
    /// "37 tips en 2 andere stappen", with what the werkwijze calls an idea.
    pub fn words(self, idea: &Noun) -> String {
        let ideas = counts::noun(idea, self.ideas);
        match (self.ideas, self.others) {
            (0, others) => counts::count(others, "stap", "stappen"),
            (_, 0) => ideas,
            (_, others) => format!("{ideas} en {}", counts::count(others, "andere stap", "andere stappen")),
        }
    }
}

/// The writing end of a session. Dropping it lets the thread write what it has and stop.
#[derive(Debug)]
pub struct Writer {
    orders: Sender<Order>,
    thread: JoinHandle<()>,
}

#[derive(Debug)]
enum Order {
    Job(Job),
    Flush(Sender<Ending>),
    Close(Sender<Ending>),
}

impl Writer {
    /// Starts the thread. `report` is called on that thread.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(desk: Desk, report: Box<dyn Fn(Report) + Send>) -> Result<Self, StoreError> {
        Self::with(Book::new(desk), report, RETRY)
    }

    fn with(book: Book, report: Box<dyn Fn(Report) + Send>, retry: Duration) -> Result<Self, StoreError> {
        let (orders, inbox) = mpsc::channel();
        let clerk = Clerk {
            inbox,
            book,
            report,
            retry,
            told: None,
            aside: Aside::default(),
            closing: false,
            refused: 0,
        };
        let thread = std::thread::Builder::new()
            .name("bewaren".to_owned())
            .spawn(move || clerk.run())
            .map_err(|_| StoreError::NoWriter)?;
        Ok(Self { orders, thread })
    }

    /// Hands over a job; the answer comes as a [`Report`].
    ///
    /// # Errors
    /// When the thread has stopped: then nothing is being saved any more.
    pub fn send(&self, job: Job) -> Result<(), StoreError> {
        self.orders.send(Order::Job(job)).map_err(|_| StoreError::NoWriter)
    }

    /// Writes everything now and says how things stand; waits `patience` at most.
    pub fn flush(&self, patience: Duration) -> Ending {
        let (answer, reply) = mpsc::channel();
        match self.orders.send(Order::Flush(answer)) {
            Ok(()) => reply.recv_timeout(patience).unwrap_or(Ending::NoAnswer),
            Err(_) => Ending::NoAnswer,
        }
    }

    /// As [`Writer::flush`], and stops. A thread that hangs in the disk is left behind.
    pub fn close(self, patience: Duration) -> Ending {
        let (answer, reply) = mpsc::channel();
        if self.orders.send(Order::Close(answer)).is_err() {
            return Ending::NoAnswer;
        }
        let ending = reply.recv_timeout(patience).unwrap_or(Ending::NoAnswer);
        if ending != Ending::NoAnswer {
            let _ = self.thread.join();
        }
        ending
    }
}

/// The thread's own side.
struct Clerk {
    inbox: Receiver<Order>,
    book: Book,
    report: Box<dyn Fn(Report) + Send>,
    retry: Duration,
    /// The trouble that was reported last; the same one is not repeated by the retry.
    told: Option<String>,
    aside: Aside,
    closing: bool,
    /// Entries that may not be added, because the journal would be unreadable from there on.
    refused: usize,
}

/// What is written besides the journal, after it: of several texts only the last.
#[derive(Default)]
struct Aside {
    snapshot: Option<String>,
    /// What `nu.ron` has to become.
    current: Option<(PathBuf, Option<String>)>,
    /// What this thread wrote there last.
    live: String,
}

/// What one batch asks for beyond writing.
#[derive(Default)]
struct Batch {
    asked: bool,
    check: bool,
    move_to: Option<PathBuf>,
    answers: Vec<Sender<Ending>>,
}

impl Clerk {
    fn run(mut self) {
        while !self.closing {
            let first = if self.book.is_behind() {
                match self.inbox.recv_timeout(self.retry) {
                    Ok(order) => Some(order),
                    Err(RecvTimeoutError::Timeout) => None,
                    Err(RecvTimeoutError::Disconnected) => break,
                }
            } else {
                match self.inbox.recv() {
                    Ok(order) => Some(order),
                    Err(_) => break,
                }
            };
            self.batch(first);
        }
        if !self.closing {
            // Everybody has gone, perhaps in a panic: one last try, without anybody to tell.
            let _ = self.book.flush(false);
        }
    }

    fn batch(&mut self, first: Option<Order>) {
        let mut batch = Batch::default();
        let orders: Vec<Order> = first.into_iter().chain(self.inbox.try_iter()).collect();
        for order in orders {
            self.take(order, &mut batch);
        }
        let before = self.book.saved();
        let behind = self.book.is_behind();
        let mut result = self.book.flush(batch.check);
        if self.closing && result.is_err() {
            // A folder that was found missing is made again only at the second try.
            result = self.book.flush(true);
        }
        if let Some(base) = batch.move_to.take() {
            match self.book.move_to(&base) {
                Ok(dir) => {
                    result = Ok(());
                    (self.report)(Report::Moved { dir });
                }
                Err(error) => (self.report)(Report::NotMoved(error)),
            }
        }
        if self.refused > 0 && result.is_ok() {
            result = Err(Trouble::Unprintable);
        }
        let changed = behind || before != self.book.saved();
        let mut ending = self.tell(&result, batch.asked, changed);
        if let Ending::NotSaved { lost, .. } = &mut ending
            && !batch.answers.is_empty()
        {
            *lost = self.book.lost();
            lost.others += self.refused;
        }
        self.write_current();
        self.write_snapshot();
        for answer in batch.answers {
            let _ = answer.send(ending.clone());
        }
    }

    fn take(&mut self, order: Order, batch: &mut Batch) {
        batch.asked = true;
        match order {
            Order::Job(Job::Append(entry)) => self.append(&entry),
            Order::Job(Job::Snapshot(text)) => self.aside.snapshot = Some(text),
            Order::Job(Job::Current(path, text)) => self.aside.current = Some((path, text)),
            Order::Job(Job::Rewrite(journal)) => self.rewrite(&journal),
            Order::Job(Job::Retry) => batch.check = true,
            Order::Job(Job::MoveTo(base)) => batch.move_to = Some(base),
            Order::Flush(answer) => {
                batch.check = true;
                batch.answers.push(answer);
            }
            Order::Close(answer) => {
                batch.check = true;
                batch.answers.push(answer);
                self.closing = true;
            }
        }
    }

    /// One number too many or too few would make everything after it unreadable.
    fn append(&mut self, entry: &Entry) {
        match line::print(entry) {
            Ok(line) if entry.seq == self.book.newest() + 1 => self.book.append(entry.seq, &line),
            Ok(_) | Err(_) => self.refused += 1,
        }
    }

    fn rewrite(&mut self, journal: &Journal) {
        match line::print_all(journal.opened(), journal.entries()) {
            Ok(text) => {
                let seq = journal.entries().next_back().map_or(0, |entry| entry.seq);
                self.book.rewrite(seq, text.into_bytes());
                self.refused = 0;
            }
            Err(_) => self.refused += 1,
        }
    }

    fn tell(&mut self, result: &Result<(), Trouble>, asked: bool, changed: bool) -> Ending {
        match result {
            Ok(()) => {
                if changed || self.told.is_some() {
                    (self.report)(Report::Saved { seq: self.book.saved() });
                }
                self.told = None;
                Ending::AllSaved
            }
            Err(trouble) => {
                let (reason, waiting) = (trouble.to_string(), self.book.waiting() + self.refused);
                if asked || self.told.as_ref() != Some(&reason) {
                    (self.report)(Report::Failed { reason: reason.clone(), waiting });
                }
                self.told = Some(reason.clone());
                Ending::NotSaved { reason, waiting, lost: Lost::default() }
            }
        }
    }

    /// After the journal, so that whoever follows finds there what is in view. When it fails the
    /// other windows stay behind; the meeting goes on.
    fn write_current(&mut self) {
        match self.aside.current.take() {
            Some((path, Some(text))) => {
                let _ = current::write(&path, &text);
                self.aside.live = text;
            }
            Some((path, None)) => current::remove(&path, &self.aside.live),
            None => {}
        }
    }

    /// After the journal, because that is the truth. One that failed waits for the next job.
    fn write_snapshot(&mut self) {
        if self.book.is_behind() {
            return;
        }
        let Some(text) = self.aside.snapshot.take() else { return };
        if let Err(error) = snapshot::write(self.book.dir(), &text) {
            self.aside.snapshot = Some(text);
            (self.report)(Report::NoSnapshot(error));
        }
    }
}

#[cfg(test)]
mod tests;
