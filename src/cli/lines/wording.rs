//! `parallax lines wording`: loaded words, subjectivity, hedges, attribution and quotations of a text.

use serde::Serialize;

use crate::score::wording::{self, LineWording};

/// The answer to one line.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Answer {
    /// With where everything stands.
    Full(Box<LineWording>),
    /// The figures alone.
    Brief {
        loaded_score: f64,
        subjectivity: f64,
    },
}

impl Answer {
    /// Subjectivity and how loaded the text is, both 0 to 1.
    pub(super) fn figures(&self) -> (f64, f64) {
        match self {
            Self::Full(wording) => (wording.subjectivity, wording.loaded_score),
            Self::Brief {
                loaded_score,
                subjectivity,
            } => (*subjectivity, *loaded_score),
        }
    }
}

/// Describes the wording of `text`.
pub(super) fn answer(text: &str, brief: bool) -> Answer {
    let wording = wording::line(text);
    if brief {
        Answer::Brief {
            loaded_score: wording.loaded_score,
            subjectivity: wording.subjectivity,
        }
    } else {
        Answer::Full(Box::new(wording))
    }
}
