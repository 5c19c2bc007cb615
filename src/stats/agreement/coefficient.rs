//! The coefficients, each computed from sums over units that any weights of the units may have: 1 for the
//! units as they are, how often each was drawn for a bootstrap sample.

use std::ops::Range;

use serde::Serialize;

use super::Level;
use super::table::Codes;

/// One way to say how far coders agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Coefficient {
    /// The share of pairs of codes of one unit that are the same, mean over units.
    Percent,
    /// Cohen's κ (1960) of two coders, over the units both coded; of more its generalisation by Conger (1980).
    Kappa,
    /// Fleiss' κ (1971), with missing values by Gwet (2014).
    Fleiss,
    /// Krippendorff's α (2011) at the level of the variable.
    Alpha,
    /// Gwet's AC1 (2008).
    Ac1,
    /// Gwet's AC2 (2014): AC1 with partial agreement by the level of the variable.
    Ac2,
}

/// All of them, in the order in which they are shown.
pub const COEFFICIENTS: [Coefficient; 6] = [
    Coefficient::Percent,
    Coefficient::Kappa,
    Coefficient::Fleiss,
    Coefficient::Alpha,
    Coefficient::Ac1,
    Coefficient::Ac2,
];

impl Coefficient {
    /// Its name in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::Kappa => "kappa",
            Self::Fleiss => "fleiss",
            Self::Alpha => "alpha",
            Self::Ac1 => "ac1",
            Self::Ac2 => "ac2",
        }
    }

    /// Its name for people.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Percent => "Agreement",
            Self::Kappa => "Cohen’s κ",
            Self::Fleiss => "Fleiss’ κ",
            Self::Alpha => "Krippendorff’s α",
            Self::Ac1 => "Gwet’s AC1",
            Self::Ac2 => "Gwet’s AC2",
        }
    }
}

/// Disagreement below this share of what could be is rounding.
const ROUNDING: f64 = 1e-12;

/// Everything that stays the same while units are drawn again.
pub(super) struct Ready<'a> {
    codes: &'a Codes,
    level: Level,
    /// Every unit, one after the other.
    units: Vec<Flat>,
    /// What all units have, so that a sample reads memory in its order: cells of a table by coder and value.
    cells: Vec<u32>,
    /// Values with how many coders gave them.
    counts: Vec<(usize, f64)>,
    weight_sum: f64,
}

/// Where a unit stands in what all units have, and what it adds.
struct Flat {
    cells: Range<usize>,
    counts: Range<usize>,
    of: f64,
    /// The share of pairs that agree.
    agreed: f64,
    /// Their mean partial agreement.
    partly: f64,
}

/// Sums of one sample.
#[derive(Default)]
struct Sums {
    units: f64,
    shared: f64,
    agreed: f64,
    partly: f64,
    /// Of each value: the mean share of the codes of a unit that are this value, summed over units.
    shares: Vec<f64>,
    /// Of each value: how many codes of units with two or more.
    pairable: Vec<f64>,
    /// Of each coder and value.
    by_coder: Vec<f64>,
}

impl<'a> Ready<'a> {
    pub(super) fn new(codes: &'a Codes, level: Level) -> Self {
        let q = codes.values.len();
        let (mut units, mut cells, mut counts) = (Vec::new(), Vec::new(), Vec::new());
        for unit in &codes.units {
            let (first_cell, first_count) = (cells.len(), counts.len());
            let cell = |(coder, value): &(usize, usize)| u32::try_from(coder * q + value).ok();
            cells.extend(unit.codes.iter().filter_map(cell));
            counts.extend(&unit.counts);
            let (agreed, partly) = agreed(&unit.counts, unit.of, &codes.values, level);
            units.push(Flat {
                cells: first_cell..cells.len(),
                counts: first_count..counts.len(),
                of: unit.of,
                agreed,
                partly,
            });
        }
        Self {
            codes,
            level,
            units,
            cells,
            counts,
            weight_sum: codes.weight_sum(level),
        }
    }

