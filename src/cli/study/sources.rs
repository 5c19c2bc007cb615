//! The articles of a study, opened from what is named on the command line.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use crate::cli::outcome::Outcome;
use crate::cli::scoring::Scoring;
use crate::work::Progress;
use crate::workspace::{self, Placing, StudySources};

/// Opens the articles of `paths`, grouped into sources; what became of each file is said on `err`.
pub(super) fn read(
    paths: &[PathBuf],
    scoring: &Scoring,
    err: &mut dyn Write,
) -> anyhow::Result<(StudySources, Outcome)> {
    let mut outcome = Outcome::Done;
    let progress = Progress::default();
    let import = workspace::read(paths, Placing::Apart, &scoring.reading(), &progress);
    for file in &import.report {
        outcome = outcome.and(Outcome::of(file, err)?);
    }
    let sources = import.sources.into_iter().map(|source| {
        let articles = source.articles.into_iter().map(Arc::new);
        (source.name, Arc::new(articles.collect()))
    });
    let opened = StudySources {
        sources: sources.collect(),
        said: Vec::new(),
    };
    Ok((opened, outcome))
}
