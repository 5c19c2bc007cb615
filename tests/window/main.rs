//! The window, driven as a person drives it: by the names of its controls, by clicks and keys.
//! Needs no display.

#![cfg(feature = "gui")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod commands;
mod documents;
mod keyboard;
mod layout;
mod lists;
mod manual;
mod many;
mod odd;
mod pictures;
mod places;
mod pseudo;
mod reading;
mod report;
mod second;
mod sources;
mod stories;
mod study;
mod write;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{Key, Modifiers, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use parallax::app::{App, Command, Startup};
use parallax::article::Side;

const SAMPLES: [&str; 2] = ["ellery-ledger.md", "quayside-star.md"];

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("assets/samples")
        .join(name)
}

/// The real program in a window of 1280 × 820 on the page of texts.
fn window(a: Option<PathBuf>, b: Option<PathBuf>) -> Harness<'static, App> {
    let mut harness = opened(a, b, None);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    settle(&mut harness);
    harness
}

/// The real program as it opens, in a window of 1280 × 820, without the system's file dialogs.
fn opened(a: Option<PathBuf>, b: Option<PathBuf>, data: Option<PathBuf>) -> Harness<'static, App> {
    let startup = Startup {
        second_reader: false,
        a,
        b,
        more: Vec::new(),
        file_dialogs: false,
        language: None,
        data,
        started: Instant::now(),
    };
    let mut harness = Harness::builder()
        .with_size(vec2(1280.0, 820.0))
        .build_eframe(move |cc| App::new(cc, startup));
    settle(&mut harness);
    harness
}

fn with_samples() -> Harness<'static, App> {
    let [a, b] = SAMPLES.map(sample);
    window(Some(a), Some(b))
}

/// Lets background work finish and the window come to rest.
fn settle(harness: &mut Harness<'_, App>) {
    // Long enough for the busiest machine: what is waited for happens or never does.
    let end = Instant::now() + Duration::from_mins(3);
    let mut quiet = 0;
    while quiet < 8 {
        harness.step();
        std::thread::sleep(Duration::from_millis(5));
        quiet = if harness.state().is_idle() {
            quiet + 1
        } else {
            0
        };
        assert!(Instant::now() < end, "the window did not come to rest");
    }
}

fn name_of(harness: &Harness<'_, App>, side: Side) -> Option<String> {
    let source = harness.state().session().source(side);
    source.map(|source| source.name.clone())
}

fn names(harness: &Harness<'_, App>) -> [Option<String>; 2] {
    Side::BOTH.map(|side| name_of(harness, side))
}

fn click(harness: &mut Harness<'_, App>, label: &str) {
    // The welcome page and the toolbar offer some commands both.
    let button = harness.query_all_by_label(label).last();
    button.unwrap_or_else(|| panic!("no “{label}”")).click();
    settle(harness);
}

/// Opens the menus and one of them.
fn open_menu(harness: &mut Harness<'_, App>, label: &str) {
    harness.key_press(Key::F10);
    settle(harness);
    // The menus stand above everything else that may be called the same.
    click(harness, label);
}

/// Opens the chart of the page on show, if it is not open.
fn open_chart(harness: &mut Harness<'_, App>) {
    if Command::ToggleChart.is_on(harness.state()) != Some(true) {
        harness.state_mut().request(Command::ToggleChart);
        settle(harness);
    }
}

