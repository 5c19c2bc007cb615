//! The workspace: the window and the command line open, group, score and compare alike, on any number of
//! threads; what is derived follows the session and can be stopped.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use parallax::article::Side;
use parallax::chart::{self, Kind};
use parallax::compare::Comparison;
use parallax::export::scores::{Detail, Format, Layout, Scored, Writer};
use parallax::load::{self, FileReport, ReadOptions};
use parallax::score::lists::{self, OwnLists};
use parallax::score::provenance::Provenance;
use parallax::score::{Settings, analyse};
use parallax::session::Filter;
use parallax::session::document::Articles;
use parallax::work::{Progress, Threads};
use parallax::workspace::{Output, Placing, ToScore, Workspace, openings, read, score_files};

const THREADS: [Threads; 3] = [Threads::ONE, Threads::new(2), Threads::new(3)];

const LEDGER: &str = include_str!("../assets/samples/ellery-ledger.md");
const STAR: &str = include_str!("../assets/samples/quayside-star.md");

/// A folder of two papers, and the line of a third that names itself.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join("news").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let plain = |text: &str| {
        text.replace("The Ellery Ledger", "")
            .replace("The Quayside Star", "")
    };
    write("Ledger/one.txt", &plain(LEDGER));
    write("Ledger/two.txt", &plain(STAR));
    write("Star/one.txt", &plain(STAR));
    let line = serde_json::json!({
        "title": "A third account", "outlet": "Gazette", "text": STAR,
    });
    write("third.jsonl", &format!("{line}\n"));
    folder
}

/// A workspace with what a command line would open.
fn opened(paths: &[&Path], threads: Threads) -> Workspace {
    let mut workspace = Workspace::new(threads, || ());
    for (side, placing, paths) in openings(paths.iter().map(|path| path.to_path_buf()).collect()) {
        let import = read(
            &paths,
            placing,
            &ReadOptions::default(),
            &Progress::default(),
        );
        workspace.place(side, placing, import.sources);
    }
    workspace
}

fn finished(paths: &[&Path], threads: Threads) -> Workspace {
    let mut workspace = opened(paths, threads);
    workspace.finish().unwrap();
    workspace
}

/// The comparison as the command line prints it.
fn document(workspace: &Workspace) -> String {
    let comparison = workspace.comparison().unwrap();
    let sides = workspace.sides().unwrap();
    let options = parallax::chart::Options::default();
    sides.with_input(Some(comparison), options, |input| {
        let document = comparison.document(&input.a.unwrap(), &input.b.unwrap());
        serde_json::to_string_pretty(&document).unwrap() + "\n"
    })
}

fn compare(arguments: &[&Path]) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_parallax"))
        .arg("compare")
        .args(arguments)
        .args(["--format", "json"])
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(0), "{out:?}");
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn a_folder_gives_the_same_sources_and_figures_in_the_window_and_on_the_command_line() {
    let folder = folder();
    let news = folder.path().join("news");
    let (ledger, star) = (news.join("Ledger"), news.join("Star"));
    for paths in [vec![&*news], vec![&*ledger, &*star], vec![&*news, &*star]] {
        let window = finished(&paths, Threads::default());
        assert_eq!(compare(&paths), document(&window), "{paths:?}");
    }
    let names = |workspace: &Workspace| -> Vec<(String, usize)> {
        let sources = workspace.session().sources().iter();
        sources
            .map(|source| (source.name.clone(), source.articles.len()))
            .collect()
    };
    let name = |name: &str, articles| (name.to_owned(), articles);
    let apart = opened(&[&news], Threads::ONE);
    assert_eq!(
        names(&apart),
        [name("Gazette", 1), name("Ledger", 2), name("Star", 1)]
    );
    let together = opened(&[&news, &star], Threads::ONE);
    assert_eq!(names(&together), [name("news", 4), name("Star", 1)]);
}

