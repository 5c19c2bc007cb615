//! Overall phrasing: a learned residual for what no named cue covers.

use super::tokens::Vocabulary;

pub(super) fn add_words(_vocabulary: &mut Vocabulary) {}
