//! What a chart is built from: borrowed articles and their scores.

use serde::{Deserialize, Serialize};

use super::followed::Followed;
use super::kind::Kind;
use super::mark::{Hover, Target};
use crate::article::{Place, Side};
pub use crate::compare::SourceView;
use crate::compare::series::Period;
use crate::compare::stories::{Stories, Telling};
use crate::compare::{Comparison, Difference, NAME_LENGTH};
use crate::score::Unit;
use crate::score::lists::OwnLists;
use crate::score::tone::TONE;
use crate::stats::{RatioSummary, quantile};
use crate::study::{Against, Codebook, VariableAgreement};
use crate::text::{counted, first_words, shorten, signed};

/// What is open: one source, two or none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Input<'a> {
    /// The first source.
    pub a: Option<SourceView<'a>>,
    /// The second source.
    pub b: Option<SourceView<'a>>,
    /// Every other source that is open, for charts that show all.
    pub others: &'a [SourceView<'a>],
    /// The stories of all sources, where they are found; the chart of stories finds them itself where not.
    pub told: Option<StoriesOf<'a>>,
    /// The two compared, where that has been done; charts of differences need it.
    pub comparison: Option<&'a Comparison>,
    /// The user's own word lists; a comparison names those it was made with itself.
    pub lists: Option<&'a OwnLists>,
    /// What the user chose about the charts.
    pub options: Options,
    /// What was found of a study; charts of agreement need it.
    pub study: Option<StudyView<'a>>,
}

/// What was found of a study, as its charts take it.
#[derive(Debug, Clone, Copy)]
pub struct StudyView<'a> {
    /// What was asked, where that is known.
    pub codebook: Option<&'a Codebook>,
    /// How far coders agree, variable by variable.
    pub found: &'a [VariableAgreement],
    /// People against measures.
    pub against: &'a [Against],
    /// Which variable, or which of `against`, a chart of a single one shows.
    pub at: usize,
    /// The seed of the intervals.
    pub seed: u64,
}

impl<'a> StudyView<'a> {
    /// Every chart there is of it, with what each single one is of.
    pub fn charts(&self) -> Vec<(Kind, usize)> {
        let confusion = (0..self.found.len()).map(|at| (Kind::Confusion, at));
        let against = (0..self.against.len()).map(|at| (Kind::Against, at));
        std::iter::once((Kind::Agreement, 0))
            .chain(confusion)
            .chain(against)
            .collect()
    }

    /// What a chart of it is built from; `at` says of which variable, or which of people against measures.
    pub fn input(self, at: usize) -> Input<'a> {
        Input {
            study: Some(Self { at, ..self }),
            ..Input::default()
        }
    }
}

/// Stories and the articles they are made of; articles of one source stand together.
#[derive(Debug, Clone, Copy)]
pub struct StoriesOf<'a> {
    /// Which articles tell the same.
    pub stories: &'a Stories,
    /// Every article with the position of its source.
    pub tellings: &'a [Telling<'a>],
    /// The names of the sources.
    pub names: &'a [String],
    /// Which of them are A and B.
    pub shown: [Option<usize>; 2],
}

/// What the user can choose about charts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// What the arc counts along the text.
    pub position: Position,
    /// What the chart over time follows.
    pub measure: Followed,
    /// How long its stretches are.
    pub period: Period,
    /// Whether the two are compared on the stories both tell, too: every file says so. The session knows.
    #[serde(skip)]
    pub same_stories: bool,
}

/// How far into a text something stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// In words: texts of different length keep their length.
    #[default]
    Words,
    /// In per cent of each text.
    Percent,
}

impl<'a> Input<'a> {
    /// The source on one side.
    pub const fn side(&self, side: Side) -> Option<SourceView<'a>> {
        match side {
            Side::A => self.a,
            Side::B => self.b,
        }
    }

    /// What the comparison says about one measure.
    pub fn difference(&self, id: &str) -> Option<&'a Difference> {
        let differences = &self.comparison?.differences;
        differences.iter().find(|found| found.measure.id == id)
    }

    /// The sources that are there and have an article, in order.
    pub fn sources(&self) -> impl Iterator<Item = (Side, SourceView<'a>)> {
        let input = *self;
        Side::BOTH.into_iter().filter_map(move |side| {
            input
                .side(side)
                .filter(|source| !source.articles.is_empty())
                .map(|source| (side, source))
        })
    }
}

