//! Charts: what is drawn is the data, the same on every machine, and readable in both themes.
#![cfg(feature = "gui")]
#![expect(clippy::unwrap_used, reason = "tests")]

use parallax::article::{Article, Block, BlockKind, Headline, HeadlineOrigin, Origin, Span};
use parallax::chart::{self, Input, Kind, SourceView, Theme};
use parallax::score::headline::{Cue, CueKind, HeadlineScore};
use parallax::score::people::People;
use parallax::score::tone::{SentenceTone, ToneSummary, WordTone};
use parallax::score::voice::VoiceTone;
use parallax::score::wording::UnitWording;
use parallax::score::{Analysis, NoHeadline, SentenceScore, Settings, Unit};

/// An article of one headline and paragraphs, each a list of sentence tones.
fn article(headline: Option<&str>, paragraphs: &[Vec<f64>]) -> (Article, Analysis) {
    let units: Vec<(Block, Unit)> = paragraphs
        .iter()
        .enumerate()
        .map(|(index, tones)| paragraph(index, tones))
        .collect();
    let sentences = || units.iter().flat_map(|(_, unit)| unit.sentences.iter());
    let analysis = Analysis {
        settings: Settings::default(),
        headline: headline.map_or(Err(NoHeadline::Missing), |_| {
            Ok(HeadlineScore {
                score: 41.0,
                base: 12.0,
                bait: 35.0,
                heat: 20.0,
                cues: [24.0, 11.0, -6.0]
                    .map(|points| Cue {
                        kind: CueKind::CuriosityGap,
                        points,
                        spans: Vec::new(),
                        matches: Vec::new(),
                    })
                    .to_vec(),
                set_aside: Vec::new(),
            })
        }),
        against_body: None,
        tone: ToneSummary::of(sentences().map(|s| &s.tone)),
        people: People::default(),
        quote_marks_lost: false,
        units: units.iter().map(|(_, unit)| unit.clone()).collect(),
    };
    let article = Article {
        origin: Origin::default(),
        headline: headline.map(|text| Headline {
            text: text.to_owned(),
            origin: HeadlineOrigin::Text,
        }),
        byline: None,
        published: None,
        outlet: None,
        url: None,
        language: None,
        blocks: units.into_iter().map(|(block, _)| block).collect(),
        warnings: Vec::new(),
    };
    (article, analysis)
}

fn paragraph(index: usize, tones: &[f64]) -> (Block, Unit) {
    const SENTENCE: &str = "The council met and the talks went as expected on Monday.";
    let text = vec![SENTENCE; tones.len()].join(" ");
    let spans: Vec<Span> = (0..tones.len())
        .map(|i| {
            Span::new(
                i * (SENTENCE.len() + 1),
                i * (SENTENCE.len() + 1) + SENTENCE.len(),
            )
        })
        .collect();
    let sentences: Vec<SentenceScore> = spans
        .iter()
        .zip(tones)
        .map(|(span, tone)| SentenceScore {
            span: *span,
            tone: SentenceTone {
                compound: *tone,
                tokens: 11,
                words: if *tone == 0.0 {
                    Vec::new()
                } else {
                    vec![WordTone {
                        span: Span::new(20, 25),
                        base: tone * 4.0,
                        valence: tone * 4.0,
                        rules: Vec::new(),
                    }]
                },
                ..SentenceTone::default()
            },
        })
        .collect();
    let unit = Unit {
        block: index,
        tone: ToneSummary::of(sentences.iter().map(|s| &s.tone)),
        sentences,
        voice: VoiceTone::default(),
        wording: UnitWording::default(),
    };
    let block = Block {
        kind: BlockKind::Paragraph,
        text,
        sentences: spans,
        quotations: Vec::new(),
        set_aside: None,
    };
    (block, unit)
}

/// Tones that look like a text's, always the same.
fn tones(count: usize, shift: f64) -> Vec<Vec<f64>> {
    (0..count)
        .map(|i| {
            (0..1 + (i * 7) % 4)
                .map(|j| {
                    let raw = ((i * 37 + j * 61) % 97) as f64 / 48.5 - 1.0;
                    let value: f64 = raw * 0.8 + shift;
                    if (i + j) % 5 == 0 {
                        0.0
                    } else {
                        value.clamp(-0.98, 0.98)
                    }
                })
                .collect()
        })
        .collect()
}

#[test]
fn pictures() {
    let a = article(
        Some("You won’t believe what the council just did to Main Street"),
        &tones(14, 0.15),
    );
    let b = article(
        Some("Council votes 7–2 to close Main Street"),
        &tones(25, -0.2),
    );
    let a = [(&a.0, &a.1)];
    let b = [(&b.0, &b.1)];
    let input = Input {
        a: Some(SourceView {
            name: "The Harbour Courier",
            articles: &a,
        }),
        b: Some(SourceView {
            name: "Daily Meridian",
            articles: &b,
        }),
        ..Input::default()
    };
    for kind in Kind::all() {
        for theme in Theme::ALL {
            let chart = chart::build(*kind, &input);
            let size = [900.0, chart.height];
            let start = std::time::Instant::now();
            let svg = parallax::plot::svg(&chart, size, theme);
            let took = start.elapsed();
            let png = parallax::plot::png(&chart, size, 2.0, theme).unwrap();
            println!(
                "{kind:?} {theme:?}: svg {} bytes in {took:?}, png {:?}",
                svg.len(),
                start.elapsed() - took
            );
            let path = format!("/tmp/pics/{}-{theme:?}.png", kind.id());
            std::fs::write(path, png).unwrap();
            std::fs::write(format!("/tmp/pics/{}-{theme:?}.svg", kind.id()), svg).unwrap();
        }
    }
}
