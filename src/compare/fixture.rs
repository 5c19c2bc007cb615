//! Articles for the tests, scored by a two-word lexicon.

use super::SourceView;
use crate::article::{Article, Block, BlockKind, Headline, HeadlineOrigin, Origin, Span};
use crate::score::measure::{Measure, Ratio};
use crate::score::tone::{RuleStep, SentenceTone, ToneSummary, WordTone};
use crate::score::{Analysis, NoHeadline, SentenceScore, Settings, Unit};

/// An article with its scores.
pub(super) struct Sample {
    pub(super) article: Article,
    pub(super) analysis: Analysis,
}

impl Sample {
    pub(super) fn pair(&self) -> (&Article, &Analysis) {
        (&self.article, &self.analysis)
    }
}

/// Mean compound, as the real measure has it.
pub(super) static TONE: Measure = Measure {
    id: "tone",
    label: "Tone",
    unit: "compound",
    range: (-1.0, 1.0),
    direction: "higher is more positive",
    formula: "",
    moves: "",
    limits: "",
    reference: "",
    value: |analysis| analysis.tone.mean,
    part: Some(|unit| Ratio {
        top: unit.sentences.iter().map(|s| s.tone.compound).sum(),
        bottom: unit.sentences.len() as f64,
    }),
};

pub(super) fn source<'a>(
    name: &'a str,
    articles: &'a [(&'a Article, &'a Analysis)],
) -> SourceView<'a> {
    SourceView { name, articles }
}

/// An article of these paragraphs; sentences end at ". ".
pub(super) fn sample<S: AsRef<str>>(paragraphs: &[S]) -> Sample {
    let blocks: Vec<Block> = paragraphs.iter().map(|p| block(p.as_ref())).collect();
    let units: Vec<Unit> = blocks.iter().enumerate().map(unit).collect();
    let tone = ToneSummary::of(
        units
            .iter()
            .flat_map(|u| u.sentences.iter().map(|s| &s.tone)),
    );
    Sample {
        article: Article {
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
            blocks,
            warnings: Vec::new(),
        },
        analysis: Analysis {
            settings: Settings::default(),
            headline: Err(NoHeadline::Missing),
            units,
            tone,
        },
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

fn unit((index, block): (usize, &Block)) -> Unit {
    let sentences: Vec<SentenceScore> = block
        .sentences
        .iter()
        .map(|&span| SentenceScore {
            span,
            tone: tone(span.of(&block.text)),
        })
        .collect();
    Unit {
        block: index,
        tone: ToneSummary::of(sentences.iter().map(|s| &s.tone)),
        sentences,
    }
}

/// "good" is worth 2, "bad" −2; "very" before either adds 0.3 to its size; "!" adds 0.292 to the sum's.
fn tone(text: &str) -> SentenceTone {
    let mut words = Vec::new();
    let mut very = false;
    for token in text.split_whitespace() {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        let base = match word {
            "good" => 2.0,
            "bad" => -2.0,
            _ => 0.0,
        };
        if base != 0.0 {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            let valence = if very { base * 1.15 } else { base };
            let rules = very.then(|| RuleStep {
                text: "made stronger by “very”".to_owned(),
                before: base,
                after: valence,
            });
            words.push(WordTone {
                span: Span::new(start, start + word.len()),
                base,
                valence,
                rules: rules.into_iter().collect(),
            });
        }
        very = word == "very";
    }
    let plain: f64 = words.iter().map(|w| w.valence).sum();
    let emphasis = if text.contains('!') { 0.292 } else { 0.0 };
    let sum = plain + emphasis * plain.partial_cmp(&0.0).map_or(0.0, |o| f64::from(o as i8));
    SentenceTone {
        compound: (sum / (sum * sum + 15.0).sqrt() * 1e4).round() / 1e4,
        tokens: text.split_whitespace().count(),
        words,
        emphasis,
        sum,
        ..SentenceTone::default()
    }
}