#[test]
fn a_term_counts_as_many_uses_as_its_evidence_lists() {
    let samples = ["ellery-ledger.md", "quayside-star.md"];
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
    let [a, b] = samples.map(|name| root.join(name));
    let workspace = finished(&[&a, &b], Threads::default());
    let session = workspace.session();
    let terms = &workspace.comparison().unwrap().words.terms;
    assert!(terms.len() > 20);
    for term in terms.iter().filter(|term| !term.term.contains(' ')) {
        let hits = term.forms.iter().flat_map(|form| session.uses(form).hits);
        let scored: std::collections::BTreeSet<_> =
            hits.filter(|hit| session.is_scored(hit.place)).collect();
        let count = |side| scored.iter().filter(|hit| hit.place.side == side).count();
        let listed = (count(Side::A), count(Side::B));
        assert_eq!(listed, (term.a, term.b), "{}: {:?}", term.term, term.forms);
    }
}

#[test]
fn one_source_alone_is_not_compared_with_itself() {
    let folder = folder();
    let out = Command::new(env!("CARGO_BIN_EXE_parallax"))
        .arg("compare")
        .arg(folder.path().join("news/Star"))
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(1));
    let said = String::from_utf8(out.stderr).unwrap();
    assert!(said.contains("it holds one source"), "{said}");
}

#[test]
fn sources_of_one_name_are_told_apart() {
    let folder = folder();
    let star = folder.path().join("news/Star");
    let workspace = finished(&[&star, &star], Threads::ONE);
    let comparison = workspace.comparison().unwrap();
    assert_eq!(
        [comparison.a.as_str(), comparison.b.as_str()],
        ["Star (A)", "Star (B)"]
    );
}

#[test]
fn nothing_depends_on_the_number_of_threads() {
    let folder = folder();
    let news = folder.path().join("news");
    let first = document(&finished(&[&news], THREADS[0]));
    for threads in &THREADS[1..] {
        assert_eq!(document(&finished(&[&news], *threads)), first);
    }
    for (format, detail) in [
        (Format::Csv, Detail::Article),
        (Format::Json, Detail::Paragraph),
        (Format::Jsonl, Detail::Sentence),
    ] {
        let scores =
            THREADS.map(|threads| scored(std::slice::from_ref(&news), format, detail, threads));
        assert_eq!(scores[0], scores[1]);
        assert_eq!(scores[0], scores[2]);
        assert!(scores[0].contains("third.jsonl"));
    }
}

fn scored(paths: &[PathBuf], format: Format, detail: Detail, threads: Threads) -> String {
    let layout = Layout {
        second: false,
        format,
        detail,
        settings: Settings::default(),
        lists: OwnLists::default(),
    };
    let mut out = Vec::new();
    let progress = Progress::default();
    let asked = ToScore {
        options: &ReadOptions::default(),
        layout: &layout,
        filter: &Filter::default(),
        threads,
    };
    score_files(paths, &asked, &progress, &mut out, |_| Ok(())).unwrap();
    String::from_utf8(out).unwrap()
}

/// A collection of so many articles, each of its own words.
fn collection(folder: &Path, articles: usize) -> PathBuf {
    let line = |n: usize| {
        let text = format!("The council met for the {n}th time and was happy. ").repeat(8);
        format!("{{\"title\": \"Council meets again, {n}\", \"text\": \"{text}\"}}\n")
    };
    let path = folder.join("all.jsonl");
    fs::write(&path, (0..articles).map(line).collect::<String>()).unwrap();
    path
}

#[test]
fn a_large_collection_is_scored_article_by_article_in_its_order() {
    let folder = tempfile::tempdir().unwrap();
    let path = collection(folder.path(), 900);
    assert!(fs::metadata(&path).unwrap().len() > 256 * 1024);
    let rows = scored(&[path], Format::Jsonl, Detail::Article, Threads::new(3));
    assert_eq!(rows.lines().count(), 900);
    for (at, row) in rows.lines().enumerate() {
        let row: serde_json::Value = serde_json::from_str(row).unwrap();
        assert_eq!(row["article"], at);
        assert_eq!(row["headline"], format!("Council meets again, {at}"));
    }
}

