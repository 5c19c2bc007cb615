//! People against measures: whether a measure of this program says of the same units what people say, beside how far
//! people say it of each other.

use std::collections::BTreeMap;

use super::agreement::number;
use super::answers::Answers;
use super::codebook::{CANNOT_TELL, Codebook, Variable};
use super::scored::Scored;
use super::together::Together;
use crate::score::measure::Measure;
use crate::stats::{Estimate, bootstrapped, mean};
use crate::text::{counted, list};
use crate::work::{Progress, Stopped};

/// The fewest units of which people and a measure both say something.
const MIN_UNITS: usize = 8;
/// Units listed where people and the measure differ most.
const WORST: usize = 10;

/// How one figure tells people and a measure together.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Which figure.
    pub which: Together,
    /// The measure against the mean of the coders, or against most of them.
    pub measure: Option<Estimate>,
    /// The measure against each coder by name.
    pub coders: Vec<(String, Option<Estimate>)>,
    /// The human ceiling: each coder against the others, mean.
    pub ceiling: Option<Estimate>,
}

/// A unit of which people and the measure say different things.
#[derive(Debug, Clone, PartialEq)]
pub struct Differing {
    /// What the unit is known by.
    pub unit: String,
    /// Its text.
    pub text: String,
    /// The mean of the people, on the scale of the codebook.
    pub people: f64,
    /// What the measure says.
    pub measure: f64,
    /// How far apart, in standard deviations of each.
    pub apart: f64,
    /// The words behind the measure's value, each with its part.
    pub evidence: Vec<(String, f64)>,
}

/// People and one measure on one variable.
#[derive(Debug, Clone, PartialEq)]
pub struct Against {
    /// The variable.
    pub variable: String,
    /// The measure's identifier.
    pub measure: &'static str,
    /// The measure's name.
    pub label: &'static str,
    /// Of how many units both say something.
    pub units: usize,
    /// The figures.
    pub rows: Vec<Row>,
    /// The values people can give, in order, each with the figure it counts as.
    pub scale: Vec<(f64, String)>,
    /// Every unit of which both say something: what it is known by, the mean of the people, the measure.
    pub points: Vec<(String, f64, f64)>,
    /// Where they differ most, farthest first.
    pub differing: Vec<Differing>,
    /// What should be known, in sentences.
    pub notes: Vec<String>,
}

/// The codes of a variable as figures: by unit, each coder by position.
type Figures = BTreeMap<usize, Vec<(usize, f64)>>;

/// A variable's values as figures.
struct Scaled {
    figures: Figures,
    is_binary: bool,
    scale: Vec<(f64, String)>,
}

/// A variable's values as figures; `None` where they have no order.
fn figures(answers: &Answers, variable: usize, known: Option<&Variable>) -> Option<Scaled> {
    let mut given: Vec<&str> = answers.of(variable).map(|(_, _, value)| value).collect();
    given.sort_unstable();
    given.dedup();
    given.retain(|value| *value != CANNOT_TELL);
    let order: Vec<&str> = match known {
        Some(known) => known
            .values
            .iter()
            .map(|value| value.value.as_str())
            .collect(),
        None => given.clone(),
    };
    let is_binary = order.len() == 2;
    let numeric = order.iter().all(|value| number(value).is_some());
    let is_nominal = known.is_some_and(|known| known.level == crate::stats::Level::Nominal);
    if !is_binary && (!numeric && known.is_none() || is_nominal) {
        return None;
    }
    let of = |value: &str| {
        let place = order
            .iter()
            .position(|known| known.eq_ignore_ascii_case(value));
        match number(value) {
            _ if is_binary => place.map(|at| at as f64),
            Some(number) if numeric => Some(number),
            _ => place.map(|at| at as f64),
        }
    };
    let mut figures = Figures::new();
    for (unit, coder, value) in answers.of(variable) {
        if let Some(figure) = of(value) {
            figures.entry(unit).or_default().push((coder, figure));
        }
    }
    let scale = order.iter().filter_map(|value| {
        let label = known.map_or(*value, |known| known.label(value));
        Some((of(value)?, label.to_owned()))
    });
    let scale = scale.collect();
    Some(Scaled {
        figures,
        is_binary,
        scale,
    })
}

