//! The Write page: marks follow what is typed, with reasons, and can be silenced; the draft is kept.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use parallax::app::{App, Command, Page};

use super::{settle, shows, type_path, wait_for, window};

const DRAFT: &str =
    "Shock as council slams plan\n\nThe plan is a disastrous idea. “A horrible one,” he said.\n";

fn page(harness: &mut Harness<'_, App>, page: Page) {
    harness.state_mut().request(Command::ShowPage(page));
    settle(harness);
}

fn press(harness: &mut Harness<'_, App>, label: &str) {
    harness.get_by_label(label).click_accesskit();
    settle(harness);
}

fn with_draft() -> Harness<'static, App> {
    let mut harness = window(None, None);
    page(&mut harness, Page::Write);
    harness.get_by_label("Draft").focus();
    settle(&mut harness);
    harness.get_by_label("Draft").type_text(DRAFT);
    wait_for(&mut harness, |harness| shows(harness, "“disastrous”"));
    harness
}

#[test]
fn marks_follow_what_is_typed_and_are_silenced() {
    let mut harness = with_draft();
    assert!(shows(&harness, "[loaded/"));
    assert!(shows(&harness, "of 100 for sensationalism"));
    assert!(!shows(&harness, "“horrible”"), "quotations are left alone");
    press(&mut harness, "Not here: disastrous");
    wait_for(&mut harness, |harness| !shows(harness, "“disastrous”"));
    press(&mut harness, "disastrous (here) ×");
    wait_for(&mut harness, |harness| shows(harness, "“disastrous”"));
    press(&mut harness, "Never: disastrous");
    wait_for(&mut harness, |harness| !shows(harness, "“disastrous”"));
    press(&mut harness, "disastrous (always) ×");
    wait_for(&mut harness, |harness| shows(harness, "“disastrous”"));
    press(&mut harness, "Not in this draft: disastrous");
    wait_for(&mut harness, |harness| !shows(harness, "“disastrous”"));
    harness.state_mut().request(Command::Undo);
    wait_for(&mut harness, |harness| shows(harness, "“disastrous”"));
}

#[test]
fn a_rule_is_silenced_here_in_the_draft_and_always() {
    let mut harness = with_draft();
    let rule = "loaded/alarm";
    for (way, back) in [
        ("Not here", "(here) ×"),
        ("Not in this draft", "(this draft) ×"),
        ("Never", "(always) ×"),
    ] {
        press(&mut harness, &format!("The rule {rule}"));
        press(&mut harness, &format!("{way}: {rule}"));
        wait_for(&mut harness, |harness| !shows(harness, "“disastrous”"));
        press(&mut harness, &format!("{rule} {back}"));
        wait_for(&mut harness, |harness| shows(harness, "“disastrous”"));
    }
}

#[test]
fn headlines_stand_side_by_side_and_are_kept_with_the_draft() {
    let mut harness = with_draft();
    harness.get_by_label("Headlines, one a line").focus();
    settle(&mut harness);
    let typed = "Council votes on plan\nYou won’t believe this SHOCKING plan!";
    harness
        .get_by_label("Headlines, one a line")
        .type_text(typed);
    settle(&mut harness);
    // The draft's own stands first, each with what makes its score.
    for told in [
        "Shock as council slams plan (the draft’s)",
        "Council votes on plan",
        "You won’t believe this SHOCKING plan!",
        "shock and alarm +",
    ] {
        assert!(shows(&harness, told), "{told}");
    }
    page(&mut harness, Page::Settings);
    wait_for(&mut harness, |harness| {
        harness.state().session().draft.headlines == typed
    });
    assert!(harness.state().has_unsaved_work());
}

#[test]
fn a_draft_is_work_and_is_in_the_document() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("draft.parallax");
    let mut harness = with_draft();
    page(&mut harness, Page::Settings);
    wait_for(&mut harness, |harness| {
        harness.state().session().draft.text == DRAFT
    });
    assert!(harness.state().has_unsaved_work());
    harness.state_mut().request(Command::SaveDocument);
    settle(&mut harness);
    type_path(&mut harness, &file, "Save");
    wait_for(&mut harness, |_| file.is_file());
    let mut again = window(Some(file), None);
    wait_for(&mut again, |harness| {
        harness.state().session().draft.text == DRAFT
    });
    page(&mut again, Page::Write);
    wait_for(&mut again, |harness| shows(harness, "“disastrous”"));
}
