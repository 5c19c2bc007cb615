//! What is found of the agreement on one variable.

use crate::stats::{Agreement, CodesError, Level};

/// A unit of which coders said different things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The unit.
    pub unit: String,
    /// Who said what.
    pub codes: Vec<(String, String)>,
}

/// How far coders agree on one variable.
#[derive(Debug, Clone, PartialEq)]
pub struct VariableAgreement {
    /// The variable.
    pub name: String,
    /// The level its coefficients take it to have.
    pub level: Level,
    /// How many units have a code.
    pub units: usize,
    /// How many were coded by two coders or more.
    pub shared: usize,
    /// Who coded it.
    pub coders: Vec<String>,
    /// The values that were given, in order, each with how often.
    pub values: Vec<(String, usize)>,
    /// The coefficients, or why there is none.
    pub agreement: Result<Agreement, CodesError>,
    /// How often one coder gave the value of the row and a later one that of the column, over all pairs of coders.
    pub confusion: Vec<Vec<usize>>,
    /// The units of which coders said different things.
    pub disagreements: Vec<Disagreement>,
    /// What was left out and what the figures mean, in sentences.
    pub notes: Vec<String>,
}
