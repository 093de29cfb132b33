//! What holds for the whole source tree and everything that comes along with it.

mod architecture;
mod readme;
mod source;
