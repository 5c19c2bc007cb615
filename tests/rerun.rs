//! Recipes and documents make every table, chart and report again, the same to the last byte; what is not as it
//! was is named.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeMap;
#[cfg(feature = "gui")]
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use parallax::article::Side;
use parallax::load;
use parallax::session::Session;
use parallax::session::document::{Articles, to_bytes};

const LEDGER: &str = include_str!("../assets/samples/ellery-ledger.md");
const STAR: &str = include_str!("../assets/samples/quayside-star.md");

/// What a run came to: its status, what it printed and what it said.
fn parallax(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
    let done = command
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        done.status.code().unwrap(),
        text(done.stdout),
        text(done.stderr),
    )
}

/// A folder with two articles and the recipe of their comparison.
fn study() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("texts")).unwrap();
    fs::write(folder.path().join("texts/ledger.md"), LEDGER).unwrap();
    fs::write(folder.path().join("texts/star.md"), STAR).unwrap();
    let (status, _, said) = parallax(
        folder.path(),
        &[
            "compare",
            "texts/ledger.md",
            "texts/star.md",
            "--seed",
            "7",
            "--without",
            "but",
            "--steps",
            "study.toml",
        ],
    );
    assert_eq!((status, said.as_str()), (0, ""));
    folder
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn a_recipe_makes_the_same_bytes_anywhere_at_any_time() {
    let study = study();
    let (status, printed, said) =
        parallax(study.path(), &["rerun", "study.toml", "--threads", "1"]);
    assert_eq!((status, said.as_str()), (0, ""));
    let made = files(&study.path().join("study"));
    for name in [
        "comparison.json",
        "report.html",
        "scores-sentences.csv",
        "quoted.csv",
    ] {
        assert!(made.contains_key(name), "{name}");
    }
    assert_eq!(made.contains_key("differences.svg"), cfg!(feature = "gui"));
    assert_eq!(printed.lines().count(), made.len());
    assert!(
        printed
            .lines()
            .all(|line| line.as_bytes().get(64..66) == Some(b"  "))
    );
    // Elsewhere, as on another machine, from another folder.
    let other = tempfile::tempdir().unwrap();
    fs::create_dir(other.path().join("texts")).unwrap();
    for name in ["texts/ledger.md", "texts/star.md", "study.toml"] {
        fs::copy(study.path().join(name), other.path().join(name)).unwrap();
    }
    let recipe = other.path().join("study.toml");
    let elsewhere = tempfile::tempdir().unwrap();
    let arguments = ["rerun", recipe.to_str().unwrap(), "--into", "here"];
    assert_eq!(parallax(elsewhere.path(), &arguments).0, 0);
    let again = files(&elsewhere.path().join("here"));
    assert!(
        again == made,
        "{:?}",
        again
            .keys()
            .filter(|name| again.get(*name) != made.get(*name))
            .collect::<Vec<_>>()
    );

    // The comparison is the one that the command line prints.
    let (_, printed, _) = parallax(
        study.path(),
        &[
            "compare",
            "texts/ledger.md",
            "texts/star.md",
            "--seed",
            "7",
            "--without",
            "but",
            "--format",
            "json",
        ],
    );
    assert!(made.get("comparison.json").unwrap() == printed.as_bytes());
}

#[test]
fn what_is_not_as_it_was_is_named_and_the_rest_goes_on() {
    let study = study();
    let recipe = study.path().join("study.toml");
    let text = fs::read_to_string(&recipe).unwrap();
    let with = |name: &str, text: String| fs::write(study.path().join(name), text).unwrap();
    let odd = "[[output]]\nname = \"x.csv\"\nkind = \"horoscope\"\n\n[[output]]\nname = \"../y.csv\"\nkind = \"quoted\"\n\n\
        [[output]]\nname = \"z.svg\"\nkind = \"chart\"\nchart = \"pie\"\n\n[[output]]\nname = \"q.odt\"\nkind = \"quoted\"\n\n[document]\n";
    with("odd.toml", text.replacen("[document]\n", odd, 1));
    let (status, printed, said) = parallax(study.path(), &["rerun", "odd.toml"]);
    assert_eq!(status, 1);
    for named in [
        "x.csv: there is no output of kind “horoscope”",
        "../y.csv: the name of",
        "z.svg: no chart is called “pie”",
        "q.odt",
    ] {
        assert!(said.contains(named), "{said}");
    }
    assert_eq!(said.lines().count(), 4, "{said}");
    assert!(printed.contains("odd/report.html") && !study.path().join("y.csv").exists());

    with(
        "newer.toml",
        text.replacen("parallax.recipe/1", "parallax.recipe/2", 1),
    );
    with("none.toml", "[package]\nname = \"x\"\n".to_owned());
    with("cut.toml", text.get(..text.len() / 2).unwrap().to_owned());
    fs::write(
        study.path().join("texts/star.md"),
        STAR.replacen("the", "a", 1),
    )
    .unwrap();
    let arguments = [
        "rerun",
        "newer.toml",
        "none.toml",
        "cut.toml",
        "gone.toml",
        "study.toml",
    ];
    let (status, printed, said) = parallax(study.path(), &arguments);
    assert_eq!((status, printed.as_str()), (1, ""));
    for named in [
        "newer.toml: it was saved by a newer Parallax",
        "none.toml: this is no recipe",
        "parallax: cut.toml: ",
        "gone.toml: could not be found",
        "star.md has changed",
        "study.toml: report.html: not made, as not every source is as it was",
    ] {
        assert!(said.contains(named), "{named}: {said}");
    }
    fs::remove_file(study.path().join("texts/star.md")).unwrap();
    let (status, _, said) = parallax(study.path(), &["rerun", "study.toml"]);
    assert!(
        status == 1 && said.contains("star.md could not be read"),
        "{said}"
    );
}

