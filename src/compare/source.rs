//! What is compared: a source as borrowed articles with their scores.

use serde::{Deserialize, Serialize};

use crate::article::{Article, Block};
use crate::score::measure::Measure;
use crate::score::{Analysis, Unit};
use crate::stats::{self, Ratio, RatioSummary};

/// One article with its scores.
#[derive(Debug, Clone, Copy)]
pub struct ArticleView<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its scores.
    pub analysis: &'a Analysis,
}

/// A source: a name and its articles.
#[derive(Debug, Clone)]
pub struct SourceView<'a> {
    /// The name the user sees.
    pub name: &'a str,
    /// Its articles, in the order shown.
    pub articles: Vec<ArticleView<'a>>,
}

/// What counts as one independent piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cluster {
    /// A paragraph, with all its sentences.
    Paragraph,
    /// An article, with all its paragraphs.
    Article,
}

impl Cluster {
    /// The word for `n` of them.
    pub const fn label(self, n: usize) -> &'static str {
        match (self, n) {
            (Self::Paragraph, 1) => "paragraph",
            (Self::Paragraph, _) => "paragraphs",
            (Self::Article, 1) => "article",
            (Self::Article, _) => "articles",
        }
    }

    /// Articles where both sources have enough of them for an interval, paragraphs otherwise.
    pub fn fitting(a: &SourceView<'_>, b: &SourceView<'_>) -> Self {
        if a.articles.len().min(b.articles.len()) >= MANY {
            Self::Article
        } else {
            Self::Paragraph
        }
    }
}

/// From this number of articles a side, articles are the clusters.
const MANY: usize = 8;

impl<'a> ArticleView<'a> {
    /// An article with its scores.
    pub const fn new(article: &'a Article, analysis: &'a Analysis) -> Self {
        Self { article, analysis }
    }

    /// The scored blocks with their scores.
    pub fn units(&self) -> impl Iterator<Item = (&'a Block, &'a Unit)> + use<'a> {
        let article = self.article;
        self.analysis
            .units
            .iter()
            .filter_map(move |unit| Some((article.blocks.get(unit.block)?, unit)))
    }
}

impl<'a> SourceView<'a> {
    /// A source of one article.
    pub fn of_article(name: &'a str, article: &'a Article, analysis: &'a Analysis) -> Self {
        Self {
            name,
            articles: vec![ArticleView::new(article, analysis)],
        }
    }

    /// What each cluster adds to `measure`. For a measure that is not a ratio of sums, one value an
    /// article.
    pub fn parts(&self, measure: &Measure, cluster: Cluster) -> Vec<Ratio> {
        match (measure.part, cluster) {
            (Some(part), Cluster::Paragraph) => self
                .articles
                .iter()
                .flat_map(|view| view.analysis.units.iter().map(part))
                .collect(),
            (Some(part), Cluster::Article) => self
                .articles
                .iter()
                .map(|view| total(view.analysis.units.iter().map(part)))
                .collect(),
            (None, _) => self
                .articles
                .iter()
                .filter_map(|view| (measure.value)(view.analysis))
                .map(|top| Ratio { top, bottom: 1.0 })
                .collect(),
        }
    }

    /// The value of `measure` with its interval, for this source alone; `None` where there is nothing
    /// to compute it from.
    pub fn summary(&self, measure: &Measure) -> Option<RatioSummary> {
        let cluster = if self.articles.len() >= MANY {
            Cluster::Article
        } else {
            Cluster::Paragraph
        };
        stats::summarise(&self.parts(measure, cluster))
    }
}

/// The sum of parts.
pub(super) fn total(parts: impl IntoIterator<Item = Ratio>) -> Ratio {
    parts.into_iter().fold(Ratio::default(), |sum, part| Ratio {
        top: sum.top + part.top,
        bottom: sum.bottom + part.bottom,
    })
}
