//! Any number of sources, scored and laid beside each other: those of a command line, and all that are open in
//! the window, once somebody looks at them.

use std::sync::Arc;

use super::kept::{Kept, counts};
use super::scores::Scores;
use super::sides::{Part, Scored, borrow};
use crate::article::{Article, Source};
use crate::compare::SourceView;
use crate::compare::matrix::Matrix;
use crate::score::lists::OwnLists;
use crate::score::registry::MEASURES;
use crate::score::second::SecondReader;
use crate::score::{Analysis, Settings, analyse};
use crate::session::{Session, SourceId};
use crate::work::{Progress, Stopped, Threads, gathered, let_go, map};

/// Scores every article of every source, on all cores; by the second reader too where `second` says so and it
/// can be asked.
///
/// # Errors
/// [`Stopped`] where the work was stopped.
pub fn score_sources(
    sources: Vec<Source>,
    settings: &Settings,
    second: bool,
    threads: Threads,
    progress: &Progress,
) -> Result<Vec<Part>, Stopped> {
    let names: Vec<(String, usize)> = (sources.iter())
        .map(|source| (source.name.clone(), source.articles.len()))
        .collect();
    let articles: Vec<Article> = sources
        .into_iter()
        .flat_map(|source| source.articles)
        .collect();
    progress.expect(articles.len());
    let scored = map(articles, threads, progress, |article| {
        let analysis = score(&article, settings, second);
        (Arc::new(article), Arc::new(analysis))
    })?;
    let mut scored = scored.into_iter();
    let part = |(name, articles)| Part {
        name,
        articles: scored.by_ref().take(articles).collect(),
    };
    Ok(names.into_iter().map(part).collect())
}

fn score(article: &Article, settings: &Settings, second: bool) -> Analysis {
    let analysis = analyse(article, settings);
    if second && let Ok(reader) = SecondReader::shipped() {
        // Articles are shared out among the cores already.
        let said = reader.ask(article, &analysis, Threads::ONE, &Progress::default());
        return analysis.with_second(said.ok().map(Arc::new));
    }
    analysis
}

