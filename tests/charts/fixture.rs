//! Two accounts made of tones, so that drawings do not depend on any engine.

use std::sync::Arc;

use parallax::article::{
    Article, Block, BlockKind, Headline, HeadlineOrigin, Origin, Place, Side, Span,
};
use parallax::chart::{Input, Kind, SourceView, StoriesOf};
use parallax::compare::stories::{self, Stories, Telling};
use parallax::compare::{
    Cluster, Comparison, Coverage, Difference, Match, MatchKind, Matching, Mentioned, Passage,
    PersonPair, ShiftWord, SideCoverage, Term, Test, Verdict, WordShift, WordsAndNames,
};
use parallax::score::headline::{Cue, CueKind, HeadlineScore};
use parallax::score::people::{NameKind, People};
use parallax::score::registry::MEASURES;
use parallax::score::tone::{SentenceTone, ToneSummary, WordTone};
use parallax::score::voice::VoiceTone;
use parallax::score::wording::{SentenceWording, UnitWording};
use parallax::score::{Analysis, SentenceScore, Settings, Unit};
use parallax::stats::{Effect, Interval};

pub(crate) const HASH: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const SENTENCE: &str = "The council met and the talks went as expected on Monday.";

/// Two sources with their comparison.
pub(crate) struct Story {
    names: [String; 2],
    articles: [Vec<(Article, Analysis)>; 2],
    comparison: Option<Comparison>,
}

/// The story of the golden drawings.
pub(crate) fn story() -> Story {
    Story::of(14, 25)
}

impl Story {
    /// Sources with this many paragraphs; without one a source is missing.
    pub(crate) fn of(a: usize, b: usize) -> Self {
        Self::with(&tones(a, 0.15), &tones(b, -0.2))
    }

    /// Two sources with nothing but equal tones.
    pub(crate) fn equal(paragraphs: usize) -> Self {
        let equal = vec![vec![0.25, 0.25]; paragraphs];
        Self::with(&equal, &equal)
    }

    fn with(a: &[Vec<f64>], b: &[Vec<f64>]) -> Self {
        let headlines = [
            "You won’t believe what the council just did to Main Street",
            "Council votes 7–2 to close Main Street",
        ];
        let [of_a, of_b] = [(a, 0), (b, 1)].map(|(tones, index): (&[Vec<f64>], usize)| {
            if tones.is_empty() {
                return Vec::new();
            }
            vec![article(headlines[index], tones)]
        });
        let both = !of_a.is_empty() && !of_b.is_empty();
        Self {
            names: ["The Harbour Courier", "Daily Meridian"].map(str::to_owned),
            articles: [of_a, of_b],
            comparison: both.then(|| comparison(a.len(), b.len())),
        }
    }

    pub(crate) fn named(mut self, a: &str, b: &str) -> Self {
        self.names = [a, b].map(str::to_owned);
        self
    }

    pub(crate) fn headlined(mut self, a: &str, b: &str) -> Self {
        for (articles, text) in self.articles.iter_mut().zip([a, b]) {
            text.clone_into(&mut articles[0].0.headline.as_mut().unwrap().text);
        }
        self
    }

    /// The same where both name so many people, and with every measure.
    pub(crate) fn with_people(mut self, names: usize) -> Self {
        if let Some(comparison) = &mut self.comparison {
            Arc::make_mut(&mut comparison.words).people.both = (0..names).map(person).collect();
            let measures = MEASURES.iter().enumerate().skip(1);
            let unclear = measures.map(|(index, &measure)| Difference {
                measure,
                verdict: Verdict::NoClearDifference,
                sentence: format!("{}: no clear difference at this length.", measure.label),
                ..shifted_difference(index)
            });
            comparison.differences.extend(unclear);
        }
        self
    }