/// What is said of a file, and its rows, with all of it in memory and one article after another.
fn scored_whole(path: &Path, layout: &Layout) -> (FileReport, String) {
    let opened = load::open_file(path, &ReadOptions::default()).unwrap();
    let mut out = Vec::new();
    let mut writer = Writer::new(layout.format, Provenance::default(), &mut out);
    for (position, article) in opened.articles.iter().enumerate() {
        let analysis = &analyse(article, &layout.settings);
        let scored = Scored {
            path,
            position,
            article,
            analysis,
        };
        writer.article(&layout.rows(&scored).unwrap()).unwrap();
    }
    writer.finish().unwrap();
    let report = FileReport::of(path, &opened);
    (report, String::from_utf8(out).unwrap())
}

/// Articles in every format that is read as a stream, each file large enough to be, and with what goes wrong in
/// such files.
fn large_files() -> Vec<(&'static str, Vec<u8>)> {
    // More than are looked at to find out which field holds what.
    const MANY: usize = 700;
    let label = "x".repeat(400);
    let text = |n: usize| {
        format!("The council met for the {n}th time and was “happy”. Nobody was hurt.\n\n")
    };
    let lines = |text: &dyn Fn(usize) -> String| {
        let line = |n: usize| {
            let title = format!("Council meets {n}");
            let record =
                serde_json::json!({"label": label, "heading": title, "story": text(n)}).to_string();
            match n % 97 {
                3 => format!("{record},\r\n\n"),
                7 => "no object\n".to_owned(),
                11 => "{\"id\": 5, \"story\": null}\n".to_owned(),
                13 => format!("{{\"_source\": {record}}}\n"),
                17 => format!("{{\"x\": NaN, {}\n", record.strip_prefix('{').unwrap()),
                _ => format!("{record}\n"),
            }
        };
        (0..MANY).map(line).collect::<String>()
    };
    let table = |quote: &str, between: &str| {
        let row = |n: usize| {
            let text = text(n).replace(['“', '”'], quote);
            let more = if n % 53 == 2 { between } else { "" };
            format!("{label}{between}Council meets {n}{between}\"{text}\"{more}\r\n")
        };
        let head = format!("label{between}title{between}text\r\n");
        head + &(0..MANY).map(row).collect::<String>()
    };
    let letter = |n: usize| {
        let from = "From ann@example.org Fri May  5 08:00:00 2023\nX-Label: ".to_owned() + &label;
        match n % 89 {
            5 => format!("{from}\nSubject: {n}\n\n\n"),
            _ => format!(
                "{from}\nSubject: Meeting {n}\nFrom: Ann <a@example.org>\n\n{}>From here on.\n\n",
                text(n)
            ),
        }
    };
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(lines(&text).as_bytes()).unwrap();
    let garbled = |n: usize| text(n).replace('“', "â€œ").replace('”', "â€\u{9d}");
    let latin = table("\"\"", ",").replace("happy", "blas\u{e9}");
    let latin = latin.chars().map(|c| u8::try_from(u32::from(c)).unwrap());
    vec![
        ("lines.jsonl", lines(&text).into_bytes()),
        (
            "marked.jsonl",
            format!("\u{feff}{}", lines(&text)).into_bytes(),
        ),
        ("garbled.jsonl", lines(&garbled).into_bytes()),
        ("lines.jsonl.gz", packed.finish().unwrap()),
        ("table.csv", table("\"\"", ",").into_bytes()),
        ("backslash.csv", table("\\\"", ";").into_bytes()),
        (
            "declared.csv",
            format!("sep=\t\n{}", table("'", "\t")).into_bytes(),
        ),
        (
            "above.csv",
            format!("An export of today\n{}", table("'", ",")).into_bytes(),
        ),
        ("latin.csv", latin.collect()),
        (
            "letters.mbox",
            (0..MANY).map(letter).collect::<String>().into_bytes(),
        ),
        (
            "crlf.mbox",
            (0..MANY)
                .map(letter)
                .collect::<String>()
                .replace('\n', "\r\n")
                .into_bytes(),
        ),
    ]
}

