//! Word lists of one's own: opened, compared, switched, saved with the document, removed.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use parallax::app::{App, Command};

use super::{Dropped, settle, shows, type_path, wait_for, window, with_samples};

fn rows(harness: &Harness<'_, App>) -> Vec<String> {
    let comparison = harness.state().comparison();
    let rows = comparison.map_or(&[][..], |done| &done.lists);
    rows.iter().map(|row| row.rate.label().to_owned()).collect()
}

fn open_list(harness: &mut Harness<'_, App>, path: &std::path::Path) {
    harness.state_mut().request(Command::OpenList);
    settle(harness);
    type_path(harness, path, "Open");
}

/// Presses what may be out of sight, as a screen reader does.
fn press(harness: &mut Harness<'_, App>, label: &str) {
    harness.get_by_label(label).click_accesskit();
    settle(harness);
}

fn settings(harness: &mut Harness<'_, App>) {
    let page = Command::all()
        .into_iter()
        .find(|one| one.label() == "Settings");
    harness.state_mut().request(page.unwrap());
    settle(harness);
}

#[test]
fn a_list_is_compared_switched_saved_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("Frames.tsv");
    std::fs::write(&list, "word\tcategory\ncouncil*\tbodies\nlibrar*\tplaces\n").unwrap();
    let mut harness = with_samples();
    wait_for(&mut harness, |harness| {
        harness.state().comparison().is_some()
    });
    let saved = harness.state().has_unsaved_work();
    open_list(&mut harness, &list);
    wait_for(&mut harness, |harness| rows(harness).len() == 2);
    assert_eq!(rows(&harness), ["Frames: bodies", "Frames: places"]);
    assert!(!saved && harness.state().has_unsaved_work());

    // A category switched off is no measure, and undo switches it on again.
    settings(&mut harness);
    press(&mut harness, "bodies (1)");
    wait_for(&mut harness, |harness| rows(harness) == ["Frames: places"]);
    let file = folder.path().join("story.parallax");
    harness.state_mut().request(Command::SaveDocument);
    settle(&mut harness);
    type_path(&mut harness, &file, "Save");
    wait_for(&mut harness, |_| file.is_file());
    harness.state_mut().request(Command::Undo);
    wait_for(&mut harness, |harness| rows(harness).len() == 2);

    let mut again = window(Some(file), None);
    wait_for(&mut again, |harness| rows(harness) == ["Frames: places"]);
    assert_eq!(again.state().session().lists.lists()[0].sha256.len(), 64);
    settings(&mut again);
    press(&mut again, "Remove the word list Frames");
    wait_for(&mut again, |harness| {
        rows(harness).is_empty() && harness.state().comparison().is_some()
    });
    assert!(again.state().session().lists.is_empty());
}

#[test]
fn a_list_is_written_and_changed_in_the_window() {
    let mut harness = with_samples();
    wait_for(&mut harness, |harness| {
        harness.state().comparison().is_some()
    });
    settings(&mut harness);
    press(&mut harness, "Write a list");
    let fill = |harness: &mut Harness<'_, App>, label: &str, text: &str| {
        harness.get_by_label(label).focus();
        settle(harness);
        harness.get_by_label(label).type_text(text);
        settle(harness);
    };
    fill(&mut harness, "Entries", "council*\n* *\n");
    press(&mut harness, "Keep list");
    assert!(shows(&harness, "needs a name"));
    fill(&mut harness, "Name", "Mine");
    press(&mut harness, "Keep list");
    assert!(shows(&harness, "would match every word"));
    assert!(rows(&harness).is_empty());
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    fill(&mut harness, "Entries", "");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    settle(&mut harness);
    fill(
        &mut harness,
        "Entries",
        "word,category,value\ncouncil*,bodies,\nlibrary,tone,2\n",
    );
    press(&mut harness, "Keep list");
    wait_for(&mut harness, |harness| {
        rows(harness) == ["Mine: bodies", "Mine: tone"]
    });
    assert!(!harness.state().session().lists.tone_values().is_empty());
    assert!(harness.query_by_label("Entries").is_none());

    // What is typed is read as a file of that text is, and can be changed.
    press(&mut harness, "Edit the word list Mine");
    let typed = harness.get_by_label("Entries").value().unwrap_or_default();
    assert!(typed.contains("council*\tbodies"), "{typed}");
    press(&mut harness, "Cancel");
    assert!(harness.query_by_label("Entries").is_none());
    harness.state_mut().request(Command::Undo);
    wait_for(&mut harness, |harness| rows(harness).is_empty());
}

#[test]
fn a_list_that_cannot_be_used_says_why_and_where_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let good = folder.path().join("good.txt");
    let bad = folder.path().join("bad.txt");
    std::fs::write(&good, "council\n").unwrap();
    std::fs::write(&bad, "# mine\nparty\n* *\n").unwrap();
    let mut harness = with_samples();
    open_list(&mut harness, &good);
    wait_for(&mut harness, |harness| !rows(harness).is_empty());
    open_list(&mut harness, &bad);
    wait_for(&mut harness, |harness| {
        harness.state().messages_text().contains("bad.txt")
    });
    let said = harness.state().messages_text();
    assert!(said.contains("line 3") && said.contains("“* *”"), "{said}");
    assert_eq!(rows(&harness), ["good"]);
    settings(&mut harness);
    assert!(shows(&harness, "good"));
    assert!(harness.query_by_label("bad").is_none());
}

#[test]
fn a_dropped_list_is_one_of_the_lists_and_its_words_are_marked() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("Frames.csv");
    std::fs::write(&list, "word,category\ncouncil*,bodies\n").unwrap();
    let mut harness = with_samples();
    wait_for(&mut harness, |harness| {
        harness.state().comparison().is_some()
    });
    let sources = harness.state().session().sources().len();
    assert!(harness.query_by_label("Mark words of your lists").is_none());
    let files = &mut harness.input_mut().dropped_files;
    files.push(std::sync::Arc::new(Dropped(list)));
    wait_for(&mut harness, |harness| rows(harness) == ["Frames: bodies"]);
    assert_eq!(harness.state().session().sources().len(), sources);
    settle(&mut harness);
    assert!(harness.query_by_label("Mark words of your lists").is_some());
    let said = harness.state().messages_text();
    assert!(said.contains("“Frames”: 1 entry. Read marks it"), "{said}");
}
