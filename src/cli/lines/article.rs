//! `parallax lines article`: the scores of a whole article, the same as `parallax score` gives.

use super::error::LineError;
use super::input::Input;
use crate::export::scores::{ArticleScores, Detail};
use crate::load::{self, ReadOptions};
use crate::score::lists::OwnLists;
use crate::score::{Settings, analyse};

/// How lines are read and scored.
#[derive(Debug)]
pub(super) struct How {
    pub(super) settings: Settings,
    pub(super) lists: OwnLists,
    pub(super) reading: ReadOptions,
    pub(super) detail: Detail,
    pub(super) brief: bool,
}

/// The scores of the article that the line holds.
pub(super) fn answer(input: &Input, how: &How) -> Result<ArticleScores, LineError> {
    if !input.is_object() {
        input.check()?;
        return Err(LineError::NoArticleObject);
    }
    if input.is_text() {
        // What files of articles are often written with ("NaN") is read here as there.
        let read = load::from_json_line(input.line, &how.reading);
        if let Ok(article) = read {
            let analysis = analyse(&article, &how.settings);
            return Ok(ArticleScores::of(
                &article, &analysis, &how.lists, how.detail, how.brief,
            ));
        }
    }
    input.check()?;
    Err(LineError::NoArticle)
}
