//! Predict, then reveal: one command makes the study of a class, codes come from files, and nothing that is written
//! names anybody.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use parallax::article::Article;
use parallax::load;
use parallax::study::{Codebook, Study, UnitKind, class_rows, new_participant, predict, units};

fn articles() -> [Article; 2] {
    ["Ledger", "Star"].map(|name| load::from_text(&text(name), name).unwrap())
}

fn text(name: &str) -> String {
    let paragraphs = (0..14).map(|at| {
        let how = ["a great success", "held as planned", "a terrible disaster"][at % 3];
        format!("The {name} wrote that meeting number {at} was {how}. It ended at noon.")
    });
    let paragraphs: Vec<String> = paragraphs.collect();
    format!(
        "{name} on the council meeting\n\n{}\n",
        paragraphs.join("\n\n")
    )
}

fn study() -> Study {
    let articles = articles();
    let sources = articles
        .iter()
        .map(|one| (one.origin.name.as_str(), vec![one]));
    predict(units(sources, UnitKind::Passage), 10, 1).unwrap()
}

#[test]
fn both_headlines_and_ten_paragraphs_of_each_are_asked_their_own_questions() {
    let mut study = study();
    assert!(study.is_class());
    assert_eq!(study.units.len(), 22);
    let headlines = study.units.iter();
    assert_eq!(
        headlines
            .filter(|unit| unit.kind == UnitKind::Headline)
            .count(),
        2
    );
    let sentence = study.drawn.sentence();
    assert!(
        sentence.contains("the headline of Ledger")
            && sentence.contains("10 of 14 paragraphs of Star"),
        "{sentence}"
    );
    let code = new_participant(&study);
    let coder = study.join(&code).unwrap();
    while let Some((unit, variable)) = study.current(coder) {
        let asked = if unit.kind == UnitKind::Headline {
            "sensationalism"
        } else {
            "tone"
        };
        assert_eq!(variable.name, asked);
        let at = usize::from(asked == "tone");
        assert!(!study.clone().press(coder, 1 - at, '1'), "not asked of it");
        assert!(study.press(coder, at, '1'));
    }
    assert_eq!(study.done(coder), 22);
    let rows = class_rows(&study, &[]);
    assert_eq!(rows.len(), 22);
    assert_eq!(rows[0].class(), "not at all 1; mean 1.0");
    assert_eq!(rows[1].own(&study, coder).as_deref(), Some("negative"));
}

#[test]
fn a_name_becomes_a_code_wherever_it_comes_from() {
    let mut study = study();
    study.join("Ana Berger").unwrap();
    let mut theirs = study.clone();
    theirs.coders.clear();
    std::sync::Arc::make_mut(&mut theirs.drawn).strata = parallax::study::Strata::Source;
    theirs.join("Cem Demir").unwrap();
    study.merge(theirs).unwrap();
    let file = String::from_utf8(study.to_file(true).unwrap()).unwrap();
    assert_eq!(study.coders.len(), 2);
    for name in ["Ana", "Berger", "Cem", "Demir"] {
        assert!(!file.contains(name), "{name}");
    }
}

/// A codebook for several kinds of units must ask something of each.
#[test]
fn a_codebook_that_asks_nothing_of_a_headline_is_refused() {
    let (_, mut book) = parallax::study::ready()
        .find(|(name, _)| *name == "predict")
        .unwrap();
    book.variables.remove(0);
    let error = Codebook::from_toml(&book.to_toml().unwrap()).unwrap_err();
    assert!(
        error.to_string().contains("asks nothing of a headline"),
        "{error}"
    );
}

fn parallax(arguments: &[&str]) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_parallax"));
    Command::new(program).args(arguments).output().unwrap()
}

fn written(folder: &tempfile::TempDir) -> [PathBuf; 2] {
    ["Ledger", "Star"].map(|name| {
        let path = folder.path().join(format!("{name}.txt"));
        std::fs::write(&path, text(name)).unwrap();
        path
    })
}

