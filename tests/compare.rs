//! Comparison: the same seed gives the same bytes, swapping the sources flips every sign and nothing
//! else, a source against itself differs by nothing, and sizes that do not fit do no harm.
#![expect(
    clippy::unwrap_used,
    clippy::float_cmp,
    clippy::indexing_slicing,
    reason = "tests"
)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Parser as _;
use parallax::article::{Article, Place, Side};
use parallax::chart;
use parallax::cli::{self, Cli, Outcome};
use parallax::compare::{Comparison, Difference, Options, STANDING_LINE, SourceView, Verdict};
use parallax::export::report;
use parallax::score::measure::Measure;
use parallax::score::registry;
use parallax::score::second::Said;
use parallax::score::{Analysis, Settings, analyse};
use parallax::stats::Rng;

const NOUNS: [&str; 12] = [
    "council",
    "harbour",
    "levy",
    "boats",
    "mayor",
    "vote",
    "quay",
    "traders",
    "market",
    "storm",
    "bridge",
    "Ada Lovelace",
];
const VERBS: [&str; 6] = [
    "praised",
    "attacked",
    "saw",
    "feared",
    "won",
    "said nothing of",
];
const ENDS: [&str; 6] = [
    "again.",
    "on Tuesday!",
    "but it was not good.",
    "with very great joy.",
    "in a terrible mood.",
    "“without any hope.”",
];

