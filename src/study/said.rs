//! What a coder answered, unit by unit, held so that copies share what neither of them changes: every key that is
//! pressed is a step that undo can take back, and each step is a copy.

use std::collections::BTreeMap;
use std::sync::Arc;

/// Drawers that units are kept in. A step copies one of them and the list of all: with a thousand units, sixteen units.
const DRAWERS: usize = 64;

/// The answers to one unit: by variable, the value.
pub type Answered = BTreeMap<String, String>;

/// One drawer: by unit, its answers.
type Drawer = BTreeMap<Arc<str>, Arc<Answered>>;

/// The answers of one coder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// None of them as long as nothing is answered.
    drawers: Vec<Arc<Drawer>>,
}

/// The drawer of a unit: the same for the same name.
fn drawer(unit: &str) -> usize {
    let sum = |sum: usize, byte: u8| sum.wrapping_mul(31).wrapping_add(usize::from(byte));
    unit.bytes().fold(0, sum) % DRAWERS
}

impl Said {
    /// What was answered of a unit.
    pub fn get(&self, unit: &str) -> Option<&Answered> {
        self.drawers
            .get(drawer(unit))?
            .get(unit)
            .map(|said| &**said)
    }

    /// Takes an answer.
    pub fn set(&mut self, unit: &str, variable: &str, value: &str) {
        self.drawers.resize_with(DRAWERS, Arc::default);
        let Some(drawer) = self.drawers.get_mut(drawer(unit)) else {
            return;
        };
        let said = Arc::make_mut(drawer).entry(unit.into()).or_default();
        Arc::make_mut(said).insert(variable.to_owned(), value.to_owned());
    }

    /// Every unit that was answered, in no order that means anything.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answered)> {
        let all = self.drawers.iter().flat_map(|drawer| drawer.iter());
        all.map(|(unit, said)| (&**unit, &**said))
    }
}

/// As files hold it: by unit, in the order of their names.
impl From<BTreeMap<String, Answered>> for Said {
    fn from(all: BTreeMap<String, Answered>) -> Self {
        let mut said = Self::default();
        for (unit, answered) in all {
            for (variable, value) in answered {
                said.set(&unit, &variable, &value);
            }
        }
        said
    }
}

impl From<Said> for BTreeMap<String, Answered> {
    fn from(said: Said) -> Self {
        let all = said.iter();
        all.map(|(unit, answered)| (unit.to_owned(), answered.clone()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Arc, DRAWERS, Said};

    #[test]
    fn a_step_copies_one_drawer_and_shares_the_rest() {
        let units: Vec<String> = (0..1_000)
            .map(|at| format!("{:016x}", at * 7_919))
            .collect();
        let mut now = Said::default();
        let mut steps = vec![now.clone()];
        for unit in &units {
            now.set(unit, "tone", "1");
            steps.push(now.clone());
        }
        let (mut copied, mut most) = (0, 0);
        for pair in steps.windows(2).skip(1) {
            let [before, after] = pair else { return };
            let drawers = before.drawers.iter().zip(&after.drawers);
            let changed: Vec<_> = drawers
                .filter(|(one, other)| !Arc::ptr_eq(one, other))
                .collect();
            assert_eq!(changed.len(), 1, "of {DRAWERS}");
            let here = changed.iter().map(|(_, after)| after.len()).sum::<usize>();
            copied += here;
            most = most.max(here);
        }
        assert!(most < 40, "a drawer of {most} units");
        // Without sharing the thousand steps would hold half a million units.
        assert!(copied < 15_000, "{copied} units copied");
        assert_eq!(now.iter().count(), units.len());
        let nothing = steps.first().zip(units.first());
        assert!(nothing.is_some_and(|(first, unit)| first.get(unit).is_none()));
    }
}
