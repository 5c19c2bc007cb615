//! A study being coded: its units and codebook, and what each coder answered so far.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::answers::{Answer, Answers};
use super::codebook::{Codebook, Variable};
use super::participant::participant;
use super::said::{Answered, Said};
use super::sample::Drawn;
use super::unit::{Unit, hash};
use crate::stats::Rng;

/// A study. Copies share what neither of them changes: each key that is pressed is a step of undo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Study {
    /// The questions.
    pub codebook: Arc<Codebook>,
    /// How the units were drawn.
    pub drawn: Arc<Drawn>,
    /// The units, in the order in which they were drawn.
    pub units: Arc<Vec<Unit>>,
    /// Those who code.
    pub coders: Vec<Arc<Coder>>,
    /// What was settled after discussion, by variable and unit; the coders' own answers stay.
    pub settled: Arc<Settled>,
}

/// By variable and unit: the value.
pub type Settled = BTreeMap<String, BTreeMap<String, String>>;

/// A study as files hold it.
#[derive(Serialize, Deserialize)]
struct Written {
    codebook: Codebook,
    drawn: Drawn,
    units: Vec<Unit>,
    coders: Vec<WrittenCoder>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    settled: Settled,
}

impl From<Written> for Study {
    fn from(written: Written) -> Self {
        Self {
            codebook: Arc::new(written.codebook),
            drawn: Arc::new(written.drawn),
            units: Arc::new(written.units),
            coders: (written.coders.into_iter())
                .map(|coder| Arc::new(coder.into()))
                .collect(),
            settled: Arc::new(written.settled),
        }
    }
}

impl From<Study> for Written {
    fn from(study: Study) -> Self {
        Self {
            codebook: Arc::unwrap_or_clone(study.codebook),
            drawn: Arc::unwrap_or_clone(study.drawn),
            units: Arc::unwrap_or_clone(study.units),
            coders: (study.coders.into_iter())
                .map(|coder| Arc::unwrap_or_clone(coder).into())
                .collect(),
            settled: Arc::unwrap_or_clone(study.settled),
        }
    }
}

/// One coder and what they did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coder {
    /// Their name.
    pub name: String,
    /// What they answered.
    pub answers: Said,
    /// What they remarked, by unit.
    pub comments: Arc<BTreeMap<String, String>>,
    /// The units they flagged.
    pub flags: Arc<BTreeSet<String>>,
    /// The units of which they asked for the paragraphs beside.
    pub looked: Arc<BTreeSet<String>>,
    /// Where they are in their order.
    pub at: usize,
}

impl Coder {
    /// Takes a remark on a unit; an empty one takes it back.
    pub fn remark(&mut self, unit: &str, text: &str) {
        let comments = Arc::make_mut(&mut self.comments);
        if text.trim().is_empty() {
            comments.remove(unit);
        } else {
            comments.insert(unit.to_owned(), text.trim().to_owned());
        }
    }

    /// Flags a unit, or takes the flag back.
    pub fn flag(&mut self, unit: &str) {
        let flags = Arc::make_mut(&mut self.flags);
        if !flags.remove(unit) {
            flags.insert(unit.to_owned());
        }
    }

    /// Notes that the paragraphs beside a unit were looked at.
    pub fn look(&mut self, unit: &str) {
        Arc::make_mut(&mut self.looked).insert(unit.to_owned());
    }

    /// Takes what another copy of this coder did; where both answered, that one counts.
    pub(super) fn take(&mut self, other: &Self) {
        for (unit, said) in other.answers.iter() {
            for (variable, value) in said {
                self.answers.set(unit, variable, value);
            }
        }
        let comments = other.comments.iter();
        Arc::make_mut(&mut self.comments)
            .extend(comments.map(|(unit, text)| (unit.clone(), text.clone())));
        Arc::make_mut(&mut self.flags).extend(other.flags.iter().cloned());
        Arc::make_mut(&mut self.looked).extend(other.looked.iter().cloned());
        self.at = self.at.max(other.at);
    }
}

/// A coder as files hold them.
#[derive(Serialize, Deserialize)]
struct WrittenCoder {
    name: String,
    answers: BTreeMap<String, Answered>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    comments: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    flags: BTreeSet<String>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    looked: BTreeSet<String>,
    #[serde(default)]
    at: usize,
}

impl From<WrittenCoder> for Coder {
    fn from(written: WrittenCoder) -> Self {
        Self {
            name: written.name,
            answers: written.answers.into(),
            comments: Arc::new(written.comments),
            flags: Arc::new(written.flags),
            looked: Arc::new(written.looked),
            at: written.at,
        }
    }
}

impl From<Coder> for WrittenCoder {
    fn from(coder: Coder) -> Self {
        Self {
            name: coder.name,
            answers: coder.answers.into(),
            comments: Arc::unwrap_or_clone(coder.comments),
            flags: Arc::unwrap_or_clone(coder.flags),
            looked: Arc::unwrap_or_clone(coder.looked),
            at: coder.at,
        }
    }
}

