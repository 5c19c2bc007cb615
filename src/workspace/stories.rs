//! The stories of all that is open: found in the background, kept while what is open stays the same, and grouped
//! again where the user merges, splits or rejects some.

use std::sync::Arc;

use super::kept::Kept;
use crate::article::{Article, Side};
use crate::compare::stories::{
    LEAST_LINK, Stories, Story, StoryChoice, StoryModel, Telling, WeighedPairs, grouped_again,
    story_pairs,
};
use crate::session::{Filter, Session, SourceId, StorySaid, Teller};
use crate::work::{Progress, Stopped, Threads, let_go};

/// What stories are found among: all that is open, and what the user said.
#[derive(Debug, Clone)]
pub(super) struct OpenStories {
    sources: Vec<OpenSource>,
    said: Arc<Vec<StorySaid>>,
    /// Which articles count.
    filter: Arc<Filter>,
}

/// The articles of a source, shared.
type Articles = Arc<Vec<Arc<Article>>>;

/// One source that is open.
#[derive(Debug, Clone)]
struct OpenSource {
    id: SourceId,
    name: String,
    articles: Articles,
    /// Which of them count, where that is known.
    kept: Option<Arc<Vec<bool>>>,
}

impl OpenStories {
    pub(super) fn of(session: &Session, kept: &Kept) -> Self {
        let sources = session.sources().iter();
        Self {
            sources: sources
                .map(|source| OpenSource {
                    id: source.id,
                    name: source.name.clone(),
                    articles: Arc::clone(&source.articles),
                    kept: kept.known_of(source, session.filter()).cloned(),
                })
                .collect(),
            said: Arc::clone(session.said_of_stories()),
            filter: Arc::clone(session.filter()),
        }
    }

    /// Whether both hold the same articles.
    pub(super) fn have_same_texts(&self, other: &Self) -> bool {
        let same = |one: &Articles, other: &Articles| {
            Arc::ptr_eq(one, other)
                || one.len() == other.len()
                    && one.iter().zip(other.iter()).all(|(x, y)| Arc::ptr_eq(x, y))
        };
        self.sources.len() == other.sources.len()
            && (self.sources.iter().zip(&other.sources))
                .all(|(one, other)| one.id == other.id && same(&one.articles, &other.articles))
    }

    /// Whether the same would come of both.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let names = |of: &Self| -> Vec<String> {
            let names = of.sources.iter().map(|source| source.name.clone());
            names.collect()
        };
        self.have_same_texts(other)
            && self.said == other.said
            && self.filter == other.filter
            && names(self) == names(other)
    }

    /// Finds the stories; `known` are those of the same articles, where these were held against each other before.
    pub(super) fn tell(
        self,
        known: Option<&AllStories>,
        threads: Threads,
        progress: &Progress,
    ) -> Result<AllStories, Stopped> {
        let sieve = self.filter.sieve();
        let counts: Vec<bool> = (self.sources.iter())
            .flat_map(|of| {
                let articles = of.articles.iter().enumerate();
                let known = |at| of.kept.as_ref().and_then(|kept| kept.get(at).copied());
                let sieve = &sieve;
                articles.map(move |(at, article)| {
                    known(at).unwrap_or_else(|| sieve.keeps(&of.name, article))
                })
            })
            .collect();
        let mut out = AllStories::default();
        out.counting = counts.iter().filter(|counts| **counts).count();
        out.articles = (self.sources.iter().enumerate())
            .flat_map(|(source, of)| {
                let articles = of.articles.iter().enumerate();
                articles.map(move |(at, article)| (source, (of.id, at), Arc::clone(article)))
            })
            .collect();
        out.names = self.sources.into_iter().map(|source| source.name).collect();
        let tellings = out.tellings();
        let pairs = if let Some(known) = known {
            Arc::clone(&known.pairs)
        } else {
            let pairs = story_pairs(&tellings, threads, progress)?;
            Arc::new(WeighedPairs::of(&pairs, StoryModel::shipped()))
        };
        let place = |teller: &Teller| out.articles.iter().position(|(_, of, _)| of == teller);
        let choices: Vec<StoryChoice> = (self.said.iter()).map(|said| said.placed(place)).collect();
        let whole = match known.filter(|known| known.said == self.said) {
            Some(known) => Arc::clone(&known.whole),
            None => Arc::new(grouped_again(&tellings, &pairs, &choices, LEAST_LINK)),
        };
        let stories = if counts.iter().all(|counts| *counts) {
            Arc::clone(&whole)
        } else {
            let counts = |at: usize| counts.get(at).copied().unwrap_or_default();
            Arc::new(Stories::clone(&whole).only(&tellings, counts))
        };
        drop(tellings);
        out.pairs = pairs;
        out.whole = whole;
        out.said = self.said;
        out.stories = stories;
        Ok(out)
    }
}

