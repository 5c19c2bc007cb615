//! `parallax stories`: which articles of any number of sources tell the same event.

use std::io::Write;
use std::path::PathBuf;

use super::only::{self, Only};
use super::outcome::Outcome;
use super::scoring::Fields;
use crate::compare::stories::{STORY_DAYS, SharedTerm, Story, Telling, headline, stories};
use crate::export::TableFormat;
use crate::export::now;
use crate::export::stories::Told;
use crate::load::ReadOptions;
use crate::score::provenance::Provenance;
use crate::text::{counted, date, first_words, list, shorten};
use crate::work::{Progress, Threads};
use crate::workspace::{self, Placing};

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files, folders and collections, grouped into sources by outlet, folder or file
    #[arg(required = true, value_name = "SOURCE")]
    paths: Vec<PathBuf>,
    /// How to print them
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    only: Only,
    #[command(flatten)]
    fields: Fields,
}

/// How they are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// A list to read
    Text,
    /// A table for a spreadsheet, a row an article
    Csv,
    /// One JSON object
    Json,
}

/// Characters shown of a headline and of a source's name.
const HEADLINE: usize = 90;
const NAME: usize = 24;

/// Shared terms told of each kind.
const SHARED: usize = 5;

/// Stories whose shared terms are told: beyond them the list is long enough.
const OPENED: usize = 200;

pub(super) fn run(
    args: &Args,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let progress = Progress::default();
    let options = ReadOptions {
        mapping: args.fields.mapping(),
        ..ReadOptions::default()
    };
    let import = workspace::read(&args.paths, Placing::Apart, &options, &progress);
    let mut outcome = Outcome::Done;
    for file in &import.report {
        outcome = outcome.and(Outcome::of(file, err)?);
    }
    let names: Vec<String> = import.sources.iter().map(|s| s.name.clone()).collect();
    let filter = args.only.filter();
    let sieve = filter.sieve();
    let tellings: Vec<Telling<'_>> = (import.sources.iter().enumerate())
        .flat_map(|(source, of)| {
            let counting = of.articles.iter();
            let counting = counting.filter(|article| sieve.keeps(&of.name, article));
            counting.map(move |article| Telling { source, article })
        })
        .collect();
    only::say(&filter, tellings.len(), import.articles(), err)?;
    let articles = import.sources.iter().flat_map(|of| &of.articles);
    only::say_unknown(&filter, articles, err)?;
    if tellings.is_empty() {
        writeln!(err, "parallax: no article to find stories among")?;
        return Ok(Outcome::SomeFailed);
    }
    let found = stories(&tellings, &[], Threads::default(), &progress)?;
    let told = Told {
        sources: &names,
        tellings: &tellings,
        stories: &found,
    };
    let provenance = Provenance {
        settings: None,
        filter: (!filter.is_empty()).then(|| filter.in_words()),
        date: (args.format != Format::Text).then(now),
        ..Provenance::default()
    };
    let format = match args.format {
        Format::Text => {
            text(out, &told)?;
            return Ok(outcome);
        }
        Format::Csv => TableFormat::Csv,
        Format::Json => TableFormat::Json,
    };
    out.write_all(&told.write(format, &provenance, &progress)?)?;
    Ok(outcome)
}

/// A list of stories with their headlines, then how many articles of each source stand alone.
fn text(out: &mut dyn Write, told: &Told<'_>) -> anyhow::Result<()> {
    let stories = &told.stories.stories;
    writeln!(
        out,
        "{} among {} of {}; {} alone.",
        counted(stories.len(), "story"),
        counted(told.tellings.len(), "article"),
        counted(told.sources.len(), "source"),
        counted(told.stories.alone.len(), "article")
    )?;
    writeln!(out, "{}", said_of_dates(told))?;
    let alone = told.stories.alone.iter().filter_map(|at| told.article(*at));
    let live = alone
        .filter(|article| article.live_entries().is_some())
        .count();
    if live > 0 {
        let live = counted(live, "live blog");
        writeln!(out, "{live}: many events in one article, so in no story.")?;
    }
    for (at, story) in stories.iter().enumerate() {
        writeln!(out)?;
        let day = story.date.as_deref().map(|day| format!(", {}", date(day)));
        writeln!(
            out,
            "{}. {}{}",
            at + 1,
            shorten(story.label(told.tellings), HEADLINE),
            day.unwrap_or_default()
        )?;
        writeln!(out, "   {}", standing(story))?;
        for copies in &story.texts {
            let Some(article) = copies.first().and_then(|at| told.article(*at)) else {
                continue;
            };
            let mut names: Vec<String> = Vec::new();
            for name in copies.iter().map(|at| shorten(told.source(*at), NAME)) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            let headline = headline(article);
            let copied = match copies.len() {
                1 => String::new(),
                n => format!(" ({n} copies of one text)"),
            };
            writeln!(
                out,
                "   {}: {}{copied}",
                list(&names),
                shorten(headline, HEADLINE)
            )?;
        }
        if at < OPENED {
            let shared = told.shared(story);
            for (what, terms) in [
                ("names", &shared.names),
                ("figures", &shared.figures),
                ("words", &shared.words),
                ("turns of phrase", &shared.phrases),
            ] {
                if !terms.is_empty() {
                    writeln!(out, "   shared {what}: {}", written(terms))?;
                }
            }
        }
    }
    if !told.stories.alone.is_empty() {
        writeln!(out)?;
        writeln!(out, "Alone")?;
        for (source, name) in told.sources.iter().enumerate() {
            let of = |at: &&usize| {
                let telling = told.tellings.get(**at);
                telling.is_some_and(|telling| telling.source == source)
            };
            let alone = told.stories.alone.iter().filter(of).count();
            if alone > 0 {
                writeln!(
                    out,
                    "  {}: {}",
                    shorten(name, NAME),
                    counted(alone, "article")
                )?;
            }
        }
    }
    Ok(())
}

/// How sure it is.
fn standing(story: &Story) -> String {
    if story.texts.len() == 1 {
        return story.likely();
    }
    format!(
        "{}, {} likely to tell one event",
        counted(story.texts.len(), "text"),
        story.likely()
    )
}

/// What dates were there to go by.
fn said_of_dates(told: &Told<'_>) -> String {
    let articles = told.tellings.iter().map(|telling| telling.article);
    let undated = articles
        .filter(|article| article.published.is_none())
        .count();
    match undated {
        0 => format!("Articles of one story lie at most {STORY_DAYS} days apart."),
        n if n == told.tellings.len() => "No article is dated: told by wording alone.".to_owned(),
        n => format!(
            "{} without a date: told by wording alone.",
            counted(n, "article")
        ),
    }
}

fn written(terms: &[SharedTerm]) -> String {
    let terms = terms.iter().take(SHARED);
    let terms: Vec<String> = terms.map(|term| first_words(&term.text, 3)).collect();
    terms.join(", ")
}
