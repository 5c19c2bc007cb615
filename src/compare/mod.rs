//! Two sources compared: differences with their uncertainty, matched passages, words and names.
//!
//! Everything here is deterministic for a seed, and swapping the sources flips every sign and nothing
//! else.

mod coverage;
mod difference;
mod differences;
mod document;
#[cfg(test)]
mod fixture;
mod like_for_like;
mod matching;
mod passage;
mod people;
mod robustness;
mod similarity;
mod source;
mod terms;
mod word_shift;
mod words;

pub use coverage::{Coverage, SideCoverage};
pub use difference::{Difference, Test, Verdict};
pub use differences::differences;
pub use document::Document;
pub use like_for_like::like_for_like;
pub use matching::{Choice, Match, MatchKind, Matching, RELATED, SAME_POINT};
pub use passage::Passage;
pub use people::{Mentioned, NamedBy, OneSided, PersonPair, named_by};
pub use robustness::{Average, Passages, Robustness, Setting, SettingResult, robustness};
pub use source::{Cluster, SourceView, UnitView};
pub use terms::{Term, distinctive_terms};
pub use word_shift::{ShiftWord, Use, WordShift, word_shift};

use crate::score::registry::MEASURES;
use crate::work::{Progress, Stopped};

/// The sentence that stands with every comparison.
pub const STANDING_LINE: &str =
    "This describes wording. It does not say which account is true or fair.";

/// What the user can choose about a comparison. Stored with every result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The seed of everything that involves chance.
    pub seed: u64,
    /// Matches the user has added or rejected.
    pub choices: Vec<Choice>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            seed: 1,
            choices: Vec::new(),
        }
    }
}

/// Two sources, compared.
#[derive(Debug, Clone, Default)]
pub struct Comparison {
    /// The name of source A.
    pub a: String,
    /// The name of source B.
    pub b: String,
    /// What the user chose, the seed included.
    pub options: Options,
    /// One entry a measure, in the order of the registry.
    pub differences: Vec<Difference>,
    /// Which passages belong together.
    pub matching: Matching,
    /// How much of each source the other tells too.
    pub coverage: Coverage,
    /// The differences on matched passages alone.
    pub like_for_like: Vec<Difference>,
    /// The words behind the difference in tone.
    pub word_shift: WordShift,
    /// The words and names that set the sources apart.
    pub terms: Vec<Term>,
    /// Whom each names, and the tone towards those both name.
    pub people: NamedBy,
    /// Whether the order in tone holds under other settings.
    pub robustness: Robustness,
}

impl Comparison {
    /// Compares two sources.
    pub fn new(a: &SourceView<'_>, b: &SourceView<'_>, options: &Options) -> Self {
        // Nobody else holds this progress, so nobody can stop the work.
        Self::watched(a, b, options, &Progress::default()).unwrap_or_default()
    }

    /// Compares two sources, reporting to `progress` and stopping when it says so.
    ///
    /// # Errors
    /// [`Stopped`] where the work was stopped.
    pub fn watched(
        a: &SourceView<'_>,
        b: &SourceView<'_>,
        options: &Options,
        progress: &Progress,
    ) -> Result<Self, Stopped> {
        progress.stage(0.0, 0.3);
        let matching = Matching::new(a, b, &options.choices, progress)?;
        progress.stage(0.3, 0.6);
        let differences = differences(a, b, MEASURES, options.seed, progress)?;
        progress.stage(0.6, 0.7);
        let like_for_like = like_for_like(a, b, &matching, MEASURES, options.seed, progress)?;
        progress.stage(0.7, 0.75);
        let terms = distinctive_terms(a, b, progress)?;
        progress.stage(0.75, 0.8);
        let people = named_by(a, b, options.seed, progress)?;
        progress.stage(0.8, 1.0);
        let robustness = robustness(a, b, &matching, progress)?;
        Ok(Self {
            a: a.name.to_owned(),
            b: b.name.to_owned(),
            options: options.clone(),
            differences,
            coverage: Coverage::of(&matching),
            matching,
            like_for_like,
            word_shift: word_shift(a, b),
            terms,
            people,
            robustness,
        })
    }
}

#[cfg(test)]
pub(crate) use words::read_assets;
