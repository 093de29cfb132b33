//! Takes and releases the mouse: clicks and the wheel only, so that moving it wakes nobody.

#[cfg(unix)]
const TAKE: &[u8] = b"\x1b[?1000h\x1b[?1006h";
#[cfg(unix)]
const RELEASE: &[u8] = b"\x1b[?1006l\x1b[?1000l";

#[cfg(unix)]
pub(super) fn take() {
    super::leave::write_past_buffer(TAKE);
}

#[cfg(unix)]
pub(super) fn release() {
    if !super::leave::is_gone() {
        super::leave::write_past_buffer(RELEASE);
    }
}

#[cfg(not(unix))]
pub(super) fn take() {
    // Without it everything still works by keys.
    let _ = crossterm::execute!(std::io::stdout(), crossterm::event::EnableMouseCapture);
}

#[cfg(not(unix))]
pub(super) fn release() {
    // Fails only when there is no terminal to release.
    let _ = crossterm::execute!(std::io::stdout(), crossterm::event::DisableMouseCapture);
}
