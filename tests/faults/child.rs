//! The program that things are done to: saves again and again, and says after each save how far it is.

use std::io::Write as _;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use parallax::export::{Existing, Step, save, watch};
use parallax::session::recovery::Keeper;
use parallax::session::remembered::{Remembered, Values};
use serde_json::json;

use crate::chance::Chance;
use crate::material::session;

/// Steps left until this program is killed by its own hand; none for 0.
static LEFT: AtomicU64 = AtomicU64::new(0);

/// Called at every step of every save.
fn at_step(_: Step) {
    if LEFT.load(Ordering::Relaxed) > 0 && LEFT.fetch_sub(1, Ordering::Relaxed) == 1 {
        kill_self();
    }
}

/// The end that nothing can be done about.
fn kill_self() {
    #[cfg(unix)]
    {
        use rustix::process::{Signal, getpid, kill_process};
        let _ = kill_process(getpid(), Signal::KILL);
    }
    std::process::abort();
}

fn say(what: &str) {
    let mut out = std::io::stdout();
    let _ = writeln!(out, "{what}");
    let _ = out.flush();
}

pub(crate) fn run(arguments: &[&str]) {
    let number = |at: usize| {
        arguments
            .get(at)
            .and_then(|it| it.parse().ok())
            .unwrap_or(0)
    };
    match arguments {
        // file PATH ONE OTHER STEPS TIMES
        ["file", path, one, other, ..] => {
            let states = [one, other].map(|path| std::fs::read(path).unwrap());
            repeat(number(4), number(5), |at| {
                let state = &states[usize::from(at % 2 == 1)];
                save(Path::new(path), state, Existing::Replace)
                    .map(|_| ())
                    .map_err(|why| why.to_string())
            });
        }
        // recovery DATA STEPS TIMES
        ["recovery", data, ..] => {
            let keeper = Keeper::start(Path::new(data)).unwrap();
            repeat(number(2), number(3), |at| {
                keeper
                    .save(&session(at), None, "2026-11-22T10:00:00Z")
                    .map_err(|why| why.to_string())
            });
        }
        // settings DATA STEPS TIMES
        ["settings", data, ..] => {
            let (mut settings, told) = Remembered::open(Path::new(data));
            assert_eq!(told, None);
            repeat(number(2), number(3), |at| {
                let values = values("changes", at, None);
                settings
                    .save(&values)
                    .map(|_| ())
                    .map_err(|why| why.to_string())
            });
        }
        // instance DATA SEED NUMBER
        ["instance", data, ..] => instance(Path::new(data), number(2), number(3)),
        #[cfg(feature = "gui")]
        ["events", folder, ..] => crate::events::child(Path::new(folder), number(2), number(3)),
        // limited BYTES, then one of the above: a file may not grow over so many bytes.
        #[cfg(unix)]
        ["limited", bytes, rest @ ..] => {
            use rustix::process::{Resource, Rlimit, setrlimit};
            let most = bytes.parse().ok();
            let limit = Rlimit {
                current: most,
                maximum: most,
            };
            setrlimit(Resource::Fsize, limit).unwrap();
            run(rest);
        }
        other => panic!("{other:?}"),
    }
}

/// Saves `times` times, for ever for 0; ends itself at a step if `steps` is not 0.
fn repeat(steps: u64, times: u64, mut save: impl FnMut(u64) -> Result<(), String>) {
    LEFT.store(steps, Ordering::Relaxed);
    watch(at_step);
    say("ready");
    let mut at = 0;
    while times == 0 || at < times {
        at += 1;
        match save(at) {
            Ok(()) => say(&at.to_string()),
            Err(why) => say(&format!("failed: {why}")),
        }
    }
}

fn values(key: &str, changes: u64, recent: Option<&[String]>) -> Values {
    let mut values = Values::new();
    values.insert(key.to_owned(), json!(changes));
    values.extend(recent.map(|files| ("recent".to_owned(), json!(files))));
    values
}

/// A program as the window is one: keeps a copy of its work and remembers settings, until it is closed or
/// killed. Half of them end in order.
fn instance(data: &Path, seed: u64, number: u64) {
    let mut chance = Chance::new(seed);
    let keeper = Keeper::start(data).unwrap();
    let name = keeper
        .path()
        .file_name()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    let (mut settings, told) = Remembered::open(data);
    assert_eq!(told, None);
    let closes = chance.below(2) == 0;
    let changes = 3 + chance.below(12);
    let key = format!("key{number}");
    // What it found there and what it opens itself, as a window lists them.
    let found = settings.values().get("recent").cloned();
    let mut files: Vec<String> =
        found.map_or_else(Vec::new, |it| serde_json::from_value(it).unwrap());
    files.insert(0, format!("/story/{number}.md"));
    let mut at = 0;
    while !closes || at < changes {
        at += 1;
        keeper
            .save(&session(at), None, "2026-11-22T10:00:00Z")
            .unwrap();
        say(&format!("saved {name} {at}"));
        settings.save(&values(&key, at, Some(&files))).unwrap();
        say(&format!("set {key} {at}"));
        std::thread::sleep(std::time::Duration::from_millis(chance.below(20)));
    }
    keeper.close(&session(at)).unwrap();
    say(&format!("closed {name}"));
}
