//! How far coders agree, variable by variable: coefficients with intervals, who said what where they did not, and
//! what it means.

use std::collections::BTreeMap;

use super::answers::Answers;
use super::codebook::{CANNOT_TELL, Codebook, Variable};
use super::found::{Disagreement, VariableAgreement};
use super::words;
use crate::stats::{Codes, Level, agreement};
use crate::text::{counted, list, shorten};
use crate::work::{Progress, Stopped, Threads};

/// Values named in a message.
const TOLD: usize = 5;

/// How far coders agree on every variable. The level is `level` where that is given, else the codebook's, else
/// nominal. With a codebook its values count, in its order, and others are left out and named.
///
/// # Errors
/// [`Stopped`] where `progress` says so.
pub fn agreements(
    answers: &Answers,
    codebook: Option<&Codebook>,
    level: Option<Level>,
    seed: u64,
    progress: &Progress,
) -> Result<Vec<VariableAgreement>, Stopped> {
    let variables = answers.variables().iter().enumerate();
    let one = |(at, name): (usize, &String)| {
        let known = codebook.and_then(|book| book.variable(name));
        let level = level.or(known.map(|known| known.level)).unwrap_or_default();
        of_variable(answers, at, known, level, seed, progress)
    };
    variables.map(one).collect()
}

/// A value as coefficients take it: where it stands, and the name under which it is shown.
#[derive(Debug, Clone, PartialEq)]
struct Known {
    at: f64,
    name: String,
}

/// The values of a variable in order, or those that cannot be placed.
fn scale(
    given: &BTreeMap<&str, usize>,
    known: Option<&Variable>,
    level: Level,
) -> (Vec<Known>, Vec<String>) {
    let mut scale: Vec<Known> = Vec::new();
    let mut unknown = Vec::new();
    if let Some(known) = known {
        for (at, value) in known.values.iter().enumerate() {
            let at = match level {
                Level::Interval => value.value.parse().unwrap_or(at as f64),
                Level::Nominal | Level::Ordinal => at as f64,
            };
            let name = value.value.clone();
            scale.push(Known { at, name });
        }
        scale.sort_by(|a, b| a.at.total_cmp(&b.at));
        let others = given.keys().filter(|value| **value != CANNOT_TELL);
        let others = others.filter(|value| !scale.iter().any(|one| same(&one.name, value)));
        unknown.extend(others.map(|value| (*value).to_owned()));
        return (scale, unknown);
    }
    let mut words = Vec::new();
    for value in given.keys().filter(|value| **value != CANNOT_TELL) {
        match number(value) {
            Some(at) if !scale.iter().any(|one| one.at.total_cmp(&at).is_eq()) => {
                let name = (*value).to_owned();
                scale.push(Known { at, name });
            }
            Some(_) => {}
            None => words.push((*value).to_owned()),
        }
    }
    scale.sort_by(|a, b| a.at.total_cmp(&b.at));
    if level == Level::Nominal {
        let from = scale.last().map_or(0.0, |last| last.at + 1.0);
        let words = words.into_iter().enumerate();
        scale.extend(words.map(|(at, name)| Known {
            at: from + at as f64,
            name,
        }));
    } else {
        unknown = words;
    }
    (scale, unknown)
}

/// A value as a number, whatever minus it has.
pub(super) fn number(value: &str) -> Option<f64> {
    let number = value.trim().replace('−', "-").parse::<f64>().ok()?;
    // A zero with a sign is a zero.
    number.is_finite().then_some(number + 0.0)
}

fn same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other) || number(one).is_some_and(|one| number(other) == Some(one))
}

/// By unit: coder and value, as positions.
type ByUnit = BTreeMap<usize, Vec<(usize, usize)>>;

/// How often which values met in one unit, and the units of which coders said different things.
fn apart(
    answers: &Answers,
    scale: &[Known],
    units: &ByUnit,
) -> (Vec<Vec<usize>>, Vec<Disagreement>) {
    let mut confusion = vec![vec![0; scale.len()]; scale.len()];
    let mut disagreements = Vec::new();
    for (unit, codes) in units {
        for (at, (_, first)) in codes.iter().enumerate() {
            for (_, second) in codes.iter().skip(at + 1) {
                let cell = confusion
                    .get_mut(*first)
                    .and_then(|row| row.get_mut(*second));
                if let Some(cell) = cell {
                    *cell += 1;
                }
            }
        }
        if codes
            .windows(2)
            .any(|pair| matches!(pair, [a, b] if a.1 != b.1))
        {
            let named = |(coder, value): &(usize, usize)| {
                let value = scale.get(*value)?.name.clone();
                Some((answers.coders().get(*coder)?.clone(), value))
            };
            disagreements.push(Disagreement {
                unit: answers.units().get(*unit).cloned().unwrap_or_default(),
                codes: codes.iter().filter_map(named).collect(),
            });
        }
    }
    (confusion, disagreements)
}

