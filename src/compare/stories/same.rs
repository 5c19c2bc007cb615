//! Two sources on the stories both tell: every difference within pairs of accounts of one event, so that what was
//! chosen to be told is apart from how it is worded. One story is one piece: its articles are not independent.

use serde::Serialize;

use super::find::stories;
use super::story::{Stories, Telling};
use crate::compare::difference::Difference;
use crate::compare::differences::{adjust, paired};
use crate::compare::source::SourceView;
use crate::compare::verdict::Verdict;
use crate::score::measure::Measure;
use crate::score::registry::MEASURES;
use crate::text::counted;
use crate::work::{Progress, Stopped, Threads};

/// The articles of one story by their positions in A and in B; none is empty.
pub type Both = [Vec<usize>; 2];

/// The stories that two of the sources tell, with the positions of their articles in each. `first` is the position
/// of the first article of each source among all tellings: articles of a source stand together.
pub fn both(
    stories: &Stories,
    tellings: &[Telling<'_>],
    sources: [usize; 2],
    first: [usize; 2],
) -> Vec<Both> {
    let of = |members: &[usize], at: usize| -> Vec<usize> {
        let (source, first) = (sources.get(at), first.get(at).copied().unwrap_or_default());
        let told = |article: &&usize| {
            let telling = tellings.get(**article);
            telling.map(|telling| telling.source) == source.copied()
        };
        let members = members.iter().filter(told);
        members
            .filter_map(|article| article.checked_sub(first))
            .collect()
    };
    let stories = stories.stories.iter();
    stories
        .map(|story| [of(&story.members, 0), of(&story.members, 1)])
        .filter(|[a, b]| !a.is_empty() && !b.is_empty())
        .collect()
}

/// One difference, parted into what was chosen and how it was worded.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Parted {
    /// The measure, by its identifier.
    pub measure: &'static str,
    /// A − B over everything.
    pub everything: f64,
    /// A − B on the same stories: worded differently.
    pub worded: f64,
    /// The rest: which stories are told, and how much is written of each.
    pub chosen: f64,
}

/// Where a difference lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lies {
    /// In how the same stories are told.
    Worded,
    /// In which stories are told: over everything there is one, on the same stories there is none that is clear.
    Chosen,
}

impl Lies {
    /// The words for it, at the head of what is said.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Worded => "Worded differently",
            Self::Chosen => "Chosen differently",
        }
    }
}

/// What is said of one measure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SaidOfStories {
    /// Where the difference lies.
    pub lies: Lies,
    /// The measure, by its identifier.
    pub measure: &'static str,
    /// The sentence.
    pub sentence: String,
}

/// Two sources on the stories both tell.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SameStories {
    /// How many stories both tell.
    pub stories: usize,
    /// Articles of A in them.
    pub articles_a: usize,
    /// Articles of B in them.
    pub articles_b: usize,
    /// A row a measure: values are means over stories, the test is one of pairs.
    pub differences: Vec<Difference>,
    /// The same beside the differences over everything, where both have values.
    pub parted: Vec<Parted>,
    /// What is worded differently and what is chosen differently, in sentences; empty where nothing clearly is.
    pub said: Vec<SaidOfStories>,
}

impl SameStories {
    /// Finds the stories that A and B tell both, and compares `measures` within them.
    ///
    /// # Errors
    /// [`Stopped`] where the work was stopped.
    pub fn find(
        a: &SourceView<'_>,
        b: &SourceView<'_>,
        everything: &[Difference],
        seed: u64,
        threads: Threads,
        progress: &Progress,
    ) -> Result<Self, Stopped> {
        let tellings = tellings(&[*a, *b]);
        let found = stories(&tellings, &[], threads, progress)?;
        let both = both(&found, &tellings, [0, 1], [0, a.articles.len()]);
        Self::of(a, b, &both, MEASURES, everything, seed, progress)
    }