fn shows(harness: &Harness<'_, App>, part: &str) -> bool {
    harness.query_all_by_label_contains(part).next().is_some()
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn the_sample_story_opens_in_one_click() {
    let mut harness = window(None, None);
    click(&mut harness, "Try the sample story");
    assert_eq!(
        names(&harness),
        [
            Some("The Ellery Ledger".to_owned()),
            Some("The Quayside Star".to_owned())
        ]
    );
    assert!(shows(&harness, "Port Ellery council approves flood gate"));
    assert!(shows(&harness, "Shock Vote Hands Pier Nine"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert_eq!(names(&harness), [None, None], "one step back is enough");
}

#[test]
fn a_tone_opens_its_sentences_and_a_sentence_its_words() {
    let mut harness = with_samples();
    let tone = harness
        .query_all_by_label_contains("B 1, tone")
        .next()
        .expect("the first paragraph has a tone");
    tone.click();
    settle(&mut harness);
    assert_eq!(
        harness.state().selection().map(|place| place.side),
        Some(Side::B)
    );
    assert!(shows(&harness, "B · paragraph 1"));
    let sentence = harness
        .query_all_by_label_contains("Sentence 1, tone")
        .next();
    sentence.expect("its sentences are listed").click();
    settle(&mut harness);
    assert!(shows(&harness, "Word "));
    assert!(shows(&harness, "Sum of the words"));
}

#[test]
fn clicking_a_bar_brings_its_paragraph_into_sight() {
    let mut harness = with_samples();
    open_chart(&mut harness);
    let last = {
        let article = harness.state().session().article(Side::B).unwrap();
        let (_, block) = article.scored_blocks().last().unwrap();
        block.text.clone()
    };
    assert!(
        !shows(&harness, &last),
        "the last paragraph is out of sight at first"
    );
    let chart = harness
        .query_all_by_role(Role::Image)
        .find(|node| {
            node.accesskit_node()
                .label()
                .is_some_and(|label| label.starts_with("Tone of each paragraph"))
        })
        .expect("the chart is named")
        .rect();
    // The last bar of B is the rightmost mark of the chart.
    for step in 1..30_u8 {
        let at = egui::pos2(chart.max.x - f32::from(step) * 4.0, chart.center().y - 12.0);
        harness.hover_at(at);
        harness.drag_at(at);
        harness.drop_at(at);
        settle(&mut harness);
        if harness.state().selection().is_some() {
            break;
        }
    }
    assert_eq!(
        harness.state().selection().map(|place| place.side),
        Some(Side::B)
    );
    assert!(
        shows(&harness, &last),
        "the text has scrolled to the paragraph"
    );
}

#[test]
fn keys_step_through_paragraphs_and_escape_selects_nothing() {
    let mut harness = with_samples();
    for _ in 0..3 {
        harness.key_press(Key::J);
        settle(&mut harness);
    }
    assert!(shows(&harness, "A · paragraph 3"));
    harness.key_press(Key::H);
    settle(&mut harness);
    assert!(shows(&harness, "B · paragraph 3"));
    harness.key_press(Key::ArrowUp);
    settle(&mut harness);
    assert!(shows(&harness, "B · paragraph 2"));
    harness.key_press(Key::Escape);
    settle(&mut harness);
    assert_eq!(harness.state().selection(), None);
}

#[test]
fn a_cue_of_the_headline_opens_its_reasons() {
    let mut harness = with_samples();
    let chip = harness
        .query_all_by_label_contains("Curiosity gap +")
        .next()
        .expect("the Star's headline teases");
    chip.click();
    settle(&mut harness);
    assert!(shows(&harness, "Headline of B"));
    assert!(shows(&harness, " base +"));
}

#[test]
fn set_aside_text_is_restored_scored_and_set_aside_again_by_undo() {
    let mut harness = with_samples();
    let count = |harness: &Harness<'_, App>| {
        let article = harness.state().session().article(Side::B).unwrap();
        article.scored_blocks().count()
    };
    let before = count(&harness);
    for _ in 0..before {
        harness.key_press(Key::H);
        settle(&mut harness);
        if harness.state().selection().map(|place| place.side) == Some(Side::B) {
            break;
        }
    }
    for _ in 0..before {
        harness.key_press(Key::J);
        settle(&mut harness);
    }
    click(&mut harness, "1 block of page furniture set aside");
    let restore = harness.query_all_by_label("Restore").last();
    restore
        .expect("“You might also like:” is set aside")
        .click();
    settle(&mut harness);
    assert_eq!(count(&harness), before + 1);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert_eq!(count(&harness), before);
}

#[test]
fn swapping_changes_places_and_nothing_else() {
    let mut harness = with_samples();
    let [a, b] = names(&harness);
    click(&mut harness, "Swap A and B");
    assert_eq!(names(&harness), [b.clone(), a.clone()]);
    click(&mut harness, "Swap A and B");
    assert_eq!(names(&harness), [a, b]);
}

#[test]
fn a_chart_is_saved_and_a_file_is_replaced_only_after_asking() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tone.svg");
    let mut harness = with_samples();
    save_as(&mut harness, &file);
    let first = std::fs::read_to_string(&file).unwrap();
    assert!(
        first.starts_with("<?xml") || first.starts_with("<svg"),
        "{first:.80}"
    );
    std::fs::write(&file, "mine").unwrap();
    save_as(&mut harness, &file);
    assert!(shows(&harness, "Replace this file?"));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");
    click(&mut harness, "Replace");
    wait_for(&mut harness, |_| {
        std::fs::read_to_string(&file).is_ok_and(|text| text.lines().next() == first.lines().next())
    });
}

fn save_as(harness: &mut Harness<'_, App>, file: &Path) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    settle(harness);
    let before = harness.state().messages_text();
    type_path(harness, file, "Save");
    wait_for(harness, |harness| {
        harness.state().messages_text() != before || shows(harness, "Replace this file?")
    });
}

fn type_path(harness: &mut Harness<'_, App>, path: &Path, button: &str) {
    let field = harness.get_by_role_and_label(Role::TextInput, "Path");
    field.focus();
    field.type_text(&path.display().to_string());
    settle(harness);
    click(harness, button);
}

fn wait_for(harness: &mut Harness<'_, App>, done: impl Fn(&Harness<'_, App>) -> bool) {
    // Long enough for the busiest machine: what is waited for happens or never does.
    let end = Instant::now() + Duration::from_mins(3);
    while !done(harness) {
        let messages = harness.state().messages_text();
        assert!(Instant::now() < end, "it did not happen: {messages}");
        settle(harness);
    }
}

