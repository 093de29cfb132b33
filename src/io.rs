//! The edge: terminal, keys, signals and the only clock. It alone may fail or wait.

pub mod clock;
pub mod input;
pub mod signals;
pub mod terminal;
