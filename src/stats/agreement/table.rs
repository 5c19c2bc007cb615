//! Codes as numbers: a row a unit, a column a coder.

use super::Level;

/// The codes of one unit: which coder gave it which value, as positions among coders and values. A coder who
/// did not code it is not in it.
pub type Unit = Vec<(usize, usize)>;

/// The codes of one variable.
#[derive(Debug, Clone, PartialEq)]
pub struct Codes {
    pub(super) coders: usize,
    pub(super) values: Vec<f64>,
    pub(super) units: Vec<Counted>,
}

/// One unit with what each sum needs of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Counted {
    pub(super) codes: Unit,
    /// How many coders gave each value that was given.
    pub(super) counts: Vec<(usize, f64)>,
    /// How many codes it has.
    pub(super) of: f64,
}

/// Why codes cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodesError {
    /// Fewer than two coders gave a code.
    #[error("only one coder coded it: agreement needs two")]
    OneCoder,
    /// No unit was coded by two coders.
    #[error("no unit was coded by two coders: there is nothing to compare")]
    NoOverlap,
}

impl Codes {
    /// Codes of `units` by `coders` coders, whose values are positions in `values`: numbers in ascending order,
    /// of which nominal and ordinal levels use the order only. A position beyond the values or coders is left
    /// out; where a coder gave a unit two codes, the last counts.
    ///
    /// # Errors
    /// [`CodesError`] where no two coders coded the same unit.
    pub fn new(coders: usize, values: &[f64], units: Vec<Unit>) -> Result<Self, CodesError> {
        let mut seen = vec![false; coders];
        let units: Vec<Counted> = (units.into_iter())
            .map(|unit| Counted::of(unit, coders, values.len()))
            .filter(|unit| !unit.codes.is_empty())
            .collect();
        for (coder, _) in units.iter().flat_map(|unit| &unit.codes) {
            if let Some(seen) = seen.get_mut(*coder) {
                *seen = true;
            }
        }
        if seen.iter().filter(|seen| **seen).count() < 2 {
            return Err(CodesError::OneCoder);
        }
        if !units.iter().any(|unit| unit.codes.len() > 1) {
            return Err(CodesError::NoOverlap);
        }
        Ok(Self {
            coders,
            values: values.to_vec(),
            units,
        })
    }

    /// How many units two or more coders coded.
    pub fn shared(&self) -> usize {
        self.units
            .iter()
            .filter(|unit| unit.codes.len() > 1)
            .count()
    }

    /// The sum of all weights of partial agreement at a level.
    pub(super) fn weight_sum(&self, level: Level) -> f64 {
        let q = self.values.len();
        let all = (0..q).flat_map(|a| (0..q).map(move |b| (a, b)));
        all.map(|(a, b)| level.weight(&self.values, a, b)).sum()
    }
}

impl Counted {
    fn of(unit: Unit, coders: usize, values: usize) -> Self {
        let mut kept: Unit = Vec::with_capacity(unit.len());
        let mut counts: Vec<(usize, f64)> = Vec::new();
        for (coder, value) in unit {
            if coder >= coders || value >= values {
                continue;
            }
            match kept.iter_mut().find(|(known, _)| *known == coder) {
                Some(code) => code.1 = value,
                None => kept.push((coder, value)),
            }
        }
        for (_, value) in &kept {
            match counts.iter_mut().find(|(known, _)| known == value) {
                Some(count) => count.1 += 1.0,
                None => counts.push((*value, 1.0)),
            }
        }
        counts.sort_unstable_by_key(|(value, _)| *value);
        let of = kept.len() as f64;
        Self {
            codes: kept,
            counts,
            of,
        }
    }
}
