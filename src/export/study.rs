//! Studies as files: the sheet to be coded, codes as a tidy table (a row a unit, a column a coder), agreement as a
//! table for LaTeX.

use crate::chart::{Cell, Table};
use crate::stats::{COEFFICIENTS, Coefficient};
use crate::study::{Answers, Codebook, Study, Unit, VariableAgreement};
use crate::text::{number, range};

use super::format::{Entry, Format};

/// What the study page saves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum StudyFormat {
    /// The study with its texts, to be coded elsewhere or put together again
    Coding,
    /// Codes as a table: a row a unit and variable, a column a coder
    Csv,
    /// Agreement as a table for LaTeX
    Tex,
    /// The methods paragraph, agreement and the codebook as text
    Md,
}

impl Format for StudyFormat {
    fn entry(&self) -> Entry {
        match self {
            Self::Coding => Entry::new("Coding file", &["parallax-coding"]),
            Self::Csv => Entry::new("Codes (comma-separated)", &["csv"]),
            Self::Tex => Entry::new("Table for LaTeX", &["tex"]),
            Self::Md => Entry::new("Methods paragraph (Markdown)", &["md"]),
        }
    }
}

/// A sheet to be coded: a row a unit in the order of `units`, a column a question; the column of the coder is to be filled.
/// With `open` the source and the article of each unit stand in it.
pub fn sheet(units: &[Unit], codebook: Option<&Codebook>, open: bool) -> Table {
    let mut columns = vec!["unit"];
    if open {
        columns.extend(["source", "article"]);
    }
    columns.extend(["text", "coder"]);
    let questions = codebook.into_iter().flat_map(|book| &book.variables);
    columns.extend(questions.map(|variable| variable.name.as_str()));
    columns.push("comment");
    let mut table = Table::new(&columns);
    table.rows.extend(units.iter().map(|unit| {
        let mut row = vec![Cell::Text(unit.id.clone())];
        if open {
            row.push(Cell::Text(unit.source.clone()));
            row.push(Cell::Text(unit.article.clone()));
        }
        row.push(Cell::Text(unit.text.clone()));
        row
    }));
    table
}

/// Codes as a tidy table: a row a unit and variable, a column a coder; what was settled, and from which source the unit is,
/// where that is known.
pub fn codes(answers: &Answers, study: Option<&Study>) -> Table {
    let mut columns = vec!["unit", "variable"];
    columns.extend(answers.coders().iter().map(String::as_str));
    if study.is_some() {
        columns.extend(["settled", "source", "article", "comment", "text"]);
    }
    let mut table = Table::new(&columns);
    for variable in answers.variables() {
        for id in answers.units() {
            let codes = answers.coders().iter().map(|coder| {
                let value = answers.get(variable, id, coder);
                value.map_or(Cell::Empty, |value| match value.parse::<i64>() {
                    // A code below zero is a number, no formula.
                    Ok(_) => Cell::Value(value.parse().unwrap_or_default(), 0),
                    Err(_) => Cell::Text(value.to_owned()),
                })
            });
            let mut row = vec![Cell::Text(id.clone()), Cell::Text(variable.clone())];
            row.extend(codes);
            if let Some(study) = study {
                let comments: Vec<String> = (study.coders.iter())
                    .filter_map(|coder| {
                        Some(format!("{}: {}", coder.name, coder.comments.get(id)?))
                    })
                    .collect();
                let unit = study.unit(id);
                let text = |get: fn(&Unit) -> &String| {
                    Cell::Text(unit.map(get).cloned().unwrap_or_default())
                };
                row.push(Cell::Text(
                    study.settled(variable, id).unwrap_or_default().to_owned(),
                ));
                row.push(text(|unit| &unit.source));
                row.push(text(|unit| &unit.article));
                row.push(Cell::Text(comments.join("; ")));
                row.push(text(|unit| &unit.text));
            }
            table.rows.push(row);
        }
    }
    table
}

/// Agreement as a table for LaTeX, with the packages of every installation.
pub fn latex(found: &[VariableAgreement]) -> String {
    let mut out = "\\begin{tabular}{llrrllllll}\n\\hline\nVariable & Level & Units & Coders & Agreement & $\\kappa$ (Cohen) & \
                   $\\kappa$ (Fleiss) & $\\alpha$ & AC1 & AC2 \\\\\n\\hline\n"
        .to_owned();
    for one in found {
        let mut cells = vec![
            escaped(&one.name),
            one.level.label().to_owned(),
            one.shared.to_string(),
            one.coders.len().to_string(),
        ];
        cells.extend(COEFFICIENTS.into_iter().map(|which| {
            let estimate = one.agreement.as_ref().ok().and_then(|all| all.get(which));
            let show = |value: f64| {
                let shown = match which {
                    Coefficient::Percent => number(value * 100.0, 0),
                    _ => number(value, 2),
                };
                shown.replace('−', "$-$")
            };
            let Some(estimate) = estimate else {
                return "--".to_owned();
            };
            let unit = if which == Coefficient::Percent {
                "\\,\\%"
            } else {
                ""
            };
            let interval = estimate.interval.map_or_else(String::new, |interval| {
                format!(
                    " [{}]",
                    range(interval.low, interval.high, show).replace(" to ", ", ")
                )
            });
            format!("{}{unit}{interval}", show(estimate.value))
        }));
        out += &cells.join(" & ");
        out += " \\\\\n";
    }
    out += "\\hline\n\\end{tabular}\n";
    out
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                out.push('\\');
                out.push(character);
            }
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            other => out.push(other),
        }
    }
    out
}
