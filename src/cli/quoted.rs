//! `parallax quoted`: the source audit. Who is quoted by each source, how often, at what length and in how many
//! articles; of a document with the columns its user filled.

use std::io::Write;
use std::path::PathBuf;

use super::outcome::Outcome;
use super::scoring::Scoring;
use crate::article::{Article, Side};
use crate::compare::{SourceNotes, SourceView, quoted};
use crate::export::TableFormat;
use crate::export::audit::{self, Audit};
use crate::export::now;
use crate::score::analyse;
use crate::score::provenance::Provenance;
use crate::text::{counted, shorten};
use crate::work::{Progress, Threads, map};
use crate::workspace::{self, Placing, is_document, open_document};

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files, folders and corpus files, grouped into sources by outlet or folder; or documents (.parallax)
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    scoring: Scoring,
}

/// How it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Tables to read
    Text,
    /// A table for a spreadsheet, with the columns to be filled
    Csv,
    /// One JSON object
    Json,
}

/// Characters shown of a name or a note.
const LONGEST: usize = 40;

pub(super) fn run(
    args: &Args,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::Done;
    let mut notes = SourceNotes::default();
    let mut audits = Vec::new();
    let (documents, files): (Vec<_>, Vec<_>) = args
        .paths
        .iter()
        .cloned()
        .partition(|path| is_document(path));
    for path in documents {
        match open_document(&path) {
            Ok(opened) => {
                for problem in &opened.problems {
                    writeln!(err, "parallax: {}: {problem}", path.display())?;
                    outcome = Outcome::SomeFailed;
                }
                notes.extend(opened.session.source_notes());
                for source in opened.session.sources() {
                    let articles = source
                        .articles
                        .iter()
                        .map(|article| Article::clone(article));
                    audits.push(args.audit(&source.name, articles.collect())?);
                }
            }
            Err(error) => {
                writeln!(err, "parallax: {error}")?;
                outcome = Outcome::SomeFailed;
            }
        }
    }
    if !files.is_empty() {
        let options = args.scoring.reading();
        let import = workspace::read(&files, Placing::Apart, &options, &Progress::default());
        for file in &import.report {
            outcome = outcome.and(Outcome::of(file, err)?);
        }
        for source in import.sources {
            audits.push(args.audit(&source.name, source.articles)?);
        }
    }
    let provenance = Provenance {
        settings: Some(args.scoring.settings()),
        date: (args.format != Format::Text).then(now),
        ..Provenance::default()
    };
    match args.format {
        Format::Text => text(out, &audits, &notes)?,
        Format::Csv => out.write_all(&audit::write(
            TableFormat::Csv,
            &audits,
            &notes,
            &provenance,
        )?)?,
        Format::Json => {
            out.write_all(&audit::write(
                TableFormat::Json,
                &audits,
                &notes,
                &provenance,
            )?)?;
        }
    }
    Ok(outcome)
}

impl Args {
    /// Who is quoted in these articles.
    fn audit(&self, name: &str, articles: Vec<Article>) -> anyhow::Result<Audit> {
        let settings = self.scoring.settings();
        let scored = map(
            articles,
            Threads::default(),
            &Progress::default(),
            |article| {
                let scores = analyse(&article, &settings);
                (article, scores)
            },
        )?;
        let articles: Vec<_> = scored
            .iter()
            .map(|(article, scores)| (article, scores))
            .collect();
        let view = SourceView {
            name,
            articles: &articles,
        };
        Ok(Audit {
            source: name.to_owned(),
            speakers: quoted(Side::A, &view),
        })
    }
}

/// A list a source: who, how often, how much, and what the user says of them.
fn text(out: &mut dyn Write, audits: &[Audit], notes: &SourceNotes) -> anyhow::Result<()> {
    for (at, audit) in audits.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}", audit.source)?;
        if audit.speakers.is_empty() {
            writeln!(out, "  Nobody whose name could be found is quoted.")?;
        }
        for one in &audit.speakers {
            let own = notes
                .columns()
                .iter()
                .map(|column| notes.of(&one.name, column));
            let own: Vec<String> = own
                .filter(|note| !note.is_empty())
                .map(|note| format!("; {}", shorten(note, LONGEST)))
                .collect();
            writeln!(
                out,
                "  {} ({}): {}, {}, in {}{}",
                shorten(&one.name, LONGEST),
                one.kind_label(),
                counted(one.quotations, "quotation"),
                counted(one.words, "word"),
                counted(one.articles, "article"),
                own.concat()
            )?;
        }
    }
    Ok(())
}
