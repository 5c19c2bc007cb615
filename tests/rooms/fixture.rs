//! Articles for the tests.
#![expect(clippy::unwrap_used, reason = "tests")]

use parallax::article::{Article, Block, BlockKind, Headline, HeadlineOrigin, Origin, Span};
use parallax::compare::SourceView;
use parallax::score::measure::Measure;
use parallax::score::registry::MEASURES;
use parallax::score::{Analysis, Settings, analyse};

/// An article with its scores.
pub(crate) struct Sample {
    pub(crate) article: Article,
    pub(crate) analysis: Analysis,
}

impl Sample {
    pub(crate) fn pair(&self) -> (&Article, &Analysis) {
        (&self.article, &self.analysis)
    }
}

pub(crate) fn source<'a>(
    name: &'a str,
    articles: &'a [(&'a Article, &'a Analysis)],
) -> SourceView<'a> {
    SourceView { name, articles }
}

/// An article of these paragraphs; sentences end at ". ".
pub(crate) fn sample<S: AsRef<str>>(paragraphs: &[S]) -> Sample {
    let article = Article {
        origin: Origin::default(),
        headline: Some(Headline {
            text: "A headline".to_owned(),
            origin: HeadlineOrigin::Text,
        }),
        byline: None,
        published: None,
        outlet: None,
        url: None,
        language: Some("en".to_owned()),
        fields: parallax::article::FurtherFields::default(),
        blocks: paragraphs.iter().map(|p| block(p.as_ref())).collect(),
        warnings: Vec::new(),
    };
    Sample {
        analysis: analyse(&article, &Settings::default()),
        article,
    }
}

fn block(text: &str) -> Block {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(". ") {
        sentences.push(Span::new(start, at + 1));
        start = at + 2;
    }
    if start < text.len() {
        sentences.push(Span::new(start, text.len()));
    }
    Block {
        kind: BlockKind::Paragraph,
        text: text.to_owned(),
        sentences,
        quotations: Vec::new(),
        set_aside: None,
    }
}

/// The tone of sentences, as it stands in the table of measures.
pub(crate) fn tone_measure() -> &'static Measure {
    MEASURES.iter().find(|m| m.id == "tone").unwrap()
}
