//! Scores as CSV and JSON: a row an article, a paragraph or a sentence.

mod own;
mod row;
mod rows;
mod whole;
mod write;

pub use rows::{Detail, Scored};
pub use whole::ArticleScores;
pub use write::{Format, Layout, Rows, Writer, scores};
