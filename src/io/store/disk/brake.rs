//! Stops a program in front of a change of the disk: what a kill at that moment leaves behind is
//! there to be looked at. For this thread only.

use std::cell::Cell;
use std::io;

#[derive(Clone, Copy)]
enum Brake {
    Off,
    /// So many changes may still be made.
    On(usize),
    Stopped,
}

thread_local! {
    static BRAKE: Cell<Brake> = const { Cell::new(Brake::Off) };
}

/// Does `deed` and stops it after `count` changes; all that it would change after that does not
/// happen either. Says whether it was stopped.
pub fn stopped_after(count: usize, deed: impl FnOnce()) -> bool {
    BRAKE.set(Brake::On(count));
    deed();
    matches!(BRAKE.replace(Brake::Off), Brake::Stopped)
}

/// Whether the next change is the one that is stopped.
pub(super) fn stops_now() -> bool {
    matches!(BRAKE.get(), Brake::On(0))
}

/// # Errors
/// When it is stopped here.
pub(super) fn pass() -> io::Result<()> {
    match BRAKE.get() {
        Brake::Off => Ok(()),
        Brake::On(0) | Brake::Stopped => {
            BRAKE.set(Brake::Stopped);
            Err(io::Error::other("stopped"))
        }
        Brake::On(left) => {
            BRAKE.set(Brake::On(left - 1));
            Ok(())
        }
    }
}
