//! Saving everything as one document and opening it again; the copy that survives a crash.

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use parallax::app::{App, Command, Startup};
use parallax::article::Side;
use parallax::export::Existing;
use parallax::work::Threads;
use parallax::workspace::{Told, rerun};
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::{click, names, sample, settle, shows, type_path, wait_for, window, with_samples};

#[test]
fn a_document_brings_back_choices_and_corrections() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("story.parallax");
    let mut harness = with_samples();
    let matches = |harness: &egui_kittest::Harness<'_, App>| {
        let comparison = harness.state().comparison();
        comparison.map_or(0, |comparison| comparison.matching.matches.len())
    };
    wait_for(&mut harness, |harness| {
        harness.state().comparison().is_some()
    });
    let before = matches(&harness);
    harness.key_press(Key::M);
    settle(&mut harness);
    harness.key_press(Key::Delete);
    wait_for(&mut harness, |harness| {
        let comparison = harness.state().comparison();
        comparison.is_some_and(|done| done.matching.matches.len() < before)
    });
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    settle(&mut harness);
    type_path(&mut harness, &file, "Save");
    wait_for(&mut harness, |_| file.is_file());
    let saved = harness.state().session().clone();

    let mut again = window(Some(file.clone()), None);
    wait_for(&mut again, |harness| harness.state().comparison().is_some());
    assert_eq!(names(&again), names(&harness));
    assert_eq!(again.state().session().choices(), saved.choices());
    assert_eq!(matches(&again), matches(&harness));
    assert!(again.state().messages_text().is_empty());
}

#[test]
fn a_damaged_document_is_named_and_leaves_what_is_open_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("cut.parallax");
    std::fs::write(&file, "{\"schema\":\"parallax.document/1\",\"version\":").unwrap();
    let mut harness = with_samples();
    let before = names(&harness);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
    settle(&mut harness);
    type_path(&mut harness, &file, "Open");
    wait_for(&mut harness, |harness| {
        harness.state().messages_text().contains("cut.parallax")
    });
    assert_eq!(names(&harness), before);
    assert_eq!(
        std::fs::read_to_string(&file).unwrap(),
        "{\"schema\":\"parallax.document/1\",\"version\":"
    );
}

/// The program with this data folder.
fn start(data: &Path, a: Option<PathBuf>) -> Harness<'static, App> {
    let startup = Startup {
        second_reader: false,
        a,
        b: None,
        more: Vec::new(),
        file_dialogs: false,
        language: None,
        data: Some(data.to_owned()),
        started: Instant::now(),
    };
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1280.0, 820.0))
        .build_eframe(move |cc| App::new(cc, startup));
    settle(&mut harness);
    harness
}

/// Work that is in no file: how tone is scored.
fn do_work(harness: &mut Harness<'_, App>) {
    let exact = Command::all()
        .into_iter()
        .find(|one| one.label() == "Exact VADER");
    harness.state_mut().request(exact.unwrap());
    settle(harness);
}

fn copies(data: &Path) -> Vec<PathBuf> {
    let all = data.read_dir().unwrap().map(|entry| entry.unwrap().path());
    all.filter(|path| path.extension().is_some_and(|ending| ending == "parallax"))
        .collect()
}

/// An end in order, as the window system brings it about.
fn close(mut harness: Harness<'_, App>) {
    eframe::App::on_exit(harness.state_mut(), None);
}

#[test]
fn what_was_open_when_it_crashed_is_offered() {
    let data = tempfile::tempdir().unwrap();
    let data = data.path();
    let mut crashed = start(data, Some(sample("ellery-ledger.md")));
    // Only work is worth a copy: files that were merely opened can be opened again.
    assert!(copies(data).is_empty());
    do_work(&mut crashed);
    let begun = Instant::now();
    wait_for(&mut crashed, |_| copies(data).len() == 1);
    assert!(begun.elapsed().as_secs() < 2, "{:?}", begun.elapsed());
    // A crash: no orderly end, but what the system held for the program is let go.
    drop(crashed);
    let mut next = start(data, None);
    wait_for(&mut next, |harness| {
        shows(harness, "Open work that was not saved?")
    });
    assert!(shows(&next, "1 source: The Ellery Ledger (1 article)"));
    click(&mut next, "Open");
    assert_eq!(
        names(&next)[Side::A.index()],
        Some("The Ellery Ledger".to_owned())
    );
    close(next);
    assert!(copies(data).is_empty(), "it was opened and closed in order");
}

#[test]
fn exchanging_the_two_is_in_the_copy_in_time() {
    let data = tempfile::tempdir().unwrap();
    let data = data.path();
    let mut crashed = start(data, Some(sample("ellery-ledger.md")));
    crashed.state_mut().request(Command::Swap);
    settle(&mut crashed);
    let begun = Instant::now();
    wait_for(&mut crashed, |_| copies(data).len() == 1);
    assert!(begun.elapsed().as_secs() < 2, "{:?}", begun.elapsed());
    let swapped = names(&crashed);
    drop(crashed);
    let mut next = start(data, None);
    wait_for(&mut next, |harness| shows(harness, "Kept on"));
    click(&mut next, "Open");
    assert_eq!(names(&next), swapped);
    close(next);
}

