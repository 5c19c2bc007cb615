//! Holds the map of the house: imports run one way down the table of `src/lib.rs`, no two files import each
//! other, no core file names the window's crates, and every file says in its first line what it is for.

#![expect(clippy::expect_used, clippy::panic, reason = "tests")]

mod arrows;
mod circles;
mod house;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use circles::circles;
use house::{House, room};

/// The rooms from the top floor down. A room imports from those that stand after it, `cli` and `app` not
/// from each other.
const ROOMS: [&str; 19] = [
    "main",
    "cli",
    "app",
    "workspace",
    "session",
    "plot",
    "manual",
    "export",
    "chart",
    "study",
    "compare",
    "score",
    "encoder",
    "stats",
    "load",
    "article",
    "assets",
    "work",
    "text",
];

/// Which rooms may name which crate of the window.
const WINDOW_CRATES: [(&str, &[&str]); 5] = [
    ("egui", &["plot", "app"]),
    ("egui_plot", &["plot", "app"]),
    ("egui_extras", &["app"]),
    ("eframe", &["app"]),
    ("rfd", &["app"]),
];

/// Read once for all tests.
fn house() -> &'static House {
    static HOUSE: LazyLock<House> =
        LazyLock::new(|| House::read(concat!(env!("CARGO_MANIFEST_DIR"), "/src")));
    &HOUSE
}

fn floor(room: &str) -> Option<usize> {
    ROOMS.iter().position(|known| *known == room)
}

#[test]
fn imports_run_down_the_map() {
    let house = house();
    let mut wrong = Vec::new();
    for (from, to, names) in house.arrows() {
        let (above, below) = (room(from), room(to));
        if above == "lib" || below == "lib" || above == below {
            continue;
        }
        let (Some(high), Some(low)) = (floor(above), floor(below)) else {
            wrong.push(format!("{from} → {to}: a room that is not on the map"));
            continue;
        };
        if high > low || (above, below) == ("cli", "app") {
            wrong.push(format!("{from} → {to}: {names}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "these imports run up:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_room_is_on_the_map() {
    let house = house();
    let map = include_str!("../../src/lib.rs");
    let rooms: Vec<&str> = house
        .rooms()
        .into_iter()
        .filter(|room| *room != "lib")
        .collect();
    for room in &rooms {
        assert!(
            floor(room).is_some(),
            "{room} is missing from the order of rooms in this test"
        );
        assert!(
            *room == "main" || map.contains(&format!("`{room}`")),
            "{room} is missing from the map in src/lib.rs"
        );
    }
    for room in ROOMS {
        assert!(
            rooms.contains(&room),
            "the order of rooms names {room}, which is not there"
        );
    }
}

#[test]
fn no_two_files_import_each_other() {
    let house = house();
    let found = circles(&house.arrows());
    let told: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert!(
        told.is_empty(),
        "{} circles:\n{}",
        told.len(),
        told.join("\n")
    );
}

#[test]
fn only_plot_and_app_name_the_window_s_crates() {
    let house = house();
    let mut wrong = Vec::new();
    for (file, named) in house.crates_named() {
        for (name, rooms) in WINDOW_CRATES {
            if named.contains(name) && !rooms.contains(&room(file)) {
                wrong.push(format!("{file} names {name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_first_what_it_is_for() {
    let silent: Vec<&str> = (house().files())
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| path)
        .collect();
    assert!(
        silent.is_empty(),
        "no `//!` in the first line of:\n{}",
        silent.join("\n")
    );
}

/// The checks above would not fail on a reader that sees nothing: a house with every fault is found out.
#[test]
fn faults_are_seen() {
    let files = BTreeMap::from([
        ("lib.rs", "//! The map.\npub mod score;\npub mod text;\n"),
        (
            "text/mod.rs",
            "//! Words.\nmod sign;\npub use sign::signed;\npub(crate) struct Plain;\n",
        ),
        (
            "text/sign.rs",
            "//! Signs.\nuse super::Plain;\npub fn signed(_: Plain) { crate::score::tone(); }\n",
        ),
        (
            "score/mod.rs",
            "//! Scores.\nmod a;\nmod b;\npub use a::tone;\n",
        ),
        (
            "score/a.rs",
            "//! A.\npub fn tone() { super::b::rule(); egui::f(); }\npub struct Shared;\n",
        ),
        (
            "score/b.rs",
            "use super::a::Shared;\npub fn rule() { let _ = Shared; }\n#[cfg(test)]\nmod tests { use crate::text::signed; }\n",
        ),
    ]);
    let house = House::from_texts(&files);
    let arrows = house.arrows();
    let has = |from: &str, to: &str| arrows.iter().any(|(a, b, _)| (*a, *b) == (from, to));
    assert!(
        has("text/sign.rs", "score/a.rs"),
        "through a re-export: {arrows:?}"
    );
    assert!(
        has("text/sign.rs", "text/mod.rs"),
        "what a parent defines: {arrows:?}"
    );
    assert!(
        !has("score/b.rs", "text/sign.rs"),
        "tests do not count: {arrows:?}"
    );
    assert_eq!(circles(&arrows).len(), 1, "a and b of score");
    assert!(
        house
            .crates_named()
            .any(|(file, named)| file == "score/a.rs" && named.contains("egui"))
    );
}
