//! Every command: reached by menu, palette and keys, doing something or saying why not; and many in a
//! row leave no trace once undone.

use std::time::Duration;

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use parallax::app::{App, Command, Menu, Page};
use parallax::article::Side;
use parallax::session::Session;
use parallax::stats::Rng;

use super::{open_menu, settle, shows, wait_for, window, with_samples};

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

fn is_compared(harness: &Harness<'_, App>) -> bool {
    harness.state().comparison().is_some()
}

fn run(harness: &mut Harness<'_, App>, command: Command) {
    harness.state_mut().request(command);
    settle(harness);
}

/// A window in which every command is possible but those of finding: both sources compared, a passage
/// with a counterpart selected, a match rejected, a step to undo and one to do again.
fn with_everything() -> Harness<'static, App> {
    let mut harness = with_samples();
    for command in [
        Command::NextMatch,
        Command::RejectMatch,
        Command::ToggleExact,
        Command::Undo,
        Command::NextMatch,
        Command::NextMatch,
    ] {
        wait_for(&mut harness, is_compared);
        run(&mut harness, command);
    }
    wait_for(&mut harness, is_compared);
    harness
}

/// A window that keeps copies of its work.
fn with_data_folder() -> Harness<'static, App> {
    let [a, b] = super::SAMPLES.map(super::sample);
    let data = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("data of commands");
    let mut harness = super::opened(Some(a), Some(b), Some(data));
    wait_for(&mut harness, is_compared);
    harness
}

/// Makes `command` possible, in another window if need be.
fn prepare(harness: &mut Harness<'static, App>, command: Command) {
    let possible = |harness: &Harness<'_, App>| command.why_not(harness.state()).is_none();
    wait_for(harness, is_compared);
    if harness.state().selection().is_none() {
        // Not the first: there is to be a passage before it.
        run(harness, Command::NextMatch);
        run(harness, Command::NextMatch);
    }
    if !possible(harness) {
        *harness = match command {
            Command::Recover => with_data_folder(),
            _ => with_everything(),
        };
    }
    if matches!(command, Command::FindNext | Command::FindPrevious) {
        run(harness, Command::Find);
        harness.event(egui::Event::Text("flood gate".to_owned()));
        settle(harness);
    }
    match command {
        Command::ZoomReset => run(harness, Command::ZoomIn),
        Command::ResetSettings => run(harness, Command::ToggleExact),
        Command::ShowPage(Page::Read) => run(harness, Command::ShowPage(Page::Compare)),
        _ => {}
    }
    assert!(possible(harness), "{command:?}");
}

/// All there is to see, and what left the window: where every control stands and what it is called,
/// which commands are on or possible, messages, what went to the clipboard and to the system.
fn all_there_is(harness: &Harness<'_, App>) -> String {
    use std::fmt::Write as _;
    let mut out = String::new();
    for node in harness.query_all_by(|_| true) {
        let node = node.accesskit_node();
        let rect = node.bounding_box();
        let (label, value) = (node.label(), node.value());
        writeln!(out, "{label:?} {value:?} {rect:?}").unwrap();
    }
    let app = harness.state();
    for command in Command::all() {
        let (on, why) = (command.is_on(app), command.why_not(app));
        writeln!(out, "{command:?} {on:?} {why:?}").unwrap();
    }
    let output = harness.output();
    writeln!(out, "{:?}", app.messages_text()).unwrap();
    writeln!(out, "{}", harness.ctx.zoom_factor()).unwrap();
    for command in &output.platform_output.commands {
        writeln!(out, "{command:?}").unwrap();
    }
    for viewport in output.viewport_output.values() {
        writeln!(out, "{:?}", viewport.commands).unwrap();
    }
    out
}

/// Runs a command, by its keys where it has some, and waits until that shows.
fn shows_effect(harness: &mut Harness<'_, App>, command: Command) -> bool {
    let before = all_there_is(harness);
    match command.shortcut() {
        // Alone: with the release behind it, what the first frame gives out would go unseen.
        Some(keys) => harness.event(egui::Event::Key {
            key: keys.logical_key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: keys.modifiers,
        }),
        None => harness.state_mut().request(command),
    }
    (0..200).any(|_| {
        harness.step();
        std::thread::sleep(Duration::from_millis(5));
        all_there_is(harness) != before
    })
}

#[test]
fn every_command_does_something() {
    let mut harness = with_everything();
    let mut again = Vec::new();
    let mut check = |command: Command, again: &mut Vec<Command>| {
        prepare(&mut harness, command);
        let step = harness.state().undo_label();
        let chosen = command.is_on(harness.state()) == Some(true);
        let shows = shows_effect(&mut harness, command);
        assert!(shows || chosen, "{command:?} does nothing");
        if !shows {
            again.push(command);
        }
        settle(&mut harness);
        if command != Command::Undo && harness.state().undo_label() != step {
            run(&mut harness, Command::Undo);
        }
        // Leaves the window over the page, if there is one.
        harness.key_press(Key::Escape);
        settle(&mut harness);
        if command == Command::Recover {
            harness = with_everything();
        }
    };
    for command in Command::all() {
        check(command, &mut again);
    }
    // What was chosen already is not any more, now that everything else was.
    let mut still = Vec::new();
    for command in again {
        check(command, &mut still);
    }
    assert_eq!(still, []);
}

#[test]
fn every_command_stands_in_its_menu() {
    let mut harness = with_samples();
    harness.set_size(egui::vec2(1280.0, 1600.0));
    for menu in Menu::ALL {
        open_menu(&mut harness, menu.label());
        for command in Command::all() {
            if command.menu() == menu {
                let label = command.label();
                assert!(shows(&harness, label), "{} › {label}", menu.label());
            }
        }
        for _ in 0..2 {
            harness.key_press(Key::Escape);
            settle(&mut harness);
        }
    }
}

#[test]
fn a_command_that_is_not_possible_says_why() {
    let mut harness = window(None, None);
    let mut refused = 0;
    for command in Command::all() {
        if let Some(why) = command.why_not(harness.state()) {
            harness.state_mut().request(command);
            harness.run_steps(2);
            let said = format!("{}: {why}", command.label());
            assert!(harness.state().messages_text().ends_with(&said), "{said}");
            refused += 1;
        }
    }
    assert!(refused > 20, "{refused}");
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
