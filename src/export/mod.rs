//! Results as files: saved whole or not at all.

mod escape;
mod save;

pub use escape::escape_xml;
pub use save::{SaveError, save_atomic};
