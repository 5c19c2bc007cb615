//! What words count for tone because the user says so: the entries of a list's category “tone” that have a value.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::finder::ListFinder;
use super::list::{ListEntry, WordList};
use crate::article::Span;
use crate::text::{counted, signed};

/// The category whose values are tone, whatever its case.
pub const TONE: &str = "tone";
/// The largest size of a value: VADER's lexicon goes from −4 to +4.
pub(super) const LARGEST: f64 = 4.0;
/// Values are kept in thousandths, so that settings can be compared exactly.
const PARTS: f64 = 1_000.0;
/// Values told one by one where settings are described.
const TOLD: usize = 20;

/// Words, phrases and patterns with the tone they have, −4 to +4, whatever the lexicon says. Cheap to clone.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct ToneValues {
    /// Thousandths, by pattern.
    values: Arc<BTreeMap<String, i32>>,
    finder: Arc<ListFinder>,
}

impl PartialEq for ToneValues {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.values, &other.values) || self.values == other.values
    }
}

impl Eq for ToneValues {}

impl std::hash::Hash for ToneValues {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.values.hash(state);
    }
}

impl ToneValues {
    /// The values of `entries`; of two for one pattern the later counts.
    pub(super) fn of<'e>(entries: impl Iterator<Item = &'e ListEntry>) -> Self {
        let valued = entries.filter_map(|entry| Some((entry.pattern.clone(), entry.value?)));
        Self::from(valued.collect::<BTreeMap<_, _>>())
    }

    /// Whether no word has a value of the user's own.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Every stretch of `text` that has a value, in order, none overlapping another.
    pub(in crate::score) fn find(&self, text: &str) -> impl Iterator<Item = (Span, f64)> {
        let found = self.finder.find(text, &[]).into_iter();
        found.filter_map(|hit| Some((hit.span, hit.entry.value?)))
    }

    /// All of them in words: "riot −1.5, surge 0". Different ones never read alike.
    pub fn describe(&self) -> String {
        let told = self.values.iter().take(TOLD);
        let told =
            told.map(|(word, value)| format!("{word} {}", signed(f64::from(*value) / PARTS, 3)));
        let told: Vec<String> = told.collect();
        let more = self.values.len().saturating_sub(TOLD);
        if more == 0 {
            return told.join(", ");
        }
        let digest = (self.values.iter()).fold(Sha256::new(), |digest, (word, value)| {
            digest.chain_update(format!("{word}\t{value}\n"))
        });
        let digest = digest.finalize();
        let digest: Vec<String> = (digest.iter().take(4))
            .map(|byte| format!("{byte:02x}"))
            .collect();
        format!(
            "{} and {} (digest {})",
            told.join(", "),
            counted(more, "more word"),
            digest.concat()
        )
    }
}

impl From<BTreeMap<String, f64>> for ToneValues {
    fn from(values: BTreeMap<String, f64>) -> Self {
        if values.is_empty() {
            return Self::default();
        }
        #[expect(clippy::cast_possible_truncation, reason = "between −4,000 and 4,000")]
        let values: BTreeMap<String, i32> = (values.into_iter())
            .map(|(word, value)| {
                (
                    word.to_lowercase(),
                    (value.clamp(-LARGEST, LARGEST) * PARTS).round() as i32,
                )
            })
            .collect();
        let entry = |(word, value): (&String, &i32)| ListEntry {
            pattern: word.clone(),
            category: TONE.to_owned(),
            value: Some(f64::from(*value) / PARTS),
            note: None,
        };
        let list = WordList {
            name: TONE.to_owned(),
            sha256: String::new(),
            entries: values.iter().map(entry).collect(),
        };
        // What cannot be looked for was refused where the list was read.
        match ListFinder::new(vec![list]) {
            Ok(finder) => Self {
                values: Arc::new(values),
                finder: Arc::new(finder),
            },
            Err(_) => Self::default(),
        }
    }
}

/// Values as they are written beside results: each; of many, what tells them apart from others, as they would stand
/// in every line otherwise. The lists themselves stand in documents.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Each(BTreeMap<String, f64>),
    InWords(String),
}

impl From<Written> for ToneValues {
    fn from(written: Written) -> Self {
        match written {
            Written::Each(values) => Self::from(values),
            Written::InWords(_) => Self::default(),
        }
    }
}

impl From<ToneValues> for Written {
    fn from(own: ToneValues) -> Self {
        if own.values.len() > TOLD {
            return Self::InWords(own.describe());
        }
        let values = own.values.iter();
        let value = |(word, value): (&String, &i32)| (word.clone(), f64::from(*value) / PARTS);
        Self::Each(values.map(value).collect())
    }
}