#[test]
fn nothing_is_made_over_what_others_made() {
    let study = study();
    fs::create_dir(study.path().join("study")).unwrap();
    fs::write(study.path().join("study/report.html"), "mine").unwrap();
    let (status, _, said) = parallax(study.path(), &["rerun", "study.toml"]);
    assert!(status == 1 && said.contains("report.html"), "{said}");
    assert_eq!(
        fs::read(study.path().join("study/report.html")).unwrap(),
        b"mine"
    );
    assert!(study.path().join("study/comparison.json").exists());
    // What it made itself it makes again.
    assert_eq!(
        parallax(study.path(), &["rerun", "study.toml", "--force"]).0,
        0
    );
    assert_eq!(parallax(study.path(), &["rerun", "study.toml"]).0, 0);
}

/// Saves a document that holds both articles as `paper.parallax`, and gives its bytes.
fn document(folder: &Path) -> Vec<u8> {
    let mut session = Session::default();
    for (side, name, text) in [(Side::A, "Ledger", LEDGER), (Side::B, "Star", STAR)] {
        session.open(
            side,
            name,
            vec![Arc::new(load::from_text(text, name).unwrap())],
        );
    }
    let path = folder.join("paper.parallax");
    let bytes = to_bytes(&session, Articles::Embedded, &path).unwrap();
    fs::write(&path, &bytes).unwrap();
    bytes
}

/// A document holds its articles: whoever has nothing else makes the same bytes, on any number of threads.
#[test]
fn a_document_makes_the_same_bytes_anywhere_at_any_time() {
    let [here, there] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    let bytes = document(here.path());
    let (status, printed, said) = parallax(here.path(), &["rerun", "paper.parallax"]);
    assert_eq!((status, said.as_str()), (0, ""));
    let made = files(&here.path().join("paper"));
    for name in ["comparison.json", "report.html", "scores-articles.csv"] {
        assert!(made.contains_key(name), "{name}: {:?}", made.keys());
    }
    assert_eq!(made.contains_key("differences.svg"), cfg!(feature = "gui"));
    assert_eq!(printed.lines().count(), made.len());
    fs::write(there.path().join("paper.parallax"), &bytes).unwrap();
    let again = [
        "rerun",
        "paper.parallax",
        "--threads",
        "1",
        "--into",
        "again",
    ];
    assert_eq!(parallax(there.path(), &again).0, 0);
    let again = files(&there.path().join("again"));
    let apart = again
        .keys()
        .filter(|name| again.get(*name) != made.get(*name));
    assert_eq!(apart.collect::<Vec<_>>(), Vec::<&String>::new());
    assert_eq!(again.len(), made.len());
}

/// A file manager asks for a picture of a document: its longer side is as asked, and of what cannot be drawn there is
/// none, for a reason that is said.
#[cfg(feature = "gui")]
#[test]
fn a_document_has_a_small_picture() {
    let folder = tempfile::tempdir().unwrap();
    document(folder.path());
    let run = || {
        let command = ["thumbnail", "--size", "128", "paper.parallax", "small.png"];
        parallax(folder.path(), &command)
    };
    assert_eq!(run(), (0, String::new(), String::new()));
    let picture = image::open(folder.path().join("small.png")).unwrap();
    assert_eq!(picture.width().max(picture.height()), 128);
    let pixels = picture.to_rgb8();
    let colours: BTreeSet<[u8; 3]> = pixels.pixels().map(|pixel| pixel.0).collect();
    assert!(colours.len() > 8, "{colours:?}");

    fs::write(folder.path().join("paper.parallax"), "{").unwrap();
    let (status, _, said) = run();
    assert_eq!(status, 1);
    assert!(said.contains("paper.parallax"), "{said}");
}

