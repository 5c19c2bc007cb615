//! A study being coded: its units and codebook, and what each coder answered so far.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::answers::{Answer, Answers};
use super::codebook::{Codebook, Variable};
use super::sample::Drawn;
use super::unit::{Unit, hash};
use crate::stats::Rng;

/// A study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Study {
    /// The questions.
    pub codebook: Arc<Codebook>,
    /// How the units were drawn.
    pub drawn: Drawn,
    /// The units, in the order in which they were drawn.
    pub units: Arc<Vec<Unit>>,
    /// Those who code.
    pub coders: Vec<Coder>,
    /// What was settled after discussion, by variable and unit; the coders' own answers stay.
    pub settled: BTreeMap<String, BTreeMap<String, String>>,
}

/// A study as files hold it.
#[derive(Serialize, Deserialize)]
struct Written {
    codebook: Codebook,
    drawn: Drawn,
    units: Vec<Unit>,
    coders: Vec<Coder>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    settled: BTreeMap<String, BTreeMap<String, String>>,
}

impl From<Written> for Study {
    fn from(written: Written) -> Self {
        Self {
            codebook: Arc::new(written.codebook),
            drawn: written.drawn,
            units: Arc::new(written.units),
            coders: written.coders,
            settled: written.settled,
        }
    }
}

impl From<Study> for Written {
    fn from(study: Study) -> Self {
        Self {
            codebook: Arc::unwrap_or_clone(study.codebook),
            drawn: study.drawn,
            units: Arc::unwrap_or_clone(study.units),
            coders: study.coders,
            settled: study.settled,
        }
    }
}

/// One coder and what they did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coder {
    /// Their name.
    pub name: String,
    /// By unit: by variable, the value.
    pub answers: BTreeMap<String, BTreeMap<String, String>>,
    /// What they remarked, by unit.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub comments: BTreeMap<String, String>,
    /// The units they flagged.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub flags: BTreeSet<String>,
    /// The units of which they asked for the paragraphs beside.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub looked: BTreeSet<String>,
    /// Where they are in their order.
    #[serde(default)]
    pub at: usize,
}

impl Study {
    /// A study nobody has coded yet.
    pub fn new(codebook: Codebook, drawn: Drawn, units: Vec<Unit>) -> Self {
        Self {
            codebook: Arc::new(codebook),
            drawn,
            units: Arc::new(units),
            coders: Vec::new(),
            settled: BTreeMap::new(),
        }
    }

    /// The place of a coder; one of a new name is added. `None` for an empty name.
    pub fn join(&mut self, name: &str) -> Option<usize> {
        let name = name.trim();
        if name.is_empty() {
            return None;
        }
        let known = self.coders.iter().position(|one| one.name == name);
        Some(known.unwrap_or_else(|| {
            self.coders.push(Coder {
                name: name.to_owned(),
                ..Coder::default()
            });
            self.coders.len() - 1
        }))
    }

    /// The order in which a coder sees the units: by chance, another for each name.
    pub fn order(&self, coder: &str) -> Vec<usize> {
        let letters = hash(coder, 16);
        let own = u64::from_str_radix(&letters, 16).unwrap_or_default();
        let mut order: Vec<usize> = (0..self.units.len()).collect();
        let count = order.len();
        Rng::new(self.drawn.seed ^ own).choose(&mut order, count);
        order
    }

    /// What a coder has before them: the unit and the first question of it without an answer, or the first
    /// question. `None` at the end.
    pub fn current(&self, coder: usize) -> Option<(&Unit, &Variable)> {
        let coder = self.coders.get(coder)?;
        let unit = self.units.get(*self.order(&coder.name).get(coder.at)?)?;
        let said = coder.answers.get(&unit.id);
        let open =
            |variable: &&Variable| said.is_none_or(|said| !said.contains_key(&variable.name));
        let variables = &self.codebook.variables;
        let variable = variables.iter().find(open).or(variables.first())?;
        Some((unit, variable))
    }

    /// Takes the answer that a key gives to the question `variable` of the current unit, and goes on once every
    /// question of it has one. Whether the key is one.
    pub fn press(&mut self, coder: usize, variable: usize, key: char) -> bool {
        let Some((unit, _)) = self.current(coder) else {
            return false;
        };
        let unit = unit.id.clone();
        let Some(variable) = self.codebook.variables.get(variable) else {
            return false;
        };
        let answers = variable.answers();
        let Some(value) = (answers.into_iter()).find(|value| value.key.eq_ignore_ascii_case(&key))
        else {
            return false;
        };
        let (asked, end) = (self.codebook.variables.len(), self.units.len());
        let name = variable.name.clone();
        if let Some(coder) = self.coders.get_mut(coder) {
            let said = coder.answers.entry(unit).or_default();
            said.insert(name, value.value);
            if said.len() >= asked {
                coder.at = (coder.at + 1).min(end);
            }
        }
        true
    }

    /// Goes on without an answer, or back.
    pub fn go(&mut self, coder: usize, back: bool) {
        let end = self.units.len();
        if let Some(coder) = self.coders.get_mut(coder) {
            coder.at = if back {
                coder.at.saturating_sub(1)
            } else {
                (coder.at + 1).min(end)
            };
        }
    }

    /// How many units a coder has answered in full.
    pub fn done(&self, coder: usize) -> usize {
        let asked = self.codebook.variables.len();
        let answers = self.coders.get(coder).map(|coder| &coder.answers);
        answers.map_or(0, |all| {
            all.values().filter(|said| said.len() >= asked).count()
        })
    }

    /// Every answer of every coder.
    pub fn answers(&self) -> Answers {
        let mut all = Answers::default();
        for unit in self.units.iter() {
            for coder in &self.coders {
                for (variable, value) in coder.answers.get(&unit.id).into_iter().flatten() {
                    all.add(Answer {
                        unit: &unit.id,
                        coder: &coder.name,
                        variable,
                        value,
                    });
                }
            }
        }
        all
    }

    /// A unit by what it is known by.
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == id)
    }

    /// Settles the value of a unit after discussion; the coders' answers stay.
    pub fn settle(&mut self, variable: &str, unit: &str, value: &str) {
        let settled = self.settled.entry(variable.to_owned()).or_default();
        settled.insert(unit.to_owned(), value.to_owned());
    }

    /// What was settled of a unit.
    pub fn settled(&self, variable: &str, unit: &str) -> Option<&str> {
        let settled = self.settled.get(variable)?.get(unit)?;
        Some(settled)
    }
}
