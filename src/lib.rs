//! Oogst.
pub mod domain;
pub mod io;
pub mod keys;
pub mod ui;
