//! Why a line has no answer.

use crate::score::NoHeadline;

/// Why a line has no answer; stands in its place.
#[derive(Debug, thiserror::Error)]
pub(super) enum LineError {
    /// It is no text.
    #[error("not valid UTF-8 at byte {0} of the line")]
    NotUtf8(usize),
    /// It is longer than any that is answered.
    #[error("a line of {megabytes} MB; the longest that is answered has {most}")]
    TooLong {
        /// Its length.
        megabytes: usize,
        /// The limit.
        most: usize,
    },
    /// It is a text and not an object.
    #[error("not a JSON object: an article is one, with a \"title\" or a \"text\"")]
    NoArticleObject,
    /// It is an object without an article.
    #[error(
        "neither a headline nor a text in any field known to hold one; --field text=NAME says which does"
    )]
    NoArticle,
    /// It begins as an object and is none with a text.
    #[error("not a JSON object with \"text\": {what}, at column {column}")]
    NotAnObject {
        /// What is wrong.
        what: String,
        /// Where.
        column: usize,
    },
    /// Its headline is not scored.
    #[error(transparent)]
    Headline(#[from] NoHeadline),
    /// It names no mention.
    #[error("needs \"text\", \"start\" and \"end\", the mention in code points")]
    NoMention,
    /// The mention is not in the text.
    #[error("no mention from {start} to {end} in a text of {length} code points")]
    OutOfText {
        /// The first code point named.
        start: usize,
        /// One past the last.
        end: usize,
        /// How many there are.
        length: usize,
    },
    /// Nothing in the mention can be scored.
    #[error("the mention holds no word")]
    NoWord,
    /// The answer could not be written.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}