#[test]
fn a_file_read_as_a_stream_gives_the_articles_it_gives_in_one_piece() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in large_files() {
        let path = folder.path().join(name);
        fs::write(&path, &bytes).unwrap();
        let stream =
            load::open_stream(&path, &ReadOptions::default(), &Progress::default()).unwrap();
        let is_stream = matches!(stream, load::Reading::Stream(_));
        assert_eq!(
            is_stream,
            !matches!(name, "garbled.jsonl" | "latin.csv"),
            "{name}"
        );
        let layout = Layout {
            second: false,
            format: Format::Jsonl,
            detail: Detail::Article,
            settings: Settings::default(),
            lists: OwnLists::default(),
        };
        let (wanted, rows) = scored_whole(&path, &layout);
        let (mut out, mut reports) = (Vec::new(), Vec::new());
        let progress = Progress::default();
        let tell = |report: &FileReport| {
            reports.push(report.clone());
            Ok(())
        };
        let paths = [path.clone()];
        let options = ReadOptions::default();
        let asked = ToScore {
            options: &options,
            layout: &layout,
            filter: &Filter::default(),
            threads: Threads::new(2),
        };
        score_files(&paths, &asked, &progress, &mut out, tell).unwrap();
        assert!(
            rows.lines().count() > 600,
            "{name}: {} rows",
            rows.lines().count()
        );
        assert!(out == rows.as_bytes(), "{name}: the rows differ");
        match (&reports[..], name.contains("mbox")) {
            // What a mailbox lost stands with its first message there.
            ([report], true) => assert!(report.to_string().contains("left out"), "{report}"),
            (reports, _) => assert_eq!(reports, [wanted], "{name}"),
        }
    }
}

#[test]
fn standard_input_is_scored_like_the_file_it_comes_from() {
    let folder = tempfile::tempdir().unwrap();
    let some = ["lines.jsonl", "lines.jsonl.gz", "table.csv", "letters.mbox"];
    for (name, bytes) in large_files() {
        if !some.contains(&name) {
            continue;
        }
        let path = folder.path().join(name);
        fs::write(&path, &bytes).unwrap();
        let score = |argument: &Path, input: Stdio| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
            command
                .args(["score", "--threads", "2"])
                .arg(argument)
                .stdin(input);
            let done = command.output().unwrap();
            assert_eq!(
                done.status.code(),
                Some(0),
                "{name}: {}",
                String::from_utf8_lossy(&done.stderr)
            );
            String::from_utf8(done.stdout).unwrap()
        };
        let from_input = score(Path::new("-"), File::open(&path).unwrap().into());
        let from_file = score(&path, Stdio::null());
        let path = serde_json::to_string(&path).unwrap();
        assert!(from_input == from_file.replace(&path, "\"-\""), "{name}");
    }
}

#[test]
fn stopping_stops_and_what_was_found_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = collection(folder.path(), 900);
    let layout = Layout {
        second: false,
        format: Format::Jsonl,
        detail: Detail::Article,
        settings: Settings::default(),
        lists: OwnLists::default(),
    };
    let progress = Progress::telling(|progress| {
        if progress.done() == 5 {
            progress.stop();
        }
    });
    let mut out = Vec::new();
    let paths = [path.clone()];
    let asked = ToScore {
        options: &ReadOptions::default(),
        layout: &layout,
        filter: &Filter::default(),
        threads: Threads::new(2),
    };
    let stopped = score_files(&paths, &asked, &progress, &mut out, |_| Ok(()));
    assert!(stopped.is_err() && out.len() < 100_000);
    // The same in the workspace.
    let mut workspace = opened(&[&path], Threads::new(2));
    workspace.update().unwrap();
    assert!(workspace.progress().is_some());
    workspace.stop();
    workspace.finish().unwrap();
    assert!(workspace.is_stopped() && workspace.progress().is_none());
    assert!(workspace.sides().is_none());
    workspace.again().unwrap();
    workspace.finish().unwrap();
    assert!(workspace.sides().is_some() && !workspace.is_stopped());
}

