//! The one way out: gives the terminal back as it was, whoever asks and however often.
//!
//! Called when the screen is dropped, by the panic hook and before stopping on a signal. Takes no
//! lock of ours and writes past everything that is kept for the terminal, because a panic may come
//! in the middle of a frame. Never panics itself and writes nothing to a line that is gone.

use std::io;
use std::io::Write as _;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::terminal::disable_raw_mode;

use super::{mouse, outlet};

static ENTERED: AtomicBool = AtomicBool::new(false);
static MOUSE: AtomicBool = AtomicBool::new(false);
static GONE: AtomicBool = AtomicBool::new(false);

/// End of a frame that was cut off, paste marks and word of the keyboard off, default colours, cursor shown, main screen.
#[cfg(unix)]
const RESTORE: &[u8] = b"\x1b[?2026l\x1b[?1004l\x1b[?2004l\x1b[m\x1b[?25h\x1b[?1049l";
#[cfg(not(unix))]
const RESTORE: &[u8] = b"\x1b[?2026l\x1b[m\x1b[?25h\x1b[?1049l";

/// From now on there is something to restore.
pub(super) fn entered() {
    ENTERED.store(true, Ordering::SeqCst);
}

/// Whether the terminal is taken and still there.
pub(super) fn is_ours() -> bool {
    ENTERED.load(Ordering::SeqCst) && !is_gone()
}

/// Whether the mouse is ours from now on; returns whether it was.
pub(super) fn mouse_is(on: bool) -> bool {
    MOUSE.swap(on, Ordering::SeqCst)
}

/// The terminal is not there any more (a frame could not be written, the line is gone): nothing
/// may be written to it. Not for a hang-up signal alone, which also comes while it is still there.
pub fn gone() {
    GONE.store(true, Ordering::SeqCst);
}

/// Whether a frame could not be written because the line is gone.
pub fn means_gone(error: &io::Error) -> bool {
    #[cfg(unix)]
    if error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error()) {
        return true;
    }
    error.kind() == io::ErrorKind::BrokenPipe
}

/// Whether the terminal is not there any more.
pub fn is_gone() -> bool {
    GONE.load(Ordering::SeqCst)
}

/// Restores the terminal: mouse, paste, colours, cursor, screen, line mode. Does nothing the second
/// time, nor when the terminal was never taken. One that does not read within half a second counts
/// as gone: nothing is told to it any more.
pub fn leave() {
    if !restore() {
        gone();
    }
}

/// The same, for one that is taken again later; says whether the terminal read it.
pub(super) fn restore() -> bool {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return true;
    }
    let mut read = true;
    if !is_gone() {
        let taken = MOUSE.swap(false, Ordering::SeqCst);
        if taken {
            mouse::ask(false);
        }
        read = outlet::farewell(&[if taken { mouse::RELEASE } else { b"" }, RESTORE].concat());
        // Keys that nobody read yet must not end up as commands in the shell.
        drop_unread();
    }
    // Fails only when there is no terminal to restore.
    let _ = disable_raw_mode();
    read
}

#[cfg(unix)]
fn drop_unread() {
    use rustix::termios::{QueueSelector, tcflush};
    let _ = tcflush(rustix::stdio::stdin(), QueueSelector::IFlush);
}

#[cfg(not(unix))]
fn drop_unread() {}

/// Replaces the panic hook: the terminal is restored first, then one line says where it went wrong
/// (never what was in memory: that may be about a client), then `after` runs.
pub fn install_panic_hook(after: impl Fn() + Send + Sync + 'static) {
    panic::set_hook(Box::new(move |info| {
        leave();
        if !is_gone() {
            let place = info
                .location()
                .map(|at| format!(" ({}, regel {})", at.file(), at.line()))
                .unwrap_or_default();
            // A dead error output is no reason to stop a second time.
            let _ = writeln!(
                std::io::stderr(),
                "Oogst is gestopt door een fout in het programma{place}. Wat bewaard was, staat op de schijf."
            );
        }
        after();
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaving_twice_or_without_entering_does_nothing() {
        leave();
        leave();
        assert!(!ENTERED.load(Ordering::SeqCst));
    }
}
