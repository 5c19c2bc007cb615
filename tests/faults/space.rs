//! Disks that are full or read-only, files that may not grow, clocks that are wrong.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use parallax::export::{Existing, save};
use parallax::session::recovery::{Keeper, orphans};

use crate::material::{names, program, session};
use crate::table::{Faults, Table};

pub(crate) fn run(table: &mut Table) {
    #[cfg(target_os = "linux")]
    for (what, options) in [("a full disk", "size=64k"), ("a read-only disk", "ro")] {
        match mounted(options) {
            Some(faults) => table.row(what, 3, &faults),
            None => {
                println!(
                    "| {what} | skipped: no name space of our own can be had here | | | | | |"
                );
            }
        }
    }
    #[cfg(unix)]
    table.row("a limit on the size of files", 3, &limited());
    table.row("clocks that are wrong", 4, &clocks());
    table.row("a data folder that cannot be", 2, &no_folder());
}

/// Writes an old state of each kind into the data folder `data`.
fn prepare(data: &Path) {
    fs::create_dir_all(data).unwrap();
    fs::write(data.join("report.html"), "old").unwrap();
    fs::write(data.join("settings.json"), "{\"changes\": 0}").unwrap();
}

/// What went wrong with them after saving failed.
fn check(data: &Path, said: &str) -> Faults {
    let mut faults = Faults::default();
    let read = |name: &str| fs::read_to_string(data.join(name)).unwrap_or_default();
    faults.torn += usize::from(read("report.html") != "old");
    faults.torn += usize::from(!read("settings.json").contains("\"changes\": 0"));
    if said.contains(".parallax-") {
        faults
            .other
            .push(format!("a temporary path is told: {said}"));
    }
    faults
}

/// In a file system of its own with these options: every kind of save fails, and nothing is lost.
#[cfg(target_os = "linux")]
fn mounted(options: &str) -> Option<Faults> {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let big = at.join("big");
    fs::write(&big, vec![b'x'; 100_000]).unwrap();
    let script = "mkdir $D/m && mount -t tmpfs -o size=64k none $D/m && cp $D/old/* $D/m/ \
         && { head -c 60000 /dev/zero > $D/m/filler; true; } && mount -o remount,$O $D/m || exit 99\n\
         for kind in \"file $D/m/report.html $D/big $D/big\" \"recovery $D/m\" \"settings $D/m\"; do\n\
         \"$P\" --child $kind 0 3 >> $D/said 2>&1; done\n\
         cp $D/m/report.html $D/m/settings.json $D/after/; ls -A $D/m > $D/there; true";
    prepare(&at.join("old"));
    fs::create_dir(at.join("after")).unwrap();
    let run = Command::new("unshare")
        .args(["-rm", "sh", "-c", script])
        .env("P", program())
        .env("D", at)
        .env("O", options)
        .output()
        .ok()?;
    if !run.status.success() {
        return None;
    }
    let said = fs::read_to_string(at.join("said")).unwrap();
    let mut faults = check(&at.join("after"), &said);
    let wanted = if options == "ro" {
        "may not be written to"
    } else {
        "no space left"
    };
    if !said.contains(wanted) {
        faults.other.push(format!("not said: {wanted}: {said}"));
    }
    let there = fs::read_to_string(at.join("there")).unwrap();
    let is_known = |name: &str| {
        ["filler", "report.html", "settings.json", "settings.lock"].contains(&name)
            || name.starts_with("recovery-")
    };
    faults.stray += there.lines().filter(|name| !is_known(name)).count();
    Some(faults)
}

/// Files may not grow over 4 kB: the system ends the program in the middle of the write.
#[cfg(unix)]
fn limited() -> Faults {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    prepare(&data);
    let big = folder.path().join("big");
    fs::write(&big, vec![b'x'; 100_000]).unwrap();
    let (big, report) = (big.to_str().unwrap(), data.join("report.html"));
    for _ in 0..3 {
        let _ = Command::new(program())
            .args([
                "--child",
                "limited",
                "4096",
                "file",
                report.to_str().unwrap(),
                big,
                big,
                "0",
                "2",
            ])
            .output()
            .unwrap();
    }
    let mut faults = check(&data, "");
    if names(&data).len() == 2 {
        faults
            .other
            .push("nothing was left behind: this tests nothing".to_owned());
    }
    save(&data.join("next.html"), b"next", Existing::Replace).unwrap();
    faults.stray += names(&data).len() - 3;
    faults
}

/// What was left behind is told by locks, not by the clock.
fn clocks() -> Faults {
    let mut faults = Faults::default();
    let folder = tempfile::tempdir().unwrap();
    let year = Duration::from_hours(24 * 365);
    let now = SystemTime::now();
    for (at, time) in [now - 50 * year, now - year, now + year, now + 20 * year]
        .into_iter()
        .enumerate()
    {
        let data = folder.path().join(at.to_string());
        let alive = Keeper::start(&data).unwrap();
        alive
            .save(&session(1), None, "1970-01-01T00:00:00Z")
            .unwrap();
        let killed = Keeper::start(&data).unwrap();
        killed
            .save(&session(2), None, "2199-01-01T00:00:00Z")
            .unwrap();
        drop(killed);
        fs::write(data.join(".parallax-save-AbCdEf1234.tmp"), "half").unwrap();
        for entry in fs::read_dir(&data).unwrap() {
            let file = File::options()
                .append(true)
                .open(entry.unwrap().path())
                .unwrap();
            file.set_modified(time).unwrap();
        }
        let next = Keeper::start(&data).unwrap();
        faults.stray += names(&data)
            .iter()
            .filter(|name| name.starts_with(".parallax"))
            .count();
        faults.lost += usize::from(orphans(&data).unwrap().len() != 1);
        next.close(&session(0)).unwrap();
        faults.lost += usize::from(!alive.path().exists());
    }
    faults
}

/// The home is a file or is not there and cannot be made: that is said, and the program goes on.
fn no_folder() -> Faults {
    let mut faults = Faults::default();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("home");
    fs::write(&file, "a file").unwrap();
    for data in [
        file.join("parallax"),
        Path::new("/proc/none/parallax").to_owned(),
    ] {
        match Keeper::start(&data) {
            Err(why) if why.to_string().contains("could not be used") => {}
            other => faults.other.push(format!("{other:?}")),
        }
        #[cfg(feature = "gui")]
        if !crate::damaged::starts(&data).contains("could not be used") {
            faults.other.push(format!("{}: not said", data.display()));
        }
    }
    faults.torn += usize::from(fs::read(&file).unwrap() != b"a file");
    faults
}
