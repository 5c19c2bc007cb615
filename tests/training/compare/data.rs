//! The labelled files.

use std::path::Path;

use anyhow::Context as _;
use parallax::article::{
    Article, Block, BlockKind, Headline, HeadlineOrigin, Origin, Span, quotations,
};
use parallax::score::{Analysis, Settings, analyse};
use parallax::text::day_number;
use serde::Deserialize;

/// An article with what the labels know it by.
pub(crate) struct Labelled {
    pub(crate) event: String,
    pub(crate) outlet: String,
    pub(crate) article: Article,
    pub(crate) analysis: Analysis,
}

/// One judged pair of paragraphs.
pub(crate) struct Judged {
    /// Pairs with the same number share their first paragraph.
    pub(crate) query: String,
    pub(crate) event: String,
    pub(crate) from: (String, usize),
    pub(crate) to: (String, usize),
    /// 2 the same fact, 1 the same sub-issue, 0 neither.
    pub(crate) grade: u8,
}

#[derive(Deserialize)]
struct Row {
    triplet: String,
    source: String,
    title: String,
    date: String,
    paragraphs: Vec<Vec<String>>,
}

/// An article of a known event, as a reader of collections gives it; without `event` it is of some other.
pub(crate) struct Told {
    pub(crate) event: Option<String>,
    pub(crate) outlet: String,
    pub(crate) article: Article,
    /// When it appeared, in days, whether the article says so or not.
    pub(crate) day: Option<i64>,
}

/// The same articles with headlines and, where wanted, dates.
pub(crate) fn told(path: &Path, dated: bool) -> anyhow::Result<Vec<Told>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    text.lines()
        .map(|line| {
            let row: Row = serde_json::from_str(line)?;
            let mut article = article(row.paragraphs.iter().map(|p| block(p)).collect());
            article.headline = Some(Headline {
                text: row.title,
                origin: HeadlineOrigin::Metadata,
            });
            let day = day_number(&row.date);
            article.published = dated.then_some(row.date);
            Ok(Told {
                event: Some(row.triplet),
                outlet: row.source,
                article,
                day,
            })
        })
        .collect()
}

#[derive(Deserialize)]
struct OtherRow {
    id: String,
    publisher: String,
    title: String,
    text: String,
}

/// Articles of other events: one JSON object a line with `publisher`, `title`, `text`, and the day in its `id`, as in
/// `politico_2016-04-17_rnc-rules-clash`.
pub(crate) fn others(path: &Path) -> anyhow::Result<Vec<Told>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    text.lines()
        .map(|line| {
            let row: OtherRow = serde_json::from_str(line)?;
            let article = parallax::load::from_text(&row.text, "other")
                .map_err(|error| anyhow::anyhow!("{error}"))?;
            let article = Article {
                headline: Some(Headline {
                    text: row.title,
                    origin: HeadlineOrigin::Metadata,
                }),
                published: None,
                ..article
            };
            Ok(Told {
                event: None,
                // The same outlet by its name in the other collection.
                outlet: row.publisher.replace("huff-post", "hpo"),
                article,
                day: row.id.split('_').find_map(day_number),
            })
        })
        .collect()
}

/// Articles of one JSON object a line: `triplet`, `source`, `paragraphs` as lists of sentences.
pub(crate) fn articles(path: &Path) -> anyhow::Result<Vec<Labelled>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    text.lines()
        .map(|line| {
            let row: Row = serde_json::from_str(line)?;
            let article = article(row.paragraphs.iter().map(|p| block(p)).collect());
            Ok(Labelled {
                event: row.triplet,
                outlet: row.source,
                analysis: analyse(&article, &Settings::default()),
                article,
            })
        })
        .collect()
}

/// An article of these blocks and nothing else.
pub(crate) fn article(blocks: Vec<Block>) -> Article {
    Article {
        origin: Origin::default(),
        headline: None,
        byline: None,
        published: None,
        outlet: None,
        url: None,
        language: Some("en".to_owned()),
        fields: parallax::article::FurtherFields::default(),
        blocks,
        warnings: Vec::new(),
    }
}

fn block(sentences: &[String]) -> Block {
    let mut text = String::new();
    let mut spans = Vec::new();
    for sentence in sentences {
        if !text.is_empty() {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(sentence.trim());
        spans.push(Span::new(start, text.len()));
    }
    Block {
        kind: BlockKind::Paragraph,
        quotations: quotations(&text),
        text,
        sentences: spans,
        set_aside: None,
    }
}

/// Judged pairs, tab-separated: split, query, event, outlet and paragraph from, outlet and paragraph to,
/// grade.
pub(crate) fn judged(path: &Path) -> anyhow::Result<Vec<Judged>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    text.lines()
        .skip(1)
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            let [_, query, event, from, from_at, to, to_at, grade] = fields.as_slice() else {
                anyhow::bail!("not eight fields: {line}");
            };
            Ok(Judged {
                query: (*query).to_owned(),
                event: (*event).to_owned(),
                from: ((*from).to_owned(), from_at.parse()?),
                to: ((*to).to_owned(), to_at.parse()?),
                grade: grade.parse()?,
            })
        })
        .collect()
}
