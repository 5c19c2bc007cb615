//! What an article is: a headline, a few facts about it, and blocks of text in order. Nothing here
//! reads files or computes scores.

mod citation;
mod content;
mod fields;
mod find;
mod live;
mod place;
mod quotation;
mod sentence;
mod side;
mod span;
mod token;

pub use citation::citation;
pub use content::{Article, Block, BlockKind, Headline, HeadlineOrigin, NOT_SHOWN, Origin, Source};
pub(crate) use fields::NotKept;
pub use fields::{FurtherFields, is_section};
pub use find::Finder;
pub use place::{Place, Spot};
pub use quotation::quotations;
pub use sentence::sentences;
pub use side::Side;
pub use span::Span;
pub(crate) use token::straight;
pub use token::{Token, TokenKind, tokens, word_count, words};

/// Reads every asset of this room, for the test of the assets.
#[cfg(test)]
pub(crate) fn read_assets() -> Result<(), crate::assets::NotUnderstood> {
    sentence::read_assets()
}
