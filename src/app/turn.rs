//! From a message to the next state: keys become intents, intents are carried out, and `commit` is
//! the only writer.

pub mod book;
pub mod carry;
pub mod commit;
pub mod elsewhere;
pub mod papers;
pub mod press;
pub mod timekeeper;
pub mod turns;
pub mod update;
pub mod wake;
pub mod window;
pub mod wiping;
