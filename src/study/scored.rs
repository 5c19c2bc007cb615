//! A unit that people code as the measures see it: its value, and the words behind it.

use std::collections::BTreeMap;

use super::unit::{Unit, UnitPlace};
use crate::score::measure::Measure;
use crate::score::{Analysis, Unit as Scores};

/// Words of a unit that are named as its evidence.
const WORDS: usize = 6;

/// What the measures say of one unit.
#[derive(Debug, Clone, Copy)]
pub struct Scored<'a> {
    /// The unit.
    pub unit: &'a Unit,
    /// Where it stands.
    pub place: UnitPlace,
    /// The scores of its article.
    pub analysis: &'a Analysis,
}

impl<'a> Scored<'a> {
    /// Those of `units` whose articles were scored; `analyses` by position of source and article.
    pub fn of(
        units: &'a [(UnitPlace, Unit)],
        analyses: &'a BTreeMap<(usize, usize), Analysis>,
    ) -> Vec<Self> {
        let scored = units.iter().filter_map(|(place, unit)| {
            Some(Self {
                unit,
                place: *place,
                analysis: analyses.get(&(place.source, place.article))?,
            })
        });
        scored.collect()
    }

    /// What `measure` says of the unit.
    pub fn value(&self, measure: &Measure) -> Option<f64> {
        match self.block() {
            Some(scores) => measure.of_unit(&scores),
            None if self.place.block.is_none() => measure.of(self.analysis),
            None => None,
        }
    }

    /// The scores of its block, or of its sentence alone.
    fn block(&self) -> Option<Scores> {
        let scores = self.analysis.unit_of_block(self.place.block?)?;
        Some(match self.place.sentence {
            Some(sentence) => scores.only(&[sentence]),
            None => scores.clone(),
        })
    }

    /// The words that count for the tone of the unit, strongest first.
    pub(super) fn tone_words(&self) -> Vec<(String, f64)> {
        let Some(scores) = self.block() else {
            return Vec::new();
        };
        let whole = match self.place.sentence {
            // The text is that of the sentence, the scores are those of its block.
            Some(_) => self.unit.before.as_str(),
            None => self.unit.text.as_str(),
        };
        let mut words = Vec::new();
        for sentence in &scores.sentences {
            let text = sentence.span.of(whole);
            let of_words = sentence.tone.words.iter();
            words.extend(of_words.map(|word| (word.span.of(text).to_owned(), word.valence)));
        }
        words.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        words.truncate(WORDS);
        words
    }
}