#[test]
fn a_document_without_texts_stays_one_after_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let file = folder.path().join("story.parallax");
    let article = folder.path().join("ledger.md");
    std::fs::copy(sample("ellery-ledger.md"), &article).unwrap();
    let articles = parallax::load::open(&article).unwrap();
    let mut session = parallax::session::Session::default();
    let articles = articles.into_iter().map(std::sync::Arc::new).collect();
    session.open(Side::A, "Ledger", articles);
    let without = parallax::session::document::Articles::Referenced;
    let bytes = parallax::session::document::to_bytes(&session, without, &file).unwrap();
    std::fs::write(&file, &bytes).unwrap();
    let mut crashed = start(&data, Some(file.clone()));
    do_work(&mut crashed);
    wait_for(&mut crashed, |_| copies(&data).len() == 1);
    drop(crashed);
    let mut next = start(&data, None);
    wait_for(&mut next, |harness| shows(harness, "story.parallax"));
    click(&mut next, "Open");
    next.key_press_modifiers(Modifiers::COMMAND, Key::S);
    wait_for(&mut next, |_| std::fs::read(&file).unwrap() != bytes);
    settle(&mut next);
    let saved = std::fs::read_to_string(&file).unwrap();
    assert!(saved.contains("\"referenced\"") && saved.contains("ledger.md"));
    assert!(!saved.contains("\"blocks\""), "{saved}");
    close(next);
}

#[test]
fn windows_harm_no_work_of_others() {
    let data = tempfile::tempdir().unwrap();
    let data = data.path();
    let mut crashed = start(data, Some(sample("ellery-ledger.md")));
    do_work(&mut crashed);
    wait_for(&mut crashed, |_| copies(data).len() == 1);
    let left = copies(data);
    drop(crashed);
    // A second window is closed without an answer, another keeps it for later.
    let second = start(data, None);
    let mut third = start(data, None);
    close(second);
    assert_eq!(copies(data), left);
    wait_for(&mut third, |harness| shows(harness, "Kept on"));
    click(&mut third, "Keep for later");
    close(third);
    assert_eq!(copies(data), left);
    // Opened and taken back is as if it had not been opened.
    let mut fourth = start(data, None);
    wait_for(&mut fourth, |harness| shows(harness, "Kept on"));
    click(&mut fourth, "Open");
    fourth.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut fourth);
    assert_eq!(names(&fourth), [None, None]);
    close(fourth);
    assert_eq!(copies(data), left);
    let mut last = start(data, None);
    wait_for(&mut last, |harness| shows(harness, "Kept on"));
    click(&mut last, "Discard");
    wait_for(&mut last, |_| copies(data).is_empty());
    close(last);
}

#[test]
fn a_damaged_copy_is_named_and_kept() {
    let data = tempfile::tempdir().unwrap();
    let damaged = data.path().join("recovery-abc.parallax");
    std::fs::write(&damaged, "{\"schema\":\"parallax.document/1\"").unwrap();
    let mut harness = start(data.path(), None);
    wait_for(&mut harness, |harness| {
        harness
            .state()
            .messages_text()
            .contains("recovery-abc.parallax")
    });
    close(harness);
    assert!(damaged.exists());
}

#[test]
fn the_question_before_leaving_says_what_would_be_lost() {
    let mut harness = with_samples();
    do_work(&mut harness);
    // What the window system says when the window is to be closed.
    let info = harness
        .input_mut()
        .viewports
        .get_mut(&egui::ViewportId::ROOT);
    info.unwrap().events.push(egui::ViewportEvent::Close);
    harness.step();
    settle(&mut harness);
    assert!(shows(&harness, "Save before closing?"));
    assert!(shows(&harness, "2 sources"));
    assert!(shows(&harness, "2 sources: "));
    assert!(shows(&harness, "The Ellery Ledger (1 article)"));
    assert!(shows(&harness, "how articles are scored"));
}

#[test]
fn undoing_takes_back_what_a_message_was_about() {
    let mut harness = window(
        Some(sample("ellery-ledger.md")),
        Some(sample("ellery-ledger.md")),
    );
    assert!(
        harness
            .state()
            .messages_text()
            .contains("the same text in both sources")
    );
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert!(!harness.state().messages_text().contains("the same text"));
}