#[test]
fn a_setting_computes_again_and_undo_brings_back_what_was_computed() {
    let folder = folder();
    let mut workspace = finished(&[&folder.path().join("news")], Threads::new(2));
    let address = |workspace: &Workspace| {
        let comparison = workspace.comparison()?;
        Some(std::ptr::from_ref::<Comparison>(comparison).addr())
    };
    let before = address(&workspace).unwrap();
    // What changes nothing that is derived keeps it.
    workspace.edit("choice of article", |session| {
        session.read_article(Side::B, 1);
    });
    workspace.update().unwrap();
    assert_eq!(address(&workspace), Some(before));
    workspace.edit("setting", |session| {
        session.settings.tone.mask_names = false;
    });
    workspace.update().unwrap();
    assert_eq!(address(&workspace), None, "it is computed again");
    workspace.finish().unwrap();
    let after = address(&workspace).unwrap();
    assert_ne!(after, before);
    assert!(workspace.history_mut().undo());
    workspace.update().unwrap();
    assert_eq!(address(&workspace), Some(before), "at once, not again");
    assert!(workspace.history_mut().redo());
    workspace.update().unwrap();
    assert_eq!(address(&workspace), Some(after));
    // Another name is another comparison, but no text is scored again.
    let scores =
        |workspace: &Workspace| std::sync::Arc::as_ptr(workspace.analysis(Side::A).unwrap());
    let known = scores(&workspace);
    workspace.edit("name", |session| session.rename(Side::A, "Another"));
    workspace.finish().unwrap();
    assert_eq!(workspace.comparison().unwrap().a, "Another");
    assert_eq!(scores(&workspace), known);
}

#[test]
fn a_chart_of_one_source_names_the_lists_it_is_made_with() {
    let folder = folder();
    let mut workspace = finished(&[&folder.path().join("news/Ledger")], Threads::ONE);
    let names = |workspace: &mut Workspace| -> Vec<String> {
        let chart = workspace.chart(Kind::Paragraphs, chart::Options::default());
        let lists = chart.unwrap().provenance.lists.clone();
        lists.into_iter().map(|list| list.name).collect()
    };
    assert!(names(&mut workspace).is_empty());
    let own = lists::read("word,category,value\nharbour,water,\n", "Own", "").unwrap();
    let own = OwnLists::new(vec![own.list]).unwrap();
    workspace.edit("word list", |session| session.lists = own);
    workspace.finish().unwrap();
    assert_eq!(names(&mut workspace), ["Own"]);
}

#[test]
fn further_articles_join_a_source_once() {
    let folder = folder();
    let file = folder.path().join("news/Star/one.txt");
    let other = folder.path().join("news/Ledger/one.txt");
    let mut workspace = opened(&[&file, &other], Threads::ONE);
    let paths = [file, other];
    let import = read(
        &paths,
        Placing::Add,
        &ReadOptions::default(),
        &Progress::default(),
    );
    let placed = workspace.place(Side::A, Placing::Add, import.sources);
    assert_eq!(placed.repeated, ["one.txt"]);
    assert_eq!(
        workspace.session().source(Side::A).unwrap().articles.len(),
        2
    );
}

#[test]
fn every_format_is_saved_by_its_ending_and_any_other_is_refused() {
    let folder = folder();
    let workspace = finished(&[&folder.path().join("news")], Threads::new(2));
    let material = workspace.material(parallax::chart::Options::default());
    let outputs = [
        Output::Report,
        Output::Scores(Detail::Article),
        Output::Document(Articles::Embedded),
    ];
    for output in outputs {
        for format in output.formats() {
            let path = folder.path().join(format!("saved.{}", format.endings[0]));
            material.save(output, &path, &Progress::default()).unwrap();
            assert!(fs::metadata(&path).unwrap().len() > 100, "{path:?}");
            for ending in format.endings {
                assert_eq!(output.check(&path.with_extension(ending)), Ok(()));
            }
        }
        let odd = folder.path().join("saved.odd");
        let refused = material.save(output, &odd, &Progress::default());
        let said = refused.unwrap_err().to_string();
        for format in output.formats() {
            assert!(said.contains(format.endings[0]), "{said}");
        }
        assert!(!odd.exists());
        let bare = output.completed(Path::new("saved"));
        assert_eq!(output.check(&bare), Ok(()));
    }
    // The command line says the same of a name as the window.
    let out = Command::new(env!("CARGO_BIN_EXE_parallax"))
        .args(["compare", "a", "b", "--report", "saved.odt"])
        .output()
        .unwrap();
    let said = outputs[0].check(Path::new("saved.odt")).unwrap_err();
    let heard = String::from_utf8(out.stderr).unwrap();
    assert!(heard.contains(&said.to_string()), "{heard}");
}
