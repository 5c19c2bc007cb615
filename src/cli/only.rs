//! Which articles count, as every command that reads many takes it.

use std::io::{self, Write};

use crate::article::Article;
use crate::session::{Condition, Filter};
use crate::text::{counted, list};

/// How many fields a message names.
const MOST_NAMED: usize = 24;

/// Which articles count.
#[derive(Debug, clap::Args)]
pub(super) struct Only {
    /// Only articles that meet this: outlet=NAME, from=DAY, to=DAY, words=WORDS, least=COUNT, most=COUNT, author=NAME,
    /// address=PART, section=NAME, or field.NAME=VALUE for any field of a collection; may be given several times, and of
    /// several outlets, or values of one field, one is enough
    #[arg(long, value_name = "KEY=VALUE", value_parser = Condition::read)]
    only: Vec<Condition>,
}

impl Only {
    /// The filter that was asked for.
    pub(super) fn filter(&self) -> Filter {
        Filter::of(self.only.clone())
    }
}

/// Says on `err` how many of so many articles count, where there is a filter.
pub(super) fn say(
    filter: &Filter,
    counting: usize,
    all: usize,
    err: &mut dyn Write,
) -> io::Result<()> {
    if filter.is_empty() {
        return Ok(());
    }
    let (filter, all) = (filter.in_words(), counted(all, "article"));
    writeln!(err, "parallax: only {filter}: {counting} of {all}")
}

/// Says on `err` which fields are asked for that no article has, and which there are.
pub(super) fn say_unknown<'a>(
    filter: &Filter,
    articles: impl Iterator<Item = &'a Article> + Clone,
    err: &mut dyn Write,
) -> io::Result<()> {
    let unknown = filter.unknown_fields(articles.clone());
    if unknown.is_empty() {
        return Ok(());
    }
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in articles.flat_map(|article| article.fields.iter()) {
        if names.len() < MOST_NAMED && !names.contains(&name) {
            names.push(name);
        }
    }
    let unknown: Vec<String> = unknown.iter().map(|name| format!("“{name}”")).collect();
    let there = match names.as_slice() {
        [] => "they have no further fields".to_owned(),
        names => format!("there are {}", names.join(", ")),
    };
    writeln!(
        err,
        "parallax: no article has a field {}: {there}",
        list(&unknown)
    )
}
