//! Reads labelled headlines: tab-separated files with a header line.

use std::path::Path;

use anyhow::Context;

/// One labelled headline.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// The columns by name.
    cells: Vec<(String, String)>,
}

impl Row {
    /// The cell of a column; empty if there is none.
    pub(crate) fn get(&self, column: &str) -> &str {
        let cell = self.cells.iter().find(|(name, _)| name == column);
        cell.map_or("", |(_, value)| value.as_str())
    }

    /// The headline.
    pub(crate) fn headline(&self) -> &str {
        self.get("headline")
    }

    /// The cell of a column as a number; 0 if it is none.
    pub(crate) fn number(&self, column: &str) -> f64 {
        self.get(column).parse().unwrap_or_default()
    }
}

/// Reads `folder/name.split.tsv`.
pub(crate) fn read(folder: &Path, name: &str, split: &str) -> anyhow::Result<Vec<Row>> {
    let path = folder.join(format!("{name}.{split}.tsv"));
    let text =
        std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let mut lines = text.split('\n').filter(|line| !line.is_empty());
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let row = |line: &str| {
        let names = header.iter().map(ToString::to_string);
        let cells = names.zip(line.split('\t').map(str::to_owned)).collect();
        Row { cells }
    };
    Ok(lines.map(row).collect())
}
