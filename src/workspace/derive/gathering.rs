//! From scores to both sides: some thousand articles at a look where there are many, so that no frame waits for all.

use std::sync::Arc;

use super::Wanted;
use crate::article::Article;
use crate::work::let_go;
use crate::workspace::kept::counts;
use crate::workspace::scores::Scores;
use crate::workspace::sides::{Part, Scored, Sides};

/// Both sides while they are gathered: of a hundred thousand articles that would take longer than a frame.
#[derive(Default)]
pub(in crate::workspace) struct Gathering {
    /// How many articles were looked at.
    at: usize,
    parts: [Vec<Scored>; 2],
    /// Those that are not scored yet: once there is one, nothing more is gathered.
    unscored: Vec<Arc<Article>>,
}

impl Gathering {
    /// Whether some are gathered, and not all.
    pub(in crate::workspace) const fn is_under_way(&self) -> bool {
        self.at > 0
    }
}

/// What came of gathering both sides.
pub(in crate::workspace) enum Gathered {
    /// There are more to gather.
    More,
    /// These are not scored yet.
    Unscored(Vec<Arc<Article>>),
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
        let mut before = 0;
        let Gathering {
            at: looked_at,
            parts,
            unscored,
        } = gathering;
        for (texts, part) in self.sources.iter().zip(parts) {
            let Some(texts) = texts else { continue };
            let articles = texts.articles.iter().enumerate();
            for (at, article) in articles.skip(looked_at.saturating_sub(before)) {
                if left == 0 {
                    return Gathered::More;
                }
                left -= 1;
                *looked_at += 1;
                let analysis = match &self.nothing {
                    Some(nothing) if !counts(texts.kept.as_ref(), at) => Some(nothing),
                    _ => self.known(article, scores),
                };
                match analysis {
                    None => unscored.push(Arc::clone(article)),
                    Some(_) if !unscored.is_empty() => {}
                    Some(analysis) => {
                        if part.is_empty() {
                            part.reserve_exact(texts.articles.len());
                        }
                        part.push((Arc::clone(article), Arc::clone(analysis)));
                    }
                }
            }
            before += texts.articles.len();
        }
        let gathered = std::mem::take(gathering);
        if !gathered.unscored.is_empty() {
            let_go(gathered.parts);
            return Gathered::Unscored(gathered.unscored);
        }
        let mut sides = Sides::default();
        if self.figures_only {
            sides = sides.condensed();
        }
        for ((texts, part), articles) in (self.sources.iter().zip(&mut sides.0)).zip(gathered.parts)
        {
            *part = texts.as_ref().map(|texts| Part {
                name: texts.name.clone(),
                articles,
            });
        }
        Gathered::All(Arc::new(sides))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::article::Side;
    use crate::load::from_text;
    use crate::score::{Settings, analyse};
    use crate::session::Session;
    use crate::workspace::kept::Kept;

    /// Two sources of five articles together.
    fn session() -> Session {
        let article = |at: usize| {
            let text = format!("Headline {at}\n\nThe council agreed on library {at} on Monday.");
            Arc::new(from_text(&text, "Ledger").unwrap())
        };
        let mut session = Session::default();
        session.open(Side::A, "Ledger", (0..3).map(article).collect());
        session.open(Side::B, "Star", (3..5).map(article).collect());
        session
    }

    #[test]
    fn a_look_takes_a_few_articles_and_all_looks_together_what_one_takes() {
        let session = session();
        let wanted = Wanted::of(&session, &mut Kept::default(), &Wanted::default(), 2);
        let (mut scores, mut gathering) = (Scores::default(), Gathering::default());
        let more = |gathered: Gathered| matches!(gathered, Gathered::More);
        assert!(more(wanted.gather(&mut gathering, &scores, 2)));
        assert!(more(wanted.gather(&mut gathering, &scores, 2)));
        let unscored = match wanted.gather(&mut gathering, &scores, 2) {
            Gathered::Unscored(unscored) => unscored,
            _ => Vec::new(),
        };
        assert_eq!(unscored.len(), 5);
        assert!(!gathering.is_under_way());
        for article in unscored {
            let analysis = Arc::new(analyse(&article, &Settings::default()).condensed());
            scores.insert(article, analysis);
        }
        assert!(more(wanted.gather(&mut gathering, &scores, 2)));
        assert!(more(wanted.gather(&mut gathering, &scores, 2)));
        let all = |gathered: Gathered| match gathered {
            Gathered::All(sides) => Some(sides),
            _ => None,
        };
        let by_looks = all(wanted.gather(&mut gathering, &scores, 2)).unwrap();
        let at_once = all(wanted.gather(&mut gathering, &scores, usize::MAX)).unwrap();
        assert!(by_looks.are_same(&at_once));
        assert!(by_looks.are_condensed());
    }
}
