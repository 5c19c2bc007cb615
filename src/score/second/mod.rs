//! The second reader: a small sentence encoder with linear heads beside the transparent measures. It never
//! is the number: it says whether it agrees with it, and where two readers differ the number is known to
//! be weak.
//!
//! Heads are learned by `tests/training/second` from `NewsMTSC` (tone of a sentence and towards a target, MIT),
//! NewsSD-ENG (opinion or report) and Webis-Clickbait-17 (bait of a headline; both CC BY 4.0), on the states
//! as they ship, names masked. Judged, never learned from: BABE, BASIL, editorials rated for VADER.
//!
//! ```
//! # use parallax::score::second::{Agreement, SecondReader, tone_agreement};
//! // Cheap after the first call, which takes some ten milliseconds: keep it off the window's thread.
//! let Ok(reader) = SecondReader::shipped() else { return };
//! let reading = reader.sentence("The minister praised a wonderful success.").expect("it has words");
//! assert_eq!(tone_agreement(0.8, &reading), Agreement::Both);
//! ```
//!
//! | file | what it is for |
//! |---|---|
//! | `mask` | the names of a text, which the encoder never sees |
//! | `head` | the learned heads: scores of a text, and the share of every word in them |
//! | `pieces` | a text cut to what the encoder can hold |
//! | `reader` | the reader itself: sentences, headlines, mentions |
//! | `reading` | what it says of a sentence |
//! | `agreement` | whether two readers say the same |
//! | `both` | the two readers as one calibrated number |
//! | `article` | a whole article, on all cores |
//! | `training` | states for the programs that learn the heads |

mod agreement;
mod article;
mod both;
mod head;
mod mask;
mod pieces;
mod reader;
mod reading;
pub mod training;

pub use crate::encoder::Fault;
pub use agreement::{
    Agreement, BAIT_CUT, SCORE_CUT, SECOND_BAIT_CUT, TONE_QUIET, bait_agreement,
    mean_tone_agreement, score_agreement, target_agreement, tone_agreement,
};
pub use article::{ArticleReading, SecondTone, UnitReading};
pub use both::{both_headline, both_loaded, both_subjectivity, both_target, both_tone};
pub use reader::SecondReader;
pub use reading::{HeadlineReading, Reading, Share, Shares};

/// Reads the heads and the list of names, for the test of the assets.
#[cfg(test)]
pub(super) fn read_assets() -> Result<(), crate::assets::NotUnderstood> {
    head::Heads::read()?;
    mask::read().map(drop)
}
