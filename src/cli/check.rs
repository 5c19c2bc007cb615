//! `parallax check`: what a careful editor would query in drafts.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::outcome::Outcome;
use super::own_lists::OwnLists;
use super::scoring::Scoring;
use crate::article::Article;
use crate::export::marks::{CheckedDraft, MarksFormat, PlacedMark, Positions, write_marks};
use crate::load::{Hint, ReadOptions, decode, open_file};
use crate::score::analyse;
use crate::score::check::{Silenced, check};
use crate::score::lists;
use crate::score::provenance::{self, ListUsed, Provenance};
use crate::text::shown;

/// Arguments of the command.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Quotations are left alone. A list has one word or phrase a line, or is a table with the columns word, category, \
value and note, JSON, or a LIWC dictionary (.dic); * stands for any letters. A note is said with each mark. \
Exit status: 0 nothing was marked, 1 something was, 2 something could not be checked.")]
pub struct Args {
    /// Drafts to check
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    own: OwnLists,
    /// Check for your own lists only
    #[arg(long, requires = "lists")]
    only_lists: bool,
    /// A word, a rule ("loaded/praise") or a family of rules ("headline") not to mark; may be given several times
    #[arg(long, value_name = "WORD|RULE")]
    silence: Vec<String>,
    /// A file of words and rules not to mark, one a line
    #[arg(long, value_name = "FILE")]
    silence_file: Option<PathBuf>,
    /// How to print the marks
    #[arg(long, value_enum, default_value_t = MarksFormat::Text)]
    format: MarksFormat,
    #[command(flatten)]
    scoring: Scoring,
}

/// The families of rules that are the program's own.
const FAMILIES: [&str; 4] = ["loaded", "saying", "force", "headline"];

pub(super) fn run(
    args: &Args,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let Some(lists) = args.own.read(err)? else {
        return Ok(Outcome::NotChecked);
    };
    let mut silent = args.silence.clone();
    if let Some(file) = &args.silence_file {
        let text = std::fs::read_to_string(file);
        let text = text.with_context(|| format!("{} could not be read", shown(file)))?;
        let lines = text.lines().map(str::trim);
        silent.extend(
            lines
                .filter(|line| !line.starts_with('#'))
                .map(str::to_owned),
        );
    }
    if args.only_lists {
        silent.extend(FAMILIES.map(str::to_owned));
    }
    let checker = Checker {
        lists,
        silenced: silent.iter().collect(),
        reading: args.scoring.reading(),
        scoring: &args.scoring,
    };
    let (mut drafts, mut inputs, mut outcome) = (Vec::new(), Vec::new(), Outcome::Done);
    for file in &args.files {
        match checker.file(file) {
            Ok(found) => {
                for (draft, input) in found {
                    drafts.push(draft);
                    inputs.push(input);
                }
            }
            Err(error) => {
                writeln!(err, "parallax: {error:#}")?;
                outcome = Outcome::NotChecked;
            }
        }
    }
    let provenance = Provenance {
        settings: Some(args.scoring.settings_with(&checker.lists)),
        lists: ListUsed::of(&checker.lists),
        inputs,
        ..Provenance::default()
    };
    write_marks(
        &drafts,
        checker.lists.lists(),
        &provenance,
        args.format,
        out,
    )
    .context("writing the result")?;
    let marked = drafts.iter().any(|draft| !draft.marks.is_empty());
    Ok(match outcome {
        Outcome::Done if marked => Outcome::Marked,
        outcome => outcome,
    })
}

/// How every draft is checked.
struct Checker<'a> {
    lists: lists::OwnLists,
    silenced: Silenced,
    reading: ReadOptions,
    scoring: &'a Scoring,
}

impl Checker<'_> {
    /// The drafts of a file, each with where it came from.
    fn file(&self, path: &Path) -> anyhow::Result<Vec<(CheckedDraft, provenance::Input)>> {
        let opened = open_file(path, &self.reading)?;
        let is_text =
            |article: &Article| ["text", "markdown"].contains(&article.origin.format.as_str());
        let bytes = match opened.articles.as_slice() {
            [article] if is_text(article) => std::fs::read(path)?,
            _ => Vec::new(),
        };
        let encoding = self.reading.encoding.as_deref();
        let source = (!bytes.is_empty()).then(|| decode(&bytes, Hint::Plain, encoding).text);
        let checked = opened.articles.iter().map(|article| {
            let positions = Positions::of(article, source.as_deref());
            let draft = self.article(article, &positions, &shown(path));
            (draft, provenance::Input::of(None, article))
        });
        Ok(checked.collect())
    }

    fn article(&self, article: &Article, positions: &Positions, path: &str) -> CheckedDraft {
        let analysis = analyse(article, &self.scoring.settings_with(&self.lists));
        let mut marks = Vec::new();
        let mut last = None;
        for mark in check(article, &analysis, &self.lists, &self.silenced) {
            let text = match mark.block {
                Some(block) => article.blocks.get(block).map(|block| block.text.as_str()),
                None => article
                    .headline
                    .as_ref()
                    .map(|headline| headline.text.as_str()),
            };
            let text = text.unwrap_or_default();
            let of_text = match last.take() {
                Some((block, of_text)) if block == mark.block => of_text,
                _ => positions.of_text(mark.block, text),
            };
            marks.push(PlacedMark {
                words: mark.span.of(text).to_owned(),
                position: of_text.place(text, mark.span),
                mark: mark.clone(),
            });
            last = Some((mark.block, of_text));
        }
        CheckedDraft {
            path: path.to_owned(),
            sha256: article.origin.sha256.clone(),
            words: analysis.words(),
            sensationalism: analysis
                .headline
                .as_ref()
                .ok()
                .map(|headline| headline.score),
            tone: analysis.tone.mean,
            marks,
        }
    }
}
