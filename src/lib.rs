//! Oogst.
pub mod app;
pub mod cli;
pub mod domain;
pub mod io;
pub mod keys;
pub mod paper;
#[doc(hidden)]
pub mod support;
pub mod text;
pub mod ui;
