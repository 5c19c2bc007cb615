//! Studies as JSON: agreement and people against measures as the command line prints them, and everything together.

use serde::Serialize;

use crate::stats::{Coefficient, Estimate, Level};
use crate::study::{Against, Codebook, Drawn, Study, Unit, UnitKind, VariableAgreement};

/// Agreement as one JSON object: `{"variables":[{"name","level","units","coders","percent","kappa",…}]}`.
///
/// # Errors
/// Never in practice: every part can be written.
pub fn agreement_json(found: &[VariableAgreement], seed: u64) -> serde_json::Result<Vec<u8>> {
    lines(&AgreementFile {
        schema: "parallax-study-agreement/1",
        version: crate::VERSION,
        seed,
        variables: found.iter().map(Variable::of).collect(),
    })
}

/// People against measures as one JSON object.
///
/// # Errors
/// Never in practice: every part can be written.
pub fn against_json(all: &[Against], seed: u64) -> serde_json::Result<Vec<u8>> {
    lines(&AgainstFile {
        schema: "parallax-study-compare/1",
        version: crate::VERSION,
        seed,
        comparisons: all.iter().map(Comparison::of).collect(),
    })
}

/// Everything of a study as one JSON object: sample, codebook, units, codes, agreement, people against measures.
///
/// # Errors
/// Never in practice: every part can be written.
pub fn study_json(
    study: &Study,
    found: &[VariableAgreement],
    against: &[Against],
    paragraph: &str,
) -> serde_json::Result<Vec<u8>> {
    let codes = study.answers();
    let codes = codes.iter().map(|answer| Code {
        unit: answer.unit.to_owned(),
        coder: answer.coder.to_owned(),
        variable: answer.variable.to_owned(),
        value: answer.value.to_owned(),
    });
    let units = study.units.iter();
    lines(&StudyFile {
        schema: "parallax-study/1",
        version: crate::VERSION,
        seed: study.drawn.seed,
        methods: paragraph,
        sample: &study.drawn,
        codebook: &study.codebook,
        coders: (study.coders.iter())
            .map(|coder| coder.name.as_str())
            .collect(),
        units: units.map(WrittenUnit::of).collect(),
        codes: codes.collect(),
        settled: (study.settled.iter())
            .flat_map(|(variable, units)| {
                units.iter().map(move |(unit, value)| Settled {
                    unit,
                    variable,
                    value,
                })
            })
            .collect(),
        variables: found.iter().map(Variable::of).collect(),
        comparisons: against.iter().map(Comparison::of).collect(),
    })
}

fn lines(file: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(file)?;
    bytes.push(b'\n');
    Ok(bytes)
}

#[derive(Serialize)]
struct StudyFile<'a> {
    schema: &'static str,
    version: &'static str,
    seed: u64,
    methods: &'a str,
    sample: &'a Drawn,
    codebook: &'a Codebook,
    coders: Vec<&'a str>,
    units: Vec<WrittenUnit<'a>>,
    codes: Vec<Code>,
    settled: Vec<Settled<'a>>,
    variables: Vec<Variable<'a>>,
    comparisons: Vec<Comparison<'a>>,
}

#[derive(Serialize)]
struct WrittenUnit<'a> {
    unit: &'a str,
    kind: UnitKind,
    source: &'a str,
    article: &'a str,
    text: &'a str,
}

impl<'a> WrittenUnit<'a> {
    fn of(unit: &'a Unit) -> Self {
        Self {
            unit: &unit.id,
            kind: unit.kind,
            source: &unit.source,
            article: &unit.article,
            text: &unit.text,
        }
    }
}

/// One code.
#[derive(Serialize)]
struct Code {
    unit: String,
    coder: String,
    variable: String,
    value: String,
}

#[derive(Serialize)]
struct Settled<'a> {
    unit: &'a str,
    variable: &'a str,
    value: &'a str,
}

#[derive(Serialize)]
struct AgreementFile<'a> {
    schema: &'static str,
    version: &'static str,
    seed: u64,
    variables: Vec<Variable<'a>>,
}

#[derive(Serialize)]
struct Variable<'a> {
    name: &'a str,
    level: Level,
    units: usize,
    coders: usize,
    percent: Figure,
    kappa: Figure,
    fleiss: Figure,
    alpha: Figure,
    ac1: Figure,
    ac2: Figure,
    shared: usize,
    disagreements: usize,
    notes: &'a [String],
}

/// One figure; `null` where it is not defined or has no interval.
#[derive(Serialize)]
struct Figure {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

impl From<Option<Estimate>> for Figure {
    fn from(estimate: Option<Estimate>) -> Self {
        let interval = estimate.and_then(|estimate| estimate.interval);
        Self {
            value: estimate.map(|estimate| estimate.value),
            low: interval.map(|interval| interval.low),
            high: interval.map(|interval| interval.high),
        }
    }
}

impl<'a> Variable<'a> {
    fn of(one: &'a VariableAgreement) -> Self {
        let figure = |which| {
            let estimate = one.agreement.as_ref().ok().and_then(|all| all.get(which));
            Figure::from(estimate)
        };
        Self {
            name: &one.name,
            level: one.level,
            units: one.units,
            coders: one.coders.len(),
            percent: figure(Coefficient::Percent),
            kappa: figure(Coefficient::Kappa),
            fleiss: figure(Coefficient::Fleiss),
            alpha: figure(Coefficient::Alpha),
            ac1: figure(Coefficient::Ac1),
            ac2: figure(Coefficient::Ac2),
            shared: one.shared,
            disagreements: one.disagreements.len(),
            notes: &one.notes,
        }
    }
}

#[derive(Serialize)]
struct AgainstFile<'a> {
    schema: &'static str,
    version: &'static str,
    seed: u64,
    comparisons: Vec<Comparison<'a>>,
}

#[derive(Serialize)]
struct Comparison<'a> {
    variable: &'a str,
    measure: &'static str,
    units: usize,
    figures: Vec<Row<'a>>,
    differing: Vec<Differing<'a>>,
    notes: &'a [String],
}

#[derive(Serialize)]
struct Row<'a> {
    #[serde(rename = "figure")]
    which: &'static str,
    people: Figure,
    coders: Vec<Coder<'a>>,
    ceiling: Figure,
}

#[derive(Serialize)]
struct Coder<'a> {
    coder: &'a str,
    #[serde(flatten)]
    figure: Figure,
}

#[derive(Serialize)]
struct Differing<'a> {
    unit: &'a str,
    text: &'a str,
    people: f64,
    measure: f64,
    apart: f64,
    words: &'a [(String, f64)],
}

impl<'a> Comparison<'a> {
    fn of(one: &'a Against) -> Self {
        let figures = one.rows.iter().map(|row| Row {
            which: row.which.id(),
            people: row.measure.into(),
            coders: (row.coders.iter())
                .map(|(coder, estimate)| Coder {
                    coder,
                    figure: (*estimate).into(),
                })
                .collect(),
            ceiling: row.ceiling.into(),
        });
        let differing = one.differing.iter().map(|unit| Differing {
            unit: &unit.unit,
            text: &unit.text,
            people: unit.people,
            measure: unit.measure,
            apart: unit.apart,
            words: &unit.evidence,
        });
        Self {
            variable: &one.variable,
            measure: one.measure,
            units: one.units,
            figures: figures.collect(),
            differing: differing.collect(),
            notes: &one.notes,
        }
    }
}
