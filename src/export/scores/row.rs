//! One row: its columns with their values, in order.

use std::borrow::Cow;

use serde::Serialize;

/// One value of a row.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub(super) enum Cell {
    Text(String),
    Count(usize),
    Number(f64),
    Missing(()),
}

impl From<Option<f64>> for Cell {
    fn from(value: Option<f64>) -> Self {
        value.map_or(Self::Missing(()), Self::Number)
    }
}

impl From<Option<&str>> for Cell {
    fn from(value: Option<&str>) -> Self {
        value.map_or(Self::Missing(()), |text| Self::Text(text.to_owned()))
    }
}

/// The columns of one unit with their values, in order; the same columns for every unit of a kind.
#[derive(Debug, Default)]
pub(super) struct Row(Vec<(Cow<'static, str>, Cell)>);

impl Row {
    pub(super) fn push(&mut self, column: &'static str, cell: Cell) {
        self.0.push((Cow::Borrowed(column), cell));
    }

    pub(super) fn extend(&mut self, cells: impl IntoIterator<Item = (&'static str, Cell)>) {
        for (column, cell) in cells {
            self.push(column, cell);
        }
    }

    /// Adds a column that the user's own data names.
    pub(super) fn push_named(&mut self, column: String, cell: Cell) {
        self.0.push((Cow::Owned(column), cell));
    }

    pub(super) fn cells(&self) -> impl ExactSizeIterator<Item = (&str, &Cell)> {
        self.0.iter().map(|(column, cell)| (&**column, cell))
    }

    /// Only the columns that `keep` names.
    pub(super) fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.0.retain(|(column, _)| keep(column));
    }
}
