//! `parallax read`: what was understood of each file.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde::Serialize;

use super::outcome::Outcome;
use super::scoring::Fields;
use crate::article::{Article, Block, BlockKind, FurtherFields, HeadlineOrigin};
use crate::load::{FileReport, ListedFile, ReadOptions, find, formats, open_file};
use crate::text::shown;
use crate::work::{Progress, Threads, ordered};

/// Arguments of the command.
#[derive(Debug, clap::Args)]
#[command(after_help = formats_help())]
pub struct Args {
    /// Files and folders to read; "-" is standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    fields: Fields,
    /// The encoding to read text in, instead of the one found out ("windows-1252", "macintosh", …)
    #[arg(long, value_name = "LABEL", value_parser = encoding)]
    encoding: Option<String>,
    /// Take all text the files show, what would be set aside as page furniture as well
    #[arg(long)]
    take_all: bool,
}

/// Every format with the names in results, what it is and how its files end.
fn formats_help() -> String {
    formats().iter().fold(
        "What a file is, its content says:".to_owned(),
        |help, format| {
            let endings = format.endings.join(", .");
            format!("{help}\n  {:<9} {} (.{endings})", format.name, format.label)
        },
    )
}

fn encoding(label: &str) -> Result<String, String> {
    encoding_rs::Encoding::for_label(label.as_bytes())
        .map(|encoding| encoding.name().to_owned())
        .ok_or_else(|| format!("there is no encoding “{label}”"))
}

pub(super) fn run(
    args: &Args,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let options = ReadOptions {
        encoding: args.encoding.clone(),
        mapping: args.fields.mapping(),
        take_all: args.take_all,
    };
    let found =
        (args.paths.iter()).flat_map(|path| find(std::slice::from_ref(path), &Progress::default()));
    let read = |file: ListedFile| read(&file, &options);
    let (threads, progress) = (Threads::default(), Progress::default());
    let mut outcome = Outcome::Done;
    ordered(found, threads, &progress, read, |read| {
        let (lines, said, came_to) = read?;
        out.write_all(&lines).context("writing the result")?;
        writeln!(err, "parallax: {said}")?;
        outcome = outcome.and(came_to);
        anyhow::Ok(())
    })?;
    Ok(outcome)
}

/// Reads one file: a line an article, what is to be said of it, and whether that went well.
fn read(file: &ListedFile, options: &ReadOptions) -> anyhow::Result<(Vec<u8>, String, Outcome)> {
    let path = shown(&file.path);
    if let Some(why) = &file.left_out {
        return Ok((
            Vec::new(),
            format!("{path}: left out: {why}"),
            Outcome::Done,
        ));
    }
    if let Some(why) = &file.failed {
        return Ok((Vec::new(), format!("{path}: {why}"), Outcome::SomeFailed));
    }
    Ok(match open_file(&file.path, options) {
        Ok(opened) => {
            let mut lines = Vec::new();
            for article in &opened.articles {
                write_article(article, &file.path, &mut lines)?;
            }
            let report = FileReport::of(&file.path, &opened);
            (lines, report.to_string(), Outcome::Done)
        }
        Err(error) => (Vec::new(), error.to_string(), Outcome::SomeFailed),
    })
}

/// One line of output.
#[derive(Serialize)]
struct Line<'a> {
    schema: u32,
    /// As Unicode: bytes that are none stand as “�”.
    path: std::borrow::Cow<'a, str>,
    name: &'a str,
    format: &'a str,
    encoding: &'a str,
    headline: Option<&'a str>,
    headline_origin: Option<HeadlineOrigin>,
    byline: Option<&'a str>,
    published: Option<&'a str>,
    outlet: Option<&'a str>,
    url: Option<&'a str>,
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "FurtherFields::is_empty")]
    fields: &'a FurtherFields,
    blocks: Vec<BlockLine<'a>>,
    warnings: &'a [String],
}

#[derive(Serialize)]
struct BlockLine<'a> {
    kind: BlockKind,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    set_aside: Option<&'a str>,
}

impl<'a> From<&'a Block> for BlockLine<'a> {
    fn from(block: &'a Block) -> Self {
        Self {
            kind: block.kind,
            text: &block.text,
            set_aside: block.set_aside.as_deref(),
        }
    }
}

fn write_article(article: &Article, path: &Path, out: &mut Vec<u8>) -> serde_json::Result<()> {
    let line = Line {
        schema: 1,
        path: path.to_string_lossy(),
        name: &article.origin.name,
        format: &article.origin.format,
        encoding: &article.origin.encoding,
        headline: article
            .headline
            .as_ref()
            .map(|headline| headline.text.as_str()),
        headline_origin: article.headline.as_ref().map(|headline| headline.origin),
        byline: article.byline.as_deref(),
        published: article.published.as_deref(),
        outlet: article.outlet.as_deref(),
        url: article.url.as_deref(),
        language: article.language.as_deref(),
        fields: &article.fields,
        blocks: article.blocks.iter().map(BlockLine::from).collect(),
        warnings: &article.warnings,
    };
    serde_json::to_writer(&mut *out, &line)?;
    out.push(b'\n');
    Ok(())
}
