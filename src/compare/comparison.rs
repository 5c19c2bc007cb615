//! Two sources, compared: everything that is found, and what it was found with.

use std::sync::Arc;

use super::coverage::Coverage;
use super::difference::Difference;
use super::differences::differences;
use super::everything::WordsAndNames;
use super::findings::{self, Compared, Finding, Material};
use super::like_for_like::like_for_like;
use super::lists::{ListRow, list_differences};
use super::matching::{Choice, Matching};
use super::people::{NamedBy, named_by};
use super::quoted::Quoted;
use super::robustness::{Robustness, robustness};
use super::source::{Cluster, SourceView};
use super::terms::distinctive_terms;
use super::verdict::Verdict;
use super::word_shift::word_shift;
use crate::article::Side;
use crate::score::lists::OwnLists;
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
    /// The user's own word lists.
    pub lists: OwnLists,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            seed: 1,
            choices: Vec::new(),
            lists: OwnLists::default(),
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
    /// What was found, in at most seven sentences, the most telling first.
    pub findings: Vec<Finding>,
    /// One entry a measure, in the order of the registry.
    pub differences: Vec<Difference>,
    /// One row a category of the user's own lists, in their order.
    pub lists: Vec<ListRow>,
    /// Which passages belong together.
    pub matching: Matching,
    /// How much of each source the other tells too.
    pub coverage: Coverage,
    /// The differences on matched passages alone.
    pub like_for_like: Vec<Difference>,
    /// The words behind the difference in tone, those that set the sources apart, and whom each names.
    pub words: Arc<WordsAndNames>,
    /// Whether the order in tone holds under other settings.
    pub robustness: Robustness,
    /// Whether these are articles of two stories, as far as can be said: nothing is held against each other then.
    /// Collections are compared as such.
    pub apart: bool,
    /// Whether passages are those of a few articles, because of most only figures are kept; differences count all.
    pub of_few: bool,
    /// Whether words and names are those of a few articles too.
    pub words_of_few: bool,
}

/// What has to stand beside passages, words and names that are those of a few articles.
const OF_FEW: &str = "So many articles are open that passages, words and names are those of the two articles being \
    read. Differences count every article. With a filter, or fewer articles, all of it is over all of them.";

/// The same once words and names of all articles are there.
const PASSAGES_OF_FEW: &str = "So many articles are open that passages are those of the two articles being read. \
    Differences, words and names count every article. With a filter, or fewer articles, passages are over all of them.";

impl Comparison {
    /// What is to be said of tone where it does not differ, clearly or perhaps.
    pub fn tone_unclear(&self) -> Option<Verdict> {
        let tone = (self.differences.iter()).find(|item| item.measure.id == "tone")?;
        let differs = matches!(tone.verdict, Verdict::Clear | Verdict::Possible);
        (!differs).then_some(tone.verdict)
    }

