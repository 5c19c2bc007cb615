//! Any number of sources, scored, as they are laid beside each other.

use std::sync::Arc;

use super::sides::{Part, borrow};
use crate::article::{Article, Source};
use crate::compare::SourceView;
use crate::score::second::SecondReader;
use crate::score::{Analysis, Settings, analyse};
use crate::work::{Progress, Stopped, Threads, map};

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
