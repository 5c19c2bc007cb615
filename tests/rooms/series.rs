//! Measures over time: days, weeks and months, gaps, and articles without a date.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

use clap::Parser as _;
use parallax::cli::{self, Cli, Outcome};
use parallax::compare::series::{OverTime, Period, iso_day};
use parallax::score::registry::MEASURES;

use crate::fixture::{self, Sample, tone_measure};

fn of(date: Option<&str>, word: &str) -> Sample {
    let mut sample = fixture::sample(&[format!("It was {word}. It was a thing.")]);
    sample.article.published = date.map(str::to_owned);
    sample
}

fn over(articles: &[Sample], period: Period) -> OverTime {
    let pairs: Vec<_> = articles.iter().map(Sample::pair).collect();
    OverTime::new(&[fixture::source("Ant", &pairs)], &[tone_measure()], period)
}

#[test]
fn every_month_with_articles_is_a_stretch_and_what_lies_between_is_a_gap() {
    let articles = [
        of(Some("2024-05-30"), "good"),
        of(Some("2024-01-02T08:00:00Z"), "bad"),
        of(None, "awful"),
        of(Some("2024-02-28"), "good"),
        of(Some("2024-01-31"), "bad"),
        of(Some("soon"), "good"),
    ];
    let found = over(&articles, Period::Month);
    assert_eq!(found.sources[0].undated, 2);
    let series = &found.series[0];
    let days: Vec<String> = series.dots.iter().map(|dot| iso_day(dot.day)).collect();
    assert_eq!(
        days,
        ["2024-01-02", "2024-01-31", "2024-02-28", "2024-05-30"]
    );
    assert_eq!(series.dots[0].article, 1, "a dot knows its article");
    let spans: Vec<(String, String, usize)> = (series.stretches.iter())
        .map(|one| (iso_day(one.from), iso_day(one.to), one.n))
        .collect();
    let expected = [
        ("2024-01-01", "2024-01-31", 2),
        ("2024-02-01", "2024-02-29", 1),
        ("2024-03-01", "2024-04-30", 0),
        ("2024-05-01", "2024-05-31", 1),
    ];
    let expected = expected.map(|(from, to, n)| (from.to_owned(), to.to_owned(), n));
    assert_eq!(spans, expected);
    assert!(series.stretches[2].value.is_none(), "a gap has no value");
    assert!(series.stretches[0].value.unwrap() < 0.0 && series.stretches[1].value.unwrap() > 0.0);
    assert!(series.stretches.iter().all(|one| one.interval.is_none()));
    let notes = found.notes();
    assert_eq!(notes[0], "Ant: 2 of 6 articles without a date, not shown.");
    assert_eq!(
        notes[1],
        "A month with fewer than 8 articles has no interval."
    );
}

#[test]
fn eight_articles_of_a_week_have_an_interval_clustered_by_article() {
    let articles: Vec<Sample> = (1..=9)
        .map(|day| {
            of(
                Some(&format!("2024-07-{day:02}")),
                if day % 3 == 0 { "bad" } else { "good" },
            )
        })
        .collect();
    let found = over(&articles, Period::Week);
    let [first, second] = found.series[0].stretches.as_slice() else {
        panic!("1 July 2024 is a Monday")
    };
    assert_eq!((first.n, second.n), (7, 2));
    assert!(first.interval.is_none());
    let month = over(&articles, Period::Month);
    let whole = month.series[0].stretches[0];
    let ends = whole.interval.unwrap();
    assert!(ends.low < whole.value.unwrap() && whole.value.unwrap() < ends.high);
}

#[test]
fn one_day_and_no_date_are_said() {
    let same: Vec<Sample> = (0..3).map(|_| of(Some("2024-07-01"), "good")).collect();
    assert!(over(&same, Period::Day).notes()[0].contains("every dated article is of 1 July 2024"));
    let none: Vec<Sample> = (0..3).map(|_| of(None, "good")).collect();
    let found = over(&none, Period::Day);
    assert_eq!(
        found.notes(),
        ["Ant: no article has a date; nothing to show over time."]
    );
    assert!(found.series[0].stretches.is_empty());
}

