//! Results as files: scores as tables, a comparison as a report; saved whole or not at all.

pub mod audit;
mod date;
mod escape;
pub mod format;
pub mod marks;
pub mod matrix;
mod ours;
pub mod report;
mod save;
pub mod scores;
pub mod stories;
pub mod study;
mod table_format;

pub use date::now;
pub use escape::escape_xml;
pub use ours::is_ours;
pub use save::{Claim, Existing, Refusal, SaveError, Saved, Step, save, save_atomic, sweep, watch};
pub use table_format::TableFormat;
