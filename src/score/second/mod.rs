//! The second reader: a small sentence encoder with linear heads beside the transparent measures. It never
//! is the number: it says whether it agrees with it, and where two readers differ the number is known to
//! be weak.
//!
//! Heads are learned by `tests/training/second` from `NewsMTSC` (tone of a sentence and towards a target, MIT),
//! NewsSD-ENG (opinion or report) and Webis-Clickbait-17 (bait of a headline; both CC BY 4.0), on the states
//! as they ship, names masked. Never learned from: BABE, BASIL, editorials rated for VADER.
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
//! | `said` | what it said of an article, as it is kept |
//! | `second_tone` | tone over a number of sentences, by both readers |
//! | `asked` | an article that is scored, read |
//! | `methods` | what it is and how far it can be trusted, in words |
//! | `measures` | the measures that it reads too |
//! | `fingerprint` | what it is made of, for whatever is made with it |
//! | `words` | what two readers say together, in words |
//! | `training` | states for the programs that learn the heads |

mod agreement;
mod asked;
mod both;
mod fingerprint;
mod head;
mod mask;
mod measures;
pub mod methods;
mod pieces;
mod reader;
mod reading;
mod said;
mod second_tone;
pub mod training;
mod words;

pub use crate::encoder::Fault;
pub use agreement::{
    Agreement, BAIT_CUT, SCORE_CUT, SECOND_BAIT_CUT, TONE_QUIET, bait_agreement,
    mean_tone_agreement, score_agreement, target_agreement, tone_agreement,
};
pub use both::{both_headline, both_loaded, both_subjectivity, both_target, both_tone};
pub use fingerprint::fingerprint;
pub use measures::{SECOND_MEASURES, SecondMeasure, second_measure};
pub use reader::SecondReader;
pub use reading::{HeadlineReading, Reading, Share, Shares};
pub use said::{NotSaid, Said, SaidMention, SaidSentence};
pub use second_tone::SecondTone;
pub use words::bait_in_words;

/// Reads the heads and the list of names, for the test of the assets.
#[cfg(test)]
pub(super) fn read_assets() -> Result<(), crate::assets::NotUnderstood> {
    head::Heads::read()?;
    mask::read().map(drop)
}