    /// What has to stand beside the sentence of [`Robustness`] where tone does not differ: an order that holds
    /// under many settings is no difference yet.
    pub fn order_alone(&self) -> Option<String> {
        let verdict = self
            .tone_unclear()
            .filter(|_| self.robustness.comparable > 0)?;
        let said = verdict.label();
        Some(format!(
            "This counts the order alone. The difference in tone itself: {said}."
        ))
    }

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
        Self::made(a, b, options, Earlier::default(), progress)
    }

    /// The same for sources of which `earlier` compared the same figures: its differences are taken over.
    ///
    /// # Errors
    /// [`Stopped`] where the work was stopped.
    pub fn of_others(
        &self,
        a: &SourceView<'_>,
        b: &SourceView<'_>,
        progress: &Progress,
    ) -> Result<Self, Stopped> {
        let earlier = Earlier {
            figures: Some(self),
            texts: None,
        };
        Self::made(a, b, &self.options, earlier, progress)
    }

    /// What has to stand beside passages, words and names, if anything.
    pub fn notice(&self) -> Option<&'static str> {
        self.of_few_articles().or_else(|| self.coverage.notice())
    }

    /// What has to stand beside what is of a few articles, if anything is.
    pub fn of_few_articles(&self) -> Option<&'static str> {
        match (self.of_few, self.words_of_few) {
            (_, true) => Some(OF_FEW),
            (true, false) => Some(PASSAGES_OF_FEW),
            (false, false) => None,
        }
    }

    /// Whom one side quotes, where that was found over more articles than evidence is kept of.
    pub fn quoted(&self, side: Side) -> Option<&[Quoted]> {
        let quoted = self.words.quoted.as_ref()?;
        quoted.get(side.index()).map(Vec::as_slice)
    }

    /// The same with the words and names of all articles.
    #[must_use]
    pub fn with_words(&self, words: &Arc<WordsAndNames>) -> Self {
        Self {
            words: Arc::clone(words),
            words_of_few: false,
            ..self.clone()
        }
    }

    /// Compares the same texts again, of which the second reader has read more, or less. What does not depend on
    /// it is taken over.
    ///
    /// # Errors
    /// [`Stopped`] where the work was stopped.
    pub fn again(
        &self,
        a: &SourceView<'_>,
        b: &SourceView<'_>,
        progress: &Progress,
    ) -> Result<Self, Stopped> {
        let earlier = Earlier {
            figures: None,
            texts: Some(self),
        };
        Self::made(a, b, &self.options, earlier, progress)
    }

    fn made(
        a: &SourceView<'_>,
        b: &SourceView<'_>,
        options: &Options,
        known: Earlier<'_>,
        progress: &Progress,
    ) -> Result<Self, Stopped> {
        let earlier = known.texts;
        let of_few = a.is_condensed() || b.is_condensed();
        progress.stage(0.0, 0.3);
        let matching = match earlier {
            Some(earlier) => earlier.matching.clone(),
            None => Matching::new(a, b, &options.choices, progress)?,
        };
        progress.stage(0.3, 0.6);
        let (mut differences, mut lists) = match known.figures {
            Some(figures) => (figures.differences.clone(), figures.lists.clone()),
            None => (
                differences(a, b, MEASURES, options.seed, progress)?,
                list_differences(a, b, &options.lists, options.seed),
            ),
        };
        progress.stage(0.6, 0.7);
        let mut like_for_like = like_for_like(a, b, &matching, MEASURES, options.seed, progress)?;
        progress.stage(0.7, 0.75);
        let terms = match earlier {
            Some(earlier) => earlier.words.terms.clone(),
            None => distinctive_terms(a, b, progress)?,
        };
        progress.stage(0.75, 0.8);
        let mut people = named_by(a, b, options.seed, progress)?;
        progress.stage(0.8, 1.0);
        let coverage = Coverage::of(&matching).weighing(&matching, people.mentions());
        // Two articles about two events differ as the events do. Collections are compared as such.
        let apart =
            coverage.same_story == Some(false) && Cluster::fitting(a, b) == Cluster::Paragraph;
        let robustness = if coverage.same_story == Some(false) || of_few {
            Robustness::not_asked()
        } else {
            robustness(a, b, &matching, progress)?
        };
        if apart {
            let people = people.both.iter_mut().map(|pair| &mut pair.towards);
            for item in differences
                .iter_mut()
                .chain(lists.iter_mut().map(|row| &mut row.rate))
                .chain(&mut like_for_like)
                .chain(people)
            {
                item.set_apart((a.name, b.name));
            }
        }
        // What two articles among thousands share is no finding about their sources.
        let nothing = (Matching::default(), NamedBy::default());
        let compared = Compared {
            differences: &differences,
            coverage: if of_few {
                Coverage::default()
            } else {
                coverage
            },
            matching: if of_few { &nothing.0 } else { &matching },
            people: if of_few { &nothing.1 } else { &people },
            terms: if of_few { &[] } else { &terms },
        };
        let findings = findings::of_two(&Material::of_two(a, b, compared));
        Ok(Self {
            findings,
            a: a.name.to_owned(),
            b: b.name.to_owned(),
            options: options.clone(),
            differences,
            lists,
            coverage,
            matching,
            like_for_like,
            words: Arc::new(WordsAndNames {
                word_shift: match earlier {
                    Some(earlier) => earlier.words.word_shift.clone(),
                    None => word_shift(a, b),
                },
                terms,
                people,
                quoted: None,
            }),
            robustness,
            apart,
            of_few,
            words_of_few: of_few,
        })
    }
}

/// What is known of an earlier comparison.
#[derive(Clone, Copy, Default)]
struct Earlier<'a> {
    /// One of the same figures.
    figures: Option<&'a Comparison>,
    /// One of the same texts.
    texts: Option<&'a Comparison>,
}