impl Study {
    /// A study nobody has coded yet.
    pub fn new(codebook: Codebook, drawn: Drawn, units: Vec<Unit>) -> Self {
        Self {
            codebook: Arc::new(codebook),
            drawn: Arc::new(drawn),
            units: Arc::new(units),
            coders: Vec::new(),
            settled: Arc::default(),
        }
    }

    /// The place of a coder; one of a new name is added. `None` for an empty name.
    pub fn join(&mut self, name: &str) -> Option<usize> {
        let name = name.trim();
        if name.is_empty() {
            return None;
        }
        // Of a class nobody is named.
        let code = self.is_class().then(|| participant(name));
        let name = code.as_deref().unwrap_or(name);
        let known = self.coders.iter().position(|one| one.name == name);
        Some(known.unwrap_or_else(|| {
            self.coders.push(Arc::new(Coder {
                name: name.to_owned(),
                ..Coder::default()
            }));
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
        let mut asked = self.asked(unit).map(|(_, variable)| variable);
        let first = asked.clone().next();
        let variable = asked.find(open).or(first)?;
        Some((unit, variable))
    }

    /// The questions asked of a unit, each with its position in the codebook.
    pub fn asked(&self, unit: &Unit) -> impl Iterator<Item = (usize, &Variable)> + Clone {
        let (all, kind) = (self.codebook.variables.iter().enumerate(), unit.kind);
        all.filter(move |(_, variable)| variable.is_asked_of(kind))
    }

    /// A coder, to be changed.
    pub fn coder_mut(&mut self, coder: usize) -> Option<&mut Coder> {
        self.coders.get_mut(coder).map(Arc::make_mut)
    }

    /// Takes the answer that a key gives to the question `variable` of the current unit, and goes on once every
    /// question of it has one. Whether the key is one.
    pub fn press(&mut self, coder: usize, variable: usize, key: char) -> bool {
        let Some((unit, _)) = self.current(coder) else {
            return false;
        };
        let asked = self.asked(unit).count();
        let Some((_, variable)) = self.asked(unit).find(|(at, _)| *at == variable) else {
            return false;
        };
        let answers = variable.answers();
        let Some(value) = (answers.into_iter()).find(|value| value.key.eq_ignore_ascii_case(&key))
        else {
            return false;
        };
        let (unit, name, end) = (unit.id.clone(), variable.name.clone(), self.units.len());
        if let Some(coder) = self.coder_mut(coder) {
            coder.answers.set(&unit, &name, &value.value);
            let said = coder.answers.get(&unit);
            if said.is_some_and(|said| said.len() >= asked) {
                coder.at = (coder.at + 1).min(end);
            }
        }
        true
    }

    /// Goes on without an answer, or back.
    pub fn go(&mut self, coder: usize, back: bool) {
        let end = self.units.len();
        if let Some(coder) = self.coder_mut(coder) {
            coder.at = if back {
                coder.at.saturating_sub(1)
            } else {
                (coder.at + 1).min(end)
            };
        }
    }

    /// How many units a coder has answered in full.
    pub fn done(&self, coder: usize) -> usize {
        let Some(coder) = self.coders.get(coder) else {
            return 0;
        };
        let is_done = |unit: &&Unit| {
            let said = coder.answers.get(&unit.id);
            said.is_some_and(|said| said.len() >= self.asked(unit).count())
        };
        self.units.iter().filter(is_done).count()
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

    /// Takes answers from elsewhere, those to units of this study; how many there were of others.
    pub fn take_answers(&mut self, answers: &Answers) -> usize {
        let known: BTreeSet<&str> = self.units.iter().map(|unit| unit.id.as_str()).collect();
        let (known, strange): (Vec<_>, Vec<_>) = answers
            .iter()
            .partition(|answer| known.contains(answer.unit));
        for answer in known {
            let place = self.join(answer.coder);
            if let Some(coder) = place.and_then(|place| self.coder_mut(place)) {
                coder
                    .answers
                    .set(answer.unit, answer.variable, answer.value);
            }
        }
        strange.len()
    }

    /// A unit by what it is known by.
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == id)
    }

    /// Settles the value of a unit after discussion; the coders' answers stay.
    pub fn settle(&mut self, variable: &str, unit: &str, value: &str) {
        let settled = Arc::make_mut(&mut self.settled);
        let settled = settled.entry(variable.to_owned()).or_default();
        settled.insert(unit.to_owned(), value.to_owned());
    }

    /// What was settled of a unit.
    pub fn settled(&self, variable: &str, unit: &str) -> Option<&str> {
        let settled = self.settled.get(variable)?.get(unit)?;
        Some(settled)
    }
}
