//! `parallax study sample`: draws the units that people code, as a sheet without source and scores.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use super::codes::Book;
use super::sources;
use crate::cli::outcome::Outcome;
use crate::cli::scoring::Scoring;
use crate::export::study::sheet;
use crate::export::{Existing, save};
use crate::score::provenance::Provenance;
use crate::score::registry;
use crate::study::{Codebook, Strata, UnitKind, ready, what_it_tells};
use crate::work::Progress;
use crate::workspace::{SampleWish, sample};

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Files, folders and corpus files, grouped into sources by outlet or folder
    #[arg(required = true, value_name = "SOURCE")]
    paths: Vec<PathBuf>,
    /// What one unit is: headline, sentence, paragraph or article; by default what the codebook says
    #[arg(long, value_name = "UNIT", value_parser = kind)]
    unit: Option<UnitKind>,
    /// How many units
    #[arg(long, default_value_t = 100, value_name = "N")]
    n: usize,
    /// The seed of the draw
    #[arg(long, default_value_t = 1, value_name = "N")]
    seed: u64,
    /// Draw in proportion by source, by the story that articles tell, or by thirds of a measure, named as
    /// `parallax methods` lists it
    #[arg(long, visible_alias = "by", value_name = "source|story|MEASURE", value_parser = strata)]
    strata: Option<Strata>,
    #[command(flatten)]
    book: Book,
    /// Write the sheet to this file: .csv, or .parallax-coding to code it in the window
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Write the codebook as a page to hand out (Markdown)
    #[arg(long, value_name = "FILE.md")]
    handout: Option<PathBuf>,
    /// Leave source and article of each unit in the sheet: whoever codes it is not blind then
    #[arg(long)]
    with_source: bool,
    #[command(flatten)]
    scoring: Scoring,
}

pub(super) fn kind(name: &str) -> Result<UnitKind, String> {
    UnitKind::named(name).ok_or_else(|| {
        let known = UnitKind::ALL.map(UnitKind::label).join(", ");
        format!("no unit: there are {known}")
    })
}

fn strata(name: &str) -> Result<Strata, String> {
    match name {
        "source" => return Ok(Strata::Source),
        "story" => return Ok(Strata::Story),
        _ => {}
    }
    let known = registry::MEASURES.iter().any(|measure| measure.id == name);
    known
        .then(|| Strata::Score(name.to_owned()))
        .ok_or_else(|| {
            let ids: Vec<&str> = registry::MEASURES
                .iter()
                .map(|measure| measure.id)
                .collect();
            format!(
                "neither source nor story nor a measure: there are {}",
                ids.join(", ")
            )
        })
}

pub(super) fn run(
    args: &Args,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let Ok(named) = args.book.read(err)? else {
        return Ok(Outcome::SomeFailed);
    };
    let of_book = named.as_ref().and_then(|book| UnitKind::named(&book.unit));
    let unit = args.unit.or(of_book).unwrap_or_default();
    let Some(book) = named.or_else(|| usual(unit)) else {
        return Ok(Outcome::SomeFailed);
    };
    let wish = SampleWish {
        book: Arc::new(book.clone()),
        unit,
        n: args.n,
        seed: args.seed,
        strata: args.strata.clone().unwrap_or_default(),
    };
    let (opened, outcome) = sources::read(&args.paths, &args.scoring, err)?;
    let settings = args.scoring.settings();
    let Some(study) = sample(&opened, &wish, &settings, &Progress::default())? else {
        writeln!(err, "parallax: there is no {} to draw", unit.label())?;
        return Ok(Outcome::SomeFailed);
    };
    writeln!(err, "parallax: {}", study.drawn.sentence())?;
    let population = study.drawn.population;
    writeln!(err, "parallax: {}", what_it_tells(unit, population, args.n))?;
    if let Some(path) = &args.handout {
        save(path, book.handout().as_bytes(), Existing::Replace)?;
    }
    let as_study = (args.out.as_ref()).is_some_and(|path| {
        path.extension()
            .is_some_and(|ending| ending == "parallax-coding")
    });
    let bytes = if as_study {
        study.to_file(true)?
    } else {
        let provenance = Provenance {
            seed: Some(args.seed),
            ..Provenance::default()
        };
        sheet(&study.units, Some(&book), args.with_source)
            .to_csv(&provenance)
            .into_bytes()
    };
    match &args.out {
        Some(path) => {
            save(path, &bytes, Existing::Replace)?;
        }
        None => out.write_all(&bytes)?,
    }
    Ok(outcome)
}

/// The codebook that ships for such units.
fn usual(unit: UnitKind) -> Option<Codebook> {
    let mut books = ready().map(|(_, book)| book);
    books
        .find(|book| book.unit == unit.label())
        .or_else(|| ready().next().map(|(_, book)| book))
}
