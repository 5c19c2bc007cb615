//! Results as files: saved whole or not at all.

mod date;
mod escape;
mod save;

pub use date::now;
pub use escape::escape_xml;
pub use save::{SaveError, save_atomic};
