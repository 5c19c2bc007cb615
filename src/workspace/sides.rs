//! The two sources shown, all their articles scored: what comparisons, charts and reports are made from.

use std::sync::{Arc, OnceLock};

use crate::article::{Article, Side};
use crate::chart::{Input, Options, SourceView};
use crate::compare::findings::{self, Finding};
use crate::compare::{self, AgreeingSentences, Comparison, Quoted};
use crate::score::Analysis;
use crate::work::let_go;

/// An article with its scores, shared.
pub type Scored = (Arc<Article>, Arc<Analysis>);

/// One side: its name and all its articles, scored.
#[derive(Debug, Clone)]
pub struct Part {
    /// The name it is compared under.
    pub name: String,
    /// Its articles in order, each with its scores.
    pub articles: Vec<Scored>,
}

/// Both sides; `None` where no source is shown.
#[derive(Debug, Clone, Default)]
pub struct Sides(
    pub(super) [Option<Part>; 2],
    [OnceLock<Vec<Quoted>>; 2],
    LookedAt,
    [OnceLock<Amount>; 2],
    OnceLock<Option<AgreeingSentences>>,
    OnceLock<[Vec<Scored>; 2]>,
);

/// More articles are let go by a thread of their own: that takes longer than a frame.
const MANY: usize = 2_000;

impl Drop for Sides {
    fn drop(&mut self) {
        let articles = self.0.iter().flatten().map(|part| part.articles.len());
        if articles.sum::<usize>() > MANY {
            let_go(std::mem::take(&mut self.0));
        }
    }
}

/// How much text a side has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Amount {
    /// Scored paragraphs.
    pub paragraphs: usize,
    /// Words in them.
    pub words: usize,
}

/// Which articles have their evidence where of most only figures are kept.
#[derive(Debug, Clone, Default)]
struct LookedAt {
    /// What the figures of both sides are known by; `None` where everything is kept.
    figures: Option<Arc<()>>,
    /// By side, the article with its evidence, and its figures.
    articles: [Option<(usize, Arc<Analysis>)>; 2],
}

impl Sides {
    /// The source on one side.
    pub fn side(&self, side: Side) -> Option<&Part> {
        self.0.get(side.index())?.as_ref()
    }

    /// Whom the source on one side quotes, at greatest length first; worked out once.
    pub fn quoted(&self, side: Side) -> &[Quoted] {
        let known = self.1.get(side.index());
        let audit = || {
            let part = self.side(side)?;
            let articles = borrow(part);
            let name = part.name.as_str();
            let articles = articles.as_slice();
            Some(compare::quoted(side, &SourceView { name, articles }))
        };
        known.map_or(&[], |known| {
            known.get_or_init(|| audit().unwrap_or_default())
        })
    }

    /// On how many sentences the second reader agrees, where it was asked; counted once.
    pub fn agreeing(&self) -> Option<&AgreeingSentences> {
        let count = || {
            self.with_input(None, Options::default(), |input| {
                let sources: Vec<_> = input.sources().map(|(_, source)| source).collect();
                AgreeingSentences::of(&sources)
            })
        };
        self.4.get_or_init(count).as_ref()
    }

    /// The same with everything counted that is counted once: of many articles that takes longer than a frame.
    pub(super) fn counted(self) -> Self {
        for side in Side::BOTH {
            let _ = self.amount(side);
            let _ = self.quoted(side);
        }
        let _ = (self.agreeing(), self.unread());
        self
    }

    /// What is found about the only source; nothing where there are two.
    pub(super) fn findings_of_one(&self) -> Vec<Finding> {
        if self.are_two() {
            return Vec::new();
        }
        self.with_input(None, Options::default(), |input| {
            let only = input.sources().next();
            only.map_or_else(Vec::new, |(side, source)| findings::of_one(side, &source))
        })
    }

    /// Whether of most articles only the figures are kept.
    pub fn are_condensed(&self) -> bool {
        self.2.figures.is_some()
    }

    /// Marks both sides as those of which only figures are kept.
    pub(super) fn condensed(mut self) -> Self {
        self.2.figures = Some(Arc::new(()));
        self
    }

    /// Whether the figures of both are the very same.
    pub(super) fn have_same_figures(&self, other: &Self) -> bool {
        let both = self.2.figures.as_ref().zip(other.2.figures.as_ref());
        both.is_some_and(|(one, other)| Arc::ptr_eq(one, other))
    }

    /// By side, which article has its evidence.
    pub(super) fn looked_at(&self) -> [Option<usize>; 2] {
        let [a, b] = &self.2.articles;
        [a, b].map(|article| article.as_ref().map(|(at, _)| *at))
    }

