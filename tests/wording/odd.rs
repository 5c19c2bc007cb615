//! Odd and hostile input: no panic, no quadratic time.

use std::fmt::Write as _;

use parallax::score::people::{People, tone_towards};
use parallax::score::{Settings, analyse, wording};

use super::article;

#[test]
fn odd_input_is_taken_as_it_comes() {
    for text in [
        "",
        " ",
        "a",
        "“",
        "”",
        "''",
        "’’’’",
        "“““",
        "“a ‘b “c",
        "'''''",
        "!!!",
        "\u{200b}\u{feff}",
        "said",
        "“ ” said",
        "—",
        ".",
        "U.S.",
        "a.b.c.",
        "’s",
        "-",
        "x-",
        "“,” said",
    ] {
        let line = wording::line(text);
        assert!(
            (0.0..=1.0).contains(&line.loaded_score) && (0.0..=1.0).contains(&line.subjectivity),
            "{text:?}"
        );
    }
}

/// Longer than any of these takes on a busy machine, and far shorter than a quadratic step would.
const PATIENCE: std::time::Duration = std::time::Duration::from_mins(3);

#[test]
fn hostile_input_does_not_hang() {
    for piece in [
        "“",
        "” ",
        "' ",
        "''",
        "He said “",
        "Mr. ",
        "so ",
        "“a,” he said ",
        "said ",
        "U.S.-",
        "according to ",
        "(“x",
        "as ",
    ] {
        let start = std::time::Instant::now();
        wording::line(&piece.repeat(100_000));
        assert!(
            start.elapsed() < PATIENCE,
            "{piece:?}: {:?}",
            start.elapsed()
        );
    }
}

#[test]
fn a_hundred_thousand_names_are_merged_in_time() {
    let mut text = String::from("Names\n\n");
    for i in 0..100_000_u32 {
        let letter = |n: u32| char::from(b'a' + u8::try_from(n % 26).unwrap());
        let word: String = [i, i / 26, i / 676, i / 17_576]
            .map(letter)
            .iter()
            .collect();
        let _ = write!(text, "then Ann X{word} and Bob Y{word} met ");
    }
    let article = article(&text);
    let start = std::time::Instant::now();
    let people = People::of(&article);
    assert!(people.names.len() > 100_000);
    assert!(start.elapsed() < PATIENCE);
}

#[test]
fn tone_towards_names_in_one_endless_sentence_does_not_hang() {
    const NAMES: usize = 10_000;
    let mut text = String::from("Names\n\n");
    for i in 0..NAMES {
        let _ = write!(text, "then Ann Lee praised a corrupt plan {i} ");
    }
    let article = article(&text);
    let people = People::of(&article);
    let ann = people.names.first().unwrap();
    let start = std::time::Instant::now();
    let tones = tone_towards(&article, ann);
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
    assert_eq!(tones.len(), NAMES);
    assert!(tones.iter().all(Option::is_some));
}

#[test]
fn odd_articles_are_analysed() {
    let names = "Ann Lee met Bob Ray. ".repeat(20_000);
    let quotes = "“a ‘b “c” said ".repeat(5_000);
    for body in ["Word", "…", "“", "no end no start", "!!!", &names, &quotes] {
        let article = article(&format!("A title here\n\n{body}\n"));
        let analysis = analyse(&article, &Settings::default());
        let speech: usize = (analysis.units.iter())
            .map(|unit| unit.wording.speech_words())
            .sum();
        let spoken: usize = analysis.speakers.iter().map(|s| s.words).sum();
        assert!(spoken <= speech);
    }
}
