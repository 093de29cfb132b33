//! Where a terminal cannot be asked whether it has room: a thread writes, one piece at a time.

use std::io::{self, Write};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

static WRITER: OnceLock<Option<Writer>> = OnceLock::new();

/// What the thread is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Idle,
    Busy,
    /// The terminal is gone.
    Over,
}

type Shared = Arc<(Mutex<State>, Condvar)>;

struct Writer {
    to: Mutex<Sender<Vec<u8>>>,
    state: Shared,
}

fn writer() -> Option<&'static Writer> {
    WRITER.get_or_init(|| start().ok()).as_ref()
}

fn start() -> io::Result<Writer> {
    let (to, pieces) = channel::<Vec<u8>>();
    let state: Shared = Arc::new((Mutex::new(State::Idle), Condvar::new()));
    let shared = Arc::clone(&state);
    thread::Builder::new().name("oogst-scherm".to_owned()).spawn(move || {
        let mut out = io::stdout();
        while let Ok(piece) = pieces.recv() {
            let done = out.write_all(&piece).and_then(|()| out.flush());
            let next = if done.is_ok() { State::Idle } else { State::Over };
            *shared.0.lock().unwrap_or_else(PoisonError::into_inner) = next;
            shared.1.notify_all();
        }
    })?;
    Ok(Writer { to: Mutex::new(to), state })
}

impl Writer {
    fn after(&self, patience: Duration) -> State {
        let state = self.state.0.lock().unwrap_or_else(PoisonError::into_inner);
        let busy = |state: &mut State| *state == State::Busy;
        *self.state.1.wait_timeout_while(state, patience, busy).unwrap_or_else(PoisonError::into_inner).0
    }
}

/// Hands `bytes` to the thread when it is free within `patience`; tells how much was taken.
pub(super) fn put(bytes: &[u8], patience: Duration) -> io::Result<usize> {
    let Some(writer) = writer() else {
        // No thread to be had: then writing waits.
        return io::stdout().write_all(bytes).and_then(|()| io::stdout().flush()).map(|()| bytes.len());
    };
    match writer.after(patience) {
        State::Busy => Ok(0),
        State::Over => Err(io::ErrorKind::BrokenPipe.into()),
        State::Idle => {
            *writer.state.0.lock().unwrap_or_else(PoisonError::into_inner) = State::Busy;
            let to = writer.to.lock().unwrap_or_else(PoisonError::into_inner);
            to.send(bytes.to_vec()).map_err(|_| io::ErrorKind::BrokenPipe)?;
            Ok(bytes.len())
        }
    }
}

/// Whether what was put has arrived.
pub(super) fn settled(patience: Duration) -> bool {
    writer().is_none_or(|writer| writer.after(patience) == State::Idle)
}

/// Sleeps until there is room, or nobody will ever read again.
pub(super) fn wait_for_room() {
    while writer().is_some_and(|writer| writer.after(Duration::from_secs(60)) == State::Busy) {}
}
