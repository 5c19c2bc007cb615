//! A window used at random: keys, clicks, letters and commands. It must go on, and what was not saved must
//! be in its copy when it is killed.

use std::path::Path;
use std::process::{Command as Program, Stdio};
use std::time::{Duration, Instant};

use egui::{Event, Key, Modifiers, PointerButton, pos2};
use parallax::app::Command;
use parallax::session::recovery::orphans;

use crate::chance::Chance;
use crate::damaged::{rest, window};
use crate::material::program;
use crate::table::{Faults, Table};

/// Keys that mean something, and some that do not.
const KEYS: [Key; 24] = [
    Key::Escape,
    Key::Enter,
    Key::Tab,
    Key::Space,
    Key::Delete,
    Key::Backspace,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Home,
    Key::End,
    Key::PageDown,
    Key::F1,
    Key::F11,
    Key::M,
    Key::N,
    Key::Z,
    Key::Y,
    Key::F,
    Key::X,
    Key::A,
    Key::Num1,
    Key::Num2,
];

pub(crate) fn run(count: usize, seed: u64, table: &mut Table) {
    let folder = tempfile::tempdir().unwrap();
    let mut faults = Faults::default();
    // In a process of its own: it is in a folder where it may save what it likes, and finds no programs
    // to open that with.
    let run = Program::new(program())
        .args(["--child", "events", folder.path().to_str().unwrap()])
        .args([count.to_string(), seed.to_string()])
        .current_dir(folder.path())
        .env("PATH", "")
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    if !run.status.success() || !said.contains("done") {
        faults
            .other
            .push(format!("{}: {said}(why stands above)", run.status));
    }
    let left = orphans(&folder.path().join("data")).unwrap();
    let has_work = said.contains("unsaved");
    faults.lost += usize::from(has_work && left.iter().all(|orphan| orphan.content.is_err()));
    table.row("random events in the window, then killed", count, &faults);
}

/// Uses a window at random. Prints `unsaved` where there was work at the end, then `done`.
pub(crate) fn child(folder: &Path, count: u64, seed: u64) {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
    let mut harness = window(&folder.join("data"), Some(samples));
    rest(&mut harness);
    let commands: Vec<Command> = Command::all()
        .into_iter()
        .filter(|command| *command != Command::Quit)
        .collect();
    let mut chance = Chance::new(seed);
    let begun = Instant::now();
    for at in 0..count {
        match chance.below(10) {
            0..3 => {
                let modifiers = [
                    Modifiers::NONE,
                    Modifiers::NONE,
                    Modifiers::COMMAND,
                    Modifiers::SHIFT,
                ];
                let modifiers = *chance.pick(&modifiers);
                harness.key_press_modifiers(modifiers, *chance.pick(&KEYS));
            }
            3..7 => {
                let [x, y] = [1000, 700].map(|most| chance.below(most) as f32);
                let pos = pos2(x, y);
                harness.event(Event::PointerMoved(pos));
                for pressed in [true, false] {
                    let button = PointerButton::Primary;
                    let modifiers = Modifiers::NONE;
                    harness.event(Event::PointerButton {
                        pos,
                        button,
                        pressed,
                        modifiers,
                    });
                }
            }
            7 => harness.event(Event::Text(
                (*chance.pick(&["a", "the", "é", "/x", "7"])).to_owned(),
            )),
            8 => harness.key_press(Key::Escape),
            _ => harness.state_mut().request(*chance.pick(&commands)),
        }
        harness.step();
        if at % 50 == 49 {
            rest(&mut harness);
        }
        // A long run shows that it goes on, on a line of its own that is no row of the table.
        if at % 500 == 499 {
            let seconds = begun.elapsed().as_secs();
            eprintln!("{} of {count} events, {seconds} s", at + 1);
        }
    }
    // One more change that only its copy holds, and the time it may take to get there.
    for _ in 0..3 {
        harness.key_press(Key::Escape);
        harness.step();
    }
    rest(&mut harness);
    let end = Instant::now() + Duration::from_secs(2);
    while Instant::now() < end {
        harness.step();
        std::thread::sleep(Duration::from_millis(20));
    }
    if harness.state().has_unsaved_work() {
        println!("unsaved");
    }
    println!("done");
    // No orderly end.
    std::process::exit(0);
}
