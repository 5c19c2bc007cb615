//! The manual: chapters of plain Markdown from `assets/manual/`, and chapters made from the tables of charts,
//! measures and commands. The window shows them, `parallax manual` writes them as a web page: one source for both.

mod chapter;
mod charts;
mod commands;
mod markdown;
mod measures;
mod page;
mod pictures;
mod samples;
mod search;

pub use chapter::{Chapter, chapter, chapters};
pub use commands::{Listed, command};
pub use markdown::{Block, Link, Run};
pub use measures::{STANDING, methods};
pub use page::to_html;
pub use pictures::{PICTURES, Picture, picture};
pub use samples::{SAMPLES, Sample};
pub use search::{Hit, search};
