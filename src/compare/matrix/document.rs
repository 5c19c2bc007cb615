//! A matrix as JSON.

use serde::Serialize;

use super::{Cell, Matrix, Pair, Row};

/// The layout of the document; grows when a field changes its meaning or goes.
const SCHEMA: &str = "parallax.matrix/1";

/// Sources beside each other, ready to be serialised. Sources go by their names; `low` and `high` are the ends
/// of 95 % intervals, missing where there is too little text; `n` counts what a value rests on; `adjusted_p` is
/// adjusted over all pairs of all measures, and `clear` says whether a difference holds after that.
#[derive(Debug, Serialize)]
pub struct MatrixDocument<'a> {
    schema: &'static str,
    sources: Vec<SourceJson<'a>>,
    measures: Vec<MeasureJson<'a>>,
}

#[derive(Debug, Serialize)]
struct SourceJson<'a> {
    name: &'a str,
    articles: usize,
}

#[derive(Debug, Serialize)]
struct MeasureJson<'a> {
    id: String,
    values: Vec<ValueJson<'a>>,
    pairs: Vec<PairJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ValueJson<'a> {
    source: &'a str,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    n: usize,
}

#[derive(Debug, Serialize)]
struct PairJson<'a> {
    a: &'a str,
    b: &'a str,
    difference: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    p: Option<f64>,
    adjusted_p: Option<f64>,
    clear: bool,
}

impl Matrix {
    /// This matrix as a JSON document.
    pub fn document(&self) -> MatrixDocument<'_> {
        let sources = self.sources.iter();
        MatrixDocument {
            schema: SCHEMA,
            sources: sources
                .map(|column| SourceJson {
                    name: &column.name,
                    articles: column.articles,
                })
                .collect(),
            measures: self.rows.iter().map(|row| self.measure(row)).collect(),
        }
    }

    fn measure<'a>(&'a self, row: &'a Row) -> MeasureJson<'a> {
        let cells = row.cells.iter().enumerate();
        MeasureJson {
            id: row.id(),
            values: cells.map(|(at, cell)| value(self.name(at), cell)).collect(),
            pairs: row.pairs.iter().map(|pair| self.pair(pair)).collect(),
        }
    }

    fn pair(&self, pair: &Pair) -> PairJson<'_> {
        let item = &pair.difference;
        let interval = item.interval();
        PairJson {
            a: self.name(pair.a),
            b: self.name(pair.b),
            difference: item.difference(),
            low: interval.map(|ends| ends.low),
            high: interval.map(|ends| ends.high),
            p: item.test.map(|test| test.p),
            adjusted_p: item.test.map(|test| test.adjusted_p),
            clear: pair.is_clear(),
        }
    }
}

fn value<'a>(source: &'a str, cell: &Cell) -> ValueJson<'a> {
    ValueJson {
        source,
        value: cell.value,
        low: cell.interval.map(|ends| ends.low),
        high: cell.interval.map(|ends| ends.high),
        n: cell.n,
    }
}