fn of_variable(
    answers: &Answers,
    variable: usize,
    known: Option<&Variable>,
    level: Level,
    seed: u64,
    progress: &Progress,
) -> Result<VariableAgreement, Stopped> {
    let mut given: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, _, value) in answers.of(variable) {
        *given.entry(value).or_default() += 1;
    }
    let (scale, unknown) = scale(&given, known, level);
    let place = |value: &str| scale.iter().position(|one| same(&one.name, value));
    let places: BTreeMap<&str, usize> = (given.keys())
        .filter_map(|value| Some((*value, place(value)?)))
        .collect();
    let mut units = ByUnit::new();
    let mut counts = vec![0; scale.len()];
    let mut has_coded = vec![false; answers.coders().len()];
    for (unit, coder, value) in answers.of(variable) {
        let Some(place) = places.get(value) else {
            continue;
        };
        units.entry(unit).or_default().push((coder, *place));
        if let Some(count) = counts.get_mut(*place) {
            *count += 1;
        }
        if let Some(has) = has_coded.get_mut(coder) {
            *has = true;
        }
    }
    let mut seats = Vec::new();
    let mut who = Vec::new();
    for (name, has) in answers.coders().iter().zip(&has_coded) {
        seats.push(who.len());
        if *has {
            who.push(name.clone());
        }
    }
    let seat = |coder: usize| seats.get(coder).copied().unwrap_or_default();
    let numbers: Vec<f64> = scale.iter().map(|one| one.at).collect();
    let per_unit = units.values();
    let per_unit = per_unit.map(|unit| {
        unit.iter()
            .map(|(coder, value)| (seat(*coder), *value))
            .collect()
    });
    let codes = Codes::new(who.len(), &numbers, per_unit.collect());
    let shared = codes.as_ref().map_or(0, Codes::shared);
    let agreement = match codes {
        Ok(codes) => Ok(agreement(
            &codes,
            level,
            seed,
            Threads::default(),
            progress,
        )?),
        Err(why) => Err(why),
    };
    let (confusion, disagreements) = apart(answers, &scale, &units);
    let values = scale.into_iter().map(|one| one.name).zip(counts).collect();
    let mut found = VariableAgreement {
        name: answers
            .variables()
            .get(variable)
            .cloned()
            .unwrap_or_default(),
        level,
        units: units.len(),
        shared,
        coders: who,
        values,
        agreement,
        confusion,
        disagreements,
        notes: Vec::new(),
    };
    found
        .notes
        .extend(left_out(&given, &unknown, known.is_some(), level));
    found.notes.extend(words::of(&found));
    Ok(found)
}

/// What was left out.
fn left_out(
    given: &BTreeMap<&str, usize>,
    unknown: &[String],
    by_codebook: bool,
    level: Level,
) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(count) = given.get(CANNOT_TELL) {
        notes.push(format!(
            "{} “can’t tell” and counted as missing.",
            match count {
                1 => "1 code was".to_owned(),
                count => format!("{} were", counted(*count, "code")),
            }
        ));
    }
    if !unknown.is_empty() {
        let count: usize = unknown
            .iter()
            .filter_map(|value| given.get(value.as_str()))
            .sum();
        let told: Vec<String> = (unknown.iter().take(TOLD))
            .map(|value| format!("“{}”", shorten(value, 30)))
            .collect();
        let more = if unknown.len() > TOLD {
            " and others"
        } else {
            ""
        };
        let why = if by_codebook {
            "the codebook does not know"
        } else {
            "are no numbers, which this level needs"
        };
        notes.push(format!(
            "{} with values that {why} ({}{more}): left out{}.",
            counted(count, "code"),
            list(&told),
            if by_codebook || level == Level::Nominal {
                ""
            } else {
                "; a codebook that gives their order (--codebook) lets them count"
            }
        ));
    }
    notes
}
