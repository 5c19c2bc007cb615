//! What is compared: a source as borrowed articles with their scores.

use serde::{Deserialize, Serialize};

use crate::article::{Article, Block, Place, Side};
use crate::score::measure::{Measure, Value};
use crate::score::{Analysis, Unit};
use crate::stats::{self, Ratio, RatioSummary};
use crate::text::shorten;

/// A source: a name, and its articles with their scores.
#[derive(Debug, Clone, Copy)]
pub struct SourceView<'a> {
    /// The outlet's or author's name.
    pub name: &'a str,
    /// Its articles, in the order shown.
    pub articles: &'a [(&'a Article, &'a Analysis)],
}

/// What counts as one independent piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cluster {
    /// A paragraph, with all its sentences.
    Paragraph,
    /// An article, with all its paragraphs.
    Article,
    /// A story, with all articles of a source that tell it.
    Story,
}

impl Cluster {
    /// The word for `n` of them.
    pub const fn label(self, n: usize) -> &'static str {
        match (self, n) {
            (Self::Paragraph, 1) => "paragraph",
            (Self::Paragraph, _) => "paragraphs",
            (Self::Article, 1) => "article",
            (Self::Article, _) => "articles",
            (Self::Story, 1) => "story",
            (Self::Story, _) => "stories",
        }
    }

    /// Articles where both sources have enough of them for an interval, paragraphs otherwise. Articles too where
    /// only their figures are kept.
    pub fn fitting(a: &SourceView<'_>, b: &SourceView<'_>) -> Self {
        match (Self::alone(a), Self::alone(b)) {
            (Self::Article, Self::Article) => Self::Article,
            _ if a.is_condensed() || b.is_condensed() => Self::Article,
            _ => Self::Paragraph,
        }
    }

    /// Articles where the source has enough of them for an interval, paragraphs otherwise.
    pub(super) fn alone(source: &SourceView<'_>) -> Self {
        if source.is_condensed() || source.counting() >= MANY {
            Self::Article
        } else {
            Self::Paragraph
        }
    }
}

/// One scored block with its scores.
#[derive(Debug, Clone, Copy)]
pub struct UnitView<'a> {
    /// The position of its article in its source.
    pub article: usize,
    /// The block.
    pub block: &'a Block,
    /// Its scores.
    pub unit: &'a Unit,
}

impl UnitView<'_> {
    /// Where the block stands when its source is shown as `side`.
    pub const fn place(&self, side: Side) -> Place {
        Place::block(side, self.article, self.unit.block)
    }
}

/// From this number of articles a side, articles are the clusters.
const MANY: usize = 8;

/// Names longer than this are cut wherever they stand beside something else.
pub const NAME_LENGTH: usize = 48;

impl<'a> SourceView<'a> {
    /// The name as figures show it: on one line and not too long.
    pub fn short_name(&self) -> String {
        match self.name.trim() {
            "" => "unnamed source".to_owned(),
            name => shorten(name, NAME_LENGTH),
        }
    }

    /// Every scored block with its scores, in order, article after article.
    pub fn units(&self) -> impl Iterator<Item = UnitView<'a>> + use<'a> {
        let articles = self.articles;
        articles
            .iter()
            .enumerate()
            .flat_map(|(article, (text, analysis))| {
                analysis.units.iter().filter_map(move |unit| {
                    let block = text.blocks.get(unit.block)?;
                    Some(UnitView {
                        article,
                        block,
                        unit,
                    })
                })
            })
    }

    /// What each cluster adds to `measure`. For a measure that is not a ratio of sums, one value an
    /// article.
    pub fn parts(&self, measure: &Measure, cluster: Cluster) -> Vec<Ratio> {
        if self.is_condensed() {
            // Of most articles there are only figures: every article is one piece.
            let articles = self.articles.iter();
            return articles
                .filter_map(|(_, analysis)| measure.of_article(analysis))
                .collect();
        }
        self.parts_of(measure.value, cluster)
    }

    /// The same for values that come about in this way.
    pub(super) fn parts_of(&self, value: Value, cluster: Cluster) -> Vec<Ratio> {
        let articles = self.articles.iter().map(|(_, analysis)| *analysis);
        match (value, cluster) {
            (Value::OverBlocks(part), Cluster::Paragraph) => articles
                .flat_map(|analysis| analysis.units.iter().map(part))
                .collect(),
            _ => articles
                .filter_map(|analysis| value.of_article(analysis))
                .collect(),
        }
    }

    /// Whether the evidence of some of its articles was let go: what is made of passages and words is made of the
    /// others then.
    pub fn is_condensed(&self) -> bool {
        let mut articles = self.articles.iter();
        articles.any(|(_, analysis)| analysis.is_condensed())
    }

    /// How many of its articles count: the user's filter may leave some out.
    pub fn counting(&self) -> usize {
        let articles = self.articles.iter();
        articles.filter(|(_, analysis)| analysis.counts()).count()
    }

    /// Whether the second reader has read all of it.
    pub fn is_read(&self) -> bool {
        let articles = self.articles.iter().map(|(_, analysis)| analysis);
        let mut counting = articles.filter(|analysis| analysis.counts()).peekable();
        counting.peek().is_some() && counting.all(|analysis| analysis.second.is_some())
    }

    /// The value of `measure` with its interval, for this source alone; `None` where there is nothing
    /// to compute it from.
    pub fn summary(&self, measure: &Measure) -> Option<RatioSummary> {
        stats::summarise(&self.parts(measure, Cluster::alone(self)))
    }
}
