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

/// `parallax methods | head -1` is no failure.
#[test]
fn a_reader_that_has_read_enough_is_no_error() {
    for arguments in [
        &["methods"][..],
        &["compare", A, B],
        &["score", A, B, "--format", "csv"],
    ] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_parallax"))
            .args(arguments)
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let out = child.wait_with_output().unwrap();
        let said = String::from_utf8(out.stderr).unwrap();
        assert_eq!(
            (out.status.code(), said.as_str()),
            (Some(0), ""),
            "{arguments:?}"
        );
    }
}

/// What fills every pipe is left as soon as nobody reads it.
#[test]
fn a_filter_ends_when_its_reader_has_gone() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_parallax"))
        .args(["lines", "article", "--threads", "2"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut reader = std::io::BufReader::new(child.stdout.take().unwrap());
    // Endless: only a write that fails ends it.
    let feeder = std::thread::spawn(move || {
        use std::io::Write as _;
        while input
            .write_all(b"{\"id\": 1, \"text\": \"A good plan. Nobody was hurt.\"}\n")
            .is_ok()
        {}
    });
    let mut first = String::new();
    std::io::BufRead::read_line(&mut reader, &mut first).unwrap();
    assert!(first.starts_with("{\"id\":1,"), "{first}");
    drop(reader);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    feeder.join().unwrap();
}

#[test]
#[expect(clippy::print_stdout, reason = "says that it skips")]
fn every_command_has_a_manual_page_and_every_shell_its_completions() {
    use clap::CommandFactory as _;
    let folder = tempfile::tempdir().unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_parallax"))
        .arg("man")
        .arg(folder.path())
        .output()
        .unwrap();
    assert!(done.status.success());
    let said = String::from_utf8(done.stdout).unwrap();
    assert_eq!(said.lines().count(), 5, "{said}");
    let command = parallax::cli::Cli::command();
    let shown = (command.get_subcommands()).filter(|command| !command.is_hide_set());
    let mut names: Vec<String> = shown
        .map(|command| format!("parallax-{}", command.get_name()))
        .collect();
    assert!(names.len() > 8, "{names:?}");
    names.push("parallax".to_owned());
    for name in names {
        let page = folder.path().join(format!("man/man1/{name}.1"));
        let text = std::fs::read_to_string(&page).unwrap();
        assert!(
            text.contains(".SH NAME") && text.contains(".SH SYNOPSIS"),
            "{name}"
        );
        let read = Command::new("man")
            .args(["--warnings", "-E", "UTF-8", "-l"])
            .arg(&page)
            .output();
        match read {
            Ok(read) => {
                let warned = String::from_utf8_lossy(&read.stderr).into_owned();
                assert_eq!(warned, "", "{name}");
            }
            Err(error) => println!("{name}: not read by man: {error}"),
        }
    }
    assert!(!folder.path().join("man/man1/parallax-help.1").exists());
    for file in said.lines().take(4) {
        let text = std::fs::read_to_string(file).unwrap();
        assert!(text.contains("rerun") && text.contains("seed"), "{file}");
    }
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
         \"$P\" compare \"$A\" \"$B\" --force {arguments} 2> $D/said\n\
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

/// Exit status and standard error of `parallax` with these arguments, in a folder.
#[cfg(unix)]
fn run_in(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let out = Command::new(env!("CARGO_BIN_EXE_parallax"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    (out.status.code(), String::from_utf8(out.stderr).unwrap())
}

/// A folder with the two samples as `a.md` and `b.md`.
#[cfg(unix)]
fn with_samples() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(A, folder.path().join("a.md")).unwrap();
    std::fs::copy(B, folder.path().join("b.md")).unwrap();
    folder
}

#[test]
#[cfg(unix)]
fn a_report_is_never_saved_over_what_was_read_by_whatever_name() {
    let folder = with_samples();
    let at = folder.path();
    let before = std::fs::read(at.join("a.md")).unwrap();
    std::fs::hard_link(at.join("a.md"), at.join("hard.md")).unwrap();
    std::os::unix::fs::symlink("a.md", at.join("soft.md")).unwrap();
    std::fs::create_dir(at.join("sub")).unwrap();
    for name in [
        "a.md",
        "./a.md",
        "sub/../a.md",
        "hard.md",
        "soft.md",
        "b.md",
    ] {
        for force in [&[][..], &["--force"]] {
            let arguments = [&["compare", "a.md", "b.md", "--report", name], force].concat();
            let (status, said) = run_in(at, &arguments);
            assert_eq!(status, Some(1), "{name}");
            assert!(said.contains("was read in this run"), "{name}: {said}");
        }
    }
    // Through standard input, too.
    let out = Command::new(env!("CARGO_BIN_EXE_parallax"))
        .args(["compare", "-", "b.md", "--report", "a.md", "--force"])
        .current_dir(at)
        .stdin(std::fs::File::open(at.join("a.md")).unwrap())
        .output()
        .unwrap();
    let said = String::from_utf8(out.stderr).unwrap();
    assert!(said.contains("was read in this run"), "{said}");
    assert_eq!(std::fs::read(at.join("a.md")).unwrap(), before);
}

#[test]
#[cfg(unix)]
fn only_what_the_program_made_is_replaced_unless_forced() {
    let folder = with_samples();
    let at = folder.path();
    let report = |name: &str, more: &[&str]| {
        run_in(
            at,
            &[&["compare", "a.md", "b.md", "--report", name], more].concat(),
        )
    };
    for name in ["notes.md", "page.html"] {
        std::fs::write(at.join(name), "My own notes about Parallax 0.1.0\n").unwrap();
        let (status, said) = report(name, &[]);
        assert_eq!(status, Some(1), "{said}");
        assert!(
            said.contains("was not made by Parallax") && said.contains("--force"),
            "{said}"
        );
        assert!(
            said.contains(name) && !said.contains(".parallax-"),
            "{said}"
        );
        assert!(
            std::fs::read_to_string(at.join(name))
                .unwrap()
                .starts_with("My own")
        );
        assert_eq!(report(name, &["--force"]), (Some(0), String::new()));
        assert_eq!(
            report(name, &[]),
            (Some(0), String::new()),
            "it is its own now"
        );
    }
    // An empty file holds nothing to be lost.
    std::fs::write(at.join("empty.md"), "").unwrap();
    assert_eq!(report("empty.md", &[]).0, Some(0));
}

#[test]
#[cfg(all(unix, feature = "gui"))]
fn every_format_says_that_it_is_the_programs_own() {
    use parallax::export::format::Format as _;
    let folder = with_samples();
    let at = folder.path();
    let mut names: Vec<(String, Vec<String>)> = Vec::new();
    for format in parallax::export::report::Format::all() {
        let name = format!("r.{}", format.extension());
        names.push((name.clone(), vec!["--report".to_owned(), name]));
    }
    for format in parallax::plot::ChartFormat::all() {
        let name = format!("c.{}", format.extension());
        let arguments = ["--chart", "headline", "--save", &name].map(str::to_owned);
        names.push((name.clone(), arguments.to_vec()));
    }
    for (name, arguments) in names {
        let mut all = vec!["compare", "a.md", "b.md"];
        all.extend(arguments.iter().map(String::as_str));
        for _ in 0..2 {
            assert_eq!(run_in(at, &all), (Some(0), String::new()), "{name}");
        }
        assert!(parallax::export::is_ours(&at.join(&name)), "{name}");
    }
    for format in ["csv", "json", "jsonl"] {
        let out = Command::new(env!("CARGO_BIN_EXE_parallax"))
            .args(["score", A, "--format", format])
            .output()
            .unwrap();
        let file = at.join(format);
        std::fs::write(&file, out.stdout).unwrap();
        assert!(parallax::export::is_ours(&file), "{format}");
    }
    for sample in ["a.md", "b.md"] {
        assert!(!parallax::export::is_ours(&at.join(sample)));
    }
}

#[test]
#[cfg(all(unix, feature = "gui"))]
fn the_same_seed_gives_the_same_bytes_but_for_the_date() {
    let folder = with_samples();
    let at = folder.path();
    for (name, zone) in [("one", "UTC"), ("two", "Asia/Tokyo")] {
        let done = Command::new(env!("CARGO_BIN_EXE_parallax"))
            .args([
                "compare",
                "a.md",
                "b.md",
                "--seed",
                "7",
                "--charts-as",
                "pdf",
                "--save-all",
                name,
            ])
            .current_dir(at)
            .envs([("TZ", zone), ("HOME", name), ("LC_ALL", "C")])
            .output()
            .unwrap();
        assert!(done.status.success());
    }
    for entry in std::fs::read_dir(at.join("one")).unwrap() {
        let name = entry.unwrap().file_name();
        let read = |folder: &str| undated(&std::fs::read(at.join(folder).join(&name)).unwrap());
        assert_eq!(read("one"), read("two"), "{name:?}");
    }
}

/// The bytes of a PDF without the digits of its two dates.
#[cfg(all(unix, feature = "gui"))]
fn undated(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for before in ["/CreationDate (D:", "<xmp:CreateDate>"] {
        let at = memchr::memmem::find(&bytes, before.as_bytes()).unwrap() + before.len();
        bytes[at..at + 14].fill(b'0');
        bytes[at + 14..at + 20].fill(b'0');
    }
    bytes
}

/// `parallax stories`: a JSON object of the layout that is promised, a table, a list to read.
#[test]
fn stories_of_a_collection_are_told_with_their_places() {
    let folder = tempfile::tempdir().unwrap();
    let file = path(folder.path(), "week.jsonl");
    let told = |id: &str, outlet: &str, headline: &str, text: &str| {
        format!(
            "{{\"id\":\"{id}\",\"source\":\"{outlet}\",\"title\":\"{headline}\",\"date\":\"2024-03-05\",\"text\":\"{text}\"}}\n"
        )
    };
    let rows = [
        told(
            "l1",
            "Ledger",
            "Mayor opens swimming pool on the quay",
            "Mayor Isolde Brandt opened the new swimming pool on the quay on Saturday with 600 children. \
             The pool has eight lanes and a slide, and tickets cost 40 crowns for everybody.",
        ),
        told(
            "l2",
            "Ledger",
            "Tolben bridge closed after cracks are found",
            "The Tolben bridge was closed on Tuesday after inspectors found cracks in two of its cables. \
             Engineer Maren Oduya said 14,200 cars a day would have to use the ferry for 11 weeks.",
        ),
        told(
            "s1",
            "Star",
            "Cracks shut Tolben bridge for 11 weeks",
            "Cracks in two cables forced the harbour board to shut the Tolben bridge on Tuesday. \
             Engineer Maren Oduya said 14,200 cars cross the bridge each day.",
        ),
    ];
    std::fs::write(&file, rows.concat()).unwrap();
    let run = |format: &str| {
        let out = Command::new(env!("CARGO_BIN_EXE_parallax"))
            .args(["stories", &file, "--format", format])
            .output()
            .unwrap();
        assert_eq!(out.status.code(), Some(0));
        String::from_utf8(out.stdout).unwrap()
    };
    let json: serde_json::Value = serde_json::from_str(&run("json")).unwrap();
    let story = &json["stories"][0];
    assert_eq!(json["stories"].as_array().unwrap().len(), 1);
    assert_eq!(
        (story["id"].as_u64(), story["date"].as_str()),
        (Some(1), Some("2024-03-05"))
    );
    assert!(story["label"].is_string() && story["score"].as_f64().unwrap() > 0.5);
    let of = |at: usize, what: &str| story["articles"][at][what].clone();
    assert_eq!([of(0, "source"), of(1, "source")], ["Ledger", "Star"]);
    assert_eq!([of(0, "article"), of(1, "article")], [1, 2]);
    assert_eq!([of(0, "id"), of(1, "id")], ["l2", "s1"]);
    assert_eq!(of(1, "headline"), "Cracks shut Tolben bridge for 11 weeks");
    assert_eq!(
        (of(1, "path"), of(1, "date")),
        (file.clone().into(), "2024-03-05".into())
    );
    assert!(story["shared"]["names"].to_string().contains("Tolben"));
    assert_eq!(
        (&json["alone"][0]["id"], &json["alone"][0]["article"]),
        (&"l1".into(), &0.into())
    );
    let csv = run("csv");
    assert!(csv.contains("Story,Label,Date,Score,Source,Path,Article,Id,Headline,Published"));
    assert_eq!(csv.lines().filter(|line| line.starts_with("1,")).count(), 2);
    let text = run("text");
    assert!(text.starts_with("1 story among 3 articles of 2 sources; 1 article alone."));
    assert!(text.contains("Star: Cracks shut Tolben bridge") && text.contains("shared names: "));
}
