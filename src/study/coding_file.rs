//! Studies that are handed over: a coding file (.parallax-coding) holds the codebook, the units by their hashes, with
//! or without their texts, and what its coders answered.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::codebook::{Codebook, CodebookError};
use super::coding::Study;
use super::participant::participant;
use super::unit::{Unit, UnitPlace};
use crate::text::counted;

/// What such files begin with, and the version of their layout.
const KIND: &str = "parallax-coding/";
const LAYOUT: &str = "1";

/// The file.
#[derive(Serialize, Deserialize)]
struct File {
    schema: String,
    version: String,
    #[serde(flatten)]
    study: Study,
}

/// Why a file is no study.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CodingError {
    /// It is something else.
    #[error("this is no coding file")]
    NotOne,
    /// It ends before its end, or was damaged.
    #[error("the coding file is damaged or only half of it is there ({0}); ask for it again")]
    Damaged(String),
    /// Its codebook cannot be used.
    #[error("the coding file cannot be used: {0}")]
    Codebook(#[from] CodebookError),
    /// A later program wrote it.
    #[error("the coding file was written by a later version of Parallax")]
    Newer,
    /// It belongs to another study.
    #[error(
        "the coding file belongs to another codebook (“{theirs}”, here “{ours}”): nothing was taken from it"
    )]
    OtherCodebook {
        /// The name of the codebook in the file.
        theirs: String,
        /// The name of the codebook of the study.
        ours: String,
    },
}

impl Study {
    /// The study as a coding file, with the texts of its units or without.
    ///
    /// # Errors
    /// Never in practice: every part can be written.
    pub fn to_file(&self, with_texts: bool) -> Result<Vec<u8>, CodingError> {
        let mut study = self.clone();
        if !with_texts {
            for unit in Arc::make_mut(&mut study.units) {
                unit.text.clear();
                unit.before.clear();
                unit.after.clear();
            }
        }
        let file = File {
            schema: format!("{KIND}{LAYOUT}"),
            version: crate::VERSION.to_owned(),
            study,
        };
        let mut bytes = serde_json::to_vec_pretty(&file)
            .map_err(|error| CodingError::Damaged(error.to_string()))?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// Reads a coding file. Texts that it does not hold are taken from `open`, the units of what is open; what is to
    /// be be said of them comes with it.
    ///
    /// # Errors
    /// [`CodingError`], in words.
    pub fn from_file(
        bytes: &[u8],
        open: &[(UnitPlace, Unit)],
    ) -> Result<(Self, Vec<String>), CodingError> {
        let text = std::str::from_utf8(bytes).map_err(|_| CodingError::NotOne)?;
        if !text
            .get(..text.floor_char_boundary(400))
            .unwrap_or(text)
            .contains(KIND)
        {
            return Err(CodingError::NotOne);
        }
        let file: File =
            serde_json::from_str(text).map_err(|error| CodingError::Damaged(error.to_string()))?;
        if file.schema.strip_prefix(KIND) != Some(LAYOUT) {
            return Err(CodingError::Newer);
        }
        let by_id: BTreeMap<&str, &Unit> = open
            .iter()
            .map(|(_, unit)| (unit.id.as_str(), unit))
            .collect();
        let names: BTreeSet<&str> = open.iter().map(|(_, unit)| unit.article.as_str()).collect();
        let (mut missing, mut changed) = (0, BTreeSet::new());
        let mut study = file.study;
        study.codebook = Arc::new(Codebook::clone(&study.codebook).checked()?);
        for unit in Arc::make_mut(&mut study.units)
            .iter_mut()
            .filter(|unit| unit.text.is_empty())
        {
            if let Some(known) = by_id.get(unit.id.as_str()) {
                unit.text.clone_from(&known.text);
                unit.before.clone_from(&known.before);
                unit.after.clone_from(&known.after);
            } else if names.contains(unit.article.as_str()) {
                changed.insert(unit.article.clone());
            } else {
                missing += 1;
            }
        }
        let mut said = Vec::new();
        if !changed.is_empty() {
            let changed: Vec<String> = changed.iter().map(|name| format!("“{name}”")).collect();
            said.push(format!(
                "The text of {} is not what it was when the study was made: units of it are shown without text.",
                crate::text::list(&changed)
            ));
        }
        if missing > 0 {
            said.push(format!(
                "The texts of {} are not in the file and not open here: open the articles, then this file again.",
                counted(missing, "unit")
            ));
        }
        Ok((study, said))
    }

    /// Takes the coders of another copy of this study. Of a coder that both have, the answers of the other copy are
    /// added and count. Gives what is to be said.
    ///
    /// # Errors
    /// [`CodingError::OtherCodebook`] where it asks other questions.
    pub fn merge(&mut self, other: Self) -> Result<Vec<String>, CodingError> {
        if self.codebook.variables != other.codebook.variables {
            return Err(CodingError::OtherCodebook {
                theirs: other.codebook.name.clone(),
                ours: self.codebook.name.clone(),
            });
        }
        let known: BTreeSet<&str> = self.units.iter().map(|unit| unit.id.as_str()).collect();
        let strange: Vec<Unit> = (other.units.iter())
            .filter(|unit| !known.contains(unit.id.as_str()))
            .cloned()
            .collect();
        let mut said = Vec::new();
        if !strange.is_empty() {
            said.push(format!(
                "{} of the file were not in this study and were added.",
                counted(strange.len(), "unit")
            ));
            Arc::make_mut(&mut self.units).extend(strange);
        }
        for mut theirs in other.coders {
            if self.is_class() {
                let code = participant(&theirs.name);
                Arc::make_mut(&mut theirs).name = code;
            }
            match self.coders.iter_mut().find(|ours| ours.name == theirs.name) {
                Some(ours) => {
                    let changed = (theirs.answers.iter()).filter(|(unit, said)| {
                        let own = ours.answers.get(unit);
                        own.is_some_and(|own| {
                            (said.iter())
                                .any(|(name, value)| own.get(name).is_some_and(|own| own != value))
                        })
                    });
                    let changed = changed.count();
                    if changed > 0 {
                        said.push(format!(
                            "{} had coded {} otherwise here: the codes of the file count.",
                            theirs.name,
                            counted(changed, "unit")
                        ));
                    }
                    Arc::make_mut(ours).take(&theirs);
                }
                None => self.coders.push(theirs),
            }
        }
        for (variable, units) in Arc::unwrap_or_clone(other.settled) {
            let settled = Arc::make_mut(&mut self.settled);
            settled.entry(variable).or_default().extend(units);
        }
        Ok(said)
    }
}
