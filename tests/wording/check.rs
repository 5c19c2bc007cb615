//! `parallax check` and own lists: what is marked, where, how lists are read, and how the command ends.
#![expect(clippy::indexing_slicing, reason = "tests")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser as _;
use parallax::article::quotations;
use parallax::cli::{Cli, Outcome, run};
use parallax::score::lists::{ListError, ListFinder, ReadList, read};

struct Ran {
    outcome: Outcome,
    out: String,
    err: String,
}

fn check(arguments: &[&str]) -> Ran {
    let cli = Cli::parse_from(["parallax", "check"].iter().chain(arguments));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let outcome = run(&cli.command.unwrap(), &mut out, &mut err).unwrap();
    Ran {
        outcome,
        out: String::from_utf8(out).unwrap(),
        err: String::from_utf8(err).unwrap(),
    }
}

fn file(folder: &Path, name: &str, text: &str) -> String {
    let path: PathBuf = folder.join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

const DRAFT: &str = "Council agrees on library

The council agreed on a disgraceful plan on Monday. “A disgraceful farce,” the mayor said.
It will  utilise the old hall, and the mayor slammed the press.
";

#[test]
fn marks_stand_at_their_line_and_column_and_quotations_are_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let draft = file(folder.path(), "draft.txt", DRAFT);
    let list = file(
        folder.path(),
        "House.tsv",
        "word\tcategory\tnote\nutilis*\tplain words\tuse “use”\nfarce\tbanned\t\n",
    );
    let ran = check(&[&draft, "--list", &list]);
    assert_eq!(ran.outcome, Outcome::Marked, "{}", ran.err);
    let lines: Vec<&str> = ran
        .out
        .lines()
        .map(|line| line.strip_prefix(&draft).unwrap_or(line))
        .collect();
    assert!(
        lines[0].starts_with(":3:25: “disgraceful”: condemnation: "),
        "{lines:?}"
    );
    assert!(lines[0].ends_with("[loaded/condemnation]"));
    assert_eq!(
        lines[1],
        ":4:10: “utilise”: “utilis*” of the list “House”, plain words: use “use” [list/House/plain words]"
    );
    assert!(lines[2].starts_with(":4:46: “slammed”: "), "{lines:?}");
    assert_eq!(lines[3], "3 marks in 1 draft");
}

#[test]
fn it_ends_as_linters_do() {
    let folder = tempfile::tempdir().unwrap();
    let plain = file(
        folder.path(),
        "plain.txt",
        "Council meets\n\nThe council met on Monday, the mayor said.\n",
    );
    let ran = check(&[&plain]);
    assert_eq!(
        (ran.outcome, ran.out.as_str()),
        (Outcome::Done, "0 marks in 1 draft\n")
    );
    let missing = folder.path().join("missing.txt");
    let ran = check(&[&plain, missing.to_str().unwrap()]);
    assert_eq!(ran.outcome, Outcome::NotChecked);
    assert!(ran.err.contains("missing.txt"), "{}", ran.err);
    let empty = file(folder.path(), "empty.txt", "# nothing\n");
    let ran = check(&[&plain, "--list", &empty]);
    assert_eq!(ran.outcome, Outcome::NotChecked);
    assert!(ran.err.contains("no word"), "{}", ran.err);
}

#[test]
fn what_is_silenced_is_not_marked() {
    let folder = tempfile::tempdir().unwrap();
    let draft = file(folder.path(), "draft.txt", DRAFT);
    let silences = file(folder.path(), "always.txt", "# ours\nloaded/condemnation\n");
    let count = |arguments: &[&str]| {
        let arguments: Vec<&str> = [&[draft.as_str()], arguments].concat();
        check(&arguments).out.lines().count() - 1
    };
    assert_eq!(count(&[]), 2);
    assert_eq!(count(&["--silence", "Disgraceful"]), 1);
    assert_eq!(
        count(&["--silence", "loaded"]),
        count(&["--silence", "loaded/condemnation"])
    );
    assert_eq!(
        count(&["--silence-file", &silences, "--silence", "slammed"]),
        0
    );
    let list = file(folder.path(), "own.txt", "mayor\n");
    assert_eq!(count(&["--list", &list, "--only-lists"]), 2);
}

