//! The codebook: what is asked of each unit, and which answers there are. Kept as a TOML file that people read
//! and write.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::unit::UnitKind;
use crate::stats::Level;
use crate::text::counted;

/// The value of whoever cannot tell. It counts as missing.
pub const CANNOT_TELL: &str = "?";

/// The most variables, and the most values of one.
const MOST: usize = 64;

/// What is asked of each unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Codebook {
    /// Its name.
    pub name: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// What is coded: `headline`, `sentence`, `paragraph`, `article` or `passage`, which is headlines and paragraphs.
    #[serde(default = "paragraph")]
    pub unit: String,
    /// The questions, in the order in which they are asked.
    #[serde(rename = "variable")]
    pub variables: Vec<Variable>,
}

fn paragraph() -> String {
    "paragraph".to_owned()
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variable {
    /// Its name in tables.
    pub name: String,
    /// The question as coders read it.
    pub question: String,
    /// What is meant, and how to decide where it is hard.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub definition: String,
    /// What distance between two values means.
    #[serde(default)]
    pub level: Level,
    /// Whether “can’t tell” may be answered.
    #[serde(default)]
    pub cannot_tell: bool,
    /// The units it is asked of, where a codebook is for several kinds of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitKind>,
    /// The measure of this program that answers the same question, by its identifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// Examples with their answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<String>,
    /// The answers, in order; at ordinal and interval level from low to high.
    #[serde(rename = "value")]
    pub values: Vec<Value>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// What tables hold: a number at interval level.
    pub value: String,
    /// What coders read.
    pub label: String,
    /// The key that gives it: one letter or digit.
    pub key: char,
}

/// Why a text is no codebook.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CodebookError {
    /// It is no TOML, or has not the parts of a codebook.
    #[error("this is no codebook: {0}")]
    NotUnderstood(String),
    /// It asks nothing.
    #[error("the codebook asks nothing: it needs at least one [[variable]]")]
    NoVariable,
    /// Some of its units are asked nothing.
    #[error("the codebook asks nothing of a {0}: it needs a [[variable]] for every kind of unit")]
    NothingAskedOf(&'static str),
    /// One of its variables cannot be used.
    #[error("the variable “{variable}” {fault}")]
    Variable {
        /// The name of the variable.
        variable: String,
        /// What is wrong, as the rest of the sentence.
        fault: String,
    },
}

impl Codebook {
    /// Reads a codebook.
    ///
    /// # Errors
    /// [`CodebookError`]: what is wrong with it, in words.
    pub fn from_toml(text: &str) -> Result<Self, CodebookError> {
        let book: Self = toml::from_str(text).map_err(|error| {
            let line = |at: std::ops::Range<usize>| {
                let before = text.get(..at.start).unwrap_or_default();
                format!("line {}: ", before.matches('\n').count() + 1)
            };
            let line = error.span().map(line).unwrap_or_default();
            CodebookError::NotUnderstood(format!("{line}{}", error.message()))
        })?;
        book.checked()
    }

    /// The codebook as a file, that gives the same again.
    ///
    /// # Errors
    /// Never in practice: every part of a codebook can be written.
    pub fn to_toml(&self) -> Result<String, CodebookError> {
        toml::to_string_pretty(self)
            .map_err(|error| CodebookError::NotUnderstood(error.to_string()))
    }

    /// A variable by its name.
    pub fn variable(&self, name: &str) -> Option<&Variable> {
        let name = name.trim();
        (self.variables.iter()).find(|known| known.name.eq_ignore_ascii_case(name))
    }

    pub(super) fn checked(self) -> Result<Self, CodebookError> {
        if self.variables.is_empty() || self.variables.len() > MOST {
            return Err(CodebookError::NoVariable);
        }
        for (at, variable) in self.variables.iter().enumerate() {
            let twice = (self.variables.iter().take(at))
                .any(|other| other.name.eq_ignore_ascii_case(&variable.name));
            let fault = if twice {
                Some("is asked twice".to_owned())
            } else {
                variable.fault()
            };
            if let Some(fault) = fault {
                return Err(CodebookError::Variable {
                    variable: variable.name.clone(),
                    fault,
                });
            }
        }
        let kind = UnitKind::named(&self.unit);
        for part in kind.unwrap_or_default().parts() {
            if !(self.variables.iter()).any(|variable| variable.is_asked_of(*part)) {
                return Err(CodebookError::NothingAskedOf(part.label()));
            }
        }
        Ok(self)
    }

    /// The codebook on one page, for coders who read on paper: Markdown.
    pub fn handout(&self) -> String {
        // Writing to memory does not fail.
        let mut out = format!("# {}\n", self.name);
        if !self.about.is_empty() {
            let _ = write!(out, "\n{}\n", self.about);
        }
        let _ = write!(
            out,
            "\nYou code one {} at a time, alone, without talking about it. Read it once, answer every question, go on. \
             Where you are unsure take the answer that fits best and flag the {0}.\n",
            self.unit
        );
        for (at, variable) in self.variables.iter().enumerate() {
            let of = variable
                .unit
                .map_or_else(String::new, |unit| format!(" (of each {})", unit.label()));
            let _ = write!(out, "\n## {}. {}{of}\n", at + 1, variable.question);
            if !variable.definition.is_empty() {
                let _ = write!(out, "\n{}\n", variable.definition);
            }
            let _ = write!(
                out,
                "\n| Key | Answer | In tables ({}) |\n|---|---|---|\n",
                variable.level.label()
            );
            for value in variable.answers() {
                let _ = writeln!(out, "| {} | {} | {} |", value.key, value.label, value.value);
            }
            for example in &variable.examples {
                let _ = write!(out, "\n- {example}");
            }
            if !variable.examples.is_empty() {
                out.push('\n');
            }
        }
        out
    }
}

impl Variable {
    /// Whether it is asked of units of this kind.
    pub fn is_asked_of(&self, kind: UnitKind) -> bool {
        self.unit.is_none_or(|unit| unit == kind)
    }

    /// Every answer, “can’t tell” last where it may be given.
    pub fn answers(&self) -> Vec<Value> {
        let cannot = self.cannot_tell.then(|| Value {
            value: CANNOT_TELL.to_owned(),
            label: "can’t tell".to_owned(),
            key: '?',
        });
        self.values.iter().cloned().chain(cannot).collect()
    }

    /// The label of a value; the value itself where the codebook does not know it.
    pub fn label<'a>(&'a self, value: &'a str) -> &'a str {
        let known = self.values.iter().find(|known| known.value == value);
        match known {
            Some(known) => &known.label,
            None if value == CANNOT_TELL => "can’t tell",
            None => value,
        }
    }

    /// What is wrong with it, as the rest of a sentence.
    fn fault(&self) -> Option<String> {
        if self.name.trim().is_empty() || self.question.trim().is_empty() {
            return Some("needs a name and a question".to_owned());
        }
        if self.values.len() < 2 || self.values.len() > MOST {
            return Some(format!(
                "has {}: it needs at least two and at most {MOST}",
                counted(self.values.len(), "value")
            ));
        }
        for (at, value) in self.values.iter().enumerate() {
            let before = || self.values.iter().take(at);
            if value.value.trim().is_empty() || value.value == CANNOT_TELL {
                return Some("has a value that is empty or “?”".to_owned());
            }
            if before().any(|other| other.value == value.value) {
                return Some(format!("has the value “{}” twice", value.value));
            }
            if before().any(|other| other.key.eq_ignore_ascii_case(&value.key)) {
                return Some(format!("has the key “{}” twice", value.key));
            }
            if !value.key.is_ascii_alphanumeric() {
                return Some(format!(
                    "has the key “{}”: take a letter or a digit",
                    value.key
                ));
            }
            if self.level == Level::Interval && value.value.parse::<f64>().is_err() {
                return Some(format!(
                    "is measured in numbers, and “{}” is none",
                    value.value
                ));
            }
        }
        None
    }
}