    pub(crate) fn input(&self) -> Input<'_> {
        Input {
            a: self.view(0),
            b: self.view(1),
            comparison: self.comparison.as_ref(),
            ..Input::default()
        }
    }

    /// What a kind of chart is built from: the one over time needs articles of many days. Tests may leak.
    pub(crate) fn of_kind(&self, kind: Kind) -> Input<'_> {
        let dated = || Box::leak(Box::new(Self::dated())).input();
        match kind {
            Kind::OverTime => dated(),
            Kind::Distribution
            | Kind::SpreadBySource
            | Kind::ParagraphsBySource
            | Kind::HeadlinesBySource => Input {
                others: Self::others(),
                ..dated()
            },
            Kind::Stories => Input {
                told: Some(told()),
                ..self.input()
            },
            _ => self.input(),
        }
    }

    /// Five sources over time, three of them neither A nor B.
    pub(crate) fn many_over_time() -> Input<'static> {
        Input {
            others: Self::others(),
            ..Box::leak(Box::new(Self::dated())).input()
        }
    }

    /// Sixty sources, fifty-eight of them neither A nor B.
    pub(crate) fn sixty() -> Input<'static> {
        let articles = &Self::others()[0].articles[..2];
        let name = |at: usize| format!("Source {at}").leak();
        let others = (0..58).map(|at| SourceView {
            name: name(at),
            articles,
        });
        Input {
            others: others.collect::<Vec<_>>().leak(),
            ..Box::leak(Box::new(Self::dated())).input()
        }
    }

    /// Three more sources, of many articles and of few.
    fn others() -> &'static [SourceView<'static>] {
        let others = [
            ("The Gull", 30, 0.3),
            ("Pier Post", 9, -0.05),
            ("Weekly", 2, 0.0),
        ];
        let view = |(name, count, shift): (&'static str, usize, f64)| {
            let articles = (0..count).map(|at| {
                let tones = tones(4 + at % 3, shift + (at % 5) as f64 * 0.04);
                let headline = if at % 4 == 1 {
                    format!("You won’t believe tide report {at}")
                } else {
                    format!("Tide report {at}")
                };
                let (mut article, analysis) = article(&headline, &tones[at % 3..]);
                // None of them in May.
                let month = [1, 2, 3, 4, 6][at % 5];
                article.published = Some(format!("2024-{month:02}-{:02}", at * 7 % 28 + 1));
                (article, analysis)
            });
            let articles: &'static [(Article, Analysis)] = articles.collect::<Vec<_>>().leak();
            let pairs: Vec<_> = articles.iter().map(|(a, s)| (a, s)).collect();
            SourceView {
                name,
                articles: pairs.leak(),
            }
        };
        others.map(view).to_vec().leak()
    }

    /// Sources of many short articles over half a year; between March and June the second is silent.
    pub(crate) fn dated() -> Self {
        let articles = |count: usize, shift: f64, silent: std::ops::Range<usize>| {
            let months = (0..count).map(move |at| (at, at * 6 / count + 1));
            let months = months.filter(move |(_, month)| !silent.contains(month));
            months
                .map(|(at, month)| {
                    let tones = tones(3 + at % 4, shift + (month as f64 - 3.0) * 0.05);
                    let (mut article, analysis) =
                        article(&format!("Council meets, part {at}"), &tones[at % 3..]);
                    article.published = Some(format!("2024-{month:02}-{:02}", at * 5 % 28 + 1));
                    (article, analysis)
                })
                .collect()
        };
        Self {
            articles: [articles(72, 0.15, 0..0), articles(40, -0.2, 3..6)],
            ..Self::of(1, 1)
        }
    }

    pub(crate) fn swapped(&self) -> Input<'_> {
        Input {
            a: self.view(1),
            b: self.view(0),
            ..Input::default()
        }
    }

    /// Tests may leak: views borrow pairs that nothing else holds.
    fn view(&self, index: usize) -> Option<SourceView<'_>> {
        let articles = &self.articles[index];
        let pairs: Vec<_> = articles.iter().map(|(a, s)| (a, s)).collect();
        (!articles.is_empty()).then(|| SourceView {
            name: &self.names[index],
            articles: pairs.leak(),
        })
    }

    /// Paragraphs with fewer than two scored sentences.
    pub(crate) fn thin_paragraphs(&self) -> usize {
        let units = self.articles.iter().flatten().flat_map(|(_, s)| &s.units);
        units
            .filter(|unit| unit.tone.sentences_with_words < 2)
            .count()
    }
}

/// Twelve stories told by four sources, two of them A and B; none tells all.
fn told() -> StoriesOf<'static> {
    let names = [
        "The Harbour Courier",
        "Daily Meridian",
        "The Gull",
        "Pier Post",
    ];
    let names: &'static [String] = names.map(str::to_owned).to_vec().leak();
    let mut tellings = Vec::new();
    let mut members = vec![Vec::new(); 12];
    for source in 0..names.len() {
        for (story, members) in members.iter_mut().enumerate() {
            let times = match (story * 5 + source * 3) % 7 {
                0 | 1 => 0,
                2 if source < 2 => 2,
                _ => 1,
            };
            for _ in 0..times {
                let (article, _) = article(
                    &format!("Council votes on berth {}", story + 1),
                    &[vec![0.1]],
                );
                members.push(tellings.len());
                tellings.push(Telling {
                    source,
                    article: Box::leak(Box::new(article)),
                });
            }
        }
    }
    let stories = members
        .into_iter()
        .filter(|members| members.len() > 1)
        .map(|members| {
            let mut sources: Vec<usize> = members.iter().map(|at| tellings[*at].source).collect();
            sources.dedup();
            stories::Story {
                texts: members.iter().map(|at| vec![*at]).collect(),
                central: members[0],
                members,
                score: 0.9,
                date: Some("2024-03-05".to_owned()),
                sources: sources.len(),
                chosen: false,
            }
        });
    let stories = Stories {
        stories: stories.collect(),
        alone: Vec::new(),
    };
    StoriesOf {
        stories: Box::leak(Box::new(stories)),
        tellings: tellings.leak(),
        names,
        shown: [Some(0), Some(1)],
    }
}

