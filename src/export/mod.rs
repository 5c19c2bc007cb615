//! Results as files: scores as tables, a comparison as a report; saved whole or not at all.

mod date;
mod escape;
pub mod format;
pub mod report;
mod save;
pub mod scores;

pub use date::now;
pub use escape::escape_xml;
pub use save::{SaveError, save_atomic};
