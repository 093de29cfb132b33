//! Oogst.
pub mod domain;
pub mod text;
