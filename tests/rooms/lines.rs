//! `parallax lines`: ids and further fields handed through, whole articles, and lines that cannot be answered.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::path::PathBuf;

use clap::Parser as _;
use parallax::cli::{self, Cli, Outcome};
use serde_json::{Value, json};

/// What `parallax lines` answers to `input`, line by line, and what it came to.
fn lines(arguments: &[&str], input: &[u8]) -> (Vec<String>, Outcome) {
    let (_folder, path) = file("lines.jsonl", input);
    let (out, outcome) = printed(&[&["lines"], arguments, &[path.to_str().unwrap()]].concat());
    (out.lines().map(str::to_owned).collect(), outcome)
}

fn printed(arguments: &[&str]) -> (String, Outcome) {
    let line = Cli::parse_from(std::iter::once(&"parallax").chain(arguments));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let outcome = cli::run(&line.command.unwrap(), &mut out, &mut err).unwrap();
    (String::from_utf8(out).unwrap(), outcome)
}

fn file(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

fn parsed(line: &str) -> Value {
    serde_json::from_str(line).unwrap()
}

#[test]
fn every_answer_carries_the_id_of_its_line() {
    let input = br#"{"id": 7, "text": "Good news", "start": 0, "end": 4}
{"text": "Good news", "id": "b-1", "start": 0, "end": 4}
{"text": "Good news", "start": 0, "end": 4, "id": {"part": [1, 1.50]}}
{"text": "Good news", "start": 0, "end": 4}
{"text": "Good news", "start": 0, "end": 4, "id": null}
{"text": "Good news", "start": 0, "end": 4, "id": 7}
"#;
    for kind in ["tone", "headline", "wording", "target"] {
        let (out, outcome) = lines(&[kind], input);
        assert_eq!(outcome, Outcome::Done, "{out:?}");
        assert!(out[0].starts_with("{\"id\":7,\""), "{}", out[0]);
        assert!(out[1].starts_with("{\"id\":\"b-1\",\""));
        assert!(out[2].starts_with("{\"id\":{\"part\": [1, 1.50]},\""));
        let without = out[0].replacen("\"id\":7,", "", 1);
        assert_eq!([&out[3], &out[4]], [&without; 2]);
        assert_eq!(out[5], out[0]);
    }
}

#[test]
fn further_fields_go_through_untouched() {
    let input = br#"{"id":1,"text":"Good news","n":1.0e2,"deep":{"a":[1,  2]},"compound":"mine"}"#;
    let (out, _) = lines(&["tone", "--brief", "--keep", "n,deep,absent"], input);
    assert!(
        out[0].ends_with(r#","n":1.0e2,"deep":{"a":[1,  2]}}"#),
        "{}",
        out[0]
    );
    let (out, _) = lines(&["tone", "--brief", "--keep-all"], input);
    let answer = parsed(&out[0]);
    assert_eq!(answer["text"], "Good news");
    assert_eq!(answer["compound"], 0.4404);
    assert_eq!(answer["kept_compound"], "mine");
}

#[test]
fn brief_answers_are_the_figures_alone() {
    let line = br#"{"id":1,"text":"Shocking news: you won't believe it","start":0,"end":8}"#;
    for (kind, fields) in [
        ("tone", vec!["compound", "id", "neg", "neu", "pos"]),
        ("headline", vec!["bait", "heat", "id", "score"]),
        ("wording", vec!["id", "loaded_score", "subjectivity"]),
        ("target", vec!["id", "negative", "neutral", "positive"]),
    ] {
        let (brief, _) = lines(&[kind, "--brief"], line);
        let (full, _) = lines(&[kind], line);
        let (brief, full) = (parsed(&brief[0]), parsed(&full[0]));
        let names: Vec<&String> = brief.as_object().unwrap().keys().collect();
        assert_eq!(names, fields, "{kind}");
        for name in fields {
            assert_eq!(brief[name], full[name], "{kind} {name}");
        }
    }
}

#[test]
fn a_line_that_cannot_be_answered_says_which_and_whose_it_is() {
    let mut input = b"{\"id\":1,\"text\":\"Good\"}\n{\"id\":2,\"txt\":\"Good\"}\n".to_vec();
    input.extend_from_slice(b"{\"id\":3,\"text\":\"caf\xe9\"}\n{\"id\":\"4\",\"text\":\"cut\n");
    input.extend_from_slice(b"{\"text\":3,\"id\":{\"a\":5}}\n{\"id\":6,\"text\":\"Bad\"}\n");
    let (out, outcome) = lines(&["tone", "--keep", "txt"], &input);
    assert_eq!(outcome, Outcome::SomeFailed);
    let out: Vec<Value> = out.iter().map(|line| parsed(line)).collect();
    let ids: Vec<&Value> = out.iter().map(|answer| &answer["id"]).collect();
    assert_eq!(json!(ids), json!([1, 2, 3, "4", {"a": 5}, 6]));
    let failed: Vec<&Value> = out.iter().map(|answer| &answer["line"]).collect();
    assert_eq!(json!(failed), json!([null, 2, 3, 4, 5, null]));
    assert_eq!(out[1]["txt"], "Good");
    let said = |at: usize| out[at]["error"].as_str().unwrap().to_owned();
    assert!(said(2).contains("UTF-8") && said(3).contains("EOF"));
}

#[test]
fn a_line_of_a_hundred_megabytes_is_named_and_the_rest_goes_on() {
    let long = "very good ".repeat(10 << 20);
    let mut input = format!("{{\"id\":1,\"text\":\"Good\"}}\n{{\"text\":\"{long}\",\"id\":2}}\n");
    input.push_str("{\"id\":3,\"text\":\"Bad\"}\n");
    input.push_str(&long);
    let (out, outcome) = lines(&["tone", "--brief"], input.as_bytes());
    assert_eq!(outcome, Outcome::SomeFailed);
    let out: Vec<Value> = out.iter().map(|line| parsed(line)).collect();
    assert_eq!(
        (out[0]["compound"].as_f64(), out[2]["compound"].as_f64()),
        (Some(0.4404), Some(-0.5423))
    );
    assert_eq!((&out[1]["line"], &out[1]["id"]), (&json!(2), &json!(2)));
    assert!(
        out[1]["error"].as_str().unwrap().contains("101 MB"),
        "{}",
        out[1]
    );
    assert_eq!(
        (out.len(), &out[3]["line"], &out[3]["id"]),
        (4, &json!(4), &json!(null))
    );
}

/// Articles of every kind of line that collections are made of.
fn articles(count: usize) -> String {
    let bodies = [
        "The mayor said it was a great day. Nobody was hurt, the police said.\n\nCritics feared a disaster.",
        "<p>Shocking waste of money, critics say.</p><p>The council \"welcomes\" the debate.</p>",
        "A quiet vote. It passed. Opponents were furious, and supporters were glad about the result.",
    ];
    (0..count)
        .map(|at| {
            let mut line = json!({
                "id": format!("a{at}"), "title": format!("You won't believe what council number {at} did"),
                "text": bodies[at % bodies.len()].repeat(1 + at % 4), "outlet": "The Ledger",
                "date": "2025-11-10", "url": format!("https://example.org/{at}"), "section": at % 5,
            });
            if at % 7 == 3 {
                line.as_object_mut().unwrap().remove("title");
            }
            line.to_string() + "\n"
        })
        .collect()
}

/// The columns of a row without those that say where it was found.
fn figures(mut row: Value) -> Value {
    let fields = row.as_object_mut().unwrap();
    for name in [
        "path", "article", "sha256", "id", "warnings", "rows", "schema", "settings",
    ] {
        fields.remove(name);
    }
    row
}

#[test]
fn an_article_has_the_figures_of_score() {
    let input = articles(60);
    let (_folder, path) = file("articles.jsonl", input.as_bytes());
    let path = path.to_str().unwrap();
    let (scored, _) = printed(&["score", path]);
    let (out, outcome) = lines(&["article"], input.as_bytes());
    assert_eq!(outcome, Outcome::Done);
    let scored: Vec<Value> = scored.lines().map(parsed).collect();
    let answers: Vec<Value> = out.iter().map(|line| parsed(line)).collect();
    assert_eq!(scored.len(), 60);
    for (at, (row, answer)) in scored.iter().zip(&answers).enumerate() {
        assert_eq!(answer["id"], format!("a{at}"));
        assert_eq!(figures(row.clone()), figures(answer.clone()));
    }
    for detail in ["paragraph", "sentence"] {
        let (rows, _) = printed(&["score", path, "--detail", detail]);
        let mut rows = rows.lines().map(|line| figures(parsed(line)));
        let (out, _) = lines(&["article", "--detail", detail], input.as_bytes());
        for line in out {
            for row in parsed(&line)["rows"].as_array().unwrap() {
                assert_eq!(Some(figures(row.clone())), rows.next());
            }
        }
        assert_eq!(rows.next(), None);
    }
}

#[test]
fn brief_articles_are_the_same_on_any_number_of_threads() {
    let input = articles(500);
    let of = |threads: &str| {
        lines(
            &[
                "article",
                "--brief",
                "--keep",
                "section",
                "--threads",
                threads,
            ],
            input.as_bytes(),
        )
    };
    let (one, _) = of("1");
    assert_eq!(of("2").0, one);
    assert_eq!(of("7").0, one);
    let first = parsed(&one[1]);
    assert_eq!((&first["id"], &first["section"]), (&json!("a1"), &json!(1)));
    assert!(first["tone"].is_number() && first["headline_score"].is_number());
    assert!(first["text"].is_null() && first["settings"].is_null() && first["headline"].is_null());
}

#[test]
fn lines_that_are_no_articles_are_named() {
    let input = br#"{"docid": 9, "headline": "Council agrees", "body": "The council agreed. It was good.", "byline": NaN}
{"id": 2}
{"id": 3, "text": ""}
A text
[1]
{"id": 6, "x": "The council agreed on a good plan."}
{"id": 7, "title": "Council agrees on the plan"}
"#;
    let (out, outcome) = lines(&["article"], input);
    assert_eq!(outcome, Outcome::SomeFailed);
    let out: Vec<Value> = out.iter().map(|line| parsed(line)).collect();
    assert_eq!(
        (&out[0]["id"], &out[0]["headline"]),
        (&json!(9), &json!("Council agrees"))
    );
    for (at, id) in [
        (1, json!(2)),
        (2, json!(3)),
        (3, Value::Null),
        (4, Value::Null),
        (5, json!(6)),
    ] {
        assert_eq!((&out[at]["id"], &out[at]["line"]), (&id, &json!(at + 1)));
        assert!(out[at]["error"].is_string());
    }
    assert_eq!(out[6]["tone"], Value::Null);
    assert!(
        out[6]["warnings"][0]
            .as_str()
            .unwrap()
            .contains("Only the headline")
    );
    let (out, _) = lines(&["article", "--field", "text=x"], input);
    assert!(parsed(&out[5])["tone"].is_number());
}
