//! From an analysis to rows: what is scored first, then its scores.

use std::path::Path;

use serde::Serialize;

use crate::article::{Article, Block, word_count};
use crate::score::registry::MEASURES;
use crate::score::tone::ToneSummary;
use crate::score::{Analysis, Unit};
use crate::text::CodePoints;

/// What a row of scores is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Detail {
    /// One article
    #[default]
    Article,
    /// One scored block
    Paragraph,
    /// One sentence
    Sentence,
}

/// One article with its scores and where it came from.
#[derive(Debug, Clone, Copy)]
pub struct Scored<'a> {
    /// The file it was read from, as it is to be named.
    pub path: &'a Path,
    /// Its position in the file, from 0.
    pub position: usize,
    /// The article.
    pub article: &'a Article,
    /// Its scores.
    pub analysis: &'a Analysis,
}

/// One value of a row.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub(super) enum Cell {
    Text(String),
    Count(usize),
    Number(f64),
    Missing(()),
}

impl From<Option<f64>> for Cell {
    fn from(value: Option<f64>) -> Self {
        value.map_or(Self::Missing(()), Self::Number)
    }
}

impl From<Option<&str>> for Cell {
    fn from(value: Option<&str>) -> Self {
        value.map_or(Self::Missing(()), |text| Self::Text(text.to_owned()))
    }
}

/// The columns of one unit with their values, in order; the same columns for every unit of a kind.
pub(super) type Row = Vec<(&'static str, Cell)>;

impl Scored<'_> {
    /// Every row of the article.
    pub(super) fn rows(&self, detail: Detail) -> Vec<Row> {
        if detail == Detail::Article {
            return vec![self.whole()];
        }
        let units = self.analysis.units.iter();
        let blocks = units.filter_map(|unit| Some((unit, self.article.blocks.get(unit.block)?)));
        if detail == Detail::Paragraph {
            return blocks
                .map(|(unit, block)| self.paragraph(unit, block))
                .collect();
        }
        blocks
            .flat_map(|(unit, block)| self.sentences(unit, block))
            .collect()
    }

    fn identifiers(&self) -> Row {
        vec![
            ("path", Cell::Text(self.path.display().to_string())),
            ("article", Cell::Count(self.position)),
        ]
    }

    fn whole(&self) -> Row {
        let article = self.article;
        let headline = article
            .headline
            .as_ref()
            .map(|headline| headline.text.as_str());
        let score = self.analysis.headline.as_ref();
        let part = |value: fn(&crate::score::headline::HeadlineScore) -> f64| {
            Cell::from(score.ok().map(value))
        };
        let mut row = self.identifiers();
        row.extend([
            ("outlet", article.outlet.as_deref().into()),
            ("published", article.published.as_deref().into()),
            ("url", article.url.as_deref().into()),
            ("language", article.language.as_deref().into()),
            ("sha256", Cell::Text(article.origin.sha256.clone())),
            ("headline", headline.into()),
            ("headline_score", part(|score| score.score)),
            ("headline_bait", part(|score| score.bait)),
            ("headline_heat", part(|score| score.heat)),
            (
                "headline_unscored",
                score.err().map(ToString::to_string).as_deref().into(),
            ),
        ]);
        row.extend(
            MEASURES
                .iter()
                .map(|measure| (measure.id, measure.of(self.analysis).into())),
        );
        summary(&self.analysis.tone, self.analysis.words(), &mut row);
        row
    }

    fn paragraph(&self, unit: &Unit, block: &Block) -> Row {
        let mut row = self.block(unit, block);
        for measure in MEASURES {
            row.push((measure.id, measure.of_unit(unit).into()));
        }
        summary(&unit.tone, unit.words(), &mut row);
        row.push(("text", Cell::Text(block.text.clone())));
        row
    }

    fn block(&self, unit: &Unit, block: &Block) -> Row {
        let mut row = self.identifiers();
        row.extend([
            ("block", Cell::Count(unit.block)),
            ("kind", Cell::Text(block.kind.label().to_owned())),
        ]);
        row
    }

    fn sentences(&self, unit: &Unit, block: &Block) -> impl Iterator<Item = Row> {
        let points = CodePoints::of(&block.text);
        let sentences = unit.sentences.iter().enumerate();
        sentences.map(move |(position, sentence)| {
            let [start, end] = sentence.span.code_points(&points);
            let tone = &sentence.tone;
            let text = sentence.span.of(&block.text);
            let mut row = self.block(unit, block);
            row.extend([
                ("sentence", Cell::Count(position)),
                ("start", Cell::Count(start)),
                ("end", Cell::Count(end)),
                ("tone", Cell::Number(tone.compound)),
                ("neg", Cell::Number(tone.neg)),
                ("neu", Cell::Number(tone.neu)),
                ("pos", Cell::Number(tone.pos)),
                ("words", Cell::Count(word_count(text))),
                ("words_scored", Cell::Count(tone.words.len())),
                ("text", Cell::Text(text.to_owned())),
            ]);
            row
        })
    }
}

/// The figures beside a mean tone.
fn summary(tone: &ToneSummary, words: usize, row: &mut Row) {
    row.extend([
        ("sentences", Cell::Count(tone.sentences)),
        ("sentences_negative", Cell::Count(tone.negative)),
        ("sentences_neutral", Cell::Count(tone.neutral)),
        ("sentences_positive", Cell::Count(tone.positive)),
        ("words", Cell::Count(words)),
        ("words_scored", Cell::Count(tone.words_scored)),
        ("coverage", tone.coverage().into()),
    ]);
}