#[test]
fn json_and_sarif_say_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let draft = file(folder.path(), "my draft.txt", DRAFT);
    let json: serde_json::Value =
        serde_json::from_str(&check(&[&draft, "--format", "json"]).out).unwrap();
    assert_eq!(json["schema"], "parallax-check/1");
    let marks = json["drafts"][0]["marks"].as_array().unwrap();
    let sarif: serde_json::Value =
        serde_json::from_str(&check(&[&draft, "--format", "sarif"]).out).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!((marks.len(), results.len()), (2, 2));
    for (mark, result) in marks.iter().zip(results) {
        let place = &result["locations"][0]["physicalLocation"];
        assert!(
            place["artifactLocation"]["uri"]
                .as_str()
                .unwrap()
                .ends_with("my%20draft.txt")
        );
        assert_eq!(mark["line"], place["region"]["startLine"]);
        assert_eq!(mark["end_column"], place["region"]["endColumn"]);
        assert_eq!(mark["rule"], result["ruleId"]);
    }
}

#[test]
fn a_draft_that_is_all_quotation_has_no_marks() {
    let folder = tempfile::tempdir().unwrap();
    let quoted = file(
        folder.path(),
        "q.txt",
        "“A shocking, disgraceful farce!”\n\n“The disgraceful idiots slammed the brutal plan.”\n",
    );
    let list = file(folder.path(), "own.txt", "plan\n");
    assert_eq!(check(&[&quoted, "--list", &list]).outcome, Outcome::Done);
}

fn list(text: &str) -> ReadList {
    read(text, "own", "").unwrap()
}

fn entries(text: &str) -> Vec<(String, String, Option<f64>)> {
    let all = list(text).list.entries.into_iter();
    all.map(|entry| (entry.pattern, entry.category, entry.value))
        .collect()
}

