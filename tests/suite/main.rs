//! What holds for the whole source tree and everything that comes along with it.

mod architecture;
#[cfg(target_os = "linux")]
mod pty;
mod readme;
mod source;
