//! Many sources beside each other: what every two of them say, adjusted over all of them.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::collections::BTreeSet;

use clap::Parser as _;
use parallax::cli::{self, Cli, Outcome};
use parallax::compare::matrix::{MOST_PAIRED, Matrix};
use parallax::compare::{Cluster, Verdict, differences};
use parallax::score::registry::MEASURES;
use parallax::stats::{Rng, benjamini_hochberg};
use parallax::work::{Progress, Threads};

use crate::fixture::{self, Sample, tone_measure};

/// An article about one council of `n` paragraphs of which `bad` in ten have a bad word.
fn article(seed: u64, n: usize, bad: usize) -> Sample {
    let mut rng = Rng::new(seed);
    let texts: Vec<String> = (0..n)
        .map(|_| {
            let word = if rng.below(10) < bad { "terrible" } else { "new" };
            "The council of Aldermoor voted 12 to 3 on Tuesday for the WORD harbour levy. Boats were good."
                .replace("WORD", word)
        })
        .collect();
    fixture::sample(&texts)
}

fn matrix(samples: &[(&str, &[Sample])], threads: Threads) -> Matrix {
    let pairs: Vec<Vec<_>> = (samples.iter())
        .map(|(_, articles)| articles.iter().map(Sample::pair).collect())
        .collect();
    let views: Vec<_> = (samples.iter().zip(&pairs))
        .map(|((name, _), pairs)| fixture::source(name, pairs))
        .collect();
    Matrix::new(&views, MEASURES, 1, threads, &Progress::default()).unwrap()
}

