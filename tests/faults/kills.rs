//! Programs killed in the middle of a save: half of them at a chosen step, half at any moment.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use parallax::export::{Existing, save};
use parallax::session::recovery::{Keeper, discard, orphans};
use parallax::session::remembered::Remembered;

use crate::chance::Chance;
use crate::material::{changes, files, names, program};
use crate::table::{Faults, Table};

/// Kills as many programs as `count` in all, over every kind of save.
pub(crate) fn run(count: usize, seed: u64, table: &mut Table) {
    let folder = tempfile::tempdir().unwrap();
    let made = folder.path().join("made");
    fs::create_dir(&made).unwrap();
    let kinds = files(&made);
    let each = count.div_ceil(kinds.len() + 2);
    let mut chance = Chance::new(seed);
    for (name, states) in &kinds {
        let mut faults = Faults::default();
        let at = folder.path().join(format!("{name}.d"));
        fs::create_dir(&at).unwrap();
        let path = at.join(name);
        let inputs = [0, 1].map(|state| {
            let input = made.join(format!("{name}.{state}"));
            fs::write(&input, &states[state]).unwrap();
            input.to_str().unwrap().to_owned()
        });
        for _ in 0..each {
            let path_text = path.to_str().unwrap();
            killed(&["file", path_text, &inputs[0], &inputs[1]], &mut chance);
            if path.exists() && !states.contains(&fs::read(&path).unwrap()) {
                faults.torn += 1;
            }
        }
        // The next save into the folder cleans up.
        save(&path, &states[0], Existing::Replace).unwrap();
        faults.stray += names(&at).len() - 1;
        table.row(&format!("killed while saving {name}"), each, &faults);
    }
    let data = folder.path().join("data");
    let mut faults = Faults::default();
    for _ in 0..each {
        faults.add(recovery(&data, &mut chance));
    }
    table.row("killed while keeping a recovery copy", each, &faults);
    let data = folder.path().join("settings");
    let mut faults = Faults::default();
    for _ in 0..each {
        let said = killed(&["settings", data.to_str().unwrap()], &mut chance);
        let (_, told) = Remembered::open(&data);
        faults.torn += usize::from(told.is_some());
        let kept = Remembered::peek(&data)
            .get("changes")
            .and_then(serde_json::Value::as_u64);
        faults.lost += usize::from(said > 0 && kept.unwrap_or(0) < said);
        let _ = fs::remove_file(data.join("settings.json"));
    }
    Remembered::open(&data)
        .0
        .save(&[("key".to_owned(), 1.into())].into_iter().collect())
        .unwrap();
    faults.stray += names(&data).len() - 2;
    table.row("killed while saving settings", each, &faults);
}

/// One program killed while it keeps its copy, and the next start.
fn recovery(data: &Path, chance: &mut Chance) -> Faults {
    let mut faults = Faults::default();
    let said = killed(&["recovery", data.to_str().unwrap()], chance);
    let next = Keeper::start(data).unwrap();
    let all = orphans(data).unwrap();
    faults.torn += all.iter().filter(|orphan| orphan.content.is_err()).count();
    let kept = all.iter().filter_map(changes).max();
    faults.lost += usize::from(said > 0 && kept.unwrap_or(0) < said);
    for orphan in all {
        discard(&orphan.path).unwrap();
    }
    next.close(&crate::material::session(0)).unwrap();
    faults.stray += names(data).len();
    faults
}

/// Starts a program that saves for ever and kills it. Gives the number of the last save it spoke of.
fn killed(arguments: &[&str], chance: &mut Chance) -> u64 {
    let by_itself = chance.below(2) == 0;
    let steps = if by_itself { 1 + chance.below(60) } else { 0 };
    let mut child = Command::new(program())
        .arg("--child")
        .args(arguments)
        .args([steps.to_string(), "0".to_owned()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert_eq!(lines.next().unwrap().unwrap(), "ready");
    if !by_itself {
        std::thread::sleep(Duration::from_micros(chance.below(30_000)));
        child.kill().unwrap();
    }
    let last = lines
        .map_while(Result::ok)
        .filter_map(|line| line.parse().ok())
        .last();
    child.wait().unwrap();
    last.unwrap_or(0)
}
