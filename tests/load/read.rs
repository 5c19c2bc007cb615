//! `parallax read` as a program: results on standard output, messages on standard error, exit status.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/load/samples");

fn read(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_parallax"))
        .arg("read")
        .args(arguments)
        .output()
        .unwrap()
}

fn articles(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn messages(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn one_object_an_article() {
    let output = read(&[
        &format!("{SAMPLES}/bridge.txt"),
        &format!("{SAMPLES}/articles.jsonl"),
    ]);
    assert_eq!(output.status.code(), Some(0));
    let articles = articles(&output);
    assert_eq!(articles.len(), 3);
    let first = articles.first().unwrap();
    for name in [
        "path",
        "format",
        "encoding",
        "headline",
        "byline",
        "published",
        "outlet",
        "url",
        "language",
        "blocks",
        "warnings",
    ] {
        assert!(first.get(name).is_some(), "{name}");
    }
    assert_eq!(first["headline"], "Council Closes Old Bridge Until Spring");
    assert_eq!(first["byline"], "Jane Doe, John Roe");
    assert_eq!(first["published"], "2024-05-03");
    let kinds: Vec<&str> = first["blocks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|block| block["kind"].as_str().unwrap())
        .collect();
    assert_eq!(
        kinds,
        [
            "paragraph",
            "paragraph",
            "subhead",
            "lead_in",
            "list_item",
            "list_item",
            "list_item",
            "paragraph",
            "boilerplate",
            "boilerplate",
            "boilerplate"
        ]
    );
    assert!(messages(&output).contains("text = text"));
}

#[test]
fn a_bad_file_is_named_and_the_rest_is_read() {
    let output = read(&[
        &format!("{SAMPLES}/nosuch.txt"),
        &format!("{SAMPLES}/bridge.md"),
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(articles(&output).len(), 1);
    assert!(messages(&output).contains("nosuch.txt: could not be found"));
}

#[test]
fn wrong_usage_is_status_2() {
    assert_eq!(read(&[]).status.code(), Some(2));
    assert_eq!(read(&["--field", "colour=x", "a"]).status.code(), Some(2));
    assert_eq!(
        read(&["--encoding", "latin-99", "a"]).status.code(),
        Some(2)
    );
}

#[test]
fn standard_input_and_corrections() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_parallax"))
        .args([
            "read",
            "-",
            "--field",
            "text=real",
            "--field",
            "title=name",
            "--encoding",
            "macintosh",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let rows = b"name,content,real\nOne,not this,The caf\x8e is closed.\n";
    child.stdin.take().unwrap().write_all(rows).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let articles = articles(&output);
    let article = articles.first().unwrap();
    assert_eq!(article["headline"], "One");
    assert_eq!(
        article.pointer("/blocks/0/text").unwrap(),
        "The café is closed."
    );
    assert_eq!(article["encoding"], "macintosh");
}
