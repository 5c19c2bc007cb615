//! The news-sense list: words whose everyday sense in the news is not the emotional one that VADER's
//! lexicon rates, each with its reason. Off unless the user asks for it.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lexicon::LEXICON;
use crate::assets::{NotUnderstood, asset};

/// By position in the lexicon.
static REASONS: LazyLock<HashMap<u16, &'static str>> = LazyLock::new(|| read().unwrap_or_default());

pub(super) fn read() -> Result<HashMap<u16, &'static str>, NotUnderstood> {
    let mut reasons = HashMap::new();
    for row in asset!("news-sense.tsv").rows() {
        let (row, [word, reason]) = row?;
        let position = LEXICON.find(word.as_bytes(), 0, word.len());
        if LEXICON.entry(position).valence.is_none() {
            return Err(row.fault("no word of the lexicon"));
        }
        reasons.insert(position, reason);
    }
    Ok(reasons)
}

/// Why the word at `position` in the lexicon does not count in the news, if the list has it.
pub(super) fn reason(position: u16) -> Option<&'static str> {
    REASONS.get(&position).copied()
}
