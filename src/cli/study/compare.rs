//! `parallax study compare`: what people say of units against what the measures say of them.

use std::io::{self, Write};
use std::path::PathBuf;

use super::codes::Book;
use super::sample::kind;
use super::sources;
use crate::cli::outcome::Outcome;
use crate::cli::scoring::Scoring;
#[cfg(feature = "gui")]
use crate::export::format::Format as _;
use crate::export::study::against_json;
use crate::score::measure::Measure;
use crate::score::registry;
use crate::stats::Estimate;
use crate::study::{Against, ReadAnswers, Scored, UnitKind, against, unanswered};
use crate::text::{counted, number, optional, range, shorten, shown, signed};
use crate::work::Progress;
use crate::workspace::read_codes;
#[cfg(feature = "gui")]
use crate::{
    chart::{self, Kind, StudyView},
    plot::{self, ChartFormat, SaveOptions},
};

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A table of codes (CSV) or a coding file, whose units were drawn by `parallax study sample`
    #[arg(value_name = "CODES.csv")]
    codes: PathBuf,
    /// The files, folders and corpus files the units were drawn from
    #[arg(required = true, value_name = "SOURCE")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    book: Book,
    /// What one unit is; by default what the units of the codes are found to be
    #[arg(long, value_name = "UNIT", value_parser = kind)]
    unit: Option<UnitKind>,
    /// The measure that answers the question, named as `parallax methods` lists it; may be given several times
    #[arg(long = "measure", value_name = "MEASURE", value_parser = measure)]
    measures: Vec<String>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Save the chart of people and measure: .svg, .png or .pdf, or its figures as .csv or .tsv
    #[cfg(feature = "gui")]
    #[arg(long, value_name = "FILE", value_parser = ChartFormat::path)]
    save: Option<PathBuf>,
    /// The variable of the chart; by default the first
    #[cfg(feature = "gui")]
    #[arg(long, requires = "save", value_name = "NAME")]
    variable: Option<String>,
    /// The seed of the intervals
    #[arg(long, default_value_t = 1, value_name = "N")]
    seed: u64,
    #[command(flatten)]
    scoring: Scoring,
}

/// How it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Figures with what they mean
    Text,
    /// One JSON object
    Json,
}

fn measure(id: &str) -> Result<String, String> {
    let known = registry::MEASURES.iter().any(|measure| measure.id == id);
    known.then(|| id.to_owned()).ok_or_else(|| {
        let ids: Vec<&str> = registry::MEASURES
            .iter()
            .map(|measure| measure.id)
            .collect();
        format!("no measure: there are {}", ids.join(", "))
    })
}

