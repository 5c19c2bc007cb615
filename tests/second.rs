//! The second reader: names do not move it, its results never depend on threads or company, and bad input
//! is answered by name.

#![cfg(feature = "second-reader")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests"
)]

use std::collections::BTreeMap;

use parallax::article::Span;
use parallax::encoder::Encoder;
use parallax::load;
use parallax::score::second::{Fault, Reading, SecondReader};
use parallax::score::{self, Settings};
use parallax::work::{Progress, Threads};

fn reader() -> &'static SecondReader {
    SecondReader::shipped().unwrap()
}

/// One name in place of another, in three hundred sentences: `tests/second/swap.tsv`.
#[test]
fn a_name_in_place_of_another_changes_nothing() {
    let table = include_str!("second/swap.tsv");
    let rows: Vec<Vec<&str>> = table
        .lines()
        .skip(1)
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(rows.len(), 300);
    let texts: Vec<String> = (rows.iter())
        .flat_map(|row| [row[1], row[2]].map(|name| row[3].replace("{}", name)))
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let batches = texts.chunks(8);
    let read = parallax::work::map(batches, Threads::default(), &Progress::default(), |texts| {
        reader().sentences(texts)
    });
    let read: Vec<Reading> = read
        .unwrap()
        .into_iter()
        .flatten()
        .map(Option::unwrap)
        .collect();
    for (name, of, cut) in [
        ("tone", Reading::tone as fn(&Reading) -> f64, 0.0),
        (
            "subjectivity",
            |reading: &Reading| reading.subjectivity,
            0.5,
        ),
    ] {
        let values: Vec<f64> = read.iter().map(of).collect();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let spread = values
            .iter()
            .map(|value| (value - mean).powi(2))
            .sum::<f64>();
        let spread = (spread / values.len() as f64).sqrt();
        let mut shifts: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
        let mut flips = 0;
        for (row, pair) in rows.iter().zip(values.chunks_exact(2)) {
            shifts
                .entry(row[0])
                .or_default()
                .push((pair[0] - pair[1]) / spread);
            flips += usize::from((pair[0] > cut) != (pair[1] > cut));
        }
        for (group, shifts) in shifts {
            let mean = shifts.iter().sum::<f64>() / shifts.len() as f64;
            println!(
                "{name}, {group}: mean shift {mean:+.3} sd over {} sentences",
                shifts.len()
            );
            assert!(mean.abs() <= 0.03, "{name}, {group}: {mean}");
        }
        println!("{name}: {flips} of {} verdicts flip", rows.len());
        assert!(flips * 50 <= rows.len(), "{name}: {flips} flips");
    }
}

const TEXT: &str = "Council wastes millions\n\nThe council wasted millions on a disastrous library on Monday. \
    Parents were furious, and nobody apologised.\n\nA lovely garden opened beside it. It is open all day.";

#[test]
fn threads_and_company_change_nothing() {
    let article = load::from_text(TEXT, "Star").unwrap();
    let analysis = score::analyse(&article, &Settings::default());
    let read = |threads| {
        let read = reader().ask(
            &article,
            &analysis,
            Threads::new(threads),
            &Progress::default(),
        );
        read.unwrap()
    };
    let one = read(1);
    assert_eq!(one, read(3));
    assert!(one.bait.unwrap() > 0.0);
    let block = analysis.units[0].block;
    let first = one.block(block).unwrap()[0].unwrap();
    let alone = reader().sentence("The council wasted millions on a disastrous library on Monday.");
    // Kept to four decimals.
    assert!((first.tone - alone.unwrap().tone()).abs() < 1e-4);
    assert!(first.tone < 0.0);
    let read = analysis.with_second(Some(std::sync::Arc::new(one)));
    assert_eq!(read.units[1].second_tone().unwrap().sentences, 2);
}

#[test]
fn the_shares_of_words_add_up_to_the_score() {
    let text = "It was a shameful, unbelievably costly mistake.";
    let reading = reader().sentence(text).unwrap();
    let opinion: f64 = reading.shares.words.iter().map(|share| share.opinion).sum();
    let odds = (reading.subjectivity / (1.0 - reading.subjectivity)).ln();
    assert!((opinion + reading.shares.rest.opinion - odds).abs() < 1e-9);
    let tone: f64 = reading.shares.words.iter().map(|share| share.tone).sum();
    let odds = (reading.leaning.positive / reading.leaning.negative).ln();
    assert!((tone + reading.shares.rest.tone - odds).abs() < 1e-9);
    let words: Vec<&str> = (reading.shares.words.iter())
        .map(|share| share.span.of(text))
        .collect();
    assert_eq!(words[..5], ["It", "was", "a", "shameful", ","]);
}

#[test]
fn bad_input_is_answered() {
    for nothing in [
        "",
        " \n",
        "😀😀😀",
        "—",
        "Это хорошая новость",
        "今日はとても良い日です",
        "Der Bürgermeister hat die neue Bibliothek am Montag eröffnet, und alle waren sehr zufrieden damit.",
    ] {
        assert_eq!(reader().sentence(nothing), None, "{nothing:?}");
    }
    let long = "The plan is bad, and people are angry. ".repeat(1300);
    let reading = reader().sentence(&long).unwrap();
    let end = reading.read_to.unwrap();
    assert!(end > 3000 && end < long.len() / 4, "{end}");
    assert!(
        long[..end].trim_end().ends_with(['.', ',']),
        "cut by sense: {:?}",
        &long[end - 20..end]
    );
    assert!(reading.tone() < 0.0);
    assert_eq!(reader().target("The mayor left.", Span::new(0, 0)), None);
    let glued = "x".repeat(50_000);
    assert!(reader().sentence(&glued).is_some());
}

#[test]
fn damaged_weights_are_refused_by_name() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/encoder/weights.bin");
    let whole = std::fs::read(path).unwrap();
    let refused = |bytes: Vec<u8>| match Encoder::read(bytes) {
        Err(Fault::Damaged(why)) => why,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(Vec::new()), "they end too early");
    assert_eq!(refused(vec![0; 100]), "they do not begin as weights do");
    assert_eq!(
        refused(whole[..whole.len() / 2].to_vec()),
        "their checksum is another"
    );
    let mut flipped = whole;
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    assert_eq!(refused(flipped), "their checksum is another");
}
