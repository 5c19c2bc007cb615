//! A whole article read by the second reader, beside its analysis.

use super::agreement::{Agreement, mean_tone_agreement};
use super::reader::{BATCH, SecondReader};
use super::reading::{HeadlineReading, Reading};
use crate::article::Article;
use crate::score::Analysis;
use crate::work::{self, Progress, Stopped, Threads};

/// What the second reader says of an article, in the shape of its [`Analysis`].
#[derive(Debug, Clone, PartialEq)]
pub struct ArticleReading {
    /// Of its headline; `None` where that is not scored.
    pub headline: Option<HeadlineReading>,
    /// One entry a unit of the analysis, in order.
    pub units: Vec<UnitReading>,
    /// Tone over all its sentences; `None` where none was read.
    pub tone: Option<SecondTone>,
}

/// What it says of one unit.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitReading {
    /// One entry a sentence of the unit, in order; `None` where one holds nothing to read.
    pub sentences: Vec<Option<Reading>>,
    /// Tone over its sentences; `None` where none was read.
    pub tone: Option<SecondTone>,
}

/// Tone over a number of sentences, by both readers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SecondTone {
    /// Mean of VADER's compounds over the sentences that were read.
    pub compound: f64,
    /// Mean of the second reader's tones, −1 to +1.
    pub second: f64,
    /// What the two say of them together.
    pub agreement: Agreement,
    /// Sentences that were read.
    pub sentences: usize,
    /// Those on which the two agree.
    pub agreeing: usize,
}

impl SecondTone {
    /// Over pairs of a sentence's compound and what the second reader says of it.
    pub fn of<'r>(sentences: impl Iterator<Item = (f64, &'r Reading)>) -> Option<Self> {
        let (mut compound, mut second, mut count, mut agreeing) = (0.0, 0.0, 0_usize, 0);
        for (own, reading) in sentences {
            compound += own;
            second += reading.tone();
            count += 1;
            agreeing += usize::from(super::agreement::tone_agreement(own, reading).agrees());
        }
        let (compound, second) = (compound / count as f64, second / count as f64);
        (count > 0).then(|| Self {
            compound,
            second,
            agreement: mean_tone_agreement(compound, second),
            sentences: count,
            agreeing,
        })
    }
}

impl SecondReader {
    /// Reads the sentences and the headline that `analysis` scored, on `threads` threads; each batch of
    /// sentences advances `progress`, which is told how many there are. Never depends on the threads.
    ///
    /// # Errors
    /// [`Stopped`] where the work was stopped.
    pub fn article(
        &self,
        article: &Article,
        analysis: &Analysis,
        threads: Threads,
        progress: &Progress,
    ) -> Result<ArticleReading, Stopped> {
        let texts: Vec<&str> = (analysis.units.iter())
            .flat_map(|unit| {
                let text = article
                    .blocks
                    .get(unit.block)
                    .map_or("", |block| &block.text);
                let spans = unit.sentences.iter().map(|sentence| sentence.span);
                spans.map(move |span| span.of(text))
            })
            .collect();
        let batches = texts.chunks(BATCH);
        progress.expect(batches.len());
        let read = work::map(batches, threads, progress, |batch| self.sentences(batch))?;
        let mut read = read.into_iter().flatten();
        let units: Vec<UnitReading> = (analysis.units.iter())
            .map(|unit| {
                let sentences: Vec<Option<Reading>> =
                    read.by_ref().take(unit.sentences.len()).collect();
                let compounds = unit.sentences.iter().map(|sentence| sentence.tone.compound);
                UnitReading {
                    tone: SecondTone::of(pairs(compounds, &sentences)),
                    sentences,
                }
            })
            .collect();
        let all = analysis.units.iter().zip(&units).flat_map(|(unit, read)| {
            let compounds = unit.sentences.iter().map(|sentence| sentence.tone.compound);
            pairs(compounds, &read.sentences)
        });
        let headline = (analysis.headline.as_ref().ok())
            .and(article.headline.as_ref())
            .and_then(|headline| self.headline(&headline.text));
        Ok(ArticleReading {
            headline,
            tone: SecondTone::of(all),
            units,
        })
    }
}

/// The compounds of the sentences that were read, with what was read.
fn pairs(
    compounds: impl Iterator<Item = f64>,
    read: &[Option<Reading>],
) -> impl Iterator<Item = (f64, &Reading)> {
    compounds
        .zip(read)
        .filter_map(|(compound, read)| Some((compound, read.as_ref()?)))
}
