//! On how many sentences the two readers agree.

use super::source::SourceView;
use crate::score::second::SecondTone;
use crate::text::per_cent;

/// On how many sentences of one or more sources the two readers agree about tone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgreeingSentences {
    /// Sentences that both read.
    pub sentences: usize,
    /// Those on which they agree.
    pub agreeing: usize,
}

impl AgreeingSentences {
    /// Those of these sources; `None` where the second reader read none.
    pub fn of(sources: &[SourceView<'_>]) -> Option<Self> {
        let articles = sources.iter().flat_map(|source| source.articles);
        let tones = articles.filter_map(|(_, analysis)| analysis.second_tone());
        let add = |sum: Self, tone: SecondTone| Self {
            sentences: sum.sentences + tone.sentences,
            agreeing: sum.agreeing + tone.agreeing,
        };
        let none = Self {
            sentences: 0,
            agreeing: 0,
        };
        let all = tones.fold(none, add);
        (all.sentences > 0).then_some(all)
    }

    /// The same as a sentence.
    pub fn sentence(&self) -> String {
        let share = per_cent(self.agreeing as f64 / self.sentences as f64);
        format!(
            "The second reader agrees with the word lists on the tone of {} of {} sentences ({share}); where they \
             differ, a figure is marked ≠ and weak.",
            self.agreeing, self.sentences
        )
    }
}
