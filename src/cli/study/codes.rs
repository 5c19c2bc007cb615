//! Codes and codebooks, as every step of a study takes them.

use std::io::{self, Write};
use std::path::PathBuf;

use crate::study::{Answers, Codebook, ReadAnswers};
use crate::text::shown;
use crate::workspace::{read_codebook, read_codes};

use super::super::outcome::Outcome;

/// Tables of codes.
#[derive(Debug, clap::Args)]
pub(super) struct Tables {
    /// Tables of codes (CSV): the columns unit, coder, variable and value, or unit and a column a coder; or a coding
    /// file (.parallax-coding)
    #[arg(required = true, value_name = "CODES.csv")]
    pub(super) codes: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) book: Book,
}

/// The codebook.
#[derive(Debug, clap::Args)]
pub(super) struct Book {
    /// The codebook: a TOML file, or one that ships: tone, sensationalism, loaded, opinion, quoted, event,
    /// predict
    #[arg(long, value_name = "FILE")]
    codebook: Option<PathBuf>,
}

impl Book {
    /// The codebook, if one is named; `Err` where it cannot be used, which was said on `err`.
    pub(super) fn read(&self, err: &mut dyn Write) -> io::Result<Result<Option<Codebook>, ()>> {
        let Some(path) = &self.codebook else {
            return Ok(Ok(None));
        };
        match read_codebook(path) {
            Ok(book) => Ok(Ok(Some(book))),
            Err(error) => {
                writeln!(err, "parallax: {}: {error}", shown(path))?;
                Ok(Err(()))
            }
        }
    }
}

impl Tables {
    /// All codes of all tables together; `book` is that of a coding file where none is named. What is to be said of each on `err`.
    pub(super) fn read(
        &self,
        book: &mut Option<Codebook>,
        err: &mut dyn Write,
    ) -> io::Result<(Answers, Outcome)> {
        let mut codes = ReadAnswers::default();
        let mut outcome = Outcome::Done;
        for path in &self.codes {
            match read_codes(path, &mut codes) {
                Ok(of_file) => *book = book.take().or(of_file),
                Err(error) => {
                    writeln!(err, "parallax: {}: {error}", shown(path))?;
                    outcome = Outcome::SomeFailed;
                }
            }
            for warning in codes.warnings.drain(..) {
                writeln!(err, "parallax: {}: {warning}", shown(path))?;
            }
        }
        Ok((codes.answers, outcome))
    }
}
