//! Drawing the units of a study from sources: all of them, with the scores or the stories that strata go by.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::article::Article;
use crate::compare::stories::{StoryChoice, Telling, stories};
use crate::score::{Analysis, Settings, analyse, registry};
use crate::session::Session;
use crate::study::{
    Codebook, Known, Scored, StoriesByArticle, Strata, Study, Unit, UnitKind, UnitPlace, draw,
    predict, units,
};
use crate::text::shorten;
use crate::work::{Progress, Stopped, Threads, map};

/// Characters shown of the name of a story.
const NAME: usize = 60;

/// Sources as studies take them: each a name and its articles, and what was said of stories by position among all.
#[derive(Debug, Clone, Default)]
pub struct StudySources {
    /// Each a name and its articles.
    pub sources: Vec<(String, Arc<Vec<Arc<Article>>>)>,
    /// What the user said of stories.
    pub said: Vec<StoryChoice>,
}

impl StudySources {
    /// All that is open.
    pub fn of(session: &Session) -> Self {
        let sources = session.sources().iter();
        let all: Vec<_> = sources
            .flat_map(|source| (0..source.articles.len()).map(|at| (source.id, at)))
            .collect();
        let said = session.said_of_stories().iter();
        Self {
            sources: (session.sources().iter())
                .map(|source| (source.name.clone(), Arc::clone(&source.articles)))
                .collect(),
            said: said
                .map(|said| said.placed(|teller| all.iter().position(|one| one == teller)))
                .collect(),
        }
    }

    /// The two articles on show, one a source.
    pub fn pair(session: &Session) -> Option<Self> {
        let sides = crate::article::Side::BOTH.into_iter();
        let sources: Vec<_> = sides
            .filter_map(|side| {
                let article = Arc::clone(session.article(side)?);
                Some((session.source(side)?.name.clone(), Arc::new(vec![article])))
            })
            .collect();
        (sources.len() == 2).then(|| Self {
            sources,
            said: Vec::new(),
        })
    }

    /// Every unit of a kind.
    pub fn units(&self, kind: UnitKind) -> Vec<(UnitPlace, Unit)> {
        let sources = self.sources.iter().map(|(name, articles)| {
            let articles = articles.iter().map(|article| &**article);
            (name.as_str(), articles.collect::<Vec<&Article>>())
        });
        units(sources, kind)
    }

    /// The scores of every article that holds one of `places`, worked out on all cores.
    ///
    /// # Errors
    /// [`Stopped`] where `progress` says so.
    pub fn analyses(
        &self,
        places: impl Iterator<Item = UnitPlace>,
        settings: &Settings,
        progress: &Progress,
    ) -> Result<BTreeMap<(usize, usize), Analysis>, Stopped> {
        let mut wanted: Vec<(usize, usize)> =
            places.map(|place| (place.source, place.article)).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let scored = map(wanted, Threads::default(), progress, |(source, at)| {
            let (_, articles) = self.sources.get(source)?;
            Some(((source, at), analyse(articles.get(at)?, settings)))
        })?;
        Ok(scored.into_iter().flatten().collect())
    }

    /// The stories of the articles.
    fn stories(&self, progress: &Progress) -> Result<StoriesByArticle, Stopped> {
        let places: Vec<(usize, usize)> = (self.sources.iter().enumerate())
            .flat_map(|(source, (_, articles))| (0..articles.len()).map(move |at| (source, at)))
            .collect();
        let all = (self.sources.iter().enumerate()).flat_map(|(source, (_, articles))| {
            articles
                .iter()
                .map(move |article| Telling { source, article })
        });
        let tellings: Vec<Telling<'_>> = all.collect();
        let found = stories(&tellings, &self.said, Threads::default(), progress)?;
        let mut by_article = StoriesByArticle::new();
        for (at, story) in found.stories.iter().enumerate() {
            let name = shorten(story.label(&tellings), NAME);
            for member in &story.members {
                if let Some(place) = places.get(*member) {
                    by_article.insert(*place, (at, name.clone()));
                }
            }
        }
        Ok(by_article)
    }
}

/// What a sample is to be.
#[derive(Debug, Clone)]
pub struct SampleWish {
    /// What is asked.
    pub book: Arc<Codebook>,
    /// What a unit is.
    pub unit: UnitKind,
    /// How many of them; of a class, how many paragraphs of each article.
    pub n: usize,
    /// The seed.
    pub seed: u64,
    /// What they are drawn by.
    pub strata: Strata,
}

/// Draws a sample of `sources`; `None` where they have no unit of the kind.
///
/// # Errors
/// [`Stopped`] where `progress` says so.
pub fn sample(
    sources: &StudySources,
    wish: &SampleWish,
    settings: &Settings,
    progress: &Progress,
) -> Result<Option<Study>, Stopped> {
    let all = sources.units(wish.unit);
    if wish.strata == Strata::Class {
        return Ok(predict(all, wish.n, wish.seed));
    }
    let mut known = Known::default();
    if let Strata::Score(id) = &wish.strata
        && let Some(measure) = registry::MEASURES.iter().find(|one| one.id == id)
    {
        let analyses = sources.analyses(all.iter().map(|(place, _)| *place), settings, progress)?;
        let scored = Scored::of(&all, &analyses).into_iter();
        known
            .scores
            .extend(scored.filter_map(|it| Some((it.place, it.value(measure)?))));
    }
    if wish.strata == Strata::Story {
        known.stories = sources.stories(progress)?;
    }
    let strata = wish.strata.clone();
    let (drawn, units) = draw(all, wish.unit, wish.n, wish.seed, strata, &known);
    let units: Vec<Unit> = units.into_iter().map(|(_, unit)| unit).collect();
    let book = Codebook::clone(&wish.book);
    Ok((!units.is_empty()).then(|| Study::new(book, drawn, units)))
}
