//! The report: put together, added to while reading, saved and printed, by clicks and by keys alone.

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use parallax::app::{App, Command, Startup};
use parallax::article::{Place, Side};
use parallax::chart::Kind;
use parallax::export::report::{Part, Pin};
use std::path::Path;
use std::time::Instant;

use super::{click, settle, shows, type_path, wait_for, window, with_samples};

fn compared() -> Harness<'static, App> {
    let mut harness = with_samples();
    wait_for(&mut harness, |harness| {
        harness.state().comparison().is_some()
    });
    settle(&mut harness);
    harness
}

fn pinned(harness: &Harness<'_, App>) -> Vec<Pin> {
    harness.state().session().pinned()
}

fn saved(harness: &mut Harness<'_, App>, file: &Path) -> String {
    type_path(harness, file, "Save");
    wait_for(harness, |_| file.is_file());
    settle(harness);
    std::fs::read_to_string(file).unwrap()
}

/// From opened articles: the button in the bar, “Save…”, and “Save” in the dialog that asks where.
#[test]
fn three_clicks_lead_from_opened_articles_to_a_report_with_two_charts() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.html");
    let mut harness = compared();
    click(&mut harness, "Report…"); // 1
    assert!(shows(&harness, "About 3 pages of A4.") || shows(&harness, "About 4 pages of A4."));
    click(&mut harness, "Save…"); // 2
    let page = saved(&mut harness, &file); // 3
    assert_eq!(page.matches("<figure ").count(), 2);
    assert!(page.contains("id=\"chart-headline\"") && page.contains("id=\"findings\""));
    assert!(!page.contains("tidal flood gate at the mouth"), "no texts");
}

#[test]
fn parts_and_charts_are_chosen_and_ordered_and_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = compared();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::R);
    settle(&mut harness);
    for part in Part::PLAIN {
        assert!(shows(&harness, part.title()), "{part:?} is not offered");
    }
    for kind in Kind::all() {
        assert!(
            shows(&harness, &format!("Move {} up", kind.label())),
            "{kind:?}"
        );
    }
    click(&mut harness, "Coverage");
    for _ in 0..6 {
        let up = harness.query_by_label("Move Coverage up");
        if up.is_some_and(|up| !egui_kittest::kittest::NodeT::accesskit_node(&up).is_disabled()) {
            click(&mut harness, "Move Coverage up");
        }
    }
    click(&mut harness, "The texts, marked");
    click(&mut harness, "Table of differences");
    click(&mut harness, "Save…");
    let page = saved(&mut harness, &folder.path().join("one.html"));
    let at = |page: &str, words: &str| page.find(words);
    assert!(
        at(&page, "id=\"chart-coverage\"").unwrap() < at(&page, "id=\"chart-headline\"").unwrap()
    );
    assert!(page.contains("tidal flood gate at the mouth") && !page.contains("id=\"table\""));
    // The next report is made as this one was.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::R);
    settle(&mut harness);
    click(&mut harness, "With the articles’ own words");
    click(&mut harness, "Save…");
    let page = saved(&mut harness, &folder.path().join("two.html"));
    assert!(page.contains("id=\"chart-coverage\"") && !page.contains("id=\"table\""));
    assert!(!page.contains("tidal flood gate at the mouth"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::R);
    settle(&mut harness);
    click(&mut harness, "Usual parts");
    click(&mut harness, "Save…");
    let page = saved(&mut harness, &folder.path().join("three.html"));
    assert!(page.contains("id=\"table\"") && !page.contains("id=\"chart-coverage\""));
}

