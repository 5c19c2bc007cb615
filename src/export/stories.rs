//! Stories as a file: which articles of which sources tell the same event, and those that stand alone.

use std::io;
use std::path::Path;

use serde::Serialize;

use super::table_format::TableFormat;
use crate::article::Article;
use crate::chart::{Cell, Table};
use crate::compare::stories::{Stories, Story, StoryEvidence, Telling, evidence, headline};
use crate::score::provenance::Provenance;
use crate::work::{Progress, Stopped, Threads, map};

/// The version of the layout of the JSON.
const SCHEMA: &str = "parallax.stories/1";

/// Stories with the articles they are made of.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// The names of the sources.
    pub sources: &'a [String],
    /// Every article with its source.
    pub tellings: &'a [Telling<'a>],
    /// Which tell the same.
    pub stories: &'a Stories,
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    #[serde(flatten)]
    provenance: &'a Provenance,
    stories: Vec<StoryRow<'a>>,
    alone: Vec<ArticleRow<'a>>,
}

#[derive(Serialize)]
struct StoryRow<'a> {
    id: usize,
    label: &'a str,
    date: Option<&'a str>,
    score: f64,
    /// Articles of one `text` are copies.
    articles: Vec<ArticleRow<'a>>,
    shared: StoryEvidence,
}

#[derive(Serialize)]
struct ArticleRow<'a> {
    source: &'a str,
    path: Option<String>,
    article: usize,
    id: Option<&'a str>,
    headline: &'a str,
    date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<usize>,
    /// Whether it tells many events, and is in no story for that.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    live_blog: bool,
}

/// Headings of the table.
const COLUMNS: [&str; 10] = [
    "Story",
    "Label",
    "Date",
    "Score",
    "Source",
    "Path",
    "Article",
    "Id",
    "Headline",
    "Published",
];

impl<'a> Told<'a> {
    /// The name of an article's source.
    pub fn source(&self, article: usize) -> &'a str {
        let telling = self.tellings.get(article);
        let name = telling.and_then(|telling| self.sources.get(telling.source));
        name.map_or("", String::as_str)
    }

    /// The article at a position.
    pub fn article(&self, article: usize) -> Option<&'a Article> {
        Some(self.tellings.get(article)?.article)
    }

    /// What the texts of a story share.
    pub fn shared(&self, story: &Story) -> StoryEvidence {
        let first = story.texts.iter().filter_map(|copies| copies.first());
        let texts: Vec<&Article> = first.filter_map(|at| self.article(*at)).collect();
        evidence(&texts)
    }

    fn row(&self, at: usize, text: Option<usize>) -> Option<ArticleRow<'a>> {
        let article = self.article(at)?;
        Some(ArticleRow {
            source: self.source(at),
            path: article.origin.path.as_deref().map(told),
            article: article.origin.position,
            id: article.origin.id.as_deref(),
            headline: headline(article),
            date: article.published.as_deref(),
            live_blog: text.is_none() && article.live_entries().is_some(),
            text,
        })
    }

    fn story(&self, id: usize, story: &'a Story) -> StoryRow<'a> {
        let text = |at: &usize| story.texts.iter().position(|copies| copies.contains(at));
        let members = story.members.iter();
        StoryRow {
            id,
            label: story.label(self.tellings),
            date: story.date.as_deref(),
            score: rounded(story.score),
            articles: members.filter_map(|at| self.row(*at, text(at))).collect(),
            shared: self.shared(story),
        }
    }

    /// All of it as one table: a row an article, those of stories first.
    pub fn table(&self) -> Table {
        let mut table = Table::new(&COLUMNS);
        let text = |text: Option<&str>| Cell::Text(text.unwrap_or_default().to_owned());
        let mut add = |story: Option<(usize, &Story)>, at: usize| {
            let Some(row) = self.row(at, None) else {
                return;
            };
            let mut cells = match story {
                Some((id, story)) => vec![
                    Cell::Count(id),
                    text(Some(story.label(self.tellings))),
                    text(story.date.as_deref()),
                    Cell::value(Some(story.score), 3),
                ],
                None => vec![text(None), text(None), text(None), text(None)],
            };
            cells.extend([
                text(Some(row.source)),
                text(row.path.as_deref()),
                Cell::Count(row.article),
                text(row.id),
                text(Some(row.headline)),
                text(row.date),
            ]);
            table.rows.push(cells);
        };
        for (at, story) in self.stories.stories.iter().enumerate() {
            for member in &story.members {
                add(Some((at + 1, story)), *member);
            }
        }
        for article in &self.stories.alone {
            add(None, *article);
        }
        table
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// Where a value could not be written, or the work was stopped.
    pub fn write(
        &self,
        format: TableFormat,
        provenance: &Provenance,
        progress: &Progress,
    ) -> io::Result<Vec<u8>> {
        let document = || {
            Ok(Document {
                schema: SCHEMA,
                provenance,
                stories: self.rows(progress)?,
                alone: (self.stories.alone.iter())
                    .filter_map(|at| self.row(*at, None))
                    .collect(),
            })
        };
        format.written(provenance, || self.table(), document)
    }

    fn rows(&self, progress: &Progress) -> Result<Vec<StoryRow<'a>>, Stopped> {
        let stories = self.stories.stories.iter().enumerate();
        map(stories, Threads::default(), progress, |(at, story)| {
            self.story(at + 1, story)
        })
    }
}

/// A path as Unicode: bytes that are none stand as “�”.
fn told(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Three decimals: what is behind them says nothing.
fn rounded(score: f64) -> f64 {
    (score * 1_000.0).round() / 1_000.0
}
