//! Formats, escaping and saving.

mod escape {
    use parallax::export::escape_xml;

    #[test]
    fn markup_comes_out_as_text() {
        assert_eq!(
            escape_xml("<script a='\"'>&\u{0}\u{1b}é"),
            "&lt;script a=&#39;&quot;&#39;&gt;&amp;é"
        );
    }
}

mod format {
    use std::path::Path;

    use parallax::export::format::Format as _;
    use parallax::export::{report, scores};

    #[test]
    fn a_name_asks_for_a_format_by_its_ending() {
        let format = |name| report::Format::of(Path::new(name));
        assert_eq!(format("a.HTM"), Ok(report::Format::Html));
        assert_eq!(format("b.markdown"), Ok(report::Format::Markdown));
        assert_eq!(scores::Format::endings(), ".csv, .json or .jsonl");
        for name in ["report.odt", "report", ".html"] {
            let said = format(name).map_err(|error| error.to_string());
            let wanted =
                format!("cannot tell the format of “{name}”: end the name in .html, .docx or .md");
            assert_eq!(said, Err(wanted));
        }
    }
}

#[expect(clippy::unwrap_used, reason = "tests")]
mod save {
    use parallax::export::save_atomic;

    #[test]
    fn a_saved_file_replaces_the_old_one_and_leaves_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("chart.svg");
        save_atomic(&path, b"old").unwrap();
        save_atomic(&path, b"new").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_cannot_be_written_is_said_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("nowhere").join("chart.svg");
        let error = save_atomic(&missing, b"x").unwrap_err().to_string();
        assert!(error.contains("does not exist"), "{error}");
        let error = save_atomic(folder.path(), b"x").unwrap_err().to_string();
        assert!(error.contains("this is a folder"), "{error}");
    }

    #[cfg(unix)]
    mod on_unix {
        use std::fs::{self, Permissions};
        use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
        use std::path::Path;
        use std::process::Command;

        use parallax::export::{Existing, Refusal, SaveError, Saved, save};

        fn replace(path: &Path) -> Result<Saved, SaveError> {
            save(path, b"new", Existing::Replace)
        }

        fn names(folder: &Path) -> Vec<String> {
            let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name();
            let all = fs::read_dir(folder).unwrap();
            let mut all: Vec<_> = all.map(|it| name(it).into_string().unwrap()).collect();
            all.sort();
            all
        }

        #[test]
        fn pipes_devices_and_folders_are_never_replaced() {
            let folder = tempfile::tempdir().unwrap();
            let pipe = folder.path().join("pipe");
            assert!(
                Command::new("mkfifo")
                    .arg(&pipe)
                    .status()
                    .unwrap()
                    .success()
            );
            symlink("/dev/null", folder.path().join("null")).unwrap();
            symlink("pipe", folder.path().join("to-pipe")).unwrap();
            for name in ["pipe", "null", "to-pipe"] {
                for existing in [Existing::Replace, Existing::Ours, Existing::Force] {
                    let error = save(&folder.path().join(name), b"new", existing).unwrap_err();
                    assert_eq!(error.refusal, Some(Refusal::NotAFile), "{name}");
                    assert!(error.to_string().contains(name));
                }
            }
            assert_eq!(names(folder.path()), ["null", "pipe", "to-pipe"]);
        }

        #[test]
        fn links_are_followed_to_the_folder_of_what_they_name() {
            let folder = tempfile::tempdir().unwrap();
            let at = folder.path();
            fs::create_dir(at.join("far")).unwrap();
            fs::write(at.join("far/old.md"), "old").unwrap();
            symlink("far/old.md", at.join("link.md")).unwrap();
            symlink("far/none.md", at.join("dangling.md")).unwrap();
            symlink("circle.md", at.join("circle.md")).unwrap();
            replace(&at.join("link.md")).unwrap();
            replace(&at.join("dangling.md")).unwrap();
            for name in ["link.md", "dangling.md"] {
                assert!(at.join(name).is_symlink(), "{name}");
                assert_eq!(fs::read(at.join(name)).unwrap(), b"new");
            }
            assert_eq!(names(&at.join("far")), ["none.md", "old.md"]);
            let error = replace(&at.join("circle.md")).unwrap_err();
            assert_eq!(error.refusal, Some(Refusal::Circle));
        }

        #[test]
        fn a_read_only_file_is_replaced_only_by_force_and_stays_read_only() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("r.md");
            fs::write(&path, "old").unwrap();
            fs::set_permissions(&path, Permissions::from_mode(0o444)).unwrap();
            let error = replace(&path).unwrap_err();
            assert_eq!(error.refusal, Some(Refusal::ReadOnly));
            assert_eq!(fs::read(&path).unwrap(), b"old");
            save(&path, b"new", Existing::Force).unwrap();
            assert_eq!(fs::metadata(&path).unwrap().mode() & 0o7777, 0o444);
        }

        #[test]
        fn modes_are_kept_without_the_right_to_run_as_another_and_other_names_are_told() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("r.md");
            fs::write(&path, "old").unwrap();
            fs::hard_link(&path, folder.path().join("second.md")).unwrap();
            fs::set_permissions(&path, Permissions::from_mode(0o6751)).unwrap();
            let saved = replace(&path).unwrap();
            assert_eq!(fs::metadata(&path).unwrap().mode() & 0o7777, 0o751);
            assert!(saved.note.unwrap().contains("1 other name"));
            assert_eq!(fs::read(folder.path().join("second.md")).unwrap(), b"old");
            assert_eq!(replace(&path).unwrap().note, None);
        }

        #[test]
        fn a_new_file_has_the_permissions_of_any_new_file() {
            let folder = tempfile::tempdir().unwrap();
            let plain = folder.path().join("plain");
            fs::write(&plain, "x").unwrap();
            let path = folder.path().join("r.md");
            replace(&path).unwrap();
            let mode = |path: &Path| fs::metadata(path).unwrap().mode();
            assert_eq!(mode(&path), mode(&plain), "the umask is kept");
        }

        #[test]
        fn what_ended_saves_left_is_cleaned_and_what_is_being_saved_stays() {
            let folder = tempfile::tempdir().unwrap();
            let at = folder.path();
            let left = at.join(".parallax-save-AbCdEf1234.tmp");
            let mine = at.join(".parallax-save-notes of mine.tmp");
            let alive = at.join(".parallax-save-ZzZzZz1234.tmp");
            for path in [&left, &mine, &alive] {
                fs::write(path, "half").unwrap();
            }
            let held = fs::File::open(&alive).unwrap();
            held.try_lock().unwrap();
            replace(&at.join("r.md")).unwrap();
            assert!(!left.exists() && mine.exists() && alive.exists());
            drop(held);
            replace(&at.join("r.md")).unwrap();
            assert!(!alive.exists());
        }
    }
}