/// An article of `paragraphs` made of chance words.
fn article(seed: u64, paragraphs: usize) -> (Article, Analysis) {
    let mut rng = Rng::new(seed);
    let mut pick = |from: &[&'static str]| from[rng.below(from.len())];
    let mut text = String::from("A headline\n\n");
    for number in 0..paragraphs {
        for _ in 0..=number % 4 {
            write!(
                text,
                "The {} {} the {} {} ",
                pick(&NOUNS),
                pick(&VERBS),
                pick(&NOUNS),
                pick(&ENDS)
            )
            .unwrap();
        }
        text.push_str("\n\n");
    }
    scored(&text)
}

fn scored(text: &str) -> (Article, Analysis) {
    let article = parallax::load::from_text(text, "text").unwrap();
    let analysis = analyse(&article, &Settings::default());
    (article, analysis)
}

fn compare(a: &(Article, Analysis), b: &(Article, Analysis), seed: u64) -> Comparison {
    let (of_a, of_b) = ([(&a.0, &a.1)], [(&b.0, &b.1)]);
    let options = Options {
        seed,
        ..Options::default()
    };
    Comparison::new(&view("Ant", &of_a), &view("Bee", &of_b), &options)
}

fn view<'a>(name: &'a str, articles: &'a [(&'a Article, &'a Analysis)]) -> SourceView<'a> {
    SourceView { name, articles }
}

fn flipped(there: &Difference, back: &Difference) {
    let minus = |value: Option<f64>| value.map(|v| 0.0 - v);
    assert_eq!(there.difference(), minus(back.difference()));
    assert_eq!((there.a, there.n_a), (back.b, back.n_b));
    assert_eq!(there.verdict, back.verdict);
    assert_eq!(there.test.is_some(), back.test.is_some());
    if let Some((there, back)) = there.test.zip(back.test) {
        assert_eq!(there.effect.delta(), -back.effect.delta());
        assert_eq!(there.effect.size(), back.effect.size());
        assert_eq!(there.interval.low, -back.interval.high);
        assert_eq!(there.interval.high, -back.interval.low);
        assert_eq!((there.p, there.adjusted_p), (back.p, back.adjusted_p));
    }
}

#[test]
fn swapping_the_sources_flips_every_sign_and_nothing_else() {
    for seed in 0..25 {
        let a = article(seed, 3 + usize::try_from(seed % 5).unwrap() * 4);
        let b = article(seed + 500, 12);
        let (there, back) = (compare(&a, &b, seed), compare(&b, &a, seed));
        for (x, y) in there.differences.iter().zip(&back.differences) {
            flipped(x, y);
        }
        for (x, y) in there.like_for_like.iter().zip(&back.like_for_like) {
            flipped(x, y);
        }
        assert_eq!(there.coverage.a, back.coverage.b);
        assert_eq!(there.coverage.same_story, back.coverage.same_story);
        let mut matches = back.matching.matches.clone();
        matches.sort_by_key(|m| (m.b, m.a));
        assert_eq!(there.matching.matches.len(), matches.len());
        for (x, y) in there.matching.matches.iter().zip(&matches) {
            assert_eq!(
                (x.a, x.b, x.similarity, x.kind),
                (y.b.swapped(), y.a.swapped(), y.similarity, y.kind)
            );
        }
        assert_eq!(
            there.words.word_shift.words.len(),
            back.words.word_shift.words.len()
        );
        for (x, y) in there
            .words
            .word_shift
            .words
            .iter()
            .zip(&back.words.word_shift.words)
        {
            assert_eq!(
                (&x.word, x.shift, x.a, x.by_rules),
                (&y.word, -y.shift, y.b, -y.by_rules)
            );
        }
        assert_eq!(there.words.terms.len(), back.words.terms.len());
        for (x, y) in there.words.terms.iter().zip(&back.words.terms) {
            assert_eq!((&x.term, x.a, x.z), (&y.term, y.b, -y.z));
        }
        for (x, y) in there
            .robustness
            .settings
            .iter()
            .zip(&back.robustness.settings)
        {
            assert_eq!((x.setting, x.a, x.b), (y.setting, y.b, y.a));
        }
    }
}

#[test]
fn word_shift_adds_up_to_the_difference_in_tone() {
    for seed in 0..40 {
        let (a, b) = (article(seed, 15), article(seed + 900, 9));
        let found = compare(&a, &b, 1);
        let sum: f64 = found.words.word_shift.words.iter().map(|w| w.shift).sum();
        let expected = a.1.tone.mean.unwrap() - b.1.tone.mean.unwrap();
        assert!((sum - expected).abs() < 1e-9, "{sum} is not {expected}");
        assert!((found.words.word_shift.difference.unwrap() - expected).abs() < 1e-12);
        for word in &found.words.word_shift.words {
            assert!(!word.uses.is_empty());
            for found in &word.uses {
                let text = found
                    .place
                    .text(&[&a, &b][found.place.side.index()].0)
                    .unwrap();
                let shown = found.span.of(text).to_lowercase();
                assert!(
                    word.word == "! ?" || shown == word.word,
                    "{shown} {}",
                    word.word
                );
            }
        }
    }
}

#[test]
fn a_source_against_itself_differs_by_nothing() {
    let a = article(7, 30);
    let found = compare(&a, &a, 3);
    let mut tested = 0;
    for item in found.differences.iter().chain(&found.like_for_like) {
        match item.verdict {
            Verdict::Missing => assert_eq!(item.difference(), None, "{}", item.measure.id),
            _ => assert_eq!(item.difference(), Some(0.0), "{}", item.measure.id),
        }
        if let Some(test) = item.test {
            assert_eq!(test.effect.delta(), 0.0, "{}", item.measure.id);
            tested += 1;
        }
        assert!(!matches!(item.verdict, Verdict::Clear | Verdict::Possible));
    }
    assert!(
        tested >= 10,
        "only {tested} differences could be tested at all"
    );
    for side in Side::BOTH {
        assert_eq!(found.coverage.side(side).only_here, 0);
        assert_eq!(found.coverage.side(side).related, 0);
    }
    assert!(found.words.word_shift.words.iter().all(|w| w.shift == 0.0));
    assert!(found.words.terms.iter().all(|t| t.z == 0.0));
    assert_eq!(found.robustness.a_more_negative, 0);
    assert_eq!(found.robustness.b_more_negative, 0);
}

#[test]
fn sizes_that_do_not_fit_do_no_harm() {
    let (one, many) = (article(1, 1), article(2, 1_000));
    let found = compare(&one, &many, 1);
    assert_eq!(found.differences[0].verdict, Verdict::TooShort);
    assert!(found.differences[0].difference().is_some());
    let none: [(&Article, &Analysis); 0] = [];
    let of_one = [(&one.0, &one.1)];
    for (a, b) in [(&none[..], &of_one[..]), (&of_one, &none), (&none, &none)] {
        let found = Comparison::new(&view("Ant", a), &view("Bee", b), &Options::default());
        assert_eq!(found.differences[0].verdict, Verdict::Missing);
        assert!(found.matching.matches.is_empty());
        assert_eq!(found.words.word_shift.difference, None);
        assert_eq!(found.robustness.comparable, 0);
    }
}

/// Words that judge who is right, or where somebody stands. None belongs in what is printed.
const JUDGEMENTS: [&str; 22] = [
    "bias",
    "slant",
    "unfair",
    "fairer",
    "propaganda",
    "mislead",
    "dishonest",
    "honest",
    "deceiv",
    "distort",
    "manipulat",
    "untrue",
    "truthful",
    "falsehood",
    "liar",
    "partisan",
    "left-wing",
    "right-wing",
    "hypocri",
    "objective",
    "unreliable",
    "trustworthy",
];

/// Sentences of ours that name what is judged only to say that it is not, and titles of publications.
const DISCLAIMERS: [&str; 5] = [
    STANDING_LINE,
    "what only one source tells is no sign of bias",
    "it describes wording, not stance, and is no measure of bias",
    "Detecting Biased Language",
    "name-calling, partisan labels",
];

/// The first judgement in a text, whatever its case and how far it is hidden in a word.
fn judgement(text: &str) -> Option<&'static str> {
    let mut text = text.to_owned();
    for disclaimer in DISCLAIMERS {
        text = text.replace(disclaimer, "");
    }
    let text = text.to_lowercase();
    JUDGEMENTS.into_iter().find(|word| text.contains(word))
}

