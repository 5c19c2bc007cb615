//! Many articles in one file: JSON, JSON Lines and tables.

mod fields;

pub use fields::{Mapping, Role};

use super::detect::Format;
use super::{Draft, Input, Problem};

/// Reads every article of a corpus.
pub fn read(_input: &Input, _format: Format) -> Result<Vec<Draft>, Problem> {
    Err(Problem::NoArticles {
        detail: "it was not read".to_owned(),
        advice: "",
    })
}

/// Reads every article of a compressed corpus.
pub fn gzip(_input: &Input) -> Result<Vec<Draft>, Problem> {
    Err(Problem::NoArticles {
        detail: "it was not read".to_owned(),
        advice: "",
    })
}

/// Whether a text without a telling extension is a table of articles.
pub(super) fn looks_like_table(_start: &str) -> bool {
    false
}
