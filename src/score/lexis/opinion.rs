//! The weights of the subjectivity model: those of its cues, and those of single words.

use crate::assets::{Asset, Entry, NotUnderstood, asset};

/// `word <TAB> weight` or `=cue <TAB> weight`.
const WEIGHTS: Asset = asset!("wording/subjectivity.txt");

/// One weight and where it stands.
pub(crate) struct Weight {
    pub(crate) entry: Entry,
    pub(crate) name: &'static str,
    pub(crate) value: f32,
}

fn weights(of_cues: bool) -> impl Iterator<Item = Result<Weight, NotUnderstood>> {
    WEIGHTS.rows().filter_map(move |row| {
        let (entry, [name, weight]) = match row {
            Ok(row) => row,
            Err(fault) => return Some(Err(fault)),
        };
        let cue = name.strip_prefix('=');
        (cue.is_some() == of_cues).then(|| {
            Ok(Weight {
                entry,
                name: cue.unwrap_or(name),
                value: entry.number(weight)?,
            })
        })
    })
}

/// The weights of single words.
pub(super) fn of_words() -> impl Iterator<Item = Result<Weight, NotUnderstood>> {
    weights(false)
}

/// The bias and the weights of the cues.
pub(crate) fn of_cues() -> impl Iterator<Item = Result<Weight, NotUnderstood>> {
    weights(true)
}
