//! Odd input in the window: every page says what is missing, and nothing stands on something else.

use std::path::PathBuf;

use egui::{Key, Modifiers, Rect, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use parallax::app::{App, Startup};

use super::{SAMPLES, opened, sample, settle, wait_for};

const PAGES: [Key; 9] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// Shows every page at several sizes; the controls of the bar stay inside the window and off each other.
fn look_at_every_page(harness: &mut Harness<'_, App>) {
    for size in [vec2(900.0, 600.0), vec2(600.0, 400.0), vec2(1320.0, 880.0)] {
        harness.set_size(size);
        for key in PAGES {
            harness.key_press_modifiers(Modifiers::COMMAND, key);
            settle(harness);
            let window = harness.ctx.content_rect();
            let bar: Vec<(String, Rect)> = harness
                .query_all_by(|_| true)
                .filter(|node| matches!(node.accesskit_node().role(), Role::Button | Role::Tab))
                .map(|node| {
                    let label = node.accesskit_node().label().unwrap_or_default();
                    (label, node.rect())
                })
                .filter(|(_, rect)| rect.max.y < 36.0)
                .collect();
            assert!(bar.len() >= 5, "{bar:?}");
            for (at, (label, rect)) in bar.iter().enumerate() {
                assert!(
                    window.expand(1.0).contains_rect(*rect),
                    "{size:?} {label}: {rect:?}"
                );
                for (other, there) in &bar[at + 1..] {
                    let both = rect.shrink(1.0).intersect(there.shrink(1.0));
                    assert!(!both.is_positive(), "{size:?}: {label} stands on {other}");
                }
            }
        }
    }
}

fn file(folder: &tempfile::TempDir, name: &str, text: &str) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn one_source_alone_is_shown_on_every_page() {
    let mut harness = opened(Some(sample(SAMPLES[0])), None, None);
    look_at_every_page(&mut harness);
    for (key, says) in [
        (Key::Num2, "Source B is empty"),
        (Key::Num3, "Open an article on each side"),
    ] {
        harness.key_press_modifiers(Modifiers::COMMAND, key);
        settle(&mut harness);
        assert!(super::shows(&harness, says), "{says}");
    }
}

#[test]
fn texts_without_headline_and_names_without_end_break_no_page() {
    let folder = tempfile::tempdir().unwrap();
    let bare = "the bridge was opened on monday, and people were happy to see it at last.";
    let a = file(&folder, "bare.txt", bare);
    let name = "Gazette of the Incorporated Boroughs ".repeat(14);
    let long = serde_json::json!({
        "title": "Council votes ".repeat(40),
        "source": name.trim(),
        "author": "A. Writer, ".repeat(60),
        "text": format!("{} {}", "word".repeat(120), bare),
    });
    let b = file(&folder, "long.jsonl", &format!("{long}\n"));
    let mut harness = opened(Some(a), Some(b), None);
    wait_for(&mut harness, |harness| {
        super::names(harness).iter().all(Option::is_some)
    });
    look_at_every_page(&mut harness);
}

#[test]
fn two_hundred_sources_can_be_looked_through() {
    let folder = tempfile::tempdir().unwrap();
    let more: Vec<PathBuf> = (0..200)
        .map(|n| {
            let text = format!("Council votes again, part {n}\n\nThe council voted. Nobody was happy about part {n}.\n");
            file(&folder, &format!("outlet{n:03}.txt"), &text)
        })
        .collect();
    let startup = Startup {
        second_reader: false,
        more,
        file_dialogs: false,
        language: None,
        data: None,
        ..Startup::default()
    };
    let mut harness = Harness::builder()
        .with_size(vec2(1280.0, 820.0))
        .build_eframe(move |cc| App::new(cc, startup));
    wait_for(&mut harness, |harness| {
        harness.state().session().sources().len() == 200
    });
    look_at_every_page(&mut harness);
}