#[expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod scores {
    use std::path::Path;

    use parallax::article::Article;
    use parallax::export::scores::{Detail, Format, Scored, scores};
    use parallax::load::{Input, ReadOptions, open_input};
    use parallax::score::{Analysis, Settings, analyse};

    fn scored() -> (Article, Analysis) {
        let text = b"=HYPERLINK(\"http://example.org\")\n\nBad news, \"again\". Good news.\n\n-1 is a number.\n";
        let input = Input::from_bytes("@evil.txt", text.to_vec(), &ReadOptions::default());
        let mut article = open_input(input).unwrap().articles.remove(0);
        article.outlet = Some("+Outlet".to_owned());
        let analysis = analyse(&article, &Settings::default());
        (article, analysis)
    }

    fn file(detail: Detail, format: Format) -> String {
        let (article, analysis) = scored();
        let scored = Scored {
            path: Path::new("@evil.txt"),
            position: 0,
            article: &article,
            analysis: &analysis,
        };
        let bytes = scores(
            &[scored],
            detail,
            format,
            Some("2026-11-22T15:57:27Z"),
            &parallax::score::lists::OwnLists::default(),
        )
        .unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_table_says_where_it_comes_from_and_runs_nothing() {
        for detail in [Detail::Article, Detail::Paragraph, Detail::Sentence] {
            let csv = file(detail, Format::Csv);
            let mut reader = csv::Reader::from_reader(csv.as_bytes());
            let columns = reader.headers().unwrap().clone();
            let last = columns.len() - 1;
            assert_eq!(&columns[last], "provenance");
            for (at, row) in reader.records().enumerate() {
                let row = row.unwrap();
                if at == 0 {
                    let head: serde_json::Value = serde_json::from_str(&row[last]).unwrap();
                    assert_eq!(head["version"], parallax::VERSION);
                    assert_eq!(head["inputs"][0]["name"], "@evil.txt");
                    assert_eq!(head["inputs"][0]["sha256"].as_str().unwrap().len(), 64);
                } else {
                    assert_eq!(&row[last], "");
                }
                assert_eq!(&row[0], "'@evil.txt");
                for (column, cell) in columns.iter().zip(&row) {
                    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                    assert!(!formula || cell.parse::<f64>().is_ok(), "{column}: {cell}");
                }
            }
        }
        assert!(file(Detail::Article, Format::Csv).contains("'+Outlet"));
    }

    #[test]
    fn numbers_stay_numbers() {
        let csv = file(Detail::Sentence, Format::Csv);
        assert!(csv.contains(",-0.5423,"), "{csv}");
        assert!(csv.contains(",'-1 is a number."), "{csv}");
    }

    #[test]
    fn a_document_is_json_with_its_provenance() {
        let json: serde_json::Value =
            serde_json::from_str(&file(Detail::Sentence, Format::Json)).unwrap();
        assert_eq!(json["date"], "2026-11-22T15:57:27Z");
        assert_eq!(json["rows"][0]["sentence"], 0);
        assert_eq!(json["rows"].as_array().unwrap().len(), 3);
        let lines = file(Detail::Paragraph, Format::Jsonl);
        assert_eq!(lines.lines().count(), 2);
    }
}
