//! `parallax lines headline`: the sensationalism of a headline, and the cues behind it.

use serde::Serialize;

use crate::score::NoHeadline;
use crate::score::headline::{self, CueKind};
use crate::text::CodePoints;

/// The answer to one line. Spans are in Unicode code points of the text.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    score: f64,
    bait: f64,
    heat: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    cues: Option<Vec<Cue>>,
}

impl Answer {
    /// The bait part, 0 to 100.
    pub(super) const fn bait(&self) -> f64 {
        self.bait
    }
}

#[derive(Debug, Serialize)]
struct Cue {
    #[serde(rename = "cue")]
    kind: CueKind,
    points: f64,
    spans: Vec<[usize; 2]>,
}

/// Scores `text` as a headline. Without its cues if it is to be `brief`.
pub(super) fn answer(text: &str, brief: bool) -> Result<Answer, NoHeadline> {
    let score = headline::score(text)?;
    let points = CodePoints::of(text);
    let cue = |cue: headline::Cue| Cue {
        kind: cue.kind,
        points: cue.points,
        spans: (cue.spans.iter())
            .map(|span| span.code_points(&points))
            .collect(),
    };
    Ok(Answer {
        score: score.score,
        bait: score.bait,
        heat: score.heat,
        cues: (!brief).then(|| score.cues.into_iter().map(cue).collect()),
    })
}