/// What the user said of passages is part of the steps; what is made again is what the window shows.
#[test]
fn the_saved_steps_make_what_the_window_shows() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("study.toml");
    let mut harness = with_samples();
    wait_for(&mut harness, |harness| {
        harness.state().comparison().is_some()
    });
    let matches = |harness: &Harness<'_, App>| {
        let comparison = harness.state().comparison();
        comparison.map_or(0, |comparison| comparison.matching.matches.len())
    };
    let before = matches(&harness);
    harness.key_press(Key::M);
    settle(&mut harness);
    harness.key_press(Key::Delete);
    wait_for(&mut harness, |harness| {
        let left = matches(harness);
        left > 0 && left < before
    });
    harness.state_mut().request(Command::SaveSteps);
    settle(&mut harness);
    type_path(&mut harness, &file, "Save");
    wait_for(&mut harness, |_| file.is_file());
    let made = folder.path().join("made");
    let mut failed = Vec::new();
    let (existing, threads) = (Existing::Ours, Threads::default());
    rerun(&file, &made, existing, threads, |told| match told {
        Told::Made(_) => {}
        Told::Failed(why) | Told::Note(why) => failed.push(why),
    })
    .unwrap();
    assert_eq!(failed, [""; 0]);
    let comparison = std::fs::read(made.join("comparison.json")).unwrap();
    let comparison: serde_json::Value = serde_json::from_slice(&comparison).unwrap();
    let again = comparison["matches"].as_array().unwrap().len();
    assert_eq!(again, matches(&harness));
    assert!(made.join("report.html").is_file() && made.join("coverage.svg").is_file());
}

#[test]
fn what_was_saved_or_copied_is_said_and_can_be_opened() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("story.parallax");
    let mut harness = with_samples();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    settle(&mut harness);
    type_path(&mut harness, &file, "Save");
    wait_for(&mut harness, |harness| {
        let text = harness.state().messages_text();
        text.contains(&format!("Saved the document: {}", file.display()))
    });
    assert!(shows(&harness, "Show in folder"));
    harness.state_mut().request(Command::CopyTable);
    wait_for(&mut harness, |harness| {
        harness.state().messages_text().contains("Copied ")
    });
}

#[test]
fn the_window_saves_over_no_file_it_has_read() {
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("article.csv");
    let body = "The council met on Monday and voted for the bridge. People were happy with it.";
    std::fs::write(&article, format!("title,text\nBridge,{body}\n")).unwrap();
    let before = std::fs::read(&article).unwrap();
    let mut harness = window(Some(article.clone()), None);
    harness.state_mut().request(Command::SaveArticleScores);
    settle(&mut harness);
    type_path(&mut harness, &article, "Save");
    click(&mut harness, "Replace");
    wait_for(&mut harness, |harness| {
        harness
            .state()
            .messages_text()
            .contains("was read in this run")
    });
    assert_eq!(std::fs::read(&article).unwrap(), before);
}

#[test]
fn choices_are_remembered_from_one_start_to_the_next_and_between_windows() {
    let data = tempfile::tempdir().unwrap();
    let data = data.path();
    let find = |label: &str| Command::all().into_iter().find(|one| one.label() == label);
    let mut one = start(data, Some(sample("ellery-ledger.md")));
    let mut other = start(data, Some(sample("quayside-star.md")));
    one.state_mut().request(find("Dark theme").unwrap());
    settle(&mut one);
    close(one);
    other.state_mut().request(find("Reduced motion").unwrap());
    settle(&mut other);
    close(other);
    let kept: serde_json::Value =
        serde_json::from_slice(&std::fs::read(data.join("settings.json")).unwrap()).unwrap();
    assert_eq!(kept["theme"], "Dark");
    assert_eq!(kept["reduced_motion"], true);
    let recent = kept["recent"].as_array().unwrap();
    assert_eq!(recent.len(), 2, "{recent:?}");
    // Broken settings are set aside under a name that is told.
    std::fs::write(data.join("settings.json"), "{\"theme\": ").unwrap();
    let next = start(data, None);
    assert!(
        next.state()
            .messages_text()
            .contains("settings-broken-1.json")
    );
    drop(next);
    std::fs::write(
        data.join("settings.json"),
        "{\"theme\": 5, \"reduced_motion\": true}",
    )
    .unwrap();
    let next = start(data, None);
    assert!(
        next.state()
            .messages_text()
            .contains("“theme” is not as expected")
    );
    close(next);
    assert!(data.join("settings-broken-2.json").exists());
}

#[test]
fn the_fields_of_a_collection_can_be_corrected() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("collection.csv");
    let body = "The council met on Monday and voted for the bridge. People were happy with it.";
    let row = |n: usize| format!("Bridge story {n},Another heading {n},{body} {body} {n}\n");
    let rows: String = (1..=3).map(row).collect();
    std::fs::write(&file, format!("title,kicker,text\n{rows}")).unwrap();
    let mut harness = window(Some(file), None);
    let headline = |harness: &egui_kittest::Harness<'_, App>| {
        let article = harness.state().session().article(Side::A)?;
        Some(article.headline.as_ref()?.text.clone())
    };
    wait_for(&mut harness, |harness| headline(harness).is_some());
    assert_eq!(headline(&harness).as_deref(), Some("Bridge story 1"));
    harness.state_mut().request(Command::ImportReport);
    settle(&mut harness);
    click(&mut harness, "collection.csv · 3 articles");
    click(&mut harness, "Correct the fields…");
    wait_for(&mut harness, |harness| {
        shows(harness, "Fields of this collection")
    });
    let title = harness.get_by_role_and_label(egui::Role::ComboBox, "title");
    title.click();
    settle(&mut harness);
    click(&mut harness, "kicker");
    click(&mut harness, "Read again as A");
    wait_for(&mut harness, |harness| {
        headline(harness).as_deref() == Some("Another heading 1")
    });
}
