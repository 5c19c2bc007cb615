//! Saving everything as one document and opening it again; the copy that survives a crash.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use parallax::app::{App, Command, Startup};
use parallax::article::Side;
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

#[test]
fn what_was_open_when_it_crashed_is_offered() {
    let data = tempfile::tempdir().unwrap();
    let start = |a| {
        let startup = Startup {
            a,
            b: None,
            more: Vec::new(),
            file_dialogs: false,
            data: Some(data.path().to_owned()),
            started: Instant::now(),
        };
        egui_kittest::Harness::builder()
            .with_size(egui::vec2(1280.0, 820.0))
            .build_eframe(move |cc| App::new(cc, startup))
    };
    let mut crashed = start(Some(sample("ellery-ledger.md")));
    settle(&mut crashed);
    // Only work is worth a copy: files that were merely opened can be opened again.
    let exact = Command::all()
        .into_iter()
        .find(|one| one.label() == "Exact VADER");
    crashed.state_mut().request(exact.unwrap());
    wait_for(&mut crashed, |_| {
        data.path().read_dir().unwrap().count() == 1
    });
    // A crash: no orderly end.
    std::mem::forget(crashed);
    let mut next = start(None);
    wait_for(&mut next, |harness| {
        shows(harness, "Open what was open last?")
    });
    click(&mut next, "Open it");
    assert_eq!(
        names(&next)[Side::A.index()],
        Some("The Ellery Ledger".to_owned())
    );
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