#[test]
fn lists_are_read_from_whatever_they_are_kept_in() {
    let one =
        |pattern: &str, category: &str, value| (pattern.to_owned(), category.to_owned(), value);
    assert_eq!(
        entries("hoax\nclimate change\n"),
        [one("hoax", "own", None), one("climate change", "own", None)]
    );
    assert_eq!(
        entries("word,category,value\nhoax,doubt,−1.5\n"),
        [one("hoax", "doubt", Some(-1.5))]
    );
    assert_eq!(
        entries("hoax\tdoubt\t2\tsay why\n"),
        [one("hoax", "doubt", Some(2.0))]
    );
    assert_eq!(
        entries(r#"["hoax", {"word": "sham", "category": "doubt", "value": 1}]"#),
        [one("hoax", "own", None), one("sham", "doubt", Some(1.0))]
    );
    assert_eq!(
        entries(r#"{"doubt": ["hoax"], "fear": ["dread*"]}"#),
        [one("hoax", "doubt", None), one("dread*", "fear", None)]
    );
    let liwc = "%\n1\tAffect\n22\tNegative emotion\n%\nabandon*\t1\t22\nkind of\t1\nlike\t(02 134)125/464\n";
    assert_eq!(
        entries(liwc),
        [
            one("abandon*", "Affect", None),
            one("abandon*", "Negative emotion", None),
            one("kind of", "Affect", None)
        ]
    );
    assert_eq!(list(liwc).warnings.len(), 1);
}

#[test]
fn conflicting_values_are_told_and_the_first_counts() {
    let read = list("word,value\nhoax,1\nHoax,2\nhoax,1\n");
    assert_eq!(read.list.entries.len(), 1);
    assert_eq!(read.list.entries[0].value, Some(1.0));
    assert_eq!(
        read.warnings,
        ["“Hoax” is listed with different values; the first counts (line 3)."]
    );
}

#[test]
fn unusable_lists_say_why() {
    assert_eq!(read("", "x", ""), Err(ListError::Empty));
    assert!(matches!(read("{", "x", ""), Err(ListError::Json(_))));
    assert_eq!(read("%\n1\tA\n", "x", ""), Err(ListError::Dictionary));
    for (text, line, entry) in [("*", 1, "*"), ("party\n* *\n", 2, "* *")] {
        let why = ListError::LineMatchesEverything(line, entry.to_owned());
        assert_eq!(read(text, "x", ""), Err(why));
    }
    let json = read("[\"*\"]", "x", "").unwrap();
    assert_eq!(
        ListFinder::new(vec![json.list]).map(drop),
        Err(ListError::MatchesEverything("*".to_owned()))
    );
    assert!(read("* party", "x", "").is_ok());
}

#[test]
fn patterns_are_found_whole_and_longest_first() {
    let finder = ListFinder::new(vec![
        list("climat* hoax\nhoax\n* of the iceberg\n*gate\n").list,
    ])
    .unwrap();
    let text = "The climate hoax, the tip of the iceberg: emailgate. “A hoax.” Don’t.";
    let found: Vec<&str> = finder
        .find(text, &quotations(text))
        .iter()
        .map(|hit| hit.span.of(text))
        .collect();
    assert_eq!(found, ["climate hoax", "tip of the iceberg", "emailgate"]);
    // Whose something is is still that word; "that is" is not "that".
    let finder = ListFinder::new(vec![list("council\nthat\nthe mayor\n").list]).unwrap();
    let text = "The council’s plan, the mayor's view, the councils' fear: that’s all.";
    let found = finder.find(text, &[]);
    let found: Vec<&str> = found.iter().map(|hit| hit.span.of(text)).collect();
    assert_eq!(found, ["council’s", "the mayor's"]);
}

/// A list of 100,000 words over a draft of a megabyte costs no more than reading both.
#[test]
fn long_lists_and_drafts_are_no_trouble() {
    let words = (0..100_000).fold(String::new(), |mut words, i| {
        let _ = writeln!(words, "w{i}x* hoax{i}");
        words
    });
    let finder = ListFinder::new(vec![list(&words).list]).unwrap();
    let draft = "The w77x hoax77 was a plain w5 thing. ".repeat(27_000);
    assert!(draft.len() > 1_000_000);
    assert_eq!(finder.find(&draft, &[]).len(), 27_000);
}

#[test]
fn every_category_of_a_list_is_a_measure_of_a_comparison() {
    let folder = tempfile::tempdir().unwrap();
    let list = file(
        folder.path(),
        "Frames.tsv",
        "word\tcategory\ncouncil*\tbodies\nlibrar*\tplaces\nzzz\tnothing\n",
    );
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples");
    let [a, b] = ["ellery-ledger.md", "quayside-star.md"].map(|name| format!("{samples}/{name}"));
    let compare = |more: &[&str]| {
        let arguments = ["parallax", "compare", &a, &b, "--list", &list];
        let cli = Cli::parse_from(arguments.iter().chain(more));
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let outcome = run(&cli.command.unwrap(), &mut out, &mut err).unwrap();
        assert_eq!(
            outcome,
            Outcome::Done,
            "{}",
            String::from_utf8(err).unwrap()
        );
        String::from_utf8(out).unwrap()
    };
    let json: serde_json::Value = serde_json::from_str(&compare(&["--format", "json"])).unwrap();
    let lists = json["lists"].as_array().unwrap();
    let categories: Vec<&str> = lists
        .iter()
        .map(|row| row["category"].as_str().unwrap())
        .collect();
    assert_eq!(categories, ["bodies", "nothing", "places"]);
    for row in lists {
        let uses = row["uses"].as_array().unwrap().len();
        let some = row["a"].as_f64().unwrap() + row["b"].as_f64().unwrap() > 0.0;
        assert_eq!(uses > 0, some, "{row}");
        assert_eq!(row["sha256"].as_str().unwrap().len(), 64);
    }
    let text = compare(&[]);
    assert!(
        text.contains("Your own lists, per 100 words of own voice"),
        "{text}"
    );
    assert!(text.contains("Frames: bodies"), "{text}");
}

#[test]
fn the_tone_that_a_list_gives_a_word_counts_in_a_comparison() {
    let folder = tempfile::tempdir().unwrap();
    let text =
        |word: &str| format!("The pier\n\nThe pier was {word} on Monday. It is made of wood.\n");
    let [a, b] =
        ["zork", "plain"].map(|word| file(folder.path(), &format!("{word}.txt"), &text(word)));
    let own = file(
        folder.path(),
        "own.csv",
        "word,category,value\nzork,tone,-3\nbad,tone,-7\n",
    );
    let tone = |more: &[&str]| {
        let arguments = ["parallax", "compare", &a, &b, "--format", "json"];
        let cli = Cli::parse_from(arguments.iter().chain(more));
        let (mut out, mut err) = (Vec::new(), Vec::new());
        run(&cli.command.unwrap(), &mut out, &mut err).unwrap();
        let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
        let rows = json["differences"].as_array().unwrap();
        let row = rows.iter().find(|row| row["measure"] == "tone").unwrap();
        let err = String::from_utf8(err).unwrap();
        (
            row["a"].as_f64().unwrap(),
            json["settings"]["tone_values"].clone(),
            err,
        )
    };
    let (with, said, warned) = tone(&["--list", &own]);
    // A sentence of −3: −3 / √(9 + 15); the other sentence has no tone.
    assert!((with + 0.612_4 / 2.0).abs() < 1e-4, "{with}");
    assert_eq!(said, serde_json::json!({"bad": -4.0, "zork": -3.0}));
    assert!(warned.contains("beyond ±4"), "{warned}");
    assert!(tone(&[]).0.abs() < 1e-9);
}
