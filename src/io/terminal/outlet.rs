//! The way out to the terminal. It takes everything at once and never waits long: a terminal that
//! does not read (a dragged window, a line that hangs) must not stop the program.
//!
//! What did not fit is kept and goes first, and somebody is told when there is room again. Must
//! not know: what the bytes mean.

#[cfg(unix)]
#[path = "outlet/descriptor.rs"]
mod platform;
#[cfg(not(unix))]
#[path = "outlet/writer.rs"]
mod platform;

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// A terminal that reads at all takes a whole screen within this time.
const PATIENCE: Duration = Duration::from_millis(40);
/// The same when the program leaves: nobody waits longer for a terminal that does not read.
const FAREWELL: Duration = Duration::from_millis(500);
const WATCHER_STACK: usize = 64 << 10;

/// Called when there is room again.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// A writer that takes everything.
pub struct Outlet {
    rest: Vec<u8>,
    wake: Wake,
    watched: Arc<AtomicBool>,
}

impl Outlet {
    /// `wake` is called, from another thread, when a terminal that was full takes bytes again.
    pub fn new(wake: Wake) -> Self {
        Self { rest: Vec::new(), wake, watched: Arc::default() }
    }

    /// Sends what was kept, as far as there is room; says whether all of it is gone.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn catch_up(&mut self) -> io::Result<bool> {
        if !self.rest.is_empty() {
            let sent = platform::put(&self.rest, Duration::ZERO)?;
            self.rest.drain(..sent);
            self.watch();
        }
        Ok(self.rest.is_empty())
    }

    /// Drops what was kept, because something else writes to the terminal now.
    pub fn forget(&mut self) {
        self.rest.clear();
    }

    /// A thread of its own, but only while the terminal is full.
    fn watch(&self) {
        if self.rest.is_empty() || self.watched.swap(true, Ordering::SeqCst) {
            return;
        }
        let (wake, watched) = (Arc::clone(&self.wake), Arc::clone(&self.watched));
        let watcher = thread::Builder::new().name("oogst-scherm".to_owned()).stack_size(WATCHER_STACK);
        let started = watcher.spawn(move || {
            platform::wait_for_room();
            watched.store(false, Ordering::SeqCst);
            wake();
        });
        if started.is_err() {
            // Then the next key finds out.
            self.watched.store(false, Ordering::SeqCst);
        }
    }
}

impl Write for Outlet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let sent = if self.rest.is_empty() { platform::put(bytes, PATIENCE)? } else { 0 };
        self.rest.extend_from_slice(bytes.get(sent..).unwrap_or_default());
        self.watch();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes the last there is to write, past everything that was kept; says whether it arrived.
pub(super) fn farewell(bytes: &[u8]) -> bool {
    platform::put(bytes, FAREWELL).is_ok_and(|sent| sent == bytes.len()) && platform::settled(FAREWELL)
}
