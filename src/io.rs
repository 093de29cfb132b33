//! The edge: terminal, files, threads and the only clock. Only this room may fail or wait.

pub mod clock;
pub mod commands;
pub mod config;
pub mod console;
pub mod effects;
pub mod exports;
pub mod follow;
pub mod harvest;
pub mod input;
pub mod inspiration;
pub mod methods;
pub mod packet;
pub mod ronfile;
pub mod run;
pub mod signals;
pub mod source;
pub mod store;
pub mod terminal;
pub mod wipe;