/// Runs `work` with sources borrowed as comparisons take them.
pub fn with_views<T>(parts: &[Part], work: impl FnOnce(&[SourceView<'_>]) -> T) -> T {
    let articles: Vec<_> = parts.iter().map(borrow).collect();
    let views: Vec<SourceView<'_>> = (parts.iter().zip(&articles))
        .map(|(part, articles)| SourceView {
            name: &part.name,
            articles,
        })
        .collect();
    work(&views)
}

/// Every open source, scored and compared with every other.
#[derive(Debug)]
pub struct AllSources {
    /// Which sources, in the order of the columns.
    pub ids: Vec<SourceId>,
    /// The same sources with their articles and scores.
    pub parts: Vec<Part>,
    /// Their values and what every two differ by.
    pub matrix: Arc<Matrix>,
}

/// More articles are let go by a thread of their own: that takes longer than a frame.
const MANY: usize = 2_000;

impl Drop for AllSources {
    fn drop(&mut self) {
        let articles = self.parts.iter().map(|part| part.articles.len());
        if articles.sum::<usize>() > MANY {
            let_go(std::mem::take(&mut self.parts));
        }
    }
}

impl AllSources {
    /// The column of a source.
    pub fn column(&self, id: SourceId) -> Option<usize> {
        self.ids.iter().position(|one| *one == id)
    }
}

/// What is to be laid beside each other: all that is open.
#[derive(Debug, Clone)]
pub(super) struct Open {
    sources: Vec<OpenSource>,
    settings: Settings,
    /// The user's own lists.
    lists: OwnLists,
    seed: u64,
    /// What the filter asks for, in words.
    filter: String,
    /// Whether only the figures of articles are kept, because so many count.
    figures_only: bool,
}

#[derive(Debug, Clone)]
struct OpenSource {
    id: SourceId,
    name: String,
    articles: Arc<Vec<Arc<Article>>>,
    /// How many of them the second reader has read.
    read: usize,
    /// Which of them count; all where there is no filter.
    kept: Option<Arc<Vec<bool>>>,
}

/// One article, with its scores where they are known.
pub(super) type Known = (Arc<Article>, Option<Arc<Analysis>>);

impl Open {
    /// What is open; of more than `most` articles only figures are kept.
    pub(super) fn of(session: &Session, scores: &Scores, kept: &mut Kept, most: usize) -> Self {
        let settings = session.scoring();
        let read = |article: &&Arc<Article>| {
            let known = scores.get(article, &settings);
            known.is_some_and(|analysis| analysis.second.is_some())
        };
        let sources = session.sources().iter().map(|source| OpenSource {
            id: source.id,
            name: source.name.clone(),
            articles: Arc::clone(&source.articles),
            read: 0,
            kept: kept.of(source, session.filter()),
        });
        let mut sources: Vec<OpenSource> = sources.collect();
        let counting = sources.iter().map(|source| match &source.kept {
            Some(kept) => kept.iter().filter(|kept| **kept).count(),
            None => source.articles.len(),
        });
        let figures_only = counting.sum::<usize>() > most;
        if !figures_only {
            // Figures know nothing of the second reader.
            for source in &mut sources {
                let articles = source.articles.iter().enumerate();
                let articles = articles.filter(|(at, _)| counts(source.kept.as_ref(), *at));
                source.read = articles.map(|(_, article)| article).filter(read).count();
            }
        }
        Self {
            figures_only,
            sources,
            settings,
            lists: session.lists.clone(),
            seed: session.seed,
            filter: session.filter().in_words(),
        }
    }

    /// Whether the same would come of both.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let same = |one: &OpenSource, other: &OpenSource| {
            (one.id, one.read) == (other.id, other.read)
                && one.name == other.name
                && (Arc::ptr_eq(&one.articles, &other.articles)
                    || one.articles.len() == other.articles.len()
                        && (one.articles.iter().zip(other.articles.iter()))
                            .all(|(x, y)| Arc::ptr_eq(x, y)))
        };
        self.settings == other.settings
            && self.seed == other.seed
            && self.lists == other.lists
            && self.filter == other.filter
            && self.sources.len() == other.sources.len()
            && (self.sources.iter().zip(&other.sources)).all(|(one, other)| same(one, other))
    }

    /// Adds up to `most` articles to `known`, in order, each with its scores where they are known; whether these are
    /// all now.
    pub(super) fn know(&self, known: &mut Vec<Known>, scores: &Scores, most: usize) -> bool {
        let all = self.sources.iter().map(|source| source.articles.len());
        let all: usize = all.sum();
        if known.is_empty() {
            known.reserve_exact(all);
        }
        let nothing = Arc::new(Analysis::left_out(&self.settings, &self.filter));
        let (mut left, mut before) = (most, 0);
        for source in &self.sources {
            let articles = source.articles.iter().enumerate();
            let new = articles.skip(known.len().saturating_sub(before)).take(left);
            let new = new.map(|(at, article)| {
                let scores = if !counts(source.kept.as_ref(), at) {
                    Some(Arc::clone(&nothing))
                } else if self.figures_only {
                    scores.get(article, &self.settings).cloned()
                } else {
                    scores.whole(article, &self.settings).cloned()
                };
                (Arc::clone(article), scores)
            });
            let had = known.len();
            known.extend(new);
            left -= known.len() - had;
            before += source.articles.len();
        }
        known.len() == all
    }

    /// Scores what is not scored, telling each, and compares every two sources.
    pub(super) fn lay(
        self,
        articles: Vec<Known>,
        threads: Threads,
        progress: &Progress,
        tell: impl Fn(&Scored),
    ) -> Result<AllSources, Stopped> {
        progress.part(0.0, 0.6);
        progress.expect(articles.len());
        let mut scored: Vec<Scored> = Vec::with_capacity(articles.len());
        let (settings, figures_only) = (&self.settings, self.figures_only);
        let score = |(article, known): Known| {
            let is_new = known.is_none();
            let analysis = known.unwrap_or_else(|| Arc::new(analyse(&article, settings)));
            (is_new, article, analysis)
        };
        let known = articles.into_iter();
        gathered(
            known,
            threads,
            progress,
            score,
            |(is_new, article, analysis)| {
                let is_whole = figures_only && !analysis.is_condensed() && analysis.counts();
                let (kept, over) = if is_whole {
                    (Arc::new(analysis.condensed()), Some(analysis))
                } else {
                    (analysis, None)
                };
                let one = (article, kept);
                if is_new {
                    tell(&one);
                }
                scored.push(one);
                Ok::<_, Stopped>(over)
            },
        )?;
        let mut scored = scored.into_iter();
        let part = |source: &OpenSource| Part {
            name: source.name.clone(),
            articles: scored.by_ref().take(source.articles.len()).collect(),
        };
        let parts: Vec<Part> = self.sources.iter().map(part).collect();
        progress.part(0.6, 1.0);
        let pairs = parts.len() * parts.len().saturating_sub(1) / 2;
        progress.expect(pairs);
        let matrix = with_views(&parts, |views| {
            let matrix = Matrix::new(views, MEASURES, self.seed, threads, progress)?;
            matrix.with_lists(views, &self.lists, threads, progress)
        })?;
        Ok(AllSources {
            ids: self.sources.iter().map(|source| source.id).collect(),
            parts,
            matrix: Arc::new(matrix),
        })
    }
}
