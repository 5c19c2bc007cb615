//! From opening two articles to a saved report, without the pointer.

use std::path::Path;

use egui::{Event, ImeEvent, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use parallax::app::{App, Command};
use parallax::article::Side;

use super::{SAMPLES, opened, sample, settle, shows, wait_for};

const CTRL: Modifiers = Modifiers::COMMAND;

fn press(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    settle(harness);
}

/// Types a path into the field that has the keyboard, and enters it.
fn enter(harness: &mut Harness<'_, App>, path: &Path) {
    harness.event(Event::Text(path.display().to_string()));
    settle(harness);
    press(harness, Modifiers::NONE, Key::Enter);
}

#[test]
fn everything_goes_by_keyboard_alone() {
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("report.html");
    let mut harness = opened(None, None, None);

    // Opens both articles.
    press(&mut harness, CTRL, Key::O);
    enter(&mut harness, &sample(SAMPLES[0]));
    press(&mut harness, CTRL.plus(Modifiers::SHIFT), Key::O);
    enter(&mut harness, &sample(SAMPLES[1]));
    wait_for(&mut harness, |harness| {
        harness.state().comparison().is_some()
    });

    // What was found is there at once, with its evidence.
    press(&mut harness, CTRL, Key::Num1);
    assert!(shows(&harness, "The headline of The Quayside Star"));
    assert!(shows(&harness, "Evidence"));

    // Reads, paragraph by paragraph, to the words behind one, and to its counterpart.
    press(&mut harness, Modifiers::NONE, Key::J);
    press(&mut harness, Modifiers::NONE, Key::J);
    assert!(shows(&harness, "A · paragraph 2"));
    press(&mut harness, Modifiers::NONE, Key::M);
    press(&mut harness, Modifiers::NONE, Key::G);
    let selected = harness.state().selection().unwrap();
    assert_eq!(selected.side, Side::B);

    // The chart, alone in the window and back.
    press(&mut harness, CTRL.plus(Modifiers::SHIFT), Key::G);
    assert!(shows(&harness, "Tone of each paragraph"));
    press(&mut harness, Modifiers::NONE, Key::F11);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(harness.state().selection(), Some(selected));

    // The report: its window, and in it the button that saves.
    press(&mut harness, CTRL, Key::R);
    let saves = |harness: &Harness<'_, App>| {
        harness
            .query_all_by_label("Save…")
            .any(|button| button.is_focused())
    };
    for _ in 0..150 {
        if saves(&harness) {
            break;
        }
        harness.key_press(Key::Tab);
        harness.run_steps(2);
    }
    assert!(saves(&harness), "the report can be saved by keyboard");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    enter(&mut harness, &report);
    wait_for(&mut harness, |_| report.is_file());
}

#[test]
fn a_text_is_pasted_by_keyboard_alone() {
    let mut harness = opened(None, None, None);
    press(&mut harness, CTRL.plus(Modifiers::SHIFT), Key::V);
    harness.event(Event::Paste(
        "Mayor opens new bridge\n\nThe bridge was opened on Monday, and people were happy to see it at last."
            .to_owned(),
    ));
    settle(&mut harness);
    press(&mut harness, CTRL, Key::Enter);
    wait_for(&mut harness, |harness| {
        harness.state().session().article(Side::A).is_some()
    });
    let article = harness.state().session().article(Side::A).unwrap();
    let headline = article.headline.as_ref().map(|headline| &*headline.text);
    assert_eq!(headline, Some("Mayor opens new bridge"));
}

/// Writes `word` as an input method does: letters that are not yet text first, then the text.
fn compose(harness: &mut Harness<'_, App>, word: &str) {
    for end in 1..=word.chars().count() {
        let text: String = word.chars().take(end).collect();
        harness.event(Event::Ime(ImeEvent::Preedit {
            text,
            active_range_chars: None,
        }));
        harness.run_steps(1);
    }
    // Some say so before the text comes.
    harness.event(Event::Ime(ImeEvent::Preedit {
        text: String::new(),
        active_range_chars: None,
    }));
    harness.event(Event::Ime(ImeEvent::Commit(word.to_owned())));
    settle(harness);
}

#[test]
fn an_input_method_writes_each_word_once() {
    let mut harness = opened(Some(sample(SAMPLES[0])), None, None);
    press(&mut harness, CTRL, Key::F);
    compose(&mut harness, "flood");
    let field = harness.get_by_role_and_label(Role::TextInput, "Find");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("flood"));
    assert_eq!(harness.state().selection(), None, "no letter was a command");

    press(&mut harness, Modifiers::NONE, Key::Escape);
    harness.state_mut().request(Command::FilterArticles);
    settle(&mut harness);
    harness.get_by_label("Word or name").focus();
    settle(&mut harness);
    compose(&mut harness, "harbour");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let kept = harness.state().session().filter().conditions().to_vec();
    let kept: Vec<String> = kept
        .iter()
        .map(parallax::session::Condition::label)
        .collect();
    assert!(
        matches!(kept.as_slice(), [one] if one.matches("harbour").count() == 1),
        "{kept:?}"
    );

    press(&mut harness, CTRL, Key::W);
    harness.get_by_label("Draft").focus();
    settle(&mut harness);
    for word in ["A disastrous ", "plan", " – kế hoạch"] {
        compose(&mut harness, word);
    }
    let draft = harness.get_by_label("Draft").accesskit_node().value();
    assert_eq!(draft.as_deref(), Some("A disastrous plan – kế hoạch"));
    wait_for(&mut harness, |harness| shows(harness, "“disastrous”"));
}
