//! Speed of tone, evidence kept, against two other implementations in the same run, on one thread:
//!
//! `cargo bench --no-default-features --bench tone`
//!
//! The text is news-like: sentences written for this file, put together anew for every article.

#![expect(clippy::print_stdout, reason = "it prints its findings")]

use std::hint::black_box;
use std::time::Instant;

use parallax::score::tone::{self, Names, ToneOptions};

/// Rounds; the fastest of each implementation counts.
const ROUNDS: usize = 9;

const SUBJECTS: [&str; 16] = [
    "The prime minister",
    "A spokesman for the company",
    "Voters in three districts",
    "The United States",
    "Several analysts",
    "The central bank",
    "A federal judge",
    "The opposition leader",
    "Residents of the city",
    "The Justice Department",
    "Union officials",
    "Her lawyers",
    "The coach",
    "Researchers at the university",
    "Two former aides",
    "The European Commission",
];
const VERBS: [&str; 16] = [
    "said on Tuesday that",
    "did not say whether",
    "was surprised to learn that",
    "has repeatedly denied that",
    "warned in a letter that",
    "told reporters that",
    "could not confirm that",
    "never expected that",
    "is expected to announce that",
    "wrote in a report that",
    "hopes that",
    "was told that",
    "argued that",
    "isn’t sure that",
    "praised the view that",
    "will ask the court to rule that",
];
const OBJECTS: [&str; 16] = [
    "the talks with neighbouring countries would continue through the summer",
    "prices had risen by 3.4 per cent since January",
    "the new stadium would open on time and within its budget",
    "at least 40 people were injured when the bridge collapsed",
    "the agreement was “a great success for both sides”",
    "sanctions against the two banks had failed",
    "the city’s water supply was very safe",
    "the committee had lost the trust of its members",
    "a record number of students applied this year",
    "the charges were serious but would be dropped",
    "the army had attacked villages near the border",
    "the vote was free and fair, despite some problems",
    "no evidence of fraud had been found",
    "the governor would not run for a second term",
    "the museum’s oldest paintings were moved to a safer place",
    "the company had cut 1,200 jobs without warning",
];
const ENDS: [&str; 8] = [
    ".",
    ", according to two people who were in the room.",
    ", and that nothing had been decided.",
    ".",
    " – a claim the ministry rejected.",
    ", the newspaper reported.",
    ".",
    ", but gave no details.",
];

/// `count` sentences, the same at every run.
fn sentences(count: usize) -> Vec<String> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut pick = |from: &[&'static str]| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let at = usize::try_from(state >> 33).unwrap_or_default() % from.len();
        from.get(at).copied().unwrap_or_default()
    };
    (0..count)
        .map(|_| {
            format!(
                "{} {} {}{}",
                pick(&SUBJECTS),
                pick(&VERBS),
                pick(&OBJECTS),
                pick(&ENDS)
            )
        })
        .collect()
}

fn time(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64()
}

/// The fastest of several rounds for each of `works`, in seconds. They take turns, so that a busy
/// machine slows all of them alike.
fn fastest<const N: usize>(works: [&dyn Fn(); N]) -> [f64; N] {
    let mut best = [f64::INFINITY; N];
    for _ in 0..ROUNDS {
        for (best, work) in best.iter_mut().zip(works) {
            *best = best.min(time(work));
        }
    }
    best
}

fn main() {
    let start = time(|| {
        black_box(tone::score(
            "Good.",
            ToneOptions::default(),
            &Names::default(),
        ));
    });
    println!("tables: {:.1} ms, once", start * 1e3);
    against_peers(&sentences(20_000));
    long_lines(&sentences(1_000).join(" "));
}

fn against_peers(sentences: &[String]) {
    let bytes: usize = sentences.iter().map(String::len).sum();
    let parity = vader_parity::SentimentIntensityAnalyzer::new();
    let bindings = vader_sentiment::SentimentIntensityAnalyzer::new();
    let ours = |options: ToneOptions| {
        for sentence in sentences {
            black_box(tone::score(sentence, options, &Names::default()));
        }
    };
    let [exact, corrected, parity, bindings] = fastest([
        &|| ours(ToneOptions::EXACT),
        &|| ours(ToneOptions::default()),
        &|| {
            for sentence in sentences {
                black_box(parity.polarity_scores(sentence));
            }
        },
        &|| {
            for sentence in sentences {
                black_box(bindings.polarity_scores(sentence));
            }
        },
    ]);
    println!(
        "{} sentences, {bytes} bytes, one thread, fastest of {ROUNDS} rounds",
        sentences.len()
    );
    for (name, seconds) in [
        ("exact", exact),
        ("with corrections", corrected),
        ("vader-parity", parity),
        ("vader_sentiment", bindings),
    ] {
        let speed = bytes as f64 / seconds / 1e6;
        println!(
            "{name:16} {speed:7.1} MB/s; exact is {:.1} times as fast",
            seconds / exact
        );
    }
}

fn long_lines(text: &str) {
    for size in [100_000, 1_000_000, 10_000_000] {
        let line = text.repeat(1 + size / text.len());
        let line = line
            .get(..line.floor_char_boundary(size))
            .unwrap_or_default();
        let [seconds] = fastest([&|| {
            black_box(tone::score(line, ToneOptions::EXACT, &Names::default()));
        }]);
        let speed = line.len() as f64 / seconds / 1e6;
        println!("one line of {:>8} bytes: {speed:.1} MB/s", line.len());
    }
}
