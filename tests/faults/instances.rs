//! Five programs at once on one data folder, closed and killed at random: nobody's work is lost, and
//! nobody's settings.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use parallax::session::recovery::orphans;
use parallax::session::remembered::Remembered;
use serde_json::Value;

use crate::chance::Chance;
use crate::material::{changes, names, program};
use crate::table::{Faults, Table};

/// Programs at once.
const AT_ONCE: u64 = 5;

pub(crate) fn run(runs: usize, seed: u64, table: &mut Table) {
    let mut chance = Chance::new(seed);
    let mut faults = Faults::default();
    for _ in 0..runs {
        faults.add(one(&mut chance));
    }
    table.row("five programs at once, closed or killed", runs, &faults);
}

/// What programs said: the last change of each copy, of each setting, and which copies were closed.
#[derive(Default)]
struct Said {
    saved: BTreeMap<String, u64>,
    set: BTreeMap<String, u64>,
    closed: Vec<String>,
}

impl Said {
    fn take(&mut self, line: &str) {
        let words: Vec<&str> = line.split(' ').collect();
        match words.as_slice() {
            ["saved", name, at] => drop(self.saved.insert((*name).to_owned(), at.parse().unwrap())),
            ["set", key, at] => drop(self.set.insert((*key).to_owned(), at.parse().unwrap())),
            ["closed", name] => self.closed.push((*name).to_owned()),
            other => panic!("{other:?}"),
        }
    }
}

fn one(chance: &mut Chance) -> Faults {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let start = |number: u64, seed: u64| {
        let child = Command::new(program())
            .args(["--child", "instance", data.to_str().unwrap()])
            .args([seed.to_string(), number.to_string()])
            .stdout(Stdio::piped())
            .spawn();
        child.unwrap()
    };
    let mut said = Said::default();
    let mut children: Vec<_> = (0..AT_ONCE)
        .map(|number| start(number, chance.next()))
        .collect();
    while !children.is_empty() {
        std::thread::sleep(Duration::from_millis(20 + chance.below(150)));
        let mut child = children.swap_remove(chance.position(children.len()));
        // One that closes in order is given its time or is killed, as it happens.
        if chance.below(3) > 0 {
            child.kill().unwrap();
        } else {
            std::thread::sleep(Duration::from_millis(400));
            let _ = child.kill();
        }
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        lines
            .map_while(Result::ok)
            .for_each(|line| said.take(&line));
        child.wait().unwrap();
    }
    let mut faults = Faults::default();
    let left = orphans(&data).unwrap();
    let found: BTreeMap<String, Option<u64>> = left
        .iter()
        .map(|orphan| (orphan.name().to_owned(), changes(orphan)))
        .collect();
    for (name, at) in &said.saved {
        let kept = found.get(name).copied().flatten();
        if !said.closed.contains(name) && kept.is_none_or(|kept| kept < *at) {
            faults.lost += 1;
        }
    }
    faults.stray += said
        .closed
        .iter()
        .filter(|name| found.contains_key(*name))
        .count();
    let settings = Remembered::peek(&data);
    for (key, at) in &said.set {
        let kept = settings.get(key).and_then(Value::as_u64).unwrap_or(0);
        faults.lost += usize::from(kept < *at);
    }
    let recent = settings
        .get("recent")
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    if recent < said.set.len() {
        faults
            .other
            .push(format!("{recent} of {} recent files", said.set.len()));
    }
    let is_known = |name: &&String| {
        name.starts_with("settings.") || found.contains_key(&name.replace(".lock", ".parallax"))
    };
    parallax::session::recovery::Keeper::start(&data)
        .unwrap()
        .close(&crate::material::session(0))
        .unwrap();
    let unknown = names(&data);
    faults.stray += unknown.iter().filter(|name| !is_known(name)).count();
    faults
}
