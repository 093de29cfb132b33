//! Oogst.
pub mod domain;
