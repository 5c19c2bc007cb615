//! `parallax study agreement`: how far coders agree.

use std::io::{self, Write};
use std::path::PathBuf;

use super::codes::Tables;
use crate::cli::outcome::Outcome;
use crate::export::format::Format as _;
use crate::export::report;
use crate::export::study::{self, StudyReport};
use crate::export::{Existing, now, save};
use crate::score::provenance::Provenance;
use crate::stats::{COEFFICIENTS, Coefficient, Estimate, Level};
use crate::study::{VariableAgreement, agreements, methods_paragraph, overall};
use crate::text::{counted, number, per_cent, range, shorten};
use crate::work::Progress;
use crate::workspace::drawn_report;
#[cfg(feature = "gui")]
use crate::{
    chart::{self, Kind, StudyView},
    plot::{self, ChartFormat, SaveOptions},
};

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    tables: Tables,
    /// What distance between two values means; by default what the codebook says, else nominal
    #[arg(long, value_enum)]
    level: Option<LevelName>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write the report to this file: .html to print, .docx with its tables for Word, or .md
    #[arg(long, value_name = "FILE", value_parser = report::Format::path)]
    report: Option<PathBuf>,
    /// Save this chart, one of agreement and confusion, with --save
    #[cfg(feature = "gui")]
    #[arg(long, requires = "save", value_name = "CHART", value_parser = of_codes)]
    chart: Option<Kind>,
    /// The file of the chart: .svg, .png or .pdf, or its figures as .csv or .tsv
    #[cfg(feature = "gui")]
    #[arg(long, requires = "chart", value_name = "FILE", value_parser = ChartFormat::path)]
    save: Option<PathBuf>,
    /// The variable of the chart, where it shows a single one; by default the first
    #[cfg(feature = "gui")]
    #[arg(long, value_name = "NAME")]
    variable: Option<String>,
    /// The seed of the intervals
    #[arg(long, default_value_t = 1, value_name = "N")]
    seed: u64,
}

/// The levels by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum LevelName {
    /// Values are the same or not
    Nominal,
    /// Values have an order
    Ordinal,
    /// Values are numbers
    Interval,
}

impl From<LevelName> for Level {
    fn from(name: LevelName) -> Self {
        match name {
            LevelName::Nominal => Self::Nominal,
            LevelName::Ordinal => Self::Ordinal,
            LevelName::Interval => Self::Interval,
        }
    }
}

/// How it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Figures with what they mean
    Text,
    /// One JSON object; agreement in “percent” is a share of one, as the coefficients are
    Json,
    /// The codes as a tidy table: a row a unit and variable, a column a coder
    Csv,
    /// The paragraph for the methods section
    Methods,
    /// A table for LaTeX
    Latex,
}

/// A chart of codes alone.
#[cfg(feature = "gui")]
fn of_codes(id: &str) -> Result<Kind, String> {
    let kind = Kind::of_study(id).filter(|kind| *kind != Kind::Against);
    kind.ok_or_else(|| "no chart of codes: there are agreement and confusion".to_owned())
}

pub(super) fn run(
    args: &Args,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let Ok(mut book) = args.tables.book.read(err)? else {
        return Ok(Outcome::SomeFailed);
    };
    let (answers, mut outcome) = args.tables.read(&mut book, err)?;
    if answers.is_empty() {
        return Ok(Outcome::SomeFailed);
    }
    let level = args.level.map(Level::from);
    let all = agreements(
        &answers,
        book.as_ref(),
        level,
        args.seed,
        &Progress::default(),
    )?;
    for one in &all {
        if one.agreement.is_err() {
            writeln!(err, "parallax: {}: {}", one.name, one.notes.concat())?;
            outcome = Outcome::SomeFailed;
        }
    }
    let paragraph = || methods_paragraph(book.as_ref(), None, &all, 0, args.seed);
    if let Some(path) = &args.report {
        let date = now();
        let overall = overall(&all);
        let report = StudyReport {
            study: None,
            codebook: book.as_ref(),
            found: &all,
            against: &[],
            revealed: &[],
            paragraph: &paragraph(),
            overall: overall.as_deref(),
            own: None,
            figures: &[],
            date: Some(&date),
        };
        let bytes = drawn_report(&report, args.seed, report::Format::of(path)?)?;
        save(path, &bytes, Existing::Replace)?;
    }
    #[cfg(feature = "gui")]
    if let (Some(kind), Some(path)) = (args.chart, &args.save) {
        let named = args.variable.as_deref().unwrap_or_default();
        let at = all.iter().position(|one| one.name == named);
        if at.is_none() && args.variable.is_some() {
            writeln!(err, "parallax: no variable is called {named}")?;
            return Ok(Outcome::SomeFailed);
        }
        let view = StudyView {
            codebook: book.as_ref(),
            found: &all,
            against: &[],
            at: 0,
            seed: args.seed,
        };
        let chart = chart::build(kind, &view.input(at.unwrap_or_default()));
        plot::save_chart(&chart, path, SaveOptions::default())?;
    }
    match args.format {
        Format::Text => text(out, &all, args.seed)?,
        Format::Json => out.write_all(&study::agreement_json(&all, args.seed)?)?,
        Format::Csv => {
            let table = study::codes(&answers, None);
            out.write_all(table.to_csv(&Provenance::default()).as_bytes())?;
        }
        Format::Methods => {
            writeln!(out, "{}", paragraph())?;
        }
        Format::Latex => write!(out, "{}", study::latex(&all))?,
    }
    Ok(outcome)
}

