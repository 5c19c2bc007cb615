//! `parallax lines wording`: loaded words, subjectivity, hedges, attribution and quotations of a text.

use serde::Serialize;

use crate::article::quotations;
use crate::score::lists::{ListHit, OwnLists};
use crate::score::wording::{self, LineWording};
use crate::text::CodePoints;

/// The answer to one line.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Answer {
    /// With where everything stands; with what the user's own lists find, if there are any.
    Full {
        #[serde(flatten)]
        wording: Box<LineWording>,
        #[serde(skip_serializing_if = "Option::is_none")]
        lists: Option<Vec<OwnWord>>,
    },
    /// The figures alone.
    Brief {
        loaded_score: f64,
        subjectivity: f64,
    },
}

/// A word of one of the user's own lists. Offsets are in Unicode code points of the text.
#[derive(Debug, Serialize)]
pub(super) struct OwnWord {
    start: usize,
    end: usize,
    list: String,
    category: String,
}

impl Answer {
    /// Subjectivity and how loaded the text is, both 0 to 1.
    pub(super) fn figures(&self) -> (f64, f64) {
        match self {
            Self::Full { wording, .. } => (wording.subjectivity, wording.loaded_score),
            Self::Brief {
                loaded_score,
                subjectivity,
            } => (*subjectivity, *loaded_score),
        }
    }
}

/// Describes the wording of `text`, with the words of `lists` in it.
pub(super) fn answer(text: &str, lists: &OwnLists, brief: bool) -> Answer {
    let wording = wording::line(text);
    if brief {
        Answer::Brief {
            loaded_score: wording.loaded_score,
            subjectivity: wording.subjectivity,
        }
    } else {
        Answer::Full {
            wording: Box::new(wording),
            lists: (!lists.is_empty()).then(|| own_words(text, lists)),
        }
    }
}

fn own_words(text: &str, lists: &OwnLists) -> Vec<OwnWord> {
    let points = CodePoints::of(text);
    let found = lists.find(text, &quotations(text)).into_iter();
    let word = |(_, hit): (usize, ListHit<'_>)| {
        let [start, end] = hit.span.code_points(&points);
        OwnWord {
            start,
            end,
            list: hit.list.name.clone(),
            category: hit.entry.category.clone(),
        }
    };
    found.map(word).collect()
}