/// The stories of all that is open.
#[derive(Debug, Default)]
pub struct AllStories {
    /// The names of the sources, in the user's order.
    pub names: Vec<String>,
    /// Every article: the position of its source, where it stands in the session, and itself.
    pub articles: Vec<(usize, Teller, Arc<Article>)>,
    /// How many of them the filter lets count: the others are in no story here and stand nowhere alone.
    pub counting: usize,
    /// Which tell the same; articles by position in `articles`.
    pub stories: Arc<Stories>,
    pub(super) pairs: Arc<WeighedPairs>,
    /// The stories of all articles, whether they count or not: what another filter leaves of them is found at once.
    whole: Arc<Stories>,
    /// What the user said of these.
    said: Arc<Vec<StorySaid>>,
}

/// What was found among more articles is let go by a thread of its own: that takes longer than a frame.
const MANY: usize = 2_000;

impl Drop for AllStories {
    fn drop(&mut self) {
        if self.articles.len() > MANY {
            let articles = std::mem::take(&mut self.articles);
            let stories = std::mem::take(&mut self.stories);
            let pairs = std::mem::take(&mut self.pairs);
            let_go((articles, stories, pairs, std::mem::take(&mut self.whole)));
        }
    }
}

impl AllStories {
    /// The articles as stories take them.
    pub fn tellings(&self) -> Vec<Telling<'_>> {
        let articles = self.articles.iter();
        articles
            .map(|(source, _, article)| Telling {
                source: *source,
                article,
            })
            .collect()
    }

    /// Where an article stands in the session.
    pub fn teller(&self, article: usize) -> Option<Teller> {
        Some(self.articles.get(article)?.1)
    }

    /// The article at a position.
    pub fn article(&self, article: usize) -> Option<&Arc<Article>> {
        Some(&self.articles.get(article)?.2)
    }

    /// The name of the source of an article.
    pub fn source(&self, article: usize) -> &str {
        let of = self.articles.get(article);
        let name = of.and_then(|(source, _, _)| self.names.get(*source));
        name.map_or("", String::as_str)
    }

    /// The first article of a story that a source tells.
    pub fn told_by(&self, story: &Story, id: SourceId) -> Option<usize> {
        let mut members = story.members.iter().copied();
        members.find(|at| self.teller(*at).is_some_and(|(of, _)| of == id))
    }

    /// The articles that the first story two sources both tell begins with, by side; `None` where they tell none.
    /// Stories stand in their order: told by most, likeliest first.
    pub fn first_of_both(&self, ids: [SourceId; 2]) -> Option<[usize; 2]> {
        let [a, b] = ids;
        self.stories.stories.iter().find_map(|story| {
            let (of_a, of_b) = (self.told_by(story, a)?, self.told_by(story, b)?);
            Some([self.teller(of_a)?.1, self.teller(of_b)?.1])
        })
    }
}

impl Session {
    /// The two sources on show, where there are two.
    pub(super) fn both_shown(&self) -> Option<[SourceId; 2]> {
        Some([self.source(Side::A)?.id, self.source(Side::B)?.id])
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::load::from_text;
    use crate::session::Condition;

    #[test]
    fn another_filter_takes_from_the_stories_that_are_known() {
        let article = |text: &str| Arc::new(from_text(text, "Ledger").unwrap());
        let texts = [
            include_str!("../../assets/samples/ellery-ledger.md"),
            include_str!("../../assets/samples/quayside-star.md"),
        ];
        let mut session = Session::default();
        session.open(Side::A, "Ledger", vec![article(texts[0])]);
        session.open(Side::B, "Star", vec![article(texts[1])]);
        let kept = Kept::default();
        let tell = |session: &Session, known: Option<&AllStories>| {
            let open = OpenStories::of(session, &kept);
            open.tell(known, Threads::ONE, &Progress::default())
                .unwrap()
        };
        let all = tell(&session, None);
        assert_eq!(all.stories.stories.len(), 1);
        session.set_filter(|filter| filter.add(Condition::Outlet("nobody".to_owned())));
        let none = tell(&session, Some(&all));
        assert!(none.stories.stories.is_empty());
        assert!(Arc::ptr_eq(&none.whole, &all.whole));
        session.set_filter(|filter| *filter = Filter::default());
        let again = tell(&session, Some(&none));
        assert!(Arc::ptr_eq(&again.stories, &all.whole));
    }
}
