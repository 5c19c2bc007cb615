//! From an analysis to rows: what is scored first, then its scores.

use std::path::Path;

use super::own::OwnColumns;
use super::row::{Cell, Row};
use crate::article::{Article, Block, word_count};
use crate::score::headline::SENSATIONALISM;
use crate::score::lists::OwnLists;
use crate::score::measure::{Ratio, Value};
use crate::score::registry::MEASURES;
use crate::score::second::{Agreement, SECOND_MEASURES, SecondMeasure, SecondTone};
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

impl Scored<'_> {
    /// Every row of the article, with columns for what the second reader says if it is asked, and for `lists`.
    pub(super) fn rows(&self, detail: Detail, second: bool, lists: &OwnLists) -> Vec<Row> {
        let own = &OwnColumns::of(lists);
        if detail == Detail::Article {
            return vec![self.whole(second, own)];
        }
        let units = self.analysis.units.iter();
        let blocks = units.filter_map(|unit| Some((unit, self.article.blocks.get(unit.block)?)));
        if detail == Detail::Paragraph {
            return blocks
                .map(|(unit, block)| self.paragraph(unit, block, second, own))
                .collect();
        }
        blocks
            .flat_map(|(unit, block)| self.sentences(unit, block, second, own))
            .collect()
    }

    fn identifiers(&self) -> Row {
        let mut row = Row::default();
        row.extend([
            ("path", Cell::Text(self.path.display().to_string())),
            ("article", Cell::Count(self.position)),
        ]);
        row
    }

    fn whole(&self, second: bool, own: &OwnColumns<'_>) -> Row {
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
        let units = &self.analysis.units;
        let words = units.iter().map(|unit| unit.wording.own_words()).sum();
        let found = own.sum(units, |block| article.blocks.get(block));
        own.put(&found, Some(words), &mut row);
        if second {
            for one in SECOND_MEASURES {
                let value = second_value(one, self.analysis);
                let own = match one.measure.id {
                    // Of a headline the second reader reads the bait alone.
                    id if id == SENSATIONALISM.id => score.ok().map(|score| score.bait),
                    _ => one.measure.of(self.analysis),
                };
                opinion(one, own, value, &mut row);
            }
            sentences_agreeing(self.analysis.second_tone(), &mut row);
        }
        row
    }

    fn paragraph(&self, unit: &Unit, block: &Block, second: bool, own: &OwnColumns<'_>) -> Row {
        let mut row = self.block(unit, block);
        for measure in MEASURES {
            row.push(measure.id, measure.of_unit(unit).into());
        }
        summary(&unit.tone, unit.words(), &mut row);
        let found = own.counts(block, None);
        own.put(&found, Some(unit.wording.own_words()), &mut row);
        if second {
            for one in SECOND_MEASURES {
                if let Value::OverBlocks(part) = one.value {
                    let own = one.measure.of_unit(unit);
                    opinion(one, own, part(unit).value(), &mut row);
                }
            }
            sentences_agreeing(unit.second_tone(), &mut row);
        }
        row.push("text", Cell::Text(block.text.clone()));
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

    fn sentences(
        &self,
        unit: &Unit,
        block: &Block,
        second: bool,
        own: &OwnColumns<'_>,
    ) -> impl Iterator<Item = Row> {
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
            ]);
            own.put(&own.counts(block, Some(sentence.span)), None, &mut row);
            if second {
                let said = sentence.second;
                row.extend([
                    ("tone_second", said.map(|said| said.tone).into()),
                    ("tone_agree", agrees(sentence.agreement())),
                    (
                        "subjectivity_second",
                        said.map(|said| said.subjectivity).into(),
                    ),
                ]);
            }
            row.extend([("text", Cell::Text(text.to_owned()))]);
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

/// What the second reader makes of a measure for a whole article.
fn second_value(one: &SecondMeasure, analysis: &Analysis) -> Option<f64> {
    match one.value {
        Value::OverBlocks(part) => analysis.units.iter().map(part).sum::<Ratio>().value(),
        Value::OfArticle(value) => value(analysis),
        Value::OfName | Value::OfList => None,
    }
}

/// Its value beside that of the measure, and whether the two agree.
fn opinion(one: &SecondMeasure, own: Option<f64>, second: Option<f64>, row: &mut Row) {
    let agreement = own
        .zip(second)
        .map(|(own, second)| (one.agreement)(own, second));
    row.extend([(one.column, second.into()), (one.agree, agrees(agreement))]);
}

fn agrees(agreement: Option<Agreement>) -> Cell {
    let said = agreement.map(|agreement| match agreement {
        Agreement::Both => "both",
        Agreement::Neither => "neither",
        Agreement::Differ => "differ",
    });
    said.into()
}

fn sentences_agreeing(tone: Option<SecondTone>, row: &mut Row) {
    let agreeing = tone.map_or(Cell::Missing(()), |tone| Cell::Count(tone.agreeing));
    row.push("sentences_agreeing", agreeing);
}
