//! From scores to both sides: some thousand articles at a look where there are many, so that no frame waits for all.

use std::sync::Arc;

use super::Wanted;
use crate::workspace::kept::counts;
use crate::workspace::scores::Scores;
use crate::workspace::sides::{Part, Scored, Sides};

/// Both sides while they are gathered: of a hundred thousand articles that would take longer than a frame.
#[derive(Default)]
pub(in crate::workspace) struct Gathering([Vec<Scored>; 2]);

impl Gathering {
    /// Whether some are gathered, and not all.
    pub(in crate::workspace) fn is_under_way(&self) -> bool {
        self.0.iter().any(|part| !part.is_empty())
    }
}

/// What came of gathering both sides.
pub(in crate::workspace) enum Gathered {
    /// There are more to gather.
    More,
    /// Something is not scored yet.
    Unscored,
    /// That is all.
    All(Arc<Sides>),
}

impl Wanted {
    /// Goes on gathering both sides, by up to `most` articles.
    pub(in crate::workspace) fn gather(
        &self,
        gathering: &mut Gathering,
        scores: &Scores,
        most: usize,
    ) -> Gathered {
        let mut left = most;
        for (texts, part) in self.sources.iter().zip(&mut gathering.0) {
            let Some(texts) = texts else { continue };
            part.reserve_exact(texts.articles.len() - part.len().min(texts.articles.len()));
            for (at, article) in texts.articles.iter().enumerate().skip(part.len()) {
                if left == 0 {
                    return Gathered::More;
                }
                left -= 1;
                let analysis = match &self.nothing {
                    Some(nothing) if !counts(texts.kept.as_ref(), at) => Some(nothing),
                    _ => self.known(article, scores),
                };
                let Some(analysis) = analysis else {
                    *gathering = Gathering::default();
                    return Gathered::Unscored;
                };
                part.push((Arc::clone(article), Arc::clone(analysis)));
            }
        }
        let mut sides = Sides::default();
        if self.figures_only {
            sides = sides.condensed();
        }
        let gathered = std::mem::take(&mut gathering.0);
        for ((texts, part), articles) in self.sources.iter().zip(&mut sides.0).zip(gathered) {
            *part = texts.as_ref().map(|texts| Part {
                name: texts.name.clone(),
                articles,
            });
        }
        Gathered::All(Arc::new(sides))
    }
}