#[test]
fn the_command_follows_one_source_or_many_over_time() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("news.jsonl");
    let mut lines = String::new();
    for at in 0..12 {
        let row = serde_json::json!({
            "title": format!("Council meets, part {at}"), "source": if at % 2 == 0 { "Ant" } else { "Bee" },
            "date": if at == 11 { String::new() } else { format!("2024-0{}-03", 1 + at / 3) },
            "text": "The council was happy about the harbour. It was a good day for boats.",
        });
        lines = format!("{lines}{row}\n");
    }
    std::fs::write(&path, lines).unwrap();
    let path = path.to_str().unwrap();
    let run = |arguments: &[&str]| {
        let arguments = ["parallax", "compare", path]
            .into_iter()
            .chain(arguments.iter().copied());
        let command = Cli::try_parse_from(arguments).unwrap().command.unwrap();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let outcome = cli::run(&command, &mut out, &mut err).unwrap();
        assert_eq!(outcome, Outcome::Done, "{}", String::from_utf8_lossy(&err));
        (
            String::from_utf8(out).unwrap(),
            String::from_utf8(err).unwrap(),
        )
    };
    let (json, err) = run(&[
        "--by",
        "month",
        "--format",
        "json",
        "--measures",
        "tone,loaded",
    ]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["series"].as_array().unwrap().len(), 4);
    let bee = &json["series"][1];
    assert_eq!(
        [&bee["measure"], &bee["source"], &bee["by"]],
        ["tone", "Bee", "month"]
    );
    assert_eq!(bee["undated"], 1);
    assert_eq!(bee["points"][0]["from"], "2024-01-01");
    assert_eq!(bee["points"][0]["n"], 1);
    assert!(bee["points"][0]["low"].is_null());
    assert!(err.contains("Bee: 1 of 6 articles without a date"), "{err}");
    let (text, _) = run(&["--by", "week", "--measures", "tone"]);
    assert!(
        text.contains("Over time, by week") && text.contains("week of 1 January 2024"),
        "{text}"
    );
    assert!(text.contains("\n  …\n"), "a gap is seen: {text}");
    let (all, _) = run(&["--all-sources", "--format", "json"]);
    let all: serde_json::Value = serde_json::from_str(&all).unwrap();
    assert!(all.get("series").is_none());
    assert_eq!(all["measures"].as_array().unwrap().len(), MEASURES.len());
    assert!(Cli::try_parse_from(["parallax", "compare", path, "--by", "year"]).is_err());
    assert!(Cli::try_parse_from(["parallax", "compare", path, "--measures", "bias"]).is_err());
}

/// A category of a list is followed as a measure is: its value in a month is what the matrix says of the same articles.
#[test]
fn categories_of_lists_run_over_time() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("news.jsonl");
    let mut lines = String::new();
    for at in 0..8 {
        let row = serde_json::json!({
            "title": format!("Council meets, part {at}"), "source": if at < 4 { "Ant" } else { "Bee" },
            "date": format!("2024-0{}-03", 1 + at % 2),
            "text": if at % 2 == 0 { "The harbour and the harbour board met in the town." } else { "Nothing was said of boats." },
        });
        lines = format!("{lines}{row}\n");
    }
    std::fs::write(&path, lines).unwrap();
    let list = folder.path().join("water.txt");
    std::fs::write(&list, "harbour\nquay\n").unwrap();
    let run = |format: &str| {
        let (path, list) = (path.to_str().unwrap(), list.to_str().unwrap());
        let arguments = [
            "parallax",
            "compare",
            path,
            "--by",
            "month",
            "--measures",
            "tone",
            "--list",
            list,
            "--format",
            format,
        ];
        let command = Cli::try_parse_from(arguments).unwrap().command.unwrap();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let outcome = cli::run(&command, &mut out, &mut err).unwrap();
        assert_eq!(outcome, Outcome::Done, "{}", String::from_utf8_lossy(&err));
        String::from_utf8(out).unwrap()
    };
    let json: serde_json::Value = serde_json::from_str(&run("json")).unwrap();
    let series = json["series"].as_array().unwrap();
    assert_eq!(series.len(), 4, "two measures of two sources");
    let water = &series[2];
    let id = water["measure"].as_str().unwrap();
    assert!(id.ends_with(": water"), "{id}");
    assert_eq!(id, json["measures"][1]["id"], "called as in the table");
    let values = |at: usize| water["points"][at]["value"].as_f64().unwrap();
    assert!((values(0) - 20.0).abs() < 1e-9, "2 of 10 words: {water}");
    assert!(values(1).abs() < 1e-9, "{water}");
    assert!(run("text").contains("  water "), "{}", run("text"));
}
