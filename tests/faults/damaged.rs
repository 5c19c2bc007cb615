//! Damaged documents, settings and recovery copies, opened the way the window opens them: it starts every
//! time, and nothing is deleted or changed.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use egui_kittest::Harness;
use parallax::app::{App, Command, Startup};
use parallax::session::document::{Articles, to_bytes};
use parallax::session::recovery::Keeper;

use crate::chance::Chance;
use crate::material::session;
use crate::table::{Faults, Table};

/// Damaged recovery copies at one start …
const COPIES: usize = 10;
/// … documents, the first named at the start, the others dropped on the window one after the other …
const DOCUMENTS: usize = 9;
/// … and settings: so many files in all.
const AT_ONCE: usize = COPIES + DOCUMENTS + 1;

/// A file that is dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// The window with this data folder.
pub(crate) fn window(data: &Path, a: Option<PathBuf>) -> Harness<'static, App> {
    let startup = Startup {
        second_reader: false,
        a,
        b: None,
        more: Vec::new(),
        file_dialogs: false,
        language: None,
        data: Some(data.to_owned()),
        started: Instant::now(),
    };
    Harness::builder()
        .with_size(egui::vec2(1000.0, 700.0))
        .build_eframe(move |cc| App::new(cc, startup))
}

/// Starts a window and closes it; what it said.
pub(crate) fn starts(data: &Path) -> String {
    let mut harness = window(data, None);
    rest(&mut harness);
    let said = harness.state().messages_text();
    eframe::App::on_exit(harness.state_mut(), None);
    said
}

/// Lets work in the background finish. A window that is still at it after five minutes, on however busy a
/// machine, hangs: that ends the run, with a word, instead of the same wait again at every step.
pub(crate) fn rest(harness: &mut Harness<'_, App>) {
    let end = Instant::now() + Duration::from_mins(5);
    let mut quiet = 0;
    while quiet < 3 && Instant::now() < end {
        harness.step();
        std::thread::sleep(Duration::from_millis(1));
        quiet = if harness.state().is_idle() {
            quiet + 1
        } else {
            0
        };
    }
    assert!(quiet >= 3, "still at work after five minutes");
}

pub(crate) fn run(count: usize, seed: u64, table: &mut Table) {
    let folder = tempfile::tempdir().unwrap();
    let (document, copy, settings) = whole(folder.path());
    let mut chance = Chance::new(seed);
    let mut faults = Faults::default();
    for number in 0..count.div_ceil(AT_ONCE) {
        let data = folder.path().join(number.to_string());
        fs::create_dir(&data).unwrap();
        let mut kept: Vec<(PathBuf, Vec<u8>)> = Vec::new();
        let mut put = |path: PathBuf, bytes: Vec<u8>| {
            fs::write(&path, &bytes).unwrap();
            kept.push((path, bytes));
        };
        for at in 0..COPIES {
            put(
                data.join(format!("recovery-{at}.parallax")),
                chance.damage(&copy),
            );
        }
        let documents: Vec<PathBuf> = (0..DOCUMENTS)
            .map(|at| data.join(format!("work of mine {at}.parallax")))
            .collect();
        for path in &documents {
            put(path.clone(), chance.damage(&document));
        }
        let broken = chance.damage(&settings);
        fs::write(data.join("settings.json"), &broken).unwrap();
        let started = catch_unwind(AssertUnwindSafe(|| {
            let (first, others) = documents.split_first().unwrap();
            let mut harness = window(&data, Some(first.clone()));
            rest(&mut harness);
            for path in others {
                let path = std::sync::Arc::new(Dropped(path.clone()));
                harness.input_mut().dropped_files.push(path);
                rest(&mut harness);
            }
            let said = harness.state().messages_text();
            eframe::App::on_exit(harness.state_mut(), None);
            said
        }));
        let Ok(said) = started else {
            faults.other.push(format!("start {number} fell over"));
            continue;
        };
        faults.lost += kept
            .iter()
            .filter(|(path, bytes)| fs::read(path).ok().as_ref() != Some(bytes))
            .count();
        if said.contains("set aside") {
            let aside = fs::read(data.join("settings-broken-1.json")).ok();
            faults.lost += usize::from(aside.as_ref() != Some(&broken));
        } else if serde_json::from_slice::<serde_json::Map<_, _>>(&broken).is_err() {
            faults
                .other
                .push(format!("start {number} did not tell of broken settings"));
        }
        fs::remove_dir_all(&data).unwrap();
    }
    table.row(
        "damaged documents, settings and copies",
        count.div_ceil(AT_ONCE) * AT_ONCE,
        &faults,
    );
}

/// A document, a recovery copy and settings that are in order.
fn whole(folder: &Path) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
    let data = folder.join("whole");
    let document = to_bytes(&session(1), Articles::Embedded, &folder.join("x.parallax")).unwrap();
    let keeper = Keeper::start(&data).unwrap();
    keeper
        .save(&session(2), None, "2026-11-22T10:00:00Z")
        .unwrap();
    let copy = fs::read(keeper.path()).unwrap();
    let mut harness = window(&data, None);
    for command in [
        Command::ThemeDark,
        Command::ToggleReducedMotion,
        Command::OpenSample,
    ] {
        harness.state_mut().request(command);
        rest(&mut harness);
    }
    eframe::App::on_exit(harness.state_mut(), None);
    let settings = fs::read(data.join("settings.json")).unwrap();
    (document, copy, settings)
}
