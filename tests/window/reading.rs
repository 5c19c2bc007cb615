//! Finding, following matches, layers, pages and their evidence.

use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;
use parallax::app::Command;
use parallax::article::Side;

use super::{SAMPLES, click, sample, settle, shows, wait_for, window, with_samples};

#[test]
fn words_are_found_in_both_texts_and_stepped_through() {
    let mut harness = with_samples();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    settle(&mut harness);
    harness.event(egui::Event::Text("flood gate".to_owned()));
    settle(&mut harness);
    assert!(shows(&harness, " in A, "));
    assert!(!shows(&harness, "0 in A, 0 in B"));
    for _ in 0..3 {
        harness.key_press(Key::F3);
        settle(&mut harness);
    }
    assert!(shows(&harness, ", at 3 of"));
    assert!(harness.state().selection().is_some());
}

#[test]
fn matches_are_stepped_through_rejected_and_brought_back() {
    let mut harness = with_samples();
    wait_for(&mut harness, |harness| {
        harness.state().comparison().is_some()
    });
    let count = |harness: &egui_kittest::Harness<'_, parallax::app::App>| {
        harness
            .state()
            .comparison()
            .map(|done| done.matching.matches.len())
    };
    let before = count(&harness);
    harness.key_press(Key::M);
    settle(&mut harness);
    harness.key_press(Key::G);
    settle(&mut harness);
    assert_eq!(
        harness.state().selection().map(|place| place.side),
        Some(Side::B)
    );
    harness.key_press(Key::Delete);
    wait_for(&mut harness, |harness| {
        count(harness).is_some_and(|now| Some(now) < before)
    });
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    wait_for(&mut harness, |harness| count(harness) == before);
}

#[test]
fn the_strongest_paragraph_comes_first() {
    // The louder of the two first: the other has no negative paragraph.
    let [a, b] = SAMPLES.map(sample);
    let mut harness = window(Some(b), Some(a));
    harness.key_press(Key::S);
    settle(&mut harness);
    let first = harness.state().selection();
    assert!(first.is_some());
    harness.key_press(Key::W);
    settle(&mut harness);
    assert_ne!(harness.state().selection(), first);
    harness.key_press(Key::S);
    settle(&mut harness);
    assert_eq!(harness.state().selection(), first);
    harness.key_press(Key::S);
    settle(&mut harness);
    let second = harness.state().selection();
    assert_ne!(second, first);
    // Selected by other means, the same paragraph leads to the strongest, not to the third.
    for key in [Key::J, Key::K, Key::S] {
        assert_ne!(harness.state().selection(), first);
        harness.key_press(key);
        settle(&mut harness);
    }
    assert_eq!(harness.state().selection(), first);
}

#[test]
fn a_measure_and_a_name_open_what_is_behind_them() {
    let mut harness = with_samples();
    wait_for(&mut harness, |harness| {
        harness.state().comparison().is_some()
    });
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    settle(&mut harness);
    // Of the tables it stands in the first is the one in sight.
    let row = harness.query_all_by_label("Loaded language").next();
    row.unwrap().click();
    settle(&mut harness);
    assert!(shows(&harness, "How it is measured"));
    assert!(shows(&harness, "loaded words in "), "the sum it comes to");
    assert!(shows(&harness, "betrayal"), "the words themselves");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num5);
    settle(&mut harness);
    click(&mut harness, "Port Ellery");
    assert!(shows(&harness, ", the mean of "));
}

#[test]
fn a_word_can_be_left_out_of_tone() {
    let mut harness = with_samples();
    let tone = |harness: &egui_kittest::Harness<'_, parallax::app::App>| {
        let done = harness.state().comparison()?;
        let tone = done
            .differences
            .iter()
            .find(|item| item.measure.id == "tone")?;
        tone.b
    };
    wait_for(&mut harness, |harness| tone(harness).is_some());
    let before = tone(&harness);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num9);
    settle(&mut harness);
    let field = harness.get_by_role_and_label(Role::TextInput, "Leave out");
    field.focus();
    field.type_text("betrayal");
    harness.key_press(Key::Enter);
    wait_for(&mut harness, |harness| {
        tone(harness).is_some_and(|now| Some(now) > before)
    });
    harness.key_press(Key::Escape);
    settle(&mut harness);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    wait_for(&mut harness, |harness| tone(harness) == before);
}

#[test]
fn the_chart_can_be_read_as_a_table() {
    let mut harness = with_samples();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::T);
    settle(&mut harness);
    assert!(shows(&harness, "paragraph"));
    assert!(shows(&harness, "tone"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::T);
    settle(&mut harness);
}

#[test]
fn the_arc_can_count_in_per_cent() {
    let mut harness = with_samples();
    for label in ["Arc", "Arc in per cent"] {
        let command = Command::all().into_iter().find(|one| one.label() == label);
        harness.state_mut().request(command.unwrap());
        settle(&mut harness);
    }
    harness.key_press_modifiers(Modifiers::COMMAND, Key::T);
    settle(&mut harness);
    assert!(shows(&harness, "position in per cent"));
}
