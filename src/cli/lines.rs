//! `parallax lines`: one text a line in, one JSON object a line out.
//!
//! Adding a measure is one variant of [`Kind`], one arm in [`Kind::answer`], one file in `lines/`, and what the second
//! reader says of it in `lines/second.rs`.

mod error;
mod filter;
mod headline;
mod input;
mod second;
mod target;
mod tone;

use std::fs::File;
use std::io::{Read, Write};
use std::path::PathBuf;

use anyhow::Context as _;
use serde::Serialize;

use super::outcome::Outcome;
use super::scoring::Corrections;
use crate::score::second::SecondReader;
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
    /// Ask the second reader too: adds "second", what it says; "both", the two as one calibrated number; and
    /// "agree", whether they say the same. null where it does not read a text
    #[arg(long)]
    second: bool,
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
    /// Writes the answer to one line to `out`, with the second reader's where there is one, or says why
    /// there is none.
    fn answer(
        self,
        input: &Input,
        options: ToneOptions,
        reader: Option<&SecondReader>,
        out: &mut Vec<u8>,
    ) -> Result<(), LineError> {
        let text = &input.text;
        match self {
            Self::Tone => {
                let answer = tone::answer(text, options);
                match reader {
                    Some(reader) => write(out, &second::tone(reader, text, answer)),
                    None => write(out, &answer),
                }
            }
            Self::Headline => {
                let answer = headline::answer(text)?;
                match reader {
                    Some(reader) => write(out, &second::headline(reader, text, answer)),
                    None => write(out, &answer),
                }
            }
            Self::Wording => {
                let answer = wording::line(text);
                match reader {
                    Some(reader) => write(out, &second::wording(reader, text, answer)),
                    None => write(out, &answer),
                }
            }
            Self::Target => {
                let (mention, answer) = target::answer(input)?;
                match reader {
                    Some(reader) => write(out, &second::target(reader, text, mention, answer)),
                    None => write(out, &answer),
                }
            }
        }
    }
}

fn write(out: &mut Vec<u8>, answer: &impl Serialize) -> Result<(), LineError> {
    Ok(serde_json::to_writer(out, answer)?)
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
    let asked = args.second.then(SecondReader::shipped).transpose();
    let (reader, fault) = match asked {
        Ok(reader) => (reader, None),
        Err(fault) => (None, Some(fault)),
    };
    if let Some(fault) = fault {
        writeln!(err, "parallax: no second reader: {fault}")?;
    }
    let failed = filter::run(input, out, |number, line, out| {
        let begin = out.len();
        let answer = Input::parse(number, line)
            .and_then(|input| args.kind.answer(&input, options, reader, out));
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
    if fault.is_some() {
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
