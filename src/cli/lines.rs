//! `parallax lines`: one text or article a line in, one JSON object a line out.
//!
//! Adding a measure is one variant of [`Kind`], one arm in [`Answering::write`], one file in `lines/`, and what the second
//! reader says of it in `lines/second.rs`.

mod article;
mod error;
mod fields;
mod filter;
mod handed;
mod headline;
mod input;
mod long;
mod second;
mod target;
mod tone;
mod wording;

use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::PathBuf;

use anyhow::Context as _;
use serde::Serialize;

use super::outcome::Outcome;
use super::own_lists::OwnLists;
use super::scoring::Scoring;
use crate::export::scores::Detail;
use crate::score::second::SecondReader;
use crate::work::Threads;
use article::How;
use error::LineError;
use filter::Text;
use handed::Keep;
use input::{Input, Line};

/// Arguments of the command.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Each line is a text, or a JSON object with the text as \"text\"; for article an object with the fields of a \
collection (title or headline, text or body, outlet, date, url, …). Each answer is one JSON object on one \
line, in the same order, and carries the \"id\" of its line as it stands there; offsets count Unicode code \
points of the text. A line that cannot be scored is answered with {\"line\":N,\"id\":…,\"error\":\"…\"} in \
its place, and the exit status is 1.")]
pub struct Args {
    /// What to tell of every line
    kind: Kind,
    /// A file with one text a line; - is standard input
    #[arg(default_value = "-")]
    file: PathBuf,
    /// Figures only, without the words and places behind them
    #[arg(long)]
    brief: bool,
    #[command(flatten)]
    keep: Keep,
    /// Of article: its figures alone, or those of its paragraphs or sentences as well, as "rows"
    #[arg(long, value_enum, default_value_t = Detail::Article)]
    detail: Detail,
    /// How many threads work; one for each core if not given. The answers are the same
    #[arg(long, value_name = "N")]
    threads: Option<NonZero<usize>>,
    /// Ask the second reader too: adds "second", what it says; "both", the two as one calibrated number; and
    /// "agree", whether they say the same. null where it does not read a text. Not for article
    #[arg(long)]
    second: bool,
    #[command(flatten)]
    own: OwnLists,
    #[command(flatten)]
    scoring: Scoring,
}

/// What can be told of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Kind {
    /// VADER's four scores, and the words and rules behind them
    Tone,
    /// Sensationalism of a headline, 0 to 100, and the cues behind it
    Headline,
    /// Loaded words, subjectivity, hedges, attribution, quotations and their speakers
    Wording,
    /// Tone towards the mention from "start" to "end" of {"text","start","end"}
    Target,
    /// The columns of "parallax score" for the article that the line holds
    Article,
}

/// How lines are answered.
struct Answering<'a> {
    kind: Kind,
    keep: &'a Keep,
    how: How,
    reader: Option<&'static SecondReader>,
}

