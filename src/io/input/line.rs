//! Reads the bytes of the terminal, and notices when the line to it is gone.
//!
//! Must not know: what the bytes mean.

use std::io::stdin;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::RawInput;
use super::decode::Decoder;

/// So long a beginning waits for its end. A paste or an answer that is cut off must not swallow
/// what is typed after it.
const SILENCE: Duration = Duration::from_millis(500);

/// As much as a terminal hands over at once.
const CHUNK: usize = 4 << 10;

/// Reads until the line is gone (`true`) or nobody wants to hear it any more (`false`).
pub(super) fn read_all(tell: &mut dyn FnMut(RawInput) -> bool) -> bool {
    let (mut decoder, mut chunk) = (Decoder::default(), [0; CHUNK]);
    loop {
        match await_bytes(decoder.is_open().then_some(SILENCE)) {
            Ok(false) => {
                decoder.silence();
                if !hand_over(&mut decoder, tell) {
                    return false;
                }
                continue;
            }
            Err(Errno::INTR) => continue,
            // Where this terminal cannot be waited for, reading waits.
            Ok(true) | Err(_) => {}
        }
        match rustix::io::read(stdin(), &mut chunk) {
            Ok(0) => return true,
            Ok(count) => {
                let bytes = chunk.get(..count).unwrap_or_default();
                // An Esc at the end is a key unless something follows at once.
                let more = bytes.ends_with(b"\x1b") && await_bytes(Some(Duration::ZERO)) == Ok(true);
                decoder.feed(bytes, more);
            }
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(_) => return true,
        }
        if !hand_over(&mut decoder, tell) {
            return false;
        }
    }
}

fn hand_over(decoder: &mut Decoder, tell: &mut dyn FnMut(RawInput) -> bool) -> bool {
    while let Some(input) = decoder.pop() {
        if !tell(input) {
            return false;
        }
    }
    true
}

/// Sleeps until there is something to read, or the line is gone (`true`), or the time is over.
fn await_bytes(limit: Option<Duration>) -> Result<bool, Errno> {
    let limit = limit.and_then(|limit| Timespec::try_from(limit).ok());
    let input = stdin();
    poll(&mut [PollFd::new(&input, PollFlags::IN)], limit.as_ref()).map(|ready| ready > 0)
}
