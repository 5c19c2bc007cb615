//! A study from opened files to the methods paragraph, by keys.

use std::path::PathBuf;

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use parallax::app::{App, Command, Page};

use super::{settle, shows, type_path, wait_for, window};

/// Two files of `count` different paragraphs each, and where they lie.
fn files(folder: &tempfile::TempDir, count: usize) -> [PathBuf; 2] {
    ["ledger", "star"].map(|name| {
        let paragraphs = (0..count).map(|at| {
            let how = ["a great success", "held as planned", "a terrible disaster"][at % 3];
            format!("The {name} wrote that meeting number {at} was {how}. It ended at noon.")
        });
        let text = format!(
            "# Council meets\n\n{}\n",
            paragraphs.collect::<Vec<_>>().join("\n\n")
        );
        let path = folder.path().join(format!("{name}.md"));
        std::fs::write(&path, text).unwrap();
        path
    })
}

fn press(harness: &mut Harness<'_, App>, label: &str) {
    harness.get_by_label(label).click_accesskit();
    settle(harness);
}

fn study_page(folder: &tempfile::TempDir, n: &str) -> Harness<'static, App> {
    let [a, b] = files(folder, 60);
    let mut harness = window(Some(a), Some(b));
    harness.state_mut().request(Command::ShowPage(Page::Study));
    settle(&mut harness);
    let field = harness.get_by_label("How many");
    field.focus();
    settle(&mut harness);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    harness.get_by_label("How many").type_text(n);
    settle(&mut harness);
    press(&mut harness, "Draw the sample");
    harness
}

fn begin(harness: &mut Harness<'_, App>, name: &str) {
    harness.get_by_label("Coder’s name").focus();
    settle(harness);
    harness.get_by_label("Coder’s name").type_text(name);
    settle(harness);
    press(harness, "Start coding");
}

fn key(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press(key);
    harness.step();
}

/// What is right of the unit before the coder.
fn answer(harness: &Harness<'_, App>, coder: usize) -> Key {
    let study = harness.state().session().study.as_ref().unwrap();
    let (unit, _) = study.current(coder).unwrap();
    match unit.text.as_str() {
        text if text.contains("disaster") => Key::Num1,
        text if text.contains("success") => Key::Num3,
        _ => Key::Num2,
    }
}

fn coded(harness: &Harness<'_, App>, coder: usize) -> usize {
    harness
        .state()
        .session()
        .study
        .as_ref()
        .unwrap()
        .done(coder)
}

#[test]
fn two_coders_code_a_hundred_paragraphs_by_keys_down_to_the_methods_paragraph() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = study_page(&folder, "100");
    assert!(shows(&harness, "100 of 120 paragraphs were drawn"));
    for (coder, name) in ["Ana", "Ben"].into_iter().enumerate() {
        begin(&mut harness, name);
        for at in 0..100 {
            let right = answer(&harness, coder);
            // One code in ten is a slip of one of them.
            let slip = coder == 1 && at % 10 == 9;
            let pressed = if slip && right == Key::Num2 {
                Key::Num3
            } else if slip {
                Key::Num2
            } else {
                right
            };
            key(&mut harness, pressed);
            harness.step();
        }
        settle(&mut harness);
        assert_eq!(coded(&harness, coder), 100, "one key a unit");
        assert!(shows(&harness, "All is coded"));
        key(&mut harness, Key::Escape);
        settle(&mut harness);
    }
    wait_for(&mut harness, |harness| {
        shows(harness, "Intercoder agreement on tone: agreement 90 %")
    });
    for part in [
        "100 of 120 paragraphs",
        "2 coders coded them",
        "Krippendorff’s α (ordinal) 0.",
        "seed 1",
        "Parallax ",
    ] {
        assert!(shows(&harness, part), "{part}");
    }
    assert!(shows(&harness, "People and Parallax: Tone"));
    for ending in ["md", "csv", "json", "tex", "html", "parallax-coding"] {
        let file = folder.path().join(format!("study.{ending}"));
        press(&mut harness, "Save the study…");
        type_path(&mut harness, &file, "Save");
        wait_for(&mut harness, |_| file.is_file());
        let text = std::fs::read_to_string(&file).unwrap();
        let has = match ending {
            "md" => "Intercoder agreement on tone",
            "csv" => "unit,variable,Ana,Ben,settled,source,article,comment,text",
            "json" => "\"schema\": \"parallax-study/1\"",
            "tex" => "\\begin{tabular}",
            "html" => "☐ negative",
            _ => "parallax-coding/1",
        };
        assert!(text.contains(has), "{ending}: {text}");
        let blind = ending == "html" && text.contains("ledger.md");
        assert!(!blind, "a worksheet names no source");
    }
    press(&mut harness, "Charts");
    let file = folder.path().join("agreement.svg");
    press(&mut harness, "Save chart: How far coders agree");
    type_path(&mut harness, &file, "Save");
    wait_for(&mut harness, |_| file.is_file());
    for (ending, has) in [("html", &b"id=\"chart-agreement\""[..]), ("docx", b"PK")] {
        let file = folder.path().join(format!("result.{ending}"));
        press(&mut harness, "Save the result…");
        type_path(&mut harness, &file, "Save");
        wait_for(&mut harness, |_| file.is_file());
        let bytes = std::fs::read(&file).unwrap();
        assert!(bytes.windows(has.len()).any(|part| part == has), "{ending}");
    }
}