/// Everything the program says about two sources, one line each: sentences, tables, charts, report.
fn everything_said(a: &SourceView<'_>, b: &SourceView<'_>, comparison: &Comparison) -> Vec<String> {
    let names = comparison
        .words
        .people
        .both
        .iter()
        .map(|pair| &pair.towards);
    let measures = comparison.differences.iter();
    let mut said = Vec::new();
    for row in measures.chain(&comparison.like_for_like).chain(names) {
        assert!(!row.sentence.is_empty());
        said.extend([row.sentence.clone(), row.figures()]);
        said.extend(row.cells());
    }
    said.push(comparison.robustness.sentence.clone());
    for finding in &comparison.findings {
        said.extend([finding.to_string(), finding.detail.to_string()]);
        said.push(finding.figure.text.clone());
        said.extend([finding.certainty.label(), finding.certainty.help()].map(str::to_owned));
    }
    said.extend(comparison.coverage.notice().map(str::to_owned));
    let input = chart::Input {
        a: Some(*a),
        b: Some(*b),
        comparison: Some(comparison),
        ..chart::Input::default()
    };
    for kind in chart::Kind::all() {
        let chart = chart::build(*kind, &input);
        said.extend([kind.label(), kind.question()].map(str::to_owned));
        said.extend([chart.title, chart.summary, chart.caption]);
        said.extend([chart.x.label, chart.y.label]);
        said.extend(chart.legend.into_iter().map(|key| key.label));
        for hover in chart.marks.into_iter().filter_map(|mark| mark.hover) {
            said.push(hover.title);
            said.extend(hover.lines);
        }
    }
    let choice = report::Choice {
        parts: Some(report::Part::all()),
        with_text: false,
        ..report::Choice::default()
    };
    let report = report::Report {
        a: *a,
        b: *b,
        comparison,
        same: None,
        choice: &choice,
        figures: &[],
        options: chart::Options::default(),
        date: None,
    };
    for form in [report::Format::Html, report::Format::Markdown] {
        said.push(String::from_utf8(form.write(&report).unwrap()).unwrap());
    }
    said
}