    /// The same with the evidence of other articles.
    pub(super) fn looking_at(&self, articles: [Option<(usize, Arc<Analysis>)>; 2]) -> Self {
        let mut parts = self.0.clone();
        let mut looked_at = LookedAt {
            figures: self.2.figures.clone(),
            articles: [None, None],
        };
        let sides = parts.iter_mut().zip(&self.2.articles);
        for ((part, before), (now, kept)) in
            sides.zip(articles.into_iter().zip(&mut looked_at.articles))
        {
            let Some(part) = part else { continue };
            if let Some((at, figures)) = before
                && let Some(slot) = part.articles.get_mut(*at)
            {
                slot.1 = Arc::clone(figures);
            }
            if let Some((at, whole)) = now
                && let Some(slot) = part.articles.get_mut(at)
                && slot.1.is_condensed()
            {
                *kept = Some((at, std::mem::replace(&mut slot.1, whole)));
            }
        }
        Self(
            parts,
            <_>::default(),
            looked_at,
            self.3.clone(),
            <_>::default(),
            <_>::default(),
        )
    }

    /// Whether there are two sources to compare.
    pub fn are_two(&self) -> bool {
        self.0.iter().all(Option::is_some)
    }

    /// How much text of a side counts; counted once.
    pub fn amount(&self, side: Side) -> Amount {
        let known = self.3.get(side.index());
        let count = || {
            let articles = self.side(side).into_iter().flat_map(|part| &part.articles);
            articles.fold(Amount::default(), |sum, (_, scores)| Amount {
                paragraphs: sum.paragraphs + scores.paragraphs(),
                words: sum.words + scores.words(),
            })
        };
        known.map_or_else(Amount::default, |known| *known.get_or_init(count))
    }

    /// How many scored paragraphs both have together.
    pub(super) fn paragraphs(&self) -> usize {
        let of = |side| self.amount(side).paragraphs;
        Side::BOTH.into_iter().map(of).sum()
    }

    /// Whether both hold the very same articles and scores under the same names.
    pub(super) fn are_same(&self, other: &Self) -> bool {
        let same = |one: &Part, other: &Part| {
            one.name == other.name
                && one.articles.len() == other.articles.len()
                && (one.articles.iter().zip(&other.articles))
                    .all(|(x, y)| Arc::ptr_eq(&x.0, &y.0) && Arc::ptr_eq(&x.1, &y.1))
        };
        (self.0.iter().zip(&other.0)).all(|pair| match pair {
            (Some(one), Some(other)) => same(one, other),
            (one, other) => one.is_none() && other.is_none(),
        })
    }

    /// The same where the same articles have their evidence.
    pub(super) fn have_same_texts(&self, other: &Self) -> bool {
        self.are_condensed() == other.are_condensed()
            && self.looked_at() == other.looked_at()
            && self.have_same_articles(other)
    }

    /// Whether both hold the very same articles under the same names, the same of them counting, scored with the same
    /// settings: whatever evidence there is of them.
    pub(super) fn have_same_articles(&self, other: &Self) -> bool {
        let same_scores = |one: &Arc<Analysis>, other: &Arc<Analysis>| {
            Arc::ptr_eq(one, other)
                || one.counts() == other.counts() && one.settings == other.settings
        };
        let same = |one: &Part, other: &Part| {
            one.name == other.name
                && one.articles.len() == other.articles.len()
                && (one.articles.iter().zip(&other.articles))
                    .all(|(x, y)| Arc::ptr_eq(&x.0, &y.0) && same_scores(&x.1, &y.1))
        };
        (self.0.iter().zip(&other.0)).all(|pair| match pair {
            (Some(one), Some(other)) => same(one, other),
            (one, other) => one.is_none() && other.is_none(),
        })
    }

    /// By side, the articles that the second reader has not read; looked for once.
    pub(super) fn unread(&self) -> &[Vec<Scored>; 2] {
        self.5.get_or_init(|| {
            Side::BOTH.map(|side| {
                let articles = self.side(side).into_iter().flat_map(|part| &part.articles);
                let unread = articles
                    .filter(|(_, scores)| scores.second.is_none() && !scores.is_condensed());
                unread.cloned().collect()
            })
        })
    }

    /// Runs `work` with both sides and what came of comparing them, borrowed as charts and reports take
    /// them.
    pub fn with_input<T>(
        &self,
        comparison: Option<&Comparison>,
        options: Options,
        work: impl FnOnce(&Input<'_>) -> T,
    ) -> T {
        let [of_a, of_b] = Side::BOTH.map(|side| self.side(side).map_or_else(Vec::new, borrow));
        let view = |side, articles| {
            let name = self.side(side)?.name.as_str();
            Some(SourceView { name, articles })
        };
        work(&Input {
            a: view(Side::A, &of_a),
            b: view(Side::B, &of_b),
            others: &[],
            told: None,
            comparison,
            lists: None,
            options,
            study: None,
        })
    }
}

pub(super) fn borrow(part: &Part) -> Vec<(&Article, &Analysis)> {
    let articles = part.articles.iter();
    articles
        .map(|(article, scores)| (&**article, &**scores))
        .collect()
}