#[test]
fn evidence_is_added_while_reading_taken_back_and_kept_in_the_document() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("story.parallax");
    let mut harness = compared();
    let add = |harness: &mut Harness<'_, App>, command| {
        harness.state_mut().request(command);
        settle(harness);
    };
    assert!(Command::AddToReport.why_not(harness.state()).is_some());
    harness.key_press(Key::ArrowDown);
    settle(&mut harness);
    let place = harness.state().selection().unwrap();
    harness.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::R);
    settle(&mut harness);
    assert_eq!(pinned(&harness).len(), 1, "{place:?}");
    assert_eq!(Command::AddToReport.is_on(harness.state()), Some(true));
    add(&mut harness, Command::ShowChart(Kind::Coverage));
    add(&mut harness, Command::AddChartToReport);
    assert!(shows(&harness, "Report (2)…") || pinned(&harness).len() == 2);
    add(&mut harness, Command::Undo);
    assert_eq!(pinned(&harness).len(), 1, "adding can be undone");
    add(&mut harness, Command::Redo);
    // A place follows its source to the other side.
    add(&mut harness, Command::Swap);
    let Some(Pin::Place(swapped)) = pinned(&harness).first().cloned() else {
        panic!("{:?}", pinned(&harness));
    };
    assert_eq!(swapped.side, place.side.other());
    add(&mut harness, Command::Swap);
    add(&mut harness, Command::Report);
    assert!(shows(&harness, "Evidence you added (2)"));
    click(&mut harness, "Remove Chart Coverage");
    assert_eq!(pinned(&harness).len(), 1);
    harness.key_press(Key::Escape);
    settle(&mut harness);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    settle(&mut harness);
    type_path(&mut harness, &file, "Save");
    wait_for(&mut harness, |_| file.is_file());
    let mut again = window(Some(file), None);
    wait_for(&mut again, |harness| harness.state().comparison().is_some());
    assert_eq!(pinned(&again), pinned(&harness));
    assert!(matches!(
        pinned(&again)[0],
        Pin::Place(Place {
            side: Side::A | Side::B,
            ..
        })
    ));
}

#[test]
fn notes_are_written_kept_and_saved_with_the_keyboard_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.md");
    let mut harness = compared();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::R);
    settle(&mut harness);
    let notes = harness.get_by_role_and_label(egui::Role::MultilineTextInput, "Your notes");
    notes.focus();
    settle(&mut harness);
    harness
        .get_by_label("Your notes")
        .type_text("Compare with last week.");
    settle(&mut harness);
    harness.key_press(Key::Escape);
    settle(&mut harness);
    assert_eq!(harness.state().session().notes, "Compare with last week.");
    // Again: the keyboard is on what saves it.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::R);
    settle(&mut harness);
    harness.key_press(Key::Enter);
    settle(&mut harness);
    let text = saved(&mut harness, &file);
    assert!(
        text.contains("## Your notes\n\nCompare with last week."),
        "{text}"
    );
}

#[test]
fn what_is_printed_is_a_page_of_our_own_that_is_deleted_again() {
    let data = tempfile::tempdir().unwrap();
    let startup = Startup {
        second_reader: false,
        a: Some(super::sample("ellery-ledger.md")),
        b: Some(super::sample("quayside-star.md")),
        more: Vec::new(),
        file_dialogs: false,
        language: None,
        data: Some(data.path().to_owned()),
        started: Instant::now(),
    };
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1280.0, 820.0))
        .build_eframe(move |cc| App::new(cc, startup));
    wait_for(&mut harness, |harness| {
        harness.state().comparison().is_some()
    });
    harness.key_press_modifiers(Modifiers::COMMAND, Key::P);
    wait_for(&mut harness, |harness| {
        harness.state().messages_text().contains("print it there")
    });
    let pages = || -> Vec<_> {
        let folder = std::fs::read_dir(data.path().join("print")).unwrap();
        folder.map(|entry| entry.unwrap().path()).collect()
    };
    assert_eq!(pages().len(), 1);
    let page = std::fs::read_to_string(&pages()[0]).unwrap();
    assert!(page.contains("@media print") && page.contains("default-src 'none'"));
    assert!(
        harness
            .state()
            .messages_text()
            .contains(&pages()[0].display().to_string())
    );
    eframe::App::on_exit(harness.state_mut(), None);
    assert!(pages().is_empty());
}
