//! The headline of a source with its cues, one entry a kind.

use crate::article::{Place, Side};
use crate::chart::input::SourceView;
use crate::score::headline::{CueKind, HeadlineScore};
use crate::text::{counted, signed};

/// A cue is named in the sentence above if it adds so many points.
const WORTH_NAMING: f64 = 5.0;

/// The headline of the first article of a source.
pub(super) struct Headline<'a> {
    pub(super) side: Side,
    pub(super) name: String,
    articles: usize,
    pub(super) text: Option<&'a str>,
    pub(super) score: Result<&'a HeadlineScore, String>,
    /// The points of each kind of cue, with the position of its first cue.
    pub(super) cues: Vec<(CueKind, f64, usize)>,
}

impl<'a> Headline<'a> {
    pub(super) fn new(side: Side, source: &SourceView<'a>) -> Option<Self> {
        let (article, analysis) = source.articles.first()?;
        let score = analysis.headline.as_ref().map_err(ToString::to_string);
        let mut cues: Vec<(CueKind, f64, usize)> = Vec::new();
        for (index, cue) in score.iter().flat_map(|score| score.cues.iter().enumerate()) {
            match cues.iter_mut().find(|(kind, ..)| *kind == cue.kind) {
                Some((_, points, _)) => *points += cue.points,
                None => cues.push((cue.kind, cue.points, index)),
            }
        }
        Some(Self {
            side,
            name: source.short_name(),
            articles: source.articles.len(),
            text: article.headline.as_ref().map(|headline| &*headline.text),
            score,
            cues,
        })
    }

    pub(super) fn cue(&self, kind: CueKind) -> Option<(f64, usize)> {
        let found = self.cues.iter().find(|(of, ..)| *of == kind);
        found.map(|(_, points, index)| (*points, *index))
    }

    /// "70 of 100", or that it is not scored.
    pub(super) fn scored(&self) -> String {
        match &self.score {
            Ok(score) => format!("{:.0} of 100", score.score),
            Err(_) => "not scored".to_owned(),
        }
    }

    /// ", most from Hype (+24)": the cue that adds most, where one does.
    pub(super) fn most(&self) -> String {
        let most = self.cues.iter().max_by(|a, b| a.1.total_cmp(&b.1));
        most.filter(|(_, points, _)| *points >= WORTH_NAMING)
            .map_or_else(String::new, |(kind, points, _)| {
                format!(", most from {} ({})", kind.label(), signed(*points, 0))
            })
    }

    pub(super) fn note(&self) -> Option<String> {
        (self.articles > 1).then(|| {
            format!(
                "{} has {}; this is the first.",
                self.side.label(),
                counted(self.articles, "article")
            )
        })
    }

    /// The headline's place: of the source's first article.
    pub(super) const fn place(&self) -> Place {
        Place::headline(self.side, 0)
    }
}
