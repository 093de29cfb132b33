//! The one way out: gives the terminal back as it was, whoever asks and however often.
//!
//! Called when the screen is dropped, by the panic hook and before stopping on a signal. Takes no
//! lock of ours and writes past Rust's own buffer, because a panic may come in the middle of a
//! frame. Never panics itself and writes nothing to a line that is gone.

use std::io;
use std::io::Write as _;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::terminal::disable_raw_mode;

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
pub(super) fn mouse(on: bool) -> bool {
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
/// time, nor when the terminal was never taken.
pub fn leave() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    if MOUSE.swap(false, Ordering::SeqCst) {
        super::mouse::release();
    }
    if !is_gone() {
        write_past_buffer(RESTORE);
        // Keys that nobody read yet must not end up as commands in the shell.
        drop_unread();
    }
    // Fails only when there is no terminal to restore.
    let _ = disable_raw_mode();
}

/// Rings the bell of the terminal.
pub fn ring() {
    if is_ours() {
        write_past_buffer(b"\x07");
    }
}

/// Writes straight to the terminal. An error means there is nobody to tell it to.
#[cfg(unix)]
pub(super) fn write_past_buffer(mut bytes: &[u8]) {
    while !bytes.is_empty() {
        match rustix::io::write(rustix::stdio::stdout(), bytes) {
            Ok(0) => return,
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(rustix::io::Errno::INTR) => {}
            Err(_) => return,
        }
    }
}

/// Writes to the terminal. An error means there is nobody to tell it to.
#[cfg(not(unix))]
pub(super) fn write_past_buffer(bytes: &[u8]) {
    let mut out = std::io::stdout();
    let _ = out.write_all(bytes).and_then(|()| out.flush());
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
