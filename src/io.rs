//! The edge: files, terminal, threads and the only clock. It alone may fail or wait.

pub mod methods;
pub mod ronfile;
