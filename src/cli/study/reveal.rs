//! `parallax study reveal`: what a class answered beside what Parallax says, without a name.

use std::io::Write;
use std::path::PathBuf;

use super::predict::Pair;
use crate::cli::outcome::Outcome;
use crate::export::format::Format as _;
use crate::export::report::Format;
use crate::export::{Existing, save};
use crate::study::{ReadAnswers, class_rows};
use crate::text::{counted, shorten, shown};
use crate::workspace::{StudyRead, read_codes, read_study, tell_study};

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    pair: Pair,
    /// What the class answered: coding files, or tables of codes typed from worksheets
    #[arg(long, required = true, num_args = 1.., value_name = "FILE")]
    codes: Vec<PathBuf>,
    /// Write the result to this file: .html to print, .docx or .md
    #[arg(long, value_name = "FILE", value_parser = Format::path)]
    out: Option<PathBuf>,
}

/// Characters shown of a unit.
const EXCERPT: usize = 90;

pub(super) fn run(
    args: &Args,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let (study, mut outcome) = args.pair.study(err)?;
    let Some((mut study, sources)) = study else {
        return Ok(outcome);
    };
    for path in &args.codes {
        let is_study = path
            .extension()
            .is_some_and(|ending| ending == "parallax-coding");
        let said = if is_study {
            match read_study(path, &[]) {
                Ok(StudyRead::Study(theirs, said)) => {
                    let merged = study.merge(*theirs);
                    merged
                        .map(|more| [said, more].concat())
                        .map_err(|why| why.to_string())
                }
                Ok(StudyRead::Codebook(_)) => Ok(Vec::new()),
                Err(why) => Err(why.to_string()),
            }
        } else {
            let mut read = ReadAnswers::default();
            match read_codes(path, &mut read) {
                Ok(_) => {
                    let all = read.answers.iter().count();
                    match study.take_answers(&read.answers) {
                        strange if strange == all => {
                            Err("none of its codes is of a unit of this study".to_owned())
                        }
                        strange => {
                            let strange = (strange > 0).then(|| {
                                let codes = counted(strange, "code");
                                format!("{codes} of units that are not in this study: left out")
                            });
                            Ok(read.warnings.into_iter().chain(strange).collect())
                        }
                    }
                }
                Err(why) => Err(why.to_string()),
            }
        };
        match said {
            Ok(said) => {
                for one in said {
                    writeln!(err, "parallax: {}: {one}", shown(path))?;
                }
            }
            Err(why) => {
                writeln!(err, "parallax: {}: {why}", shown(path))?;
                outcome = Outcome::SomeFailed;
            }
        }
    }
    if study.coders.is_empty() {
        writeln!(err, "parallax: nobody answered anything")?;
        return Ok(Outcome::SomeFailed);
    }
    let told = tell_study(&study, &sources, &args.pair.scoring.settings());
    if let Some(path) = &args.out {
        let date = crate::export::now();
        let bytes = told.report(&study, Format::of(path)?, None, Some(&date))?;
        save(path, &bytes, Existing::Replace)?;
        return Ok(outcome);
    }
    writeln!(out, "{}", counted(study.coders.len(), "participant"))?;
    let mut before = "";
    for row in class_rows(&study, &told.revealed) {
        if row.unit.source != before {
            before = &row.unit.source;
            writeln!(out, "\n{before}")?;
        }
        writeln!(out, "  {}", shorten(&row.unit.text, EXCERPT))?;
        writeln!(
            out,
            "    class: {} · Parallax: {}",
            row.class(),
            row.parallax()
        )?;
    }
    Ok(outcome)
}
