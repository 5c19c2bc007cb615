//! A report before it has a form.

use crate::compare::Difference;

/// One section.
pub(super) struct Section {
    /// Its name in links; unique in the report.
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) items: Vec<Item>,
    /// The charts that belong to it, by name; they stand after the items.
    pub(super) figures: Vec<&'static str>,
}

/// One thing a section says. All words are plain text.
pub(super) enum Item {
    /// A paragraph.
    Text(String),
    /// A paragraph not to be missed.
    Notice(String),
    /// A heading inside the section.
    Heading(String),
    /// Sentences that stand each for itself, with the figures behind each.
    List(Vec<(String, String)>),
    /// A table.
    Table(Table),
    /// Names with what they stand for.
    Facts(Vec<(String, String)>),
}

/// A table.
pub(super) struct Table {
    /// What it shows.
    pub(super) caption: String,
    pub(super) columns: Vec<Column>,
    /// Whether the first column names the row.
    pub(super) named: bool,
    pub(super) rows: Vec<Vec<String>>,
}

/// One column.
pub(super) struct Column {
    pub(super) name: String,
    pub(super) kind: Kind,
}

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words.
    Words,
    /// Numbers: set to the right.
    Numbers,
}

impl Section {
    pub(super) const fn new(id: &'static str, title: &'static str, items: Vec<Item>) -> Self {
        Self {
            id,
            title,
            items,
            figures: Vec::new(),
        }
    }

    /// The same section with these charts.
    pub(super) fn with(mut self, figures: &[&'static str]) -> Self {
        self.figures = figures.to_vec();
        self
    }
}

impl Table {
    /// An empty table. Names of columns that hold numbers begin with `#`, which is not shown.
    pub(super) fn new(caption: &str, columns: &[&str]) -> Self {
        let column = |name: &&str| match name.strip_prefix('#') {
            Some(name) => Column {
                name: name.to_owned(),
                kind: Kind::Numbers,
            },
            None => Column {
                name: (*name).to_owned(),
                kind: Kind::Words,
            },
        };
        Self {
            caption: caption.to_owned(),
            columns: columns.iter().map(column).collect(),
            named: true,
            rows: Vec::new(),
        }
    }

    /// An empty table of differences between `what`.
    pub(super) fn of_differences(caption: &str, what: &str) -> Self {
        let mut table = Self::new(caption, &Difference::COLUMNS);
        let last = table.columns.len() - 1;
        for (at, column) in table.columns.iter_mut().enumerate() {
            if at == 0 {
                what.clone_into(&mut column.name);
            } else if at < last {
                column.kind = Kind::Numbers;
            }
        }
        table
    }

    /// The same table, no column of which names the row.
    pub(super) const fn unnamed(mut self) -> Self {
        self.named = false;
        self
    }
}
