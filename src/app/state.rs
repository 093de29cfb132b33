//! The data of the program without a terminal: what the screen depends on, what can happen, what is
//! wished for. Names no other floor of `app`.

pub mod ask;
pub mod draft;
pub mod earlier;
pub mod effect;
pub mod heard;
pub mod in_view;
pub mod intent;
pub mod line;
pub mod live;
pub mod meaning;
pub mod model;
pub mod msg;
pub mod pane;
pub mod pick;
pub mod place;
pub mod practice;
pub mod reader;
pub mod shown;
pub mod summary;
pub mod topic;
pub mod wall;
pub mod window;
