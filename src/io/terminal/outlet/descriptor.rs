//! Unix: the terminal opened a second time, so that not waiting is a matter of ours alone. The
//! descriptor that the shell gave us is shared with it and with whoever comes after us.

use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use rustix::stdio::stdout;

static OWN: OnceLock<Option<OwnedFd>> = OnceLock::new();

/// Ours; the shell's own where the terminal cannot be opened again (then writing waits).
fn terminal() -> BorrowedFd<'static> {
    let open = || {
        let name = rustix::termios::ttyname(stdout(), Vec::new()).ok()?;
        let flags = OFlags::WRONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
        rustix::fs::open(name, flags, Mode::empty()).ok()
    };
    OWN.get_or_init(open).as_ref().map_or_else(stdout, AsFd::as_fd)
}

/// Writes as much as fits within `patience`; tells how much that was.
pub(super) fn put(bytes: &[u8], patience: Duration) -> io::Result<usize> {
    let mut sent = 0;
    let mut end = None;
    while let Some(rest) = bytes.get(sent..).filter(|rest| !rest.is_empty()) {
        match rustix::io::write(terminal(), rest) {
            Ok(count) => sent += count,
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => {
                let end = *end.get_or_insert_with(|| Instant::now() + patience);
                let left = end.saturating_duration_since(Instant::now());
                if left.is_zero() || !room_within(Some(left)) {
                    break;
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(sent)
}

/// Whether what was put has arrived: here nothing is on its way.
pub(super) fn settled(_patience: Duration) -> bool {
    true
}

/// Sleeps until there is room, or nobody will ever read again.
pub(super) fn wait_for_room() {
    while !room_within(None) {}
}

/// Also when the line is gone: writing then tells it.
fn room_within(limit: Option<Duration>) -> bool {
    let limit = limit.and_then(|limit| Timespec::try_from(limit).ok());
    match poll(&mut [PollFd::from_borrowed_fd(terminal(), PollFlags::OUT)], limit.as_ref()) {
        Ok(ready) => ready > 0,
        Err(error) => error != Errno::INTR,
    }
}
