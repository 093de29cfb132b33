//! Oogst.
pub mod domain;
pub mod io;