/// That two collections are compared on the same stories is part of the steps, and of what is made by them.
#[test]
fn the_same_stories_are_part_of_the_steps() {
    let folder = tempfile::tempdir().unwrap();
    for outlet in ["ant", "bee"] {
        let mut lines = String::new();
        for (at, text) in [LEDGER, STAR].iter().enumerate() {
            let row = serde_json::json!({ "title": format!("Harbour, part {at}"), "source": outlet, "text": text });
            lines = format!("{lines}{row}\n");
        }
        fs::write(folder.path().join(format!("{outlet}.jsonl")), lines).unwrap();
    }
    let compare = ["compare", "ant.jsonl", "bee.jsonl", "--same-stories"];
    let steps = compare.iter().copied().chain(["--steps", "study.toml"]);
    let (status, _, said) = parallax(folder.path(), &steps.collect::<Vec<_>>());
    assert_eq!((status, said.as_str()), (0, ""));
    let (status, _, said) = parallax(folder.path(), &["rerun", "study.toml"]);
    assert_eq!((status, said.as_str()), (0, ""));
    let made = files(&folder.path().join("study"));
    let comparison = made.get("comparison.json").unwrap();
    let printed = compare.iter().copied().chain(["--format", "json"]);
    let (_, printed, _) = parallax(folder.path(), &printed.collect::<Vec<_>>());
    assert!(comparison == printed.as_bytes());
    let json: serde_json::Value = serde_json::from_slice(comparison).unwrap();
    assert!(
        json.get("same_stories")
            .is_some_and(serde_json::Value::is_object)
    );
    assert_eq!(
        json.get("on_same_stories"),
        Some(&serde_json::Value::Bool(true))
    );
    let says = |name: &str, words: &str| {
        let text = made.get(name).map(|bytes| String::from_utf8_lossy(bytes));
        assert!(text.is_some_and(|text| text.contains(words)), "{name}");
    };
    says("report.html", "compared within the stories both tell, too");
    says("report.html", "On the same stories");
    says(
        "quoted.csv",
        "Same stories: compared within the stories both tell, too",
    );
    if cfg!(feature = "gui") {
        says(
            "differences.svg",
            "Same stories: compared within the stories both tell, too",
        );
    }
}

/// Charts of more than two sources are drawn from the command line; one that shows two refuses a third.
#[cfg(feature = "gui")]
#[test]
fn three_sources_stand_in_one_chart() {
    let folder = tempfile::tempdir().unwrap();
    for (at, outlet) in ["ant", "bee", "cat"].iter().enumerate() {
        let mut lines = String::new();
        for month in 1..=6 {
            let row = serde_json::json!({
                "title": format!("Harbour in month {month}"), "source": outlet, "date": format!("2024-0{month}-1{at}"),
                "text": "The council was happy about the harbour. It was a good day for boats.",
            });
            lines = format!("{lines}{row}\n");
        }
        fs::write(folder.path().join(format!("{outlet}.jsonl")), lines).unwrap();
    }
    let three = ["compare", "ant.jsonl", "bee.jsonl", "cat.jsonl"];
    let run = |more: &[&str]| {
        let arguments: Vec<&str> = three.iter().chain(more).copied().collect();
        parallax(folder.path(), &arguments)
    };
    let (status, _, said) = run(&[
        "--chart",
        "over-time",
        "--by",
        "month",
        "--measures",
        "tone",
        "--save",
        "time.svg",
    ]);
    assert_eq!((status, said.as_str()), (0, ""));
    let svg = fs::read_to_string(folder.path().join("time.svg")).unwrap();
    for name in ["A ant", "B bee", "aria-label=\"cat\""] {
        assert!(svg.contains(name), "{name}");
    }
    assert_eq!(
        svg.matches("SHA-256").count(),
        18,
        "every article of the three is named"
    );
    let (status, _, said) = run(&["--chart", "arc", "--save", "arc.svg"]);
    assert_eq!(status, 2);
    assert!(
        said.contains("the chart arc shows two sources; charts of more are"),
        "{said}"
    );
    assert!(!folder.path().join("arc.svg").exists());
    fs::create_dir(folder.path().join("all")).unwrap();
    let (status, _, said) = run(&["--save-all", "all"]);
    assert_eq!((status, said.as_str()), (0, ""));
    let all = files(&folder.path().join("all"));
    assert!(
        all.keys().any(|name| name.contains("over-time")),
        "{:?}",
        all.keys()
    );
}
