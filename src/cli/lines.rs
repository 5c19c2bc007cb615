//! `parallax lines`: one text a line in, one JSON object a line out.
//!
//! Adding a measure is one variant of [`Kind`], one arm in [`Kind::answer`] and one file in `lines/`.

mod error;
mod filter;
mod headline;
mod input;
mod target;
mod tone;

use std::fs::File;
use std::io::{Read, Write};
use std::path::PathBuf;

use anyhow::Context as _;
use serde::Serialize;

use super::outcome::Outcome;
use super::scoring::Corrections;
use crate::score::tone::ToneOptions;
use crate::score::wording;
use error::LineError;
use input::Input;

/// Arguments of the command.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Each line is a text, or a JSON object with the text as \"text\". Each answer is one JSON object on one \
line, in the same order; offsets count Unicode code points of the text. A line that cannot be scored is \
answered with {\"line\":N,\"error\":\"…\"}, and the exit status is 1.")]
pub struct Args {
    /// What to tell of every line
    kind: Kind,
    /// A file with one text a line; - is standard input
    #[arg(default_value = "-")]
    file: PathBuf,
    #[command(flatten)]
    corrections: Corrections,
}

/// What can be told of a line.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Kind {
    /// VADER's four scores, and the words and rules behind them
    Tone,
    /// Sensationalism of a headline, 0 to 100, and the cues behind it
    Headline,
    /// Loaded words, subjectivity, hedges, attribution, quotations and their speakers
    Wording,
    /// Tone towards the mention from "start" to "end" of {"text","start","end"}
    Target,
}

impl Kind {
    /// Writes the answer to one line to `out`, or says why there is none.
    fn answer(
        self,
        input: &Input,
        options: ToneOptions,
        out: &mut Vec<u8>,
    ) -> Result<(), LineError> {
        match self {
            Self::Tone => serde_json::to_writer(out, &tone::answer(&input.text, options)),
            Self::Headline => serde_json::to_writer(out, &headline::answer(&input.text)?),
            Self::Wording => serde_json::to_writer(out, &wording::line(&input.text)),
            Self::Target => serde_json::to_writer(out, &target::answer(input)?),
        }?;
        Ok(())
    }
}

pub(super) fn run(
    args: &Args,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let input: Box<dyn Read + Send> = if args.file.as_os_str() == "-" {
        Box::new(std::io::stdin())
    } else {
        let file = File::open(&args.file);
        Box::new(file.with_context(|| format!("{} could not be opened", args.file.display()))?)
    };
    let options = args.corrections.options();
    let failed = filter::run(input, out, |number, line, out| {
        let begin = out.len();
        let answer =
            Input::parse(number, line).and_then(|input| args.kind.answer(&input, options, out));
        answer
            .map_err(|error| {
                out.truncate(begin);
                let failure = Failure {
                    line: number,
                    error: error.to_string(),
                };
                // Writing to memory does not fail.
                let _ = serde_json::to_writer(out, &failure);
            })
            .is_ok()
    })?;
    if failed > 0 {
        writeln!(err, "parallax: lines that could not be scored: {failed}")?;
        return Ok(Outcome::SomeFailed);
    }
    Ok(Outcome::Done)
}

/// Stands in the place of an answer.
#[derive(Serialize)]
struct Failure {
    line: usize,
    error: String,
}
