//! Own lists on the command line: columns of every row of scores, tone by a list in every face, and input nobody
//! would write.
#![expect(clippy::indexing_slicing, reason = "tests")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use clap::Parser as _;
use parallax::cli::{Cli, Outcome, run};
use parallax::score::Settings;
use parallax::score::check::Silenced;
use parallax::score::lists::{OwnLists, read};
use parallax::workspace::check_draft;
use serde_json::Value;

fn ran(arguments: &[&str]) -> (Outcome, String, String) {
    let cli = Cli::parse_from(["parallax"].iter().chain(arguments));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let outcome = run(&cli.command.unwrap(), &mut out, &mut err).unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (outcome, text(out), text(err))
}

fn file(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

const ARTICLE: &str = "Council meets\n\nThe council met a zork on Monday. The zork was old.\n\n\
                       “The zork is ours,” the council said on Tuesday at noon.\n";
const LIST: &str = "word,category,value\nzork,beasts,\nzork,tone,-3\ncouncil*,bodies,\n";

#[test]
fn every_row_of_scores_has_the_words_of_the_lists() {
    let folder = tempfile::tempdir().unwrap();
    let article = file(folder.path(), "a.txt", ARTICLE);
    let list = file(folder.path(), "Own.csv", LIST);
    let score = |detail: &str| {
        let arguments = ["score", &article, "--list", &list, "--detail", detail];
        let (outcome, out, err) = ran(&arguments);
        assert_eq!(outcome, Outcome::Done, "{err}");
        let rows = out.lines().map(|line| serde_json::from_str(line).unwrap());
        rows.collect::<Vec<Value>>()
    };
    let whole = &score("article")[0];
    // Quotations are left alone: two of eighteen words of own voice.
    assert_eq!(whole["list/Own/beasts/uses"], 2);
    assert_eq!(whole["list/Own/bodies/uses"], 2);
    let words = 2.0 / whole["list/Own/beasts"].as_f64().unwrap() * 100.0;
    assert!(
        (words - words.round()).abs() < 1e-9 && words > 10.0,
        "{words}"
    );
    assert_eq!(whole["word_lists"][0]["name"], "Own");
    assert_eq!(whole["word_lists"][0]["sha256"].as_str().unwrap().len(), 64);
    assert_eq!(whole["settings"]["tone_values"]["zork"], -3.0);
    assert!(whole["tone"].as_f64().unwrap() < -0.3, "{whole}");
    let paragraphs = score("paragraph");
    assert_eq!(paragraphs[0]["list/Own/beasts/uses"], 2);
    assert_eq!(paragraphs[1]["list/Own/beasts/uses"], 0);
    let sentences = score("sentence");
    let uses: Vec<_> = sentences
        .iter()
        .map(|row| row["list/Own/beasts/uses"].clone())
        .collect();
    assert_eq!(uses, [1, 1, 0]);
    // A table has the same columns, and says which list it was.
    let (_, table, _) = ran(&["score", &article, "--list", &list, "--format", "csv"]);
    let head = table.lines().next().unwrap();
    assert!(
        head.contains(",list/Own/beasts,list/Own/beasts/uses,"),
        "{head}"
    );
    assert!(
        table.contains("\"\"word_lists\"\":[{\"\"name\"\":\"\"Own\"\""),
        "{table}"
    );
    let (outcome, _, err) = ran(&["score", &article, "--list", "no such list"]);
    assert_eq!(outcome, Outcome::SomeFailed);
    assert!(err.contains("no such list"), "{err}");
}

#[test]
fn lines_know_the_lists_too() {
    let folder = tempfile::tempdir().unwrap();
    let list = file(folder.path(), "Own.csv", LIST);
    let lines = file(folder.path(), "lines.txt", "The zork met the council.\n");
    let one = |kind: &str, lines: &str| {
        let (outcome, out, err) = ran(&["lines", kind, lines, "--list", &list]);
        assert_eq!(outcome, Outcome::Done, "{err}");
        serde_json::from_str::<Value>(&out).unwrap()
    };
    let tone = one("tone", &lines);
    assert_eq!(tone["words"][0]["valence"], -3.0);
    assert_eq!(tone["words"][0]["rules"][0], "valued by your list: “zork”");
    let wording = one("wording", &lines);
    let found = wording["lists"].as_array().unwrap();
    assert_eq!(found.len(), 3, "{wording}");
    assert_eq!(found[0]["start"], 4);
    let article = serde_json::json!({"title": "Council meets", "text": ARTICLE});
    let articles = file(folder.path(), "a.jsonl", &format!("{article}\n"));
    let scores = one("article", &articles);
    assert_eq!(scores["list/Own/beasts/uses"], 2, "{scores}");
    assert_eq!(scores["word_lists"][0]["name"], "Own");
}

#[test]
fn lists_that_contradict_each_other_are_told_and_the_last_counts() {
    let folder = tempfile::tempdir().unwrap();
    let article = file(folder.path(), "a.txt", ARTICLE);
    let list = |name: &str, value: &str| {
        file(
            folder.path(),
            name,
            &format!("word,category,value\nzork,tone,{value}\n"),
        )
    };
    let (one, other) = (list("One.csv", "2"), list("Other.csv", "-2"));
    let (_, out, err) = ran(&["score", &article, "--list", &one, "--list", &other]);
    let said = "“zork” has the tone +2.00 in the list “One” and −2.00 in “Other”, which counts.";
    assert!(err.contains(said), "{err}");
    let row: Value = serde_json::from_str(out.lines().next().unwrap()).unwrap();
    assert_eq!(row["settings"]["tone_values"]["zork"], -2.0);
}

#[test]
fn a_list_of_a_hundred_thousand_values_is_not_said_in_every_row() {
    let mut list = String::from("word,category,value\n");
    for at in 0..100_000 {
        let _ = writeln!(list, "word{at},tone,{}", at % 9 - 4);
    }
    let folder = tempfile::tempdir().unwrap();
    let article = file(
        folder.path(),
        "a.txt",
        &ARTICLE.replace("zork", "word99999"),
    );
    let list = file(folder.path(), "Long.csv", &list);
    let (outcome, out, err) = ran(&["score", &article, "--list", &list, "--detail", "sentence"]);
    assert_eq!(outcome, Outcome::Done, "{err}");
    assert!(out.len() < 20_000, "{}", out.len());
    assert!(out.contains("more words (digest "), "{out}");
}

/// A draft whose every word is in a list, and one in which nothing is anybody's own words.
#[test]
fn drafts_of_a_megabyte_are_checked() {
    let every = read("a*\ne*\ni*\no*\nu*\n*a*\n*e*\n", "every", "")
        .unwrap()
        .list;
    let lists = OwnLists::new(vec![every]).unwrap();
    let check = |text: &str| {
        let none = Silenced::default();
        check_draft(text, &Settings::default(), &lists, &none)
    };
    let paragraph =
        "The council agreed on another disgraceful plan, and everyone was angry at it. ";
    // What stands in a text again and again is page furniture.
    let one = |at: usize| format!("{at} times. {}\n\n", paragraph.repeat(6));
    let draft = format!(
        "Council agrees\n\n{}",
        (0..2_200).map(one).collect::<String>()
    );
    assert!(draft.len() > 1_000_000);
    let checked = check(&draft);
    assert!(
        checked.marks.len() > 2_200 * 6 * 8,
        "{}",
        checked.marks.len()
    );
    for mark in checked.marks.iter().step_by(997) {
        assert_eq!(mark.span.of(&draft), mark.words);
    }
    let one = |at: usize| format!("“{at} times. {}”\n\n", paragraph.trim());
    let quoted: String = (0..12_000).map(one).collect();
    let checked = check(&format!("“Council agrees”\n\n{quoted}"));
    assert_eq!(checked.marks, []);
}