/// Tones that look like a text's, always the same.
fn tones(count: usize, shift: f64) -> Vec<Vec<f64>> {
    let sentence = |i: usize, j: usize| {
        let raw = ((i * 37 + j * 61) % 97) as f64 / 48.5 - 1.0;
        if (i + j).is_multiple_of(5) {
            0.0
        } else {
            (raw * 0.8 + shift).clamp(-0.98, 0.98)
        }
    };
    (0..count)
        .map(|i| (0..=(i * 7) % 4).map(|j| sentence(i, j)).collect())
        .collect()
}

fn article(headline: &str, paragraphs: &[Vec<f64>]) -> (Article, Analysis) {
    let (blocks, units): (Vec<Block>, Vec<Unit>) = paragraphs
        .iter()
        .enumerate()
        .map(|(index, tones)| paragraph(index, tones))
        .unzip();
    let sentences = units.iter().flat_map(|unit| &unit.sentences);
    let analysis = Analysis {
        settings: Settings::default(),
        headline: Ok(score(headline)),
        tone: ToneSummary::of(sentences.map(|s| &s.tone)),
        people: People::default(),
        speakers: Vec::new(),
        against_body: None,
        second: None,
        left_out: None,
        quote_marks_lost: false,
        figures: None,
        units,
    };
    let article = Article {
        origin: Origin {
            name: "account.txt".to_owned(),
            sha256: HASH.to_owned(),
            ..Origin::default()
        },
        headline: Some(Headline {
            text: headline.to_owned(),
            origin: HeadlineOrigin::Text,
        }),
        byline: None,
        published: None,
        outlet: None,
        url: None,
        language: None,
        fields: parallax::article::FurtherFields::default(),
        blocks,
        warnings: Vec::new(),
    };
    (article, analysis)
}

fn score(headline: &str) -> HeadlineScore {
    let points = [
        (CueKind::CuriosityGap, 24.0),
        (CueKind::TalksToYou, 11.5),
        (CueKind::PlainReporting, -6.2),
    ];
    let kept = if headline.starts_with("You") { 3 } else { 0 };
    let cues: Vec<Cue> = points[3 - kept..]
        .iter()
        .map(|&(kind, points)| Cue {
            kind,
            points,
            spans: Vec::new(),
            matches: Vec::new(),
        })
        .collect();
    HeadlineScore {
        score: 12.0 + cues.iter().map(|cue| cue.points).sum::<f64>(),
        base: 12.0,
        bait: 35.0,
        heat: 20.0,
        cues,
        set_aside: Vec::new(),
    }
}

fn paragraph(index: usize, tones: &[f64]) -> (Block, Unit) {
    let spans: Vec<Span> = (0..tones.len())
        .map(|i| i * (SENTENCE.len() + 1))
        .map(|start| Span::new(start, start + SENTENCE.len()))
        .collect();
    let sentences: Vec<SentenceScore> = spans
        .iter()
        .zip(tones)
        .map(|(span, tone)| SentenceScore {
            span: *span,
            tone: sentence(*tone),
            voice: VoiceTone::default(),
            second: None,
        })
        .collect();
    let unit = Unit {
        block: index,
        tone: ToneSummary::of(sentences.iter().map(|s| &s.tone)),
        sentences,
        voice: VoiceTone::default(),
        wording: UnitWording {
            block: index,
            sentences: spans.iter().map(|span| wording(*span)).collect(),
            ..UnitWording::default()
        },
    };
    let block = Block {
        kind: BlockKind::Paragraph,
        text: vec![SENTENCE; tones.len()].join(" "),
        sentences: spans,
        quotations: Vec::new(),
        set_aside: None,
    };
    (block, unit)
}

fn wording(span: Span) -> SentenceWording {
    SentenceWording {
        span,
        own_words: 11,
        ..SentenceWording::default()
    }
}

fn sentence(tone: f64) -> SentenceTone {
    let word = WordTone {
        span: Span::new(20, 25),
        base: tone * 4.0,
        valence: tone * 4.0,
        rules: Vec::new(),
    };
    SentenceTone {
        compound: tone,
        tokens: 11,
        words: if tone.abs() < 1e-9 {
            Vec::new()
        } else {
            vec![word]
        },
        ..SentenceTone::default()
    }
}

