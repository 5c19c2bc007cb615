//! `parallax score`: the scores of each file.

use std::io::Write;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use super::scoring::Scoring;
use super::{Outcome, sources};
use crate::export::scores::{self, Scored, Writer};
use crate::load::{ListedFile, find};
use crate::score::analyse;

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files and folders to score; "-" is standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to print the scores
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
    /// What a row is
    #[arg(long, value_enum, default_value_t = Detail::Article)]
    detail: Detail,
    #[command(flatten)]
    scoring: Scoring,
}

/// How scores are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// One JSON object a row
    Jsonl,
    /// One JSON object with all rows
    Json,
    /// A table, after a comment with version and settings
    Csv,
}

impl From<Format> for scores::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Jsonl => Self::Jsonl,
            Format::Json => Self::Json,
            Format::Csv => Self::Csv,
        }
    }
}

/// What a row of scores is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Detail {
    Article,
    Paragraph,
    Sentence,
}

impl From<Detail> for scores::Detail {
    fn from(detail: Detail) -> Self {
        match detail {
            Detail::Article => Self::Article,
            Detail::Paragraph => Self::Paragraph,
            Detail::Sentence => Self::Sentence,
        }
    }
}

pub(super) fn run(
    args: &Args,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let settings = args.scoring.settings();
    let mut writer = Writer::new(
        args.format.into(),
        args.detail.into(),
        settings.clone(),
        out,
    );
    let mut outcome = Outcome::Done;
    for file in files(&args.paths) {
        if let Some(why) = &file.left_out {
            writeln!(err, "parallax: {}: left out: {why}", file.path.display())?;
            continue;
        }
        match sources::read(&file) {
            Ok(articles) => {
                for (position, article) in articles.iter().enumerate() {
                    let analysis = analyse(article, &settings);
                    writer.article(&Scored {
                        path: &file.path,
                        position,
                        article,
                        analysis: &analysis,
                    })?;
                }
            }
            Err(error) => {
                writeln!(err, "parallax: {error:#}")?;
                outcome = Outcome::SomeFailed;
            }
        }
    }
    writer.finish()?;
    Ok(outcome)
}

/// Every file behind `paths`, in order; `-` stays what it is.
fn files(paths: &[PathBuf]) -> impl Iterator<Item = ListedFile> {
    paths.iter().flat_map(|path| {
        if path.as_os_str() == "-" {
            vec![ListedFile {
                path: path.clone(),
                source: "Standard input".to_owned(),
                left_out: None,
                failed: None,
            }]
        } else {
            find(std::slice::from_ref(path), &AtomicBool::new(false))
        }
    })
}
