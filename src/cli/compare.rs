//! `parallax compare`: two sources; the comparison printed, as a report, or as charts.

#[cfg(feature = "gui")]
mod chart;
mod report;
mod text;

use std::io::Write;
use std::path::PathBuf;

use super::Outcome;
use super::scoring::Scoring;
use super::sources::Source;
use crate::compare::{Comparison, Options, SourceView};

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Source A: a file, a folder or a corpus file; `-` is standard input
    pub a: PathBuf,
    /// Source B
    pub b: PathBuf,
    /// How to print the comparison
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Seed of the permutation tests; the same seed gives the same bytes
    #[arg(long, default_value_t = Options::default().seed)]
    pub seed: u64,
    #[command(flatten)]
    scoring: Scoring,
    /// A report instead
    #[command(flatten)]
    pub report: report::ReportArgs,
    /// Charts instead
    #[cfg(feature = "gui")]
    #[command(flatten)]
    pub chart: chart::ChartArgs,
}

/// How a comparison is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Tables to read
    Text,
    /// One JSON object
    Json,
}

impl Args {
    /// Whether files are asked for instead of a printed comparison.
    const fn saves(&self) -> bool {
        #[cfg(feature = "gui")]
        if self.chart.is_wanted() {
            return true;
        }
        self.report.is_wanted()
    }
}

pub(super) fn run(
    args: &Args,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let settings = args.scoring.settings();
    let (mut a, whole_a) = Source::open(&args.a, &settings, err)?;
    let (mut b, whole_b) = Source::open(&args.b, &settings, err)?;
    for (source, path) in [(&a, &args.a), (&b, &args.b)] {
        if source.is_empty() {
            writeln!(err, "parallax: {}: no article to compare", path.display())?;
            return Ok(Outcome::SomeFailed);
        }
    }
    if a.name == b.name {
        a.name.push_str(" (A)");
        b.name.push_str(" (B)");
    }
    let (of_a, of_b) = (a.pairs(), b.pairs());
    let (a, b) = (view(&a.name, &of_a), view(&b.name, &of_b));
    let options = Options {
        seed: args.seed,
        ..Options::default()
    };
    let comparison = Comparison::new(&a, &b, &options);
    let outcome = if whole_a && whole_b {
        Outcome::Done
    } else {
        Outcome::SomeFailed
    };
    args.report.save((a, b), &comparison)?;
    #[cfg(feature = "gui")]
    args.chart.save((a, b), &comparison)?;
    if args.saves() {
        return Ok(outcome);
    }
    match args.format {
        Format::Text => text::write(out, &comparison, &a, &b)?,
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &comparison.document(&a, &b))?;
            writeln!(out)?;
        }
    }
    Ok(outcome)
}

const fn view<'a>(
    name: &'a str,
    articles: &'a [(&'a crate::article::Article, &'a crate::score::Analysis)],
) -> SourceView<'a> {
    SourceView { name, articles }
}