#[test]
fn the_command_line_predicts_and_reveals() {
    let folder = tempfile::tempdir().unwrap();
    let [a, b] = written(&folder);
    let path = |name: &str| folder.path().join(name).display().to_string();
    let [a, b] = [a, b].map(|path| path.display().to_string());
    let (class, sheet, result) = (
        path("class.parallax-coding"),
        path("sheet.html"),
        path("result.html"),
    );
    let made = parallax(&[
        "study",
        "predict",
        &a,
        &b,
        "--out",
        &class,
        "--worksheet",
        &sheet,
    ]);
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    let page = std::fs::read_to_string(&sheet).unwrap();
    assert_eq!(page.matches("☐ not at all").count(), 2);
    assert_eq!(page.matches("☐ negative").count(), 20);
    // One answers in a coding file, two on paper, typed into a table with their names.
    let bytes = std::fs::read(&class).unwrap();
    let (mut study, _) = Study::from_file(&bytes, &[]).unwrap();
    let code = new_participant(&study);
    let coder = study.join(&code).unwrap();
    while let Some((unit, _)) = study.current(coder) {
        let at = usize::from(unit.kind == UnitKind::Paragraph);
        study.press(coder, at, '1');
    }
    std::fs::write(&class, study.to_file(false).unwrap()).unwrap();
    let mut table = vec!["unit,coder,variable,value".to_owned()];
    for unit in study.units.iter() {
        let (name, value) = match unit.kind {
            UnitKind::Headline => ("sensationalism", "3"),
            _ => ("tone", "0"),
        };
        for pupil in ["Ana Berger", "Cem Demir"] {
            table.push(format!("{},{pupil},{name},{value}", unit.id));
        }
    }
    let typed = path("typed.csv");
    std::fs::write(&typed, table.join("\n")).unwrap();
    let shown = parallax(&["study", "reveal", &a, &b, "--codes", &class, &typed]);
    let text = String::from_utf8_lossy(&shown.stdout).into_owned();
    assert!(
        shown.status.success(),
        "{}",
        String::from_utf8_lossy(&shown.stderr)
    );
    assert!(text.starts_with("3 participants"), "{text}");
    assert!(
        text.contains("class: negative 1, neutral 2; mean −0.3 · Parallax: +0."),
        "{text}"
    );
    let saved = parallax(&[
        "study", "reveal", &a, &b, "--codes", &class, &typed, "--out", &result,
    ]);
    assert!(
        saved.status.success(),
        "{}",
        String::from_utf8_lossy(&saved.stderr)
    );
    let page = std::fs::read_to_string(&result).unwrap();
    assert!(page.contains("Side by side") && page.contains("not at all 1, somewhat 2"));
    for name in ["Ana", "Berger", "Cem", "Demir", &code] {
        assert!(!page.contains(name) && !text.contains(name), "{name}");
    }
    // What is no codes is said, and the rest goes on.
    let bad = parallax(&["study", "reveal", &a, &b, "--codes", &a, &typed]);
    assert_eq!(bad.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&bad.stderr).contains("Ledger.txt"));
    assert!(String::from_utf8_lossy(&bad.stdout).starts_with("2 participants"));
}

#[test]
fn agreement_goes_out_as_word_page_and_chart() {
    let folder = tempfile::tempdir().unwrap();
    let codes = folder.path().join("codes.csv");
    let rows: Vec<String> = (0..12)
        .map(|at| {
            format!(
                "u{at},{},{}",
                at % 3 - 1,
                if at == 4 { 1 } else { at % 3 - 1 }
            )
        })
        .collect();
    std::fs::write(&codes, format!("unit,ana,ben\n{}\n", rows.join("\n"))).unwrap();
    let codes = codes.display().to_string();
    for (name, head) in [
        ("a.docx", &b"PK"[..]),
        ("a.html", b"<!DOCTYPE html>"),
        ("a.md", b"# "),
    ] {
        let path = folder.path().join(name);
        let shown = path.display().to_string();
        let done = parallax(&["study", "agreement", &codes, "--report", &shown]);
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
        assert!(std::fs::read(&path).unwrap().starts_with(head), "{name}");
    }
    let path = folder.path().join("c.svg");
    let shown = path.display().to_string();
    let done = parallax(&[
        "study",
        "agreement",
        &codes,
        "--level",
        "ordinal",
        "--chart",
        "confusion",
        "--save",
        &shown,
    ]);
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    assert!(std::fs::read(&path).unwrap().starts_with(b"<svg "));
}

#[test]
fn people_and_measure_go_out_as_a_chart() {
    let folder = tempfile::tempdir().unwrap();
    let [a, b] = written(&folder).map(|path| path.display().to_string());
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (sample, codes, chart) = (at("sample.csv"), at("codes.csv"), at("people.svg"));
    let done = parallax(&[
        "study",
        "sample",
        &a,
        &b,
        "--unit",
        "paragraph",
        "--n",
        "12",
        "--codebook",
        "tone",
        "--out",
        &sample,
    ]);
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    let sample = std::fs::read_to_string(&sample).unwrap();
    let units = sample.lines().filter(|line| !line.starts_with('#')).skip(1);
    let units = units.filter_map(|line| line.split_once(',').map(|(unit, _)| unit));
    let units: Vec<&str> = units
        .filter(|unit| !unit.is_empty() && !unit.contains(' '))
        .collect();
    assert!(units.len() >= 8, "{sample}");
    let rows = units.iter().zip(["-1", "0", "1"].into_iter().cycle());
    let rows: Vec<String> = rows
        .map(|(unit, value)| format!("{unit},ana,tone,{value}"))
        .collect();
    let table = format!("unit,coder,variable,value\n{}\n", rows.join("\n"));
    std::fs::write(&codes, table).unwrap();
    let compare = |more: &[&str]| {
        let arguments = [
            "study",
            "compare",
            &codes,
            &a,
            &b,
            "--codebook",
            "tone",
            "--save",
            &chart,
        ];
        parallax(&[&arguments, more].concat())
    };
    let bad = compare(&["--variable", "mood"]);
    assert_eq!(bad.status.code(), Some(1));
    let said = String::from_utf8_lossy(&bad.stderr);
    assert!(
        said.contains("no measure answers a variable called mood"),
        "{said}"
    );
    assert!(!Path::new(&chart).exists());
    let done = compare(&[]);
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    assert!(std::fs::read(&chart).unwrap().starts_with(b"<svg "));
}