impl<'a> SourceView<'a> {
    /// Every scored paragraph that has a tone, in order, article after article.
    pub fn paragraphs(&self) -> impl Iterator<Item = Paragraph<'a>> {
        let articles = self.articles;
        articles
            .iter()
            .enumerate()
            .flat_map(move |(index, (article, analysis))| {
                analysis
                    .units
                    .iter()
                    .enumerate()
                    .filter_map(move |(position, unit)| {
                        Some(Paragraph {
                            article: index,
                            of_many: (articles.len() > 1).then_some(article.origin.name.as_str()),
                            number: position + 1,
                            text: &article.blocks.get(unit.block)?.text,
                            unit,
                            tone: unit.tone.mean.filter(|tone| tone.is_finite())?,
                        })
                    })
            })
    }

    /// Mean tone over all sentences of all articles, with its interval; `None` without a sentence.
    pub fn tone(&self) -> Option<RatioSummary> {
        self.summary(&TONE).filter(|tone| tone.value.is_finite())
    }

    /// Words of all scored text.
    pub fn words(&self) -> usize {
        self.articles.iter().map(|(_, a)| a.words()).sum()
    }

    /// Sentences over all articles.
    pub fn sentences(&self) -> usize {
        self.articles.iter().map(|(_, a)| a.tone.sentences).sum()
    }
}

/// One scored paragraph with its tone.
#[derive(Debug, Clone, Copy)]
pub struct Paragraph<'a> {
    /// The article's position in its source.
    pub article: usize,
    /// The article's name, where its source has several.
    pub of_many: Option<&'a str>,
    /// Its running number among the scored paragraphs of its article, from 1.
    pub number: usize,
    /// Its text.
    pub text: &'a str,
    /// Its scores.
    pub unit: &'a Unit,
    /// Its tone, −1 to +1.
    pub tone: f64,
}

impl Paragraph<'_> {
    /// Where it stands.
    pub const fn place(&self, side: Side) -> Place {
        Place::block(side, self.article, self.unit.block)
    }

    /// What its mark stands for.
    pub const fn target(&self, side: Side) -> Target {
        Target::Place(self.place(side))
    }

    /// The lowest and highest tone of its sentences.
    pub fn range(&self) -> (f64, f64) {
        let tones = self.unit.sentences.iter().map(|s| s.tone.compound);
        tones.fold((self.tone, self.tone), |(low, high), tone| {
            (low.min(tone), high.max(tone))
        })
    }

    /// Whether fewer than two of its sentences hold a scored word, so that its tone rests on little.
    pub const fn is_thin(&self) -> bool {
        self.unit.tone.sentences_with_words < 2
    }

    /// What hovering its mark says; `source` is A, B, or a name.
    pub fn hover(&self, source: &str) -> Hover {
        let tone = &self.unit.tone;
        let (low, high) = self.range();
        let mut lines = vec![first_words(self.text, 12)];
        lines.push(if tone.sentences > 1 {
            format!(
                "Tone {}; its {} run from {} to {}",
                signed(self.tone, 2),
                counted(tone.sentences, "sentence"),
                signed(low, 2),
                signed(high, 2)
            )
        } else {
            format!("Tone {}, one sentence", signed(self.tone, 2))
        });
        lines.push(match self.top_words() {
            words if words.is_empty() => "No word of it is in the lexicon".to_owned(),
            words => format!("Strongest words: {}", words.join(", ")),
        });
        let article = self.of_many.map_or_else(String::new, |name| {
            format!(" of {}", shorten(name, NAME_LENGTH))
        });
        Hover {
            title: format!("{source} · paragraph {}{article}", self.number),
            lines,
        }
    }

    /// Its words.
    pub fn words(&self) -> usize {
        self.unit.words()
    }

    /// The three words that weigh most, with their values.
    fn top_words(&self) -> Vec<String> {
        let mut words: Vec<(&str, f64)> = Vec::new();
        for sentence in &self.unit.sentences {
            let text = sentence.span.of(self.text);
            for word in &sentence.tone.words {
                words.push((word.span.of(text), word.valence));
            }
        }
        words.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        let mut out: Vec<String> = Vec::new();
        for (word, valence) in words {
            let entry = format!("{} {}", shorten(word, 30), signed(valence, 2));
            if !out.contains(&entry) {
                out.push(entry);
            }
            if out.len() == 3 {
                break;
            }
        }
        out
    }
}

