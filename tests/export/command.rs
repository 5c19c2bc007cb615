//! `parallax compare` with files to write: what is made, and what stays when nothing can be.

use std::path::Path;
use std::process::Command;

const A: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/assets/samples/ellery-ledger.md"
);
const B: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/assets/samples/quayside-star.md"
);

/// Exit status, standard output and standard error of `parallax compare A B` with more arguments.
fn compare(arguments: &[&str]) -> (Option<i32>, String, String) {
    let out = Command::new(env!("CARGO_BIN_EXE_parallax"))
        .args(["compare", A, B])
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (out.status.code(), text(out.stdout), text(out.stderr))
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().unwrap().to_owned()
}

#[test]
fn a_report_is_saved_and_nothing_printed() {
    let folder = tempfile::tempdir().unwrap();
    let (html, md) = (path(folder.path(), "r.html"), path(folder.path(), "r.MD"));
    assert_eq!(
        compare(&["--report", &html]),
        (Some(0), String::new(), String::new())
    );
    assert_eq!(compare(&["--report", &md, "--without-text"]).0, Some(0));
    let html = std::fs::read_to_string(html).unwrap();
    assert!(html.starts_with("<!DOCTYPE html>") && html.contains("id=\"findings\""));
    assert!(
        !html.contains("Nobody enjoys"),
        "the texts are left out unless asked for"
    );
    let md = std::fs::read_to_string(md).unwrap();
    assert!(md.starts_with("# The Ellery Ledger") && !md.contains("Nobody enjoys"));
}

#[test]
fn a_name_of_no_format_is_refused_before_anything_is_read() {
    let (status, _, said) = compare(&["--report", "report.odt"]);
    assert_eq!(status, Some(2));
    assert!(
        said.contains("end the name in .html, .docx or .md"),
        "{said}"
    );
    assert_eq!(compare(&["--without-text"]).0, Some(2));
}

#[test]
#[cfg(feature = "gui")]
fn every_chart_is_saved_into_a_folder_that_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let charts = path(folder.path(), "charts");
    let (status, _, said) = compare(&["--save-all", &charts, "--charts-as", "pdf", "--dark"]);
    assert_eq!((status, said.as_str()), (Some(0), ""));
    let all = parallax::chart::Kind::all().len();
    assert_eq!(std::fs::read_dir(&charts).unwrap().count(), all);
    let (status, _, said) = compare(&["--save-all", &path(folder.path(), "no/where")]);
    assert_eq!(status, Some(1));
    assert!(said.contains("could not make the folder"), "{said}");
    let (status, _, said) = compare(&["--chart", "arc", "--save", "arc.gif"]);
    assert_eq!(status, Some(2));
    assert!(said.contains(".svg, .png, .pdf, .csv or .tsv"), "{said}");
}

/// A folder that is full or read-only, in a name space of its own: nothing outside sees the mount.
#[cfg(target_os = "linux")]
#[expect(clippy::print_stderr, reason = "says that it skips")]
fn in_a_folder(options: &str, arguments: &str) -> Option<(String, String, String)> {
    let script = format!(
        "mkdir $D/m && mount -t tmpfs -o size=32k none $D/m && echo old > $D/m/r.html && \
         echo old > $D/m/c.png && mount -o remount,{options} $D/m || exit 99\n\
         \"$P\" compare \"$A\" \"$B\" {arguments} 2> $D/said\n\
         cat $D/m/r.html $D/m/c.png > $D/old; ls -A $D/m > $D/there"
    );
    let folder = tempfile::tempdir().unwrap();
    let run = Command::new("unshare")
        .args(["-rm", "sh", "-c", &script])
        .envs([("P", env!("CARGO_BIN_EXE_parallax")), ("A", A), ("B", B)])
        .env("D", folder.path())
        .output();
    if !run.is_ok_and(|out| out.status.success()) {
        eprintln!("skipped: no name space of our own can be had here");
        return None;
    }
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    Some((read("said"), read("old"), read("there")))
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_that_cannot_be_written_to_keeps_what_it_had() {
    let mut cases = vec![("size=32k", "--report $D/m/r.html", "no space left")];
    cases.push(("ro", "--report $D/m/r.html", "may not be written to"));
    if cfg!(feature = "gui") {
        cases.push(("size=32k", "--chart arc --save $D/m/c.png", "no space left"));
        cases.push((
            "ro",
            "--chart arc --save $D/m/c.png",
            "may not be written to",
        ));
    }
    for (options, arguments, wanted) in cases {
        let Some((said, old, there)) = in_a_folder(options, arguments) else {
            return;
        };
        assert!(said.contains(wanted), "{arguments}: {said}");
        assert_eq!(old, "old\nold\n", "{arguments}: the old files are whole");
        assert_eq!(
            there, "c.png\nr.html\n",
            "{arguments}: nothing else is left"
        );
    }
}