fn comparison(a: usize, b: usize) -> Comparison {
    Comparison {
        differences: vec![difference()],
        matching: matching(a, b),
        coverage: Coverage {
            a: SideCoverage {
                words: 400,
                shared: 100,
                related: 120,
                only_here: 180,
            },
            b: SideCoverage {
                words: 700,
                shared: 150,
                related: 200,
                only_here: 350,
            },
            same_story: Some(true),
        },
        words: Arc::new(WordsAndNames {
            word_shift: WordShift {
                difference: Some(0.31),
                words: (0..30).map(shifted).collect(),
            },
            terms: (0..30).map(term).collect(),
            ..WordsAndNames::default()
        }),
        ..Comparison::default()
    }
}

fn shifted_difference(index: usize) -> Difference {
    let by = (index as f64 * 0.7).sin() * 0.2;
    let test = difference().test.map(|test| Test {
        interval: Interval {
            low: by - 0.3,
            high: by + 0.3,
        },
        ..test
    });
    Difference {
        a: Some(0.1 + by),
        b: Some(0.1),
        test,
        ..difference()
    }
}

/// A name both mention, the sooner the oftener.
fn person(index: usize) -> PersonPair {
    let names = ["Mayor Ada Brandt", "Harbour Board", "UN", "Jonas Weil"];
    let mention = |side: Side, n: usize| Mentioned {
        place: Place::block(side, 0, n % 10),
        span: Span::new(0, 5),
        tone: 0.0,
        second: None,
    };
    let uses = 24 / (index + 1) + 1;
    let mentions = Side::BOTH.into_iter();
    let mentions = mentions.flat_map(|side| (0..uses).map(move |n| mention(side, n)));
    PersonPair {
        kind: NameKind::Person,
        towards: Difference {
            a: Some((index as f64 * 1.3).sin() * 0.6),
            b: Some((index as f64 * 0.9).cos() * 0.5),
            name: Some(format!("{} {}", names[index % names.len()], index + 1)),
            test: None,
            verdict: Verdict::TooShort,
            ..difference()
        },
        n: [uses; 2],
        articles: [1; 2],
        mentions: mentions.collect(),
    }
}

fn difference() -> Difference {
    Difference {
        measure: MEASURES[0],
        a: Some(0.09),
        b: Some(-0.22),
        name: None,
        test: Some(Test {
            interval: Interval {
                low: 0.08,
                high: 0.54,
            },
            p: 0.01,
            adjusted_p: 0.01,
            // Of 20 pairs 14 are higher in A and 6 lower: δ is 0.4.
            effect: Effect::between(
                &[2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 0.0, 0.0, 0.0],
                &[1.0, 1.0],
            )
            .unwrap(),
        }),
        cluster: Cluster::Paragraph,
        n_a: 14,
        n_b: 25,
        verdict: Verdict::Clear,
        sentence: "Tone: A is higher than B by 0.31 (95 % interval 0.08 to 0.54).".to_owned(),
        second: None,
    }
}

fn matching(a: usize, b: usize) -> Matching {
    let passages = |side: Side, count: usize| -> Vec<Passage> {
        (0..count)
            .map(|block| Passage {
                at: Place::block(side, 0, block),
                span: Span::new(0, SENTENCE.len()),
                words: 20 + block % 30,
            })
            .collect()
    };
    let matched = |i: usize| Match {
        a: Place::block(Side::A, 0, i),
        b: Place::block(Side::B, 0, (i * 3) % b),
        similarity: Some(0.3),
        kind: if i.is_multiple_of(4) {
            MatchKind::SamePoint
        } else {
            MatchKind::Related
        },
    };
    Matching {
        a: passages(Side::A, a),
        b: passages(Side::B, b),
        matches: (0..a).step_by(2).map(matched).collect(),
        ..Matching::default()
    }
}

fn shifted(index: usize) -> ShiftWord {
    let sign = if index.is_multiple_of(3) { -1.0 } else { 1.0 };
    let shift = sign * 0.08 / (1.0 + index as f64 * 0.3);
    ShiftWord {
        word: format!("word{index}"),
        shift,
        by_value: shift * 0.8,
        by_rules: shift * 0.2,
        a: shift,
        b: 0.0,
        n: [0, 0],
        uses: Vec::new(),
    }
}

fn term(index: usize) -> Term {
    let sign = if index.is_multiple_of(2) { 1.0 } else { -1.0 };
    let log_odds = sign * (2.5 - index as f64 * 0.05);
    let counts = if sign > 0.0 { [5, 1] } else { [0, 4] };
    Term {
        term: format!("term {index}"),
        forms: Vec::new(),
        is_name: index.is_multiple_of(5),
        a: counts[0],
        b: counts[1],
        articles: [1, 1],
        log_odds,
        z: log_odds * 1.5,
    }
}

/// The target of a paragraph of source A.
pub(crate) fn block_of_a(block: usize) -> parallax::chart::Target {
    parallax::chart::Target::Place(Place::block(Side::A, 0, block))
}
