//! The articles of a study: opened, scored, taken apart into units.

use std::io::Write;
use std::path::PathBuf;

use crate::article::Article;
use crate::cli::outcome::Outcome;
use crate::cli::scoring::Scoring;
use crate::score::{Analysis, analyse};
use crate::study::{Unit, UnitKind, UnitPlace, units};
use crate::work::{Progress, Threads, map};
use crate::workspace::{self, Placing};

/// Sources with the scores of every article.
pub(super) struct Opened {
    names: Vec<String>,
    articles: Vec<Vec<(Article, Option<Analysis>)>>,
}

impl Opened {
    /// Opens and, where that is wanted, scores the articles; what became of each file is said on `err`.
    pub(super) fn read(
        paths: &[PathBuf],
        scoring: &Scoring,
        with_scores: bool,
        err: &mut dyn Write,
    ) -> anyhow::Result<(Self, Outcome)> {
        let mut outcome = Outcome::Done;
        let import = workspace::read(
            paths,
            Placing::Apart,
            &scoring.reading(),
            &Progress::default(),
        );
        for file in &import.report {
            outcome = outcome.and(Outcome::of(file, err)?);
        }
        let settings = scoring.settings();
        let mut opened = Self {
            names: Vec::new(),
            articles: Vec::new(),
        };
        for source in import.sources {
            opened.names.push(source.name);
            let of_source = map(
                source.articles,
                Threads::default(),
                &Progress::default(),
                |article| {
                    let scores = with_scores.then(|| analyse(&article, &settings));
                    (article, scores)
                },
            )?;
            opened.articles.push(of_source);
        }
        Ok((opened, outcome))
    }

    /// Every unit of this kind, with its place.
    pub(super) fn units(&self, kind: UnitKind) -> Vec<(UnitPlace, Unit)> {
        let sources = self.names.iter().zip(&self.articles);
        let sources = sources.map(|(name, articles)| {
            let articles = articles.iter().map(|(article, _)| article);
            (name.as_str(), articles.collect())
        });
        units(sources, kind)
    }

    /// The scores of the article in which a unit stands.
    pub(super) fn analysis(&self, place: UnitPlace) -> Option<&Analysis> {
        let (_, scores) = self.articles.get(place.source)?.get(place.article)?;
        scores.as_ref()
    }
}