#[test]
fn without_a_file_dialog_a_path_can_be_typed() {
    let mut harness = window(None, None);
    click(&mut harness, "Open A…");
    assert!(shows(&harness, "No file dialog answers on this system"));
    type_path(&mut harness, &sample(SAMPLES[0]), "Open");
    wait_for(&mut harness, |harness| name_of(harness, Side::A).is_some());
    assert_eq!(
        name_of(&harness, Side::A),
        Some("The Ellery Ledger".to_owned())
    );
}

#[test]
fn a_dropped_file_opens_where_it_falls() {
    let mut harness = with_samples();
    harness.hover_at(egui::pos2(900.0, 300.0));
    harness.step();
    harness
        .input_mut()
        .dropped_files
        .push(Arc::new(Dropped(sample(SAMPLES[0]))));
    settle(&mut harness);
    wait_for(&mut harness, |harness| {
        name_of(harness, Side::B).as_deref() == Some("The Ellery Ledger")
    });
    assert!(
        harness
            .state()
            .messages_text()
            .contains("the same text in both sources"),
        "{}",
        harness.state().messages_text()
    );
}

#[test]
fn pasted_text_becomes_an_article() {
    let mut harness = window(None, None);
    harness.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::V);
    settle(&mut harness);
    let field = harness.get_by_role(Role::MultilineTextInput);
    field.focus();
    field.type_text("Mayor opens new bridge\n\nThe bridge was opened on Monday, and people were happy to see it at last after years of work.");
    settle(&mut harness);
    click(&mut harness, "Open as article");
    wait_for(&mut harness, |harness| name_of(harness, Side::A).is_some());
    let article = harness.state().session().article(Side::A).unwrap();
    assert_eq!(
        article
            .headline
            .as_ref()
            .map(|headline| headline.text.as_str()),
        Some("Mayor opens new bridge")
    );
    assert_eq!(article.scored_blocks().count(), 1);
}