impl Answering<'_> {
    /// Writes the answer to one line to `out`, or says why there is none.
    fn write(&self, input: &Input, out: &mut Vec<u8>) -> Result<(), LineError> {
        if self.kind == Kind::Article {
            return self.put(&article::answer(input, &self.how)?, input, out);
        }
        let (brief, text) = (self.how.brief, &*input.text()?);
        match self.kind {
            Kind::Tone => {
                let answer = tone::answer(text, &self.how.settings, brief);
                match self.reader {
                    Some(reader) => self.put(&second::tone(reader, text, answer), input, out),
                    None => self.put(&answer, input, out),
                }
            }
            Kind::Headline => {
                let answer = headline::answer(text, brief)?;
                match self.reader {
                    Some(reader) => self.put(&second::headline(reader, text, answer), input, out),
                    None => self.put(&answer, input, out),
                }
            }
            Kind::Wording => {
                let answer = wording::answer(text, &self.how.lists, brief);
                match self.reader {
                    Some(reader) => self.put(&second::wording(reader, text, answer), input, out),
                    None => self.put(&answer, input, out),
                }
            }
            Kind::Target | Kind::Article => {
                let (mention, answer) = target::answer(input, text)?;
                match self.reader {
                    Some(reader) => {
                        self.put(&second::target(reader, text, mention, answer), input, out)
                    }
                    None => self.put(&answer, input, out),
                }
            }
        }
    }

    fn put(
        &self,
        answer: &impl Serialize,
        input: &Input,
        out: &mut Vec<u8>,
    ) -> Result<(), LineError> {
        let id = self.id(input);
        Ok(self.keep.write(answer, id, &input.fields, out)?)
    }

    /// Whose answer it is. Collections have other names for it besides `id`.
    fn id<'a>(&self, input: &'a Input) -> Option<&'a str> {
        let other = || {
            let mut fields = input.fields.iter();
            let field = fields.find(|field| crate::load::is_id(&field.name))?;
            (field.value != "null").then_some(field.value)
        };
        let id = input.id();
        id.or_else(|| (self.kind == Kind::Article).then(other).flatten())
    }

    /// Writes what stands in the place of an answer.
    fn fail(
        &self,
        number: usize,
        id: Option<&str>,
        fields: &fields::Fields,
        error: &LineError,
        out: &mut Vec<u8>,
    ) {
        let failure = Failure {
            line: number,
            error: error.to_string(),
        };
        // Writing to memory does not fail.
        let _ = self.keep.write(&failure, id, fields, out);
    }

    /// Answers line `number`, whatever it is; whether it could be.
    fn answer(&self, number: usize, text: Text, out: &mut Vec<u8>) -> bool {
        let bytes = match text {
            Text::Whole(bytes) => bytes,
            Text::TooLong(long) => {
                let error = LineError::TooLong {
                    megabytes: long.length.div_ceil(1 << 20),
                    most: filter::MOST >> 20,
                };
                self.fail(number, long.id(), &fields::Fields::default(), &error, out);
                return false;
            }
        };
        let begin = out.len();
        let line = Line::of(number, bytes);
        let input = line.input();
        let answered = self.write(&input, out);
        answered
            .map_err(|error| {
                out.truncate(begin);
                self.fail(number, self.id(&input), &input.fields, &error, out);
            })
            .is_ok()
    }
}

pub(super) fn run(
    args: &Args,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    anyhow::ensure!(
        args.kind == Kind::Article || args.detail == Detail::Article,
        "--detail is for article"
    );
    anyhow::ensure!(
        args.kind != Kind::Article || !args.second,
        "--second is for tone, headline, wording and target"
    );
    let Some(lists) = args.own.read(err)? else {
        return Ok(Outcome::SomeFailed);
    };
    anyhow::ensure!(
        lists.is_empty() || matches!(args.kind, Kind::Tone | Kind::Wording | Kind::Article),
        "--list is for tone, wording and article"
    );
    let input: Box<dyn Read + Send> = if args.file.as_os_str() == "-" {
        Box::new(std::io::stdin())
    } else {
        let file = File::open(&args.file);
        Box::new(file.with_context(|| format!("{} could not be opened", args.file.display()))?)
    };
    let asked = args.second.then(SecondReader::shipped).transpose();
    let (reader, fault) = match asked {
        Ok(reader) => (reader, None),
        Err(fault) => (None, Some(fault)),
    };
    if let Some(fault) = fault {
        writeln!(err, "parallax: no second reader: {fault}")?;
    }
    let answering = Answering {
        reader,
        kind: args.kind,
        keep: &args.keep,
        how: How {
            settings: args.scoring.settings_with(&lists),
            lists,
            reading: args.scoring.reading(),
            detail: args.detail,
            brief: args.brief,
        },
    };
    let threads = args
        .threads
        .map_or_else(Threads::default, |n| Threads::new(n.get()));
    let failed = filter::run(input, threads, out, |number, text, out| {
        answering.answer(number, text, out)
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
