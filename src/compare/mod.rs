//! Two sources compared: differences with their uncertainty, matched passages, words and names.
//!
//! Everything here is deterministic for a seed, and swapping the sources flips every sign and nothing
//! else.

mod agreeing;
mod audit;
mod behind;
mod comparison;
mod contrast;
mod coverage;
mod difference;
mod differences;
mod document;
mod everything;
pub mod findings;
pub mod glossary;
mod like_for_like;
mod lists;
mod matching;
pub mod matrix;
mod name_sums;
mod overlap;
mod passage;
mod people;
mod quoted;
mod reading;
mod robustness;
pub mod series;
mod signals;
mod source;
mod spelling;
pub mod stories;
mod terms;
mod verdict;
mod weighing;
mod word_shift;
mod words;

pub use agreeing::AgreeingSentences;
pub use audit::{MOST_COLUMNS, SourceNotes};
pub use behind::{Behind, Part, behind};
pub use comparison::{Comparison, Options, STANDING_LINE};
pub use contrast::{Basis, Contrast, Shared};
pub use coverage::{Coverage, SideCoverage};
pub use difference::{Difference, SecondOpinion, Test};
pub use differences::differences;
pub use document::Document;
pub use everything::WordsAndNames;
pub use like_for_like::like_for_like;
pub use lists::{ListRow, ListUse, behind_category, list_differences, pooled_deviation};
pub use matching::{
    Choice, MOST_COUNTERPARTS, Match, MatchKind, Matching, RELATED, SAME_POINT, SURELY_RELATED,
    TOLD_AGAIN,
};
pub use passage::Passage;
pub use people::{
    MOST_MENTIONS, Mentioned, NamedBy, OneSided, PersonPair, SecondTowards, named_by,
};
pub use quoted::{Quoted, quoted};
pub use reading::Roles;
pub use robustness::{Average, Passages, Robustness, Setting, SettingResult, robustness};
pub use signals::{Held, SIGNALS, held};
pub use source::{Cluster, NAME_LENGTH, SourceView, UnitView};
pub use spelling::TermKind;
pub use terms::{Term, distinctive_terms};
pub use verdict::{Standing, Verdict};
pub use weighing::sentences_with;
pub use word_shift::{MOST_USES, ShiftWord, Use, WordShift, word_shift};

#[cfg(test)]
pub(crate) fn read_assets() -> Result<(), crate::assets::NotUnderstood> {
    words::read_assets()?;
    spelling::read_assets()?;
    weighing::read_assets()?;
    signals::read_assets()?;
    stories::read_assets()
}