#[test]
fn bad_files_are_named_and_leave_the_other_source_alone() {
    let folder = tempfile::tempdir().unwrap();
    let make = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let bad = [
        make("empty.txt", b""),
        make(
            "picture.txt",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01",
        ),
        folder.path().join("gone.txt"),
    ];
    for path in bad {
        let mut harness = window(Some(sample(SAMPLES[0])), Some(path.clone()));
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let messages = harness.state().messages_text();
        assert!(messages.contains(&file), "{file}: {messages}");
        assert_eq!(
            names(&harness),
            [Some("The Ellery Ledger".to_owned()), None],
            "{file}"
        );
        settle(&mut harness);
    }
}

/// Every page by its key, and something only it shows.
const PAGES: [(Key, &str); 10] = [
    (Key::Num1, "This describes wording"),
    (Key::Num3, "Like for like"),
    (Key::Num4, "Why tone differs"),
    (Key::Num5, "Named by both"),
    (Key::Num6, "Sort by Heat"),
    (Key::Num7, "What to do with The Ellery Ledger"),
    (Key::W, "No headline: a first line"),
    (Key::Num8, "Search the manual"),
    (Key::Num9, "Words that are not tone here"),
    (Key::Num2, "Tone strip of source A"),
];

#[test]
fn both_themes_draw_every_panel() {
    for command in ["Dark theme", "Light theme"] {
        let mut harness = with_samples();
        open_menu(&mut harness, "View");
        click(&mut harness, command);
        for chart in ["Spread", "Headline", "Paragraphs"] {
            open_menu(&mut harness, "Chart");
            click(&mut harness, chart);
        }
        assert!(shows(&harness, "Tone of each paragraph"), "{command}");
        for (key, part) in PAGES {
            harness.key_press_modifiers(Modifiers::COMMAND, key);
            settle(&mut harness);
            assert!(shows(&harness, part), "{command}: {part}");
        }
    }
}

#[test]
fn a_small_window_still_shows_text_chart_and_evidence() {
    let mut harness = with_samples();
    harness.set_size(vec2(900.0, 600.0));
    open_chart(&mut harness);
    harness.state_mut().request(Command::ToggleEvidence);
    settle(&mut harness);
    assert!(shows(&harness, "Tone of each paragraph"));
    assert!(shows(&harness, "At a glance"));
    harness.key_press(Key::J);
    settle(&mut harness);
    assert!(shows(&harness, "A · paragraph 1"));
    assert!(
        shows(&harness, "A 1, tone"),
        "the selected paragraph is in sight"
    );
}

#[test]
fn more_than_two_files_become_sources_to_choose_from() {
    let folder = tempfile::tempdir().unwrap();
    let more = folder.path().join("third.txt");
    std::fs::write(
        &more,
        "A third account\n\nThe council voted. Nobody was happy about it.\n",
    )
    .unwrap();
    let [a, b] = SAMPLES.map(sample);
    let startup = Startup {
        second_reader: false,
        a: Some(a),
        b: Some(b),
        more: vec![more],
        file_dialogs: false,
        language: None,
        data: None,
        started: Instant::now(),
    };
    let mut harness = Harness::builder()
        .with_size(vec2(1280.0, 820.0))
        .build_eframe(move |cc| App::new(cc, startup));
    wait_for(&mut harness, |harness| {
        harness.state().session().sources().len() == 3
    });
    assert!(names(&harness).iter().all(Option::is_some));
}

#[test]
fn no_zoom_of_a_small_window_breaks_it() {
    let mut harness = with_samples();
    harness.set_size(vec2(900.0, 600.0));
    harness.key_press(Key::J);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    for zoom in [0.6, 1.3, 1.8, 2.5] {
        harness.ctx.set_zoom_factor(zoom);
        for (key, _) in PAGES {
            harness.key_press_modifiers(Modifiers::COMMAND, key);
            settle(&mut harness);
        }
    }
    harness.ctx.set_zoom_factor(1.0);
    settle(&mut harness);
    assert!(shows(&harness, "Tone strip of source A"));
}