fn four() -> [(&'static str, Vec<Sample>); 4] {
    [
        ("Ant", vec![article(1, 20, 8)]),
        ("Bee", vec![article(2, 20, 1)]),
        ("Cat", vec![article(3, 20, 1)]),
        ("Dog", vec![article(4, 5, 1)]),
    ]
}

fn of_four() -> Matrix {
    let four = four();
    let borrowed: Vec<(&str, &[Sample])> = (four.iter())
        .map(|(name, articles)| (*name, articles.as_slice()))
        .collect();
    matrix(&borrowed, Threads::ONE)
}

#[test]
fn a_pair_says_what_two_alone_say_but_for_the_adjustment() {
    let four = four();
    let matrix = of_four();
    let (a, b) = ([four[0].1[0].pair()], [four[1].1[0].pair()]);
    let (a, b) = (fixture::source("Ant", &a), fixture::source("Bee", &b));
    let alone = differences(&a, &b, MEASURES, 1, &Progress::default()).unwrap();
    for (row, alone) in matrix.rows.iter().zip(&alone) {
        let pair = row.pair(0, 1).unwrap();
        assert_eq!(
            pair.difference.difference(),
            alone.difference(),
            "{}",
            alone.label()
        );
        assert_eq!(pair.difference.interval(), alone.interval());
        assert_eq!(
            pair.difference.test.map(|test| test.p),
            alone.test.map(|test| test.p)
        );
        let back = row.pair(1, 0).unwrap();
        assert_eq!(
            back.difference.difference(),
            alone.difference().map(|by| -by)
        );
        assert_eq!(
            back.difference.interval().map(|ends| -ends.high),
            alone.interval().map(|ends| ends.low)
        );
    }
    let tone = &matrix.rows[0];
    assert_eq!(tone.measure.id, tone_measure().id);
    assert_eq!(
        tone.standing(1),
        [vec![0], vec![]],
        "Bee is kinder than Ant"
    );
    assert_eq!(tone.standing(0), [vec![], vec![1, 2]]);
    let sentences = matrix.clear_sentences(tone);
    assert!(
        sentences[0].starts_with("Tone: Bee is clearly higher than Ant by "),
        "{sentences:?}"
    );
}

#[test]
fn p_values_are_adjusted_over_all_pairs_of_all_measures_that_are_shown() {
    let check = |matrix: &Matrix| {
        let tests = matrix.rows.iter().flat_map(|row| &row.pairs);
        let tests: Vec<_> = tests.filter_map(|pair| pair.difference.test).collect();
        let p: Vec<f64> = tests.iter().map(|test| test.p).collect();
        let adjusted: Vec<f64> = tests.iter().map(|test| test.adjusted_p).collect();
        assert_eq!(adjusted, benjamini_hochberg(&p));
        assert_eq!(matrix.tested, p.len());
        p.len()
    };
    let whole = of_four();
    let all = check(&whole);
    let some = whole.of_columns(&[2, 0]);
    assert!(check(&some) < all);
    assert_eq!([some.name(0), some.name(1)], ["Cat", "Ant"]);
    let (turned, straight) = (
        some.rows[0].pair(0, 1).unwrap(),
        whole.rows[0].pair(2, 0).unwrap(),
    );
    assert_eq!(
        turned.difference.difference(),
        straight.difference.difference()
    );
    assert_eq!(turned.difference.interval(), straight.difference.interval());
    let again = whole.of_columns(&[0, 1, 2, 3]);
    let json = |matrix: &Matrix| serde_json::to_string(&matrix.document()).unwrap();
    assert_eq!(
        json(&again),
        json(&whole),
        "leaving nothing out changes nothing"
    );
}

#[test]
fn threads_change_nothing_and_names_tell_apart() {
    let four = four();
    let same: Vec<(&str, &[Sample])> = four
        .iter()
        .map(|(_, all)| ("Ant", all.as_slice()))
        .collect();
    let (one, many) = (matrix(&same, Threads::ONE), matrix(&same, Threads::new(3)));
    let json = |matrix: &Matrix| serde_json::to_string(&matrix.document()).unwrap();
    assert_eq!(json(&one), json(&many));
    let names: BTreeSet<&str> = one
        .sources
        .iter()
        .map(|column| column.name.as_str())
        .collect();
    assert_eq!(
        names,
        BTreeSet::from(["Ant", "Ant (2)", "Ant (3)", "Ant (4)"])
    );
}

#[test]
fn little_text_has_values_without_intervals_and_that_is_said() {
    let matrix = of_four();
    let cell = &matrix.rows[0].cells[3];
    assert!(cell.value.is_some() && cell.interval.is_none());
    assert_eq!((cell.n, cell.cluster), (5, Cluster::Paragraph));
    assert_eq!(
        cell.rests_on(),
        "5 paragraphs: too short for an interval, which takes 8"
    );
    let pair = matrix.rows[0].pair(0, 3).unwrap();
    assert_eq!(pair.difference.verdict, Verdict::TooShort);
    let notes = matrix.notes();
    assert!(
        notes
            .iter()
            .any(|note| note.contains("Too short") && note.contains("Dog")),
        "{notes:?}"
    );
    let headline = matrix
        .rows
        .iter()
        .find(|row| row.measure.part().is_none())
        .unwrap();
    assert_eq!(headline.cells[0].cluster, Cluster::Article);
    assert!(
        headline.cells[0].interval.is_none(),
        "one article has one headline"
    );
}

#[test]
fn nothing_is_concluded_from_articles_about_two_events() {
    let texts: Vec<String> = (0..20)
        .map(|at| {
            format!(
                "Rain fell on Ystad in week {at}. Farmers of Skåne were {}.",
                if at % 5 == 0 { "sad" } else { "happy" }
            )
        })
        .collect();
    let other = [fixture::sample(&texts)];
    let (bad, good) = ([article(1, 20, 8)], [article(2, 20, 1)]);
    let matrix = matrix(
        &[("Ant", &bad), ("Bee", &good), ("Cow", &other)],
        Threads::ONE,
    );
    assert_eq!(matrix.apart, [(0, 2), (1, 2)]);
    let tone = &matrix.rows[0];
    assert_eq!(
        tone.pair(0, 2).unwrap().difference.verdict,
        Verdict::OtherStory
    );
    assert!(tone.pair(0, 1).unwrap().is_clear());
    assert!(
        matrix
            .notes()
            .iter()
            .any(|note| note.contains("hardly tell the same story"))
    );
    let alike = matrix.of_columns(&[2, 1]);
    assert_eq!(alike.apart, [(0, 1)]);
}

#[test]
fn more_sources_than_can_be_compared_keep_their_values() {
    let few = [article(1, 9, 3)];
    let all: Vec<(&str, &[Sample])> = vec![("Ant", &few); MOST_PAIRED + 1];
    let matrix = matrix(&all, Threads::ONE);
    assert!(!matrix.paired && matrix.rows[0].pairs.is_empty());
    assert_eq!(matrix.rows[0].cells.len(), MOST_PAIRED + 1);
    assert!(
        matrix.notes()[0].contains("51 sources"),
        "{:?}",
        matrix.notes()
    );
}

fn run(arguments: &[&str]) -> (String, String, Outcome) {
    let arguments = ["parallax", "compare"].iter().chain(arguments);
    let cli = Cli::try_parse_from(arguments).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let outcome = cli::run(&cli.command.unwrap(), &mut out, &mut err).unwrap();
    (
        String::from_utf8(out).unwrap(),
        String::from_utf8(err).unwrap(),
        outcome,
    )
}

#[test]
fn the_command_lays_three_files_beside_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, paragraphs: usize| {
        let path = folder.path().join(name);
        let text: Vec<String> = (0..paragraphs)
            .map(|at| {
                format!(
                    "The council voted for levy {at}. It was a good day for {} boats.",
                    at + 2
                )
            })
            .collect();
        std::fs::write(&path, format!("Council votes\n\n{}", text.join("\n\n"))).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (a, b, c) = (file("ant.txt", 12), file("bee.txt", 10), file("cow.txt", 3));
    let (text, _, outcome) = run(&[&a, &b, &c]);
    assert_eq!(outcome, Outcome::Done);
    for said in [
        "ant (1 article)",
        "cow (1 article)",
        "Tone",
        "95 % interval",
        "Too short for intervals",
        "This describes wording",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let (json, err, _) = run(&[&a, &b, &c, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let keys = |value: &serde_json::Value| -> Vec<String> {
        value.as_object().unwrap().keys().cloned().collect()
    };
    assert_eq!(keys(&json), ["measures", "schema", "sources"]);
    assert_eq!(
        json["sources"][2],
        serde_json::json!({"name": "cow", "articles": 1})
    );
    let tone = &json["measures"][0];
    assert_eq!(keys(tone), ["id", "pairs", "values"]);
    assert_eq!(tone["id"], "tone");
    assert_eq!(
        keys(&tone["values"][0]),
        ["high", "low", "n", "source", "value"]
    );
    assert_eq!(tone["values"][0]["source"], "ant");
    assert!(
        tone["values"][2]["low"].is_null(),
        "three paragraphs have no interval"
    );
    assert_eq!(tone["pairs"].as_array().unwrap().len(), 3);
    assert_eq!(
        keys(&tone["pairs"][0]),
        [
            "a",
            "adjusted_p",
            "b",
            "clear",
            "difference",
            "high",
            "low",
            "p"
        ]
    );
    assert!(err.contains("Too short for intervals"), "{err}");
}

#[test]
fn a_missing_file_is_named_and_a_report_of_three_is_no_usage() {
    let (_, err, outcome) = run(&["nowhere-a.txt", "nowhere-b.txt", "nowhere-c.txt"]);
    assert_eq!(outcome, Outcome::SomeFailed);
    assert!(err.contains("nowhere-a.txt"), "{err}");
    assert!(
        Cli::try_parse_from(["parallax", "compare", "a", "b", "c", "--report", "r.html"]).is_err()
    );
}

#[test]
fn no_interval_of_a_value_leaves_the_range_of_its_measure() {
    // Two of twenty paragraphs hold all the loaded words: the interval of their rate would begin below none.
    let texts: Vec<String> = (0..20)
        .map(|at| match at {
            3 | 11 => {
                "The disgraceful, shameful and disastrous plan was slammed on Monday in the hall."
                    .to_owned()
            }
            _ => "The council of Aldermoor voted 12 to 3 on Tuesday for the new harbour levy."
                .to_owned(),
        })
        .collect();
    let sample = [fixture::sample(&texts)];
    let found = matrix(&[("Ant", &sample), ("Bee", &sample)], Threads::ONE);
    let mut at_the_end = 0;
    for row in &found.rows {
        let (low, high) = row.measure.range;
        for interval in row.cells.iter().filter_map(|cell| cell.interval) {
            assert!(
                low <= interval.low && interval.high <= high,
                "{}",
                row.measure.id
            );
            at_the_end += usize::from(interval.low <= low);
        }
    }
    assert!(at_the_end > 0, "no interval was cut");
}

#[test]
fn categories_of_own_lists_are_rows_that_say_what_two_alone_say() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, every: usize| {
        let path = folder.path().join(name);
        let text: Vec<String> = (0..16)
            .map(|at| {
                let thing = if at % every == 0 { "boats" } else { "gates" };
                format!("The council voted for levy {at}. It was a good day for {thing}.")
            })
            .collect();
        std::fs::write(&path, format!("Council votes\n\n{}", text.join("\n\n"))).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let list = folder.path().join("sea.csv");
    std::fs::write(&list, "word,category\nboats,craft\nharbour,place\n").unwrap();
    let list = list.to_str().unwrap();
    let (a, b, c) = (file("ant.txt", 1), file("bee.txt", 4), file("cow.txt", 8));
    let json = |paths: &[&str]| -> serde_json::Value {
        let arguments = [&["--list", list, "--format", "json"], paths].concat();
        let (out, _, outcome) = run(&arguments);
        assert_eq!(outcome, Outcome::Done);
        serde_json::from_str(&out).unwrap()
    };
    let (two, three) = (json(&[&a, &b]), json(&[&a, &b, &c]));
    let measures = three["measures"].as_array().unwrap();
    let row = |id: &str| measures.iter().find(|row| row["id"] == id);
    assert!(row("own_list: sea: place").is_some());
    let craft = row("own_list: sea: craft").unwrap();
    let alone = two["lists"].as_array().unwrap();
    let alone = alone.iter().find(|row| row["category"] == "craft").unwrap();
    for (pair, of_two) in [("difference", "difference"), ("p", "p")] {
        assert_eq!(craft["pairs"][0][pair], alone[of_two], "{pair}");
    }
    assert_eq!(craft["values"][0]["value"], alone["a"]);
    assert!(craft["values"][0]["value"].as_f64() > craft["values"][2]["value"].as_f64());
    let (text, _, _) = run(&["--list", list, &a, &b, &c]);
    assert!(text.contains("sea: craft"), "{text}");
}
