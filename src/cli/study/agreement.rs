//! `parallax study agreement`: how far coders agree.

use std::io::{self, Write};

use serde::Serialize;

use super::codes::Tables;
use crate::cli::outcome::Outcome;
use crate::export::study;
use crate::score::provenance::Provenance;
use crate::stats::{COEFFICIENTS, Coefficient, Estimate, Level};
use crate::study::{VariableAgreement, agreements, methods_paragraph, overall};
use crate::text::{counted, number, per_cent, range, shorten};
use crate::work::Progress;

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
    match args.format {
        Format::Text => text(out, &all, args.seed)?,
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &Written::of(&all, args.seed))?;
            writeln!(out)?;
        }
        Format::Csv => {
            let table = study::codes(&answers, None);
            out.write_all(table.to_csv(&Provenance::default()).as_bytes())?;
        }
        Format::Methods => {
            let paragraph = methods_paragraph(book.as_ref(), None, &all, 0, args.seed);
            writeln!(out, "{paragraph}")?;
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

/// The answer in JSON.
#[derive(Serialize)]
struct Written<'a> {
    schema: &'static str,
    version: &'static str,
    seed: u64,
    variables: Vec<WrittenVariable<'a>>,
}

#[derive(Serialize)]
struct WrittenVariable<'a> {
    name: &'a str,
    level: Level,
    units: usize,
    coders: usize,
    percent: Figure,
    kappa: Figure,
    fleiss: Figure,
    alpha: Figure,
    ac1: Figure,
    ac2: Figure,
    shared: usize,
    disagreements: usize,
    notes: &'a [String],
}

/// One coefficient; `null` where it is not defined or has no interval.
#[derive(Serialize)]
struct Figure {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

impl<'a> Written<'a> {
    fn of(all: &'a [VariableAgreement], seed: u64) -> Self {
        Self {
            schema: "parallax-study-agreement/1",
            version: crate::VERSION,
            seed,
            variables: all.iter().map(WrittenVariable::of).collect(),
        }
    }
}

impl<'a> WrittenVariable<'a> {
    fn of(one: &'a VariableAgreement) -> Self {
        let figure = |which| {
            let estimate = one.agreement.as_ref().ok().and_then(|all| all.get(which));
            let interval = estimate.and_then(|estimate| estimate.interval);
            Figure {
                value: estimate.map(|estimate| estimate.value),
                low: interval.map(|interval| interval.low),
                high: interval.map(|interval| interval.high),
            }
        };
        Self {
            name: &one.name,
            level: one.level,
            units: one.units,
            coders: one.coders.len(),
            percent: figure(Coefficient::Percent),
            kappa: figure(Coefficient::Kappa),
            fleiss: figure(Coefficient::Fleiss),
            alpha: figure(Coefficient::Alpha),
            ac1: figure(Coefficient::Ac1),
            ac2: figure(Coefficient::Ac2),
            shared: one.shared,
            disagreements: one.disagreements.len(),
            notes: &one.notes,
        }
    }
}