#[test]
fn nothing_printed_judges_who_is_right() {
    // A sentence with one such word in it would be found: this is what fails the loop below.
    assert_eq!(
        judgement("Tone: Ant is more Biased than Bee."),
        Some("bias")
    );
    assert_eq!(
        judgement("no clear difference, a slanted text"),
        Some("slant")
    );
    let sizes = [(0, 0), (0, 9), (1, 1), (3, 12), (9, 8), (12, 12), (30, 40)];
    let mut met = BTreeSet::new();
    let mut said = Vec::new();
    for seed in 0..6 {
        for (of_a, of_b) in sizes {
            let (a, b) = (article(seed, of_a), article(seed + 99, of_b));
            // Some with a strong difference, so that every verdict is met.
            let b = if seed % 2 == 0 { b } else { gloomy(seed, of_b) };
            let (pa, pb) = ([(&a.0, &a.1)], [(&b.0, &b.1)]);
            let (a, b) = (view("Ant", &pa), view("Bee", &pb));
            let found = Comparison::new(&a, &b, &Options::default());
            let rows = found.differences.iter().chain(&found.like_for_like);
            met.extend(rows.map(|row| row.verdict.label()));
            said.extend(everything_said(&a, &b, &found));
        }
    }
    let other = scored("A frost\n\nFrost came.\n\nPears froze.\n\nNobody slept.\n\nDawn was pale.");
    let gloom = gloomy(1, 9);
    let (pa, pb) = ([(&gloom.0, &gloom.1)], [(&other.0, &other.1)]);
    let (a, b) = (view("Ant", &pa), view("Bee", &pb));
    let found = Comparison::new(&a, &b, &Options::default());
    met.extend(found.differences.iter().map(|row| row.verdict.label()));
    said.extend(everything_said(&a, &b, &found));
    // Two readers who contradict each other.
    let (cheer, gloom) = (article(7, 40), gloomy(7, 40));
    let (of_cheer, of_gloom) = (contradicted(&cheer.1), contradicted(&gloom.1));
    let (pa, pb) = ([(&cheer.0, &of_cheer)], [(&gloom.0, &of_gloom)]);
    let (a, b) = (view("Ant", &pa), view("Bee", &pb));
    let found = Comparison::new(&a, &b, &Options::default());
    met.extend(found.differences.iter().map(|row| row.verdict.label()));
    said.extend(everything_said(&a, &b, &found));
    for verdict in Verdict::ALL {
        assert!(
            met.contains(verdict.label()),
            "{verdict:?} was not met: {met:?}"
        );
    }
    said.extend(registry::all().map(Measure::to_markdown));
    said.extend(registry::all().map(|it| it.plain.to_owned()));
    for line in said.iter().flat_map(|text| text.lines()) {
        assert_eq!(judgement(line), None, "{line}");
    }
}

/// An article in which hardly anything is good.
/// With a second reader that finds the opposite tone in every sentence.
fn contradicted(analysis: &Analysis) -> Analysis {
    let blocks: Vec<String> = (analysis.units.iter())
        .map(|unit| {
            let said = unit.sentences.iter().map(|sentence| {
                let tone = (-sentence.tone.compound * 1e4).round();
                format!("{tone} {tone} 5000")
            });
            format!("{} {}", unit.block, said.collect::<Vec<_>>().join(" "))
        })
        .collect();
    let said = serde_json::json!({ "bait": 10.0, "blocks": blocks });
    let said: Said = serde_json::from_value(said).unwrap();
    analysis.with_second(Some(Arc::new(said)))
}

fn gloomy(seed: u64, paragraphs: usize) -> (Article, Analysis) {
    let mut rng = Rng::new(seed);
    let mut text = String::from("A headline\n\n");
    for _ in 0..paragraphs {
        let noun = NOUNS[rng.below(NOUNS.len())];
        let more = ["It failed again.", "All of them hated the awful mess."][rng.below(2)];
        write!(
            text,
            "The {noun} attacked the {noun} in a terrible mood. {more}\n\n"
        )
        .unwrap();
    }
    scored(&text)
}

