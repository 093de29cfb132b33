//! What lies over the screen or stands alone on it: the menu, a list to choose from, a page to read.

pub mod beside;
pub mod bin;
pub mod book;
pub mod cards;
pub mod earlier;
pub mod help;
pub mod menu;
pub mod papers;
pub mod paste;
pub mod places;
pub mod start;
pub mod timekeeper;
pub mod timing;
pub mod topic;
pub mod wiping;
