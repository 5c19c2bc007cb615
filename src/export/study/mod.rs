//! Studies as files: the sheet to be coded, codes as a tidy table (a row a unit, a column a coder), agreement as a
//! table for LaTeX, everything as JSON (`json`) or as a report to print (`report`).

use std::fmt::Write as _;

use crate::chart::{Cell, Table};
use crate::stats::{COEFFICIENTS, Coefficient};
use crate::study::{Answers, Codebook, Study, Unit, VariableAgreement};
use crate::text::{number, range};

use super::escape::escape_xml;
use super::format::{Entry, Format};

mod json;
mod report;

pub use json::{against_json, agreement_json, study_json};
pub use report::{StudyFigure, StudyReport};

/// What the study page saves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum StudyFormat {
    /// The study with its texts, to be coded elsewhere or put together again
    Coding,
    /// Codes as a table: a row a unit and variable, a column a coder
    Csv,
    /// Everything as one JSON object: sample, codebook, codes, agreement, people against measures
    Json,
    /// Agreement as a table for LaTeX
    Tex,
    /// The methods paragraph, agreement and the codebook as text
    Md,
    /// The codebook alone, to be used again
    Toml,
    /// A worksheet to print: the codebook and every unit with its answers to tick, without source and scores
    Html,
}

impl Format for StudyFormat {
    fn entry(&self) -> Entry {
        match self {
            Self::Coding => Entry::new("Coding file", &["parallax-coding"]),
            Self::Csv => Entry::new("Codes (comma-separated)", &["csv"]),
            Self::Json => Entry::new("Everything (JSON)", &["json"]),
            Self::Tex => Entry::new("Table for LaTeX", &["tex"]),
            Self::Md => Entry::new("Methods paragraph (Markdown)", &["md"]),
            Self::Toml => Entry::new("Codebook (TOML)", &["toml"]),
            Self::Html => Entry::new("Worksheet to print (HTML)", &["html"]),
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

/// The methods paragraph, what agreement means and the codebook, as Markdown.
pub fn methods(study: &Study, found: &[VariableAgreement], paragraph: &str) -> String {
    let mut out = format!(
        "# {}: methods and agreement\n\n{paragraph}\n",
        study.codebook.name
    );
    for one in found {
        let _ = write!(out, "\n## {}\n\n", one.name);
        for note in &one.notes {
            let _ = writeln!(out, "- {note}");
        }
    }
    let _ = write!(
        out,
        "\n{}",
        study.codebook.handout().replacen("# ", "# Codebook: ", 1)
    );
    let _ = write!(out, "\n- Software: Parallax {}\n", crate::VERSION);
    out
}

/// A worksheet to print.
pub fn worksheet(study: &Study) -> String {
    let text = |text: &str| escape_xml(text);
    let book = &study.codebook;
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"generator\" content=\"Parallax {}\">\
         <title>{}</title><style>body{{font:12pt/1.4 serif;max-width:44em;margin:2em auto;padding:0 1em}}\
         li{{margin:0 0 1.2em;break-inside:avoid}}.a{{font:11pt sans-serif}}.a span{{margin-right:1.4em}}\
         small{{color:#555}}</style></head><body>\n<h1>{}</h1>\n<p>{}</p>\n<p>{}: ______________________</p>\n",
        crate::VERSION,
        text(&book.name),
        text(&book.name),
        text(&book.about),
        if study.is_class() {
            "Your code, no name"
        } else {
            "Name or number"
        },
    );
    for variable in &book.variables {
        let _ = writeln!(
            out,
            "<p><b>{}</b> {}</p>",
            text(&variable.question),
            text(&variable.definition)
        );
    }
    out += "<ol>\n";
    // In an order in which nobody sees which article a unit is of.
    let order = study.order("");
    for unit in order.iter().filter_map(|at| study.units.get(*at)) {
        let _ = write!(out, "<li dir=\"auto\">{}", text(&unit.text));
        for (_, variable) in study.asked(unit) {
            let answers: Vec<String> = (variable.answers().iter())
                .map(|value| format!("<span>☐ {}</span>", text(&value.label)))
                .collect();
            let _ = write!(out, "<div class=\"a\">{}</div>", answers.concat());
        }
        let _ = writeln!(out, "<small>{}</small></li>", text(&unit.id));
    }
    let _ = write!(
        out,
        "</ol>\n<p><small>{} Parallax {}.</small></p>\n</body></html>\n",
        text(&study.drawn.sentence()),
        crate::VERSION
    );
    out
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
