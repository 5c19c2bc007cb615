//! Speed of all wording measures together against tone in the same run, on one thread:
//!
//! `cargo bench --no-default-features --bench wording`
//!
//! The text is news-like: sentences written for this file, put together anew.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant;

use parallax::article::{Article, sentences};
use parallax::score::people::{People, tone_towards};
use parallax::score::tone::{self, Names, ToneOptions};
use parallax::score::{Settings, analyse, wording};

/// Short rounds, many of them: the fastest of each counts.
const ROUNDS: usize = 200;

const SUBJECTS: [&str; 8] = [
    "The prime minister",
    "Maria Lopez, a spokeswoman for the company,",
    "Voters in three districts",
    "President Gustavo Petro",
    "Several analysts",
    "A federal judge in Ohio",
    "Mr. Petro",
    "Researchers at the university",
];
const VERBS: [&str; 8] = [
    "said on Tuesday that",
    "did not say whether",
    "claimed that",
    "has repeatedly denied that",
    "warned in a letter that",
    "told reporters that",
    "reportedly believes that",
    "admitted that",
];
const OBJECTS: [&str; 8] = [
    "the talks with neighbouring countries could continue through the summer",
    "prices had risen by about 3.4 per cent since January",
    "the disgraceful plan was “a great success for both sides”",
    "at least 40 people were injured when the bridge collapsed",
    "sanctions against the two banks had utterly failed",
    "the committee had lost the trust of its members",
    "the chaotic vote was a farce, despite some very good ideas",
    "the governor would not run for a second term",
];

/// An article of `paragraphs` paragraphs of four sentences, the same at every run.
fn article(paragraphs: usize) -> Article {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut pick = |from: &[&'static str]| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let at = usize::try_from(state >> 33).unwrap_or_default() % from.len();
        from.get(at).copied().unwrap_or_default()
    };
    let mut text = String::from("A headline for the test\n\n");
    for _ in 0..paragraphs {
        for _ in 0..4 {
            let _ = write!(
                text,
                "{} {} {}. ",
                pick(&SUBJECTS),
                pick(&VERBS),
                pick(&OBJECTS)
            );
        }
        text.push_str("\n\n");
    }
    parallax::load::from_text(&text, "bench")
        .unwrap_or_else(|error| unreachable!("made text is text: {error}"))
}

fn fastest(mut work: impl FnMut()) -> f64 {
    let once = |_| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64()
    };
    (0..ROUNDS).map(once).fold(f64::MAX, f64::min)
}

fn main() {
    let article = article(100);
    let start = Instant::now();
    black_box(wording::line("A first line."));
    println!(
        "tables: {:.1} ms, once",
        start.elapsed().as_secs_f64() * 1e3
    );
    let count: usize = article
        .scored_blocks()
        .map(|(_, block)| sentences(&block.text).len())
        .sum();
    let per_sentence = |seconds: f64| 1e9 * seconds / count as f64;

    let names = Names::of(&article);
    let tone = fastest(|| {
        for (_, block) in article.scored_blocks() {
            for sentence in &block.sentences {
                black_box(tone::score(
                    sentence.of(&block.text),
                    ToneOptions::default(),
                    &names,
                ));
            }
        }
    });
    // All of scoring but tone, which it holds too.
    let wording = fastest(|| {
        black_box(analyse(&article, &Settings::default()));
    }) - tone;
    let found = People::of(&article);
    let mentions: usize = found.names.iter().map(|named| named.mentions.len()).sum();
    let towards = fastest(|| {
        for named in &found.names {
            black_box(tone_towards(&article, named));
        }
    });
    println!(
        "{count} sentences, {mentions} mentions of {} names, one thread",
        found.names.len()
    );
    println!("tone             {:7.0} ns a sentence", per_sentence(tone));
    println!(
        "wording, people  {:7.0} ns a sentence: {:.2} times tone",
        per_sentence(wording),
        wording / tone
    );
    println!(
        "tone towards one mention: {:.0} ns",
        1e9 * towards / mentions.max(1) as f64
    );
}