/// Runs the program; gives what it printed and what it came to.
fn run(arguments: &[&str]) -> (String, String, Outcome) {
    let full = ["parallax", "compare"].iter().chain(arguments);
    let cli = Cli::try_parse_from(full).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let outcome = cli::run(&cli.command.unwrap(), &mut out, &mut err).unwrap();
    (
        String::from_utf8(out).unwrap(),
        String::from_utf8(err).unwrap(),
        outcome,
    )
}

fn asset(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join("assets/samples").join(name).display().to_string()
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let (a, b) = (asset("ellery-ledger.md"), asset("quayside-star.md"));
    let json = |seed: &str| run(&[&a, &b, "--format", "json", "--seed", seed]).0;
    let first = json("5");
    assert_eq!(first, json("5"));
    let value: serde_json::Value = serde_json::from_str(&first).unwrap();
    assert_eq!(value["schema"], "parallax.compare/1");
    assert_eq!(value["seed"], 5);
    assert!(value["notice"].is_null(), "the samples tell one story");
    assert!(value["matches"].as_array().unwrap().len() >= 3);
    assert_ne!(first, json("6"));
}

#[test]
fn the_table_says_what_it_says_and_no_more() {
    let (out, err, outcome) = run(&[&asset("ellery-ledger.md"), &asset("quayside-star.md")]);
    assert_eq!((err.as_str(), outcome), ("", Outcome::Done));
    for part in [
        "Differences",
        "Coverage, by words",
        "Matched passages",
        "Like for like",
        "Words behind the difference in tone",
        "Does it hold? ",
        "It does not say which account is true or fair.",
        "seed 1.",
    ] {
        assert!(out.contains(part), "{part} is missing in\n{out}");
    }
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let (out, err, outcome) = run(&[&asset("ellery-ledger.md"), "no-such-file.txt"]);
    assert_eq!((out.as_str(), outcome), ("", Outcome::SomeFailed));
    assert!(err.contains("no-such-file.txt"), "{err}");
}

#[test]
fn a_folder_is_one_source() {
    let folder = tempfile::tempdir().unwrap();
    for (name, paragraphs) in [("one.txt", 4), ("two.txt", 5)] {
        let text = (0..paragraphs)
            .map(|n| format!("Paragraph {n} of {name} tells of a good day on the quay.\n\n"));
        std::fs::write(folder.path().join(name), text.collect::<String>()).unwrap();
    }
    std::fs::write(folder.path().join(".hidden"), "left out").unwrap();
    let folder = folder.path().display().to_string();
    let (out, err, outcome) = run(&[&folder, &asset("ellery-ledger.md")]);
    assert_eq!((err.as_str(), outcome), ("", Outcome::Done));
    assert!(out.contains("(2 articles, 9 paragraphs, "), "{out}");
}

#[test]
fn the_first_two_articles_share_the_points_a_reader_sees() {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/articles");
    let read = |name: &str| std::fs::read_to_string(folder.join(name));
    let (Ok(a), Ok(b)) = (read("shocking-invite.txt"), read("high-stakes-talks.txt")) else {
        #[expect(clippy::print_stdout, reason = "says that it skips")]
        {
            println!("skipping: {} is not there", folder.display());
        }
        return;
    };
    let (a, b) = (scored(&a), scored(&b));
    let found = compare(&a, &b, 1);
    let tone = found
        .differences
        .iter()
        .find(|d| d.measure.id == "tone")
        .unwrap();
    assert_eq!(tone.verdict, Verdict::NoClearDifference);
    let number = |side: &(Article, Analysis), at: Place| {
        side.1.place_of_block(at.block_index().unwrap()).unwrap() + 1
    };
    let pairs: Vec<(usize, usize)> = found
        .matching
        .matches
        .iter()
        .map(|m| (number(&a, m.a), number(&b, m.b)))
        .collect();
    let expected = [(1, 1), (1, 3), (2, 2), (3, 8), (6, 2), (7, 2)];
    let hits = expected.iter().filter(|pair| pairs.contains(pair)).count();
    assert!(hits >= 5, "{pairs:?}");
    assert_eq!(found.coverage.notice(), None);
}
