//! Answers from tables, in every layout that people keep them in: a row an answer (columns unit, coder, variable,
//! value), a column a coder, or a row a unit and coder with a column a variable.

use super::answers::{Answer, Answers};
use crate::text::{counted, shorten};

const UNIT: [&str; 7] = [
    "unit", "unit_id", "unit id", "id", "item", "subject", "case",
];
const CODER: [&str; 5] = ["coder", "rater", "annotator", "judge", "coder_id"];
const VARIABLE: [&str; 3] = ["variable", "question", "measure"];
const VALUE: [&str; 6] = ["value", "code", "answer", "rating", "label", "score"];
/// Columns that say something about the unit or the coding, and are no codes.
const ABOUT: [&str; 20] = [
    "text",
    "source",
    "outlet",
    "article",
    "headline",
    "title",
    "date",
    "url",
    "sha256",
    "hash",
    "place",
    "paragraph",
    "stratum",
    "comment",
    "note",
    "flag",
    "flagged",
    "settled",
    "before",
    "after",
];
/// What stands in a cell where there is no code.
const MISSING: [&str; 7] = ["", "na", "n/a", "nan", ".", "null", "none"];
/// Marks that open a table in which a column stands for what nobody has to code.
const CELL: usize = 40;
/// Rows named in a message.
const TOLD: usize = 5;

/// Answers that were read, and what is to be said of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReadAnswers {
    /// The answers.
    pub answers: Answers,
    /// What their user should know, in sentences.
    pub warnings: Vec<String>,
}

/// Why a table holds no answers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TidyError {
    /// There is no row below the header.
    #[error("the table is empty: it needs a header and a row for each code")]
    Empty,
    /// No column holds codes.
    #[error(
        "no column holds codes: the table needs the columns unit, coder, variable and value, or unit and a column \
         for each coder; its columns are {0}"
    )]
    NoCodes(String),
    /// Every cell is empty.
    #[error("nothing is coded in it: every cell for a code is empty")]
    NothingCoded,
}

/// What the columns of a table are.
enum Layout {
    /// A row an answer.
    Long {
        coder: usize,
        variable: Option<usize>,
        value: usize,
    },
    /// A column a coder.
    Wide {
        variable: Option<usize>,
        coders: Vec<usize>,
    },
    /// A row a unit and coder, a column a variable.
    Sheet { coder: usize, variables: Vec<usize> },
}

/// Reads the answers of a table into `read`. `name` is that of the file: who coded it where the column of the coder
/// is empty.
///
/// # Errors
/// [`TidyError`] where it holds none.
pub fn read_tidy(text: &str, name: &str, read: &mut ReadAnswers) -> Result<(), TidyError> {
    let rows = rows(text);
    let Some((header, rest)) = rows.split_first() else {
        return Err(TidyError::Empty);
    };
    let bare = header.1.len() > 1 && header.1.iter().all(|cell| is_code(cell));
    let (names, rest): (Vec<String>, _) = if bare {
        read.warnings.push(
            "There is no header: each row was taken for a unit, each column for a coder."
                .to_owned(),
        );
        let names = (1..=header.1.len()).map(|at| format!("coder {at}"));
        (names.collect(), rows.as_slice())
    } else {
        (header.1.clone(), rest)
    };
    if rest.is_empty() {
        return Err(TidyError::Empty);
    }
    let find = |known: &[&str]| {
        (names.iter()).position(|name| known.contains(&name.trim().to_lowercase().as_str()))
    };
    let unit = if bare { None } else { find(&UNIT) };
    let layout = layout(&names, unit, find)?;
    if unit.is_none() && !bare {
        if matches!(layout, Layout::Long { .. } | Layout::Sheet { .. }) {
            return Err(TidyError::NoCodes(quoted(&names)));
        }
        read.warnings
            .push("No column is named unit: the rows were numbered.".to_owned());
    }
    let mut reading = Reading {
        read,
        names: &names,
        file: name,
        short: Vec::new(),
        changed: Vec::new(),
        found: 0,
    };
    for (at, (line, cells)) in rest.iter().enumerate() {
        reading.row(*line, at + 1, cells, unit, &layout);
    }
    reading.finish()
}

/// The rows of a table, each with the number of its line; comments and empty lines left out.
fn rows(text: &str) -> Vec<(u64, Vec<String>)> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let count = |delimiter: u8| {
        let first = first.unwrap_or_default().bytes();
        first.filter(|byte| *byte == delimiter).count()
    };
    let delimiter = [b',', b'\t', b';']
        .into_iter()
        .rev()
        .max_by_key(|delimiter| count(*delimiter))
        .unwrap_or(b',');
    let reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .comment(Some(b'#'))
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let rows = reader.into_records().filter_map(Result::ok);
    rows.map(|row| {
        let line = row.position().map_or(0, csv::Position::line);
        (
            line,
            row.iter().map(|cell| cell.trim().to_owned()).collect(),
        )
    })
    .filter(|(_, row): &(u64, Vec<String>)| row.iter().any(|cell| !cell.is_empty()))
    .collect()
}