    /// Compares `measures` within the stories `both`; `everything` are the differences over all articles.
    ///
    /// # Errors
    /// [`Stopped`] where the work was stopped.
    pub fn of(
        a: &SourceView<'_>,
        b: &SourceView<'_>,
        both: &[Both],
        measures: &[&'static Measure],
        everything: &[Difference],
        seed: u64,
        progress: &Progress,
    ) -> Result<Self, Stopped> {
        let mut differences = Vec::with_capacity(measures.len());
        for (done, &measure) in measures.iter().enumerate() {
            progress.step(done, measures.len())?;
            differences.push(paired_on(a, b, both, measure, seed));
        }
        adjust(&mut differences, (a.name, b.name));
        let count = |side: usize| {
            both.iter()
                .filter_map(|both| both.get(side))
                .map(Vec::len)
                .sum()
        };
        Ok(Self {
            stories: both.len(),
            articles_a: count(0),
            articles_b: count(1),
            parted: parted(&differences, everything),
            said: said(&differences, everything, (a.name, b.name), both.len()),
            differences,
        })
    }
}

impl SameStories {
    /// The parted differences with their measures.
    pub fn rows(&self) -> impl Iterator<Item = (&'static Measure, &Parted)> {
        self.parted.iter().filter_map(|parted| {
            let mut measures = self.differences.iter().map(|item| item.measure);
            Some((
                measures.find(|measure| measure.id == parted.measure)?,
                parted,
            ))
        })
    }
}

/// By a written rule: what is clear within stories is worded differently; what is clear over everything and tested
/// within stories without being clear there is chosen differently, as far as can be seen.
fn said(
    worded: &[Difference],
    everything: &[Difference],
    (a, b): (&str, &str),
    stories: usize,
) -> Vec<SaidOfStories> {
    let n = counted(stories, "story");
    let worded = worded.iter().filter_map(|item| {
        let of_all = everything
            .iter()
            .find(|all| all.measure.id == item.measure.id && all.name.is_none());
        let (lies, sentence) = match item.verdict {
            Verdict::Clear => {
                let order = item.order(a, b);
                let sentence = format!("{}: on {n} that both tell, {order}.", item.label());
                (Lies::Worded, sentence)
            }
            _ if item.test.is_some() && of_all.is_some_and(|all| all.verdict == Verdict::Clear) => {
                let order = of_all?.order(a, b);
                let sentence = format!(
                    "{}: over everything {order}; on {n} that both tell there is no clear difference, so it may lie \
                     in what is told, not in how.",
                    item.label()
                );
                (Lies::Chosen, sentence)
            }
            _ => return None,
        };
        Some(SaidOfStories {
            lies,
            measure: item.measure.id,
            sentence,
        })
    });
    worded.collect()
}

/// The articles of some sources in order, a source after the other.
pub fn tellings<'a>(sources: &[SourceView<'a>]) -> Vec<Telling<'a>> {
    let sources = sources.iter().enumerate();
    sources
        .flat_map(|(source, of)| {
            let articles = of.articles.iter();
            articles.map(move |(article, _)| Telling { source, article })
        })
        .collect()
}

/// One measure within the stories that A and B tell both; neither adjusted nor put in words yet.
pub fn paired_on(
    a: &SourceView<'_>,
    b: &SourceView<'_>,
    both: &[Both],
    measure: &'static Measure,
    seed: u64,
) -> Difference {
    let pairs: Vec<(f64, f64)> = (both.iter())
        .filter_map(|[of_a, of_b]| Some((told(a, of_a, measure)?, told(b, of_b, measure)?)))
        .collect();
    paired(measure, &pairs, seed)
}

/// The value of a measure over some articles of a source; of articles that have one each, the mean.
fn told(source: &SourceView<'_>, articles: &[usize], measure: &Measure) -> Option<f64> {
    let articles: Vec<_> = (articles.iter())
        .filter_map(|at| source.articles.get(*at).copied())
        .collect();
    let some = SourceView {
        name: source.name,
        articles: &articles,
    };
    let parts = some.parts(measure, crate::compare::source::Cluster::Article);
    crate::stats::ratio_of_sums(&parts)
}

fn parted(worded: &[Difference], everything: &[Difference]) -> Vec<Parted> {
    let of_all = |id: &str| {
        let of = everything
            .iter()
            .find(|item| item.measure.id == id && item.name.is_none());
        of?.difference()
    };
    let rows = worded.iter().filter_map(|item| {
        let (worded, everything) = (item.difference()?, of_all(item.measure.id)?);
        Some(Parted {
            measure: item.measure.id,
            everything,
            worded,
            chosen: everything - worded,
        })
    });
    rows.collect()
}
