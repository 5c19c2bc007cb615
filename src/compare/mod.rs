//! Two sources compared: differences with their uncertainty, matched passages, words and names.
//!
//! Everything here is deterministic for a seed, and swapping the sources flips every sign and nothing
//! else.

mod audit;
mod behind;
mod comparison;
mod coverage;
mod difference;
mod differences;
mod document;
pub mod findings;
pub mod glossary;
mod like_for_like;
mod lists;
mod matching;
mod passage;
mod people;
mod robustness;
mod similarity;
mod source;
mod terms;
mod word_shift;
mod words;

pub use audit::{MOST_COLUMNS, Quoted, SourceNotes, quoted};
pub use behind::{Behind, Part, behind};
pub use comparison::{Comparison, Options, STANDING_LINE};
pub use coverage::{Coverage, SideCoverage};
pub use difference::{Difference, Test, Verdict};
pub use differences::differences;
pub use document::Document;
pub use like_for_like::like_for_like;
pub use lists::{ListRow, ListUse, list_differences};
pub use matching::{Choice, Match, MatchKind, Matching, RELATED, SAME_POINT};
pub use passage::Passage;
pub use people::{Mentioned, NamedBy, OneSided, PersonPair, named_by};
pub use robustness::{Average, Passages, Robustness, Setting, SettingResult, robustness};
pub use source::{Cluster, NAME_LENGTH, SourceView, UnitView};
pub use terms::{Term, distinctive_terms};
pub use word_shift::{ShiftWord, Use, WordShift, word_shift};

#[cfg(test)]
pub(crate) use words::read_assets;