fn layout(
    names: &[String],
    unit: Option<usize>,
    find: impl Fn(&[&str]) -> Option<usize>,
) -> Result<Layout, TidyError> {
    let (coder, variable, value) = (find(&CODER), find(&VARIABLE), find(&VALUE));
    let is_about = |at: usize| {
        let name = names.get(at).map(|name| name.to_lowercase());
        name.is_none_or(|name| name.is_empty() || ABOUT.contains(&name.as_str()))
    };
    let others = || -> Vec<usize> {
        let taken = [unit, coder, variable];
        let all = (0..names.len()).filter(|at| !taken.contains(&Some(*at)));
        all.filter(|at| !is_about(*at)).collect()
    };
    let layout = match (coder, value) {
        (Some(coder), Some(value)) if variable.is_some() || others().len() == 1 => Layout::Long {
            coder,
            variable,
            value,
        },
        (Some(coder), _) => Layout::Sheet {
            coder,
            variables: others(),
        },
        (None, _) => Layout::Wide {
            variable,
            coders: others(),
        },
    };
    match &layout {
        Layout::Wide {
            coders: columns, ..
        }
        | Layout::Sheet {
            variables: columns, ..
        } if columns.is_empty() => Err(TidyError::NoCodes(quoted(names))),
        _ => Ok(layout),
    }
}

fn quoted(names: &[String]) -> String {
    let names: Vec<String> = (names.iter().take(12))
        .map(|name| format!("“{}”", shorten(name, CELL)))
        .collect();
    names.join(", ")
}

/// Whether a cell is a code as studies number them.
fn is_code(cell: &str) -> bool {
    cell.parse::<f64>().is_ok() || is_missing(cell)
}

/// Whether a cell says that there is no code.
pub(super) fn is_missing(cell: &str) -> bool {
    MISSING.contains(&cell.trim().to_lowercase().as_str())
}

struct Reading<'a> {
    read: &'a mut ReadAnswers,
    names: &'a [String],
    file: &'a str,
    /// Lines that end before their last column.
    short: Vec<u64>,
    /// Lines that say something else than an earlier one.
    changed: Vec<u64>,
    found: usize,
}

impl Reading<'_> {
    fn row(
        &mut self,
        line: u64,
        number: usize,
        cells: &[String],
        unit: Option<usize>,
        layout: &Layout,
    ) {
        if cells.len() < self.names.len() {
            self.short.push(line);
        }
        let cell = |at: usize| cells.get(at).map(String::as_str).unwrap_or_default();
        let numbered = number.to_string();
        let unit = unit.map_or(numbered.as_str(), cell);
        if unit.is_empty() {
            return;
        }
        let names = self.names;
        let name = |at: usize| names.get(at).map(String::as_str).unwrap_or_default();
        let or_file = |coder| {
            let coder = cell(coder);
            if coder.is_empty() { self.file } else { coder }
        };
        match layout {
            Layout::Long {
                coder,
                variable,
                value,
            } => {
                let variable = variable.map_or(name(*value), cell);
                self.add(line, unit, or_file(*coder), variable, cell(*value));
            }
            Layout::Wide { variable, coders } => {
                let variable = variable.map_or("code", cell);
                for coder in coders {
                    self.add(line, unit, name(*coder), variable, cell(*coder));
                }
            }
            Layout::Sheet { coder, variables } => {
                let coder = or_file(*coder);
                for variable in variables {
                    self.add(line, unit, coder, name(*variable), cell(*variable));
                }
            }
        }
    }

    fn add(&mut self, line: u64, unit: &str, coder: &str, variable: &str, value: &str) {
        if is_missing(value) {
            return;
        }
        let variable = if variable.is_empty() {
            "code"
        } else {
            variable
        };
        self.found += 1;
        let answer = Answer {
            unit,
            coder,
            variable,
            value,
        };
        if self.read.answers.add(answer).is_some() {
            self.changed.push(line);
        }
    }

    fn finish(self) -> Result<(), TidyError> {
        let warnings = &mut self.read.warnings;
        if !self.short.is_empty() {
            warnings.push(format!(
                "{} before the last column ({}): is the file whole? What they hold was taken.",
                match self.short.len() {
                    1 => "1 row ends".to_owned(),
                    rows => format!("{rows} rows end"),
                },
                lines(&self.short)
            ));
        }
        if !self.changed.is_empty() {
            warnings.push(format!(
                "{} what the same coder had said of the same unit before ({}): the later code counts.",
                match self.changed.len() {
                    1 => "1 code changes".to_owned(),
                    codes => format!("{} change", counted(codes, "code")),
                },
                lines(&self.changed)
            ));
        }
        if self.found == 0 {
            return Err(TidyError::NothingCoded);
        }
        Ok(())
    }
}

fn lines(lines: &[u64]) -> String {
    let told: Vec<String> = lines.iter().take(TOLD).map(u64::to_string).collect();
    let more = if lines.len() > TOLD { " …" } else { "" };
    let line = if lines.len() == 1 { "line" } else { "lines" };
    format!("{line} {}{more}", told.join(", "))
}
