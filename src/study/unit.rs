//! What is coded: headlines, sentences, paragraphs or articles of what is open, each known by its text.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use rustc_hash::FxHashMap;

use crate::article::{Article, Block};
use crate::text::one_line;

/// What one unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// The headline of an article.
    Headline,
    /// A sentence of a scored paragraph.
    Sentence,
    /// A scored paragraph.
    #[default]
    Paragraph,
    /// A whole article.
    Article,
    /// The headline of an article or one of its scored paragraphs, each with questions of its own.
    Passage,
}

impl UnitKind {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Headline,
        Self::Sentence,
        Self::Paragraph,
        Self::Article,
        Self::Passage,
    ];

    /// What a single unit of this kind may be.
    pub const fn parts(self) -> &'static [Self] {
        match self {
            Self::Headline => &[Self::Headline],
            Self::Sentence => &[Self::Sentence],
            Self::Paragraph => &[Self::Paragraph],
            Self::Article => &[Self::Article],
            Self::Passage => &[Self::Headline, Self::Paragraph],
        }
    }

    /// Its name, in the singular.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Sentence => "sentence",
            Self::Paragraph => "paragraph",
            Self::Article => "article",
            Self::Passage => "passage",
        }
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.label() == name)
    }
}

/// Where a unit stands among the sources it was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnitPlace {
    /// The position of its source.
    pub source: usize,
    /// The position of its article in the source.
    pub article: usize,
    /// The position of its block in the article; `None` for a headline or an article.
    pub block: Option<usize>,
    /// The position of its sentence in the block.
    pub sentence: Option<usize>,
}

/// One unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// What it is known by on every machine: made from its text, and from how many with the same text come before.
    pub id: String,
    /// What it is.
    #[serde(default)]
    pub kind: UnitKind,
    /// Its source; coders do not see it.
    pub source: String,
    /// The name of its article; coders do not see it.
    pub article: String,
    /// Its text; empty in a file that was handed over without texts.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The paragraph before it, for whoever asks; of a sentence its own paragraph.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// The paragraph after it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
}

/// Letters of a hash that units are known by.
const ID: usize = 16;

/// Every unit of this kind in the sources, each a name and its articles, with its place.
pub fn units<'a>(
    sources: impl IntoIterator<Item = (&'a str, Vec<&'a Article>)>,
    kind: UnitKind,
) -> Vec<(UnitPlace, Unit)> {
    let mut all = Vec::new();
    let mut seen = FxHashMap::default();
    for (source, (name, articles)) in sources.into_iter().enumerate() {
        for (at, article) in articles.into_iter().enumerate() {
            let mut add = |part, block, sentence, text: String, [before, after]: [String; 2]| {
                if text.trim().is_empty() {
                    return;
                }
                let place = UnitPlace {
                    source,
                    article: at,
                    block,
                    sentence,
                };
                let unit = Unit {
                    id: id(part, &text, &mut seen),
                    kind: part,
                    source: name.to_owned(),
                    article: article.origin.name.clone(),
                    text,
                    before,
                    after,
                };
                all.push((place, unit));
            };
            let none = || [String::new(), String::new()];
            for part in kind.parts().iter().copied() {
                match part {
                    UnitKind::Headline => {
                        if let Some(headline) = &article.headline {
                            add(part, None, None, one_line(&headline.text), none());
                        }
                    }
                    UnitKind::Article => add(part, None, None, whole(article), none()),
                    UnitKind::Paragraph => {
                        for (block, text) in article.scored_blocks() {
                            let beside = beside(article, block);
                            add(part, Some(block), None, text.text.clone(), beside);
                        }
                    }
                    UnitKind::Sentence => {
                        for (block, text) in article.scored_blocks() {
                            for (sentence, span) in text.sentences.iter().enumerate() {
                                let words = span.of(&text.text).to_owned();
                                let own = [text.text.clone(), String::new()];
                                add(part, Some(block), Some(sentence), words, own);
                            }
                        }
                    }
                    // It is made of the others.
                    UnitKind::Passage => {}
                }
            }
        }
    }
    all
}

/// Headline and scored blocks of an article.
fn whole(article: &Article) -> String {
    let headline = article.headline.iter().map(|one| one.text.as_str());
    let blocks = article
        .scored_blocks()
        .map(|(_, block)| block.text.as_str());
    headline.chain(blocks).collect::<Vec<_>>().join("\n\n")
}

/// The scored paragraphs before and after a block.
fn beside(article: &Article, at: usize) -> [String; 2] {
    let text = |(_, block): (usize, &Block)| block.text.clone();
    let before = article.scored_blocks().take_while(|(block, _)| *block < at);
    let after = article.scored_blocks().find(|(block, _)| *block > at);
    [before.last(), after].map(|block| block.map(text).unwrap_or_default())
}

fn id(kind: UnitKind, text: &str, seen: &mut FxHashMap<String, usize>) -> String {
    let count = seen.entry(text.to_owned()).or_default();
    *count += 1;
    hash(&format!("{}\n{count}\n{text}", kind.label()), ID)
}

/// The first letters of the SHA-256 of a text, in hexadecimal.
pub(super) fn hash(text: &str, letters: usize) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let mut hex = String::with_capacity(64);
    for byte in digest {
        // Writing to memory does not fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex.truncate(letters);
    hex
}