pub(super) fn run(
    args: &Args,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let Ok(mut book) = args.book.read(err)? else {
        return Ok(Outcome::SomeFailed);
    };
    let mut read = ReadAnswers::default();
    match read_codes(&args.codes, &mut read) {
        Ok(of_file) => book = book.or(of_file),
        Err(error) => {
            writeln!(err, "parallax: {}: {error}", shown(&args.codes))?;
            return Ok(Outcome::SomeFailed);
        }
    }
    for warning in &read.warnings {
        writeln!(err, "parallax: {}: {warning}", shown(&args.codes))?;
    }
    let (opened, mut outcome) = sources::read(&args.paths, &args.scoring, err)?;
    let kinds = args.unit.map_or(UnitKind::ALL.to_vec(), |unit| vec![unit]);
    let coded: std::collections::BTreeSet<&str> =
        read.answers.units().iter().map(String::as_str).collect();
    let found = kinds.into_iter().map(|kind| {
        let units = opened.units(kind);
        let known = units
            .iter()
            .filter(|(_, unit)| coded.contains(unit.id.as_str()));
        (known.count(), units)
    });
    let Some((known, units)) = found.max_by_key(|(known, _)| *known) else {
        return Ok(Outcome::SomeFailed);
    };
    if known == 0 {
        writeln!(
            err,
            "parallax: {}: none of its {} is a unit of these sources: draw the units with “parallax study sample”, \
             and name the sources they were drawn from",
            shown(&args.codes),
            counted(coded.len(), "unit")
        )?;
        return Ok(Outcome::SomeFailed);
    }
    let (settings, progress) = (args.scoring.settings(), Progress::default());
    let analyses = opened.analyses(units.iter().map(|(place, _)| *place), &settings, &progress)?;
    let scored = Scored::of(&units, &analyses);
    let measures: Vec<&'static Measure> = (registry::MEASURES.iter().copied())
        .filter(|measure| args.measures.iter().any(|id| id == measure.id))
        .collect();
    let all = against(
        &read.answers,
        book.as_ref(),
        &measures,
        &scored,
        args.seed,
        &progress,
    )?;
    if let Some(left) = unanswered(&read.answers, &all) {
        writeln!(err, "parallax: {left}")?;
        if all.is_empty() {
            outcome = Outcome::SomeFailed;
        }
    }
    #[cfg(feature = "gui")]
    if let Some(path) = &args.save
        && !all.is_empty()
    {
        let named = args.variable.as_deref();
        let at = named.map_or(Some(0), |named| {
            all.iter().position(|one| one.variable == named)
        });
        let Some(at) = at else {
            let named = named.unwrap_or_default();
            writeln!(
                err,
                "parallax: no measure answers a variable called {named}"
            )?;
            return Ok(Outcome::SomeFailed);
        };
        let view = StudyView {
            codebook: book.as_ref(),
            found: &[],
            against: &all,
            at,
            seed: args.seed,
        };
        let chart = chart::build(Kind::Against, &view.input(at));
        plot::save_chart(&chart, path, SaveOptions::default())?;
    }
    match args.format {
        Format::Text => text(out, &all, args.seed)?,
        Format::Json => out.write_all(&against_json(&all, args.seed)?)?,
    }
    Ok(outcome)
}

/// Characters shown of a text.
const EXCERPT: usize = 90;

fn told(estimate: Option<Estimate>) -> String {
    optional(estimate, |estimate| {
        let two = |value| number(value, 2);
        let interval = estimate.interval.map_or_else(String::new, |interval| {
            format!(" ({})", range(interval.low, interval.high, two))
        });
        format!("{}{interval}", two(estimate.value))
    })
}

fn text(out: &mut dyn Write, all: &[Against], seed: u64) -> io::Result<()> {
    for one in all {
        writeln!(
            out,
            "{} by people, {} by Parallax: {}",
            one.variable,
            one.label,
            counted(one.units, "unit")
        )?;
        for row in &one.rows {
            writeln!(out, "  {}", row.which.label())?;
            writeln!(out, "    measure and people     {}", told(row.measure))?;
            for (coder, estimate) in &row.coders {
                writeln!(
                    out,
                    "    measure and {:<10} {}",
                    shorten(coder, 10),
                    told(*estimate)
                )?;
            }
            writeln!(out, "    people and each other  {}", told(row.ceiling))?;
        }
        for note in &one.notes {
            writeln!(out, "  {note}")?;
        }
        if !one.differing.is_empty() {
            writeln!(out, "  Where people and measure differ most:")?;
        }
        for unit in &one.differing {
            writeln!(
                out,
                "    {}: people {}, measure {}: {}",
                unit.unit,
                number(unit.people, 2),
                number(unit.measure, 2),
                shorten(&unit.text, EXCERPT)
            )?;
            if !unit.evidence.is_empty() {
                let words: Vec<String> = (unit.evidence.iter())
                    .map(|(word, valence)| format!("{word} {}", signed(*valence, 1)))
                    .collect();
                writeln!(out, "      words with a tone: {}", words.join(", "))?;
            }
        }
        writeln!(out)?;
    }
    writeln!(
        out,
        "Intervals: 95 %, bootstrap by unit, seed {seed}. Parallax {}.",
        crate::VERSION
    )
}