/// One paragraph, or a few neighbours that share a mark in a long text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group<'a, 'b>(pub(super) &'b [Paragraph<'a>]);

/// `paragraphs` one by one where there are at most `most`, otherwise in at most `bins` groups of neighbours;
/// and how many share one.
pub(super) fn groups<'a, 'b>(
    paragraphs: &'b [Paragraph<'a>],
    (most, bins): (usize, usize),
) -> (impl Iterator<Item = Group<'a, 'b>>, usize) {
    let share = if paragraphs.len() <= most {
        1
    } else {
        paragraphs.len().div_ceil(bins)
    };
    (paragraphs.chunks(share).map(Group), share)
}

impl Group<'_, '_> {
    /// Sentences in it.
    pub(super) fn sentences(&self) -> usize {
        self.0.iter().map(|p| p.unit.tone.sentences).sum()
    }

    /// Words in it.
    pub(super) fn words(&self) -> usize {
        self.0.iter().map(Paragraph::words).sum()
    }

    /// Lower quartile, median and upper quartile of the tones of its paragraphs.
    pub(super) fn quartiles(&self) -> [f64; 3] {
        let mut tones: Vec<f64> = self.0.iter().map(|p| p.tone).collect();
        tones.sort_by(f64::total_cmp);
        [0.25, 0.5, 0.75].map(|share| quantile(&tones, share).unwrap_or_default())
    }

    /// The mean over all its sentences.
    pub(super) fn tone(&self) -> f64 {
        let weighted = self.0.iter().map(|p| p.tone * p.unit.tone.sentences as f64);
        weighted.sum::<f64>() / self.sentences().max(1) as f64
    }

    /// The lowest and highest tone of its sentences.
    pub(super) fn range(&self) -> (f64, f64) {
        self.0
            .iter()
            .map(Paragraph::range)
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (a, b)| {
                (low.min(a), high.max(b))
            })
    }

    /// Whether every paragraph in it rests on little.
    pub(super) fn is_thin(&self) -> bool {
        self.0.iter().all(Paragraph::is_thin)
    }

    /// What its mark stands for.
    pub(super) fn targets(&self, side: Side) -> Vec<Target> {
        self.0.iter().map(|p| p.target(side)).collect()
    }

    /// What hovering its mark says; `source` is A, B, or a name.
    pub(super) fn hover(&self, source: &str) -> Hover {
        match self.0 {
            [] => Hover::default(),
            [only] => only.hover(source),
            [first, .., last] => {
                let [low, median, high] = self.quartiles().map(|tone| signed(tone, 2));
                let name = |p: &Paragraph<'_>| {
                    p.of_many.map_or_else(String::new, |name| {
                        format!(" of {}", shorten(name, NAME_LENGTH / 2))
                    })
                };
                let within = first.article == last.article;
                Hover {
                    title: format!(
                        "{source} · {}: {}{} to {}{}",
                        counted(self.0.len(), "paragraph"),
                        first.number,
                        if within { String::new() } else { name(first) },
                        last.number,
                        name(last)
                    ),
                    lines: vec![
                        format!("Median {median}; the middle half from {low} to {high}"),
                        format!(
                            "Mean {} over {}",
                            signed(self.tone(), 2),
                            counted(self.sentences(), "sentence")
                        ),
                    ],
                }
            }
        }
    }
}