/// Each variable that a measure answers: that of the codebook, or of `measure`, or one of the same name.
///
/// # Errors
/// [`Stopped`] where `progress` says so.
pub fn against(
    answers: &Answers,
    codebook: Option<&Codebook>,
    measures: &[&'static Measure],
    scored: &[Scored<'_>],
    seed: u64,
    progress: &Progress,
) -> Result<Vec<Against>, Stopped> {
    let by_id: BTreeMap<&str, &Scored<'_>> = scored
        .iter()
        .map(|one| (one.unit.id.as_str(), one))
        .collect();
    let mut all = Vec::new();
    for (at, name) in answers.variables().iter().enumerate() {
        let known = codebook.and_then(|book| book.variable(name));
        let asked = known
            .and_then(|known| known.measure.as_deref())
            .unwrap_or(name);
        let chosen: Vec<&'static Measure> = match measures {
            [] => crate::score::registry::MEASURES
                .iter()
                .copied()
                .filter(|one| one.id == asked)
                .collect(),
            chosen => chosen.to_vec(),
        };
        for measure in chosen {
            let asked = Asked {
                answers,
                at,
                known,
                measure,
            };
            all.push(asked.told(&by_id, seed, progress)?);
        }
    }
    Ok(all)
}

/// One variable and the measure that is to answer it.
struct Asked<'a> {
    answers: &'a Answers,
    at: usize,
    known: Option<&'a Variable>,
    measure: &'static Measure,
}

/// One unit as people and the measure see it.
struct Both<'a> {
    scored: &'a Scored<'a>,
    codes: Vec<(usize, f64)>,
    people: f64,
    measure: f64,
}

impl Asked<'_> {
    fn told(
        &self,
        by_id: &BTreeMap<&str, &Scored<'_>>,
        seed: u64,
        progress: &Progress,
    ) -> Result<Against, Stopped> {
        let variable = self
            .answers
            .variables()
            .get(self.at)
            .cloned()
            .unwrap_or_default();
        let mut found = Against {
            variable,
            measure: self.measure.id,
            label: self.measure.label,
            units: 0,
            rows: Vec::new(),
            scale: Vec::new(),
            points: Vec::new(),
            differing: Vec::new(),
            notes: Vec::new(),
        };
        let Some(scaled) = figures(self.answers, self.at, self.known) else {
            found.notes.push(
                "Its values have no order: no measure can be held against more than two of them."
                    .to_owned(),
            );
            return Ok(found);
        };
        let (figures, is_binary) = (scaled.figures, scaled.is_binary);
        found.scale = scaled.scale;
        let (mut unknown, mut unscored) = (0, 0);
        let mut both = Vec::new();
        for (unit, codes) in figures {
            let id = self
                .answers
                .units()
                .get(unit)
                .map(String::as_str)
                .unwrap_or_default();
            let Some(scored) = by_id.get(id) else {
                unknown += 1;
                continue;
            };
            let Some(measure) = scored.value(self.measure) else {
                unscored += 1;
                continue;
            };
            let values: Vec<f64> = codes.iter().map(|(_, value)| *value).collect();
            both.push(Both {
                scored,
                people: mean(&values).unwrap_or_default(),
                codes,
                measure,
            });
        }
        found.units = both.len();
        found.points = (both.iter())
            .map(|one| (one.scored.unit.id.clone(), one.people, one.measure))
            .collect();
        if unknown > 0 {
            found.notes.push(format!(
                "{} that were coded are not in these sources as they are now (another file, another kind of unit, or a \
                 text that has changed).",
                counted(unknown, "unit")
            ));
        }
        if unscored > 0 {
            found.notes.push(format!(
                "Of {} the measure says nothing.",
                counted(unscored, "unit")
            ));
        }
        if both.len() < MIN_UNITS {
            found.notes.push(format!(
                "Of {} both say something: too few to compare.",
                counted(both.len(), "unit")
            ));
            return Ok(found);
        }
        let threshold = self.threshold();
        let which = if is_binary {
            found.notes.push(format!(
                "The measure is taken for yes above {threshold}; AUC needs no such line. Yes is “{}”.",
                self.yes()
            ));
            [Together::F1, Together::Auc]
        } else {
            [Together::Pearson, Together::Spearman]
        };
        for which in which {
            found
                .rows
                .push(self.row(which, &both, threshold, seed, progress)?);
        }
        found.notes.extend(beside(&found.rows));
        found.differing = differing(&both);
        Ok(found)
    }

    /// Above which value the measure says yes: the middle of its range, or nothing at all.
    fn threshold(&self) -> f64 {
        let (low, high) = self.measure.range;
        if low.is_finite() && high.is_finite() {
            f64::midpoint(low, high)
        } else {
            0.0
        }
    }

    /// The value that counts as yes.
    fn yes(&self) -> String {
        if let Some(known) = self.known {
            return known
                .values
                .last()
                .map(|value| value.label.clone())
                .unwrap_or_default();
        }
        let given = self.answers.of(self.at).map(|(_, _, value)| value);
        let highest = given.filter(|value| *value != CANNOT_TELL).max();
        highest.map(str::to_owned).unwrap_or_default()
    }

    fn row(
        &self,
        which: Together,
        both: &[Both<'_>],
        threshold: f64,
        seed: u64,
        progress: &Progress,
    ) -> Result<Row, Stopped> {
        // F1 takes both figures for yes above a half.
        let machine = |one: &Both<'_>| match which {
            Together::F1 => f64::from(u8::from(one.measure > threshold)),
            _ => one.measure,
        };
        let drawn = |units: &[usize], pair: &dyn Fn(&Both<'_>) -> Option<(f64, f64)>| {
            let pairs: Vec<(f64, f64)> =
                units.iter().filter_map(|at| pair(both.get(*at)?)).collect();
            (pairs.len() > 2).then(|| which.of(&pairs)).flatten()
        };
        let n = both.len();
        let measure = bootstrapped(n, seed, progress, |units| {
            drawn(units, &|one| Some((one.people, machine(one))))
        })?;
        let mut who: Vec<usize> = both
            .iter()
            .flat_map(|one| &one.codes)
            .map(|(coder, _)| *coder)
            .collect();
        who.sort_unstable();
        who.dedup();
        let code = |one: &Both<'_>, coder: usize| {
            one.codes
                .iter()
                .find(|(known, _)| *known == coder)
                .map(|(_, value)| *value)
        };
        let mut coders = Vec::new();
        for coder in &who {
            let name = self
                .answers
                .coders()
                .get(*coder)
                .cloned()
                .unwrap_or_default();
            let one = bootstrapped(n, seed, progress, |units| {
                drawn(units, &|one| Some((code(one, *coder)?, machine(one))))
            })?;
            coders.push((name, one));
        }
        let ceiling = if who.len() < 2 {
            None
        } else {
            bootstrapped(n, seed, progress, |units| {
                let each = who.iter().filter_map(|coder| {
                    drawn(units, &|one| {
                        let own = code(one, *coder)?;
                        let others = one.codes.iter().filter(|(other, _)| other != coder);
                        let others: Vec<f64> = others.map(|(_, value)| *value).collect();
                        Some((mean(&others)?, own))
                    })
                });
                mean(&each.collect::<Vec<_>>())
            })?
        };
        Ok(Row {
            which,
            measure,
            coders,
            ceiling,
        })
    }
}

