//! The words that tell of harm that did not happen, from `assets/news-harm.txt`.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::assets::{NotUnderstood, asset};

/// How a word tells that harm did not happen (`assets/news-harm.txt`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum HarmCue {
    #[default]
    None,
    /// "no", "nobody": what follows did not happen.
    Denies,
    /// "prevent", "ease": what follows is turned away.
    Averts,
    /// "chose": what follows an "over" is turned away.
    Prefers,
    /// "rather" than, "instead" of.
    Instead,
}

/// The sections of the list whose words are looked for, as cues.
pub(super) const CUES: [HarmCue; 4] = [
    HarmCue::Denies,
    HarmCue::Averts,
    HarmCue::Prefers,
    HarmCue::Instead,
];

/// The words the rules ask for besides the cues.
#[derive(Default)]
pub(super) struct Words {
    /// After "no": it denies nothing bad ("no matter").
    pub(super) not_denied: FxHashSet<&'static str>,
    /// After "no": it is an answer or a vote, and keeps its tone.
    pub(super) answer: FxHashSet<&'static str>,
    /// "no evidence of", "no sign of".
    pub(super) evidence: FxHashSet<&'static str>,
    /// Words that end a clause or a noun phrase.
    pub(super) ends: FxHashSet<&'static str>,
    /// "failed to", "unable to".
    pub(super) undoes: FxHashSet<&'static str>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| read().unwrap_or_default());

type List = Vec<&'static str>;

fn lists() -> Result<[List; 9], NotUnderstood> {
    asset!("news-harm.txt").lists([
        "denies",
        "averts",
        "prefers",
        "instead",
        "not denied",
        "answer",
        "evidence",
        "ends",
        "undoes",
    ])
}

/// The words of each of [`CUES`].
pub(super) fn read_cues() -> Result<[List; 4], NotUnderstood> {
    let [denies, averts, prefers, instead, ..] = lists()?;
    Ok([denies, averts, prefers, instead])
}

pub(super) fn read() -> Result<Words, NotUnderstood> {
    let [_, _, _, _, not_denied, answer, evidence, ends, undoes] = lists()?;
    let set = |list: List| list.into_iter().collect();
    Ok(Words {
        not_denied: set(not_denied),
        answer: set(answer),
        evidence: set(evidence),
        ends: set(ends),
        undoes: set(undoes),
    })
}
