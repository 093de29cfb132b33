//! Takes and releases the mouse: clicks and the wheel only, so that moving it wakes nobody. Where
//! the console itself has to be asked, the bytes are none.

#[cfg(unix)]
pub(super) const TAKE: &[u8] = b"\x1b[?1000h\x1b[?1006h";
#[cfg(unix)]
pub(super) const RELEASE: &[u8] = b"\x1b[?1006l\x1b[?1000l";
#[cfg(not(unix))]
pub(super) const TAKE: &[u8] = b"";
#[cfg(not(unix))]
pub(super) const RELEASE: &[u8] = b"";

/// Asks the console.
#[cfg(not(unix))]
pub(super) fn ask(take: bool) {
    use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
    // Without it everything still works by keys; on leaving there may be no terminal any more.
    let _ = if take {
        crossterm::execute!(std::io::stdout(), EnableMouseCapture)
    } else {
        crossterm::execute!(std::io::stdout(), DisableMouseCapture)
    };
}

#[cfg(unix)]
pub(super) fn ask(_take: bool) {}