/// The measure beside the human ceiling, in a sentence.
fn beside(rows: &[Row]) -> Option<String> {
    let row = rows.last()?;
    let (measure, ceiling) = (row.measure?, row.ceiling?);
    let (own, theirs) = (measure.interval?, ceiling.interval?);
    Some(if own.high < theirs.low {
        format!(
            "By {} people agree with each other more than the measure agrees with them.",
            row.which.label()
        )
    } else if own.low > theirs.high {
        format!(
            "By {} the measure agrees with the mean of the people more than they agree with each other: the mean of several \
             is steadier than any one of them.",
            row.which.label()
        )
    } else {
        format!(
            "By {} no clear difference between how far people agree with each other and how far the measure agrees with \
             them at this number of units.",
            row.which.label()
        )
    })
}

/// Where people and measure differ most, each in its own standard deviations.
fn differing(both: &[Both<'_>]) -> Vec<Differing> {
    let spread = |values: Vec<f64>| {
        let middle = mean(&values).unwrap_or_default();
        let squares: f64 = values.iter().map(|value| (value - middle).powi(2)).sum();
        (middle, (squares / values.len().max(1) as f64).sqrt())
    };
    let (people, people_sd) = spread(both.iter().map(|one| one.people).collect());
    let (measure, measure_sd) = spread(both.iter().map(|one| one.measure).collect());
    let standard =
        |value: f64, middle: f64, sd: f64| if sd > 0.0 { (value - middle) / sd } else { 0.0 };
    let mut all: Vec<(f64, &Both<'_>)> = (both.iter())
        .map(|one| {
            let apart = standard(one.people, people, people_sd)
                - standard(one.measure, measure, measure_sd);
            (apart, one)
        })
        .collect();
    all.sort_by(|a, b| {
        let by_size = b.0.abs().total_cmp(&a.0.abs());
        by_size.then_with(|| a.1.scored.unit.id.cmp(&b.1.scored.unit.id))
    });
    all.into_iter()
        .take(WORST)
        .map(|(apart, one)| Differing {
            unit: one.scored.unit.id.clone(),
            text: one.scored.unit.text.clone(),
            people: one.people,
            measure: one.measure,
            apart,
            evidence: one.scored.tone_words(),
        })
        .collect()
}

/// The variables that no measure answers, in a sentence.
pub fn unanswered(answers: &Answers, found: &[Against]) -> Option<String> {
    let left: Vec<String> = (answers.variables().iter())
        .filter(|name| !found.iter().any(|one| one.variable == **name))
        .map(|name| format!("“{name}”"))
        .collect();
    (!left.is_empty()).then(|| {
        format!(
            "No measure answers {}: name one with --measure, or in the codebook.",
            list(&left)
        )
    })
}
