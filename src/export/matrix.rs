//! Sources beside each other as a file: a row a measure of a source, or the whole with every pair as JSON.

use std::io;

use serde::Serialize;

use super::table_format::TableFormat;
use crate::chart::{Cell, Table};
use crate::compare::matrix::{Matrix, MatrixDocument, Row};
use crate::score::provenance::Provenance;

/// All of it as one table: a row a measure of a source, with the sources it clearly differs from.
pub fn table(matrix: &Matrix) -> Table {
    let mut table = Table::new(&[
        "measure",
        "source",
        "articles",
        "value",
        "low",
        "high",
        "n",
        "counted by",
        "clearly higher than",
        "clearly lower than",
    ]);
    for row in &matrix.rows {
        let sources = matrix.sources.iter().zip(&row.cells).enumerate();
        table.rows.extend(sources.map(|(column, (source, cell))| {
            let number = |value| Cell::value(value, 6);
            let [above, below] = differs_from(matrix, row, column);
            vec![
                Cell::Text(row.id()),
                Cell::Text(source.name.clone()),
                Cell::Count(source.articles),
                number(cell.value),
                number(cell.interval.map(|ends| ends.low)),
                number(cell.interval.map(|ends| ends.high)),
                Cell::Count(cell.n),
                Cell::Text(cell.cluster.label(1).to_owned()),
                Cell::Text(above),
                Cell::Text(below),
            ]
        }));
    }
    table
}

/// The names of those it is clearly higher than, and lower than.
fn differs_from(matrix: &Matrix, row: &Row, column: usize) -> [String; 2] {
    row.standing(column).map(|columns| {
        let names: Vec<&str> = columns.iter().map(|column| matrix.name(*column)).collect();
        names.join("; ")
    })
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    matrix: MatrixDocument<'a>,
    #[serde(flatten)]
    provenance: &'a Provenance,
}

/// The bytes of the file.
///
/// # Errors
/// Where a value could not be written.
pub fn write(format: TableFormat, matrix: &Matrix, provenance: &Provenance) -> io::Result<Vec<u8>> {
    let document = || {
        let matrix = matrix.document();
        Ok(Document { matrix, provenance })
    };
    format.written(provenance, || table(matrix), document)
}
