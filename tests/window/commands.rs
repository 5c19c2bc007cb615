//! Every command: found by keyboard alone, and many in a row leave no trace once undone.

use egui::{Key, Modifiers};
use parallax::app::Command;
use parallax::article::Side;
use parallax::session::Session;
use parallax::stats::Rng;

use super::{settle, shows, window, with_samples};

#[test]
fn every_command_is_found_by_a_few_keys() {
    let mut harness = with_samples();
    for command in Command::all() {
        if command == Command::Palette {
            continue;
        }
        harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
        harness.run_steps(2);
        let label = command.label();
        harness.event(egui::Event::Text(label.to_owned()));
        harness.run_steps(2);
        let name = format!("{} › {label}", command.menu().label());
        assert!(shows(&harness, &name), "{name}");
        harness.key_press(Key::Escape);
        harness.run_steps(2);
    }
}

#[test]
fn the_palette_runs_what_is_marked() {
    let mut harness = with_samples();
    let before = super::names(&harness);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run_steps(2);
    harness.event(egui::Event::Text("swap".to_owned()));
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    settle(&mut harness);
    let [a, b] = before;
    assert_eq!(super::names(&harness), [b, a]);
}

/// Paragraphs of made-up words; some of them carry tone.
fn article(rng: &mut Rng) -> String {
    const WORDS: [&str; 16] = [
        "council",
        "great",
        "harbour",
        "terrible",
        "said",
        "Anna",
        "Kowalski",
        "not",
        "very",
        "vote",
        "attack",
        "praised",
        "\u{201c}never\u{201d}",
        "may",
        "the",
        "win",
    ];
    let mut text = String::from("Council votes on harbour\n");
    for _ in 0..=rng.below(6) {
        text.push('\n');
        for _ in 0..=rng.below(4) {
            let words: Vec<&str> = (0..5 + rng.below(12))
                .map(|_| WORDS[rng.below(16)])
                .collect();
            text.push_str(&words.join(" "));
            text.push_str(". ");
        }
        text.push('\n');
    }
    text
}

#[test]
fn two_hundred_random_commands_leave_no_trace_once_undone() {
    let seed = std::env::var("PARALLAX_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok());
    for seed in seed.map_or(vec![1, 2], |seed: u64| vec![seed]) {
        let folder = tempfile::tempdir().unwrap();
        let mut rng = Rng::new(seed);
        let [a, b] = ["a.txt", "b.txt"].map(|name| {
            let path = folder.path().join(name);
            std::fs::write(&path, article(&mut rng)).unwrap();
            path
        });
        let mut harness = window(Some(a), Some(b));
        let all: Vec<Command> = Command::all()
            .into_iter()
            .filter(|command| *command != Command::Quit)
            .collect();
        for _ in 0..200 {
            let command = all[rng.below(all.len())];
            harness.state_mut().request(command);
            harness.run_steps(1 + rng.below(3));
        }
        settle(&mut harness);
        while harness.state().undo_label().is_some() {
            harness.state_mut().request(Command::Undo);
            harness.run_steps(2);
        }
        settle(&mut harness);
        let start = Session::default();
        assert!(*harness.state().session() == start, "seed {seed}");
    }
}

#[test]
fn keys_that_type_do_nothing_else() {
    let mut harness = with_samples();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    settle(&mut harness);
    harness.key_press(Key::J);
    harness.event(egui::Event::Text("j".to_owned()));
    settle(&mut harness);
    assert_eq!(harness.state().selection(), None);
    harness.key_press(Key::Escape);
    settle(&mut harness);
    harness.key_press(Key::J);
    settle(&mut harness);
    let selected = harness.state().selection();
    assert_eq!(selected.map(|place| place.side), Some(Side::A));
}
