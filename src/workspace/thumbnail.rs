//! A small picture of a document, for file managers: the tone of each paragraph of the two articles it shows.

use std::path::Path;

use super::recipe::{Recipe, UnreadRecipe};
use super::rerun::restored;
use crate::chart::{self, Kind, Theme};
use crate::plot::{self, PictureError};
use crate::text::shown;
use crate::work::Threads;

/// Documents of more articles get no picture: file managers wait a few seconds at most.
const MOST_ARTICLES: usize = 200;
/// The drawing, in points, before it is made small: bars stay thick enough to be seen.
const DRAWING: [f32; 2] = [480.0, 480.0];

/// Why a document has no picture.
#[derive(Debug, thiserror::Error)]
pub enum NoThumbnail {
    /// The document was not read.
    #[error(transparent)]
    Unread(#[from] UnreadRecipe),
    /// It shows nothing, too much, or what it shows is not there.
    #[error("{0}: {1}")]
    Nothing(String, String),
    /// The picture could not be made.
    #[error(transparent)]
    Picture(#[from] PictureError),
}

/// The picture of the document at `path` as a PNG, `side` pixels along its longer side.
///
/// # Errors
/// Why there is none.
pub fn thumbnail(path: &Path, side: u16) -> Result<Vec<u8>, NoThumbnail> {
    let nothing = |why: &dyn std::fmt::Display| NoThumbnail::Nothing(shown(path), why.to_string());
    let recipe = Recipe::open(path)?;
    if let Some(problem) = recipe.opened.problems.first() {
        return Err(nothing(problem));
    }
    let sources = recipe.opened.session.sources().iter();
    let count: usize = sources.map(|source| source.articles.len()).sum();
    if count > MOST_ARTICLES {
        return Err(nothing(&format_args!(
            "no picture is made of {count} articles"
        )));
    }
    let mut workspace =
        restored(recipe.opened, false, Threads::default()).map_err(|error| nothing(&error))?;
    let chart = workspace.chart(Kind::Paragraphs, chart::Options::default());
    let chart = chart.filter(|chart| !chart.marks.is_empty());
    let chart = chart.ok_or_else(|| nothing(&"there is nothing to show in it"))?;
    Ok(plot::thumbnail(&chart, DRAWING, side, Theme::Light)?)
}
