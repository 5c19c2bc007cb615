//! Every measure there is: adding one is its definition and its entry here.

use super::measure::Measure;
use super::wording::measures as wording;
use super::{headline, lists, tone};

/// The measures of an article, in the order they are shown.
pub static MEASURES: &[&Measure] = &[
    &tone::TONE,
    &wording::OWN_TONE,
    &wording::LOADED,
    &wording::SUBJECTIVITY,
    &wording::DOUBTING,
    &wording::FACTIVE,
    &wording::MANNER,
    &wording::QUOTED,
    &wording::WORDS_PER_SPEAKER,
    &wording::HEDGES,
    &wording::INTENSIFIERS,
    &headline::SENSATIONALISM,
    &headline::HEADLINE_HEAT_GAP,
    &headline::HEADLINE_UNSUPPORTED,
];

/// The measures of a name in an article (`score/people`).
pub static PER_NAME: &[&Measure] = &[&wording::MENTIONS, &wording::TONE_TOWARDS];

/// The measures of each category of the user's own lists (`score/lists`).
pub static PER_LIST: &[&Measure] = &[&lists::OWN_LIST];

/// Every measure, for the page of methods.
pub fn all() -> impl Iterator<Item = &'static Measure> {
    MEASURES.iter().chain(PER_NAME).chain(PER_LIST).copied()
}
