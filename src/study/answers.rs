//! Who gave which unit which value.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

/// Names in the order in which they were met.
#[derive(Debug, Clone, Default, PartialEq)]
struct Names {
    all: Vec<String>,
    places: FxHashMap<String, usize>,
}

impl Names {
    fn place(&mut self, name: &str) -> usize {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        let place = self.all.len();
        self.all.push(name.to_owned());
        self.places.insert(name.to_owned(), place);
        place
    }
}

/// One answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer<'a> {
    /// The unit.
    pub unit: &'a str,
    /// Who answered.
    pub coder: &'a str,
    /// The question.
    pub variable: &'a str,
    /// What was answered.
    pub value: &'a str,
}

/// Every answer of a study, one a unit, coder and variable.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answers {
    units: Names,
    coders: Names,
    variables: Names,
    /// By variable, unit and coder.
    values: BTreeMap<(usize, usize, usize), String>,
}

impl Answers {
    /// Adds an answer; gives what the coder had said of this unit before, if that was something else.
    pub fn add(&mut self, answer: Answer<'_>) -> Option<String> {
        let variable = self.variables.place(answer.variable.trim());
        let unit = self.units.place(answer.unit.trim());
        let coder = self.coders.place(answer.coder.trim());
        let value = answer.value.trim().to_owned();
        let key = (variable, unit, coder);
        let before = self.values.insert(key, value.clone());
        before.filter(|before| *before != value)
    }

    /// The coders, in the order in which they were met.
    pub fn coders(&self) -> &[String] {
        &self.coders.all
    }

    /// The units, in the order in which they were met.
    pub fn units(&self) -> &[String] {
        &self.units.all
    }

    /// The variables, in the order in which they were met.
    pub fn variables(&self) -> &[String] {
        &self.variables.all
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The answers to one variable by position, units in order: unit and coder as positions, and the value.
    pub fn of(&self, variable: usize) -> impl Iterator<Item = (usize, usize, &str)> {
        let all = self.values.range((variable, 0, 0)..(variable + 1, 0, 0));
        all.map(|((_, unit, coder), value)| (*unit, *coder, value.as_str()))
    }

    /// Every answer, variable by variable.
    pub fn iter(&self) -> impl Iterator<Item = Answer<'_>> {
        self.values
            .iter()
            .filter_map(|((variable, unit, coder), value)| {
                Some(Answer {
                    unit: self.units.all.get(*unit)?,
                    coder: self.coders.all.get(*coder)?,
                    variable: self.variables.all.get(*variable)?,
                    value,
                })
            })
    }

    /// What one coder said of one unit.
    pub fn get(&self, variable: &str, unit: &str, coder: &str) -> Option<&str> {
        let key = (
            *self.variables.places.get(variable)?,
            *self.units.places.get(unit)?,
            *self.coders.places.get(coder)?,
        );
        self.values.get(&key).map(String::as_str)
    }
}
