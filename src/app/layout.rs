//! Where everything stands: the frame around a working screen, the regions, and what the room sees.

pub mod frame;
pub mod laid;
pub mod regions;
pub mod room;
