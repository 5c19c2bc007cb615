//! What stories are: articles that tell one event, with how likely that is.

use super::grouping::Said;
use crate::article::Article;
use crate::text::per_cent;

/// An article with the source that tells it.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'a> {
    /// The position of its source.
    pub source: usize,
    /// The article.
    pub article: &'a Article,
}

/// What the user said of articles, by their positions among all, or by whatever else `A` they go by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryChoice<A = usize> {
    /// Groups of articles.
    pub groups: Vec<Vec<A>>,
    /// Whether all of them tell one event; else no article of one group tells the event of another group.
    pub together: bool,
}

impl<A> StoryChoice<A> {
    /// These tell one event.
    pub fn merge(articles: Vec<A>) -> Self {
        Self {
            groups: vec![articles],
            together: true,
        }
    }

    /// `these` do not tell the event of `rest`.
    pub fn split(these: Vec<A>, rest: Vec<A>) -> Self {
        Self {
            groups: vec![these, rest],
            together: false,
        }
    }

    /// These are no story: each tells an event of its own.
    pub fn reject(articles: Vec<A>) -> Self {
        Self {
            groups: articles.into_iter().map(|article| vec![article]).collect(),
            together: false,
        }
    }

    /// The same by what else articles go by; one that `place` knows nothing of is left out, as is a group of none.
    #[must_use]
    pub fn placed<B>(&self, place: impl Fn(&A) -> Option<B>) -> StoryChoice<B> {
        let groups = self.groups.iter();
        StoryChoice {
            groups: groups
                .map(|group| group.iter().filter_map(&place).collect())
                .filter(|group: &Vec<_>| !group.is_empty())
                .collect(),
            together: self.together,
        }
    }

    /// Whether it says anything.
    pub fn is_any(&self) -> bool {
        self.groups.iter().map(Vec::len).sum::<usize>() > 1
    }
}

/// One event as it is told.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// Its articles by position, in order: at least two.
    pub members: Vec<usize>,
    /// The same by text: copies of one text stand together, texts in order.
    pub texts: Vec<Vec<usize>>,
    /// How likely two of its texts tell the same event, the mean over its pairs, 0 to 1; 1 for copies of one text.
    pub score: f64,
    /// The member whose text is nearest to all others: its headline names the story.
    pub central: usize,
    /// The earliest date of an article, as ISO 8601; `None` where none is dated.
    pub date: Option<String>,
    /// How many sources tell it.
    pub sources: usize,
    /// Whether the user put it together.
    pub chosen: bool,
}

/// From here on the likelihood is told as "over 99 %": no such thing is certain.
const NEARLY_CERTAIN: f64 = 0.99;

impl Story {
    /// How likely two of its texts tell the same event, as it is printed; "one text" where there are no two.
    pub fn likely(&self) -> String {
        if self.texts.len() == 1 {
            return "one text".to_owned();
        }
        if self.score >= NEARLY_CERTAIN {
            return "over 99 %".to_owned();
        }
        per_cent(self.score)
    }

    /// What names it: the headline of its central article.
    pub fn label<'a>(&self, tellings: &[Telling<'a>]) -> &'a str {
        (tellings.get(self.central)).map_or("", |telling| headline(telling.article))
    }
}

/// The headline of an article, or its name where it has none.
pub fn headline(article: &Article) -> &str {
    match &article.headline {
        Some(headline) if !headline.text.is_empty() => &headline.text,
        _ => &article.origin.name,
    }
}

/// All stories of some sources.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Stories {
    /// Told by most sources first, then the likeliest, then in the order of the articles.
    pub stories: Vec<Story>,
    /// Articles that are in no story, by position, in order.
    pub alone: Vec<usize>,
}

impl Stories {
    /// The story that an article is in.
    pub fn of(&self, article: usize) -> Option<&Story> {
        (self.stories.iter()).find(|story| story.members.binary_search(&article).is_ok())
    }

    /// The same with only the articles that `counts` says so of: a story of which one is left is none any more.
    #[must_use]
    pub fn only(self, tellings: &[Telling<'_>], counts: impl Fn(usize) -> bool) -> Self {
        let mut out = Self {
            alone: self.alone,
            ..Self::default()
        };
        for mut story in self.stories {
            let all = story.members.len();
            story.members.retain(|at| counts(*at));
            if story.members.len() < 2 {
                out.alone.extend(story.members);
                continue;
            }
            if story.members.len() < all {
                for copies in &mut story.texts {
                    copies.retain(|at| counts(*at));
                }
                story.texts.retain(|copies| !copies.is_empty());
                let told = || story.members.iter().filter_map(|at| tellings.get(*at));
                let sources: std::collections::BTreeSet<usize> =
                    told().map(|telling| telling.source).collect();
                story.sources = sources.len();
                let dates =
                    told().filter_map(|telling| telling.article.published.as_deref()?.get(..10));
                story.date = dates.min().map(str::to_owned);
                if !counts(story.central) {
                    story.central = story.members.first().copied().unwrap_or_default();
                }
            }
            out.stories.push(story);
        }
        out.alone.retain(|at| counts(*at));
        out.sort();
        out
    }

    /// Puts stories and loners in their order.
    pub(super) fn sort(&mut self) {
        self.stories.sort_by(|one, other| {
            (other.sources.cmp(&one.sources))
                .then_with(|| other.score.total_cmp(&one.score))
                .then_with(|| one.members.cmp(&other.members))
        });
        self.alone.sort_unstable();
    }
}

/// What the choices say of texts, `text` giving the text of an article. The last word on a pair counts.
pub(super) fn said(choices: &[StoryChoice], text: impl Fn(usize) -> Option<usize>) -> Said {
    let mut last = std::collections::BTreeMap::new();
    for choice in choices {
        let groups: Vec<Vec<usize>> = (choice.groups.iter())
            .map(|group| group.iter().filter_map(|article| text(*article)).collect())
            .collect();
        if choice.together {
            let all: Vec<usize> = groups.into_iter().flatten().collect();
            for (at, one) in all.iter().enumerate() {
                for other in all.iter().skip(at + 1) {
                    last.insert(pair(*one, *other), true);
                }
            }
        } else {
            for (at, group) in groups.iter().enumerate() {
                for other in groups.iter().skip(at + 1) {
                    for one in group {
                        for other in other {
                            last.insert(pair(*one, *other), false);
                        }
                    }
                }
            }
        }
    }
    let mut out = Said::default();
    for (pair, together) in last.into_iter().filter(|((one, other), _)| one != other) {
        if together {
            out.together.push(pair);
        } else {
            out.apart.insert(pair);
        }
    }
    out
}

/// A pair with the smaller position first.
const fn pair(one: usize, other: usize) -> (usize, usize) {
    if one < other {
        (one, other)
    } else {
        (other, one)
    }
}