/// One command makes the study, participants have no names, and each sees own answers, class and Parallax.
#[test]
fn a_class_predicts_and_sees_it_beside_parallax_without_a_name() {
    let folder = tempfile::tempdir().unwrap();
    let [a, b] = files(&folder, 30);
    let mut harness = window(Some(a), Some(b));
    harness.state_mut().request(Command::PredictThenReveal);
    wait_for(&mut harness, |harness| {
        harness.state().session().study.is_some() && shows(harness, "Next participant")
    });
    assert!(!shows(&harness, "All together"), "nobody has answered yet");
    for at in 0..2 {
        press(&mut harness, "Next participant");
        let code = harness.state().session().study.as_ref().unwrap().coders[at]
            .name
            .clone();
        assert!(code.starts_with("P-"), "{code}");
        assert!(shows(&harness, &code));
        for _ in 0..22 {
            key(&mut harness, Key::Num1);
            harness.step();
        }
        settle(&mut harness);
        assert_eq!(
            coded(&harness, at),
            22,
            "two headlines and twenty paragraphs"
        );
        key(&mut harness, Key::Escape);
        settle(&mut harness);
    }
    for part in [
        "Own",
        "All together",
        "negative 2; mean −1.0",
        "not at all 2",
        "of 100",
    ] {
        wait_for(&mut harness, |harness| shows(harness, part));
    }
    let codes = harness.state().session().study.clone().unwrap();
    let file = folder.path().join("result.html");
    press(&mut harness, "Save the result…");
    type_path(&mut harness, &file, "Save");
    wait_for(&mut harness, |_| file.is_file());
    let page = std::fs::read_to_string(&file).unwrap();
    assert!(page.contains("Side by side") && page.contains("________"));
    for coder in &codes.coders {
        assert!(!page.contains(&coder.name), "{}", coder.name);
    }
}

#[test]
fn a_coder_undoes_comments_flags_looks_beside_pauses_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = study_page(&folder, "6");
    begin(&mut harness, "Ana");
    key(&mut harness, Key::Num1);
    key(&mut harness, Key::Num2);
    settle(&mut harness);
    assert_eq!(coded(&harness, 0), 2);
    key(&mut harness, Key::U);
    settle(&mut harness);
    assert_eq!(coded(&harness, 0), 1, "undone");
    key(&mut harness, Key::F);
    key(&mut harness, Key::X);
    settle(&mut harness);
    assert!(shows(&harness, "flagged"));
    key(&mut harness, Key::C);
    settle(&mut harness);
    harness.get_by_label("Comment").type_text("ironic 1");
    settle(&mut harness);
    assert_eq!(coded(&harness, 0), 1, "what is typed is no code");
    key(&mut harness, Key::Enter);
    settle(&mut harness);
    assert!(shows(&harness, "Comment: ironic 1"));
    let study = harness.state().session().study.clone().unwrap();
    let coder = &study.coders[0];
    assert_eq!(
        (coder.flags.len(), coder.looked.len(), coder.comments.len()),
        (1, 1, 1)
    );
    key(&mut harness, Key::ArrowRight);
    key(&mut harness, Key::ArrowLeft);
    settle(&mut harness);
    assert_eq!(
        harness.state().session().study.as_ref().unwrap().coders[0].at,
        1
    );
    key(&mut harness, Key::Escape);
    settle(&mut harness);
    assert!(shows(&harness, "1 of 6"));
    press(&mut harness, "Go on: Ana");
    key(&mut harness, Key::Num2);
    settle(&mut harness);
    assert_eq!(coded(&harness, 0), 2);
    key(&mut harness, Key::Escape);
    settle(&mut harness);
    // It is in the document, as every other work.
    let file = folder.path().join("study.parallax");
    harness.state_mut().request(Command::SaveDocument);
    settle(&mut harness);
    type_path(&mut harness, &file, "Save");
    wait_for(&mut harness, |_| file.is_file());
    let again = window(Some(file), None);
    let kept = again.state().session().study.clone().unwrap();
    assert_eq!(kept, harness.state().session().study.clone().unwrap());
}

#[test]
fn files_are_exchanged_and_another_codebook_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = study_page(&folder, "6");
    let ours = harness.state().session().study.clone().unwrap();
    let mut theirs = (*ours).clone();
    let ben = theirs.join("Ben").unwrap();
    theirs.press(ben, 0, '1');
    let file = folder.path().join("ben.parallax-coding");
    std::fs::write(&file, theirs.to_file(false).unwrap()).unwrap();
    press(&mut harness, "Add a coding file…");
    type_path(&mut harness, &file, "Open");
    wait_for(&mut harness, |harness| shows(harness, "Go on: Ben"));
    let mut other = theirs.clone();
    std::sync::Arc::make_mut(&mut other.codebook).variables[0].name = "mood".to_owned();
    std::fs::write(&file, other.to_file(true).unwrap()).unwrap();
    press(&mut harness, "Add a coding file…");
    type_path(&mut harness, &file, "Open");
    wait_for(&mut harness, |harness| shows(harness, "another codebook"));
    let kept = harness.state().session().study.clone().unwrap();
    assert_eq!(kept.answers().iter().count(), 1, "nothing is lost");
}