    /// How many units there are.
    pub(super) fn units(&self) -> usize {
        self.units.len()
    }

    /// Each coefficient of a sample in which the units have these weights; `None` where it is not defined.
    pub(super) fn coefficients(&self, weights: &[f64]) -> [Option<f64>; 6] {
        let sums = self.sums(weights);
        if sums.shared <= 0.0 {
            return [None; 6];
        }
        let (agreed, partly) = (sums.agreed / sums.shared, sums.partly / sums.shared);
        let shares: Vec<f64> = sums.shares.iter().map(|sum| sum / sums.units).collect();
        let by_chance: f64 = shares.iter().map(|share| share * share).sum();
        let spread: f64 = shares.iter().map(|share| share * (1.0 - share)).sum();
        let q = shares.len() as f64;
        let gwet = |weight_sum: f64, agreed: f64| {
            let chance = if q > 1.0 {
                weight_sum * spread / (q * (q - 1.0))
            } else {
                0.0
            };
            corrected(agreed, chance)
        };
        [
            Some(agreed),
            self.cohen(&sums, agreed),
            corrected(agreed, by_chance),
            self.krippendorff(&sums, weights),
            gwet(q, agreed),
            gwet(self.weight_sum, partly),
        ]
    }

    /// The units of a sample, each with its weight.
    fn drawn<'w>(&'w self, weights: &'w [f64]) -> impl Iterator<Item = (&'w Flat, f64)> {
        let units = self.units.iter().zip(weights.iter().copied());
        units.filter(|(_, weight)| *weight > 0.0)
    }

    fn counts_of(&self, unit: &Flat) -> &[(usize, f64)] {
        self.counts.get(unit.counts.clone()).unwrap_or_default()
    }

    fn sums(&self, weights: &[f64]) -> Sums {
        let q = self.codes.values.len();
        let mut sums = Sums {
            shares: vec![0.0; q],
            pairable: vec![0.0; q],
            by_coder: vec![0.0; q * self.codes.coders],
            ..Sums::default()
        };
        // Of two coders Cohen's κ takes the units that both coded.
        let both_only = self.codes.coders == 2;
        for (unit, weight) in self.drawn(weights) {
            let is_shared = unit.of > 1.0;
            sums.units += weight;
            for (value, count) in self.counts_of(unit) {
                add(&mut sums.shares, *value, weight * count / unit.of);
                if is_shared {
                    add(&mut sums.pairable, *value, weight * count);
                }
            }
            if is_shared {
                sums.shared += weight;
                sums.agreed += weight * unit.agreed;
                sums.partly += weight * unit.partly;
            }
            if is_shared || !both_only {
                for cell in self.cells.get(unit.cells.clone()).unwrap_or_default() {
                    add(&mut sums.by_coder, *cell as usize, weight);
                }
            }
        }
        sums
    }

    /// Agreement by chance is the mean over pairs of coders of the chance that their own shares of values meet.
    fn cohen(&self, sums: &Sums, agreed: f64) -> Option<f64> {
        let q = self.codes.values.len().max(1);
        let (mut total, mut squares, mut coders) = (vec![0.0; q], 0.0, 0.0);
        for coder in sums.by_coder.chunks(q) {
            let of: f64 = coder.iter().sum();
            if of <= 0.0 {
                continue;
            }
            coders += 1.0;
            for (total, count) in total.iter_mut().zip(coder) {
                let share = count / of;
                *total += share;
                squares += share * share;
            }
        }
        let all: f64 = total.iter().map(|sum| sum * sum).sum();
        let pairs = coders * (coders - 1.0);
        let chance = (pairs > 0.0).then(|| (all - squares) / pairs)?;
        corrected(agreed, chance)
    }

    /// 1 less observed over expected disagreement, among units with two codes or more.
    fn krippendorff(&self, sums: &Sums, weights: &[f64]) -> Option<f64> {
        let n: f64 = sums.pairable.iter().sum();
        let pairable = sums.pairable.iter();
        let (observed, expected) = if self.level == Level::Nominal {
            let met: f64 = pairable.map(|count| count * count).sum();
            let observed = self.over_units(weights, |counts, of| {
                let met: f64 = counts.iter().map(|(_, count)| count * count).sum();
                of * of - met
            });
            (observed, n * n - met)
        } else {
            // Both distances are squared differences: of values, or of mean ranks among all codes.
            let scale = self.scale(&sums.pairable);
            let at = |value: usize| scale.get(value).copied().unwrap_or_default();
            let apart = |sum: f64, squares: f64, of: f64| 2.0 * (of * squares - sum * sum);
            let (sum, squares) = (pairable.enumerate()).fold((0.0, 0.0), |(sum, sq), (v, n)| {
                (sum + n * at(v), sq + n * at(v) * at(v))
            });
            let observed = self.over_units(weights, |counts, of| {
                let (sum, squares) = (counts.iter()).fold((0.0, 0.0), |(sum, sq), (v, n)| {
                    (sum + n * at(*v), sq + n * at(*v) * at(*v))
                });
                apart(sum, squares, of)
            });
            let expected = apart(sum, squares, n);
            let is_rounding = expected <= ROUNDING * n * squares;
            (observed, if is_rounding { 0.0 } else { expected })
        };
        (expected > 0.0).then(|| 1.0 - (n - 1.0) * observed / expected)
    }

    /// What disagreement each unit adds: that of its ordered pairs, a code's share of them.
    fn over_units(&self, weights: &[f64], disagreed: impl Fn(&[(usize, f64)], f64) -> f64) -> f64 {
        let units = self
            .drawn(weights)
            .filter(|(unit, _)| unit.counts.len() > 1);
        units
            .map(|(unit, weight)| {
                weight * disagreed(self.counts_of(unit), unit.of) / (unit.of - 1.0)
            })
            .sum()
    }

    /// Where each value stands: at its number, or in the middle of its ranks.
    fn scale(&self, pairable: &[f64]) -> Vec<f64> {
        if self.level == Level::Interval {
            // From the middle, so that large numbers lose nothing to rounding.
            let n: f64 = pairable.iter().sum();
            let values = self.codes.values.iter();
            let sum: f64 = values.clone().zip(pairable).map(|(v, n)| v * n).sum();
            return values.map(|value| value - sum / n).collect();
        }
        let n: f64 = pairable.iter().sum();
        let mut below = -n / 2.0;
        let ranks = pairable.iter().map(|count| {
            below += count;
            below - count / 2.0
        });
        ranks.collect()
    }
}

/// The share of the pairs of a unit that agree, and their mean partial agreement.
fn agreed(counts: &[(usize, f64)], of: f64, values: &[f64], level: Level) -> (f64, f64) {
    let pairs = of * (of - 1.0);
    if pairs <= 0.0 {
        return (0.0, 0.0);
    }
    let same: f64 = counts.iter().map(|(_, n)| n * (n - 1.0)).sum();
    let mut partly = same;
    for (at, (a, n)) in counts.iter().enumerate() {
        for (b, m) in counts.iter().skip(at + 1) {
            partly += 2.0 * n * m * level.weight(values, *a, *b);
        }
    }
    (same / pairs, partly / pairs)
}

fn add(sums: &mut [f64], at: usize, what: f64) {
    if let Some(sum) = sums.get_mut(at) {
        *sum += what;
    }
}

/// Agreement beyond `chance`, as a share of what there could be; `None` where chance leaves no room.
fn corrected(agreed: f64, chance: f64) -> Option<f64> {
    (chance < 1.0 - ROUNDING).then(|| (agreed - chance) / (1.0 - chance))
}
