//! `parallax study predict`: the study of a class, with a worksheet to print.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use super::sources;
use crate::cli::outcome::Outcome;
use crate::cli::scoring::Scoring;
use crate::export::study::{sheet, worksheet};
use crate::export::{Existing, save};
use crate::score::provenance::Provenance;
use crate::study::{PARAGRAPHS, Study, predict};
use crate::workspace::StudySources;

/// Two articles and how many of their paragraphs a class reads.
#[derive(Debug, clap::Args)]
pub(super) struct Pair {
    /// The first article
    #[arg(value_name = "A")]
    a: PathBuf,
    /// The second article
    #[arg(value_name = "B")]
    b: PathBuf,
    /// How many paragraphs of each
    #[arg(long, default_value_t = PARAGRAPHS, value_name = "N")]
    paragraphs: usize,
    /// The seed of the draw
    #[arg(long, default_value_t = 1, value_name = "N")]
    seed: u64,
    #[command(flatten)]
    pub(super) scoring: Scoring,
}

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    pair: Pair,
    /// Write the study to this file, to be answered in the window on any machine
    #[arg(long, value_name = "FILE.parallax-coding")]
    out: Option<PathBuf>,
    /// Write a worksheet to print
    #[arg(long, value_name = "FILE.html")]
    worksheet: Option<PathBuf>,
}

impl Pair {
    /// The study and the two articles it is of; `None` where there are not two, which was said on `err`.
    pub(super) fn study(
        &self,
        err: &mut dyn Write,
    ) -> anyhow::Result<(Option<(Study, StudySources)>, Outcome)> {
        let paths = [self.a.clone(), self.b.clone()];
        let mut all = StudySources::default();
        let mut outcome = Outcome::Done;
        for path in paths {
            let (opened, read) = sources::read(std::slice::from_ref(&path), &self.scoring, err)?;
            outcome = outcome.and(read);
            // Of a file of many articles the first is read, as the window does.
            let first = opened.sources.into_iter().find_map(|(name, articles)| {
                let article = Arc::clone(articles.first()?);
                Some((name, Arc::new(vec![article])))
            });
            all.sources.extend(first);
        }
        if all.sources.len() < 2 {
            writeln!(err, "parallax: this needs two articles")?;
            return Ok((None, Outcome::SomeFailed));
        }
        let units = all.units(crate::study::UnitKind::Passage);
        let Some(study) = predict(units, self.paragraphs, self.seed) else {
            writeln!(
                err,
                "parallax: the articles have neither headline nor paragraph"
            )?;
            return Ok((None, Outcome::SomeFailed));
        };
        Ok((Some((study, all)), outcome))
    }
}

pub(super) fn run(
    args: &Args,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let (study, outcome) = args.pair.study(err)?;
    let Some((study, _)) = study else {
        return Ok(outcome);
    };
    writeln!(err, "parallax: {}", study.drawn.sentence())?;
    if let Some(path) = &args.worksheet {
        save(path, worksheet(&study).as_bytes(), Existing::Replace)?;
    }
    if let Some(path) = &args.out {
        save(path, &study.to_file(true)?, Existing::Replace)?;
    }
    if args.out.is_none() && args.worksheet.is_none() {
        let provenance = Provenance {
            seed: Some(args.pair.seed),
            ..Provenance::default()
        };
        let order = study.order("");
        let units: Vec<_> = (order.iter())
            .filter_map(|at| study.units.get(*at).cloned())
            .collect();
        let table = sheet(&units, Some(&study.codebook), false);
        out.write_all(table.to_csv(&provenance).as_bytes())?;
    }
    Ok(outcome)
}
