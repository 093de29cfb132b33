//! The edge: terminal, files, threads and the only clock. It alone may fail or wait.

pub mod store;
