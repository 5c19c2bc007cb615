//! Predict, then reveal: a class says how the headlines and some paragraphs of two articles read, then sees it beside
//! what all said and what the measures say. Participants have codes in place of names.

use std::collections::BTreeMap;

use super::agreement::number;
use super::codebook::Variable;
use super::coding::Study;
use super::participant::new_code;
use super::ready::ready;
use super::sample::{Known, Strata, draw};
use super::unit::{Unit, UnitKind, UnitPlace};
use crate::score::measure::Measure;
use crate::score::registry;
use crate::stats::mean;
use crate::text;

/// Paragraphs of each article that a class reads.
pub const PARAGRAPHS: usize = 10;

/// The short name of the codebook of classes.
const BOOK: &str = "predict";

/// The study of a class: of `units`, the passages of two articles, both headlines and at most so many `paragraphs` of
/// each. `None` where there is no unit.
pub fn predict(units: Vec<(UnitPlace, Unit)>, paragraphs: usize, seed: u64) -> Option<Study> {
    let (_, book) = ready().find(|(name, _)| *name == BOOK)?;
    let (kind, known) = (UnitKind::Passage, Known::default());
    let (drawn, mut units) = draw(units, kind, paragraphs, seed, Strata::Class, &known);
    // Everybody reads in an order of their own; results stand as the articles do.
    units.sort_by_key(|(place, _)| *place);
    let units: Vec<Unit> = units.into_iter().map(|(_, unit)| unit).collect();
    (!units.is_empty()).then(|| Study::new(book, drawn, units))
}

/// A code for somebody who has none yet.
pub fn new_participant(study: &Study) -> String {
    new_code(|code| study.coders.iter().any(|coder| coder.name == code))
}

/// What a measure says of the units of a study.
#[derive(Debug, Clone, PartialEq)]
pub struct Revealed {
    /// The variable it answers.
    pub variable: String,
    /// The measure's identifier.
    pub measure: &'static str,
    /// The measure's name.
    pub label: &'static str,
    /// Its value by unit.
    pub values: BTreeMap<String, f64>,
}

/// One question about one unit, as everybody answered it.
#[derive(Debug, Clone, PartialEq)]
pub struct ClassRow<'a> {
    /// The unit.
    pub unit: &'a Unit,
    /// The question.
    pub variable: &'a Variable,
    /// How many gave each value, in the order of the codebook.
    pub counts: Vec<usize>,
    /// The mean of all answers, where values are numbers.
    pub mean: Option<f64>,
    /// What the measure says, as it is printed; and its value.
    pub measure: Option<(String, f64)>,
}

impl ClassRow<'_> {
    /// How many answered.
    pub fn answered(&self) -> usize {
        self.counts.iter().sum()
    }

    /// What all said: “negative 5, neutral 2; mean −0.7”.
    pub fn class(&self) -> String {
        let values = self.variable.values.iter().zip(&self.counts);
        let given = values.filter(|(_, count)| **count > 0);
        let given: Vec<String> = given
            .map(|(value, count)| format!("{} {count}", value.label))
            .collect();
        let mean = self
            .mean
            .map(|mean| format!("; mean {}", text::number(mean, 1)));
        match given.as_slice() {
            [] => "nobody answered".to_owned(),
            some => format!("{}{}", some.join(", "), mean.unwrap_or_default()),
        }
    }

    /// What one participant answered, as it reads.
    pub fn own(&self, study: &Study, coder: usize) -> Option<String> {
        let said = study.coders.get(coder)?.answers.get(&self.unit.id)?;
        let value = said.get(&self.variable.name)?;
        Some(self.variable.label(value).to_owned())
    }

    /// What the measure says, as it is printed.
    pub fn parallax(&self) -> &str {
        self.measure.as_ref().map_or("–", |(shown, _)| shown)
    }
}

/// Every question about every unit, units in their order.
pub fn class_rows<'a>(study: &'a Study, revealed: &[Revealed]) -> Vec<ClassRow<'a>> {
    let mut rows = Vec::new();
    for unit in study.units.iter() {
        for (_, variable) in study.asked(unit) {
            let mut counts = vec![0; variable.values.len()];
            let mut figures = Vec::new();
            for coder in &study.coders {
                let said = coder.answers.get(&unit.id);
                let Some(value) = said.and_then(|said| said.get(&variable.name)) else {
                    continue;
                };
                let place = variable.values.iter().position(|one| one.value == *value);
                if let Some(count) = place.and_then(|place| counts.get_mut(place)) {
                    *count += 1;
                    figures.extend(number(value));
                }
            }
            let answer = revealed.iter().find(|one| one.variable == variable.name);
            let measure = answer.and_then(|answer| {
                let value = *answer.values.get(&unit.id)?;
                let of = registry::MEASURES
                    .iter()
                    .find(|one| one.id == answer.measure);
                Some((shown(of?, value), value))
            });
            rows.push(ClassRow {
                unit,
                variable,
                mean: mean(&figures).filter(|_| figures.len() == counts.iter().sum::<usize>()),
                counts,
                measure,
            });
        }
    }
    rows
}

/// A value with what stands after it.
fn shown(measure: &Measure, value: f64) -> String {
    format!("{}{}", measure.show(value), measure.scale.after())
}

impl Study {
    /// Whether a class codes it: participants have codes, no names.
    pub fn is_class(&self) -> bool {
        self.drawn.strata == Strata::Class
    }
}