/// Characters shown of a value or a unit.
const LONGEST: usize = 24;
/// Units shown of which coders said different things.
const SHOWN: usize = 20;
/// The most values of a table that fits a terminal.
const COLUMNS: usize = 9;

fn text(out: &mut dyn Write, all: &[VariableAgreement], seed: u64) -> io::Result<()> {
    for (at, one) in all.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        writeln!(
            out,
            "{} ({}): {}, {}, {} coded by two or more",
            one.name,
            one.level.label(),
            counted(one.units, "unit"),
            counted(one.coders.len(), "coder"),
            one.shared
        )?;
        for which in COEFFICIENTS {
            let estimate = one.agreement.as_ref().ok().map(|all| all.get(which));
            if let Some(estimate) = estimate {
                writeln!(out, "  {:<17} {}", which.label(), figure(which, estimate))?;
            }
        }
        for note in &one.notes {
            writeln!(out, "  {note}")?;
        }
        confusion(out, one)?;
        if !one.disagreements.is_empty() {
            writeln!(
                out,
                "  To discuss and settle: {}",
                counted(one.disagreements.len(), "unit")
            )?;
        }
        for unit in one.disagreements.iter().take(SHOWN) {
            let codes: Vec<String> = (unit.codes.iter())
                .map(|(coder, value)| {
                    format!("{} {}", shorten(coder, LONGEST), shorten(value, LONGEST))
                })
                .collect();
            writeln!(
                out,
                "    {}: {}",
                shorten(&unit.unit, LONGEST),
                codes.join(", ")
            )?;
        }
        if one.disagreements.len() > SHOWN {
            writeln!(out, "    … and {} more", one.disagreements.len() - SHOWN)?;
        }
    }
    if let Some(overall) = overall(all) {
        writeln!(out, "\n{overall}")?;
    }
    writeln!(
        out,
        "\nIntervals: 95 %, bootstrap by unit, seed {seed}. Parallax {}.",
        crate::VERSION
    )
}

fn figure(which: Coefficient, estimate: Option<Estimate>) -> String {
    let Some(estimate) = estimate else {
        return "not defined".to_owned();
    };
    let show = |value| match which {
        Coefficient::Percent => per_cent(value),
        _ => number(value, 3),
    };
    let interval = estimate.interval.map_or_else(String::new, |interval| {
        format!("  ({})", range(interval.low, interval.high, show))
    });
    format!("{:>6}{interval}", show(estimate.value))
}

/// How often one coder gave one value and another a second one.
fn confusion(out: &mut dyn Write, one: &VariableAgreement) -> io::Result<()> {
    if one.agreement.is_err() || one.values.len() > COLUMNS {
        return Ok(());
    }
    let heads: Vec<String> = (one.values.iter())
        .map(|(value, _)| format!("{:>8}", shorten(value, 8)))
        .collect();
    match one.coders.as_slice() {
        [first, second] => writeln!(
            out,
            "  Rows: {}; columns: {}",
            shorten(first, LONGEST),
            shorten(second, LONGEST)
        )?,
        _ => writeln!(out, "  Rows: one coder; columns: a later one; all pairs")?,
    }
    writeln!(out, "  {:>8} {}", "", heads.concat())?;
    for ((value, _), row) in one.values.iter().zip(&one.confusion) {
        let cells: Vec<String> = row.iter().map(|count| format!("{count:>8}")).collect();
        writeln!(out, "  {:>8} {}", shorten(value, 8), cells.concat())?;
    }
    Ok(())
}
