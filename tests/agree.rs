//! Numbers that agree: the window's workspace, `score`, `lines article` and, where they are installed, Spark and
//! the Python package give the same figures for the same two hundred articles.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "tests, which say what was not there to compare"
)]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use parallax::article::Side;
use parallax::chart;
use parallax::export::scores::Detail;
use parallax::load::ReadOptions;
use parallax::work::{Progress, Threads};
use parallax::workspace::{Output, Placing, Workspace, read};
use serde_json::{Map, Value, json};

const ARTICLES: usize = 200;

/// What only some of them say, and no figures.
const NOT_COMPARED: [&str; 9] = [
    "path",
    "article",
    "schema",
    "settings",
    "warnings",
    "id",
    "sha256",
    "second_reader",
    "line",
];

/// Articles of every sort, a line each.
fn articles() -> String {
    let bodies = [
        "The mayor said it was a great day. Nobody was hurt, the police said.\n\nCritics feared a disaster.",
        "<p>Shocking waste of money, critics say.</p><p>The council “welcomes” the debate.</p>",
        "A quiet vote. It passed. Opponents were furious, and “very glad” was what Ann Lee said she was.",
        "Truce agreed after talks. The party in power won’t say who is to blame for the crisis.",
    ];
    let line = |n: usize| {
        let text: Vec<&str> = bodies
            .iter()
            .cycle()
            .skip(n)
            .take(1 + n % 5)
            .copied()
            .collect();
        let record = json!({
            "id": n,
            "title": format!("You won’t believe what council number {n} did"),
            "text": text.join("\n\n"),
            "date": "2026-05-01",
        });
        format!("{record}\n")
    };
    (0..ARTICLES).map(line).collect()
}

/// The figures of every line, as they are written, in order.
fn figures(lines: &str) -> Vec<Map<String, Value>> {
    let rows = lines.lines().map(|line| {
        let row: Map<String, Value> = serde_json::from_str(line).unwrap();
        let figures = row
            .into_iter()
            .filter(|(name, value)| !NOT_COMPARED.contains(&name.as_str()) && !value.is_null());
        figures.collect()
    });
    rows.collect()
}

/// What a program prints, whose input is `input`.
fn printed(command: &mut Command, input: &str) -> String {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut to_child = child.stdin.take().unwrap();
    let feeder = std::thread::spawn({
        let input = input.to_owned();
        move || to_child.write_all(input.as_bytes())
    });
    let done = child.wait_with_output().unwrap();
    feeder.join().unwrap().unwrap();
    assert!(done.status.success(), "{command:?}");
    String::from_utf8(done.stdout).unwrap()
}

/// The scores that the window saves.
fn saved_by_the_window(path: &Path, folder: &Path) -> String {
    let mut workspace = Workspace::new(Threads::new(2), || ());
    let paths = [path.to_owned()];
    let options = ReadOptions::default();
    let import = read(&paths, Placing::Together, &options, &Progress::default());
    workspace.place(Side::A, Placing::Together, import.sources);
    workspace.finish().unwrap();
    let material = workspace.material(chart::Options::default());
    let saved = folder.join("window.jsonl");
    material
        .save(
            Output::Scores(Detail::Article),
            &saved,
            &Progress::default(),
        )
        .unwrap();
    fs::read_to_string(saved).unwrap()
}

#[test]
fn window_command_line_and_engines_give_the_same_figures() {
    let program = env!("CARGO_BIN_EXE_parallax");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("articles.jsonl");
    let lines = articles();
    fs::write(&path, &lines).unwrap();

    let wanted = figures(&printed(Command::new(program).arg("score").arg(&path), ""));
    assert_eq!(wanted.len(), ARTICLES);
    assert!(
        wanted
            .iter()
            .all(|row| row.len() > 20 && row.contains_key("tone"))
    );
    let compare = |who: &str, given: &str| {
        let given = figures(given);
        assert_eq!(given.len(), ARTICLES, "{who}");
        for (at, (given, wanted)) in given.iter().zip(&wanted).enumerate() {
            assert_eq!(given, wanted, "{who}: article {at}");
        }
    };
    compare("the window", &saved_by_the_window(&path, folder.path()));
    compare(
        "score -",
        &printed(Command::new(program).args(["score", "-"]), &lines),
    );
    compare(
        "lines article",
        &printed(Command::new(program).args(["lines", "article"]), &lines),
    );

    // The engines say figures alone, of all columns.
    let brief = printed(
        Command::new(program).args(["lines", "article", "--brief"]),
        &lines,
    );
    let briefly = figures(&brief);
    for (brief, wanted) in briefly.iter().zip(&wanted) {
        assert!(
            brief.len() > 15
                && brief
                    .iter()
                    .all(|(name, value)| wanted.get(name) == Some(value))
        );
    }
    let python = std::env::var("PARALLAX_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let engine = |name: &str, needs: &str, script: &str, arguments: &[&Path]| {
        let imports = format!("import {needs}");
        let is_there = Command::new(&python)
            .args(["-c", &imports])
            .stderr(Stdio::null())
            .status();
        if !is_there.is_ok_and(|status| status.success()) {
            println!("agree: {name} is not installed here: not compared");
            return;
        }
        let mut command = Command::new(&python);
        command
            .args(["-c", script])
            .args(arguments)
            .env("PARALLAX", program);
        command.env("PYSPARK_PYTHON", &python).stderr(Stdio::null());
        let mut rows: Vec<Value> = (printed(&mut command, "").lines())
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        rows.sort_by_key(|row| row["id"].as_u64());
        let rows: Vec<String> = rows.iter().map(Value::to_string).collect();
        assert_eq!(figures(&rows.join("\n")), briefly, "{name}");
        println!("agree: {name} gives the same figures");
    };
    let engines = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/engines");
    let out = folder.path().join("scores");
    engine("Spark", "pyspark, pyarrow", SPARK, &[&engines, &path, &out]);
    engine("the Python package", "parallax", PACKAGE, &[&path]);
}

/// Runs the example of Spark and prints what it made.
const SPARK: &str = "\
import json, subprocess, sys
import pyarrow.parquet
engines, source, target = sys.argv[1:]
subprocess.run([sys.executable, engines + '/spark.py', source, target, 'local[2]'], check=True)
for row in pyarrow.parquet.read_table(target).to_pylist():
    print(json.dumps(row))
";

/// Asks the package for the same.
const PACKAGE: &str = "\
import sys, json, parallax
for row in parallax.score(map(json.loads, open(sys.argv[1], encoding='utf-8')), brief=True):
    print(json.dumps(row))
";
